"""The monthly review: budget against fact, plan against fact, the lenders' statements, what slipped, what went well.

It is made from the household file as it was at `as_of`, its plan, and the bills since.  For the person alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from ashore.dates import Month, WorkingDays, month_of
from ashore.diagnosis.asked import Seen
from ashore.diagnosis.categories import own_fee_fen
from ashore.diagnosis.category_rules import CATEGORIES
from ashore.errors import Fact, Message
from ashore.household.advance import Paid, advance
from ashore.household.flows import flows_of
from ashore.household.model import Debt, Household
from ashore.household.moved import moved_household
from ashore.household.product import BoughtOn
from ashore.household.transactions import Transaction
from ashore.loans.opening import EVERY_DAY_WORKS
from ashore.planning.envelopes import COVERED
from ashore.planning.home_budget import SHOP, Budget, Line
from ashore.planning.on_credit import OnCredit, bought_since, with_bought
from ashore.planning.past import YEAR, past_of, whole_months
from ashore.planning.plan import Plan
from ashore.planning.repaid import Matched, PlanLine, match_repayments
from ashore.planning.slippage import ReviewedMonth
from ashore.planning.statements import StatementLine, statement_lines, with_purchases

OTHER: Final = "other"
OVER_PART: Final = 10
OVER_FEN: Final = 5_000
"""An envelope is over where it took a tenth more than it had, and at least ¥50."""


@dataclass(frozen=True, slots=True)
class FactLine:
    """What an envelope had for the month and what was spent, in fen; `name` is the file's own, where it names it."""

    category: str
    name: str
    budget_fen: int
    spent_fen: int

    @property
    def over_fen(self) -> int:
        """Return what was spent beyond it where that is worth a word, else 0."""
        more = self.spent_fen - self.budget_fen
        return more if more >= OVER_FEN and more * OVER_PART >= self.budget_fen else 0


@dataclass(frozen=True, slots=True)
class Review:
    """A review at the end of `until`.

    `month`: the last whole month that the bills cover and that ended after the file's day, None where there is none;
    `facts`: its envelopes.  `plan`: planned payments with what came of them, and repayments nobody knows the debt of.
    `moved`: the household on that day, from which the new plan is made; `cash_assumed`: its money was counted from the
    bills, with `filed_income_fen` of the file's income where the bills show none.
    `drawn_fen`: what was borrowed since; `bought`: what was bought on credit since, which is owed, too.
    """

    as_of: date
    until: date
    month: Month | None
    facts: tuple[FactLine, ...]
    plan: Matched
    statements: tuple[StatementLine, ...]
    moved: Household
    cash_assumed: bool
    drawn_fen: int
    filed_income_fen: int = 0
    bought: OnCredit = field(default_factory=OnCredit)

    @property
    def slipped(self) -> tuple[PlanLine, ...]:
        """Return the planned payments that were missed, met in part, or late; early repayments are none of them."""
        return tuple(one for one in self.plan.lines if one.status not in ("paid", "extra"))

    @property
    def over(self) -> tuple[FactLine, ...]:
        """Return the envelopes that took more than they had, the most first."""
        found = [one for one in self.facts if one.over_fen]
        return tuple(sorted(found, key=lambda one: (-one.over_fen, one.category, one.name)))

    @property
    def budget_fen(self) -> int:
        """Return what all envelopes had for the month."""
        return sum(one.budget_fen for one in self.facts)

    @property
    def spent_fen(self) -> int:
        """Return what was spent in the month."""
        return sum(one.spent_fen for one in self.facts)

    @property
    def reviewed(self) -> tuple[ReviewedMonth, ...]:
        """Return the month with its two sums, to learn from; nothing where no whole month was looked through."""
        return (ReviewedMonth(self.month, self.budget_fen, self.spent_fen),) if self.month else ()


@dataclass(frozen=True, slots=True)
class Told:
    """What the bills and the person say: payments with categories, days covered, words for lenders, balances, cash.

    `bought_on` is what bills call the purchases of a debt, by its id, for debts that something is bought on.
    """

    ledger: tuple[Transaction, ...]
    seen: tuple[Seen, ...]
    words: Mapping[str, tuple[str, ...]]
    said: Mapping[str, int]
    cash_fen: int | None = None
    bought_on: Mapping[str, BoughtOn] = field(default_factory=dict[str, BoughtOn])


