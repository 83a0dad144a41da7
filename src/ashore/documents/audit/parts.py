"""What an audit says, in order: the result, who is to be asked about what, a year's total, how it was counted."""

from collections.abc import Collection, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Final

from ashore.documents.audit.basis import DEDUCTED, about_part, basis_part, early_lines, terms_part
from ashore.documents.audit.settled import settled_part
from ashore.documents.audit.view import CHARGES, AuditView
from ashore.documents.audit.words import claim_message, reading_message, workings
from ashore.documents.audit.yearly import above_ceilings_fen, yearly_part
from ashore.documents.blocks import Block, Cell, Column, Part, Say, Table
from ashore.documents.first_words import source_text
from ashore.errors import Facts, Message
from ashore.household.audited import Cause, Verdict
from ashore.loans.audit.stated import Claim, SumClaim
from ashore.loans.parts import FEES, PRINCIPAL
from ashore.texts.language import Language
from ashore.texts.sentences import word

COLUMNS: Final = (
    Column("audit-column-what"), Column("audit-column-line"), Column("audit-column-day", "date"),
    Column("audit-column-stated", "fen"), Column("audit-column-ours", "fen"), Column("audit-column-more", "fen"),
)  # fmt: skip
CAUSES: Final[tuple[tuple[Cause, str, str], ...]] = (
    ("lender", "audit-head-lender", "audit-lead-lender"),
    ("assumed", "audit-head-assumed", "audit-lead-assumed"),
    ("contract", "audit-head-contract", "audit-lead-contract"),
    ("follows", "audit-head-follows", "audit-lead-follows"),
)
MARKUP: Final = "penalty-markup-high"


def audit_parts(view: AuditView, language: Language, called: str = "") -> tuple[Part, ...]:
    """Return all that is said of an audit, in order; `called`: what the debt is called where not as it was typed."""
    found = [
        _result(view, language, called or view.audit.debt.name),
        _sums(view),
        _lent(view, language),
        settled_part(view),
        *(_cause(view, language, *one) for one in CAUSES),
        yearly_part(view, language),
        terms_part(view, language),
        basis_part(view, language),
        about_part(view, language),
    ]
    return tuple(part for part in found if part)


def _result(view: AuditView, language: Language, called: str) -> Part:
    audit = view.audit
    claims, wrong = len(audit.statement.claims), len(audit.verdicts)
    facts = {
        "name": called,
        "creditor": audit.debt.creditor,
        "figures_count": claims,
        "same_count": claims - wrong,
        "wrong_count": wrong,
    }
    blocks: list[Block] = [Say(Message("audit-compared", facts), "lead")]
    if not view.differs:
        blocks.append(Say(Message("audit-all-same", {"figures_count": claims})))
    if above := above_ceilings_fen(view, language):
        blocks.append(Say(Message("audit-above", {"above_fen": above})))
    more, less = totals_of(view)
    if more:
        blocks.append(Say(Message("audit-more", {"more_fen": more})))
    if less:
        blocks.append(Say(Message("audit-less", {"less_fen": less})))
    if view.differs:
        blocks.append(Say(Message("audit-next")))
    return Part("audit-head-result", "first", tuple(blocks))


def totals_of(view: AuditView) -> tuple[int, int]:
    """Return what was charged above and below our figures, in fen: only charges, and only the lender's to explain."""
    early = early_lines(view, closing=False)
    fen = [
        one.difference.fen
        for one in view.audit.verdicts
        if one.cause == "lender"
        and one.difference.ours.fen is not None
        and _charges(one.difference.claim, early)
    ]
    return sum(value for value in fen if value > 0), -sum(value for value in fen if value < 0)


def _charges(claim: Claim, early: Collection[str]) -> bool:
    """Return whether a figure says what was charged: a closing in whole, of an early repayment its fee."""
    if claim.kind == "paid":
        return FEES in claim.parts and str(claim.line) in early
    return claim.kind == "closing" or (claim.kind in CHARGES and PRINCIPAL not in claim.parts)


def _sums(view: AuditView) -> Part | None:
    card = view.audit.statement.card is not None
    bad = tuple(Say(bad_sum(one, card=card), "item") for one in view.wrong_sums)
    return Part("audit-head-sums", "path", bad) if bad else None


