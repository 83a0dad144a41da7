"""What past months took: whole months only, what came back taken off the month of its purchase, the middle of them."""

import statistics
from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.dates import Month
from ashore.diagnosis.asked import Seen
from ashore.household.transactions import Transaction
from ashore.planning.past import median_fen, past_of, whole_months
from planning.spent import spent

JAN, FEB, MAR, APR = (Month(2026, number) for number in (1, 2, 3, 4))
FIRST = date(2026, 1, 1)


def seen(since: date, until: date, source: str = "alipay") -> Seen:
    """Return the days that an export covers."""
    return Seen(source, since, until)


@pytest.mark.parametrize(
    ("spans", "until", "months"),
    [
        ([seen(FIRST, date(2026, 3, 31))], date(2026, 4, 10), (JAN, FEB, MAR)),
        ([seen(date(2026, 1, 2), date(2026, 3, 30))], date(2026, 4, 10), (FEB,)),
        ([seen(FIRST, date(2026, 3, 31))], date(2026, 3, 30), (JAN, FEB)),
        ([seen(FIRST, date(2026, 2, 10)), seen(date(2026, 2, 11), MAR.last)], MAR.last, (JAN, FEB, MAR)),
        ([seen(FIRST, date(2026, 2, 9)), seen(date(2026, 2, 11), date(2026, 4, 30))], date(2026, 4, 30), (MAR, APR)),
        ([seen(FIRST, MAR.last), seen(FEB.first, MAR.last, "wechat")], MAR.last, (FEB, MAR)),
        ([seen(FIRST, date(2026, 1, 31))], date(2026, 3, 31), (JAN,)),
        ([], date(2026, 3, 31), ()),
    ],
)  # fmt: skip
def test_a_month_counts_where_every_source_covers_all_of_it(
    spans: list[Seen], until: date, months: tuple[Month, ...]
):
    assert whole_months([], spans, until) == months


def test_a_source_that_does_not_say_is_covered_from_its_first_row_to_its_last():
    rows = [spent(1, FIRST), spent(1, date(2026, 3, 31))]
    assert whole_months(rows, [], date(2026, 4, 1)) == (JAN, FEB, MAR)
    assert whole_months([*rows, spent(1, FEB.first, source="wechat")], [], date(2026, 4, 1)) == ()


def test_a_year_at_most():
    months = whole_months([], [seen(date(2024, 1, 1), date(2026, 3, 31))], date(2026, 3, 31))
    assert (len(months), months[0], months[-1]) == (12, Month(2025, 4), MAR)


def test_what_came_back_is_taken_off_the_month_of_its_purchase():
    bought = spent(100, date(2026, 1, 20), order="7")
    back = spent(30, date(2026, 2, 3), kind="refund", refund_of="7")
    alone = spent(5, date(2026, 2, 4), kind="refund")
    past = past_of([back, alone, bought], (JAN, FEB))
    assert past.home == {"food": (7_000, -500)}


def test_home_and_shop_people_and_takings_stand_apart():
    rows = [
        spent(10, FIRST), spent(20, FIRST, "stock"), spent(30, FIRST, "food", business=True), spent(40, FIRST, ""),
        spent(50, FIRST, "", "transfer", nature="person"), spent(60, FIRST, "housing", "transfer", nature="person"),
        spent(70, FIRST, "", "income", nature="takings"), spent(80, FIRST, "", "income", nature="wage"),
        spent(75, FIRST, "", "income", nature="takings", business=False), spent(90, FIRST, "", "repayment"),
        spent(95, FIRST, "fees", nature="interest"),
    ]  # fmt: skip
    past = past_of(rows, (JAN,))
    assert past.home == {"": (4_000,), "food": (1_000,), "housing": (6_000,)}
    assert past.shop == {"food": (3_000,), "stock": (2_000,)}
    assert (past.people, past.takings) == ((5_000,), (7_000,))


def test_what_moving_one_s_own_money_cost_is_spent_and_the_money_is_not():
    """WeChat takes 0.1 % of what is moved to the own bank: ¥1 of ¥1,000."""
    moved = spent(1000, FIRST, "", "transfer", nature="own-account", fee_fen=100)
    assert past_of([moved, replace(moved, fee_fen=0)], (JAN,)).home == {"fees": (100,)}


rows_drawn = st.lists(
    st.builds(
        lambda fen, days, category, kind, order, refund: Transaction(
            FIRST + timedelta(days), fen, kind, "purchase", category=category, order=order, refund_of=refund
        ),
        st.integers(1, 10**6), st.integers(-40, 130), st.sampled_from(["food", "games", ""]),
        st.sampled_from(["spending", "refund"]), st.sampled_from(["", "1", "2"]), st.sampled_from(["", "1", "2"]),
    ),
    max_size=12,
)  # fmt: skip


@given(rows_drawn, st.randoms(use_true_random=False))
def test_every_fen_is_in_its_month_whatever_the_order_of_rows(rows: list[Transaction], chance: object):
    rows = [
        row
        for place, row in enumerate(rows)
        if row.kind == "refund" or row.order not in {one.order for one in rows[:place] if one.order}
    ]
    days = {row.order: row.day for row in rows if row.kind == "spending" and row.order}
    sums: dict[tuple[str, int], int] = defaultdict(int)
    for row in rows:
        day = days.get(row.refund_of, row.day) if row.kind == "refund" else row.day
        if day.year == 2026 and day.month < 4:
            sums[row.category, day.month] += row.amount_fen if row.kind == "spending" else -row.amount_fen
    past = past_of(rows, (JAN, FEB, MAR))
    wanted = {code: tuple(sums[code, month] for month in (1, 2, 3)) for code in {code for code, _ in sums}}
    assert past.home == {code: fen for code, fen in wanted.items() if any(fen)}
    chance.shuffle(rows)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType] - Hypothesis' own
    assert past_of(rows, (JAN, FEB, MAR)) == past


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=13))
def test_the_middle_is_the_median_rounded_up_at_a_half(sums: list[int]):
    exact = Fraction(statistics.median([Fraction(one) for one in sums]))
    assert 0 <= median_fen(sums) - exact <= Fraction(1, 2)
