"""Yearly rates on real dates (XIRR) for very many rows of flows, each certified or answered by the exact solver."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from ashore.loans.batch.columns import PLAIN, Array, Binding, Flows, NotColumns, flows_of, lent, taken, within
from ashore.loans.batch.curve import DAY_MAX, FOUND, POWERS, solve_rows
from ashore.loans.yearly.answers import NoRate, Why
from ashore.loans.yearly.roots import rates_of

DAYS_A_YEAR: Final = 365
ERROR_MAX: Final = 1e-12
AMOUNT_MAX: Final = 2**46
"""Fen, 700 thousand million yuan: 64 bits hold a sum of FLOWS_MAX."""
FLOWS_MAX: Final = 2**16

ONE: Final = 0
SEVERAL: Final = 1
NONE: Final[Mapping[int, Why]] = {
    2: "no-amounts",
    3: "one-date",
    4: "every-rate",
    5: "no-sign-change",
    6: "no-root",
}
STATE_OF: Final[Mapping[Why, int]] = {why: state for state, why in NONE.items()}


class YearlyRates(NamedTuple):
    """One rate for each row as a fraction (float64), and what it is (int8).

    ONE: the only rate that fits.  SEVERAL: the one of several that counts.  A state of NONE: no rate, here NaN, and
    why.
    """

    rates: Array
    states: Array


def xirr(days: Array, amounts_fen: Array, offsets: Array, bound: Binding = PLAIN) -> YearlyRates:
    """Return the compound yearly rate of each row of flows, actual days over 365, and whether it is the only one.

    `days`: whole day numbers (`date.toordinal`, or days since any day), in any order.  `amounts_fen`: whole fen,
    money that comes and money that goes of opposite sign.  Row i lies from offsets[i] to offsets[i + 1].
    A rate is off by at most 1e-12, above 100 % by that share of itself; infinite where a float cannot hold it.
    A row with one change of sign in time is solved in floats with a bound on its error; where the bound is not met,
    and for every other row, `rates_of` answers, about a thousand times slower.  Raises NotColumns.
    """
    import numpy as np

    flows = flows_of(days, amounts_fen, offsets)
    states = np.full(len(flows), ONE, dtype=np.int8)
    rates, good = _certified(flows, bound)
    if not good.all():
        left = np.flatnonzero(~good)
        rates[left], good = _certified(_tidied(flows, left), bound)
        for row in left[~good].tolist():
            rates[row], states[row] = _exact(flows, row)
    return YearlyRates(rates, states)


def _certified(flows: Flows, bound: Binding) -> tuple[Array, Array]:
    """Return the rate of each row, and whether the bound of its error is small enough."""
    import numpy as np

    days, amounts, offsets = (
        lent(column, bound) for column in (flows.days, flows.amounts_fen, flows.offsets)
    )
    room, found = lent(np.empty(POWERS), bound), lent(np.empty(FOUND * len(flows)), bound)
    bound.of(solve_rows)(days, amounts, offsets, room, found)
    v, step, error = taken(found).reshape(FOUND, -1)
    with np.errstate(over="ignore"):
        rates = np.expm1(DAYS_A_YEAR * (step - np.log(v)))
        return rates, error * (1 + rates) < ERROR_MAX / DAYS_A_YEAR * np.maximum(1, rates)


def _tidied(flows: Flows, rows: Array) -> Flows:
    """Return some rows in order of time, the amounts of a day merged, without those of nothing.  Raises NotColumns."""
    import numpy as np

    lengths = np.diff(flows.offsets)[rows]
    if lengths.max() > FLOWS_MAX:
        raise NotColumns(f"a row of more than {FLOWS_MAX} flows")
    row = np.repeat(np.arange(len(rows)), lengths)
    place = np.arange(len(row)) + np.repeat(flows.offsets[rows] - np.cumsum(lengths) + lengths, lengths)
    order = np.lexsort((flows.days[place], row))
    row, place = row[order], place[order]
    day = within("days", flows.days[place], -DAY_MAX, DAY_MAX)
    amount = within("amounts_fen", flows.amounts_fen[place], -AMOUNT_MAX, AMOUNT_MAX)
    begins = np.flatnonzero(np.diff(row, prepend=-1) | np.diff(day, prepend=0))
    amount = np.add.reduceat(amount, begins) if len(begins) else amount
    row, day = row[begins], day[begins]
    kept = amount != 0
    ends = np.cumsum(np.bincount(row[kept], minlength=len(rows)))
    return Flows(day[kept], amount[kept], np.concatenate(([0], ends)))


def _exact(flows: Flows, row: int) -> tuple[float, int]:
    """Return the exact solver's rate of a row, rounded to a float, and its state."""
    start, stop = flows.offsets[row : row + 2].tolist()
    answer = rates_of(flows.amounts_fen[start:stop].tolist(), flows.days[start:stop].tolist(), DAYS_A_YEAR)
    if isinstance(answer, NoRate):
        return float("nan"), STATE_OF[answer.why]
    return float(answer.rate), SEVERAL if answer.several else ONE
