"""Days on which offices are closed: where an event moves to, and up to when interest is counted."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ashore.dates import WorkingDays


@dataclass(frozen=True, slots=True)
class Shift:
    """Where an event moves: to the next or the last working day, within its month if `modified`.

    With `counts_shifted` interest is counted to the day moved to, otherwise to the day that was agreed.
    """

    working: WorkingDays
    forward: bool
    modified: bool
    counts_shifted: bool

    def moved(self, moment: datetime) -> datetime:
        """Return the moment on its working day."""
        day = self._nearest(moment.date(), forward=self.forward)
        if self.modified and day.month != moment.month:
            day = self._nearest(moment.date(), forward=not self.forward)
        return datetime.combine(day, moment.time())

    def counted(self, moment: datetime) -> datetime:
        """Return the moment to which interest is counted."""
        return self.moved(moment) if self.counts_shifted else moment

    def _nearest(self, day: date, *, forward: bool) -> date:
        while not self.working.is_working(day):
            day += timedelta(days=1 if forward else -1)
        return day
