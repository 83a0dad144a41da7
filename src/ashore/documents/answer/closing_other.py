"""Other endings of a debt, honestly: a settlement, the sale of what is pledged, an insolvency under the law."""

from collections.abc import Iterator
from typing import Final

from ashore.documents.answer.closing_case import Case
from ashore.documents.blocks import Block, Part, Say
from ashore.documents.first_words import source_text
from ashore.errors import Fact, Message
from ashore.packs.insolvency import insolvency_rule, local_laws
from ashore.planning.closing import Sale, Settlement, settlements_of
from ashore.planning.insolvency import insolvency_of
from ashore.planning.problem import problem_of
from ashore.planning.urgent import COURT_STAGES
from ashore.rules.fact import RuleFact
from ashore.rules.insolvency import InsolvencyRule
from ashore.texts.language import Language

UNKNOWN: Final = "unknown"


def other_endings(case: Case, language: Language) -> Part | None:
    """Return how else the debt can end; None where nothing is owed on it."""
    if not case.owes:
        return None
    blocks = (*_settlements(case), *_sale(case), *_insolvency(case, language))
    return Part("closing-head-other", "details", blocks)


def _settlements(case: Case) -> Iterator[Block]:
    """Yield each settlement that was offered or agreed, what is forgiven on its own line (practice §2, H6)."""
    found = settlements_of(case.debt, case.household.as_of, case.days)
    for one in found:
        facts: dict[str, Fact] = {"settle_fen": one.fen, "until": one.last, "payments_count": one.payments}
        yield Say(Message("closing-settle-parts" if one.payments > 1 else "closing-settle", facts))
        forgiven: dict[str, Fact] = {"forgiven_fen": one.forgiven_fen, "standing_fen": one.standing_fen}
        yield Say(Message("closing-forgiven", forgiven), "item")
        yield Say(_reported(one), "item")
        yield Say(Message("closing-settle-written" if one.written else "closing-settle-unwritten"), "item")
    if not found and case.debt.arrears:
        yield Say(Message("closing-settle-none"))


def _reported(one: Settlement) -> Message:
    """Return how it will be reported as far as the lender has said so (practice §2, H11)."""
    if one.reported_as == UNKNOWN:
        return Message("closing-reported-unknown")
    return Message("closing-reported", {"told": one.reported_as})


def _sale(case: Case) -> Iterator[Block]:
    """Yield what a sale of the pledged thing means, and what is left owed at a price that is asked about."""
    secured = case.debt.secured_by
    if secured == "none":
        return
    yield Say(Message("closing-sale"))
    if case.price_fen is not None:
        owed = case.unpaid if case.debt.arrears else case.kept
        yield Say(_sold(Sale(case.price_fen, owed.fen)), "item")
    if secured == "second-charge":
        yield Say(Message("closing-sale-second"), "item")
    if secured != "car":
        yield Say(Message("closing-sale-home"), "item")
    if any(debt.stage in COURT_STAGES for debt in case.household.debts):
        yield Say(Message("closing-sale-sued"), "item")


def _sold(sale: Sale) -> Message:
    facts: dict[str, Fact] = {"price_fen": sale.price_fen, "payoff_fen": sale.payoff_fen}
    if sale.left_fen:
        return Message("closing-sale-left", facts | {"left_fen": sale.left_fen})
    if sale.over_fen:
        return Message("closing-sale-over", facts | {"over_fen": sale.over_fen})
    return Message("closing-sale-even", facts)


def _insolvency(case: Case, language: Language) -> Iterator[Block]:
    rule = insolvency_rule(case.household.jurisdiction, case.today)
    if rule:
        yield Say(_received(case, rule))
        yield from (Say(_law(case, fact, language), "note") for fact in rule.facts)
        return
    yield Say(Message("closing-insolvency-none"))
    laws = local_laws(case.household.jurisdiction, case.today)
    yield from (Say(_law(case, fact, language), "item") for fact in laws)
    if laws:
        yield Say(Message("closing-local", case.numbers), "note")


def _received(case: Case, rule: InsolvencyRule) -> Message:
    """Return what the debt's creditor would receive; a secured one stands apart."""
    problem = problem_of(case.household, rule.years * 12, case.days)
    places = {debt.id: place for place, debt in enumerate(problem.household.debts)}
    place = places.get(case.debt.id)
    money = insolvency_of(problem, rule).money[place] if place is not None else None
    if money is None:
        return Message("closing-insolvency-apart")
    facts = {"received_fen": money.worth_fen, "insolvency_nyears": rule.years}
    return Message("closing-insolvency", facts)


def _law(case: Case, one: RuleFact, language: Language) -> Message:
    source = source_text(one, case.today, language)
    facts = {"name": one.names[language], "source": source, "seen": one.seen_on}
    return Message(f"law-{one.confidence}", facts)
