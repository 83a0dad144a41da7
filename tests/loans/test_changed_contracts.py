"""What an agreement makes of a card, of a typed schedule and of a settlement that asks for too much."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from ashore.loans.concessions import Account, accelerate, accept
from ashore.loans.opening import open_account
from ashore.loans.schedule import Row, dues_of
from ashore.loans.terms import (
    Arrears,
    Concession,
    DatedRate,
    Deferral,
    Grace,
    Instalment,
    Method,
    Minimum,
    Opening,
    Penalty,
    Prepayment,
    Terms,
)
from ashore.money import Rate

AS_OF = date(2026, 11, 23)
LAST_DUE = date(2026, 11, 15)
CARD = Terms(
    "revolving",
    Rate(Decimal("0.0005"), "day"),
    accrual="daily",
    due_day=15,
    minimum=Minimum(Fraction(1, 10), floor_fen=100_00),
)
TYPED = Terms(
    "schedule",
    Rate(Decimal("0.12"), "year"),
    due_day=15,
    schedule=(
        Instalment(date(2026, 12, 15), 1000_00, 30_00),
        Instalment(date(2027, 1, 20), 1000_00, 20_00),
        Instalment(date(2027, 2, 15), 1000_00, 10_00),
    ),
)


def card(*arrears: Arrears) -> Account:
    """Return a card with ¥12,000 on it."""
    return open_account(CARD, Opening(AS_OF, 12000_00, 0, LAST_DUE, arrears))


def typed() -> Account:
    """Return a loan of ¥3,000 with a typed schedule."""
    return open_account(TYPED, Opening(AS_OF, 3000_00, 3, LAST_DUE))


def extended(account: Account, months: int, method: Method | None = None) -> tuple[Row, ...]:
    """Return the dues after an extension."""
    return dues_of(accept(account, Concession("extend", "agreed-written", months=months, method=method)))


def test_a_card_that_is_extended_is_paid_in_instalments() -> None:
    """1.5 % a month over 6: 12000 × 0.015 / (1 − 1.015⁻⁶) = 2,106.30; first 30 days' interest is 180.00."""
    rows = extended(card(), 6)
    assert [row.due.month for row in rows] == [12, 1, 2, 3, 4, 5]
    assert (rows[0].principal_fen, rows[0].interest_fen) == (2106_30 - 180_00, 180_00)
    assert sum(row.principal_fen for row in rows) == 12000_00
    assert rows[1].total_fen == 2106_30


def test_what_a_card_carries_falls_due_with_the_first_instalment() -> None:
    """300.00 carried + 8 days on 11,940 (47.76) + 22 days on 11,640 (128.04) = 475.80 interest; damages 60.00."""
    missed = Arrears(date(2026, 9, 15), 1500_00, 300_00, damages_fen=60_00)
    first, *later = extended(card(missed), 6, "equal-principal")
    assert (first.principal_fen, first.interest_fen, first.fee_fen) == (1940_00, 475_80, 60_00)
    assert [row.fee_fen for row in later] == [0] * 5


@pytest.mark.parametrize("method", ["revolving", "schedule"])
def test_an_extension_to_a_method_without_instalments_means_level_payments(method: Method) -> None:
    """Six level payments, no crash."""
    assert [row.total_fen for row in extended(card(), 6, method)][:5] == [2106_30] * 5


@pytest.mark.parametrize(
    ("interest", "dues"),
    [
        # 120.00 × 31 days × 0.05 % on the balance of 12,000 is 186.00; 10 % of 12,186 is 1,218.60
        ("pay", [(12, 180_00), (1, 186_00), (2, 1218_60)]),
        ("waive", [(2, 1218_60)]),
    ],
)
def test_a_card_deferred_without_interest_or_with_interest_paid(
    interest: Deferral, dues: list[tuple[int, int]]
) -> None:
    """The waived months cost nothing; the paid ones ask for their interest alone."""
    account = accept(card(), Concession("defer", "agreed-written", months=2, interest=interest))
    rows = dues_of(account)[: len(dues)]
    assert [(row.due.month, row.total_fen) for row in rows] == dues


def test_a_called_card_stays_as_late_as_it_was() -> None:
    """A minimum missed on 15 September is 69 days late on 23 November, called that day or not."""
    account = card(Arrears(date(2026, 9, 15), 1500_00))
    accelerate(account)
    assert account.days_past_due == 69
    assert account.arrears_fen == 12000_00 + 48_00


