"""What an audit says of a year's total: what was charged, beside each ceiling that binds such a lender."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from ashore.documents.audit.view import AuditView
from ashore.documents.blocks import Block, Part, Say
from ashore.documents.first_words import source_text
from ashore.errors import Message
from ashore.household.audited import Audit
from ashore.loans.audit.yearly import Burden, burden_of
from ashore.loans.parts import COMPOUND, DAMAGES, FEES, INTEREST, PENALTY
from ashore.rules.ceilings import Ceiling, CostPart, NotKnown
from ashore.texts.facts import as_rate
from ashore.texts.language import Language

PART_OF: Final[Mapping[CostPart, int]] = {
    "interest": INTEREST,
    "penalty": PENALTY,
    "compound": COMPOUND,
    "damages": DAMAGES,
    "fees": FEES,
}


def yearly_part(view: AuditView, language: Language) -> Part | None:
    """Return what was charged a year and how it stands to each ceiling; None where the statement covers no day."""
    burden = view.audit.burden
    if burden is None:
        return None
    facts = {"since": burden.since, "until": burden.until, "charged_fen": burden.charged_fen}
    blocks: list[Block] = [Say(Message("audit-yearly", {**facts, "yearly_rate": as_rate(burden.per_year)}))]
    for one in view.ceilings:
        if said := ceiling_message(view, one, language):
            blocks.append(Say(said, "item"))
            blocks += [Say(Message("own-used", {"day": one.rate_day_on}), "note")] if one.typed else []
    if not view.ceilings:
        blocks.append(Say(Message("audit-ceiling-none")))
    return Part("audit-head-yearly", "path", tuple(blocks))


def ceiling_message(view: AuditView, ceiling: Ceiling, language: Language) -> Message | None:
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


def above_ceilings_fen(view: AuditView, language: Language) -> int:
    """Return the most that was charged above a ceiling that binds such a lender, in fen; 0 above none."""
    said = (ceiling_message(view, one, language) for one in view.ceilings)
    return max((int(str(one.facts.get("above_fen", 0))) for one in said if one), default=0)


def burden_under(audit: Audit, ceiling: Ceiling, today: date) -> Burden | None:
    """Return what was charged a year of the parts and on the days that a ceiling counts."""
    parts = [PART_OF[part] for part in ceiling.counts]
    window = (ceiling.rule.charged_from or date.min, ceiling.rule.charged_to or date.max)
    return burden_of(audit.comparison.basis, audit.statement, today, parts, window)
