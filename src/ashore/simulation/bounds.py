"""Whether a household's numbers stay inside 64 bits: shown from its rates, days and sums before a compiled run.

Python's whole numbers have no limit, a compiler's wrap without a word.  What cannot be shown runs as it stands.
Amounts stay below AMOUNT: a run stops at month's end from 2**39 fen on, and no month more than doubles what is owed.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from ashore.simulation import layout as at
from ashore.simulation.month_end import RUNAWAY_FEN
from ashore.simulation.ranking import MONTHS_PER_YEAR

AMOUNT: Final = 2 * RUNAWAY_FEN
ROOM: Final = 1 << 62
"""Half of what 64 bits with a sign hold, so that a sum of two such numbers still fits."""
PER_YEAR: Final = MONTHS_PER_YEAR * at.PER_UNIT
DAYS_PER_MONTH, DAYS_PER_YEAR = 31, 360
QUARTER: Final = 4
YEARLY_MOST: Final = 3 * at.PER_UNIT
"""Interest of a quarter a month."""


def fits(data: Sequence[int], opening: Sequence[int]) -> bool:
    """Return whether no number of a run can leave 64 bits, whatever is paid; its money is seen to by `fits_money`."""
    owed = 0
    for index in range(data[at.H_DEBTS]):
        t, s = data[at.H_TERMS_AT] + index * at.TERMS_SIZE, index * data[at.H_SLOT_SIZE]
        if max(_products(data, opening, t, s)) >= ROOM or not _grows_slowly(data, t):
            return False
        years = 1 + _spread(data, t, at.P_DAY) // DAYS_PER_YEAR
        yearly = max(data[rate + at.R_YEARLY] for rate in _rates(data, t))
        owed += _owed(opening, s) * (1 + -(-years * yearly // at.PER_UNIT))
    return owed < RUNAWAY_FEN


def fits_money(data: Sequence[int], money: Sequence[int]) -> bool:
    """Return whether all the money of the months together stays below the same bound."""
    return min(money, default=0) >= 0 and data[at.H_CASH] + sum(money) < RUNAWAY_FEN


def _owed(opening: Sequence[int], s: int) -> int:
    """Return all that is owed on a debt, or more."""
    places = (
        *(s + at.S_PRINCIPAL, s + at.S_RUN),
        *range(s + at.S_HELD, s + at.S_HELD + at.PART_COUNT),
        *(item + at.I_UNPAID for item in _items(opening, s)),
    )
    return sum(opening[place] for place in places)


def _items(opening: Sequence[int], s: int) -> range:
    first = s + at.S_ITEMS
    return range(first, first + opening[s + at.S_COUNT] * at.ITEM_SIZE, at.ITEM_SIZE)


def _rates(data: Sequence[int], t: int) -> range:
    """Return where the debt's rates lie: the level payments begin where they end."""
    return range(data[t + at.T_RATES_AT], data[t + at.T_ANNUITY_AT], at.RATE_SIZE)


def _spread(data: Sequence[int], t: int, what: int) -> int:
    """Return the longest span of a debt's calendar, in days or in units of position."""
    points = data[data[t + at.T_POINTS_AT] + what : data[t + at.T_PAY_BY_AT] : at.POINT_SIZE]
    return max(points) - min(points) + 1


def _grows_slowly(data: Sequence[int], t: int) -> bool:
    """Return whether a month adds at most a quarter of interest, of penalty and of late fee to what is owed."""
    fee = t + at.T_LATE
    return QUARTER * data[fee + at.LATE_NUM] <= data[fee + at.LATE_DEN] and all(
        data[rate + at.R_YEARLY] <= YEARLY_MOST
        and QUARTER * DAYS_PER_MONTH * data[rate + at.R_PENALTY_NUM] <= data[rate + at.R_PENALTY_DEN]
        for rate in _rates(data, t)
    )


def _times(num: int, den: int) -> int:
    """Return more than any number that `exact.times` meets at a fraction: the base is split at `den`."""
    return max(min(den, AMOUNT) * num, AMOUNT * num // den)


def _products(data: Sequence[int], opening: Sequence[int], t: int, s: int) -> Iterator[int]:
    """Yield the largest products that a debt's interest, penalty, fees and ranks can make."""
    days, since = _spread(data, t, at.P_DAY), data[data[t + at.T_POINTS_AT] + at.P_DAY]
    late = days + max((since - opening[item + at.I_PENALTY_FROM] for item in _items(opening, s)), default=0)
    months, period = max(1, data[t + at.T_OPENING_MONTHS]), max(DAYS_PER_MONTH, data[t + at.T_OPENING_DAYS])
    units = max(days, _spread(data, t, at.P_POSITION))
    for rate in _rates(data, t):
        yield _times(data[rate + at.R_DAY_NUM] * units, data[rate + at.R_DAY_DEN])
        yield _times(data[rate + at.R_MONTH_NUM] * months * days, data[rate + at.R_MONTH_DEN] * period)
        yield _times(data[rate + at.R_PENALTY_NUM] * max(days, late), data[rate + at.R_PENALTY_DEN])
    yield from _fees(data, t)
    yield from _ranks(data, opening, t, s)


def _fees(data: Sequence[int], t: int) -> Iterator[int]:
    late, least, early = t + at.T_LATE, t + at.T_MINIMUM, t + at.T_PREPAY
    yield _times(data[late + at.LATE_NUM], data[late + at.LATE_DEN])
    yield _times(data[least], data[least + at.MINIMUM_DEN])
    yield _times(data[early + at.FEE_NUM], data[early + at.FEE_DEN])
    yield _times(data[early + at.FEE_DEN], data[early + at.FEE_DEN] + data[early + at.FEE_NUM])
    yield PER_YEAR * data[early + at.FEE_NUM]


def _ranks(data: Sequence[int], opening: Sequence[int], t: int, s: int) -> Iterator[int]:
    """Yield what `ranking` makes at most of a yuan's saving, times the periods left and the fee's denominator."""
    periods = max(MONTHS_PER_YEAR, opening[s + at.S_PERIODS], opening[s + at.S_ROW_END])
    times = periods * data[t + at.T_PREPAY + at.FEE_DEN]
    rows = (
        data[t + at.T_ROWS_AT] + row * at.ROW_SIZE
        for row in range(opening[s + at.S_ROW], opening[s + at.S_ROW_END])
    )
    cost = sum(opening[row + at.ROW_INTEREST] + opening[row + at.ROW_FEE] for row in rows)
    yield 2 * PER_YEAR * cost * times
    yield PER_YEAR * data[t + at.T_PERIOD_FEE] * times
    yield max(data[rate + at.R_YEARLY] for rate in _rates(data, t)) * times
