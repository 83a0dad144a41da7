"""Working days of a jurisdiction, loaded only when a contract moves its due days to one."""

from datetime import date

from ashore.dates import WorkingDays
from ashore.household.model import Household
from ashore.loans.opening import EVERY_DAY_WORKS

YEARS_BACK = 2
COUNTRIES = {"cn": "CN"}


def working_days_of(household: Household, months: int) -> WorkingDays:
    """Return the holidays and make-up workdays that matter, or weekends alone where no contract needs them.

    A year whose make-up workdays are not published yet has none: such days are provisional.
    """
    country = COUNTRIES.get(household.jurisdiction)
    if country is None or all(debt.terms.shift == "none" for debt in household.debts):
        return EVERY_DAY_WORKS
    import holidays

    year = household.as_of.year
    years = range(year - YEARS_BACK, year + months // 12 + 2)
    calendar = holidays.country_holidays(country, years=years)
    days: frozenset[date] = frozenset(calendar)
    return WorkingDays(days, frozenset(calendar.weekend_workdays))
