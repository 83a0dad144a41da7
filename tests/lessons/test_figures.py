"""Every number of the lessons against a second computation: on the lesson's example, and on households' own debts."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from lessons.by_hand import Card, half_up, halved, interest, later, stretched, yearly
from lessons.figured import (
    HOUSEHOLDS,
    card_of,
    example,
    figure,
    home,
    named,
    of_debt,
    positions,
    read,
    rounded,
)

Found = dict[str, Any]


def facts(lesson: str, name: str = "", at: int | None = None) -> tuple[Found, bool]:
    """Return a figure's facts and whether they are the person's."""
    found = figure(lesson, home(name) if name else None, at)
    return dict(found.facts), found.own


def hand_of(lesson: str, name: str, found: Found):
    """Return the second computation's loan: the household's debt of that name, else the example."""
    debt = str(found["debt_name"])
    return of_debt(named(home(name), debt), home(name).as_of) if debt else example(lesson)


# Which debt is taken: the one with the highest yearly rate that fits, named; none fits: the example.
TAKEN = {
    "daily-rate": {
        "demo": "网商贷",
        "eight-debts": "借呗",
        "nothing-works": "借呗",
        "mortgage": "",
        "rider": "微粒贷",
    },
    "flat-fee": {
        "demo": "",
        "eight-debts": "京东白条",
        "overspender": "手机和电脑的花呗分期",
        "rider": "电动车的白条分期",
    },
    "minimum-payment": {
        "demo": "信用卡",
        "overspender": "信用卡甲",
        "nothing-works": "",
        "mortgage": "信用卡",
    },
    "penalty-interest": {"demo": "网商贷", "nothing-works": "小贷乙", "mortgage": "房贷", "deferral": ""},
    "compound-interest": {"demo": "网商贷", "illness": "银行消费贷", "nothing-works": "", "rider": "微粒贷"},
    "deferral-cost": {
        "deferral": "银行消费贷",
        "illness": "银行消费贷",
        "nothing-works": "小贷乙",
        "mortgage": "房贷",
    },
    "rate-or-instalment": {"demo": "网商贷", "deferral": "", "mortgage": "房贷", "eight-debts": "小额贷款"},
}
CASES = [(lesson, name, debt) for lesson, homes in TAKEN.items() for name, debt in homes.items()]


@pytest.mark.parametrize(("lesson", "name", "debt"), CASES)
def test_the_costliest_debt_that_fits_is_taken_and_named(lesson, name, debt):
    found, own = facts(lesson, name)
    assert (found["debt_name"], own) == (debt, bool(debt))


HOMES = ("", *HOUSEHOLDS)


@pytest.mark.parametrize("name", HOMES)
def test_a_daily_rate_a_year_and_its_days(name):
    for days in positions("daily-rate")[::7]:
        found, _ = facts("daily-rate", name, days)
        hand = hand_of("daily-rate", name, found)
        assert found["principal_fen"] == hand.principal
        assert found["day_percent"] == Decimal(hand.rate.numerator) / hand.rate.denominator
        assert Fraction(found["yearly_rate"]) == hand.rate * 360
        assert Fraction(found["yearly_365_rate"]) == hand.rate * 365
        assert found["wan_fen"] == half_up(1_000_000 * hand.rate)
        assert (found["day_fen"], found["month_fen"]) == tuple(
            half_up(hand.principal * hand.rate * count) for count in (1, 30)
        )
        assert found["turned_fen"] == half_up(hand.principal * hand.rate * days)
    hand = hand_of("daily-rate", name, facts("daily-rate", name)[0])
    for days, fen in figure("daily-rate", home(name) if name else None).rows:
        assert fen == half_up(hand.principal * hand.rate * days)


def flat(original: int, share: Fraction, count: int) -> tuple[list[int], int]:
    """Return the payments of a flat fee and all its fees."""
    fee, part = half_up(original * share), half_up(Fraction(original, count))
    last = original - part * (count - 1)
    return [part + fee] * (count - 1) + [last + fee], fee * count


@pytest.mark.parametrize(
    ("name", "count"), [("", 12), ("eight-debts", 12), ("overspender", 12), ("rider", 12)]
)
def test_a_flat_fee_and_what_it_is_a_year(name, count):
    for number in positions("flat-fee")[::3]:
        found, _ = facts("flat-fee", name, number)
        hand = hand_of("flat-fee", name, found)
        for key, periods in (("", count), ("turned_", number)):
            paid, fees = flat(hand.original, hand.fee, periods)
            simple, compound = yearly(paid, hand.original)
            assert found[f"{key}fees_fen"] == fees
            assert rounded(found[f"{key}rate" if key else "true_rate"]) == rounded(simple)
            assert key or rounded(found["compound_rate"]) == rounded(compound)
            said = Fraction(fees * 12, hand.original * periods)
            assert abs(Fraction(found[f"{key}said_rate"]) - said) < Fraction(1, 10**11)
    found, _ = facts("flat-fee", name)
    hand = hand_of("flat-fee", name, found)
    paid, _ = flat(hand.original, hand.fee, count)
    assert (found["original_fen"], found["instalments_count"]) == (hand.original, count)
    assert (found["payment_fen"], found["fee_fen"]) == (paid[0], half_up(hand.original * hand.fee))
    assert found["half_fen"] == hand.original - (count + 1) // 2 * half_up(Fraction(hand.original, count))


@pytest.mark.parametrize("name", ["", "demo", "overspender", "mortgage", "deferral"])
def test_a_minimum_and_a_fixed_sum(name):
    for percent in positions("minimum-payment")[::3]:
        found, own = facts("minimum-payment", name, percent)
        card = (
            card_of(named(home(name), str(found["debt_name"])), home(name).as_of) if own else example_card()
        )
        run = half_up(card.owed * card.rate * (card.on - card.since).days)
        assert found["owed_fen"] == card.owed + run
        least = [month for _, month in zip(range(36), card.months(0), strict=False)]
        paid, principal, _, _ = least[0]
        assert found["minimum_fen"] == paid
        assert (found["minimum_principal_fen"], found["minimum_interest_fen"]) == (
            principal,
            paid - principal,
        )
        assert (found["year_left_fen"], found["year_interest_fen"]) == least[11][2:]
        assert (found["three_left_fen"], found["three_interest_fen"]) == least[35][2:]
        payment = max(half_up(Fraction((card.owed + run) * percent, 100)), paid)
        fixed = list(card.months(payment))
        assert (found["turned_fen"], found["turned_nmonths"]) == (payment, len(fixed))
        assert (fixed[-1][2], found["turned_interest_fen"]) == (0, fixed[-1][3])
        assert Fraction(found["yearly_rate"]) == card.rate * 360


def example_card() -> Card:
    """Return the example's card for the second computation."""
    terms = read("minimum-payment")["example"]
    on = date.fromisoformat(terms["from"])
    share = Fraction(terms["minimum_rate"])
    return Card(terms["principal_fen"], Fraction(terms["rate"]), share, on, on.day, on)


