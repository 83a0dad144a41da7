"""A household's months under a strategy: what the kernel's numbers mean, with the identity asserted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from ashore.simulation import layout as at
from ashore.simulation.arrays import Arrays
from ashore.simulation.binding import PLAIN, Bound
from ashore.simulation.bounds import fits_money
from ashore.simulation.debts import standing
from ashore.simulation.kernel import run
from ashore.simulation.rows import run_rows

KERNEL: Final = (run, run_rows)
"""The functions to bind for `simulate` and `simulate_many`."""

Status = Literal["open", "closed", "runaway"]
STATUSES: Final[tuple[Status, ...]] = ("open", "closed", "runaway")


@dataclass(frozen=True, slots=True)
class Strategy:
    """Which dues come first when money is short, where surplus goes, whether cash is kept for what is known ahead.

    `spare`: extra repayment also leaves what other spending needs later.
    """

    order: int
    extra: int = at.NO_EXTRA
    keep: bool = False
    spare: bool = False


STRATEGIES: Final[Mapping[str, Strategy]] = {
    "as-is": Strategy(at.BY_FILE),
    "avalanche": Strategy(at.BY_RATE, at.BY_RATE),
    "snowball": Strategy(at.BY_SIZE, at.BY_SIZE),
    "pro-rata": Strategy(at.BY_SHARE, at.BY_SHARE),
    "look-ahead": Strategy(at.BY_RATE, at.BY_RATE, keep=True),
    "clean-first": Strategy(at.CLEAN_FIRST, at.BY_RATE, keep=True, spare=True),
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

    `bound`: the kernel as it stands, or what `bind(*KERNEL)` made of it; numbers that might not fit 64 bits are left to
    the first.
    """
    bound = _safe(arrays, [arrays.money if money is None else money], bound)
    state, out = bound.whole(arrays.opening), bound.whole([0] * _out_size(arrays))
    own = bound.whole(arrays.money if money is None else money)
    bound.of(run)(bound.whole(arrays.data), own, state, out, bound.whole(_numbers(strategy)))
    return _read(arrays, bound.listed(state), bound.listed(out))


def simulate_many(
    arrays: Arrays, strategy: Strategy, moneys: Sequence[Sequence[int]], bound: Bound = PLAIN
) -> list[Run]:
    """Return what a strategy leads to in each of many futures of one household, as `simulate` does one by one."""
    bound = _safe(arrays, moneys, bound)
    out, slots = _out_size(arrays), arrays.data[at.H_DEBTS] * arrays.data[at.H_SLOT_SIZE]
    size = out + slots
    assert all(len(money) == len(arrays.money) for money in moneys)
    results = bound.whole([0] * (len(moneys) * size))
    bound.of(run_rows)(
        bound.whole(arrays.data),
        bound.whole([fen for money in moneys for fen in money]),
        bound.whole(arrays.opening),
        bound.whole(_numbers(strategy)),
        bound.whole(arrays.money),
        bound.whole(arrays.opening),
        bound.whole([0] * out),
        results,
    )
    found = bound.listed(results)
    return [
        _read(arrays, found[start + out : start + size], found[start : start + out])
        for start in range(0, len(found), size)
    ]


def _safe(arrays: Arrays, moneys: Sequence[Sequence[int]], bound: Bound) -> Bound:
    """Return the binding, or PLAIN where a compiled one might leave 64 bits."""
    if not bound.compiled or not arrays.fits:
        return PLAIN
    return bound if all(fits_money(arrays.data, money) for money in moneys) else PLAIN


def _numbers(strategy: Strategy) -> list[int]:
    return [strategy.order, strategy.extra, int(strategy.keep), int(strategy.spare)]


def _out_size(arrays: Arrays) -> int:
    return at.OUT_SIZE + arrays.months * at.OUT_ROW


def _read(arrays: Arrays, state: list[int], out: list[int]) -> Run:
    data, debts = arrays.data, range(len(arrays.debts))
    slots = [index * data[at.H_SLOT_SIZE] for index in debts]
    terms = [data[at.H_TERMS_AT] + index * at.TERMS_SIZE for index in debts]

    def total(*fields: int) -> int:
        return sum(state[slot + field] for slot in slots for field in fields)

    charged, rows = at.S_CHARGED, range(at.OUT_SIZE, at.OUT_SIZE + out[at.O_MONTHS] * at.OUT_ROW, at.OUT_ROW)
    status = STATUSES[out[at.O_STATUS]]
    last, failed = out[at.O_LAST_PAID], out[at.O_FAILED_IN]
    result = Run(
        status=status,
        months=last if status == "closed" and last >= 0 else None,
        cash_fen=tuple(out[row + at.OUT_CASH] for row in rows),
        debt_fen=tuple(out[row + at.OUT_DEBT] for row in rows),
        other_fen=tuple(out[row + at.OUT_OTHER] for row in rows),
        arrears_fen=tuple(out[row + at.OUT_ARREARS] for row in rows),
        paid_fen=out[at.O_PAID],
        interest_fen=total(charged + at.INTEREST),
        penalty_fen=total(charged + at.PENALTY, charged + at.COMPOUND),
        fee_fen=total(charged + at.FEES, charged + at.DAMAGES),
        forgiven_fen=total(at.S_FORGIVEN),
        left_fen=sum(standing(data, state, t, s) for t, s in zip(terms, slots, strict=True)),
        unpaid_fen=out[at.O_UNPAID],
        cut_fen=out[at.O_CUT],
        overdue_months=out[at.O_OVERDUE_MONTHS],
        overdue_by_debt=tuple(state[slot + at.S_OVERDUE_MONTHS] for slot in slots),
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
