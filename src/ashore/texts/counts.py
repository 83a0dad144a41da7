"""Counts, days ahead and typed words as text: `1 month`, `in 21 days`, `to object`, in each language."""

from collections.abc import Mapping, Sequence
from typing import Final

from ashore.texts.language import Language, gettext_for
from ashore.texts.language import translate_later as _n

COUNTED: Final[Mapping[str, tuple[str, str]]] = {
    "ndays": (_n("1 day"), _n("{count} days")),
    "nmonths": (_n("1 month"), _n("{count} months")),
    "nyears": (_n("1 year"), _n("{count} years")),
    "ndebts": (_n("1 debt"), _n("{count} debts")),
    "ntimes": (_n("once"), _n("{count} times")),
}
"""By unit: how one is written, and how any other number is."""
AHEAD: Final = (_n("today"), _n("tomorrow"), _n("in {count} days"))
WHATS: Final[Mapping[str, str]] = {
    "objection": _n("pay, or object where it is truly wrong"),
    "answer": _n("answer the court"),
    "hearing": _n("be at the hearing"),
    "appeal": _n("decide whether to appeal"),
    "payment": _n("pay as the judgment says"),
    "report": _n("report what you own to the court"),
    "arbitration": _n("answer the arbitration commission"),
    "settlement": _n("answer the settlement offered"),
}
"""What a paper may ask for by a day, by the word of the file; any other text is shown as typed."""
PARTS: Final[Mapping[str, str]] = {
    "principal": _n("the principal"),
    "interest": _n("the interest"),
    "penalty": _n("penalty interest"),
    "compound": _n("compound interest"),
    "damages": _n("damages"),
    "fees": _n("fees"),
}
"""Parts of what is owed, as they stand in a sentence."""
LAST: Final = _n("{first} and {last}")
NO_NUMBER: Final = _n("the number the office itself publishes")


def format_counted(unit: str, value: int, language: Language) -> str:
    """Return a number with what is counted: `1 month`, `37 months`."""
    one, many = COUNTED[unit]
    return gettext_for(language)(one if value == 1 else many).format(count=f"{value:,}")


def format_ahead(days: int, language: Language) -> str:
    """Return how far ahead a day is: `today`, `tomorrow`, `in 21 days`."""
    return gettext_for(language)(AHEAD[min(days, 2)]).format(count=f"{days:,}")


def format_what(what: str, language: Language) -> str:
    """Return what a paper asks for; a text that is no known word stays as it was typed."""
    return gettext_for(language)(WHATS[what]) if what in WHATS else what


def format_parts(names: Sequence[str], separator: str, language: Language) -> str:
    """Return parts of what is owed as a list in a sentence: `penalty interest, damages and fees`."""
    *first, last = [gettext_for(language)(PARTS[name]) for name in names] or [""]
    return gettext_for(language)(LAST).format(first=separator.join(first), last=last) if first else last


def format_number(number: str | None, language: Language) -> str:
    """Return a number to call, or in words that it must be looked up."""
    return number or gettext_for(language)(NO_NUMBER)
