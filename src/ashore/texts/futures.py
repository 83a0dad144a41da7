"""What is said of a plan under what could come, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

FUTURES: Final[Mapping[str, str]] = {
    "futures-head-now": _n("Before this"),
    "futures-not-now": _n(
        "On today's figures the plan does not work yet. First see what to ask for: ashore plan, ashore asks. Below stands what "
        "could come on top of the holding plan."
    ),
    "futures-head-shocks": _n("If something happens"),
    "futures-shocks-lead": _n(
        "Each of these was lived through month by month, beginning in one of {starts_count} months from {first_month} to "
        "{last_month}. Nothing is known beforehand; what cannot be paid any more is planned again with what is there."
    ),
    "futures-shocks-lead-one": _n(
        "Each of these was lived through month by month, beginning in {first_month}. Nothing is known beforehand; what "
        "cannot be paid any more is planned again with what is there."
    ),
    # Each shock by its name, then whether the plan holds
    "futures-job-lost": _n("“{income}” stops for {lost_nmonths}"),
    "futures-illness": _n(
        "Illness: “{income}” brings {lost_rate} less for {lost_nmonths}, and {costs_fen} are to be paid at once"
    ),
    "futures-slow-season": _n("The shop takes {lost_rate} less for {lost_nmonths}"),
    "futures-called": _n("The lender of {debt} calls the whole loan"),
    "futures-holds": _n("Each one can still be paid, whenever it begins."),
    "futures-holds-one": _n("Each one can still be paid if it begins in {start_month}."),
    "futures-breaks-some": _n(
        "Of {tried_count} beginnings tried, the plan holds through {held_count}. Worst is {start_month}: from {breaks_month} on "
        "something cannot be paid."
    ),
    "futures-breaks-all": _n(
        "The plan does not hold, whenever it begins. Worst is {start_month}: from {breaks_month} on something cannot be paid."
    ),
    "futures-breaks-one": _n(
        "If it begins in {start_month}, something cannot be paid from {breaks_month} on."
    ),
    "futures-besides": _n("If it begins in {start_month}, on top of what is missing already:"),
    # What the worst beginning leads to
    "futures-missing": _n(
        "With {missing_fen} more in hand in {start_month} each one could be paid even then."
    ),
    "futures-unpaid": _n(
        "{unpaid_fen} of essential spending has no money: that comes first when you ask for help."
    ),
    "futures-unpaid-illness": _n(
        "{unpaid_fen} of essential spending and of what the illness costs has no money: that comes first when you ask for help."
    ),
    "futures-overdue": _n("Times that a debt is overdue at a month's end: {more_count} more."),
    "futures-past-90": _n("On the way these pass 90 days overdue: {debts}."),
    "futures-end-open": _n(
        "Planned again it goes on by contract beyond the months counted, and costs {extra_fen} more so far."
    ),
    "futures-end-open-same": _n(
        "Planned again it goes on by contract beyond the months counted, at no more cost so far."
    ),
    "futures-end-same": _n(
        "Planned again the last one is closed in {end_month}, as before; it costs {extra_fen} more."
    ),
    "futures-end-same-free": _n(
        "Planned again the last one is closed in {end_month}, as before, at no more cost."
    ),
    "futures-end-moved": _n(
        "Planned again the last one is closed in {end_month} instead of {plan_month}; it costs {extra_fen} more."
    ),
    "futures-end-moved-free": _n(
        "Planned again the last one is closed in {end_month} instead of {plan_month}, at no more cost."
    ),
    # Loans to pay loans with
    "futures-head-warned": _n("Borrowing to pay: what it really does"),
    "futures-bridge": _n(
        "A bridge loan in {start_month} to pay what falls due in {covers_nmonths}: you sign for {loan_fen}, {fee_fen} of it is "
        "kept back as a fee, {hand_fen} reaches you. It wants {dues_fen} back within {loan_nmonths}."
    ),
    "futures-second-charge": _n(
        "A second charge on the home in {start_month} to pay what falls due in {covers_nmonths}. You sign for {loan_fen}, {fee_fen} of it is kept back as a fee, {hand_fen} reaches you. It wants {dues_fen} back within {loan_nmonths}, and the home answers for it."
    ),
    "futures-warned-breaks": _n(
        "With it something cannot be paid from {breaks_month} on; without it each one can."
    ),
    "futures-warned-later": _n(
        "It moves the first month with something unpaid from {plan_month} to {breaks_month}; then its own dues come on top."
    ),
    "futures-warned-note": _n(
        "This is a warning, not a way: the same debts stay, with a fee and one more lender on top. Whoever offers such a loan, or "
        "pays the old one for a fee first, earns by it."
    ),
    # What is assumed
    "futures-head-assumed": _n("What is assumed here"),
    "assume-caption": _n("Assumptions, not facts about you"),
    "assume-note": _n(
        "Type your own figure with --assume, such as --assume job-lost.months=4. Loans to pay loans with cannot be repaid early "
        "and cost half as much again on what is late."
    ),
    "column-assumed": _n("What is assumed"),
    "column-name": _n("Name"),
    "column-value": _n("Figure"),
    "value-months": _n("{value_nmonths}"),
    "value-fen": _n("{value_fen}"),
    "value-share": _n("{value_rate}"),
    "value-rate-day": _n("{value_rate} a day"),
    "value-rate-month": _n("{value_rate} a month"),
    "value-rate-year": _n("{value_rate} a year"),
    "assume-job-lost.months": _n("The main income stops for"),
    "assume-illness.months": _n("Illness lasts"),
    "assume-illness.income-lost": _n("Income lost while ill"),
    "assume-illness.cost": _n("Costs of illness, at its beginning"),
    "assume-slow-season.months": _n("A slow season lasts"),
    "assume-slow-season.takings-lost": _n("Takings lost in it"),
    "assume-bridge.covers": _n("A bridge loan pays what falls due in"),
    "assume-bridge.months": _n("A bridge loan runs"),
    "assume-bridge.rate": _n("Its interest"),
    "assume-bridge.fee": _n("Its fee, kept back"),
    "assume-second-charge.covers": _n("A second charge pays what falls due in"),
    "assume-second-charge.months": _n("A second charge runs"),
    "assume-second-charge.rate": _n("Its interest, on the home"),
    "assume-second-charge.fee": _n("Its fee, kept back, on the home"),
    "assume-low-month.chance": _n("Chance that a month brings only the low amount"),
    "assume-unread": _n("“{text}” could not be read. Write it like this: --assume job-lost.months=4"),
    "assume-unknown": _n("Nothing is assumed under that name: {text}. There are: {names}."),
    # Many futures
    "futures-head-drawn": _n("Good months and bad ones"),
    "report-subtitle-futures": _n("If something happens, figures of {as_of}"),
    "fan-plan-none": _n(
        "No income in the file is said to vary, so no futures were drawn. What an illness, a lost job or a loan called in would do "
        "is worked out by ashore futures FILE."
    ),
    "fan-more": _n("More futures, and what happens if something goes wrong besides: ashore futures FILE."),
    "fan-none": _n(
        "No income in the file is said to vary, so there is only one future to show. Where one does, write certainty = "
        '"variable" and low = what a bad month brings.'
    ),
    "fan-lead": _n(
        "Assumed: {paths_count} futures drawn by lot (seed {seed}). Each month, each income that varies brings only its low amount with a chance of {low_rate}, else the usual one. Months and incomes do not depend on each other. After {most_nmonths} it is always the low one."
    ),
    "fan-held-all": _n("In each of {paths_count} futures drawn everything could be paid."),
    "fan-held": _n("In {held_count} of {paths_count} futures drawn everything could be paid."),
    "fan-breaks": _n(
        "Where something could not, that began most often in {break_month} ({break_count} of them)."
    ),
    "fan-breaks-first": _n("Where something could not, that began in {break_month} at the earliest."),
    "fan-past-90": _n("In {past_count} of {paths_count} a debt passed 90 days past due on the way."),
    "fan-free": _n(
        "In most of them, 80 of 100, the last one is closed between {early_month} and {late_month}; in the middle one in "
        "{middle_month}."
    ),
    "fan-free-same": _n("In most of them, 80 of 100 and more, the last one is closed in {middle_month}."),
    "fan-free-open": _n("In more than 10 of 100 futures something goes on beyond the months counted."),
    "fan-caption": _n(
        "Of {paths_count} futures, in yuan: low is not exceeded in 10 of 100, middle in 50, high in 90"
    ),
    "fan-caption-owed": _n(
        "Principal still owed in {paths_count} futures, in yuan: low is not exceeded in 10 of 100, middle in 50, high in 90"
    ),
    "fan-caption-cash": _n(
        "Cash at the month's end in {paths_count} futures, in yuan: low is not exceeded in 10 of 100, middle in 50, high in 90"
    ),
    "column-fan-low": _n("Low"),
    "column-fan-middle": _n("Middle"),
    "column-fan-high": _n("High"),
    "column-owed-low": _n("Owed low"),
    "column-owed-middle": _n("middle"),
    "column-owed-high": _n("high"),
    "column-cash-low": _n("Cash low"),
    "column-cash-middle": _n("cash middle"),
    "column-cash-high": _n("cash high"),
    "fan-chart-owed": _n("Principal still owed from {first_month} to {last_month}"),
    "fan-chart-cash": _n("Cash at the month's end from {first_month} to {last_month}"),
    "fan-summary-owed": _n("At the end {middle_fen} in the middle future, {low_fen} to {high_fen} in most."),
    "fan-summary-owed-none": _n("At the end nothing is left to pay in at least 90 of 100 futures."),
    "fan-summary-cash-none": _n("At the end no cash is left in at least 90 of 100 futures."),
    "fan-summary-cash": _n("At the end {middle_fen} in the middle future, {low_fen} to {high_fen} in most."),
    "fan-middle-line": _n("the middle future"),
    "fan-band": _n("80 of 100 futures"),
    # The one change that helps most
    "futures-head-change": _n("What helps most, before anything happens"),
    "change-caption-shocks": _n(
        "Tried against {tried_count} shocks to your money, one change at a time; living short in yuan"
    ),
    "change-caption-drawn": _n(
        "Tried in futures as your file describes them: {tried_count}, one change at a time; living short in yuan"
    ),
    "column-change": _n("Change"),
    "column-held": _n("Holds"),
    "column-unpaid": _n("Living short"),
    "change-none": _n("as planned"),
    "change-side-work": _n("side work in full: {names}, {hours_count} hours a month"),
    "change-sale": _n("sold next month: {names}"),
    "change-spending": _n("without: {names}"),
    "change-ask": _n("agreed as asked: {names}"),
    "change-friend-loan": _n("lent by {names}: {amount_fen}"),
    "change-caption-one": _n("Tried on the figures in your file, one change at a time; living short in yuan"),
    "change-most-shocks": _n(
        "Of single changes this helps most; with it the plan holds through {with_count} of {tried_count} shocks instead of "
        "{held_count}:"
    ),
    "change-most-drawn": _n(
        "Of single changes this helps most; with it everything can be paid in {with_count} of {tried_count} futures instead of "
        "{held_count}:"
    ),
    "change-most-one": _n("With this alone everything can be paid:"),
    "change-spares": _n(
        "No single change carries the plan through more shocks. This one helps most; {spared_fen} less of living is without "
        "money on average:"
    ),
    "change-friend-shocks": _n(
        "What you can change yourself carries the plan through no more shocks ({held_count} of {tried_count}). Borrowing from friends or family, the last resort, would carry it through more: see the table."
    ),
    "change-friend-drawn": _n(
        "What you can change yourself does not make everything payable in more futures ({held_count} of {tried_count}). Borrowing from friends or family, the last resort, would: see the table."
    ),
    "change-friend-one": _n(
        "What you can change yourself is not enough alone. Borrowing from friends or family, the last resort, would be: see the table."
    ),
    "change-none-shocks": _n(
        "None of these alone carries the plan through more shocks ({held_count} of {tried_count}). Each still makes the months "
        "before easier."
    ),
    "change-none-drawn": _n(
        "None of these alone makes everything payable in more futures ({held_count} of {tried_count}). Several together may: see "
        "ashore asks and ashore levers."
    ),
    "change-none-one": _n(
        "None of these alone is enough. Several together may be: see ashore asks and ashore levers."
    ),
    # The emergency fund
    "futures-head-fund": _n("How large an emergency fund"),
    "fund-caption": _n("Each aim, in yuan, against {tried_count} shocks to your money"),
    "column-fund": _n("Aim"),
    "column-fund-price": _n("Costs more"),
    "fund-carries": _n(
        "An aim of {target_fen} is worth its price. If nothing happens, it costs {more_fen} more by the end than none. It carries the plan through {with_count} of {tried_count} shocks instead of {held_count}."
    ),
    "fund-spares": _n(
        "An aim of {target_fen} is worth its price: it costs {more_fen} more by the end than none if nothing happens. It does not "
        "carry the plan through more of these shocks, but of living {unpaid_fen} would be without money on average instead of "
        "{without_fen}."
    ),
    "fund-nothing": _n(
        "Against these shocks a larger aim costs more than the living money it spares, or spares none. Against small surprises the "
        "one in your file is still right."
    ),
    "fund-own": _n("That is the one in your file."),
    "fund-note": _n(
        "“Costs more”: interest, penalty interest and fees by the end, against no fund, if nothing happens. “Holds”: in how many "
        "of {tried_count} everything can be paid. “Living short”: essential spending without money, on average over them. Worth "
        "it: holds most; of those, price and living short together are least if one of these came, each as likely."
    ),
}
