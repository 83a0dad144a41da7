"""A file's text after a change: the change, and every other line as it was, comments included."""

import difflib
from datetime import date
from decimal import Decimal

import pytest

from ashore.household.writing import Append, Remove, Set, UncleanFile, UnknownPath, path_of, write_household
from household.files import read

TEXT = """\
# Ours, kept by hand
format = "ashore/1"

[household]
as_of = 2026-11-23   # end of that day
cash = 3200.00

[[income]]
name = "Pay"
amount = 6000.00

# The card first
[[debt]]
id = "card"          # short name
balance = 12000.00
rate = "1%/month"
method = "level-payment"
periods_left = 12
due_day = 15
liable = ["self"]    # nobody else
arrears = {since = 2026-11-15, principal = 900.00} # one due

  # what the bank said on the phone
  [[debt.concession]]
  kind = "defer"
  months = 3
  status = "offered"
  until = 2026-12-31

# Then the loan
[[debt]]
id = "loan"
balance = 500.00
rate = "1%/month"
method = "bullet"
periods_left = 3
due_day = 1

[[spending]]
name = "Food"
amount = 900.00
"""


def difference(changed: str) -> list[str]:
    """Return the lines taken away (-) and added (+)."""
    lines = difflib.ndiff(TEXT.splitlines(), changed.splitlines())
    return [line for line in lines if line[0] in "+-"]


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        (Set("household.cash", Decimal("12.50")), ["- cash = 3200.00", "+ cash = 12.50"]),
        (
            Set("household.as_of", date(2026, 12, 1)),
            ["- as_of = 2026-11-23   # end of that day", "+ as_of = 2026-12-01   # end of that day"],
        ),
        (
            Set("debt[0].arrears.principal", Decimal("950.00")),
            [
                "- arrears = {since = 2026-11-15, principal = 900.00} # one due",
                "+ arrears = {since = 2026-11-15, principal = 950.00} # one due",
            ],
        ),
        (
            Set("debt[0].concession[0].status", "agreed-written"),
            ['-   status = "offered"', '+   status = "agreed-written"'],
        ),
        (Set("debt[1].name", "贷款"), ['+ name = "贷款"']),
        (
            Append("debt[0].liable", "spouse"),
            ['- liable = ["self"]    # nobody else', '+ liable = ["self", "spouse"]    # nobody else'],
        ),
        (
            Append("debt[0].concession", {"kind": "defer", "months": 1, "status": "to-ask"}),
            ["+ ", "+ [[debt.concession]]", '+ kind = "defer"', "+ months = 1", '+ status = "to-ask"'],
        ),
        (
            Append("debt[1].event", {"on": date(2026, 11, 1), "kind": "payment", "amount": Decimal("10.00")}),
            ["+ [[debt.event]]", "+ on = 2026-11-01", '+ kind = "payment"', "+ amount = 10.00", "+ "],
        ),
        (Append("due", {"name": "Tax"}), ["+ ", "+ [[due]]", '+ name = "Tax"']),
        (Append("income", {"name": "Gift"}), ["+ [[income]]", '+ name = "Gift"', "+ "]),
        (Remove("debt[1].periods_left"), ["- periods_left = 3"]),
        (
            Remove("debt[0].concession[0]"),
            [
                "-   [[debt.concession]]",
                '-   kind = "defer"',
                "-   months = 3",
                '-   status = "offered"',
                "-   until = 2026-12-31",
            ],
        ),
        (
            Remove("debt[0].liable[0]"),
            ['- liable = ["self"]    # nobody else', "+ liable = []    # nobody else"],
        ),
    ],
)
def test_only_what_changes_changes(change, lines):
    assert sorted(difference(write_household(TEXT, [change]))) == sorted(lines)


def test_an_entry_is_taken_away_with_all_that_belongs_to_it():
    changed = write_household(TEXT, [Remove("debt[0]")])
    assert [debt.id for debt in read(changed).debts] == ["loan"]
    assert "what the bank said" not in changed
    assert "# Then the loan\n[[debt]]\n" in changed


def test_changes_are_made_one_after_another():
    changes = [
        Append("debt", {"id": "new", "balance": Decimal("7.00"), "rate": "0%/year", "method": "bullet"}),
        Set("debt[2].periods_left", 1),
        Set("debt[2].due_day", 9),
        Remove("debt[0]"),
    ]
    household = read(write_household(TEXT, changes))
    assert [(debt.id, debt.terms.due_day) for debt in household.debts] == [("loan", 1), ("new", 9)]


def test_the_line_ends_of_the_file_are_kept():
    text = TEXT.replace("\n", "\r\n")
    changed = write_household(text, [Set("household.cash", 1), Append("due", {"name": "Tax"})])
    assert changed.count("\n") == changed.count("\r\n")


@pytest.mark.parametrize(
    "change",
    [
        Set("debt[7].rate", "1%/month"),
        Set("pension.amount", 1),
        Set("debt[0].liable[3]", "self"),
        Append("debt[7].event", {"on": date(2026, 11, 1)}),
        Append("debt[0].rate", "x"),
        Append("debt[0]", {"id": "x"}),
        Remove("debt[7]"),
        Remove("household.name"),
        Remove("debt[0].liable[3]"),
        Set("debt[0]..rate", 1),
        Set("", 1),
    ],
)
def test_a_path_that_the_file_does_not_have(change):
    with pytest.raises(UnknownPath) as caught:
        write_household(TEXT, [change])
    assert caught.value.facts == {"path": change.path}


def test_a_text_that_had_to_be_repaired_is_not_written_into():
    with pytest.raises(UncleanFile):
        write_household(TEXT.replace('"card"', "“card”"), [Set("household.cash", 1)])


def test_paths():
    assert path_of("debt[2].concession[0].until") == ("debt", 2, "concession", 0, "until")
    assert path_of("household.cash") == ("household", "cash")