def test_a_called_card_whose_interest_is_waived_asks_for_what_is_left() -> None:
    """Called with 48.00 of interest run; with that written off 12,000.00 is owed, due, and closes it."""
    account = card()
    accelerate(account)
    account = accept(account, Concession("defer", "agreed-written", months=1, interest="waive"))
    assert account.arrears_fen == account.payoff_fen() == 12000_00
    account.pay(12000_00)
    account.check()
    assert account.closed
    assert account.credit_fen == 0


def test_a_called_bullet_follows_the_rate_of_the_month() -> None:
    """Deferred two months after the call: nothing runs to a maturity, 12 % until 15 March, 6 % from then on."""
    half = DatedRate(Rate(Decimal("0.06"), "year"), since=date(2027, 3, 20))
    terms = Terms(
        "bullet",
        Rate(Decimal("0.12"), "year"),
        due_day=15,
        rates=(half,),
        penalty=Penalty(Fraction(3, 2)),
    )
    account = open_account(terms, Opening(AS_OF, 12000_00, 3, LAST_DUE))
    accelerate(account)
    account = accept(account, Concession("defer", "agreed-written", months=2))
    called = account.arrears_fen
    account.advance(date(2027, 4, 25))
    assert account.arrears_fen - called == 12000_00 * 112 * 18 // 36000 + 12000_00 * 41 * 9 // 36000


def test_a_typed_schedule_that_is_extended_is_spread_again() -> None:
    """8 of 30 typed days are 8.00, 22 days at 12 % on 3,000 are 22.00; 3000 × 0.01 / (1 − 1.01⁻⁶) = 517.65."""
    rows = extended(typed(), 6, "level-payment")
    assert [row.total_fen for row in rows][:5] == [517_65] * 5
    assert rows[0].interest_fen == 30_00
    assert len(rows) == 6


BULLET = Terms("bullet", Rate(Decimal("0.12"), "year"), due_day=15)
"""¥12,000, due on 15 February."""


def test_a_bullet_deferred_again_is_moved_on_from_there() -> None:
    """Two months, then one more the day after: 15 February, 15 April, 15 May."""
    account = open_account(BULLET, Opening(AS_OF, 12000_00, 3, LAST_DUE))
    account = accept(account, Concession("defer", "agreed-written", months=2))
    account.advance(date(2026, 11, 24))
    account = accept(account, Concession("defer", "agreed-written", months=1))
    assert [row.due for row in dues_of(account)] == [date(2027, 5, 15)]


def test_of_a_bullet_that_was_called_nothing_is_left_to_put_off() -> None:
    """Returned to the contract afterwards it is due on the next due day, seven months of deferral or not."""
    account = open_account(BULLET, Opening(AS_OF, 12000_00, 3, LAST_DUE))
    accelerate(account)
    account = accept(account, Concession("defer", "agreed-written", months=7))
    lower = Rate(Decimal("0.06"), "year")
    account = accept(account, Concession("rate", "agreed-written", rate=lower, arrears="merge"))
    assert [row.due for row in dues_of(account)] == [date(2026, 12, 15)]


def test_what_returns_to_typed_dues_is_the_first_to_be_repaid_early() -> None:
    """¥1,000 overdue joins February's ¥1,000; ¥1,500 early in December leaves January whole and February ¥500."""
    overdue = Arrears(LAST_DUE, 1000_00)
    account = open_account(TYPED, Opening(AS_OF, 4000_00, 3, LAST_DUE, (overdue,)))
    lower = Rate(Decimal("0.06"), "year")
    account = accept(account, Concession("rate", "agreed-written", rate=lower, arrears="merge"))
    account.advance(date(2026, 12, 15))
    account.pay(account.due_fen)
    account.prepay(1500_00)
    assert [(row.due, row.principal_fen) for row in dues_of(account)] == [
        (date(2027, 1, 20), 1000_00),
        (date(2027, 2, 15), 500_00),
    ]


def test_a_deferred_typed_due_keeps_its_day() -> None:
    """20 January moves to 20 March, not to the contract's usual 15th."""
    account = accept(typed(), Concession("defer", "agreed-written", months=2))
    assert [row.due for row in dues_of(account)] == [
        date(2027, 2, 15),
        date(2027, 3, 20),
        date(2027, 4, 15),
    ]