def bad_sum(one: SumClaim, *, card: bool) -> Message:
    """Return what is said of a total that is not the sum of its parts or lines."""
    facts: Facts = {"line": str(one.line), "total_fen": one.total_fen, "parts_fen": one.parts_fen}
    if one.on is None:
        return Message("audit-total-wrong", {**facts, "heading": one.of})
    return Message("audit-bill-wrong" if card else "audit-sum-wrong", {**facts, "on": one.on})


def _lent(view: AuditView, language: Language) -> Part | None:
    """Return what was kept back when the money was paid out, and where the statement's sum is not the file's."""
    blocks: list[Block] = []
    lent, kept = view.audit.statement.lent_fen, view.kept_fen
    if lent and kept:
        facts = {"lent_fen": lent, "received_fen": lent - kept, "deducted_fen": kept}
        blocks.append(Say(Message("audit-deducted", facts), "item"))
        if DEDUCTED in view.pack.facts:
            rule = source_text(view.pack.facts[DEDUCTED], view.today, language)
            blocks.append(Say(Message("audit-deducted-rule", {"rule": rule}), "item"))
    if view.lent_otherwise:
        facts = {"lent_fen": lent, "original_fen": view.audit.debt.terms.original_fen}
        blocks.append(Say(Message("audit-lent-otherwise", facts), "item"))
    return Part("audit-head-lent", "path", tuple(blocks)) if blocks else None


def _cause(view: AuditView, language: Language, cause: Cause, head: str, lead: str) -> Part | None:
    mine = [one for one in view.audit.verdicts if one.cause == cause]
    if not mine:
        return None
    blocks: list[Block] = [Say(Message(lead))]
    for _, group in groupby(sorted(mine, key=explanation), key=explanation):
        blocks += _group(view, list(group), language)
    return Part(head, "path", tuple(blocks))


def explanation(one: Verdict) -> tuple[str, ...]:
    """Return what tells explanations apart: the readings that explain a difference, else the terms that it rests on."""
    readings = tuple(f"{reading.key} {reading.value}" for reading in one.difference.readings)
    return readings or one.keys


def _group(view: AuditView, verdicts: list[Verdict], language: Language) -> Iterator[Block]:
    """Yield one explanation, the figures it is about, and how ours were computed."""
    readings = verdicts[0].difference.readings
    for place, reading in enumerate(readings):
        if place:
            yield Say(Message("audit-reads-also"))
        yield Say(reading_message(reading))
        if reading.key == "penalty":
            yield from _above_band(view, Fraction(reading.value.removeprefix("x")), language)
    if not readings and verdicts[0].cause != "follows":
        terms = tuple(word(f"key-{key}", language) for key in verdicts[0].keys)
        yield Say(Message("audit-no-reading", {"terms": terms}))
    yield Table(Message("audit-differences"), COLUMNS, tuple(_row(one) for one in verdicts))
    if verdicts[0].cause == "follows":
        return
    work: dict[int, list[Message]] = {}
    for one in verdicts:
        mine = work.setdefault(one.difference.claim.line, [])
        entries = one.difference.ours.entries
        mine += [said for said in workings(entries, view.audit.comparison.basis) if said not in mine]
    for line, lines in work.items():
        if lines:
            yield Say(Message("audit-work-head", {"line": str(line)}), "head")
            yield from (Say(said, "item") for said in lines)


def _above_band(view: AuditView, multiple: Fraction, language: Language) -> Iterator[Block]:
    """Yield that a penalty multiple is above what the jurisdiction's rule for banks names, where the pack has it."""
    fact = view.pack.facts.get(MARKUP)
    if fact and isinstance(fact.value, Decimal) and multiple > 1 + Fraction(fact.value):
        rule = source_text(fact, view.today, language)
        yield Say(Message("audit-penalty-above", {"most_rate": fact.value, "rule": rule}))


def _row(one: Verdict) -> tuple[Cell, ...]:
    claim, ours = one.difference.claim, one.difference.ours.fen
    none = Message("audit-none")
    return (
        claim_message(claim),
        str(claim.line),
        claim.due or claim.on,
        claim.fen,
        none if ours is None else ours,
        one.difference.fen,
    )
