"""A rule or number that Ashore relies on, with everything needed to check it."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ashore.errors import AshoreError
from ashore.rules.dated import Dated
from ashore.rules.source import Bilingual, Confidence, Source

RuleValue = int | Decimal | str | date | tuple[str, ...] | Dated[Decimal]


class FactNotUsable(AshoreError):
    """A fact is past its review day, or was not in force on the day asked about."""


@dataclass(frozen=True, slots=True)
class RuleFact:
    """A value with its unit, the days it holds, its source and the day by which it must be looked at again.

    `unit` is the word that names the value (`years`, `days`, `per-year`, `multiple`, `time`, `date`, `text`).
    `valid_from` and `valid_to` are the first and the last day in force, None where none is known.
    `note` says what the fact does not cover, in both languages.
    """

    id: str
    names: Bilingual
    value: RuleValue
    unit: str
    source: Source
    seen_on: date
    confidence: Confidence
    review_by: date
    valid_from: date | None = None
    valid_to: date | None = None
    note: Bilingual = field(default_factory=dict[str, str])

    def stale(self, today: date) -> bool:
        """Return whether the day by which the fact had to be looked at again has passed."""
        return today > self.review_by

    def in_force(self, day: date) -> bool:
        """Return whether the rule holds on a day, as far as its first and last day are known."""
        started = self.valid_from is None or self.valid_from <= day
        return started and (self.valid_to is None or day <= self.valid_to)

    def use(self, today: date) -> RuleValue:
        """Return the value.  Raises FactNotUsable when the fact is stale or not in force today."""
        if self.stale(today):
            raise FactNotUsable("fact-needs-checking", fact=self.id, review_by=self.review_by)
        if not self.in_force(today):
            raise FactNotUsable("fact-not-in-force", fact=self.id, day=today)
        return self.value
