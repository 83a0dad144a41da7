"""Why, budget and review of a household, put together from its plan and its sorted bills, for whoever shows them.

For the person alone (practice H1): no plan, letter or export is made of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Final

from ashore.diagnosis.asked import Asked, CashOn, OwedOn, Seen
from ashore.diagnosis.categories import Categorised
from ashore.diagnosis.category_rules import Rules
from ashore.diagnosis.why import Why, why
from ashore.documents.answer.besides import tight
from ashore.documents.answer.budget import BudgetView, hopes_of
from ashore.documents.answer.review import ReviewView
from ashore.documents.answer.view import View, help_of
from ashore.errors import Message
from ashore.household.model import Household
from ashore.household.transactions import Transaction
from ashore.packs.averages import averages_of
from ashore.packs.called import bought_on, called_in_bills
from ashore.packs.pack import load_pack
from ashore.packs.planned import as_planned, plan_of
from ashore.packs.workdays import working_days_of
from ashore.planning.envelopes import envelopes_of
from ashore.planning.home_budget import AHEAD, budget_of, plan_counts_fen
from ashore.planning.past import past_of, whole_months
from ashore.planning.paydays import paydays_of
from ashore.planning.plan import Plan
from ashore.planning.plausible import beside_averages
from ashore.planning.review import Told, review_of
from ashore.planning.reviewed_file import merged
from ashore.planning.slippage import ReviewedMonth, slippage_of, tried_months, with_slippage
from ashore.planning.supplier import shop_debts_fen
from ashore.rules.fact import RuleFact
from ashore.texts.language import Language

WHOLE: Final = Fraction(1)
AS_TYPED: Final[Mapping[str, str]] = {}


@dataclass(frozen=True, slots=True)
class SortedBills:
    """Every payment of the bills with its category, the days that their files cover, and the table that was used."""

    sorted: Categorised
    seen: tuple[Seen, ...]
    rules: Rules

    @property
    def payments(self) -> tuple[Transaction, ...]:
        """Return every payment once, in the order of time, with its category."""
        return self.sorted.ledger


@dataclass(frozen=True, slots=True)
class Reader:
    """Who a view is made for: the person's own day, and the language."""

    today: date
    language: Language


@dataclass(frozen=True, slots=True)
class Said:
    """What the person says for a review: its last day, balances that lenders show by debt, the money at hand."""

    until: date
    balances_fen: Mapping[str, int] = field(default_factory=dict[str, int])
    cash_fen: int | None = None


def why_of(
    household: Household,
    bills: SortedBills,
    owed: Sequence[OwedOn],
    cash: Sequence[CashOn],
    called: Mapping[str, str] = AS_TYPED,
) -> Why:
    """Return why the debts changed, by the bills and what is known of earlier days; `called` as `Asked` has it."""
    needs, bought = bills.rules.needs, bought_on(household)
    return why(Asked(bills.payments, household, needs, tuple(owed), tuple(cash), bills.seen, bought, called))


def budget_view(
    household: Household,
    plan: Plan,
    bills: SortedBills,
    reader: Reader,
    share: Fraction = WHOLE,
    months: int = AHEAD,
) -> BudgetView:
    """Return the budget of a household beside its plan, with what its page needs besides."""
    counted, needs = as_planned(household, plan), bills.rules.needs
    past = past_of(bills.payments, whole_months(bills.payments, bills.seen, household.as_of))
    budget = budget_of(counted, plan.outcome, past, needs, share, months, bills.rules.festivals)
    pack = load_pack(household.jurisdiction)
    ahead = [one.month for one in budget.months]
    averages = averages_of(pack, reader.today)
    beside = beside_averages(envelopes_of(past, counted, needs), averages, 1 + household.dependants)
    return BudgetView(
        budget,
        household.as_of,
        {code: one.names[reader.language] for code, one in bills.rules.categories.items()},
        beside,
        {one.fact: _source_of(pack.facts[one.fact], reader.language) for one in beside},
        plan_counts_fen(counted, ahead),
        shop_debts_fen(counted, plan.outcome, ahead),
        bills.sorted.unknown_count,
        bills.sorted.unknown_fen,
        tuple(_from_plan(plan)),
    )


def _from_plan(plan: Plan) -> Iterator[Message]:
    """Yield what a plan that works spends less than is usual, for whom, and on which days money does not reach."""
    if not plan.outcome.works:
        return
    if plan.outcome.cut_fen:
        yield Message("budget-plan-cuts", {"cut_fen": plan.outcome.cut_fen})
        yield from (one for one in plan.reasons if one.code == "reason-cuts-family")
    yield from tight(View(plan, help_of(plan.household.jurisdiction)))


def _source_of(fact: RuleFact, language: Language) -> str:
    """Return what a fact's source is called in a language; a title that has no English as it stands."""
    return (fact.source.title_en if language == "en" else None) or fact.source.title


def last_day(seen: Sequence[Seen], as_of: date) -> date | None:
    """Return the last day that every bill which goes beyond `as_of` covers; None where none does."""
    ends: dict[str, date] = {}
    for one in seen:
        ends[one.source] = max(one.until, ends.get(one.source, one.until))
    later = [day for day in ends.values() if day > as_of]
    return min(later) if later else None


def review_view(
    household: Household,
    before: Plan,
    bills: SortedBills,
    said: Said,
    kept: Sequence[ReviewedMonth],
    reader: Reader,
    share: Fraction = WHOLE,
) -> ReviewView:
    """Return the review up to a day after the household's own, with the new plan and what was learnt.

    `kept`: the months reviewed earlier, to learn from beside those tried on the past and this one.
    """
    counted = as_planned(household, before)
    days = working_days_of(counted, before.horizon)
    budget = budget_view(household, before, bills, reader, share)
    words, bought = called_in_bills(counted), bought_on(counted)
    told = Told(bills.payments, bills.seen, words, said.balances_fen, said.cash_fen, bought)
    review = review_of(before, budget.budget, told, said.until, days)
    past = past_of(bills.payments, whole_months(bills.payments, bills.seen, counted.as_of))
    tried = tried_months(past, counted, bills.rules.needs)
    learnt = slippage_of(merged((*tried, *kept, *review.reviewed)))
    slipping = plan_of(with_slippage(review.moved, learnt)) if learnt.planned > 1 else None
    paydays = paydays_of(review.moved, said.until, 1)
    after, hopes = plan_of(review.moved), hopes_of(budget)
    return ReviewView(review, before, after, learnt, slipping, budget.names, paydays, hopes)
