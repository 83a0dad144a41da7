"""A monthly review as parts: what went well, plan and envelopes against fact, statements, the new date, one goal.

For the person alone (practice H1).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from ashore.documents.blocks import Block, Column, Part, Say, Table
from ashore.errors import Fact, Message
from ashore.planning.plan import Plan
from ashore.planning.repaid import NEAR_DAYS, PlanLine
from ashore.planning.review import OVER_FEN, OVER_PART, FactLine, Review, goal_of, went_well
from ashore.planning.slippage import Slippage
from ashore.planning.statements import StatementLine
from ashore.texts.cells import visible
from ashore.texts.facts import as_rate

PAYMENT_COLUMNS: Final = (
    Column("column-date", "date"),
    Column("column-debt"),
    Column("review-column-planned", "fen"),
    Column("review-column-paid", "fen"),
    Column("review-column-how"),
)
FACT_COLUMNS: Final = (
    Column("budget-column-line"),
    Column("review-column-had", "fen"),
    Column("review-column-spent", "fen"),
    Column("review-column-over", "fen"),
)
STATEMENT_COLUMNS: Final = (
    Column("column-debt"),
    Column("review-column-charged", "fen"),
    Column("review-column-balance", "fen"),
    Column("review-column-said", "fen"),
    Column("review-column-difference", "fen"),
)
UNMATCHED_MAX: Final = 10
SHARP_FEN: Final = 100
"""A balance that differs by less than a yuan is rounding."""


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A review with what its page needs besides: the plan it was held against, the new one, what was learnt.

    `slipping`: the plan with spending as it really goes, None where nothing is learnt.  `paydays`: the next ones.
    `hopes`: that the shop's past took less than the file counts on, where it did.
    """

    review: Review
    before: Plan
    after: Plan
    slippage: Slippage
    slipping: Plan | None
    names: Mapping[str, str]
    paydays: tuple[date, ...] = ()
    hopes: Message | None = None

    @property
    def debts(self) -> Mapping[str, str]:
        """Return what the person calls each debt, by id."""
        return {debt.id: debt.name for debt in self.before.household.debts}

    @property
    def goal(self) -> Message:
        """Return the one goal for the next month."""
        return goal_of(self.review, self.names, self.debts)

    def name(self, line: FactLine) -> str | Message:
        """Return what an envelope is called."""
        return line.name or self.names.get(line.category) or Message("budget-line-unknown")

    def called(self, names: Mapping[str, str]) -> "ReviewView":
        """Return the same in which debts are called by these names, by id: their payments were found by those typed."""
        home, lines = self.before.household, self.review.statements
        debts = tuple(replace(debt, name=names[debt.id]) for debt in home.debts)
        statements = tuple(replace(line, name=names[line.debt]) for line in lines)
        before = replace(self.before, household=replace(home, debts=debts))
        return replace(self, before=before, review=replace(self.review, statements=statements))


def review_parts(view: ReviewView) -> tuple[Part, ...]:
    """Return the parts of a review: what went well first, one goal last."""
    parts = (
        _well(view), _payments(view), _facts(view), _statements(view), _ahead(view), _learnt(view), _goal(view),
    )  # fmt: skip
    return tuple(part for part in parts if part)


def _well(view: ReviewView) -> Part:
    said = [Say(one, "item") for one in went_well(view.review)]
    facts: dict[str, Fact] = {"as_of": view.review.as_of, "until": view.review.until}
    return Part(
        "review-head-well",
        "first",
        (Say(Message("review-span", facts)), *said, Say(Message("budget-private"), "note")),
    )


def _payments(view: ReviewView) -> Part | None:
    matched = view.review.plan
    said: list[Block] = []
    if matched.lines:
        rows = tuple(
            (one.on, view.debts[one.debt], one.fen, one.paid_fen, _how(one)) for one in matched.lines
        )
        said.append(Table(Message("review-payments-caption"), PAYMENT_COLUMNS, rows))
        said.append(Say(Message("review-near-rule", {"near_ndays": NEAR_DAYS}), "note"))
    for debt, fen in sorted(matched.beyond.items()):
        said.append(Say(Message("review-beyond", {"debt": view.debts[debt], "beyond_fen": fen}), "item"))
    if matched.unmatched:
        said.append(Say(Message("review-unmatched", {"row_count": len(matched.unmatched)})))
        said += [
            Say(
                Message(
                    "review-unmatched-row",
                    {
                        "on": row.day,
                        "sum_fen": row.amount_fen,
                        "who": visible(row.counterparty or row.source),
                    },
                ),
                "item",
            )
            for row in matched.unmatched[:UNMATCHED_MAX]
        ]
    if view.review.drawn_fen:
        said.append(Say(Message("review-drawn", {"drawn_fen": view.review.drawn_fen})))
    if (elsewhere := view.review.bought.elsewhere_fen) > 0:
        said.append(Say(Message("review-bought-elsewhere", {"elsewhere_fen": elsewhere})))
    return Part("review-head-payments", "path", tuple(said)) if said else None


def _how(one: PlanLine) -> Message:
    facts: dict[str, Fact] = {"late_ndays": (one.done_on - one.on).days if one.done_on else 0}
    return Message(f"review-how-{one.status}", facts)


