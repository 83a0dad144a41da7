"""Very many loans at once (extra `batch`) beside the libraries people use for one: rates, and schedules to the fen.

Nothing here starts a thread, and the time taken is that of all threads of the process.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final, cast

import numpy_financial
import pyxirr
import QuantLib

from ashore.loans.batch.columns import Array, Binding
from ashore.loans.batch.kernel import KERNEL
from ashore.loans.batch.schedules import Method, schedules
from ashore.loans.batch.yearly import xirr
from ashore.loans.yearly.roots import rates_of
from ashore.simulation.binding import NotCompiled, bind
from benching.loan_columns import Loan, as_floats, loans
from benching.timing import Side, compare, timed

FLOWS: Final = 240_000
PEER_FLOWS: Final = 24_000
RATE_SPEED, PACKED_SPEED, PLAIN_SCHEDULE_SPEED, BOND_SPEED = 12, 8, 8, 500
SCHEDULES: Final = 20_000
PEER_SCHEDULES: Final = 2_000
BONDS: Final = 100
MONTHS: Final = 36
SINGLE: Final = 100
METHODS: Final[tuple[Method, Method]] = ("level-payment", "equal-principal")
npf, ql = cast("Any", numpy_financial), cast("Any", QuantLib)  # libraries without types
AGREE: Final = 1e-8
DENOMINATOR: Final = 120_000


def bench() -> None:
    """Print the ratios; what needs the compiler is left out where it is not installed."""
    print("Yearly rates on real dates (XIRR), CPU time per loan, random monthly loans:")
    _one_by_one(loans(SINGLE, MONTHS))
    try:
        bound = bind(*KERNEL)
    except NotCompiled:
        print("  many at once: left out, the extra is not installed")
        return
    for dues in (12, MONTHS, 120):
        _rates(loans(FLOWS // dues, dues), dues, bound)
    print(f"Schedules of {MONTHS} months, CPU time per loan:")
    _schedules(bound)


def faster(ours: Side, other: Side, aim: float | None = None) -> None:
    """Compare two sides and print how many times as fast ours is, by the best times and by the median ones."""
    result = compare(ours, other)
    middle = 1 / result.of_medians
    met = "" if aim is None else f"; aim {aim:g} times or more: {'met' if middle >= aim else 'MISSED'}"
    print(f"    {1 / result.ratio:.3g} times as fast; by medians {middle:.3g}{met}")


def _rates(rows: Sequence[Loan], dues: int, bound: Binding) -> None:
    """Time the rates of loans of so many dues, having seen that both sides agree."""
    columns, table, lists = _columns(rows), _table(rows), as_floats(rows[: PEER_FLOWS // dues])
    found, theirs = xirr(*columns, bound).rates, [pyxirr.xirr(*one) for one in lists]
    if max(abs(one - other) for one, other in zip(found, theirs, strict=False)) > AGREE:
        raise SystemExit(f"rates of {dues} dues differ from pyxirr's")
    other = Side(
        "pyxirr.xirr in a loop, lists of dates and floats",
        lambda: timed(lambda: len([pyxirr.xirr(*one) for one in lists])),
    )
    ours = Side(f"{dues} dues, columns", lambda: timed(lambda: len(xirr(*columns, bound).rates)))
    faster(ours, other, RATE_SPEED)
    packed = Side(
        f"{dues} dues, packed from a table's columns (loan, datetime64, yuan)",
        lambda: timed(lambda: len(xirr(*_packed(*table), bound).rates)),
    )
    faster(packed, other, PACKED_SPEED)


def _columns(rows: Sequence[Loan]) -> tuple[Array, Array, Array]:
    """Return loans as the batch takes them."""
    import numpy as np

    days = np.array([day.toordinal() for one in rows for day in one.days])
    fen = np.array([fen for one in rows for fen in one.fen])
    return days, fen, np.cumsum([0, *(len(one.days) for one in rows)])


def _table(rows: Sequence[Loan]) -> tuple[Array, Array, Array]:
    """Return loans as a table has them: loan, date and yuan of each flow."""
    import numpy as np

    _, fen, offsets = _columns(rows)
    days = np.array([day for one in rows for day in one.days], dtype="datetime64[D]")
    return np.repeat(np.arange(len(rows)), np.diff(offsets)), days, fen / 100


def _packed(loan: Array, days: Array, yuan: Array) -> tuple[Array, Array, Array]:
    """Return a table's columns as the batch takes them."""
    import numpy as np

    begins = np.flatnonzero(loan[1:] != loan[:-1]) + 1
    return days.astype(np.int64), np.rint(yuan * 100).astype(np.int64), np.r_[0, begins, len(loan)]


