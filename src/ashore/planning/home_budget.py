"""A budget of the months ahead: envelopes and what is set aside, held against what comes in and what the plan pays.

Essential spending is met first, then what is due by the plan, then the rest as far as it reaches, so that no later
month goes short for it, and last what the plan would repay early.  Where even the first two are not reached, the month
and the sum are named.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Final

from ashore.dates import Month, month_of
from ashore.diagnosis.category_rules import Need
from ashore.household.flows import flows_of
from ashore.household.model import Household
from ashore.money import round_half_up
from ashore.planning.envelopes import Envelope, Spread, envelopes_of, rank, set_aside, spreads_of
from ashore.planning.outcome import CashRow, Outcome
from ashore.planning.past import ByMonth, Past, months_after
from ashore.planning.shop_budget import ShopBudget, shop_budget_of

AHEAD: Final = 12
WHOLE: Final = Fraction(1)
SHOP: Final = "shop"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a budget over its months: what it wants and what it gets, in fen; `whole` before any sharing.

    `envelope` or `spread` is what it stands for; neither for what the shop needs from the home.
    """

    category: str
    need: Need
    whole: ByMonth
    wanted: ByMonth
    given: ByMonth
    envelope: Envelope | None = None
    spread: Spread | None = None

    def missing_fen(self, first: Month) -> int:
        """Return what is not put away by the month of a spread sum, whose first month is `first`; 0 for all else."""
        if self.spread is None or self.spread.due.minus(first) >= len(self.given):
            return 0
        until = self.spread.due.minus(first) + 1
        return self.spread.fen - sum(self.given[:until])

    @property
    def name(self) -> str:
        """Return the file's own name for it, `""` where only its category names it."""
        named = self.envelope or self.spread
        return named.name if named else ""


@dataclass(frozen=True, slots=True)
class BudgetMonth:
    """One month in fen: carried over + income = given + plan paid + early paid + left.

    `plan_fen` is what is due by the plan, `plan_paid_fen` how much of that the money reaches for; `early_fen` what the
    plan would repay early, `early_paid_fen` how much is left for it.  `short_fen`: what is missing for essential
    spending and the dues.  `cut_fen`: what other envelopes get less than they usually took.  `left_fen` is kept.
    """

    month: Month
    carried_fen: int
    income_fen: int
    given_fen: int
    plan_fen: int
    plan_paid_fen: int
    early_fen: int
    early_paid_fen: int
    short_fen: int
    cut_fen: int
    left_fen: int


@dataclass(frozen=True, slots=True)
class Budget:
    """The budget: its months, its lines (essential first), the shop's own, and what it rests on.

    `share` is the person's part of what the home takes.  `unsaid_fen` a month went out for nobody knows what,
    `people_fen` to people: the middle of the past months.
    """

    months: tuple[BudgetMonth, ...]
    lines: tuple[Line, ...]
    shop: ShopBudget | None
    past: Past
    share: Fraction
    people_fen: int

    @property
    def short(self) -> tuple[BudgetMonth, ...]:
        """Return the months in which the money does not reach for essential spending and the plan."""
        return tuple(one for one in self.months if one.short_fen)


