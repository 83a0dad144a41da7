"""Where to complain or ask, in which order, and how long each has to answer; types only."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal, get_args

from ashore.rules.source import Bilingual, Evidence

Matter = Literal["loan", "collection", "record", "paid-service", "fraud", "court", "unsure"]
MATTERS: Final[tuple[Matter, ...]] = get_args(Matter)


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel as a pack lists it; a pack's order is the order in which to go.

    `matters`: what it is for.  `after`: the channel that has to be tried first, None where nothing comes before it.
    `helpline`: the pack's help line to call, None where there is no number.  `answer`: facts in days by which it has
    to answer, the usual one first.  `facts`: further facts that it rests on.  `write`: how it is reached without a
    call, in either language; empty where that is not known.
    """

    id: str
    names: Bilingual
    purpose: Bilingual
    matters: tuple[Matter, ...]
    evidence: Evidence
    after: str | None = None
    helpline: str | None = None
    answer: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    write: Bilingual = field(default_factory=dict[str, str])

    @property
    def fact_ids(self) -> tuple[str, ...]:
        """Return the ids of all facts it rests on."""
        return (*self.answer, *self.facts)

    def stale(self, today: date) -> bool:
        """Return whether it must be looked at again before anyone relies on it."""
        return self.evidence.stale(today)
