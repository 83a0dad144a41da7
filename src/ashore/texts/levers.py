"""What changes are worth to a plan, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

LEVERS: Final[Mapping[str, str]] = {
    "levers-sale-works": _n(
        "{name} sold for about {amount_fen}: everything can be paid; {last_month} is the last month in which selling does as much."
    ),
    "levers-sale-overdue": _n(
        "{name} sold for about {amount_fen}: it spares {fewer_count} of the times that a debt is overdue at a month's end; {last_month} is the last month in which selling does as much."
    ),
    "levers-sale-saves": _n("{name} sold for about {amount_fen}: it costs {saved_fen} less by the end."),
    "levers-sale-nothing": _n("{name} sold for about {amount_fen}: nothing changes for the better."),
    "levers-spending-works": _n("Without {name} ({amount_fen} each time): everything can be paid."),
    "levers-spending-overdue": _n(
        "Without {name} ({amount_fen} each time): it spares {fewer_count} of the times that a debt is overdue at a month's end."
    ),
    "levers-spending-saves": _n(
        "Without {name} ({amount_fen} each time): it costs {saved_fen} less by the end."
    ),
    "levers-spending-nothing": _n("Without {name} ({amount_fen} each time): nothing changes for the better."),
    "levers-due-day-works": _n("{name} due on day {day_count}: everything can be paid."),
    "levers-due-day-overdue": _n(
        "{name} due on day {day_count}: it spares {fewer_count} of the times that a debt is overdue at a month's end."
    ),
    "levers-due-day-saves": _n("{name} due on day {day_count}: it costs {saved_fen} less by the end."),
    "levers-due-day-nothing": _n("{name} due on day {day_count}: nothing changes for the better."),
    "levers-friend-works": _n("{name} lending {amount_fen}: everything can be paid."),
    "levers-friend-overdue": _n(
        "{name} lending {amount_fen}: it spares {fewer_count} of the times that a debt is overdue at a month's end."
    ),
    "levers-friend-saves": _n("{name} lending {amount_fen}: it costs {saved_fen} less by the end."),
    "levers-friend-nothing": _n("{name} lending {amount_fen}: nothing changes for the better."),
    "levers-side-work-works": _n(
        "{name}: with {hours_count} hours until {last_month} ({amount_fen}), everything can be paid."
    ),
    "levers-side-work-overdue": _n(
        "{name}: with {hours_count} hours until {last_month} ({amount_fen}), it spares {fewer_count} of the times that a debt is overdue at a month's end."
    ),
    "levers-side-work-saves": _n(
        "{name}: with {hours_count} hours until {last_month} ({amount_fen}), it costs {saved_fen} less by the end."
    ),
    "levers-side-work-nothing": _n(
        "{name}: even {hours_count} hours until {last_month} ({amount_fen}) change nothing for the better."
    ),
    "levers-side-work-note": _n(
        "If you draw unemployment benefit, ask {social_number} first. Work no more than your health allows."
    ),
    "levers-head-side-work": _n("Side work"),
    "levers-friend-until": _n("{name}: up to about {until_fen} it helps more; beyond that no further."),
    "levers-friend-until-same": _n("{name}: more than that does not help further."),
    "levers-friend-note-sued": _n(
        "A court has one of the debts. So money that relatives lend comes in writing and by bank transfer into your own account. It stands in the list of what you own and owe, and is not repaid before its time ahead of the others. Only from their own savings, never money they borrow. If the plan breaks, they lose it: tell them before."
    ),
    "levers-head-money": _n("What money in a month is worth"),
    "levers-head-sale": _n("Things to sell"),
    "levers-head-spending": _n("Spending that can wait"),
    "levers-head-due-day": _n("Due days"),
    "levers-head-friend": _n("A loan from a friend, last"),
    "levers-head-none": _n("What helps"),
    "levers-none": _n("There is nothing in the file to sell, to do without or to move."),
    "levers-money-caption": _n(
        "What {amount_fen} more on the first day of a month is worth by the end, the way of paying unchanged, in yuan"
    ),
    "levers-sale-note": _n("At its market price, with a receipt, the money into your own account."),
    "levers-sale-note-sued": _n(
        "A court has one of the debts: at its market price, with a receipt, the money into your own account; tell the court if it asks. No gifts, no repaying relatives first."
    ),
    "levers-friend-note": _n(
        "In writing, with term and interest, and only from their own savings, never money they borrow. If the plan breaks, they lose it: tell them before."
    ),
    "column-saved": _n("Saved"),
    "column-fewer": _n("Overdue less often"),
    "levers-friend-comes-back": _n(
        "{name}: repaid in full after every one of the {tried_count} shocks tried. If something worse happens, up to {amount_fen} can still be lost to them."
    ),
    "levers-friend-lost": _n(
        "{name}: repaid in full after {repaid_count} of the {tried_count} shocks tried. After the others up to {lost_fen} of the {amount_fen} is not repaid: they lose it."
    ),
    "levers-friend-shut": _n(
        "{name}: {amount_fen} is not counted on. It would be repaid in full after only {repaid_count} of the {tried_count} shocks tried, and the friend would bear the loss."
    ),
    "levers-friend-writing": _n(
        "The plan rests on concessions that are not in writing yet. Get those in writing first; until then no money from a friend."
    ),
    "levers-friend-not": _n(
        "{name}: {amount_fen} is not counted on: with it the plan would still not work, or not repay it in full."
    ),
}
