"""What is often said and is not so, kept beside the facts so that nobody repeats it."""

from dataclasses import dataclass
from datetime import date

from ashore.rules.source import Bilingual, Evidence


@dataclass(frozen=True, slots=True)
class NegativeFact:
    """A wrong common claim, what is true instead, and the facts of the pack by id that say so.

    `claim` is quoted as people hear it.  `evidence` is where it was found that the claim does not hold.
    """

    id: str
    claim: Bilingual
    truth: Bilingual
    facts: tuple[str, ...]
    evidence: Evidence

    def stale(self, today: date) -> bool:
        """Return whether it must be looked at again before anyone relies on it."""
        return self.evidence.stale(today)
