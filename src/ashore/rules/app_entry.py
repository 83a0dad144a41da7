"""Where in a lender's app something can be asked for, as somebody saw it on a day; types only."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, get_args

from ashore.rules.source import Bilingual, Confidence

EntryUse = Literal["deferral", "extension", "renewal", "instalments", "talk", "contract", "complaint"]
"""What is behind it: a later due day, a longer term, a new contract for the old, instalments, talking with a person,
the contract, a complaint."""
Visible = Literal["before-due", "after-due", "unknown"]
"""When it was seen there: before the due day, once something is overdue, or nobody has said."""

ENTRY_USES: Final[tuple[EntryUse, ...]] = get_args(EntryUse)
VISIBLE: Final[tuple[Visible, ...]] = get_args(Visible)
LOOK_AGAIN_AFTER: Final = timedelta(days=180)
"""Apps move their menus: a path older than half a year needs checking."""


@dataclass(frozen=True, slots=True)
class AppEntry:
    """A way into a product's app: `path` is what to tap, in order; `note` what is not certain about it."""

    use: EntryUse
    path: Bilingual
    visible: Visible
    source: str
    seen_on: date
    confidence: Confidence
    note: Bilingual

    def stale(self, today: date) -> bool:
        """Return whether the path was last seen more than half a year ago."""
        return today - self.seen_on > LOOK_AGAIN_AFTER
