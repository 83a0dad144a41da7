"""A file in pieces is the file again, and one piece changed changes nothing else."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given

from ashore.household.dumping import dump_household
from ashore.household.reading import read_household
from ashore.household.writing import Remove, Set, UncleanFile
from ashore.store.text import Piece, Unsplit, changed, join, new_piece, split, values_of
from household.drawing import files

EXAMPLES = sorted((Path(__file__).parents[2] / "src" / "ashore" / "examples").glob("*.toml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_comes_together_as_it_was(path):
    text = path.read_text(encoding="utf-8")
    assert join(split(text)) == text


@pytest.mark.property
@given(files())
def test_any_household_comes_together_as_it_was(drawn):
    household = read_household(drawn.encode(), {}).household
    assume(household is not None)
    assert household is not None
    text = dump_household(household)
    pieces = split(text)
    assert join(pieces) == text
    assert [piece.section for piece in pieces].count("debt") == len(household.debts)


def test_comments_go_with_the_table_below_them():
    wage = '# the wage\n# of the shop\n[[income]]\nname = "x"\n'
    text = f'# mine\nformat = "ashore/1"\n\n[household]\nas_of = 2027-01-31\n\n{wage}'
    top, home, income = split(text)
    assert (top.section, home.section, income.section) == ("", "household", "income")
    assert income.text == wage


def test_a_header_inside_a_text_is_no_header():
    text = 'format = "ashore/1"\n[household]\nas_of = 2027-01-31\nname = """\n[[debt]]\n"""\n'
    assert [piece.section for piece in split(text)] == ["", "household"]


@pytest.mark.parametrize(
    "text",
    [
        'format = "ashore/1"\nincome = [{name = "x", amount = 1.00}]\n[household]\nas_of = 2027-01-31\n',
        "[household]\nas_of = 2027-01-31\n[[debt]]\nid = 'a'\n[debt.grace]\ndays = 3\n",
    ],
)
def test_tables_without_a_header_of_their_own_are_said_to_be_so(text):
    with pytest.raises(Unsplit):
        split(text)


def test_a_file_that_is_no_toml_is_refused():
    with pytest.raises(UncleanFile):
        split("[[debt\n")


def test_a_changed_table_keeps_its_comments_and_order():
    piece = Piece("debt", '\n# 问过客服\n  [[debt]]\nid = "a" # mine\nbalance = 10.00\n')
    made = changed(piece, [Set("balance", Decimal("12.50")), Set("start", date(2027, 1, 2)), Remove("id")])
    assert made.text == "\n# 问过客服\n  [[debt]]\nbalance = 12.50\nstart = 2027-01-02\n"


def test_a_new_table_reads_as_its_values():
    values = {"name": '引号" 和 \\', "amount": Decimal("1.00"), "business": True, "on": date(2027, 1, 2)}
    assert dict(values_of(new_piece("income", values))) == {**values, "amount": 1.0}