def _facts(view: ReviewView) -> Part | None:
    review = view.review
    if review.month is None:
        return Part("review-head-facts", "path", (Say(Message("review-no-month", {"as_of": review.as_of})),))
    rows = tuple(
        (view.name(one), one.budget_fen, one.spent_fen, one.over_fen)
        for one in review.facts
        if one.budget_fen or one.spent_fen
    )
    if not rows:
        return None
    total = (
        Message("budget-total"),
        review.budget_fen,
        review.spent_fen,
        max(0, review.spent_fen - review.budget_fen),
    )
    caption = Message("review-facts-caption", {"of_month": str(review.month)})
    rule: dict[str, Fact] = {"over_rate": as_rate(Fraction(1, OVER_PART)), "over_fen": OVER_FEN}
    notes = [Message("review-over-rule", rule)]
    if review.month.first <= review.as_of:
        notes.append(Message("review-month-begun", {"as_of": review.as_of}))
    table = Table(caption, FACT_COLUMNS, rows, total)
    return Part("review-head-facts", "path", (table, *(Say(one, "note") for one in notes)))


def _statements(view: ReviewView) -> Part | None:
    lines = view.review.statements
    if not lines:
        return None
    rows = tuple(
        (one.name, one.charged_fen, one.balance_fen, one.said_fen, one.difference_fen) for one in lines
    )
    said: list[Block] = [
        Table(Message("review-statements-caption", {"until": view.review.until}), STATEMENT_COLUMNS, rows)
    ]
    said += [Say(one, "item") for line in lines for one in _of_statement(line)]
    if any(one.said_fen is not None for one in lines):
        said.append(Say(Message("review-sharp-rule", {"sharp_fen": SHARP_FEN}), "note"))
    if any(one.said_fen is None and not one.closed for one in lines):
        said.append(Say(Message("review-look-up"), "note"))
    return Part("review-head-statements", "path", tuple(said))


def _of_statement(one: StatementLine) -> Iterator[Message]:
    facts: dict[str, Fact] = {"debt": one.name, "id": one.debt}
    if one.bought_fen > 0:
        yield Message("review-bought", {"debt": one.name, "bought_fen": one.bought_fen})
    if one.difference_fen is not None and abs(one.difference_fen) >= SHARP_FEN:
        more = "more" if one.difference_fen > 0 else "less"
        yield Message(f"review-differs-{more}", {**facts, "difference_fen": abs(one.difference_fen)})
    elif one.said_fen is not None:
        yield Message("review-agrees", facts)
    elif not one.sure:
        yield Message("review-unsure", facts)


def _ahead(view: ReviewView) -> Part | None:
    """Return the honest new date beside the old one; nothing where there is no debt."""
    if not view.before.household.debts:
        return None
    before, after = view.before.outcome.debt_free, view.after.outcome.debt_free
    facts: dict[str, Fact] = {"before": before, "after": after}
    if view.after.status == "does-not-work":
        code = "review-date-none"
    elif before is None or after is None:
        code = "review-date-new" if after else "review-date-none"
    elif after == before:
        code = "review-date-same"
    else:
        code = "review-date-later" if after > before else "review-date-earlier"
    said: list[Block] = [Say(Message(code, facts), "lead")]
    if view.review.cash_assumed:
        said.append(Say(Message("review-cash-assumed", {"cash_fen": view.review.moved.cash_fen})))
        if view.review.filed_income_fen:
            income: dict[str, Fact] = {"as_of": view.review.as_of, "income_fen": view.review.filed_income_fen}
            said.append(Say(Message("review-no-income", income)))
    if view.slipping and view.slipping.outcome.debt_free != after:
        slipped = view.slipping.outcome.debt_free
        works = view.slipping.status != "does-not-work" and slipped
        said.append(
            Say(Message("review-date-slipping" if works else "review-date-slipping-none", {"after": slipped}))
        )
    if view.hopes:
        said.append(Say(view.hopes))
    return Part("review-head-ahead", "path", tuple(said))


def _learnt(view: ReviewView) -> Part:
    learnt = view.slippage
    facts: dict[str, Fact] = {"month_count": learnt.months, "ratio_rate": _percent(learnt.ratio)}
    if learnt.months < 2:  # noqa: PLR2004 - as `slippage_of` has it
        return Part("review-head-learnt", "details", (Say(Message("review-learnt-none", facts)),))
    said: list[Block] = [Say(Message("review-learnt", facts))]
    if learnt.planned < learnt.ratio:
        said.append(Say(Message("review-learnt-bounded", {"planned_rate": _percent(learnt.planned)})))
    return Part("review-head-learnt", "details", tuple(said))


def _percent(ratio: Fraction) -> Decimal:
    """Return a ratio to the whole percent: more would look surer than it is."""
    return as_rate(Fraction(round(ratio * 100), 100))


def _goal(view: ReviewView) -> Part:
    said: list[Block] = [Say(view.goal, "lead")]
    if view.paydays:
        said.append(Say(Message("review-payday", {"on": view.paydays[0]})))
    return Part("review-head-goal", "path", tuple(said))
