"""A household's months under a strategy: what the kernel's numbers mean, with the identity asserted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from ashore.simulation import layout as at
from ashore.simulation.arrays import Arrays
from ashore.simulation.binding import PLAIN, Bound
from ashore.simulation.bounds import fits_money
from ashore.simulation.kernel import run
from ashore.simulation.rows import run_rows, tell_debts

KERNEL: Final = (run, run_rows, tell_debts)
"""What to bind for `simulate` and `simulate_many`."""

Status = Literal["open", "closed", "runaway"]
STATUSES: Final[tuple[Status, ...]] = ("open", "closed", "runaway")


@dataclass(frozen=True, slots=True)
class Strategy:
    """Which dues come first when money is short, where surplus goes, whether cash is kept for what is known ahead.

    `spare`: extra repayment also leaves what other spending needs later.  `lumps`: cash that waits for a debt's last
    large due repays that debt early.
    """

    order: int
    extra: int = at.NO_EXTRA
    keep: bool = False
    spare: bool = False
    lumps: bool = False

    @property
    def flags(self) -> list[int]:
        """Return it as the kernel reads it."""
        return [self.order, self.extra, int(self.keep), int(self.spare), int(self.lumps)]


STRATEGIES: Final[Mapping[str, Strategy]] = {
    "as-is": Strategy(at.BY_FILE),
    "avalanche": Strategy(at.BY_RATE, at.BY_RATE),
    "snowball": Strategy(at.BY_SIZE, at.BY_SIZE),
    "pro-rata": Strategy(at.BY_SHARE, at.BY_SHARE),
    "look-ahead": Strategy(at.BY_RATE, at.BY_RATE, keep=True),
    "clean-first": Strategy(at.CLEAN_FIRST, at.BY_RATE, keep=True, spare=True),
    "clean-first-lumps": Strategy(at.CLEAN_FIRST, at.BY_RATE, keep=True, spare=True, lumps=True),
    "oldest-first": Strategy(at.BY_AGE, at.BY_RATE, keep=True, spare=True),
    "clean-first-smallest": Strategy(at.CLEAN_FIRST, at.BY_SIZE, keep=True, spare=True),
    "oldest-first-smallest": Strategy(at.BY_AGE, at.BY_SIZE, keep=True, spare=True),
}
"""The baselines of SPEC §5.9 and the policies a plan is chosen from."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a strategy leads to, in fen.

    `months`: from `as_of` to the last payment; None while something is owed at the end.  `cash_fen`, `debt_fen`
    (paid to creditors), `other_fen` and `arrears_fen`: one for each month simulated, at its end.
    `overdue_by_debt`: months that ended overdue, in file order.  `failed_in`: the first month that breaks a plan
    that works.  Identity (asserted unless `runaway`): began + interest + penalty + fee = paid + forgiven + left.
    """

    status: Status
    months: int | None
    cash_fen: tuple[int, ...]
    debt_fen: tuple[int, ...]
    other_fen: tuple[int, ...]
    arrears_fen: tuple[int, ...]
    paid_fen: int
    interest_fen: int
    penalty_fen: int
    fee_fen: int
    forgiven_fen: int
    left_fen: int
    unpaid_fen: int
    cut_fen: int
    overdue_months: int
    overdue_by_debt: tuple[int, ...]
    harm_halves: int
    arrears_fen_months: int
    missed_fund: bool
    failed_in: int | None


def simulate(
    arrays: Arrays, strategy: Strategy, money: Sequence[int] | None = None, bound: Bound = PLAIN
) -> Run:
    """Return what a strategy leads to; `money` stands for the household's own months (a future with shocks).

    `bound`: the kernel as it stands, or what `bind(*KERNEL)` made of it; numbers that might not fit 64 bits are left
    to the first.
    """
    own = arrays.money if money is None else money
    bound = _safe(arrays, [own], bound)
    data, state = bound.whole(arrays.data), bound.whole(arrays.opening)
    out, debts = bound.whole([0] * _out_size(arrays)), bound.whole([0] * _debts_size(arrays))
    bound.of(run)(data, bound.whole(own), state, out, bound.whole(strategy.flags))
    bound.of(tell_debts)(data, state, debts, 0)
    return _read(arrays, bound.listed(out), bound.listed(debts))


def simulate_many(
    arrays: Arrays, strategy: Strategy, moneys: Sequence[Sequence[int]], bound: Bound = PLAIN
) -> list[Run]:
    """Return what a strategy leads to in each of many futures of one household, as `simulate` does one by one."""
    assert all(len(money) == len(arrays.money) for money in moneys)
    bound = _safe(arrays, moneys, bound)
    if not bound.compiled:
        return [simulate(arrays, strategy, money) for money in moneys]
    out, width = _out_size(arrays), _out_size(arrays) + _debts_size(arrays)
    results = bound.whole([0] * (len(moneys) * width))
    bound.of(run_rows)(
        bound.whole(arrays.data),
        bound.whole([fen for money in moneys for fen in money]),
        bound.whole(arrays.opening),
        bound.whole(strategy.flags),
        bound.whole(arrays.money),
        bound.whole(arrays.opening),
        bound.whole([0] * out),
        results,
    )
    found = bound.listed(results)
    rows = range(0, len(found), width)
    return [_read(arrays, found[row : row + out], found[row + out : row + width]) for row in rows]


def _out_size(arrays: Arrays) -> int:
    return at.OUT_SIZE + arrays.months * at.OUT_ROW


def _debts_size(arrays: Arrays) -> int:
    return len(arrays.debts) * at.DEBT_SIZE


def _safe(arrays: Arrays, moneys: Sequence[Sequence[int]], bound: Bound) -> Bound:
    """Return the binding, or PLAIN where a compiled one might leave 64 bits."""
    if not bound.compiled or not arrays.fits:
        return PLAIN
    return bound if all(fits_money(arrays.data, money) for money in moneys) else PLAIN


def _read(arrays: Arrays, out: list[int], debts: list[int]) -> Run:
    """Return a run from what is told of the months and of each debt."""

    def total(*fields: int) -> int:
        return sum(sum(debts[field :: at.DEBT_SIZE]) for field in fields)

    end = at.OUT_SIZE + out[at.O_MONTHS] * at.OUT_ROW
    status = STATUSES[out[at.O_STATUS]]
    last, failed = out[at.O_LAST_PAID], out[at.O_FAILED_IN]
    result = Run(
        status=status,
        months=last if status == "closed" and last >= 0 else None,
        cash_fen=tuple(out[at.OUT_SIZE + at.OUT_CASH : end : at.OUT_ROW]),
        debt_fen=tuple(out[at.OUT_SIZE + at.OUT_DEBT : end : at.OUT_ROW]),
        other_fen=tuple(out[at.OUT_SIZE + at.OUT_OTHER : end : at.OUT_ROW]),
        arrears_fen=tuple(out[at.OUT_SIZE + at.OUT_ARREARS : end : at.OUT_ROW]),
        paid_fen=out[at.O_PAID],
        interest_fen=total(at.D_CHARGED + at.INTEREST),
        penalty_fen=total(at.D_CHARGED + at.PENALTY, at.D_CHARGED + at.COMPOUND),
        fee_fen=total(at.D_CHARGED + at.FEES, at.D_CHARGED + at.DAMAGES),
        forgiven_fen=total(at.D_FORGIVEN),
        left_fen=total(at.D_LEFT),
        unpaid_fen=out[at.O_UNPAID],
        cut_fen=out[at.O_CUT],
        overdue_months=out[at.O_OVERDUE_MONTHS],
        overdue_by_debt=tuple(debts[at.D_OVERDUE_MONTHS :: at.DEBT_SIZE]),
        harm_halves=out[at.O_HARM],
        arrears_fen_months=out[at.O_ARREARS],
        missed_fund=bool(out[at.O_MISSED_FUND]),
        failed_in=failed if failed >= 0 else None,
    )
    _check(arrays, result)
    return result


def _check(arrays: Arrays, result: Run) -> None:
    """Assert the identity of SPEC §5.6."""
    cost = result.interest_fen + result.penalty_fen + result.fee_fen
    came = arrays.began_fen + cost
    assert came == result.paid_fen + result.forgiven_fen + result.left_fen, result
