"""Working days of a jurisdiction, loaded only when a contract moves its due days to one."""

from ashore.dates import WorkingDays
from ashore.household.model import Household
from ashore.loans.opening import EVERY_DAY_WORKS

YEARS_BACK = 2
COUNTRIES = {"cn": "CN"}


def working_days_of(household: Household, months: int) -> WorkingDays:
    """Return the holidays and make-up workdays that matter, or weekends alone where no contract needs them.

    A year whose make-up workdays are not published yet has none: such days are provisional.
    """
    if household.jurisdiction not in COUNTRIES or all(debt.terms.shift == "none" for debt in household.debts):
        return EVERY_DAY_WORKS
    year = household.as_of.year
    return days_of(household.jurisdiction, range(year - YEARS_BACK, year + months // 12 + 2))


def days_of(jurisdiction: str, years: range) -> WorkingDays:
    """Return the working days of a jurisdiction's offices in some years; weekends off alone where it is not known."""
    country = COUNTRIES.get(jurisdiction)
    if country is None:
        return EVERY_DAY_WORKS
    import holidays

    calendar = holidays.country_holidays(country, years=years)
    return WorkingDays(frozenset(calendar), frozenset(calendar.weekend_workdays))
