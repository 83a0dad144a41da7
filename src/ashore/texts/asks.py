"""What could be asked of creditors, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

ASKS: Final[Mapping[str, str]] = {
    "answer-head-asks": _n("What to ask for"),
    "step-asks-below": _n("What to ask for is told under “What to ask for”."),
    "asks-lead": _n("The smallest asks with which each one could be paid:"),
    "ask-defer": _n("{debt}: ask them to put instalments off for {put_off_nmonths}; the interest goes on."),
    "ask-extend": _n(
        "{debt}: ask them to spread what is left over {periods_count} instalments of about {each_fen} each."
    ),
    "ask-extend-rate": _n(
        "{debt}: ask them to spread what is left over {periods_count} instalments of about {each_fen} each, at {new_rate} a year."
    ),
    "ask-extend-free": _n(
        "{debt}: ask them to spread what is left over {periods_count} instalments of about {each_fen} each, without interest from now on."
    ),
    "ask-rate": _n("{debt}: ask them to lower the rate to {new_rate} a year."),
    "ask-rate-free": _n("{debt}: ask them to charge no more interest from now on."),
    "ask-waive": _n("{debt}: ask them to waive the penalty interest, damages and fees run up so far."),
    "ask-settle": _n(
        "{debt}: ask them to close it for {share_rate} of all that is owed, about {each_fen}, paid at once by {on}."
    ),
    "ask-settle-parts": _n(
        "{debt}: ask them to close it for {share_rate} of all that is owed, in {periods_count} equal parts of about {each_fen} without interest."
    ),
    "ask-typed": _n("{debt}: what your file says you want to ask."),
    "asks-lead-free": _n("If they agree, each one can be paid; the last is closed on {on}."),
    "asks-lead-left": _n("If they agree, each one can be paid; what is left goes on by contract."),
    "asks-forgiven": _n(
        "In all {forgiven_fen} would be written off, with the interest and penalty interest that run until then."
    ),
    "asks-proved": _n("Shown by calculation: no asks smaller than these would do."),
    "asks-proved-else": _n("Shown by calculation: without that one, no asks smaller than these would do."),
    "asks-not-proved": _n("The smallest found; that nothing smaller would do is not shown."),
    "asks-why": _n("Why just this:"),
    "why-not-rate": _n(
        "{debt}: even without any interest, at least {missing_fen} would be missing by the end of {gap_month}. A lower "
        "rate alone does not do."
    ),
    "why-not-rate-cut": _n(
        "{debt}: even with the rate as low as this lender may go, at least {missing_fen} would be missing by the end of "
        "{gap_month}. A lower rate alone does not do."
    ),
    "why-not-extend": _n(
        "{debt}: even over {longest_nmonths}, at least {missing_fen} would be missing by the end of {gap_month}. More "
        "time alone does not do."
    ),
    "why-not-settle": _n(
        "{debt}: even with half of it written off, at least {missing_fen} would be missing by the end of {gap_month}."
    ),
    "why-not-defer": _n(
        "{debt}: putting it off for {longest_nmonths} only moves the gap: at least {missing_fen} would be missing by the "
        "end of {gap_month}."
    ),
    "why-not-waive": _n(
        "{debt}: even with all penalties and fees waived, at least {missing_fen} would be missing by the end of "
        "{gap_month}."
    ),
    "why-not-less": _n(
        "{debt}: with the next smaller ask of this kind, at least {missing_fen} would be missing by the end of "
        "{gap_month}."
    ),
    "asks-receives": _n(
        "{debt}: with this they receive {asked_fen} as a value today, without it {otherwise_fen}, all payments of the next {horizon_nmonths} counted. This is at the contract's own rate of {at_rate} a year, if it stays as in the holding plan. Say so: it is better for them too."
    ),
    "asks-receives-less": _n(
        "{debt}: with this they receive {asked_fen} as a value today, without it {otherwise_fen}, all payments of the next {horizon_nmonths} counted. This is at the contract's own rate of {at_rate} a year, if it stays as in the holding plan."
    ),
    "asks-head-else": _n("If they refuse"),
    "asks-else-waive": _n("If they will not waive the charges on {debt}, ask instead:"),
    "asks-else-rate": _n("If they will not lower the rate of {debt}, ask instead:"),
    "asks-else-settle": _n("If they will not close {debt} for less, ask instead:"),
    "asks-else-extend": _n("If they will not give more time for {debt}, ask instead:"),
    "asks-else-defer": _n("If they will not put {debt} off, ask instead:"),
    "asks-else-none": _n(
        "No other asks were found that would do without the heaviest of these. If one of them refuses, these are ways on:"
    ),
    "asks-note": _n(
        "They may agree or not. Ask early, through their official channel, with papers that show why; what is agreed "
        "counts when it is in writing. Ask how it is reported to the credit system."
    ),
    "asks-none": _n(
        "Of what could be asked of the creditors, nothing was found with which everything could be paid. Something else "
        "must change as well: more income, something sold, a lower rent, or public help you are entitled to."
    ),
    "asks-missing": _n(
        "Even with the asks that help most, at least {least_fen} would be missing by the end of {gap_month}. With "
        "{enough_fen} more today and those asks, each one could be paid."
    ),
    "asks-missing-always": _n(
        "Even with the asks that help most, at least {least_fen} would be missing by the end of {gap_month}. A sum today would not close the gap: the living costs of a month are not covered."
    ),
    "asks-not-needed": _n(
        "On today's figures each one can be paid by contract; nothing needs to be asked for."
    ),
    "consent-guarantor": _n(
        "{debt}: {names} answers for it. Ask for written consent before anything is changed; without it, what is heavier "
        "does not bind them."
    ),
    "consent-home": _n(
        "{debt}: the home is pledged for it. Ask first what a change means for the mortgage, in writing."
    ),
    "consent-car": _n(
        "{debt}: the car is pledged for it. Ask first what a change means for the pledge, in writing."
    ),
    "consent-spouse": _n(
        "{debt}: your spouse signed this one too. Read the change together before either signs."
    ),
    "asks-head-received": _n("What each creditor receives, and when"),
    "received-worth": _n(
        "As a value today: money later counts less, by the contract's own yearly rate, a twelfth of it for each month."
    ),
    "received-asked": _n("With the asks:"),
    "received-otherwise": _n("If nothing is agreed, as in the holding plan:"),
    "received-note": _n(
        "Payments up to the horizon. If a debt goes to a collector or a court meanwhile, it comes otherwise; that is not "
        "counted."
    ),
    "column-asked": _n("With the asks"),
    "column-otherwise": _n("Nothing agreed"),
    "column-at-rate": _n("At a rate of"),
    "at-rate": _n("{at_rate}"),
    "column-first": _n("First"),
    "column-last": _n("Last"),
    "column-by-12": _n("By month 12"),
    "column-by-36": _n("By month 36"),
    "column-by-60": _n("By month 60"),
    "asks-head-alike": _n("Treating all creditors alike"),
    "pro-rata-dearer": _n(
        "If each one were paid in proportion, with the same asks, it would still work and cost {more_fen} more."
    ),
    "pro-rata-same": _n(
        "If each one were paid in proportion, with the same asks, it would work and cost no more."
    ),
    "pro-rata-fails": _n(
        "If each one were paid in proportion, with the same asks, it would not work: in {gap_month} something would stay "
        "unpaid."
    ),
    "uniform-rate-cut": _n(
        "One proposal to all that would do: everyone lowers the rate by {cut_rate} of it."
    ),
    "uniform-rate-free": _n("One proposal to all that would do: nobody charges interest from now on."),
    "uniform-term": _n(
        "One proposal to all that would do: everyone spreads what is left over {periods_count} instalments."
    ),
    "uniform-term-cut": _n(
        "One proposal to all that would do: everyone spreads what is left over {periods_count} instalments and lowers the "
        "rate by {cut_rate} of it."
    ),
    "uniform-term-free": _n(
        "One proposal to all that would do: everyone spreads what is left over {periods_count} instalments, without "
        "interest from now on."
    ),
    "uniform-defer": _n(
        "One proposal to all that would do: everyone puts instalments off for {put_off_nmonths}."
    ),
    "uniform-stays": _n("By contract as before: {names}."),
    "uniform-none": _n("No single proposal that is the same for everyone was found to do."),
    "received-uniform": _n("What each creditor receives then:"),
    "asks-head-insolvency": _n("Beside an insolvency"),
    "insolvency-none": _n(
        "No law on personal insolvency that holds in the whole country is known here, so there is nothing to compare with."
    ),
    "law-official": _n("{name} ({source}; official text, seen {seen})"),
    "law-mirrored": _n("{name} ({source}; copy of the official text, seen {seen})"),
    "law-secondary": _n("{name} ({source}; from reports, seen {seen})"),
    "law-weak": _n("{name} ({source}; from weak sources, seen {seen})"),
    "insolvency-assumed": _n(
        "Counted so: {years_count} years. Each month {protected_fen} stays with the household (persons: {persons_count}); what comes in above it goes to the creditors, {income_fen} in all. Belongings and cash above {exempt_fen} are sold, {sold_fen}. Each creditor's share is by what is owed. Costs of the court are not counted."
    ),
    "insolvency-caption": _n(
        "What each creditor would receive, as a value today at the contract's own rate:"
    ),
    "column-insolvency": _n("In insolvency"),
    "column-proposal": _n("With the asks"),
    "insolvency-apart": _n("Secured, so left out: {names}."),
    "asks-forgiven-today": _n(
        "With this, all that is paid from today to the end comes to {less_fen} less than is owed today."
    ),
    "ask-extend-plain": _n("{debt}: ask them to spread what is left over {periods_count} instalments."),
    "ask-extend-payment": _n("{debt}: ask them to lower the instalment to {payment_fen}."),
    "ask-extend-plain-rate": _n(
        "{debt}: ask them to spread what is left over {periods_count} instalments, at {new_rate} a year."
    ),
    "ask-extend-payment-rate": _n(
        "{debt}: ask them to lower the instalment to {payment_fen}, at {new_rate} a year."
    ),
    "ask-extend-plain-free": _n(
        "{debt}: ask them to spread what is left over {periods_count} instalments, without interest from now on."
    ),
    "ask-extend-payment-free": _n(
        "{debt}: ask them to lower the instalment to {payment_fen}, without interest from now on."
    ),
    "ask-defer-add": _n(
        "{debt}: ask them to put instalments off for {put_off_nmonths}; the interest of that time is added to what is owed."
    ),
    "ask-defer-pay": _n(
        "{debt}: ask them to put the principal off for {put_off_nmonths}; the interest is still paid each month."
    ),
    "ask-defer-free": _n(
        "{debt}: ask them to put instalments off for {put_off_nmonths}, without interest for that time."
    ),
    "ask-rate-until": _n("{debt}: ask them to lower the rate to {new_rate} a year until {until}."),
    "ask-rate-free-until": _n("{debt}: ask them to charge no interest until {until}."),
    "ask-settle-open": _n(
        "{debt}: ask them to close it for {share_rate} of all that is owed, about {each_fen}, paid at once."
    ),
    "ask-settle-sum": _n("{debt}: ask them to close it for {settle_fen}, paid at once by {on}."),
    "ask-settle-sum-open": _n("{debt}: ask them to close it for {settle_fen}, paid at once."),
    "ask-settle-sum-parts": _n(
        "{debt}: ask them to close it for {settle_fen}, in {periods_count} equal parts of about {each_fen} without interest."
    ),
    "ask-waive-parts": _n("{debt}: ask them to waive {charges_parts} run up so far."),
    "ask-waive-sum": _n("{debt}: ask them to waive {waived_fen} of {charges_parts} run up so far."),
    "ask-upfront": _n("Of this {upfront_fen} is paid on the day it is agreed."),
    "ask-fee": _n("{fee_fen} is paid as a fee on the day it is agreed."),
    "ask-paid-by": _n("This holds if the rest of what is due is paid by {paid_by}."),
    "ask-covers": _n("The same agreement covers {debts}."),
    "asks-takes": _n("Besides, what they offered is taken:"),
    "asks-offered": _n(
        "With what was offered on {debts}, each one could be paid: see the plan, and get it in writing first. What follows is for the case that it falls through."
    ),
    "received-left": _n(
        "By then this is not all repaid yet: {debts}. What is left comes later and is not in these sums."
    ),
    "asks-missing-with": _n(
        "Even with the asks that help most, at least {least_fen} would be missing by the end of {gap_month}. With {enough_fen} more today, these are the smallest asks with which each one could be paid:"
    ),
    "asks-head-rules": _n("How far they may go"),
    "asks-rules": _n("The asks keep to these rules. They say what a lender may grant, not that it must:"),
    "asks-not-needed-unknown": _n(
        "As far as it is filled in, each one can be paid by contract. Whether anything needs to be asked for shows once what living takes is in."
    ),
    "asks-not-needed-late": _n(
        "On today's figures each one can be paid off in the end without anybody giving way. Some of it is "
        "late now, or comes late on the way: tell those lenders before they ask, in writing, what you pay "
        "and when."
    ),
}
