"""A figure in the situation says of how long or of which day it is."""

from datetime import date
from decimal import Decimal

import pytest

from ashore.web.rhythm import figure_of, rhythm_of

AS_OF = date(2026, 11, 23)
SUM = {"amount": Decimal(600)}


@pytest.mark.parametrize(
    ("section", "values", "said"),
    [
        ("spending", SUM, ["每月"]),
        ("spending", {**SUM, "every": "week", "from": date(2026, 11, 28)}, ["每周"]),
        ("spending", {**SUM, "every": "week", "from": date(2027, 1, 2)}, ["每周", "2027年1月2日起"]),
        ("spending", {**SUM, "every": "year", "on": date(2027, 2, 4)}, ["每年", "2027年2月4日"]),
        ("spending", {**SUM, "every": "once", "on": date(2027, 2, 4)}, ["2027年2月4日"]),
        ("spending", {**SUM, "every": "once"}, ["只有一次"]),
        ("income", {**SUM, "until": date(2027, 1, 31)}, ["每月", "到 2027年1月31日为止"]),
        ("income", {**SUM, "from": date(2027, 3, 1)}, ["每月", "2027年3月1日起"]),
        ("income", {**SUM, "from": AS_OF}, ["每月"]),
        ("due", {**SUM, "on": date(2027, 3, 1)}, ["2027年3月1日"]),
        ("business", {"takings": Decimal(50000)}, ["平常月份的营业收入"]),
        ("lever", {"hourly": Decimal(20), "hours_month": 60}, ["每小时，每月最多 60 小时"]),
        ("lever", {"amount_max": Decimal(20000)}, ["最多能借这么多"]),
        ("asset", {"value": Decimal(2800)}, []),
        ("debt", {"balance": Decimal(2800), "on": AS_OF}, []),
        ("account", {"balance": Decimal(2800)}, []),
        ("spending", {**SUM, "every": "week", "from": "soon", "until": "later"}, ["每周"]),
    ],
)
def test_what_a_figure_is_of(section, values, said):
    assert rhythm_of(section, values, AS_OF, "zh") == said
    assert len(rhythm_of(section, values, AS_OF, "en")) == len(said)
    assert figure_of(section, values) == next(iter(values.values()))


def test_figures_of_no_known_day_say_nothing_of_when_they_begin():
    assert rhythm_of("income", {**SUM, "from": date(2027, 3, 1)}, None, "zh") == ["每月"]


@pytest.mark.parametrize("section", ["lever", "household"])
def test_an_entry_without_a_figure(section):
    assert figure_of(section, {"name": "x"}) is None
    assert rhythm_of(section, {"name": "x"}, AS_OF, "zh") == []
