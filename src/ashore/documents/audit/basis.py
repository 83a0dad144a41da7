"""By which terms an audit counted, from where, what it left alone, and what it rests on."""

from collections.abc import Iterator, Mapping
from typing import Final

from ashore.documents.answer.assumed import value_of
from ashore.documents.audit.view import AuditView
from ashore.documents.blocks import Block, Part, Say
from ashore.documents.first_words import about_messages, source_text
from ashore.errors import Facts, Message
from ashore.household.audited import Origin, origin_of
from ashore.household.model import Debt
from ashore.loans.terms import LateFee
from ashore.money import decimal_of
from ashore.texts.language import Language
from ashore.texts.sentences import say, word

FACTS: Final = ("payment-order-within", "penalty-markup-high", "penalty-compound", "cost-disclosure")
"""What the law says of the matters an audit touches, where the pack has it."""
DEDUCTED: Final = "interest-deducted"
EARLY: Final = "early-repayment"
TERMS: Final = ("method", "rate", "accrual", "day_count", "penalty", "compound", "grace", "late_fee")
OF_CARD: Final = ("rate", "minimum", "late_fee", "grace")
CASH_RATE: Final = "cash_rate"
ORIGINS: Final[Mapping[Origin, str]] = {
    "contract": "audit-term-contract",
    "assumed": "audit-term-assumed",
    "nowhere": "audit-term-nowhere",
}
SOURCES: Final[Mapping[str, str]] = {"contract": "audit-source-contract", "disclosure": "key-disclosure"}
"""Sources that the file names by a word of its own."""
WHOLE: Final[Mapping[str, str]] = {
    "statement-columns-unused": "audit-columns-unused",
    "statement-draw-others": "audit-draw-others",
    "statement-draws-told": "audit-draws-told",
}
"""What reading found about the whole statement, as the page says it."""


def terms_part(view: AuditView, language: Language) -> Part:
    """Return the terms that everything was counted by, each with where it comes from."""
    debt = view.audit.debt
    card = view.audit.statement.card
    keys = OF_CARD if card else TERMS
    if card and any(one.kind == "cash" for one in card.posted):
        keys = (*keys, CASH_RATE)
    named = (*keys, "prepayment") if _repays_early(view) else keys
    blocks = tuple(Say(term_message(debt, key, language), "item") for key in named)
    return Part("audit-head-terms", "path", blocks)


def basis_part(view: AuditView, language: Language) -> Part:
    """Return where it was counted from, by which rules of counting, and what of the statement was left alone."""
    counted = counted_messages(view, language)
    blocks: list[Block] = [Say(one) for one in (*counted, Message("audit-kept"), *_read(view))]
    return Part("audit-head-basis", "details", tuple(blocks))


def counted_messages(view: AuditView, language: Language) -> tuple[Message, ...]:
    """Return where it was counted from, and by which rules of counting."""
    return tuple(_card(view) if view.audit.statement.card else _loan(view, language))


def term_message(debt: Debt, key: str, language: Language) -> Message:
    """Return one term of a contract in words, with where it comes from."""
    source = debt.sources.get(key, "")
    named = word(SOURCES[source], language) if source in SOURCES else source
    facts = {"term": say(value_of(debt, key), language), "source": named}
    return Message(ORIGINS[origin_of(debt, key)], facts)


def _loan(view: AuditView, language: Language) -> Iterator[Message]:
    """Yield from where a loan was counted, and by which rules of counting."""
    audit = view.audit
    opening = audit.comparison.basis.opening
    facts = {"since": opening.on, "principal_fen": opening.principal_fen, "dues_count": opening.periods_left}
    yield Message("audit-began", facts)
    if audit.assumed_start:
        yield Message("audit-start-assumed")
    if view.planned:
        yield Message("audit-planned")
    if audit.comparison.given:
        yield Message("audit-given", {"lines": tuple(str(line) for line in audit.comparison.given)})
    yield from _early(view, language)
    yield Message("audit-rounding")


def _card(view: AuditView) -> Iterator[Message]:
    """Yield from which bill on a card was counted, by which rules, and what could not be told."""
    card = view.audit.statement.card
    assert card is not None
    yield Message("audit-card-began", {"since": card.bills[0].on, "bills_count": len(card.bills)})
    yield Message("audit-card-rule")
    if any(one.kind == "cash" for one in card.posted):
        yield Message("audit-card-cash")
    if view.audit.debt.late_fee_range:
        yield _late_fees(*view.audit.debt.late_fee_range)
    if view.audit.untold:
        yield Message("audit-card-untold", {"lines": tuple(str(one.line) for one in view.audit.untold)})
    yield Message("audit-card-no-yearly")


def _late_fees(least: LateFee, most: LateFee) -> Message:
    """Return between what typical damages lie where the contract's own are not known."""
    facts: Facts = {
        "low_rate": decimal_of(least.share),
        "low_fen": least.min_fen,
        "high_rate": decimal_of(most.share),
        "high_fen": most.min_fen,
    }
    return Message("audit-card-damages" if least.min_fen else "audit-card-damages-no-least", facts)


def _repays_early(view: AuditView) -> bool:
    return any(one.early for one in view.audit.statement.events)


def early_lines(view: AuditView, *, closing: bool) -> tuple[str, ...]:
    """Return the lines of a statement that repaid something early, or those that closed the loan early."""
    events = view.audit.statement.events
    return tuple(str(one.line) for one in events if one.early and one.early.closes == closing)


def _early(view: AuditView, language: Language) -> Iterator[Message]:
    """Yield what was repaid early, how interest is counted then, and the rule where the pack has it."""
    found = {
        "audit-early": early_lines(view, closing=False),
        "audit-early-closing": early_lines(view, closing=True),
    }
    yield from (Message(code, {"lines": lines}) for code, lines in found.items() if lines)
    if any(found.values()) and EARLY in view.pack.facts:
        rule = source_text(view.pack.facts[EARLY], view.today, language)
        yield Message("audit-early-rule", {"rule": rule})


def _read(view: AuditView) -> Iterator[Message]:
    """Yield what of the statement was held against each other, and what was not used or is worth a look."""
    same = [one for one in view.audit.statement.sums if one.of and one.total_fen == one.parts_fen]
    if same:
        lines = tuple(dict.fromkeys(str(one.line) for one in same))
        yield Message("audit-totals-same", {"lines": lines})
    whole = [one for one in view.findings if one.code in WHOLE]
    yield from (Message(WHOLE[one.code], one.facts) for one in whole)
    lines = tuple(str(one.place.line) for one in view.findings if one.place.line and one not in whole)
    if lines:
        yield Message("audit-noted", {"lines": lines})


def about_part(view: AuditView, language: Language) -> Part:
    """Return the sources of every rule of law that the audit names, and what it is not."""
    ids = [one for one in FACTS if one in view.pack.facts]
    statement = view.audit.statement
    if statement.received_fen is not None and DEDUCTED in view.pack.facts:
        ids.append(DEDUCTED)
    if _repays_early(view) and EARLY in view.pack.facts:
        ids.append(EARLY)
    ids += [fact.id for ceiling in view.ceilings for fact in ceiling.facts if fact.id not in ids]
    blocks = tuple(Say(one, "note") for one in about_messages(ids, view.pack, view.today, language))
    return Part("audit-head-about", "about", blocks)
