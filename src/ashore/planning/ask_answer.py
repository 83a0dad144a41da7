"""What there is to say of what could be asked: reasons, creditors treated alike, insolvency, what stays missing."""

from dataclasses import dataclass, replace
from typing import Final

from ashore.errors import Message
from ashore.planning.ask_model import missing_with
from ashore.planning.ask_options import GrantsOf
from ashore.planning.ask_reasons import reasons_for
from ashore.planning.ask_search import least_missing
from ashore.planning.ask_together import InProportion, Uniform, in_proportion, uniform_of
from ashore.planning.asks import Asking, AskSet, asking_of, asks_in, offers_in, smallest_set, with_asks
from ashore.planning.baselines import ways_of
from ashore.planning.gap import living_short_fen
from ashore.planning.insolvency import Insolvency, insolvency_of
from ashore.planning.plan import Plan
from ashore.planning.replay import run
from ashore.planning.shortfall import shortfall_fen
from ashore.rules.insolvency import InsolvencyRule

ROUNDS_MAX = 40
BOUNDED: Final = ("extend", "settle")
"""Kinds of asks beside which the rules that bound them are named."""


@dataclass(frozen=True, slots=True)
class StillMissing:
    """What is missing even if all asks are granted: at least so much, and with so much more today it would work.

    `enough_fen` is None where no sum today would do.  `month`: the month by whose end it is missing, as `2027-03`.
    `asked`: the smallest asks that do with that sum, None where none were found.  `living_fen`: by how much living is
    above income in a month; then no agreement closes the gap.
    """

    least_fen: int
    enough_fen: int | None
    month: str
    asked: AskSet | None = None
    living_fen: int = 0


@dataclass(frozen=True, slots=True)
class AskAnswer:
    """A plan with all there is to say of its asks.

    `insolvency`: where a law with figures applies.  `missing`: where even all asks fail, as far as was found.
    `unsure`: the rules on what a lender may grant that need checking, so that the asks do not keep to them.
    `rules`: those that the asks of its sets keep to.
    """

    plan: Plan
    reasons: tuple[Message, ...] = ()
    proportion: InProportion | None = None
    uniform: Uniform | None = None
    insolvency: Insolvency | None = None
    missing: StillMissing | None = None
    unsure: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


def answer_of(plan: Plan, grants: GrantsOf, rule: InsolvencyRule | None) -> AskAnswer:
    """Return all there is to say of a plan's asks; of a plan that works by contract there is nothing."""
    asking = plan.asking
    if asking is None:
        return AskAnswer(plan)
    uniform = uniform_of(asking, grants)
    insolvency = insolvency_of(asking.problem, rule) if rule else None
    unsure = tuple(dict.fromkeys(rule for one in grants.values() for rule in one.unsure))
    if not plan.asks:
        missing = _missing(asking, grants)
        return AskAnswer(plan, uniform=uniform, insolvency=insolvency, missing=missing, unsure=unsure)
    first = plan.asks[0]
    reasons, alike = reasons_for(asking, first), in_proportion(asking, first)
    return AskAnswer(plan, reasons, alike, uniform, insolvency, unsure=unsure, rules=_rules(plan, grants))


def _rules(plan: Plan, grants: GrantsOf) -> tuple[str, ...]:
    """Return the rules that bound what is asked to take longer or to cost less, each once, in the order of the sets."""
    offers = (ask.offer for one in plan.asks for ask in one.asks if ask.offer.concession.kind in BOUNDED)
    asked = (plan.household.debts[offer.debt].id for offer in offers)
    return tuple(dict.fromkeys(rule for name in asked if name in grants for rule in grants[name].sources))


def best_for_creditors(answer: AskAnswer) -> AskSet | None:
    """Return the proposal that insolvency is compared with: the smallest asks, else the same for everyone."""
    if answer.plan.asks:
        return answer.plan.asks[0]
    return answer.uniform.found if answer.uniform else None


def _missing(asking: Asking, grants: GrantsOf) -> StillMissing | None:
    """Return what stays missing with the asks that help most."""
    chosen = least_missing(asking.choices, ROUNDS_MAX)
    offers = (*(ask.offer for ask in asks_in(asking.choices, chosen)), *offers_in(asking.choices, chosen))
    policies = [with_asks(asking, one, offers) for one in ways_of(asking.problem)]
    enough = shortfall_fen(asking.problem, policies)
    months = [run(asking.problem, one).shortfall_month for one in policies]
    last = max((month for month in months if month), default=None)
    if last is None:
        return None
    found = missing_with(asking.choices, chosen)
    fen, month = (found[0], str(asking.problem.first.plus(found[1]))) if found else (0, str(last))
    living = living_short_fen(asking.problem)
    asked = _with_sum(asking, grants, enough) if enough and not living else None
    return StillMissing(fen, enough, month, asked, living)


def _with_sum(asking: Asking, grants: GrantsOf, enough_fen: int) -> AskSet | None:
    """Return the smallest asks with which the plan works if so much more were there today."""
    richer = replace(asking.problem, extra_cash_fen=asking.problem.extra_cash_fen + enough_fen)
    offers = tuple(one.offer for one in asking.choices.options if one.offer)
    return smallest_set(asking_of(richer, asking.policy, grants, offers))