def budget_of(
    household: Household,
    outcome: Outcome,
    past: Past,
    needs: Mapping[str, Need],
    share: Fraction = WHOLE,
    count: int = AHEAD,
    festivals: Sequence[date] = (),
) -> Budget:
    """Return the budget of so many whole months after `as_of`; once the plan is done, what comes in goes on.

    `share` of the home's lines is the person's, rounded half up; what is set aside is shared before it is spread.
    `festivals`: the days of one that moves.
    """
    months = months_after(household.as_of, count)
    rows = _rows(household, outcome, months)
    shop = shop_budget_of(household, past, months)
    spreads = [one for one in spreads_of(past, household, needs, months[0], festivals) if not one.shop]
    wants = [
        *_envelope_lines(envelopes_of(past, household, needs), months, share),
        *_spread_lines(spreads, months, share),
        *_shop_line(shop),
    ]
    wants.sort(key=lambda one: rank(one.need, one.category))
    incomes = [_home_income_fen(row, shop, place) for place, row in enumerate(rows)]
    early = _early_fen(outcome, months)
    plain = [replace(row, debt_fen=row.debt_fen - fen) for row, fen in zip(rows, early, strict=True)]
    filled, lines = _fill(plain, incomes, early, wants, household.emergency_fund_fen)
    return Budget(filled, lines, shop, past, share, sum(past.people) // max(1, len(past.people)))


def _rows(household: Household, outcome: Outcome, months: Sequence[Month]) -> list[CashRow]:
    """Return the plan's money by month; of a month after the plan's last, the income of the file and nothing to pay."""
    known = {row.month: row for row in outcome.cash}
    span = months[-1].minus(month_of(household.as_of)) + 1
    incomes = [one for one in flows_of(household, span) if one.kind == "income"]
    left = outcome.cash[-1].end_fen if outcome.cash else household.cash_fen
    rows: list[CashRow] = []
    for month in months:
        income = sum(one.fen for one in incomes if month_of(one.on) == month)
        later = CashRow(month, left, income, 0, 0, 0, left)
        rows.append(known.get(month, later))
    return rows


def _early_fen(outcome: Outcome, months: Sequence[Month]) -> list[int]:
    """Return what the plan repays early in each month, beyond what is due."""
    early = [(month_of(row.on), row.fen) for row in outcome.payments if row.extra]
    return [sum(fen for when, fen in early if when == month) for month in months]


def _part_fen(fen: int, share: Fraction) -> int:
    part = fen * share
    return round_half_up(part.numerator, part.denominator)


def _envelope_lines(
    envelopes: Sequence[Envelope], months: Sequence[Month], share: Fraction
) -> Iterator[Line]:
    for one in envelopes:
        whole = (one.month_fen,) * len(months)
        mine = (_part_fen(one.month_fen, share),) * len(months)
        yield Line(one.category, one.need, whole, mine, (), envelope=one)


def _spread_lines(spreads: Sequence[Spread], months: Sequence[Month], share: Fraction) -> Iterator[Line]:
    for one in spreads:
        mine = Spread(
            one.name, one.category, one.need, _part_fen(one.fen, share), one.due, one.yearly, one.source
        )
        yield Line(one.category, one.need, set_aside(one, months), set_aside(mine, months), (), spread=mine)


def _shop_line(shop: ShopBudget | None) -> Iterator[Line]:
    """Yield what the home has to add in months in which the shop does not pay for itself."""
    if shop is None:
        return
    needs = tuple(max(0, -one.hands_fen) for one in shop.months)
    if any(needs):
        yield Line(SHOP, "essential", needs, needs, ())


def _home_income_fen(row: CashRow, shop: ShopBudget | None, place: int) -> int:
    """Return what comes in for the home: the plan's income, with what the shop hands over in place of its takings."""
    if shop is None:
        return row.income_fen
    one = shop.months[place]
    return row.income_fen - max(0, one.counted_fen) - one.received_fen + max(0, one.hands_fen)


def _fill(
    rows: Sequence[CashRow],
    incomes: Sequence[int],
    early: Sequence[int],
    wants: Sequence[Line],
    fund_fen: int,
) -> tuple[tuple[BudgetMonth, ...], tuple[Line, ...]]:
    """Return the months filled one after another, and the lines with what each gets; `rows` hold the dues alone."""
    given: list[list[int]] = [[] for _ in wants]
    months: list[BudgetMonth] = []
    firm = [sum(one.wanted[place] for one in wants if one.need == "essential") for place in range(len(rows))]
    carried = rows[0].start_fen
    for place, row in enumerate(rows):
        money = carried + incomes[place]
        keep = _kept_fen(rows, incomes, firm, place, min(fund_fen, rows[-1].end_fen))
        got, paid = _share_month(wants, place, money, row.debt_fen, keep)
        for of_line, fen in zip(given, got, strict=True):
            of_line.append(fen)
        short = max(0, firm[place] + row.debt_fen - money)
        cut = sum(
            one.wanted[place] - fen for one, fen in zip(wants, got, strict=True) if one.need != "essential"
        )
        left = money - sum(got) - paid
        ahead = min(early[place], max(0, left - keep))
        left -= ahead
        months.append(
            BudgetMonth(
                month=row.month,
                carried_fen=carried,
                income_fen=incomes[place],
                given_fen=sum(got),
                plan_fen=row.debt_fen,
                plan_paid_fen=paid,
                early_fen=early[place],
                early_paid_fen=ahead,
                short_fen=short,
                cut_fen=cut,
                left_fen=left,
            )
        )
        carried = left
    lines = tuple(
        Line(one.category, one.need, one.whole, one.wanted, tuple(fen), one.envelope, one.spread)
        for one, fen in zip(wants, given, strict=True)
    )
    return tuple(months), lines


def _kept_fen(
    rows: Sequence[CashRow], incomes: Sequence[int], firm: Sequence[int], place: int, fund_fen: int
) -> int:
    """Return what must be left at a month's end so that what is firm in later months is met, and the fund at last."""
    keep = max(0, fund_fen)
    for later in range(len(rows) - 1, place, -1):
        keep = max(0, keep + firm[later] + rows[later].debt_fen - incomes[later])
    return keep


def _share_month(
    wants: Sequence[Line], place: int, money_fen: int, plan_fen: int, keep_fen: int
) -> tuple[list[int], int]:
    """Return what each line gets in a month, and what of the plan is paid: essential, plan, then the rest in order."""
    got, left = [0] * len(wants), max(0, money_fen)
    for index, one in enumerate(wants):
        if one.need == "essential":
            got[index] = min(one.wanted[place], left)
            left -= got[index]
    paid = min(plan_fen, left)
    left = max(0, left - paid - keep_fen)
    for index, one in enumerate(wants):
        if one.need != "essential":
            got[index] = min(one.wanted[place], left)
            left -= got[index]
    return got, paid


def plan_counts_fen(household: Household, months: Sequence[Month]) -> ByMonth:
    """Return what the household's own file counts for the home in each month: essential and other spending, dues."""
    home = replace(
        household,
        incomes=(),
        businesses=(),
        spendings=tuple(one for one in household.spendings if not one.business),
        dues=tuple(one for one in household.dues if one.keep != "shop"),
    )
    span = months[-1].minus(month_of(household.as_of)) + 1
    flows = flows_of(home, span)
    return tuple(sum(one.fen for one in flows if month.first <= one.on <= month.last) for month in months)
