"""Words of `ashore debts` and `ashore schedule`, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

DEBTS: Final[Mapping[str, str]] = {
    "debts-title": _n("Debts at the end of {as_of}"),
    "debts-none": _n("There is no debt in this file."),
    "debts-creditor": _n("{name} · {creditor}"),
    "debts-owed": _n("Owed today {owed_fen}: {parts}"),
    "debts-principal": _n("principal {principal_fen}"),
    "debts-principal-overdue": _n("principal {principal_fen} (overdue {overdue_fen})"),
    "debts-interest": _n("interest {interest_fen}"),
    "debts-interest-overdue": _n("interest {interest_fen} (overdue {overdue_fen})"),
    "debts-penalty": _n("penalty interest {penalty_fen}"),
    "debts-compound": _n("compound interest {compound_fen}"),
    "debts-damages": _n("damages {damages_fen}"),
    "debts-fees": _n("fees {fees_fen}"),
    "debts-overdue": _n("In arrears with {arrears_fen}, {past_days} days past due"),
    "debts-not-overdue": _n("Nothing overdue"),
    "debts-minimum-note": _n(
        "The arrears of a revolving debt are the unpaid minimum; they are inside what is owed."
    ),
    "debts-next": _n("Next due {on}: {next_fen}"),
    "debts-no-next": _n("No further dues: all that is left is due now"),
    "debts-payoff": _n("Closing it today would take {payoff_fen}"),
    "debts-payoff-note": _n(
        "That is not the same as what is owed. Closing counts the interest of the running month up to today, which else falls due only with the next instalment. It also counts what the contract says of fees when a debt is closed early."
    ),
    "debts-yearly": _n(
        "What is left costs, a year: nominal (IRR × 12) {nominal_rate}, effective {effective_rate}"
    ),
    "debts-quoted": _n("The contract's own rate, simple: {bank_rate} on 360 days, {calendar_rate} on 365"),
    "debts-free": _n("No interest runs on what is not overdue"),
    "debts-assumed": _n("Assumed, please check against the contract: {fields}"),
    "debts-agreed": _n("An agreement in writing is in force: {agreed}"),
    "debts-footer": _n(
        "Amounts are computed to the fen from the file, each span of interest rounded once, half up. "
        "Where the contract or the lender's app says otherwise, the contract wins: type it in."
    ),
    "schedule-title": _n("The contract's schedule: {count} dues"),
    "schedule-number": _n("no."),
    "schedule-due": _n("due"),
    "schedule-total": _n("to pay"),
    "schedule-principal": _n("principal"),
    "schedule-interest": _n("interest"),
    "schedule-fee": _n("fee"),
    "schedule-balance": _n("left after"),
    "schedule-sum": _n("sum"),
    "schedule-no-debt": _n("There is no debt “{debt}” in this file. There are: {debts}."),
    "schedule-open": _n(
        "After {count} dues {left_fen} would still be owed: the schedule does not end by itself."
    ),
    "schedule-arrears": _n(
        "What is overdue today ({arrears_fen}) is not in this table: it counts from here on, as if that "
        "were paid."
    ),
    "schedule-which": _n("Give a file and a debt's id, or --amount, --rate and --periods."),
    "demo-about": _n("This was an invented household; none of these figures are yours."),
    "demo-report": _n("The same as a page to read or print: {file}"),
    "demo-next": _n(
        "For your own: copy src/ashore/examples/demo.toml, put in your figures, then run .venv/bin/ashore "
        "check FILE and .venv/bin/ashore plan FILE. If tonight is hard, begin with .venv/bin/ashore first: "
        "it works without a single figure."
    ),
    "file-not-written": _n("{file} could not be written: {why}. Nothing there was changed."),
    "debt-head-rates": _n("Its yearly rates"),
    "debt-head-schedule": _n("What the contract asks for from here on"),
    "debt-days-caption": _n("After each of these days something changes"),
    "schedule-minimum": _n("If only the minimum is paid each time and nothing new is bought."),
    "debts-next-apart": _n("Next due {on}: {next_fen}, besides what is overdue"),
    "debts-next-cured": _n("Next due {on}: {next_fen}, if what is overdue is paid today"),
    "debts-as-one": _n(
        "What is overdue was entered as one sum, so its days count from the oldest due, {since}, until all of it is paid. A lender that counts each instalment apart counts from a later day once the oldest ones are paid."
    ),
}
