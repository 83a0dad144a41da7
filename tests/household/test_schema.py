"""The published schema is the key tables', takes every clean file, and refuses what the reader refuses."""

import json
import tomllib
from datetime import date
from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from ashore.household.schema import file_schema
from household.drawing import files
from household.files import CLEAN, EVERY_KEY
from household_page import SCHEMA
from household_page import files as published_files
from needs import ROOT

PAGES = published_files()
SCHEMA_NOW = file_schema()
CHECKER = jsonschema.Draft202012Validator(SCHEMA_NOW)
EXAMPLES = sorted((ROOT / "src" / "ashore" / "examples").glob("*.toml"))


def plain(value: Any) -> Any:
    """Return a tree with its days as ISO text, as editors hand them to a schema."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def errors(text: str) -> list[str]:
    """Return what the schema says against a file."""
    tree = plain(tomllib.loads(text, parse_float=Decimal))
    return [error.json_path for error in CHECKER.iter_errors(tree)]


def test_it_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA_NOW)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_what_is_published_is_current(path):
    assert path.read_text("utf-8") == PAGES[path], "run `python tools/household_page.py`"


def test_every_key_is_described():
    published = json.loads(SCHEMA.read_text("utf-8"))
    debt = published["properties"]["debt"]["items"]["properties"]
    assert {"balance", "due_day", "arrears", "concession"} <= debt.keys()
    assert all(key["description"] for key in debt.values())


@pytest.mark.parametrize("text", [CLEAN, EVERY_KEY.read_text("utf-8")])
def test_clean_files_pass(text):
    assert errors(text) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_pass(path):
    assert errors(path.read_text("utf-8")) == []


@pytest.mark.property
@given(files())
def test_what_is_drawn_clean_passes(text):
    assert errors(text) == []


@pytest.mark.parametrize(
    ("before", "after", "path"),
    [
        ("balance = 12000.00", "balance = -12000.00", "$.debt[0].balance"),
        ('"1%/month"', '"1%"', "$.debt[0].rate"),
        ('"1%/month"', '"1% per month"', "$.debt[0].rate"),
        ('"level-payment"', '"level"', "$.debt[0].method"),
        ("due_day = 15", "due_day = 32", "$.debt[0].due_day"),
        ("due_day = 15", "due_dya = 15", "$.debt[0]"),
        ('id = "card"\n', "", "$.debt[0]"),
        ("due_day = 15", "liable = [7]", "$.debt[0].liable[0]"),
        ("due_day = 15", 'penalty = "50%"', "$.debt[0].penalty"),
        ("as_of = 2026-11-23", "as_of = 7", "$.household.as_of"),
        ("ashore/1", "ashore/2", "$.format"),
    ],
)
def test_what_the_reader_refuses_it_refuses(before, after, path):
    assert path in errors(CLEAN.replace(before, after))
