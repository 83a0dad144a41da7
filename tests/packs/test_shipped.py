"""What is shipped: every product, help line and fact, and the numbers that must be right."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from ashore.household.reading import read_household
from ashore.packs.check import check_age, check_pack
from ashore.packs.files import jurisdictions
from ashore.packs.pack import load_pack
from ashore.packs.products import all_product_ids, all_products, load_product
from ashore.rules.dated import Dated, NotKnownOnDay
from ashore.rules.fact import RuleFact
from ashore.rules.helpline import Helpline

TODAY = date(2026, 11, 23)
CN = load_pack("cn")
LINES = [(pack, line) for pack in jurisdictions() for line in load_pack(pack).helplines.values()]
FACTS = [(pack, fact) for pack in jurisdictions() for fact in load_pack(pack).facts.values()]

# The months in which the one-year rate changed and four times it, as the research page states them, in percent.
LPR_1Y = """
2019-08-20 4.25, 2019-09-20 4.20, 2019-11-20 4.15, 2020-02-20 4.05, 2020-04-20 3.85, 2021-12-20 3.80,
2022-01-20 3.70, 2022-08-22 3.65, 2023-06-20 3.55, 2023-08-21 3.45, 2024-07-22 3.35, 2024-10-21 3.10,
2025-05-20 3.00
"""
CAPS = {
    "2020-04-20": "15.40",
    "2021-12-20": "15.20",
    "2022-01-20": "14.80",
    "2022-08-22": "14.60",
    "2023-06-20": "14.20",
    "2023-08-21": "13.80",
    "2024-07-22": "13.40",
    "2024-10-21": "12.40",
    "2025-05-20": "12.00",
    "2026-04-20": "12.00",
}
HOUSEHOLD = """
format = "ashore/1"
[household]
as_of = 2026-11-23
jurisdiction = "cn"
cash = 0.00
[[debt]]
id = "one"
balance = 6000.00
product = "{product}"
"""
TYPED = {
    "periods_left": "periods_left = 6",
    "method": 'method = "level-payment"',
    "rate": 'rate = "10%/year"',
    "due_day": "due_day = 5",
    "original": "original = 12000.00",
}


def history(fact_id: str) -> Dated[Decimal]:
    value = CN.facts[fact_id].value
    assert isinstance(value, Dated)
    return value


@pytest.mark.parametrize("pack", jurisdictions())
def test_a_shipped_pack_has_no_fault(pack: str):
    assert check_pack(pack) == ()


@pytest.mark.parametrize(("pack", "line"), LINES, ids=lambda item: getattr(item, "id", item))
def test_a_help_line_says_everything_in_both_languages(pack: str, line: Helpline):
    for text in (line.names, line.hours, line.purpose, line.limits):
        assert set(text) == {"zh", "en"}
        assert all(part.strip() for part in text.values())
    assert TODAY <= line.checked_on <= load_pack(pack).version
    assert line.number.replace("-", "").isdecimal()
    assert (pack, line.source.address) != ("cn", "nowhere")


def test_the_first_help_lines_are_for_danger_then_for_talking():
    assert tuple(CN.helplines)[:3] == ("120", "110", "12356")


def test_hours_that_are_not_day_and_night_are_not_called_so():
    line = CN.helplines["12356"]
    assert "18" in line.hours["zh"]
    assert "18" in line.hours["en"]
    assert "一半" in CN.helplines["hope24"].limits["zh"]


@pytest.mark.parametrize(("pack", "fact"), FACTS, ids=lambda item: getattr(item, "id", item))
def test_a_fact_has_its_names_and_a_source(pack: str, fact: RuleFact):
    assert set(fact.names) == {"zh", "en"}
    assert fact.source.title
    assert fact.source.address
    assert fact.seen_on <= load_pack(pack).version


def test_the_loan_prime_rate_is_the_published_table():
    published = [pair.split() for pair in LPR_1Y.split(",")]
    steps = [[str(step.since), f"{step.value * 100:.2f}"] for step in history("lpr-1y").steps]
    assert steps == published


@pytest.mark.parametrize(("day", "cap_percent"), CAPS.items())
def test_the_private_lending_cap_is_four_times_the_rate_of_the_day(day: str, cap_percent: str):
    multiple = CN.facts["private-lending-cap"].value
    assert isinstance(multiple, int)
    assert history("lpr-1y").on(date.fromisoformat(day)) * multiple * 100 == Decimal(cap_percent)


@pytest.mark.parametrize(
    ("day", "percent"),
    [("2022-05-19", "4.60"), ("2022-05-20", "4.45"), ("2024-02-20", "3.95"), ("2026-04-20", "3.50")],
)
def test_the_five_year_rate_has_steps_of_its_own(day: str, percent: str):
    assert history("lpr-5y").on(date.fromisoformat(day)) * 100 == Decimal(percent)


def test_a_month_that_nobody_looked_up_has_no_rate():
    with pytest.raises(NotKnownOnDay):
        history("lpr-1y").on(TODAY)


def test_the_loan_prime_rate_is_known_to_need_a_look():
    assert [item.place.path for item in check_age(CN, TODAY)] == ["lpr-1y", "lpr-5y"]


def test_what_ends_with_the_year_is_looked_at_by_its_end():
    ending = [fact for fact in CN.facts.values() if fact.valid_to == date(2026, 12, 31)]
    assert {fact.id for fact in ending} >= {
        "loan-subsidy-consumer",
        "loan-subsidy-business",
        "bad-loan-sales",
    }
    assert all(fact.review_by == date(2026, 12, 31) for fact in ending)


def test_the_one_time_repair_is_over():
    assert not CN.facts["one-time-repair"].in_force(TODAY)


def test_the_rules_this_work_stands_on():
    expected = {
        "penalty-markup-low": Decimal("0.30"),
        "penalty-markup-high": Decimal("0.50"),
        "bad-record-years": 5,
        "card-personal-instalments-max": 60,
        "payment-order-days": 15,
        "limitation-years": 3,
        "quiet-from": "22:00",
        "quiet-to": "08:00",
        "calls-a-day": 3,
        "warning-2024-12": date(2024, 12, 24),
        "agent-warning": date(2026, 2, 6),
    }
    assert {key: CN.facts[key].use(TODAY) for key in expected} == expected


@pytest.mark.parametrize("product_id", all_product_ids())
def test_a_household_file_can_name_every_product(product_id: str):
    product = load_product(product_id)
    text = HOUSEHOLD.format(product=product_id)
    method = product.defaults.get("method")
    needed = {"periods_left", "method", "rate", "due_day", "original"}
    needed -= {"periods_left"} if method == "revolving" else set()
    needed -= {"original", "rate"} if method != "flat-fee" else {"rate"}
    needed |= {"rate"} if "rate" not in product.defaults and method != "flat-fee" else set()
    text += "\n".join(TYPED[key] for key in sorted(needed - set(product.defaults)))
    reading = read_household(text.encode(), all_products())
    assert [item.code for item in reading.findings if item.level == "stop"] == []
    assert reading.household is not None
    (debt,) = reading.household.debts
    assert debt.creditor == product.creditor
    assert set(product.defaults) <= set(debt.assumed)


def test_what_the_person_writes_wins():
    text = HOUSEHOLD.format(product="cn/mybank-wangshangdai") + (
        'periods_left = 6\ndue_day = 5\nrate = "0.03%/day"\nmethod = "level-payment"\ncreditor = "某银行"'
    )
    reading = read_household(text.encode(), all_products())
    assert reading.household is not None
    (debt,) = reading.household.debts
    assert (debt.terms.rate.value, debt.terms.method, debt.creditor) == (
        Decimal("0.0003"),
        "level-payment",
        "某银行",
    )
    assert debt.terms.penalty.multiple == Fraction(3, 2)
    assert not {"rate", "method", "creditor"} & set(debt.assumed)


def test_the_wangshangdai_rate_of_the_research_page():
    product = load_product("cn/mybank-wangshangdai")
    assert product.rate_top == "0.05%/day"
    assert product.rate_range == (Decimal("0.0648"), Decimal("0.18"))
    assert "prepayment" not in product.defaults
    assert len(CN.notes["cn/mybank-wangshangdai"].disputed["prepayment"]) == 3


def yearly_rate_of_flat_fee(fee: Fraction, months: int) -> float:
    """Return IRR × 12 of a loan of 1 repaid in equal parts with a fee on the whole each month, by bisection."""
    low, high = 0.0, 1.0
    payment = 1 / months + float(fee)
    for _ in range(200):
        middle = (low + high) / 2
        worth = sum(payment / (1 + middle) ** month for month in range(1, months + 1))
        low, high = (middle, high) if worth > 1 else (low, middle)
    return low * 12


def test_the_true_rate_quoted_for_baitiao_is_right():
    low = yearly_rate_of_flat_fee(Fraction(5, 1000), 12)
    high = yearly_rate_of_flat_fee(Fraction(12, 1000), 12)
    quoted = CN.notes["cn/jd-baitiao"].remarks[0]["en"]
    assert f"{low:.1%}" in quoted
    assert f"{high:.1%}" in quoted
