"""H1: what money was spent on, and why a debt grew, is for the person alone; no paper, plan or export can carry it."""

import ast
import json
from dataclasses import fields, is_dataclass
from functools import cache
from typing import get_args, get_type_hints

import pytest
from click.testing import CliRunner

from ashore.cli.main import main
from ashore.household import read_parsed, read_source
from ashore.household.dumping import dump_household
from ashore.household.model import Household
from ashore.household.transactions import Transaction
from ashore.importers.bills.beancount import to_beancount
from ashore.letters.kinds import KINDS
from ashore.packs.planned import plan_of
from ashore.packs.products import all_products
from cli.test_why import HOME
from diagnosis.half_year import MONTHS, drawn, row, wage
from needs import ROOT

SOURCES = ROOT / "src" / "ashore"
CANARIES = ("Zebrafinch Arcade", "zebrafinch", "games", "ashore-why", "income-fell", "not-explained")
MAKERS = (
    "letters",
    "creditors",
    "scenarios",
    "planning.plan",
    "planning.asks",
    "planning.record",
    "household.dumping",
    "household.writing",
    "documents.letters",
    "documents.creditors",
    "documents.ics",
    "documents.iou",
    "documents.report",
    "documents.answer.parts",
    "documents.money",
    "documents.contact_log",
    "documents.sheets",
    "cli.letter",
    "cli.iou",
    "cli.calendar",
    "cli.asks",
    "cli.plan",
    "cli.creditors",
    "cli.log",
    "store.book",
    "store.files",
    "store.text",
    "web.views.first",
    "web.views.agenda",
    "web.views.creditors",
    "web.views.iou",
    "web.views.letters",
    "web.views.log",
    "web.views.money",
    "web.views.settings",
)
"""What makes plans, letters, exports and papers."""
PRIVATE = (
    "ashore.diagnosis",
    "ashore.household.transactions",
    "ashore.importers.bills",
    "ashore.documents.stated",
    "ashore.documents.why",
)


@cache
def imports_of(path):
    """Return the modules of the product that a module names in an import."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("ashore"):
            found |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
        elif isinstance(node, ast.Import):
            found |= {one.name for one in node.names if one.name.startswith("ashore")}
    return {one for one in found if file_of(one).exists()}


def file_of(module):
    """Return the file of a module, or that of a package's own."""
    path = SOURCES.joinpath(*module.split(".")[1:])
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def files_of(module):
    """Return the file of a module; of a package all its files."""
    path = file_of(module)
    return sorted(path.parent.rglob("*.py")) if path.name == "__init__.py" else [path]


def reached_from(module):
    """Return every module that a module, or what a package holds, imports, however far away."""
    reached, todo = set(), files_of(module)
    while todo:
        new = imports_of(todo.pop()) - reached
        reached |= new
        todo += [file_of(one) for one in new]
    return reached


@pytest.mark.parametrize("maker", MAKERS)
def test_what_makes_papers_never_reaches_what_is_private(maker):
    assert all(path.exists() for path in files_of(f"ashore.{maker}"))
    assert {one for one in reached_from(f"ashore.{maker}") if one.startswith(PRIVATE)} == set()


def test_a_maker_that_reaches_it_would_be_found():
    assert "ashore.household.transactions" in reached_from("ashore.cli.why")


def held_types(kind, seen=None):
    """Return every type that a value of a type can hold, through all its fields."""
    seen = set() if seen is None else seen
    if kind in seen:
        return seen
    seen.add(kind)
    inside = list(get_args(kind))
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        inside += [hints[one.name] for one in fields(kind)]
    for one in inside:
        held_types(one, seen)
    return seen


def test_a_household_has_no_field_that_could_hold_a_payment_or_an_answer():
    held = held_types(Household)
    assert Transaction not in held
    modules = {getattr(one, "__module__", "") for one in held}
    assert not any(one.startswith(PRIVATE) for one in modules)


def test_a_plan_can_hold_none_either():
    modules = {getattr(one, "__module__", "") for one in held_types(get_type_hints(plan_of)["return"])}
    assert "ashore.planning.plan" in modules
    assert not any(one.startswith(PRIVATE) for one in modules)


@pytest.fixture(scope="module")
def after_why(tmp_path_factory):
    """Return a folder in which `ashore why` has answered from a bill with a merchant that no other bill has."""
    folder = tmp_path_factory.mktemp("book")
    (folder / "household.toml").write_text(HOME, encoding="utf-8")
    rows = [
        one
        for month in MONTHS
        for one in (
            wage(month),
            row(month, 20, 6_200, counterparty=CANARIES[0], text="zebrafinch"),
            drawn(month, 1_200),
        )
    ]
    (folder / "bill.beancount").write_text(to_beancount(rows), encoding="utf-8")
    said = run(
        folder, "why", "household.toml", "bill.beancount", "--rows", "--json", "--correct", "zebrafinch=games"
    )
    assert json.loads(said.stdout)["answered"]
    return folder


def run(folder, *arguments):
    """Run a command in a folder; names of its files are given without the folder."""
    names = {path.name for path in folder.iterdir()}
    return CliRunner().invoke(main, [str(folder / one) if one in names else one for one in arguments])


LINES = [
    ("check", "household.toml"),
    ("debts", "household.toml", "--json"),
    ("plan", "household.toml", "--json"),
    ("plan", "household.toml", "--lang", "zh"),
    ("asks", "household.toml", "--json"),
    ("creditors", "household.toml", "--json"),
    ("levers", "household.toml", "--json"),
    ("calendar", "household.toml", "--json"),
    ("iou", "--amount", "1000", "--on", "2026-12-01", "--until", "2027-12-01", "--json"),
    *(("letter", kind.name, "household.toml", "--debt", "loan", "--json") for kind in KINDS),
]


@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_no_answer_after_it_carries_what_the_bills_said(after_why, line):
    result = run(after_why, *line)
    assert result.output.strip()
    assert not any(canary in result.output for canary in CANARIES)


def test_the_household_written_out_carries_nothing_of_it(after_why):
    told = run(after_why, "plan", "household.toml", "--report", str(after_why / "report.html"))
    assert told.exit_code in (0, 1), told.output
    page = (after_why / "report.html").read_text(encoding="utf-8")
    reading = read_parsed(read_source((after_why / "household.toml").read_bytes()), all_products())
    assert reading.household is not None
    assert not any(canary in page + dump_household(reading.household) for canary in CANARIES)
    (after_why / "report.html").unlink()
    assert {path.name for path in after_why.iterdir()} == {"household.toml", "bill.beancount"}


def test_what_is_wrong_with_a_bill_is_said_without_its_words(after_why):
    broken = '2025-01-03 * "Zebrafinch Arcade" "zebrafinch"\n  Assets:Bank  12,3.4x CNY\n'
    (after_why / "broken.beancount").write_text(broken, encoding="utf-8")
    result = run(after_why, "why", "household.toml", "broken.beancount")
    (after_why / "broken.beancount").unlink()
    assert not any(canary in result.output for canary in CANARIES[:3])