@pytest.mark.parametrize("name", ["", "demo", "eight-debts", "illness", "mortgage", "nothing-works", "rider"])
def test_penalty_interest_of_the_next_instalment(name):
    for days in positions("penalty-interest")[::6]:
        found, _ = facts("penalty-interest", name, days)
        hand = hand_of("penalty-interest", name, found)
        due = hand.dues()[0]
        alone, compound = hand.late(due, days)
        assert (found["due_on"], found["due_principal_fen"], found["due_interest_fen"]) == (
            due.on, due.principal, due.interest,
        )  # fmt: skip
        assert found["due_fen"] == due.total
        assert (found["turned_penalty_fen"], found["turned_compound_fen"]) == (alone, compound)
        assert (found["turned_damages_fen"], found["turned_more_fen"]) == (0, alone + compound)
        assert Fraction(found["penalty_yearly_rate"]) == hand.penalty * 360
        assert Fraction(found["yearly_rate"]) == hand.rate * (360 if hand.by_day else 1)
        assert found["markup_rate"] == Decimal("0.5")
    hand = hand_of("penalty-interest", name, facts("penalty-interest", name)[0])
    due = hand.dues()[0]
    for days, penalty, more in figure("penalty-interest", home(name) if name else None).rows:
        assert (penalty, more) == (hand.late(due, days)[0], sum(hand.late(due, days)))


