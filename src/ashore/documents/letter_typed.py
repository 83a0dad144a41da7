"""What a person typed for one letter, read the same way from a line and from a form."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Final, TypeVar, get_args

from ashore.errors import AshoreError
from ashore.household.file.wording import day_from_text
from ashore.household.keys.scalars import fen_from_text, is_too_large
from ashore.household.model import Household
from ashore.letters.case import Hardship, Typed

CAUSES: Final[tuple[Hardship, ...]] = get_args(Hardship)
MONTHS_MAX: Final = 600
DAYS_MAX: Final = 31
WHOLE: Final = 100
NONE: Final = "none"
"""Said where no income of the file is the person's own."""
OWN_MAX: Final = 4_000
"""So many characters of a person's own words are printed: a letter is read by somebody."""
T = TypeVar("T")


class NotTyped(AshoreError):
    """Something typed for a letter that cannot be read, or that the file does not know."""


def typed_of(texts: Mapping[str, str], ticked: Mapping[str, Sequence[str]], household: Household) -> Typed:
    """Return what was typed: `texts` by field, `ticked` the lists `evidence` and `income`.  Raises NotTyped."""
    share = _read(texts, "share", _whole(1, WHOLE))
    return Typed(
        cause=cause_of(texts.get("cause", "")),
        evidence=tuple(dict.fromkeys(ticked.get("evidence", ()))),
        own=texts.get("own", "")[:OWN_MAX],
        amount_fen=_read(texts, "amount", _sum),
        by=_read(texts, "by", day_from_text),
        months=_read(texts, "months", _whole(1, MONTHS_MAX)),
        due_day=_read(texts, "due_day", _whole(1, DAYS_MAX)),
        paid_on=_read(texts, "paid_on", day_from_text),
        share=Fraction(share or WHOLE, WHOLE),
        mine=_mine(ticked.get("income", ()), household),
        got_on=_read(texts, "got_on", day_from_text),
        asked_on=_read(texts, "asked_on", day_from_text),
    )


def _sum(text: str) -> int | None:
    if is_too_large(text):
        raise NotTyped("letter-too-large-amount", typed=text)
    return fen_from_text(text) or None


def cause_of(text: str) -> Hardship | None:
    """Return the cause of that name, None for what is none."""
    return next((one for one in CAUSES if one == text), None)


def _mine(named: Sequence[str], household: Household) -> tuple[str, ...] | None:
    """Return which incomes are the person's own, `none` for none of them; None where nothing was said."""
    names = tuple(one.name for one in household.incomes)
    unknown = next((one for one in named if one not in {*names, NONE}), None)
    if unknown is not None:
        raise NotTyped("letter-income-unknown", name=unknown, choices=names)
    return tuple(one for one in named if one in names) if named else None


def _read(texts: Mapping[str, str], field: str, read: Callable[[str], T | None]) -> T | None:
    """Return what stands in a field, None where nothing does.  Raises NotTyped with what stands there instead."""
    text = texts.get(field, "").strip()
    if not text:
        return None
    found = read(text)
    if found is None:
        raise NotTyped(f"letter-wrong-{field.replace('_', '-')}", typed=text)
    return found


def _whole(least: int, most: int) -> Callable[[str], int | None]:
    def read(text: str) -> int | None:
        return int(text) if text.isdecimal() and least <= int(text) <= most else None

    return read
