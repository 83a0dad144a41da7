"""What is said of a budget, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

BUDGET: Final[Mapping[str, str]] = {
    "budget-head": _n("Whether the money reaches"),
    "budget-reaches": _n(
        "Counted by whole months, the money reaches in every month for the next {ahead_nmonths}: for essential spending and for what is due by the plan."
    ),
    "budget-short-lead": _n(
        "In {month_count} of the months ahead the money does not reach for essential spending and what is due by the plan:"
    ),
    "budget-short": _n("{of_month}: {short_fen} is missing."),
    "budget-short-then": _n(
        "Living comes first. See what can be asked of the creditors before those months: ashore asks FILE."
    ),
    "budget-rests-past": _n(
        "The envelopes are the middle of your own {month_count} whole months from {first_month} to {last_month}, with what came back taken off."
    ),
    "budget-rests-file": _n(
        "Whole months in a row that the bills cover: {month_count}; at least {least_count} are needed. So what your file says is used."
    ),
    "budget-private": _n(
        "This page is for you alone. What money went to stands in no plan, no letter and no export."
    ),
    "budget-head-lines": _n("The envelopes"),
    "budget-column-line": _n("For"),
    "budget-column-usual": _n("A usual month"),
    "budget-column-next": _n("Next month"),
    "budget-total": _n("Together"),
    "budget-lines-essential": _n("Essential spending, in yuan"),
    "budget-lines-either": _n("What only you can say, in yuan"),
    "budget-lines-discretionary": _n("What can wait, in yuan"),
    "budget-line-shop": _n("What the shop needs from the home"),
    "budget-line-unknown": _n("Nobody has said what for"),
    "budget-share": _n("Next month counts your part, {share_rate} of it."),
    "budget-irregular": _n(
        "{name}: some months took much more ({high_fen} at most), so {aside_fen} a month is put away for them."
    ),
    "budget-from-file": _n("From your file, not seen in the bills: {names}."),
    "budget-head-spreads": _n("Put away for, month by month"),
    "budget-spread-file": _n("{name}: {sum_fen} in {due_month}; {first_fen} in the first month."),
    "budget-spread-file-yearly": _n(
        "{name}: {sum_fen} each year, next in {due_month}; {first_fen} in the first month."
    ),
    "budget-spread-past-yearly": _n(
        "{name}: a year before, that month took {sum_fen} more than usual; next in {due_month}. {first_fen} in the first month. If it will not come again, leave it out."
    ),
    "budget-spread-note": _n(
        "Each sum is complete by its month. It lies apart from the money for the month and pays for nothing else."
    ),
    "budget-head-months": _n("Month by month"),
    "budget-months-caption": _n("What comes in, what the envelopes get, what the plan pays, in yuan"),
    "budget-column-in": _n("Comes in"),
    "budget-column-envelopes": _n("Envelopes"),
    "budget-column-plan": _n("Due by plan"),
    "budget-column-short": _n("Missing"),
    "budget-column-left": _n("Kept for later"),
    "budget-cut": _n(
        "In {cut_nmonths} of them there is less than usual for what can wait or what only you can say; first in {of_month}: {cut_fen} less."
    ),
    "budget-file-low": _n(
        "Your file counts {file_fen} a month for living; your past months took {past_fen}. The plan hopes for too much there: change the file, then make the plan anew."
    ),
    "budget-head-shop": _n("The shop, apart from the home"),
    "budget-shop-caption": _n("The shop month by month, in yuan"),
    "budget-column-takings": _n("Takings"),
    "budget-column-received": _n("Money owed to it"),
    "budget-column-costs": _n("Stock and costs"),
    "budget-column-aside": _n("Put away"),
    "budget-column-supplier": _n("Its debts"),
    "budget-column-hands": _n("Hands over"),
    "budget-shop-spread": _n("{name}: {sum_fen} in {due_month}, put away from the takings month by month."),
    "budget-shop-takings": _n(
        "In your past months the bills show takings of {past_fen} in the middle month."
    ),
    "budget-shop-stock": _n("Stock took {past_fen} in the middle month."),
    "budget-shop-note": _n(
        "The shop's debts are paid by the plan and shown here once more; they are not taken off again. Stock money pays for no debt."
    ),
    "budget-head-beside": _n("Beside official averages"),
    "budget-beside-near": _n(
        "{names}: {mine_fen} a head and month; the average was {average_fen} ({source})."
    ),
    "budget-beside-low": _n(
        "{names}: {mine_fen} a head and month; the average was {average_fen} ({source}). Is something paid in cash, by somebody else, or not in the bills?"
    ),
    "budget-beside-high": _n(
        "{names}: {mine_fen} a head and month; the average was {average_fen} ({source}). Is something counted twice, or for more people than the file says?"
    ),
    "budget-beside-note": _n(
        "Averages over all households, to find what was left out or counted twice. They say nothing about how much you should spend."
    ),
    "budget-head-open": _n("Not said yet"),
    "budget-unknown": _n(
        "Payments of which no rule knows what they were for: {row_count}, {sum_fen} together. Until you say it, they count as essential."
    ),
    "budget-people": _n(
        "About {month_fen} a month went to people and nobody has said what for. It is not in the budget: say it if it comes again."
    ),
    "budget-teach": _n(
        'Say it once, for all payments with a word in them: --correct "WORD=food"; with --corrections FILE it is kept on this computer.'
    ),
    "budget-share-unclear": _n("The share is written as 60% or 2/3, above nothing and at most all of it."),
    "correct-unclear": _n("A correction is written WORD=CATEGORY. Categories: {choices}."),
    "corrections-unreadable": _n("The file of corrections cannot be read: {detail}."),
    "correction-wrong": _n("This correction is left out: {key} cannot be read."),
    "budget-column-early": _n("Early"),
    "budget-early-less": _n(
        "The plan would repay {early_fen} early in these months; by your own past {paid_fen} is left for that. Nothing is overdue for it."
    ),
    "budget-spread-short": _n("{name}: by its month {missing_fen} of it cannot be put away from this money."),
    "budget-spread-apart": _n(
        "What is put away lies apart from the money for the month and pays for nothing else."
    ),
    "budget-living-unknown": _n(
        "What living takes is not known yet, so nothing can be said about whether the money is enough. Put it in, or give bills of three whole months."
    ),
    "budget-lump-rule": _n(
        "A month stands out when it took at least {lump_count} times the usual, and at least {least_fen} more."
    ),
    "budget-beside-rule": _n(
        "It asks only where an entry is below 1/{far_count} of the average, or above {far_count} times it."
    ),
    "budget-irregular-unknown": _n(
        "What nobody has said the purpose of took much more in some months ({high_fen} at most), so {aside_fen} a month is put away for it."
    ),
    "budget-shop-hopes": _n(
        "Your file counts on takings of {file_fen} in the middle month; your past months show {past_fen}. Cash is in no bill. If there was none, the plan hopes for too much: put the takings right, then make it anew."
    ),
    "budget-spread-past-moves": _n(
        "{name}: around the festival a year before, a month took {sum_fen} more than usual. It moves with the calendar: have it together in {due_month}. {first_fen} in the first month. If it will not come again, leave it out."
    ),
    "budget-plan-cuts": _n(
        "The plan spends {cut_fen} less than this on what can wait, in the months that need it for the "
        "debts. In those months go by the plan."
    ),
}