@pytest.mark.parametrize("name", ["", "demo", "eight-debts", "illness", "mortgage", "rider"])
def test_compound_interest_while_nothing_is_paid(name):
    for months in positions("compound-interest")[::2]:
        found, _ = facts("compound-interest", name, months)
        hand = hand_of("compound-interest", name, found)
        dues = hand.dues()
        end = later(dues[0].on, months, hand.due_day)
        late = [
            (due, *hand.late(due, (end - due.on).days)) for due in dues if (end - due.on).days > hand.grace
        ]
        assert found["due_on"] == dues[0].on
        assert found["turned_interest_fen"] == sum(due.interest for due, _, _ in late)
        assert found["turned_penalty_fen"] == sum(alone for _, alone, _ in late)
        assert found["turned_compound_fen"] == sum(more for _, _, more in late)
        assert found["turned_arrears_fen"] == sum(due.total + alone + more for due, alone, more in late)


@pytest.mark.parametrize(
    "name", ["", "deferral", "demo", "eight-debts", "illness", "mortgage", "nothing-works"]
)
def test_what_a_deferral_costs(name):
    for months in positions("deferral-cost")[1::5]:
        found, _ = facts("deferral-cost", name, months)
        hand = hand_of("deferral-cost", name, found)
        usual = hand.dues()
        total = sum(due.total for due in usual)
        assert (found["principal_fen"], found["ends_on"]) == (hand.principal, usual[-1].on)
        assert (found["usual_on"], found["usual_fen"]) == (usual[0].on, usual[0].total)
        back = later(usual[0].on, months, hand.due_day)
        rows = figure("deferral-cost", home(name) if name else None, months).rows
        for mode, (_, first_fen, more) in zip(("pay", "accrue", "add"), rows, strict=True):
            dues = hand.deferred(months, mode)
            first = next(due for due in dues if due.on >= back)
            assert (first.total, sum(due.total for due in dues) - total) == (first_fen, more), mode
        after = hand.deferred(months, "accrue")
        assert (found["turned_first_on"], found["turned_first_fen"]) == (back, after[0].total)
        assert found["turned_ends_on"] == after[-1].on
        assert found["turned_more_fen"] == sum(due.total for due in after) - total
        added = sum(due.total for due in hand.deferred(months, "add"))
        assert found["turned_added_more_fen"] == added - total


@pytest.mark.parametrize("name", ["", "demo", "eight-debts", "illness", "mortgage", "nothing-works"])
def test_a_loan_stretched_and_at_half_its_rate(name):
    for months in positions("rate-or-instalment")[::2]:
        found, _ = facts("rate-or-instalment", name, months)
        hand = hand_of("rate-or-instalment", name, found)
        usual, longer, lower = hand.dues(), stretched(hand, months), halved(hand)
        assert found["principal_fen"] == hand.principal
        assert found["instalments_nmonths"] == len(usual)
        for key, dues in (("", usual), ("turned_", longer), ("lower_", lower)):
            assert found[f"{key}instalment_fen"] == dues[1].total, key
            assert found[f"{key}interest_fen"] == interest(dues), key
        assert found["turned_more_fen"] == interest(longer) - interest(usual)
        assert found["lower_less_fen"] == interest(usual) - interest(lower)
        assert Fraction(found["half_rate"]) * 2 == Fraction(found["yearly_rate"])
