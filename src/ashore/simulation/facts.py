"""One debt's contract as whole numbers: its block in `data` and the tables the block points to."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from ashore.dates import month_of
from ashore.loans.account import TermAccount
from ashore.loans.accrual import whole_months
from ashore.loans.terms import PARTS, Bucket, Deferral, LateFee, Method, Minimum, Prepayment, Terms
from ashore.money import Rounding
from ashore.simulation import layout as at
from ashore.simulation.calendar import Span, pay_days_of, points_of
from ashore.simulation.rates import Contract, Rates, annuities_of, rate_numbers

KINDS: Final[dict[Method, int]] = {
    "level-payment": at.LEVEL,
    "equal-principal": at.PARTS,
    "flat-fee": at.PARTS,
    "interest-only": at.AT_END,
    "daily": at.AT_END,
    "bullet": at.BULLET,
    "revolving": at.REVOLVING,
    "schedule": at.TYPED,
}
ROUNDINGS: Final[dict[Rounding, int]] = {"half-up": at.HALF_UP, "down": at.DOWN, "up": at.UP}
DEFERRALS: Final[dict[Deferral, int]] = {"accrue": at.ACCRUE, "add": at.ADD, "pay": at.PAY, "waive": at.WAIVE}
NO_MOST: Final = -1


def put(numbers: list[int], place: int, more: Sequence[int]) -> None:
    """Write numbers at a place."""
    numbers[place : place + len(more)] = more


def block_of(account: Contract, rates: Rates, span: Span, weight: int) -> list[int]:
    """Return a debt's block; where its tables lie is not yet in it."""
    terms = account.terms
    block = [0] * at.TERMS_SIZE
    block[at.T_KIND] = KINDS[terms.method]
    block[at.T_FREE] = int(terms.method in ("flat-fee", "schedule"))
    block[at.T_DAILY] = int(terms.accrual == "daily")
    block[at.T_ROUNDING] = ROUNDINGS[terms.rounding]
    block[at.T_COMPOUND] = int(terms.compound)
    block[at.T_WEIGHT] = weight
    if terms.grace:
        put(block, at.T_GRACE, (terms.grace.days, int(terms.grace.effect == "postpone")))
    _write_opening(block, account, span)
    _write_rules(block, terms)
    return block


def _write_opening(block: list[int], account: Contract, span: Span) -> None:
    end = account.next_due
    block[at.T_DEFER_MODE] = DEFERRALS[account.defer_interest]
    if isinstance(account, TermAccount):
        end = account.period_end()
        block[at.T_PERIOD_FEE] = account.period_fee_fen
    months = whole_months(account.period_from, end, account.terms.due_day) or 0
    put(block, at.T_OPENING_MONTHS, (months, (end - account.period_from).days))
    block[at.T_FIRST] = month_of(account.next_due).minus(span.first)


def _write_rules(block: list[int], terms: Terms) -> None:
    put(block, at.T_LATE, _late_fee(terms.late_fee))
    put(block, at.T_MINIMUM, _minimum(terms.minimum or Minimum(share=terms.fee_per_period)))
    called = terms.method == "flat-fee" and terms.prepayment.remaining_fees == "due"
    put(block, at.T_PREPAY, (*_early(terms.prepayment), int(called)))
    put(block, at.T_ORDER, _order(terms.allocation or ()))
    put(block, at.T_ORDER_AFTER, _order(terms.allocation_after))
    days = terms.allocation_after_days
    block[at.T_ORDER_DAYS] = -1 if days is None else days


def _late_fee(fee: LateFee | None) -> tuple[int, ...]:
    if fee is None:
        return (0, 0, 1, 0, NO_MOST)
    most = NO_MOST if fee.max_fen is None else fee.max_fen
    return (1, *fee.share.as_integer_ratio(), fee.min_fen, most)


def _minimum(rule: Minimum) -> tuple[int, ...]:
    return (*rule.share.as_integer_ratio(), rule.floor_fen, int(rule.base == "before-interest"))


def _early(rule: Prepayment) -> tuple[int, ...]:
    lock = rule.lock_until.toordinal() if rule.lock_until else -1
    return (
        int(rule.allowed),
        *rule.fee.as_integer_ratio(),
        int(rule.effect == "lower"),
        lock,
        rule.minimum_fen,
    )


def _order(buckets: tuple[Bucket, ...]) -> list[int]:
    """Return an order of buckets in the kernel's numbers, filled up with -1."""
    codes = [PARTS.index(part) + at.WORDS * (state == "due") for state, part in dict.fromkeys(buckets)]
    return codes + [-1] * (at.ORDER_SIZE - len(codes))


def add_tables(data: list[int], block: list[int], account: Contract, rates: Rates, span: Span) -> None:
    """Add a debt's calendar and rates at the end of `data` and note in its block where they begin."""
    terms = account.terms
    days = pay_days_of(span, terms.due_day)
    tables = {
        at.T_POINTS_AT: points_of(
            span, terms.due_day, terms.day_count, account.span_from, account.period_from
        ),
        at.T_PAY_BY_AT: [pay_by(account, day) for day in days],
        at.T_RATE_AFTER_AT: rates.after,
        at.T_RATES_AT: rate_numbers(account, rates),
        at.T_ANNUITY_AT: annuities_of(account, rates, span),
    }
    for place, numbers in tables.items():
        block[place] = len(data)
        data.extend(numbers)


def pay_by(account: Contract, due: date) -> int:
    """Return the day by which a due must be paid, as an ordinal: moved to a working day where the contract says so."""
    shifts = account.terms.shift == "next-working-day"
    return (account.working_days.next(due) if shifts else due).toordinal()
