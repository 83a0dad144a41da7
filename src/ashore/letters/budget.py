"""A statement of a month's income and essential spending, the person's own share, with what is kept for emergencies."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from ashore.dates import MONTHS, add_months, month_of, months_from
from ashore.errors import Message
from ashore.household.flows import contribution_fen
from ashore.household.model import Certainty, Every, Income, Spending
from ashore.letters.case import Case, facts_of
from ashore.letters.sheet import Block, Cell, Figures, Paragraph, Unit
from ashore.money import round_half_up

TIMES_A_YEAR: Final[dict[Every, int]] = {"month": 12, "week": 52, "year": 1, "once": 0}
CATEGORIES: Final = ("housing", "food", "utilities", "transport", "medical", "education", "insurance")
"""Categories of the file that have a line of their own; everything else is one line."""
Line = Literal["steady", "variable", "business", "business-whole"]
CERTAINTIES: Final[tuple[Certainty, ...]] = ("steady", "variable")
COLUMNS: Final[tuple[tuple[str, Unit], ...]] = (
    ("letter-column-part", "text"),
    ("letter-column-month", "fen"),
)


@dataclass(frozen=True, slots=True)
class Budget:
    """A usual month in fen: what comes in by kind, essential spending by category, what is kept, what is left."""

    incomes: tuple[tuple[Line, int], ...]
    spendings: tuple[tuple[str, int], ...]
    saved_fen: int

    @property
    def left_fen(self) -> int:
        """Return what is left for all debts; below zero where living alone takes more."""
        return sum(fen for _, fen in self.incomes) - sum(fen for _, fen in self.spendings) - self.saved_fen


def budget_of(case: Case) -> Budget:
    """Return the person's own usual month: their own incomes, their share of the spending, nobody else's (H2).

    Weekly amounts count 52 times a year, yearly ones once, single ones not at all; a shop's months and the dues known
    for the year ahead are averaged over that year; each line is rounded half up.  What a family or a company earns with
    its shop is not the person's alone: it stands in whole and is called so.
    """
    incomes: tuple[tuple[Line, int], ...] = tuple((line, fen) for line, fen in _incomes(case) if fen)
    spendings = tuple((name, fen) for name, fen in _spendings(case) if fen)
    fund, months = case.household.emergency_fund_fen, max(1, case.household.emergency_fund_months)
    return Budget(incomes, spendings, round_half_up(fund, months))


def _incomes(case: Case) -> Iterator[tuple[Line, int]]:
    mine = [one for one in case.incomes if _runs(one, case)]
    for line in CERTAINTIES:
        yield line, sum(_month_fen(one.amount_fen, one.every) for one in mine if one.certainty == line)
    if shops := case.household.businesses:
        mine = all(one.form == "sole-trader" for one in shops)
        yield "business" if mine else "business-whole", round_half_up(_shop_year_fen(case), MONTHS)


def _shop_year_fen(case: Case) -> int:
    """Return what the shops bring in the year ahead, whatever their season, less what is to be paid for them."""
    months = list(months_from(month_of(case.as_of).plus(1), MONTHS))
    brought = sum(contribution_fen(one, month) for one in case.household.businesses for month in months)
    return brought - MONTHS * _work_fen(case) - _dues_fen(case, shop=True)


def _work_fen(case: Case) -> int:
    """Return what earning itself costs in a month, beyond a shop's own figures."""
    mine = [one for one in case.household.spendings if one.business and _runs(one, case)]
    return sum(_month_fen(one.amount_fen, one.every) for one in mine)


def _dues_fen(case: Case, *, shop: bool) -> int:
    until = add_months(case.as_of, MONTHS)
    dues = [one for one in case.household.dues if case.as_of < one.on <= until]
    return sum(one.amount_fen for one in dues if (one.keep == "shop") is shop)


def lines_of(case: Case) -> Iterator[tuple[str, int]]:
    """Yield what the household's essential spending comes to in a usual month, line by line, in fen."""
    every = [
        one for one in case.household.spendings if one.essential and not one.business and _runs(one, case)
    ]
    for name in (*CATEGORIES, "other"):
        of_name = [one for one in every if (one.category if one.category in CATEGORIES else "other") == name]
        yield name, sum(_month_fen(one.amount_fen, one.every) for one in of_name)


def _spendings(case: Case) -> Iterator[tuple[str, int]]:
    for name, whole in lines_of(case):
        part = whole * case.typed.share
        yield name, round_half_up(part.numerator, part.denominator)
    shops = bool(case.household.businesses)  # what a shop costs is in what it brings
    ahead = _dues_fen(case, shop=False) + (0 if shops else _dues_fen(case, shop=True))
    dues = Fraction(ahead, MONTHS) * case.typed.share
    yield "dues", round_half_up(dues.numerator, dues.denominator)
    yield "work", 0 if shops else _work_fen(case)


def _runs(one: Income | Spending, case: Case) -> bool:
    started = one.since is None or one.since <= month_of(case.as_of).plus(1).last
    return started and (one.until is None or one.until >= case.as_of)


def _month_fen(fen: int, every: Every) -> int:
    return round_half_up(fen * TIMES_A_YEAR[every], 12)


def budget_blocks(case: Case) -> Iterator[Block]:
    """Yield the statement: income, essential spending with the reason for it, the savings line, what is left."""
    found = budget_of(case)
    incomes: tuple[tuple[Cell, ...], ...] = tuple(
        (Message(f"letter-income-{line}"), fen) for line, fen in found.incomes
    )
    spent: tuple[tuple[Cell, ...], ...] = tuple(
        (Message(f"letter-spending-{name}"), fen) for name, fen in found.spendings
    )
    total = sum(fen for _, fen in found.incomes)
    yield Figures(Message("letter-head-income"), COLUMNS, incomes, (Message("letter-part-total"), total))
    out = sum(fen for _, fen in found.spendings)
    yield Figures(Message("letter-head-spending"), COLUMNS, spent, (Message("letter-part-total"), out))
    code = "letter-budget-share" if case.typed.share < Fraction(1) else "letter-budget-whole"
    yield Paragraph(Message(code))
    facts = {**facts_of(case), "saved_fen": found.saved_fen, "left_fen": max(0, found.left_fen)}
    if found.saved_fen:
        yield Paragraph(Message("letter-budget-saved", facts))
    yield Paragraph(Message("letter-budget-left" if found.left_fen > 0 else "letter-budget-none", facts))
