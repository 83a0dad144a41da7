"""Counts, days ahead, near dates and amounts beside an axis, as they are written in each language."""

from datetime import date
from decimal import Decimal

import pytest

from ashore.texts.facts import format_axis, format_fact, format_near_day


@pytest.mark.parametrize(
    ("key", "value", "zh", "en"),
    [
        ("ahead_nmonths", 1, "1 个月", "1 month"),
        ("ahead_nmonths", 37, "37 个月", "37 months"),
        ("late_ndays", 1, "1 天", "1 day"),
        ("open_ndebts", 2, "2 笔", "2 debts"),
        ("days_ahead", 0, "今天", "today"),
        ("days_ahead", 1, "明天", "tomorrow"),
        ("days_ahead", 2, "还有 2 天", "in 2 days"),
        ("what", "objection", "还钱，或者提真实的异议", "pay, or object where it is truly wrong"),
        ("what", "交答辩状", "交答辩状", "交答辩状"),
        ("court_number", "12368", "12368", "12368"),
        ("court_number", None, "官方公布的电话", "the number the office itself publishes"),
        ("gap_fen", -1_230, "−¥12.30", "−¥12.30"),
        ("due_month", "2027-03", "2027年3月", "Mar 2027"),
        ("of_rate", Decimal("0.00045"), "0.045%", "0.045%"),
        ("debts", ("甲", "乙"), "甲、乙", "甲, 乙"),
    ],
)
def test_a_fact_is_written_by_its_unit(key, value, zh, en):
    assert (format_fact(key, value, "zh"), format_fact(key, value, "en")) == (zh, en)


def test_a_near_day_names_its_weekday():
    day = date(2026, 12, 15)
    assert (format_near_day(day, "zh"), format_near_day(day, "en")) == ("12月15日 周二", "Tue 15 Dec")


@pytest.mark.parametrize(
    ("yuan", "step", "zh"),
    [(0, 5000, "0"), (15_000, 5_000, "1.5万"), (4_000, 1_000, "4,000"), (200, 100, "200")],
)
def test_an_amount_beside_an_axis_is_short(yuan, step, zh):
    assert format_axis(yuan, step, "zh") == zh
    assert format_axis(yuan, step, "en") == f"{yuan:,}"
