"""What is said of why a debt grew, by code: for the person alone, and never in blame."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

WHY: Final[Mapping[str, str]] = {
    "why-private": _n(
        "For your eyes alone. It goes into no letter, no plan and no export. Do not show it to a lender or a collector."
    ),
    "why-head": _n("How what you owe has changed"),
    "why-head-lacking": _n("Not enough to say why"),
    "why-lacking": _n("These payments are not enough for an honest answer. What is missing:"),
    "why-lacks-months": _n(
        "Months that the bills show wholly: {have_nmonths}. To tell what is usual for you, {more_nmonths} more are needed."
    ),
    "why-lacks-spending": _n("No spending: add the bills of the app or card that you pay with."),
    "why-lacks-income": _n("No income: add the statement of the account that your pay comes into."),
    "why-lacks-debts": _n("No debt is written down yet."),
    "why-grew": _n(
        "From {since} to {until}, what you owe grew by {change_fen}: from {start_fen} to {end_fen}."
    ),
    "why-fell": _n(
        "From {since} to {until}, what you owe went down by {change_fen}: from {start_fen} to {end_fen}."
    ),
    "why-same": _n("From {since} to {until}, what you owe stayed at {end_fen}."),
    "why-change-range": _n(
        "What was owed earlier is partly an estimate: the change lies between {low_fen} and {high_fen}."
    ),
    "why-owed": _n("What was owed at the end of the month, in yuan"),
    "why-column-owed": _n("Owed"),
    "why-head-parts": _n("What it is made of"),
    "why-parts-caption": _n("Each part in yuan, with the least and the most it can be"),
    "why-column-cause": _n("Part"),
    "why-column-part": _n("Likely"),
    "why-column-low": _n("At least"),
    "why-column-high": _n("At most"),
    "why-total": _n("The whole change"),
    "why-cause-income-fell": _n("Income below its earlier level"),
    "why-cause-illness": _n("Illness"),
    "why-cause-once": _n("Large sums that came once"),
    "why-cause-gap": _n("Essential spending above usual income"),
    "why-cause-habits": _n("Other spending above what was left"),
    "why-cause-left-over": _n("Left over after living"),
    "why-cause-shop-fell": _n("The shop, since its takings fell"),
    "why-cause-shop-gap": _n("The shop's costs above its takings"),
    "why-cause-cost": _n("Interest, fees and penalties"),
    "why-cause-rolling": _n("What loans cost that repaid other loans"),
    "why-cause-cash": _n("Cash kept or used up"),
    "why-cause-not-explained": _n("Not explained"),
    "why-say-income-fell": _n(
        "For {fell_nmonths} your income was below what it had been: {part_fen} was missing. That can happen to anybody."
    ),
    "why-say-illness": _n("Illness took {part_fen} more than in a usual month. Nobody chooses that."),
    "why-say-once": _n("Large sums came once: {part_fen} in all."),
    "why-say-gap": _n(
        "What a household cannot do without took {part_fen} more than usually comes in. Saving alone does not close such a gap."
    ),
    "why-say-habits": _n(
        "Other spending came to {part_fen} more than was left after what a household cannot do without. A budget can change this part."
    ),
    "why-say-left-over": _n("After living, {part_fen} was left over. It has kept the debt that much lower."),
    "why-say-shop-fell": _n("The shop's takings fell, and it took {part_fen} more than it brought."),
    "why-say-shop-gap": _n("The shop took {part_fen} more than it brought."),
    "why-say-cost": _n(
        "The debts themselves cost {part_fen} in interest, fees and penalties. Nothing that you bought is in this sum."
    ),
    "why-say-rolling": _n(
        "About {moved_fen} of new loans went into repaying old ones. That moves a debt and adds nothing to it; what it added is what the new loans cost, {part_fen}."
    ),
    "why-say-cash": _n(
        "By these bills your cash has grown by {part_fen}: that much of the debt is still there as money, or was spent where no bill shows it."
    ),
    "why-say-cash-less": _n(
        "By these bills {part_fen} of your own money went first. Without it the debt would have grown by that much more."
    ),
    "why-say-not-explained": _n("For {part_fen} these payments show no reason."),
    "why-say-perhaps": _n("{cause}: none that is sure; up to {high_fen} may be among what is not certain."),
    "why-head-fell": _n("What fell outside the usual"),
    "why-falls-caption": _n("Months in which less came in than before, in yuan"),
    "why-column-usual": _n("Before"),
    "why-column-came": _n("Came in"),
    "why-column-missing": _n("Less by"),
    "why-once": _n("{on}: {above_fen} above the usual."),
    "why-once-perhaps": _n(
        "{on}: {above_fen}, of which nobody has said what it was for. It may be such a sum."
    ),
    "why-head-narrower": _n("What would make this surer"),
    "why-aside": _n("{aside_nmonths} are not wholly in the bills and were set aside: {months}."),
    "why-owed-unknown": _n(
        "What was owed around {on} on: {debts}. Say it with --owed, or give the lender's statement with --statement."
    ),
    "why-open": _n(
        "Of {open_fen} of spending only you can say whether the household could do without it. Say so with --correct."
    ),
    "why-unclear": _n("For transfers of {unclear_fen} it is not clear whether the money stayed yours."),
    "why-cash-unknown": _n("What was there in all your accounts around {on}. Say it with --cash."),
    "why-head-then": _n("What fits"),
    "why-remedy-deferral": _n(
        "For a time in which income fell or a sum came once, a deferral fits: ashore asks FILE, and say what happened."
    ),
    "why-remedy-lasting": _n(
        "Income has been lower for a year or more. A deferral would only put things off; ask for a lower rate or a reduction: ashore asks FILE."
    ),
    "why-remedy-relief": _n(
        "For a gap that stays, paying later does not help. Ask for a lower rate or a reduction, and for public help where there is some: ashore asks FILE."
    ),
    "why-remedy-budget": _n(
        "For spending above what is left, a budget made from your own past: ashore budget FILE BILL…."
    ),
    "why-remedy-lessons": _n(
        "For what the debts cost: ashore debts FILE shows which costs most, ashore plan FILE what to pay first."
    ),
    "why-cause-unclear": _n("No single cause stands out surely enough to be named in your file."),
    "why-cause-as-said": _n("Your file says the same: {line}."),
    "why-cause-line": _n(
        "If you agree, write this line under [household] in your file; the plan then puts first what fits: {line}"
    ),
    "why-head-rows": _n("The payments behind it"),
    "why-rows-caption": _n("{cause}: the largest payments, in yuan"),
    "why-rows-more": _n("{more_count} more; --json lists them all."),
    "why-column-file": _n("File"),
    "why-column-row": _n("Line"),
    "why-column-day": _n("Day"),
    "why-column-fen": _n("Amount (yuan)"),
    "why-about": _n("It rests on the bills that you gave and on your file, and on nothing else."),
    "why-day-unclear": _n("“{read}” is no day as 2025-01-31."),
    "why-sum-unclear": _n("“{read}” is no sum of yuan."),
    "why-unlisted": _n(
        "{unlisted_fen} more was borrowed than repaid at lenders whom none of your debts names. Add the debt, or write the lender's name as the bill has it."
    ),
    "why-lacks-recent": _n(
        "The months that the bills show wholly end on {until}, and what is owed is known for {as_of}. Add the bills since then, or say what was owed around {until} on: {debts}."
    ),
    "why-ends-early": _n("The bills from {until} to {as_of}."),
    "why-alike": _n(
        "Payments that fit {debts} alike: {row_count}, {row_fen} together. Which of them each was for is not known; they are shared out by what is owed, so the total is right. If the bills call them differently, give each debt the name that stands there."
    ),
    "why-alike-named": _n(
        "{alike_count} debts are called {debts}, and {row_count} payments, {row_fen} together, fit them alike. Which of them each was for is not known; they are shared out by what is owed, so the total is right. If the bills call them differently, give each debt the name that stands there."
    ),
    "why-column-who": _n("With whom"),
    "why-doubt-rule": _n(
        "Where nobody said what was owed, it is reckoned from the payments and the contract's rate. Up to {doubt_part} of that interest may be off."
    ),
    "why-fell-rule": _n(
        "A month stands here when at least {least_part} of its earlier level was missing, more where your income always moves. The earlier level is the middle of the months before it that had not fallen: at most {earlier_nmonths}, at least {least_nmonths}."
    ),
    "why-once-rule": _n(
        "A single payment stands here from {large_part} of a usual month's income on. Health does where a month took more than {ill_count} times its usual, and {ill_part} of that income more."
    ),
    "why-open-rule": _n(
        "Until you say so, it is split as the sorted payments are. The range takes at least {sure_part} of either side as sure."
    ),
    "why-then-rule": _n(
        "What fits is named for a cause from {worth_part} of all that added to the debt on. The main cause is one from {main_part} on that surely comes before the next."
    ),
    "why-statement": _n(
        "{file} says what was owed on {debt}, and the answer counts with it. Days: {days_count}; the first {since}, the last {until}."
    ),
    "why-statement-none": _n(
        "{file} names no day on which all that was owed on {debt} is certain. Nothing was taken from it. If you know a figure, say it with --owed."
    ),
    "why-cash-beyond": _n(
        "By these bills {beyond_fen} more should be there than there is. Is there a card, an app or cash spent of which no bill tells?"
    ),
}
