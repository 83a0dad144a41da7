"""A number to call: what it is for, when it answers, and what it cannot do."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, get_args

from ashore.rules.source import Bilingual, Confidence, Source

HelplineKind = Literal[
    "emergency",
    "mental-health",
    "police",
    "fraud",
    "legal",
    "court",
    "regulator",
    "consumer",
    "city",
    "social",
    "tax",
]
HELPLINE_KINDS: Final[tuple[HelplineKind, ...]] = get_args(HelplineKind)
CHECK_AGAIN_AFTER: Final = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Helpline:
    """A help line as a pack lists it, in the order in which it should be offered.

    `hours`, `purpose` and `limits` are texts in both languages; hours that are not known are said to be so.
    """

    id: str
    kind: HelplineKind
    number: str
    names: Bilingual
    hours: Bilingual
    purpose: Bilingual
    limits: Bilingual
    source: Source
    checked_on: date
    confidence: Confidence

    def stale(self, today: date) -> bool:
        """Return whether the number was last checked more than 90 days ago."""
        return today - self.checked_on > CHECK_AGAIN_AFTER