def _one_by_one(rows: Sequence[Loan]) -> None:
    """Time one rate at a time: the exact solver, which proves its answer, beside pyxirr."""
    exact = [(one.fen, [day.toordinal() for day in one.days]) for one in rows]
    lists = as_floats(rows)
    faster(
        Side(
            f"{MONTHS} dues, one exact rate with its proof (rates_of)",
            lambda: timed(lambda: len([rates_of(*one, 365) for one in exact])),
        ),
        Side("pyxirr.xirr", lambda: timed(lambda: len([pyxirr.xirr(*one) for one in lists]))),
    )


def _schedules(bound: Binding) -> None:
    """Time schedules of one length."""
    import numpy as np

    dice = np.random.default_rng(1)
    principal = dice.integers(1_000_00, 1_000_000_00, SCHEDULES)
    num, den = dice.integers(300, 6000, SCHEDULES), np.full(SCHEDULES, DENOMINATOR)
    months = np.full(SCHEDULES, MONTHS)
    level, equal = (_side(principal, num, den, months, method, bound) for method in METHODS)
    yuan, rate = principal[:PEER_SCHEDULES] / 100, num[:PEER_SCHEDULES] / DENOMINATOR
    floats = Side("numpy-financial ipmt and ppmt, floats", lambda: timed(_floats(yuan, rate)))
    faster(level, floats, PLAIN_SCHEDULE_SPEED)
    some = list(zip(yuan[:BONDS].tolist(), (rate[:BONDS] * 12).tolist(), strict=True))
    bond = Side(
        "QuantLib AmortizingFixedRateBond, its cash flows, floats",
        lambda: timed(lambda: len([_bond(*one) for one in some])),
    )
    faster(level, bond, BOND_SPEED)
    faster(equal, level)


def _side(principal: Array, num: Array, den: Array, months: Array, method: Method, bound: Binding) -> Side:
    """Return schedules of one method as a side."""
    return Side(
        f"{method}, to the fen",
        lambda: timed(lambda: len(schedules(principal, num, den, months, method, bound).offsets) - 1),
    )


def _floats(yuan: Array, rate: Array) -> Callable[[], int]:
    """Return work that makes schedules by numpy-financial, all loans and months at once."""
    import numpy as np

    months = np.arange(1, MONTHS + 1)

    def work() -> int:
        interest = npf.ipmt(rate[:, None], months, MONTHS, -yuan[:, None])
        principal = npf.ppmt(rate[:, None], months, MONTHS, -yuan[:, None])
        return min(len(interest), len(principal))

    return work


def _bond(yuan: float, rate: float) -> list[tuple[float, float]]:
    """Return interest and principal of each due of a bond repaid by level payments."""
    term, start = ql.Period(MONTHS, ql.Months), ql.Date(30, 6, 2008)
    schedule = ql.sinkingSchedule(start, term, ql.Monthly, ql.NullCalendar())
    notionals = ql.sinkingNotionals(term, ql.Monthly, rate, yuan)
    counter = ql.ActualActual(ql.ActualActual.ISMA, schedule)
    flows = list(ql.AmortizingFixedRateBond(0, notionals, schedule, [rate], counter).cashflows())
    amounts = [float(flow.amount()) for flow in flows]
    return list(zip(amounts[0::2], amounts[1::2], strict=True))