def review_of(
    plan: Plan,
    budget: Budget,
    told: Told,
    until: date,
    working_days: WorkingDays = EVERY_DAY_WORKS,
) -> Review:
    """Return the review of what happened after the plan's `as_of` until the end of `until`, which lies after it."""
    household = plan.household
    assert household.as_of < until
    since = [row for row in told.ledger if household.as_of < row.day <= until]
    planned = [row for row in plan.outcome.payments if household.as_of < row.on <= until]
    ids = {debt.id for debt in household.debts}
    matched = match_repayments([row for row in planned if row.debt in ids], since, told.words)
    paid = _paid(matched)
    moved = advance(household, until, paid, working_days)
    month = _month(told, household.as_of, until)
    bought = bought_since(household, since, told.bought_on, told.words)
    lines = statement_lines(household, until, paid, moved, told.said, working_days)
    filed_fen = 0 if told.cash_fen is not None else _filed_income_fen(household, since, until)
    cash_fen = cash_after_fen(household, since, filed_fen) if told.cash_fen is None else told.cash_fen
    after = moved_household(household, until, moved, cash_fen)
    return Review(
        household.as_of,
        until,
        month,
        fact_lines(budget, told.ledger, month) if month else (),
        matched,
        tuple(with_purchases(line, bought.by_debt.get(line.debt, 0)) for line in lines),
        as_lenders_say(with_bought(after, bought), told.said),
        told.cash_fen is None,
        sum(row.amount_fen for row in since if row.nature == "borrowed"),
        filed_fen,
        bought,
    )


def as_lenders_say(household: Household, said: Mapping[str, int]) -> Household:
    """Return the household with the balances that lenders show: the plan counts with them until an audit is answered.

    A balance below what is overdue of the principal cannot be, and is left as the contract has it.
    """
    return replace(household, debts=tuple(_as_said(debt, said.get(debt.id)) for debt in household.debts))


def _as_said(debt: Debt, said_fen: int | None) -> Debt:
    if said_fen is None:
        return debt
    if said_fen == 0:
        return replace(debt, balance_fen=0, periods_left=0, arrears=None, concessions=(), reached=())
    overdue = debt.arrears.principal_fen if debt.arrears else 0
    return replace(debt, balance_fen=said_fen) if said_fen >= overdue else debt


def _paid(matched: Matched) -> list[Paid]:
    return [Paid(one.debt, one.row.day, one.row.amount_fen) for one in matched.repaid if one.debt]


def _month(told: Told, as_of: date, until: date) -> Month | None:
    """Return the last whole month that the bills cover and that ended after `as_of`.

    So who looks every month, on whatever day of it, looks through each month once.
    """
    months = [one for one in whole_months(told.ledger, told.seen, until) if one.last > as_of]
    return months[-1] if months else None


def _filed_income_fen(household: Household, since: Sequence[Transaction], until: date) -> int:
    """Return the income that the file has until a day where the bills show none at all: it goes to another account."""
    if any(row.kind == "income" for row in since):
        return 0
    only = replace(household, spendings=(), dues=())
    flows = flows_of(only, month_of(until).minus(month_of(household.as_of)) + 1)
    return sum(one.fen for one in flows if one.kind == "income" and one.on <= until)


def cash_after_fen(household: Household, since: Sequence[Transaction], filed_fen: int = 0) -> int:
    """Return the money at hand as the bills since tell it: what came in less what went out, never below zero.

    `filed_fen` came in beside them.
    """
    return max(0, household.cash_fen + filed_fen + sum(_cash_fen(row) for row in since))


def _cash_fen(row: Transaction) -> int:
    """Return what a payment did to the money at hand; a purchase on credit does nothing, nor a move of one's own."""
    if row.kind == "spending":
        return 0 if row.credit else -row.amount_fen
    if row.kind == "refund":
        return 0 if row.credit else row.amount_fen
    if row.kind == "repayment":
        return -row.amount_fen
    if row.nature == "own-account":
        return -own_fee_fen(row)
    if row.kind == "income" or row.nature == "borrowed" or row.way == "in":
        return row.amount_fen
    return -row.amount_fen if row.nature in {"person", "red-packet", "family-card"} or row.category else 0


