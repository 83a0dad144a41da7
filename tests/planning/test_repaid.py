"""Planned payments beside repayments: by name, else by sum and day, else listed; nothing guessed or counted twice."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.household.transactions import Transaction
from ashore.planning.outcome import Payment
from ashore.planning.repaid import match_repayments

DAY = date(2026, 12, 15)
WORDS = {"card": ("信用卡", "某银行信用卡中心"), "flower": ("花呗",), "loan": ("网商贷", "网商银行")}


def planned(debt: str, fen: int, on: date = DAY, *, extra: bool = False) -> Payment:
    """Return a payment that the plan wants."""
    return Payment(on, debt, fen, fen, 0, 0, 0, 0, extra)


def repaid(fen: int, who: str, day: date = DAY, text: str = "还款") -> Transaction:
    """Return a repayment of a bill."""
    return Transaction(day, fen, "repayment", "repaid", counterparty=who, text=text)


@pytest.mark.parametrize(
    ("row", "debt", "how"),
    [
        (repaid(1, "花呗"), "flower", "name"),
        (repaid(1, "某银行信用卡中心", text="信用卡还款"), "card", "name"),
        (repaid(1, "网商银行", text="网商贷还款"), "loan", "name"),
        (repaid(1, "花呗", text="信用卡还款"), "card", "name"),
        (repaid(500, "某公司", DAY + timedelta(7)), "loan", "sum"),
        (repaid(500, "某公司", DAY + timedelta(8)), None, ""),
        (repaid(501, "某公司"), None, ""),
        (repaid(700, "某公司"), None, ""),
    ],
)
def test_whose_a_repayment_is(row: Transaction, debt: str | None, how: str):
    """The longest word decides; a sum only where one debt alone has it open: 700 is planned for two."""
    wanted = [planned("loan", 500), planned("card", 700), planned("flower", 700)]
    found = match_repayments(wanted, [row], WORDS)
    assert [(one.debt, one.how) for one in found.repaid] == [(debt, how)]
    assert found.unmatched == (() if debt else (row,))


def test_a_sum_that_a_named_repayment_has_met_is_not_open_any_more():
    found = match_repayments([planned("loan", 500)], [repaid(500, "网商银行"), repaid(500, "某公司")], WORDS)
    assert sorted(one.how for one in found.repaid) == ["", "name"]
    assert found.lines[0].status == "paid"


def test_how_it_went():
    wanted = [
        planned("loan", 500), planned("loan", 300, extra=True), planned("card", 700), planned("flower", 90),
        planned("loan", 500, date(2027, 1, 15)),
    ]  # fmt: skip
    rows = [
        repaid(200, "网商银行", DAY - timedelta(3)), repaid(400, "网商银行", DAY), repaid(40, "花呗"),
        repaid(700, "某公司", DAY + timedelta(2)),
    ]  # fmt: skip
    found = match_repayments(wanted, rows, WORDS)
    assert [(one.debt, one.fen, one.paid_fen, one.status) for one in found.lines] == [
        ("card", 700, 700, "late"), ("flower", 90, 40, "part"), ("loan", 500, 500, "paid"), ("loan", 300, 100, "extra"),
        ("loan", 500, 0, "missed"),
    ]  # fmt: skip
    assert found.beyond == {}


def test_more_than_the_plan_wanted():
    found = match_repayments([planned("flower", 90)], [repaid(100, "花呗"), repaid(50, "网商银行")], WORDS)
    assert found.beyond == {"flower": 10, "loan": 50}


DAYS = st.dates(DAY, date(2027, 1, 20))
payments_drawn = st.lists(
    st.builds(planned, st.sampled_from(["card", "flower", "loan"]), st.integers(1, 6), DAYS),
    max_size=6,
)  # fmt: skip
rows_drawn = st.lists(
    st.builds(repaid, st.integers(1, 6), st.sampled_from(["花呗", "网商银行", "信用卡", "某公司"]), DAYS),
    max_size=6,
)  # fmt: skip


@given(payments_drawn, rows_drawn, st.randoms(use_true_random=False))
def test_every_fen_is_counted_once_whatever_the_order(
    wanted: list[Payment], rows: list[Transaction], chance: object
):
    found = match_repayments(wanted, rows, WORDS)
    paid = Counter[str]()
    for one in found.repaid:
        if one.debt:
            paid[one.debt] += one.row.amount_fen
    met = Counter[str]()
    for line in found.lines:
        met[line.debt] += line.paid_fen
        assert 0 <= line.paid_fen <= line.fen
        assert (line.done_on is not None) == (line.paid_fen == line.fen)
    assert met + Counter(found.beyond) == paid
    assert sum(paid.values()) + sum(row.amount_fen for row in found.unmatched) == sum(
        row.amount_fen for row in rows
    )
    for debt in paid:
        assert met[debt] == min(paid[debt], sum(one.fen for one in wanted if one.debt == debt))
    mixed, other = list(rows), list(wanted)
    chance.shuffle(mixed)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType] - Hypothesis' own
    chance.shuffle(other)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType] - Hypothesis' own
    again = match_repayments(other, mixed, WORDS)
    assert Counter(again.lines) == Counter(found.lines)
    assert Counter(again.repaid) == Counter(found.repaid)
