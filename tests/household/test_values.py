"""What people write for amounts, rates, shares, days: read where it has one meaning, a stop where it has two."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from ashore.household.file.log import At, Log
from ashore.household.keys.kinds import Flag, Kind, Word
from ashore.household.keys.rates import PenaltyKind, RateKind, Share, YearlyRate
from ashore.household.keys.scalars import Amount, Day, Factor, Whole
from ashore.loans.terms import Penalty
from ashore.money import Rate


def read(kind: Kind[object], raw: object) -> tuple[object, list[str]]:
    """Return the value and the codes said."""
    log = Log()
    value = kind.read(raw, At(log, ("debt", 0, "key")))
    assert (value is None) == log.stopped
    return value, [remark.code for remark in log.remarks]


@pytest.mark.parametrize(
    ("raw", "fen", "said"),
    [
        (9800, 980_000, []),
        (Decimal("3200.00"), 320_000, []),
        (Decimal("0.01"), 1, []),
        (Decimal("1e3"), 100_000, []),
        ("86000.00", 8_600_000, ["amount-as-text"]),
        ("¥86,000.00", 8_600_000, ["amount-as-text"]),
        ("¥1,234,567.89", 123_456_789, ["amount-as-text"]),
        ("86000元", 8_600_000, ["amount-as-text"]),
        ("8.6万", 8_600_000, ["amount-as-text"]),
        ("8.6万元", 8_600_000, ["amount-as-text"]),
        ("3千", 300_000, ["amount-as-text"]),
        ("12 000", None, ["amount-unclear"]),
        ("１２３.４５", 12_345, ["amount-as-text"]),
        ("人民币 500 元", 50_000, ["amount-as-text"]),
        ("86,00", None, ["amount-unclear"]),
        ("8,6000", None, ["amount-unclear"]),
        ("86.000,00", None, ["amount-unclear"]),
        ("1,23,456", None, ["amount-unclear"]),
        ("$100", None, ["amount-unclear"]),
        ("8.6w", None, ["amount-unclear"]),
        ("八万", None, ["amount-unclear"]),
        ("", None, ["amount-unclear"]),
        ("-5", None, ["amount-negative"]),
        (-5, None, ["amount-negative"]),
        (Decimal("0.005"), None, ["amount-finer-than-fen"]),
        ("0.001万", 1_000, ["amount-as-text"]),
        ("0.0000001万", None, ["amount-finer-than-fen"]),
        (Decimal("NaN"), None, ["amount-wrong"]),
        (Decimal("Infinity"), None, ["amount-wrong"]),
        (True, None, ["amount-wrong"]),
        ([1], None, ["amount-wrong"]),
        (5_497_558_138, 549_755_813_800, []),
        (5_497_558_139, None, ["amount-too-large"]),
    ],
)
def test_amounts(raw, fen, said):
    assert read(Amount(), raw) == (fen, said)


@pytest.mark.parametrize(
    ("raw", "value", "per", "said"),
    [
        ("0.045%/day", "0.00045", "day", []),
        ("1.5%/month", "0.015", "month", []),
        ("16.2%/year", "0.162", "year", []),
        ("0%/year", "0", "year", []),
        ("0.0333333%/day", "0.000333333", "day", []),
        ("16.2% per year", "0.162", "year", ["rate-respelled"]),
        ("16.2%/年", "0.162", "year", ["rate-respelled"]),
        ("年化16.2%", "0.162", "year", ["rate-respelled"]),
        ("年利率:16.2%", "0.162", "year", ["rate-respelled"]),
        ("日息0.05%", "0.0005", "day", ["rate-respelled"]),
        ("０.０５％／ｄａｙ", "0.0005", "day", ["rate-respelled"]),
        ("0.05%/天", "0.0005", "day", ["rate-respelled"]),
        ("1.5% a month", "0.015", "month", ["rate-respelled"]),
        (" 0.05%/day ", "0.0005", "day", ["rate-respelled"]),
        ("0.45%/day", "0.0045", "day", ["rate-odd"]),
        ("18%/day", "0.18", "day", ["rate-odd"]),
        ("36%/year", "0.36", "year", []),
        ("36.01%/year", "0.3601", "year", ["rate-odd"]),
        ("0.045%/year", "0.00045", "year", ["rate-odd"]),
    ],
)
def test_rates_that_have_one_meaning(raw, value, per, said):
    assert read(RateKind(), raw) == (Rate(Decimal(value), per), said)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (Decimal("0.162"), "rate-bare"),
        (16, "rate-bare"),
        ("16.2%", "rate-period-missing"),
        ("16.2%/quarter", "rate-wrong"),
        ("-3%/year", "rate-wrong"),
        ("0.00045", "rate-wrong"),
        ("月息2分", "rate-wrong"),
        ("万分之五", "rate-wrong"),
        (True, "rate-wrong"),
        ([], "rate-wrong"),
    ],
)
def test_rates_that_do_not_are_a_stop(raw, said):
    assert read(RateKind(), raw) == (None, [said])


@pytest.mark.parametrize(
    ("raw", "penalty", "said"),
    [
        ("x1.5", Penalty(multiple=Fraction(3, 2)), []),
        ("x1.50", Penalty(multiple=Fraction(3, 2)), []),
        ("x2", Penalty(multiple=Fraction(2)), []),
        ("none", Penalty(), []),
        ("0.05%/day", Penalty(rate=Rate(Decimal("0.0005"), "day")), []),
        ("1.5倍", Penalty(multiple=Fraction(3, 2)), ["penalty-respelled"]),
        ("×1.3", Penalty(multiple=Fraction(13, 10)), ["penalty-respelled"]),
        ("x0.5", Penalty(multiple=Fraction(1, 2)), ["penalty-odd"]),
        ("x15", Penalty(multiple=Fraction(15)), ["penalty-odd"]),
        ("50%", None, ["penalty-wrong"]),
        (Decimal("1.5"), None, ["penalty-wrong"]),
    ],
)
def test_penalties(raw, penalty, said):
    assert read(PenaltyKind(), raw) == (penalty, said)


@pytest.mark.parametrize(
    ("kind", "raw", "share", "said"),
    [
        (Share(), "60%", Fraction(3, 5), []),
        (Share(), "0.6%", Fraction(3, 500), []),
        (Share(), "100%", Fraction(1), []),
        (Share(), "６０％", Fraction(3, 5), ["share-respelled"]),
        (Share(), "100.1%", None, ["share-too-large"]),
        (Share(), Decimal("0.6"), None, ["share-wrong"]),
        (Share(), "60", None, ["share-wrong"]),
        (Share("/month"), "3%/month", Fraction(3, 100), []),
        (Share("/month"), "3%", None, ["share-wrong"]),
        (Share("/month"), "36%/year", None, ["share-wrong"]),
        (YearlyRate(), "1%/month", Fraction(12, 100), []),
        (YearlyRate(), "0.01%/day", Fraction(36, 1000), []),
    ],
)
def test_shares(kind, raw, share, said):
    assert read(kind, raw) == (share, said)


@pytest.mark.parametrize(
    ("raw", "day", "said"),
    [
        (date(2026, 11, 23), date(2026, 11, 23), []),
        ("2026-11-23", date(2026, 11, 23), ["date-as-text"]),
        ("2026/1/5", date(2026, 1, 5), ["date-as-text"]),
        ("2026年11月23日", date(2026, 11, 23), ["date-as-text"]),
        ("2026.11.23", date(2026, 11, 23), ["date-as-text"]),
        (20261123, date(2026, 11, 23), ["date-as-text"]),
        ("２０２６－１１－２３", date(2026, 11, 23), ["date-as-text"]),
        (datetime(2026, 11, 23, 8, 30), date(2026, 11, 23), ["date-with-time"]),  # noqa: DTZ001  # a file's time has no zone
        ("23/11/2026", None, ["date-unclear"]),
        ("11-23", None, ["date-unclear"]),
        ("tomorrow", None, ["date-unclear"]),
        ("2026-02-29", None, ["date-impossible"]),
        ("2026-13-01", None, ["date-impossible"]),
        (20260230, None, ["date-impossible"]),
        (Decimal("2026.11"), None, ["date-unclear"]),
        (date(1026, 11, 23), None, ["date-far-away"]),
        (date(2200, 1, 1), None, ["date-far-away"]),
    ],
)
def test_days(raw, day, said):
    assert read(Day(), raw) == (day, said)


@pytest.mark.parametrize(
    ("raw", "number", "said"),
    [
        (15, 15, []),
        ("15", 15, ["number-as-text"]),
        ("１５日", 15, ["number-as-text"]),
        ("12期", 12, ["number-as-text"]),
        (32, None, ["number-out-of-range"]),
        (0, None, ["number-out-of-range"]),
        ("45", None, ["number-out-of-range"]),
        (True, None, ["number-wrong"]),
        (Decimal("15.0"), None, ["number-wrong"]),
        ("many", None, ["number-wrong"]),
    ],
)
def test_whole_numbers(raw, number, said):
    assert read(Whole(1, 31), raw) == (number, said)


@pytest.mark.parametrize(
    ("raw", "value", "said"),
    [
        (True, True, []),
        ("是", True, ["flag-as-text"]),
        ("No", False, ["flag-as-text"]),
        (1, None, ["flag-wrong"]),
        ("perhaps", None, ["flag-wrong"]),
    ],
)
def test_flags(raw, value, said):
    assert read(Flag(), raw) == (value, said)


@pytest.mark.parametrize(
    ("raw", "value", "said"),
    [
        ("30E/360", "30E/360", []),
        ("30e/360", "30E/360", ["word-respelled"]),
        ("ACT/360", "act/360", ["word-respelled"]),
        ("act 360", None, ["word-unknown-near"]),
        ("moon", None, ["word-wrong"]),
        (360, None, ["word-wrong"]),
    ],
)
def test_words(raw, value, said):
    assert read(Word(("act/360", "30E/360")), raw) == (value, said)


@pytest.mark.parametrize(
    ("raw", "value"), [(1, Decimal(1)), (Decimal("0.6"), Decimal("0.6")), (0, Decimal(0))]
)
def test_factors(raw, value):
    assert read(Factor(), raw) == (value, [])


@pytest.mark.parametrize("raw", ["1", -1, True, Decimal("NaN")])
def test_factors_that_are_none(raw):
    assert read(Factor(), raw) == (None, ["factor-wrong"])
