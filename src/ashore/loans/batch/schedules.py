"""Schedules to the fen for very many loans that are charged by whole months."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final, Literal, NamedTuple

from ashore.loans.accrual import level_payment
from ashore.loans.batch.columns import PLAIN, Array, Binding, NotColumns, lent, taken, within
from ashore.loans.batch.instalments import (
    COLUMNS,
    EQUAL,
    LEVEL,
    PRODUCT_MAX,
    UNSURE,
    write_instalments,
    write_schedules,
)

PRINCIPAL_MAX: Final = 2**46
NUMBER_MAX: Final = 2**62
PERIODS_MAX: Final = 1200
RATE_MAX: Final = 2**10
"""Of a period: 102,400 %, so that interest stays within 64 bits."""
Method = Literal["level-payment", "equal-principal"]
METHODS: Final[Mapping[Method, int]] = {"level-payment": LEVEL, "equal-principal": EQUAL}


class Schedules(NamedTuple):
    """Columns of dues, in fen (int64): interest, principal, the principal left after it, and each row's offsets."""

    interest_fen: Array
    principal_fen: Array
    balance_fen: Array
    offsets: Array


class _Loans(NamedTuple):
    principals: Array
    nums: Array
    dens: Array
    periods: Array
    offsets: Array


def schedules(
    principal_fen: Array,
    rate_num: Array,
    rate_den: Array,
    periods: Array,
    method: Method = "level-payment",
    bound: Binding = PLAIN,
) -> Schedules:
    """Return every due of each loan, to the fen what `contract_schedule` says of a monthly contract's whole periods.

    One number a loan in each array: principal ≥ 0, the rate of a period rate_num / rate_den ≥ 0 (7.2 % a year is
    72 / 12000), periods from 1 to 1200.  Interest, instalment and equal part are rounded half up, the last due takes
    what is left.  Row i has exactly periods[i] dues: one of nothing, which a contract's schedule leaves out, too.
    A loan whose products are not shown to fit 64 bits runs on Python's own numbers.  Raises NotColumns.
    """
    import numpy as np

    loans = _loans_of(principal_fen, rate_num, rate_den, periods)
    kind, narrow = METHODS[method], _fit(loans)
    if narrow.all():
        return _schedules(_written(loans, kind, bound), loans.offsets)
    columns = np.empty((COLUMNS, int(loans.offsets[-1])), dtype=np.int64)
    for rows, how in ((narrow, bound), (~narrow, PLAIN)):
        columns[:, np.repeat(rows, loans.periods)] = _written(_these(loans, rows), kind, how)
    return _schedules(columns, loans.offsets)


def _schedules(columns: Array, offsets: Array) -> Schedules:
    interest, principal, balance = columns
    return Schedules(interest, principal, balance, offsets)


def _loans_of(principal_fen: Array, rate_num: Array, rate_den: Array, periods: Array) -> _Loans:
    import numpy as np

    principals = within("principal_fen", principal_fen, 0, PRINCIPAL_MAX)
    nums = within("rate_num", rate_num, 0, NUMBER_MAX)
    dens = within("rate_den", rate_den, 1, NUMBER_MAX)
    counts = within("periods", periods, 1, PERIODS_MAX)
    if len({len(principals), len(nums), len(dens), len(counts)}) > 1:
        raise NotColumns("columns of unequal length")
    if ((nums - 1) // RATE_MAX >= dens).any():
        raise NotColumns(f"a rate of a period is above {RATE_MAX}")
    return _Loans(principals, nums, dens, counts, np.concatenate(([0], np.cumsum(counts))))


def _fit(loans: _Loans) -> Array:
    """Return which loans' products fit 64 bits, with room for the rounding of floats."""
    import numpy as np

    return np.minimum(loans.principals, loans.dens) * loans.nums.astype(float) + loans.dens < PRODUCT_MAX


def _these(loans: _Loans, rows: Array) -> _Loans:
    return _loans_of(loans.principals[rows], loans.nums[rows], loans.dens[rows], loans.periods[rows])


def _written(loans: _Loans, method: int, bound: Binding) -> Array:
    """Return interest, principal and balance of every due, one below the other."""
    import numpy as np

    principals, nums, dens, periods, offsets = (lent(column, bound) for column in loans)
    fixed = lent(np.empty(len(loans.periods), dtype=np.int64), bound)
    if bound.of(write_instalments)(method, principals, nums, dens, periods, fixed):
        for row in np.flatnonzero(taken(fixed) == UNSURE).tolist():
            rate = Fraction(int(nums[row]), int(dens[row]))
            fixed[row] = level_payment(int(principals[row]), rate, int(periods[row]))
    dues = lent(np.empty(COLUMNS * int(loans.offsets[-1]), dtype=np.int64), bound)
    bound.of(write_schedules)(method, principals, nums, dens, offsets, fixed, dues)
    return taken(dues).reshape(COLUMNS, -1)
