"""How often the check was wrong at worst, on labelled messages that it had not seen: what an answer says of itself."""

from dataclasses import dataclass

from ashore.errors import Fact


@dataclass(frozen=True, slots=True)
class Wrong:
    """So many of so many messages were told wrong; neither is zero, and never more than all."""

    wrong: int
    of: int

    @property
    def one_in(self) -> int:
        """Return one message in how many was told wrong, to the nearest whole one: 62 of 260 is one in 4."""
        return (2 * self.of + self.wrong) // (2 * self.wrong)


@dataclass(frozen=True, slots=True)
class Tried:
    """The worst that was measured: traps of which nothing was said, and honest messages that were suspected."""

    missed: Wrong
    taken: Wrong

    def facts(self) -> dict[str, Fact]:
        """Return both as one message in so many, as the sentence names them."""
        return {"missed_count": self.missed.one_in, "taken_count": self.taken.one_in}
