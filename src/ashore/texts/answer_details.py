"""What is said in a plan's details and beside the usual ways of paying, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

ANSWER_DETAILS: Final[Mapping[str, str]] = {
    # What each debt takes
    "totals-caption": _n("What is paid on each until {last_month}, in yuan"),
    "totals-caption-holding": _n("What each is paid in this time, until {last_month}, in yuan"),
    "totals-parts": _n("Penalty interest includes compound interest; fees include damages."),
    "totals-new": _n(
        "New from today on: interest {interest_fen}, penalty interest {penalty_fen}, fees {fee_fen}; "
        "together {cost_fen}."
    ),
    "totals-forgiven": _n(
        "The creditors write off {forgiven_fen}; it stands apart and is not interest avoided."
    ),
    "totals-lent": _n("A friend's loan of {lent_fen} comes in; repaying it is in the table."),
    "totals-left": _n("At {last_month} {left_fen} is left and goes on by contract: {debts}."),
    "totals-owed": _n(
        "Owed today in all: {owed_fen} (principal, and the interest, penalty interest and fees run up by "
        "the end of {as_of})."
    ),
    # Tables
    "calendar-caption": _n("What is in each payment until {last_month}, in yuan"),
    "cash-caption": _n("Each month until {last_month}, in yuan; {start_fen} at the start"),
    "chart-debts-table": _n("The same as a table, in yuan"),
    # The shop
    "shop-brings": _n(
        "{shop} leaves about {year_fen} in the next 12 months, after stock, fixed costs and what it has to "
        "pay."
    ),
    "shop-costs": _n(
        "{shop} takes about {year_fen} more than it brings in the next 12 months, after stock, fixed costs "
        "and what it has to pay."
    ),
    "shop-alternative-missing": _n(
        "To see what closing would change, write an “alternative” for the shop: the wage you could earn, "
        "what the stock would bring, the deposit lost."
    ),
    "shop-instead": _n(
        "Without it, a wage would bring about {wage_fen} in 12 months; the stock {stock_fen}; the deposit "
        "lost is {deposit_fen}."
    ),
    "shop-closed-short": _n("Without the shop, not everything could be paid on today's figures."),
    "shop-closed-works": _n("Without the shop, each debt could be paid on today's figures."),
    "shop-closed-end": _n(
        "Without the shop, on today's figures the last debt is closed in {ahead_nmonths}; new interest, "
        "penalty interest and fees come to {cost_fen}."
    ),
    "shop-choice": _n(
        "It is yours and your family's to decide. If it closes, ask {tax_number} about taxes and "
        "deregistering first; the debts stay."
    ),
    # How it was counted
    "convention-fen": _n("To the fen, rounded half up, as things stood at the end of {as_of}."),
    "convention-months": _n("Months are counted by the calendar: next month is the first."),
    "convention-low": _n("Income that varies is counted at its bad months."),
    "convention-order": _n(
        "For the first three months money moves on its real days; after that a month's income is there on its first day. Work it out anew each month, and the days that are near are the real ones."
    ),
    "convention-tier": _n(
        "This is the best of several ways of paying; whether there is a better one has not been checked yet."
    ),
    "convention-bound": _n(
        "Checked: no way of paying that works costs less than {bound_fen} in interest, penalty interest and fees, less what is written off. This plan is at most {gap_fen} above the best. What the check leaves out (the days within a month, fees for paying early) is part of that."
    ),
    "convention-holding": _n(
        "The holding plan is told for {holding_nmonths}: it is for the time of talking."
    ),
    # Beside the usual ways of paying, and beside the best there can be
    "compare-bound": _n("Checked: this plan is at most {gap_fen} above the best there can be."),
    "compare-bound-work": _n(
        "Checked: with the same side work this plan is at most {gap_fen} above the best there can be."
    ),
    "compare-caption": _n(
        "Each followed until everything is closed, for {horizon_nmonths} at most; cost and left in yuan"
    ),
    "way-plan": _n("This plan"),
    "way-holding": _n("The holding plan"),
    "way-as-is": _n("Dues only, in the file's order"),
    "way-avalanche": _n("Highest rate first"),
    "way-snowball": _n("Smallest first"),
    "way-pro-rata": _n("A share to each"),
    "way-look-ahead": _n("Highest rate first, keeping cash ahead"),
    "months-count": _n("{all_nmonths}"),
    "months-open": _n("not closed"),
    "compare-avalanche-same": _n("Highest rate first comes to exactly the same."),
    "compare-avalanche-as-good": _n("Highest rate first is as good, to within {within_fen}."),
    "compare-avalanche-dearer": _n("Highest rate first costs {difference_fen} more."),
    "compare-avalanche-cheaper": _n(
        "Highest rate first costs {difference_fen} less; this plan follows the goal you chose."
    ),
    "compare-avalanche-fails": _n(
        "Highest rate first leaves a debt overdue at a month's end {overdue_ntimes}."
    ),
    "compare-avalanche-short": _n("Highest rate first leaves months without enough to live on."),
    "compare-none-works": _n("None of these ways pays everything each month."),
    "compare-essentials": _n("Some of them leave months without enough to live on."),
    # The plans for each goal
    "variants-caption": _n("The plan for each thing you may want most, in yuan"),
    "variant-cheapest": _n("Least cost"),
    "variant-fewest-debts": _n("Fewer debts soon"),
    "variant-soonest": _n("Done soonest"),
    "variant-lowest-strain": _n("Easier months"),
    "variants-note": _n(
        "Highest month: the most that goes to debts in one calendar month. Each is the best of several ways "
        "of paying; choose one with --goal."
    ),
    # Pictures
    "chart-debts": _n("Principal left at each month's end, today is 100%; {first_month} to {last_month}"),
    "chart-debts-done": _n("By {last_month} all are closed."),
    "chart-debts-open": _n("Left in {last_month}: {open_ndebts}."),
    "chart-rest": _n("the other {rest_ndebts}"),
    "chart-cash": _n("Cash at each month's end in yuan, {first_month} to {last_month}"),
    "chart-cash-summary": _n(
        "The least is {low_fen}, in {low_month}; the emergency fund aims at {target_fen}."
    ),
    "chart-cash-summary-no-fund": _n("The least is {low_fen}, in {low_month}."),
    "shop-even": _n("To pay for itself over these months, a usual month has to take about {even_fen}."),
    "shop-even-wage": _n("To bring as much as that wage, a usual month has to take about {even_fen}."),
    "convention-bound-work": _n(
        "Checked: no way of paying that works, with the same side work, costs less than {bound_fen} in interest, penalty interest and fees, less what is written off. This plan is at most {gap_fen} above the best. What the check leaves out (the days within a month, fees for paying early) is part of that."
    ),
}
