"""A questionnaire as a pack has it: its official wording, what a sum is called, where a doctor is worth asking."""

from dataclasses import dataclass

from ashore.rules.source import Bilingual, Evidence


@dataclass(frozen=True, slots=True)
class Band:
    """Sums from `first` to `last`, and how much was bothersome in words that name no illness."""

    first: int
    last: int
    says: Bilingual


@dataclass(frozen=True, slots=True)
class Pair:
    """Some items with a sum of their own: their places (from 0), what they are about, the sum worth a closer look."""

    items: tuple[int, ...]
    names: Bilingual
    cutoff: int


@dataclass(frozen=True, slots=True)
class Noise:
    """How many points two sums of one person may differ by though nothing has changed, and where that was read."""

    points: int
    says: Bilingual
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Screener:
    """A questionnaire, its wording unaltered.

    `answers`: what can be answered, the first counts 0, the next 1.  `help_item`: the place (from 0) of the item at
    which any answer but the first leads to help before anything else; None where no item does.  `cutoff`: the sum
    from which a doctor is worth asking, None where only the pairs have one.  `notice`: the authors' own, as printed.
    `provenance`: where the wording comes from, said beside it.  `varies`: what else is known of the cut-off.
    `noise`: None where no source says how many points are noise; then no sums are compared.
    """

    id: str
    order: int
    names: Bilingual
    asks: Bilingual
    lead: Bilingual
    answers: tuple[Bilingual, ...]
    items: tuple[Bilingual, ...]
    bands: tuple[Band, ...]
    varies: Bilingual
    notice: str
    citation: str
    provenance: Bilingual
    evidence: tuple[Evidence, ...]
    help_item: int | None = None
    cutoff: int | None = None
    pairs: tuple[Pair, ...] = ()
    noise: Noise | None = None

    @property
    def top(self) -> int:
        """Return the highest sum there is."""
        return (len(self.answers) - 1) * len(self.items)
