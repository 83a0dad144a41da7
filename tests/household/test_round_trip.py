"""What is read, written and read again is the same household; a text without changes stays the same bytes."""

import tomllib

import pytest
from hypothesis import given, reject

from ashore.household import read_household
from ashore.household.dumping import dump_household
from ashore.household.writing import Set, write_household
from ashore.packs.products import all_products
from household.drawing import files
from household.files import CLEAN, EVERY_KEY, codes, read
from needs import ROOT


@pytest.mark.property
@given(files())
def test_read_written_and_read_again_is_the_same_household(text):
    reading = read_household(text.encode(), {})
    if reading.household is None:
        reject()
    written = dump_household(reading.household)
    again = read_household(written.encode(), {})
    assert again.household is not None
    assert again.household == reading.household, [
        finding for finding in again.findings if finding.level == "stop"
    ]
    assert dump_household(again.household) == written


@pytest.mark.property
@given(files())
def test_hardly_any_drawn_file_is_stopped(text):
    stops = {
        finding.code for finding in read_household(text.encode(), {}).findings if finding.level == "stop"
    }
    assert stops <= {"arrears-above-balance", "arrears-above-owed", "late-fee-bounds"}


@pytest.mark.parametrize("text", [CLEAN, EVERY_KEY.read_text("utf-8")])
def test_a_file_by_hand_too(text):
    household = read(text)
    assert read(dump_household(household)) == household


@pytest.mark.property
@given(files())
def test_a_text_without_changes_stays_the_same_bytes(text):
    assert write_household(text, []) == text


@pytest.mark.property
@given(files())
def test_one_change_leaves_every_other_line_as_it_is(text):
    changed = write_household(text, [Set("household.name", "别的名字")])
    lines = set(text.splitlines())
    assert {line for line in changed.splitlines() if line not in lines} <= {'name = "别的名字"'}
    tree = tomllib.loads(changed)
    assert tree["household"].pop("name") == "别的名字"
    before = tomllib.loads(text)
    before["household"].pop("name", None)
    assert tree == before


def test_a_dump_has_no_finding_that_the_file_had_not():
    assert codes(dump_household(read(EVERY_KEY.read_text("utf-8")))) == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "src" / "ashore" / "examples").glob("*.toml")), ids=lambda path: path.stem
)
def test_each_example_too(path):
    """Cards among them: they have no instalments, which is written as none left."""
    household = read(path.read_text("utf-8"), all_products())
    assert read(dump_household(household), all_products()) == household
