"""An audit as a paper that goes with a complaint: what is not as the contract says, and how each figure was computed.

It names only what the contract, by a source of its own, decides (practice §2, H8), and what does not agree within the
statement; no name that the person gave the debt (rule 157), and no advice: that is for the person, not for the lender.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from ashore.documents.audit.basis import DEDUCTED, counted_messages, term_message
from ashore.documents.audit.parts import bad_sum, explanation, totals_of
from ashore.documents.audit.view import AuditView, complained
from ashore.documents.audit.words import claim_message, reading_message, workings
from ashore.documents.audit.yearly import ceiling_message
from ashore.documents.first_words import source_text
from ashore.errors import AshoreError, Message
from ashore.household.audited import Verdict
from ashore.letters.sheet import Blank, Block, Cell, Figures, Items, Paragraph, Sheet, Unit
from ashore.texts.facts import as_rate
from ashore.texts.language import Language
from ashore.texts.sentences import say

COLUMNS: Final[tuple[tuple[str, Unit], ...]] = (
    ("annex-column-number", "count"),
    ("letter-column-day", "date"),
    ("letter-column-what", "text"),
    ("letter-column-stated", "fen"),
    ("letter-column-ours", "fen"),
    ("annex-column-more", "fen"),
)
OPEN: Final = frozenset({"assumed", "contract"})
"""Causes that nobody can be told about before the contract was looked into."""
ABOVE: Final = frozenset({"audit-ceiling-void", "audit-ceiling-cut", "audit-ceiling-regulator"})
"""What is said of a ceiling that is passed, where its text is public."""
COUNTED: Final = frozenset(
    {
        "audit-began", "audit-given", "audit-early", "audit-early-closing", "audit-rounding", "audit-card-began",
        "audit-card-rule", "audit-card-cash", "audit-card-untold",
    }
)  # fmt: skip
"""What of the way of counting is for whoever checks it, and not for the person at home."""
OTHERWISE: Final = {
    "audit-given": "annex-given",
    "audit-card-began": "annex-card-began",
    "audit-work-agreed": "annex-work-agreed",
    "audit-card-untold": "annex-card-untold",
}
"""Sentences that speak to the person, as the paper says them."""
Numbered = tuple[int, Verdict]


class NothingToShow(AshoreError):
    """Nothing of a statement can be put on a paper: nothing differs, or the contract must be looked into first."""


def has_annex(view: AuditView) -> bool:
    """Return whether there is anything to put on the paper."""
    return bool(complained(view.audit.verdicts) or view.wrong_sums or view.kept_fen)


def annex_sheet(view: AuditView, day: date, language: Language, *, example: bool = False) -> Sheet:
    """Return the paper; `day`: its own, `example`: the figures are nobody's.  Raises NothingToShow."""
    if not has_annex(view):
        raise NothingToShow("annex-nothing")
    head = (Paragraph(Message("letter-example")),) if example else ()
    return Sheet(
        kind="annex",
        title=Message("annex-title"),
        to="",
        blocks=(*head, *_blocks(view, language)),
        signed=(Blank(Message("letter-sign-name")),),
        day=day,
    )


def _blocks(view: AuditView, language: Language) -> Iterator[Block]:
    yield Blank(Message("letter-contract"))
    yield from _lead(view)
    found = [*enumerate(sorted(complained(view.audit.verdicts), key=explanation), 1)]
    if found:
        yield Figures(Message("annex-head-figures"), COLUMNS, tuple(_row(one) for one in found))
        more, _ = totals_of(view)
        if more:
            yield Paragraph(Message("annex-more", {"more_fen": more}))
    yield from _inside(view, language)
    for _, group in groupby(found, key=lambda one: explanation(one[1])):
        yield _worked(view, [*group], language)
    yield from _yearly(view, language)
    yield Items(Message("annex-head-basis"), tuple(_counted(view, language)))
    yield Paragraph(Message("annex-only"))


def _lead(view: AuditView) -> Iterator[Block]:
    """Yield what was recomputed, how much of it differs, and how much only the contract can tell and is left out."""
    audit = view.audit
    facts = {
        "creditor": audit.debt.creditor,
        "as_of": view.today,
        "figures_count": len(audit.statement.claims),
    }
    yield Paragraph(Message("annex-lead" if audit.debt.creditor else "annex-lead-open", facts))
    wrong = len(complained(audit.verdicts))
    if wrong:
        yield Paragraph(Message("annex-wrong", {"wrong_count": wrong}))
    others = sum(one.cause in OPEN for one in audit.verdicts)
    if others:
        yield Paragraph(Message("annex-others", {"others_count": others}))


def _row(numbered: Numbered) -> tuple[Cell, ...]:
    number, one = numbered
    claim, ours = one.difference.claim, one.difference.ours.fen
    none = Message("annex-none")
    return (
        number,
        claim.due or claim.on,
        claim_message(claim),
        claim.fen,
        none if ours is None else ours,
        one.difference.fen,
    )


def _inside(view: AuditView, language: Language) -> Iterator[Block]:
    """Yield what does not agree within the statement, and what was kept back when the money was paid out."""
    card = view.audit.statement.card is not None
    if view.wrong_sums:
        yield Items(Message("audit-head-sums"), tuple(bad_sum(one, card=card) for one in view.wrong_sums))
    lent, kept = view.audit.statement.lent_fen, view.kept_fen
    if lent and kept:
        facts = {"lent_fen": lent, "received_fen": lent - kept, "deducted_fen": kept}
        items = [Message("audit-deducted", facts)]
        if DEDUCTED in view.pack.facts:
            rule = source_text(view.pack.facts[DEDUCTED], view.today, language)
            items.append(Message("audit-deducted-rule", {"rule": rule}))
        yield Items(Message("audit-head-lent"), tuple(items))


def _worked(view: AuditView, group: Sequence[Numbered], language: Language) -> Block:
    """Return how figures of one explanation were computed: the terms, what gives the lender's, ours step by step."""
    first = group[0][1]
    items = [term_message(view.audit.debt, key, language) for key in first.keys]
    readings = (say(reading_message(one), language) for one in first.difference.readings)
    items += [Message("annex-reading", {"reading": one}) for one in readings]
    for _, one in group:
        said = workings(one.difference.ours.entries, view.audit.comparison.basis)
        items += [message for message in map(_worded, said) if message not in items]
    numbers = tuple(str(number) for number, _ in group)
    return Items(Message("annex-head-worked", {"numbers": numbers}), tuple(items))


def _worded(message: Message) -> Message:
    return Message(OTHERWISE.get(message.code, message.code), message.facts)


def _yearly(view: AuditView, language: Language) -> Iterator[Block]:
    """Yield what was charged a year, and what lies above a ceiling that binds such a lender."""
    burden = view.audit.burden
    if burden is None:
        return
    facts = {"since": burden.since, "until": burden.until, "charged_fen": burden.charged_fen}
    items = [Message("audit-yearly", {**facts, "yearly_rate": as_rate(burden.per_year)})]
    said = (ceiling_message(view, one, language) for one in view.ceilings)
    items += [one for one in said if one and one.code in ABOVE]
    yield Items(Message("audit-head-yearly"), tuple(items))


def _counted(view: AuditView, language: Language) -> Iterator[Message]:
    """Yield how it was counted, and, where the paper names lines, which ones they are."""
    said = [_worded(one) for one in counted_messages(view, language) if one.code in COUNTED]
    yield from said
    if view.audit.assumed_start:
        yield Message("annex-start-assumed")
    if view.wrong_sums or any("lines" in one.facts for one in said):
        yield Message("annex-lines")
