"""Values that change from day to day, and the days for which nobody has looked."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from ashore.errors import AshoreError, Fact

V = TypeVar("V", bound=Fact)


class NotKnownOnDay(AshoreError):
    """A history has no value for a day: it starts later, or was last looked at earlier."""


@dataclass(frozen=True, slots=True)
class Step(Generic[V]):
    """A value that holds from a day on, until the next step."""

    since: date
    value: V


@dataclass(frozen=True, slots=True)
class Dated(Generic[V]):
    """A history of one value: steps in date order, and the last day on which it was seen in force."""

    steps: tuple[Step[V], ...]
    last_seen: date

    def on(self, day: date) -> V:
        """Return the value in force on a day.

        Raises NotKnownOnDay before the first step and after `last_seen`: the last value is never carried on
        silently.
        """
        if day > self.last_seen:
            raise NotKnownOnDay("value-not-checked-since", day=day, last_seen=self.last_seen)
        reached = [step for step in self.steps if step.since <= day]
        if not reached:
            raise NotKnownOnDay("value-not-known-before", day=day, first=self.steps[0].since)
        return reached[-1].value

    @property
    def latest(self) -> Step[V]:
        """Return the newest step, for showing with its date."""
        return self.steps[-1]