@pytest.mark.parametrize(
    ("interest", "principal", "asked"),
    [
        ("accrue", [1000, 1000, 1000], [30 + 2 * 30, 20, 10]),
        ("pay", [0, 0, 1000, 1000, 1000], [30, 30, 30, 20, 10]),
        ("add", [1000, 1000, 1000 + 2 * 30], [30, 20, 10]),
        ("waive", [1000, 1000, 1000], [30, 20, 10]),
    ],
)
def test_typed_dues_that_wait_cost_the_running_dues_interest(
    interest: Deferral, principal: list[int], asked: list[int]
) -> None:
    """December's due asks ¥30 for its month; of the two months that it waits each asks ¥30 more (SPEC §4.2)."""
    account = accept(typed(), Concession("defer", "agreed-written", months=2, interest=interest))
    rows = dues_of(account)
    assert [row.principal_fen for row in rows] == [yuan * 100 for yuan in principal]
    assert [row.interest_fen for row in rows] == [yuan * 100 for yuan in asked]


@pytest.mark.parametrize(
    ("due", "interest", "asked"),
    [(date(2027, 1, 15), 60_00, 60_00 + 30_00), (date(2026, 12, 20), 35_00, 35_00 + 31_00)],
)
def test_a_month_of_waiting_is_a_month_of_the_running_due(due: date, interest: int, asked: int) -> None:
    """Two months ask ¥60, one ¥30; 35 days from 15 November ask ¥35, the 31 to 20 January ¥31."""
    terms = Terms("schedule", TYPED.rate, due_day=15, schedule=(Instalment(due, 3000_00, interest),))
    account = open_account(terms, Opening(AS_OF, 3000_00, 1, LAST_DUE))
    rows = dues_of(accept(account, Concession("defer", "agreed-written", months=1)))
    assert [row.interest_fen for row in rows] == [asked]


def at_its_end(day: date, grace: Grace | None = None, periods: int = 1) -> Account:
    """Return a loan of ¥12,000 at 12 % a year on a day, its due of 15 December unpaid."""
    terms = Terms("interest-only", Rate(Decimal("0.12"), "year"), due_day=15, grace=grace)
    account = open_account(terms, Opening(AS_OF, 12000_00, periods, LAST_DUE))
    account.advance(day)
    return account


@pytest.mark.parametrize(
    ("day", "grace", "first"),
    [(date(2026, 12, 15), None, 240_00), (date(2026, 12, 17), Grace(3, "waive"), 232_26)],
)
def test_an_extension_spreads_the_last_due_while_that_is_in_time(
    day: date, grace: Grace | None, first: int
) -> None:
    """¥2,000 a month from January; ¥120 of December and ¥120 of January first, then ¥20 less each month.

    Agreed on the 17th, 29 of January's 31 days: 112.26.
    """
    account = at_its_end(day, grace)
    assert account.due_fen == 12_120_00
    rows = extended(account, 6, "equal-principal")
    assert [(row.due.month, row.principal_fen) for row in rows] == [(month, 2000_00) for month in range(1, 7)]
    assert [row.interest_fen for row in rows] == [first, 100_00, 80_00, 60_00, 40_00, 20_00]


def test_an_extension_leaves_a_due_of_its_day_where_more_is_to_come_or_arrears_are_kept() -> None:
    """¥120 stay due where January's ¥12,000 can be spread; all of December where what is due is kept."""
    longer = Concession("extend", "agreed-written", months=6)
    account = at_its_end(date(2026, 12, 15), periods=2)
    assert accept(account, longer).due_fen == 120_00
    kept = Concession("extend", "agreed-written", months=6, arrears="keep")
    assert accept(at_its_end(date(2026, 12, 15)), kept).due_fen == 12_120_00


def test_a_settlement_above_what_is_owed_ends_with_the_debt() -> None:
    """20,000 in three parts against 12,000 owed: two close it, and nothing falls due on the third day."""
    sums = Concession("settle", "agreed-written", date(2027, 3, 1), settle_fen=20000_00, instalments=3)
    account = accept(card(), sums)
    rows = dues_of(account)
    assert [row.due.month for row in rows] == [12, 1]
    assert sum(row.principal_fen for row in rows) == 12000_00


def test_a_share_to_settle_is_of_what_is_owed() -> None:
    """Half of 1,000.00; the 3 % for paying early is no part of what is owed."""
    terms = Terms(
        "interest-only",
        Rate(Decimal("0.12"), "year"),
        due_day=23,
        prepayment=Prepayment(fee=Fraction(3, 100)),
    )
    account = open_account(terms, Opening(AS_OF, 1000_00, 5, AS_OF))
    half = Concession("settle", "agreed-written", date(2026, 12, 1), settle_share=Fraction(1, 2))
    assert accept(account, half).payoff_fen() == 500_00
