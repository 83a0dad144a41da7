"""What an audit says, in order: the result, who is to be asked about what, a year's total, how it was counted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Final

from ashore.documents.answer.assumed import value_of
from ashore.documents.audit.words import claim_message, reading_message, workings
from ashore.documents.blocks import Block, Cell, Column, Part, Say, Table
from ashore.documents.first_words import about_messages, source_text
from ashore.errors import Finding, Message
from ashore.household.audited import Audit, Cause, Origin, Verdict, origin_of
from ashore.loans.audit.yearly import Burden, burden_of, deducted_fen
from ashore.loans.parts import COMPOUND, DAMAGES, FEES, INTEREST, PENALTY, PRINCIPAL
from ashore.packs.pack import Pack
from ashore.rules.ceilings import Ceiling, CostPart, NotKnown
from ashore.texts.facts import as_rate
from ashore.texts.language import Language
from ashore.texts.sentences import say, word

COLUMNS: Final = (
    Column("audit-column-line"), Column("audit-column-day", "date"), Column("audit-column-what"),
    Column("audit-column-stated", "fen"), Column("audit-column-ours", "fen"), Column("audit-column-more", "fen"),
)  # fmt: skip
CAUSES: Final[tuple[tuple[Cause, str, str], ...]] = (
    ("lender", "audit-head-lender", "audit-lead-lender"),
    ("assumed", "audit-head-assumed", "audit-lead-assumed"),
    ("contract", "audit-head-contract", "audit-lead-contract"),
    ("follows", "audit-head-follows", "audit-lead-follows"),
)
CHARGES: Final = frozenset({"due", "late", "charged"})
FACTS: Final = ("payment-order-within", "penalty-markup-high", "penalty-compound", "cost-disclosure")
"""What the law says of the matters an audit touches, where the pack has it."""
TERMS: Final = ("method", "rate", "accrual", "day_count", "penalty", "compound", "grace", "late_fee")
ORIGINS: Final[Mapping[Origin, str]] = {
    "contract": "audit-term-contract",
    "assumed": "audit-term-assumed",
    "nowhere": "audit-term-nowhere",
}
PART_OF: Final[Mapping[CostPart, int]] = {
    "interest": INTEREST,
    "penalty": PENALTY,
    "compound": COMPOUND,
    "damages": DAMAGES,
    "fees": FEES,
}
DEDUCTED: Final = "interest-deducted"
MARKUP: Final = "penalty-markup-high"


@dataclass(frozen=True, slots=True)
class AuditView:
    """An audit with what its sentences need besides: ceilings on a year's cost, the pack, what reading it found."""

    audit: Audit
    ceilings: tuple[Ceiling, ...]
    pack: Pack
    today: date
    findings: tuple[Finding, ...] = ()
    planned: bool = False

    @property
    def differs(self) -> bool:
        """Return whether any figure or any total is not what comes out here."""
        # Whether there is such a part does not depend on the language.
        return bool(self.audit.verdicts) or bool(_bad_sums(self)) or _lent(self, "zh") is not None


def audit_parts(view: AuditView, language: Language) -> tuple[Part, ...]:
    """Return all that is said of an audit, in order."""
    found = [
        _result(view),
        _sums(view),
        _lent(view, language),
        *(_cause(view, language, *one) for one in CAUSES),
        _yearly(view, language),
        _terms(view, language),
        _basis(view),
        _about(view, language),
    ]
    return tuple(part for part in found if part)


def _result(view: AuditView) -> Part:
    audit = view.audit
    claims, wrong = len(audit.statement.claims), len(audit.verdicts)
    facts = {
        "name": audit.debt.name,
        "creditor": audit.debt.creditor,
        "figures_count": claims,
        "same_count": claims - wrong,
        "wrong_count": wrong,
    }
    blocks: list[Block] = [Say(Message("audit-compared", facts), "lead")]
    if not view.differs:
        blocks.append(Say(Message("audit-all-same", {"figures_count": claims})))
    more, less = _totals(audit.verdicts)
    if more:
        blocks.append(Say(Message("audit-more", {"more_fen": more})))
    if less:
        blocks.append(Say(Message("audit-less", {"less_fen": less})))
    if view.differs:
        blocks.append(Say(Message("audit-next")))
    return Part("audit-head-result", "first", tuple(blocks))


