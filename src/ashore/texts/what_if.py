"""What is said of changes a person asks about, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

WHAT_IF: Final[Mapping[str, str]] = {
    "answer-head-what-if": _n("What if"),
    "what-if-caption": _n("The best plan if this were known from today on, in yuan"),
    "what-if-none": _n("As it is"),
    "what-if-short": _n("not enough"),
    "what-if-note": _n("Missing: how much more today would do."),
    "what-if-unread": _n(
        "“{text}” could not be read. Write it like this: income -20% from 2027-02 for 3 months"
    ),
    "what-if-unknown": _n("There is no income or spending called “{text}”. There are: {names}."),
    "column-if": _n("If"),
    "column-missing": _n("Missing"),
    "kept-holds": _n("With this the plan as it is holds; the last payment is on {on}."),
    "kept-holds-open": _n("With this the plan as it is holds."),
    "kept-short": _n("If you keep to the plan as it is, money first runs short in {gap_month}."),
    "kept-working": _n("The best plan for this case is being worked out."),
    "kept-works-now": _n("With this, each due could be paid."),
    "what-if-lent": _n("{change}: counts on {amount_fen} lent by {names}."),
    "what-if-hours": _n("{change}: counts on {hours_count} hours of side work instead of {own_count} hours."),
}