def fact_lines(budget: Budget, ledger: Sequence[Transaction], month: Month) -> tuple[FactLine, ...]:
    """Return the envelopes of a month beside what was spent, then what was spent without any.

    What is put away for another month is in neither; in its own month a sum put away for counts whole.  The month in
    which the budget was made has the envelopes of the budget's first.
    """
    place = max(0, month.minus(budget.months[0].month))
    spent = {code: sums[0] for code, sums in past_of(ledger, (month,)).home.items()}
    lines = [one for one in budget.lines if one.category != SHOP] if place < len(budget.months) else []
    found: list[FactLine] = []
    for (category, name), (fen, codes) in _meant(lines, place, month):
        of_line = tuple(spent) if name and category == OTHER else codes
        found.append(FactLine(category, name, fen, max(0, sum(spent.pop(code, 0) for code in of_line))))
    found += [FactLine(code, "", 0, fen) for code, fen in sorted(spent.items(), key=_by_table) if fen > 0]
    return tuple(found)


def _by_table(entry: tuple[str, int]) -> tuple[int, str]:
    code = entry[0]
    return (CATEGORIES.index(code) if code in CATEGORIES else len(CATEGORIES), code)


def _meant(
    lines: Sequence[Line], place: int, month: Month
) -> Iterator[tuple[tuple[str, str], tuple[int, tuple[str, ...]]]]:
    """Yield what each envelope had, and the categories whose spending is held against it; those of the past first.

    What the file calls by words that are no categories is one line, the last: all else is held against it.
    """
    typed = [one.name for one in lines if _is_other(one)]
    sums: dict[tuple[str, str], int] = {}
    codes: dict[tuple[str, str], tuple[str, ...]] = {}
    for one in sorted(lines, key=lambda each: (_is_other(each), each.envelope is None or each.name != "")):
        name = " / ".join(typed) if _is_other(one) else one.name
        key = (one.category, name if one.envelope else "")
        fen = one.given[place] if one.envelope else _due_fen(one, month)
        if one.envelope is None and not fen:
            continue
        sums[key] = sums.get(key, 0) + fen
        codes[key] = COVERED.get(one.category, (one.category,)) if name else (one.category,)
    for key, fen in sums.items():
        yield key, (fen, codes[key])


def _is_other(one: Line) -> bool:
    return one.envelope is not None and one.category == OTHER and one.name != ""


def _due_fen(one: Line, month: Month) -> int:
    """Return what a sum put away for is in its month, and in the same month of any year where it comes each year."""
    if one.spread is None:
        return 0
    comes = one.spread.due == month or (one.spread.yearly and one.spread.due == month.plus(YEAR))
    return one.spread.fen if comes else 0


def goal_of(review: Review, names: Mapping[str, str], debts: Mapping[str, str]) -> Message:
    """Return one goal for the next month: the oldest payment that slipped, else the envelope most over, else to go on.

    `names` of categories and `debts` by id are in the reader's language.
    """
    open_ = [one for one in review.slipped if one.status in ("missed", "part")]
    if open_:
        first = min(open_, key=lambda one: (one.on, one.debt))
        facts: dict[str, Fact] = {
            "debt": debts[first.debt],
            "open_fen": first.fen - first.paid_fen,
            "on": first.on,
        }
        return Message("review-goal-payment", facts)
    if review.plan.unmatched:
        return Message("review-goal-repayments", {"row_count": len(review.plan.unmatched)})
    if review.over:
        worst = review.over[0]
        name = worst.name or names.get(worst.category, "")
        code = "review-goal-envelope" if worst.budget_fen else "review-goal-new-envelope"
        return Message(
            code if name else "review-goal-unknown",
            {"name": name, "budget_fen": worst.budget_fen, "spent_fen": worst.spent_fen},
        )
    return Message("review-goal-on")


def went_well(review: Review) -> tuple[Message, ...]:
    """Return what went well, as it is; nothing is made up where nothing did, and looking at all is said last."""
    found: list[Message] = []
    good = [one for one in review.plan.lines if one.status == "paid"]
    if good:
        facts: dict[str, Fact] = {"row_count": len(good), "paid_fen": sum(one.fen for one in good)}
        found.append(Message("review-well-paid", facts))
    caught = [one for one in review.plan.lines if one.status == "late"]
    if caught:
        found.append(Message("review-well-late", {"row_count": len(caught)}))
    if review.facts and review.budget_fen and review.spent_fen <= review.budget_fen:
        found.append(Message("review-well-budget", {"less_fen": review.budget_fen - review.spent_fen}))
    if not review.drawn_fen and review.bought.total_fen <= 0 and review.plan.repaid:
        found.append(Message("review-well-no-borrowing"))
    found += [
        Message("review-well-closed", {"debt": one.name})
        for one in review.statements
        if one.closed and one.paid_fen
    ]
    return (*found, Message("review-well-looked"))