def _totals(verdicts: Sequence[Verdict]) -> tuple[int, int]:
    """Return what was charged above and below our figures, in fen: only charges, and only the lender's to explain."""
    fen = [
        one.difference.fen
        for one in verdicts
        if one.cause == "lender"
        and one.difference.claim.kind in CHARGES
        and one.difference.ours.fen is not None
        and PRINCIPAL not in one.difference.claim.parts
    ]
    return sum(value for value in fen if value > 0), -sum(value for value in fen if value < 0)


def _bad_sums(view: AuditView) -> list[Block]:
    return [
        Say(
            Message(
                "audit-sum-wrong",
                {"line": str(one.line), "on": one.on, "total_fen": one.total_fen, "parts_fen": one.parts_fen},
            ),
            "item",
        )
        for one in view.audit.statement.sums
        if one.total_fen != one.parts_fen
    ]


def _sums(view: AuditView) -> Part | None:
    bad = _bad_sums(view)
    return Part("audit-head-sums", "path", tuple(bad)) if bad else None


def _lent(view: AuditView, language: Language) -> Part | None:
    """Return what was kept back when the money was paid out, and where the statement's sum is not the file's."""
    statement, debt = view.audit.statement, view.audit.debt
    blocks: list[Block] = []
    lent, kept = statement.lent_fen, deducted_fen(statement)
    if lent and kept:
        facts = {"lent_fen": lent, "received_fen": lent - kept, "deducted_fen": kept}
        blocks.append(Say(Message("audit-deducted", facts), "item"))
        if DEDUCTED in view.pack.facts:
            rule = source_text(view.pack.facts[DEDUCTED], view.today, language)
            blocks.append(Say(Message("audit-deducted-rule", {"rule": rule}), "item"))
    if lent and debt.terms.original_fen and lent != debt.terms.original_fen:
        facts = {"lent_fen": lent, "original_fen": debt.terms.original_fen}
        blocks.append(Say(Message("audit-lent-otherwise", facts), "item"))
    return Part("audit-head-lent", "path", tuple(blocks)) if blocks else None


def _cause(view: AuditView, language: Language, cause: Cause, head: str, lead: str) -> Part | None:
    mine = [one for one in view.audit.verdicts if one.cause == cause]
    if not mine:
        return None
    blocks: list[Block] = [Say(Message(lead))]
    for _, group in groupby(sorted(mine, key=_explanation), key=_explanation):
        blocks += _group(view, list(group), language)
    return Part(head, "path", tuple(blocks))


def _explanation(one: Verdict) -> tuple[str, ...]:
    return tuple(f"{reading.key} {reading.value}" for reading in one.difference.readings)


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
        keys = dict.fromkeys(key for one in verdicts for key in one.keys)
        yield Say(Message("audit-no-reading", {"terms": tuple(word(f"key-{key}", language) for key in keys)}))
    yield Table(Message("audit-differences"), COLUMNS, tuple(_row(one) for one in verdicts))
    if verdicts[0].cause == "follows":
        return
    for one in verdicts:
        lines = list(workings(one.difference.ours.entries, view.audit.comparison.basis))
        if lines:
            yield Say(Message("audit-work-head", {"line": str(one.difference.claim.line)}), "head")
            yield from (Say(line, "item") for line in lines)


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
        str(claim.line),
        claim.due or claim.on,
        claim_message(claim),
        claim.fen,
        none if ours is None else ours,
        one.difference.fen,
    )


