"""H6: what a lender writes off stands on a line of its own, and nobody is left unpaid to earn it."""

import json

import pytest

from harm.told import told, written

AGREED = """format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 9000.00
[[income]]
name = "wage"
amount = 6000.00
day = 10
[[spending]]
name = "living"
amount = 2500.00
[[debt]]
id = "old"
name = "old"
balance = 10000.00
periods_left = 1
due_day = 20
rate = "12%/year"
method = "bullet"
lender_kind = "bank"
arrears = {{ principal = 10000.00, since = 2026-06-20 }}
[[debt.concession]]
kind = "settle"
status = "{status}"
amount = 6000.00
until = 2027-06-30
[[debt]]
id = "clean"
name = "clean"
balance = 6000.00
periods_left = 6
due_day = 15
rate = "12%/year"
method = "level-payment"
lender_kind = "bank"
"""


@pytest.fixture
def agreed(tmp_path):
    """Return a household with a settlement of 6,000 on 10,000 in writing."""
    return written(tmp_path, AGREED.format(status="agreed-written"))


def test_the_sum_written_off_is_no_part_of_what_the_plan_costs(agreed):
    """What was owed and what came to it was paid or written off: the cost is the same as if nothing had been."""
    found = json.loads(told("plan", agreed, "--json"))
    assert found["forgiven_fen"] > 0
    assert (
        found["cost_fen"] == found["paid_fen"] + found["forgiven_fen"] + found["left_fen"] - found["owed_fen"]
    )
    assert found["cost_fen"] >= 0


@pytest.mark.parametrize(
    ("language", "apart", "saved"),
    [("zh", "单独列在这里", ("省下", "节省")), ("en", "it stands apart", ("you save", "saves"))],
)
def test_it_is_said_apart_and_never_as_saved(agreed, language, apart, saved):
    text = told("plan", agreed, "--lang", language)
    assert apart in text
    shown = f"{json.loads(told('plan', agreed, '--json'))['forgiven_fen'] // 100:,}"
    assert shown in text
    sentences = text.replace("。", ". ").split(". ")
    assert not [one for one in sentences if shown in one and any(word in one for word in saved)]


def test_an_offer_leaves_no_clean_debt_unpaid(tmp_path):
    """To settle would be cheaper than all else: the clean debt is paid all the same, month by month."""
    path = written(tmp_path, AGREED.format(status="offered"))
    found = json.loads(told("plan", path, "--json"))
    paid = [row for row in found["payments"] if row["debt"] == "clean"]
    assert sum(row["principal_fen"] for row in paid) == 600000
    assert paid[0]["date"].startswith("2026-12")
    assert all(row["penalty_fen"] == 0 for row in paid)
