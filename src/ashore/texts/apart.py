"""What tells debts of one name apart in a list."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

APART: Final[Mapping[str, str]] = {
    "apart-name": _n("{name} ({marks})"),
    "apart-lender": _n("{lender}"),
    "apart-day": _n("due on day {day}"),
    "apart-original": _n("{original_fen} borrowed"),
    "apart-balance": _n("{balance_fen} still owed"),
    "apart-place": _n("no. {place} of this name"),
    "apart-id": _n("listed as {id}"),
}
