"""One debt that is to be closed on a day, with what its sentences need besides."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ashore.dates import WorkingDays
from ashore.errors import Fact
from ashore.household.model import Debt, Household
from ashore.packs.first import first_of_kind
from ashore.packs.pack import Pack, load_pack
from ashore.packs.records import record_years
from ashore.packs.workdays import working_days_of
from ashore.planning.closing import Check, CheckKind, Payoff, checks_of, is_reported, payoff_on
from ashore.planning.problem import HORIZON_MONTHS


@dataclass(frozen=True, slots=True)
class Case:
    """One debt that is to be closed on a day: what it takes if all is kept up, and if nothing is paid until then.

    `price_fen`: what a pledged thing would bring, where that is asked about.  `today`: the day on which it is read.
    """

    household: Household
    debt: Debt
    today: date
    days: WorkingDays
    kept: Payoff
    unpaid: Payoff
    price_fen: int | None = None

    @property
    def pack(self) -> Pack:
        """Return the pack of the place."""
        return load_pack(self.household.jurisdiction)

    @property
    def private(self) -> bool:
        """Return whether a person lent it, not an institution."""
        return not is_reported(self.debt)

    @property
    def owes(self) -> bool:
        """Return whether anything is owed on it."""
        return bool(self.kept.fen or self.unpaid.fen)

    @property
    def numbers(self) -> dict[str, Fact]:
        """Return the numbers of the court and of legal advice as facts, None for one that the pack lacks."""
        lines = first_of_kind(self.pack)
        return {
            f"{kind}_number": lines[kind].number if kind in lines else None for kind in ("court", "legal")
        }

    @property
    def checks(self) -> Mapping[CheckKind, Check]:
        """Return the days on which to look again once it is closed on that day."""
        ended = self.kept.on if self.debt.arrears else None
        years = record_years(self.household.jurisdiction, self.today)
        return {one.kind: one for one in checks_of(self.debt, self.kept.on, ended, years)}


def case_of(household: Household, debt: Debt, day: date, today: date, price_fen: int | None = None) -> Case:
    """Return what closing a debt on a day takes.  Raises AshoreError for a day that cannot be counted to."""
    days = working_days_of(household, HORIZON_MONTHS)
    kept, unpaid = (payoff_on(debt, household.as_of, day, days, keeps_up=keeps) for keeps in (True, False))
    return Case(household, debt, today, days, kept, unpaid, price_fen)
