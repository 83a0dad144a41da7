"""Where a person finds somebody to help: what for, how to get there, what it costs, what is kept secret, its limits."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, get_args

from ashore.rules.helpline import CHECK_AGAIN_AFTER
from ashore.rules.source import Bilingual, Confidence, Source

SupportKind = Literal["clinic", "counsellor", "line", "community", "legal", "debt", "union"]
SUPPORT_KINDS: Final[tuple[SupportKind, ...]] = get_args(SupportKind)


@dataclass(frozen=True, slots=True)
class Support:
    """A kind of help, or one office, as a pack lists it, in the order in which it should be offered.

    `purpose`: when to go there.  `steps`: how to get there, in order.  `say`: sentences to begin with, word for word.
    `secret`: what is kept confidential, and what is not.  `bring` and `where` are empty where nothing is to be brought
    and where it is there for everyone.  `helpline`: the help line by which it is reached; `facts`: what it rests on.
    """

    id: str
    kind: SupportKind
    names: Bilingual
    purpose: Bilingual
    steps: tuple[Bilingual, ...]
    cost: Bilingual
    say: tuple[Bilingual, ...]
    secret: Bilingual
    limits: Bilingual
    source: Source
    checked_on: date
    confidence: Confidence
    bring: Bilingual
    where: Bilingual
    helpline: str | None = None
    facts: tuple[str, ...] = ()

    def stale(self, today: date) -> bool:
        """Return whether it was last checked more than 90 days ago."""
        return today - self.checked_on > CHECK_AGAIN_AFTER
