"""No instalment left: only where all the principal is overdue."""

from ashore.household.reading import read_household

FILE = """format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 0.00
[[debt]]
id = "old"
balance = 5000.00
rate = "18%/year"
method = "interest-only"
periods_left = 0
due_day = 10
"""
ARREARS = "arrears = {{since = 2026-09-10, principal = {principal}, interest = 300.00}}\n"


def codes(text: str) -> list[tuple[str, str]]:
    """Return what stops a file, and where."""
    return [
        (one.code, one.place.path)
        for one in read_household(text.encode(), {}).findings
        if one.level == "stop"
    ]


def test_nothing_left_and_all_overdue() -> None:
    """A loan whose last due was missed is read."""
    reading = read_household((FILE + ARREARS.format(principal="5000.00")).encode(), {})
    assert reading.household is not None
    assert reading.household.debts[0].periods_left == 0


def test_nothing_left_but_principal_not_overdue() -> None:
    """Principal that is not overdue needs an instalment to fall due with."""
    wrong = [("number-out-of-range", "debt[0].periods_left")]
    assert codes(FILE) == wrong
    assert codes(FILE + ARREARS.format(principal="4999.99")) == wrong
    assert codes(FILE.replace("periods_left = 0", "periods_left = 1")) == []
