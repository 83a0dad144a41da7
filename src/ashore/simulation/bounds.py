"""Whether a household's numbers stay inside 64 bits: shown from its rates, days and sums before a compiled run.

Python's whole numbers have no limit, a compiler's wrap without a word.  What cannot be shown runs as it stands.
Amounts stay below AMOUNT: a run stops at a month's end from 2**39 fen on; what is asked for at the start and could come
in one month is below half of that, and a month adds at most an eighth each of interest, of penalty and of late fees.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ashore.simulation import layout as at
from ashore.simulation.month_end import RUNAWAY_FEN
from ashore.simulation.ranking import MONTHS_PER_YEAR

AMOUNT: Final = 2 * RUNAWAY_FEN
ROOM: Final = 1 << 62
"""Half of what 64 bits with a sign hold, so that a sum of two such numbers still fits."""
PER_YEAR: Final = MONTHS_PER_YEAR * at.PER_UNIT
DAYS_PER_MONTH, DAYS_PER_YEAR = 31, 360
EIGHTH: Final = 8
YEARLY_MOST: Final = 3 * at.PER_UNIT // 2
"""An eighth a month."""


def fits(data: Sequence[int], opening: Sequence[int]) -> bool:
    """Return whether no number of a run can leave 64 bits, whatever is paid; its money is seen to by `fits_money`."""
    places = (
        (data[at.H_TERMS_AT] + index * at.TERMS_SIZE, index * data[at.H_SLOT_SIZE])
        for index in range(data[at.H_DEBTS])
    )
    return fits_places(data, opening, places)


def fits_places(data: Sequence[int], opening: Sequence[int], places: Iterable[tuple[int, int]]) -> bool:
    """Return the same for debts whose facts and slots lie at these places of `data` and `opening`."""
    could_come = 0
    for t, s in places:
        if max(_products(data, opening, t, s)) >= ROOM or not _grows_slowly(data, opening, t, s):
            return False
        could_come += _could_come(data, opening, t, s)
    return could_come < RUNAWAY_FEN // 2


def fits_money(data: Sequence[int], money: Sequence[int]) -> bool:
    """Return whether all the money of the months together stays below the same bound."""
    return min(money, default=0) >= 0 and data[at.H_CASH] + sum(money) < RUNAWAY_FEN


def _could_come(data: Sequence[int], opening: Sequence[int], t: int, s: int) -> int:
    """Return what is owed on a debt with the simple interest of all months, twice if deferrals add it, and its fees."""
    places = (
        *(s + at.S_PRINCIPAL, s + at.S_RUN),
        *range(s + at.S_HELD, s + at.S_HELD + at.PART_COUNT),
        *(item + at.I_UNPAID for item in _items(opening, s)),
    )
    owed = sum(opening[place] for place in places)
    years = 1 + _spread(data, t, at.P_DAY) // DAYS_PER_YEAR
    interest = -(-owed * years * _yearly(data, t) // at.PER_UNIT)
    fees = data[t + at.T_PERIOD_FEE] + data[t + at.T_LATE + at.LATE_LEAST]
    dues = data[at.H_MONTHS] + opening[s + at.S_COUNT] + opening[s + at.S_ROW_END]
    return (
        (owed + interest) * (2 if opening[s + at.S_DEFERRED] else 1)
        + fees * dues
        + _typed(data, opening, t, s)
    )


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


def _yearly(data: Sequence[int], t: int) -> int:
    return max(data[rate + at.R_YEARLY] for rate in _rates(data, t))


def _typed(data: Sequence[int], opening: Sequence[int], t: int, s: int) -> int:
    """Return the interest and fees of a typed schedule's rows to come."""
    first = data[t + at.T_ROWS_AT]
    rows = range(
        first + opening[s + at.S_ROW] * at.ROW_SIZE,
        first + opening[s + at.S_ROW_END] * at.ROW_SIZE,
        at.ROW_SIZE,
    )
    return sum(opening[row + at.ROW_INTEREST] + opening[row + at.ROW_FEE] for row in rows)


def _grows_slowly(data: Sequence[int], opening: Sequence[int], t: int, s: int) -> bool:
    """Return whether a month adds little, and deferrals that add interest to the principal do not double it.

    (1 + x)**n is below 1 / (1 - n·x), so n·x of at most a half does not.
    """
    fee, deferred = t + at.T_LATE, opening[s + at.S_DEFERRED]
    return (
        EIGHTH * data[fee + at.LATE_NUM] <= data[fee + at.LATE_DEN]
        and 2 * deferred * _yearly(data, t) <= PER_YEAR
        and all(
            data[rate + at.R_YEARLY] <= YEARLY_MOST
            and EIGHTH * DAYS_PER_MONTH * data[rate + at.R_PENALTY_NUM] <= data[rate + at.R_PENALTY_DEN]
            for rate in _rates(data, t)
        )
    )


def _times(num: int, den: int) -> int:
    """Return more than any number that `exact.times` meets at a fraction: the base is split at `den`."""
    return max(min(den, AMOUNT) * num, AMOUNT * num // den)


def _products(data: Sequence[int], opening: Sequence[int], t: int, s: int) -> Iterator[int]:
    """Yield the largest products that a debt's interest, penalty, fees and ranks can make."""
    days, since = _spread(data, t, at.P_DAY), data[data[t + at.T_POINTS_AT] + at.P_DAY]
    late = days + max((0, *(since - opening[item + at.I_PENALTY_FROM] for item in _items(opening, s))))
    months, period = max(1, data[t + at.T_OPENING_MONTHS]), max(DAYS_PER_MONTH, data[t + at.T_OPENING_DAYS])
    units = max(days, _spread(data, t, at.P_POSITION))
    for rate in _rates(data, t):
        if data[t + at.T_DAILY] or data[t + at.T_OPENING_MONTHS] == 0:
            yield _times(data[rate + at.R_DAY_NUM] * units, data[rate + at.R_DAY_DEN])
        if data[t + at.T_DAILY] == 0:
            yield _times(data[rate + at.R_MONTH_NUM] * months * days, data[rate + at.R_MONTH_DEN] * period)
        yield _times(data[rate + at.R_PENALTY_NUM] * late, data[rate + at.R_PENALTY_DEN])
    yield from _fees(data, t)
    yield from _ranks(data, opening, t, s)


def _fees(data: Sequence[int], t: int) -> Iterator[int]:
    late, least, early = t + at.T_LATE, t + at.T_MINIMUM, t + at.T_PREPAY
    yield _times(data[late + at.LATE_NUM], data[late + at.LATE_DEN])
    yield _times(data[least], data[least + at.MINIMUM_DEN])
    yield _times(data[early + at.FEE_NUM], data[early + at.FEE_DEN])
    yield _times(data[early + at.FEE_DEN], data[early + at.FEE_DEN] + data[early + at.FEE_NUM])
    yield 2 * PER_YEAR * data[early + at.FEE_NUM]


def _ranks(data: Sequence[int], opening: Sequence[int], t: int, s: int) -> Iterator[int]:
    """Yield what `ranking` makes at most of a yuan's saving, times twice the periods left and the fee's denominator."""
    periods = max(MONTHS_PER_YEAR, opening[s + at.S_PERIODS], opening[s + at.S_ROW_END])
    times = 2 * periods * data[t + at.T_PREPAY + at.FEE_DEN]
    yield 2 * PER_YEAR * _typed(data, opening, t, s) * times
    yield PER_YEAR * data[t + at.T_PERIOD_FEE] * times
    yield _yearly(data, t) * times
