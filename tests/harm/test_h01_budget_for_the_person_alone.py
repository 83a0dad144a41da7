"""H1: what money was spent on stays in budget and review; no plan, letter, paper or export can reach it."""

import ast
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from ashore.household.model import Household, Spending
from ashore.planning.slippage import Slippage, with_slippage
from needs import ROOT

SOURCES = ROOT / "src" / "ashore"
PRIVATE = (
    "ashore.diagnosis",
    "ashore.planning.past",
    "ashore.planning.envelopes",
    "ashore.planning.home_budget",
    "ashore.planning.shop_budget",
    "ashore.planning.plausible",
    "ashore.planning.review",
    "ashore.planning.slippage",
    "ashore.documents.answer.budget",
    "ashore.documents.answer.review",
    "ashore.cli.ledger",
    "ashore.packs.categories",
)
"""Modules that see what money was spent on."""
REACHES_OTHERS = (
    "letters", "creditors", "lessons", "scenarios", "simulation", "loans", "household", "documents/sheets",
    "documents/letters.py", "documents/report.py", "documents/report_blocks.py", "documents/html.py",
    "documents/ics.py",
    "documents/contact_log.py", "documents/paper.py", "documents/iou.py", "documents/creditors.py",
    "planning/plan.py", "planning/shape.py", "planning/judging", "planning/agenda.py", "planning/certificate.py",
    "cli/plan.py", "cli/letter.py", "cli/log.py", "cli/asks.py", "cli/calendar.py", "cli/report.py", "store/text.py",
)  # fmt: skip
"""What makes something that others see, or that a plan is made of."""


@cache
def imports(path: Path) -> tuple[str, ...]:
    """Return the modules that a module names, and what it takes from them."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{one.name}" for one in node.names)
        elif isinstance(node, ast.Import):
            yield from (one.name for one in node.names)


def modules(place: str) -> list[Path]:
    """Return the modules of a package, or the one module."""
    path = SOURCES / place
    return [path] if path.suffix else sorted(path.rglob("*.py"))


def leaks(paths: list[Path]) -> list[str]:
    """Return which modules, and those they name, reach what is private."""
    seen: set[Path] = set()
    found: list[str] = []
    while paths:
        path = paths.pop()
        if path in seen or not path.exists():
            continue
        seen.add(path)
        for name in imports(path):
            if name.startswith(PRIVATE):
                found.append(f"{path.relative_to(SOURCES)}: {name}")
            elif name.startswith("ashore."):
                below = SOURCES.joinpath(*name.split(".")[1:])
                paths += [below.with_suffix(".py"), below / "__init__.py"]
    return found


@pytest.mark.parametrize("place", REACHES_OTHERS)
def test_nothing_that_others_see_reaches_what_money_was_spent_on(place: str):
    assert modules(place)
    assert leaks(modules(place)) == []


def test_what_reaches_it_is_found():
    assert leaks([SOURCES / "cli" / "budget.py"])
    assert leaks([SOURCES / "planning" / "paydays.py"]) == []


def test_what_a_plan_learns_from_months_is_one_ratio():
    spending = (Spending("吃饭", 10_000, "food"),)
    household = Household(date(2026, 12, 31), spendings=spending)
    learnt = Slippage(Fraction(6, 5), Fraction(6, 5), 3)
    from_months = with_slippage(household, learnt)
    assert [(one.name, one.category, one.amount_fen) for one in from_months.spendings] == [
        ("吃饭", "food", 12_000)
    ]