def _yearly(view: AuditView, language: Language) -> Part | None:
    burden = view.audit.burden
    if burden is None:
        return None
    facts = {"since": burden.since, "until": burden.until, "charged_fen": burden.charged_fen}
    blocks: list[Block] = [Say(Message("audit-yearly", {**facts, "yearly_rate": as_rate(burden.per_year)}))]
    for one in view.ceilings:
        if said := _ceiling(view, one, language):
            blocks.append(Say(said, "item"))
            blocks += [Say(Message("own-used", {"day": one.rate_day_on}), "note")] if one.typed else []
    if not view.ceilings:
        blocks.append(Say(Message("audit-ceiling-none")))
    return Part("audit-head-yearly", "path", tuple(blocks))


def _ceiling(view: AuditView, ceiling: Ceiling, language: Language) -> Message | None:
    """Return how the statement stands to a ceiling, by the parts and days that it counts; None where none is in it."""
    title = {"rule": source_text(ceiling.facts[0], view.today, language)}
    burden = burden_under(view.audit, ceiling, view.today)
    if burden is None:
        return None
    if isinstance(ceiling.yearly, NotKnown):
        return Message("audit-ceiling-unknown", title)
    facts = {**title, "ceiling_rate": as_rate(ceiling.yearly)}
    if burden.per_year <= ceiling.yearly:
        return Message("audit-ceiling-below", facts)
    codes = {
        "void-above": "audit-ceiling-void", "court-may-cut": "audit-ceiling-cut",
        "regulator": "audit-ceiling-regulator", "guidance": "audit-ceiling-guidance",
    }  # fmt: skip
    return Message(codes[ceiling.effect], {**facts, "above_fen": burden.above_fen(ceiling.yearly)})


def burden_under(audit: Audit, ceiling: Ceiling, today: date) -> Burden | None:
    """Return what was charged a year of the parts and on the days that a ceiling counts."""
    parts = [PART_OF[part] for part in ceiling.counts]
    window = (ceiling.rule.charged_from or date.min, ceiling.rule.charged_to or date.max)
    return burden_of(audit.comparison.basis, audit.statement, today, parts, window)


def _terms(view: AuditView, language: Language) -> Part:
    """Return the terms that everything was counted by, each with where it comes from."""
    debt = view.audit.debt
    blocks: list[Block] = []
    for key in TERMS:
        facts = {"term": say(value_of(debt, key), language), "source": debt.sources.get(key, "")}
        blocks.append(Say(Message(ORIGINS[origin_of(debt, key)], facts), "item"))
    return Part("audit-head-terms", "path", tuple(blocks))


def _basis(view: AuditView) -> Part:
    audit = view.audit
    opening = audit.comparison.basis.opening
    facts = {"since": opening.on, "principal_fen": opening.principal_fen, "dues_count": opening.periods_left}
    blocks: list[Block] = [Say(Message("audit-began", facts))]
    if audit.assumed_start:
        blocks.append(Say(Message("audit-start-assumed")))
    if view.planned:
        blocks.append(Say(Message("audit-planned")))
    if audit.comparison.given:
        lines = tuple(str(line) for line in audit.comparison.given)
        blocks.append(Say(Message("audit-given", {"lines": lines})))
    blocks += [Say(Message("audit-rounding")), Say(Message("audit-kept"))]
    if view.findings:
        lines = tuple(str(one.place.line) for one in view.findings if one.place.line)
        blocks.append(Say(Message("audit-noted", {"lines": lines})))
    return Part("audit-head-basis", "details", tuple(blocks))


def _about(view: AuditView, language: Language) -> Part:
    ids = [one for one in FACTS if one in view.pack.facts]
    statement = view.audit.statement
    if statement.received_fen is not None and DEDUCTED in view.pack.facts:
        ids.append(DEDUCTED)
    ids += [fact.id for ceiling in view.ceilings for fact in ceiling.facts if fact.id not in ids]
    blocks = tuple(Say(one, "note") for one in about_messages(ids, view.pack, view.today, language))
    return Part("audit-head-about", "about", blocks)
