"""Whom to approach first, by when and why, and who each creditor really is, as parts of an answer."""

from collections.abc import Iterator, Mapping
from typing import Final

from ashore.creditors.order import Approach, approaches
from ashore.documents.answer.view import View
from ashore.documents.blocks import Block, Part, Say
from ashore.documents.first_words import about_messages
from ashore.errors import Fact, Message
from ashore.household.model import Debt
from ashore.packs.pack import load_pack
from ashore.texts.language import Language
from ashore.texts.sentences import word

WHO_BY_STAGE: Final = {"outsourced": "creditor-outsourced", "assigned": "creditor-assigned"}
"""What is said of a debt that somebody else than the lender calls for."""
FACTS: Final[Mapping[str, tuple[str, ...]]] = {
    "creditor-outsourced": ("assignment-buyer-collects",),
    "creditor-assigned": ("assignment-notice", "assignment-buyer-collects", "bad-loan-sales"),
    "before-due": ("extension-before-due",),
    "matures": ("renewal-before-maturity",),
}
"""What a sentence rests on, as far as the pack has it."""


def creditor_parts(view: View, language: Language) -> tuple[Part, ...]:
    """Return whom to approach in which order, who keeps being paid, who is who, how to talk, what it rests on."""
    found = approaches(view.plan)
    if not found:
        return (Part("creditors-head-order", "first", (Say(Message("debts-none"), "lead"),)),)
    now = tuple(Say(approach_message(view, one), "item") for one in found if one.to_approach)
    kept = tuple(Say(approach_message(view, one), "item") for one in found if not one.to_approach)
    who = tuple(Say(one, "item") for debt in _debts(found) for one in who_messages(debt))
    lead: Block = Say(Message("creditors-lead" if now else "creditors-none"), "lead")
    parts = (
        Part("creditors-head-order", "first", (lead, *now)),
        Part("creditors-head-kept", "path", kept),
        Part("creditors-head-who", "path", who),
        Part("creditors-head-app", "path", tuple(_apps(view, found, language))),
        Part("creditors-head-how", "path", HOW),
        _about(view, found, language),
    )
    return tuple(part for part in parts if part.blocks)


HOW: Final = tuple(
    Say(Message(code), "item")
    for code in ("creditors-how-one", "creditors-how-channel", "creditors-how-keep")
)
"""What holds for every creditor."""


def approach_message(view: View, one: Approach) -> Message:
    """Return why a creditor is approached and by when, as one sentence."""
    facts: dict[str, Fact] = {"debt": one.debt.name, "by": one.by, "late_ndays": one.days_past_due}
    passed = one.by is not None and view.today is not None and one.by < view.today
    code = f"approach-{one.why}-past" if passed else f"approach-{one.why}"
    return view.worded(Message(code, facts))


def who_messages(debt: Debt) -> Iterator[Message]:
    """Yield what is to be known about who a creditor really is, where more than its name is to be known."""
    facts: dict[str, Fact] = {"debt": debt.name, "creditor": debt.creditor}
    named = "" if debt.creditor else "-unnamed"
    if debt.stage in WHO_BY_STAGE:
        yield Message(WHO_BY_STAGE[debt.stage] + named, facts)
    elif not debt.creditor:
        yield Message("creditor-unknown", facts)
    elif "creditor" in debt.assumed:
        yield Message("creditor-assumed", facts)


def _apps(view: View, found: tuple[Approach, ...], language: Language) -> Iterator[Say]:
    """Yield where in a lender's app something can be asked for, as somebody saw it; never surer than that."""
    pack, home = load_pack(view.plan.household.jurisdiction), view.plan.household
    for debt in _debts(found):
        notes = pack.notes[debt.product] if debt.product and debt.product in pack.notes else None
        for one in notes.entries if notes else ():
            late = one.visible == "before-due" and debt.arrears
            facts: dict[str, Fact] = {
                "debt": debt.name,
                "use": word(f"facts-use-{one.use}", language),
                "path": one.path[language],
                "visible": word(f"facts-visible-{one.visible}", language),
                "seen": one.seen_on,
                "sure": word(f"facts-confidence-{one.confidence}", language),
            }
            yield Say(Message("creditors-app-late" if late else "creditors-app", facts), "item")
            if one.stale(view.today or home.as_of):
                yield Say(Message("facts-path-due"), "note")


def _debts(found: tuple[Approach, ...]) -> Iterator[Debt]:
    return (one.debt for one in found)


def _about(view: View, found: tuple[Approach, ...], language: Language) -> Part:
    pack, home = load_pack(view.plan.household.jurisdiction), view.plan.household
    codes = [one.why for one in found] + [WHO_BY_STAGE.get(one.debt.stage, "") for one in found]
    ids = dict.fromkeys(fact for code in codes for fact in FACTS.get(code, ()) if fact in pack.facts)
    said = tuple(
        Say(one, "note") for one in about_messages(list(ids), pack, view.today or home.as_of, language)
    )
    return Part("paper-head-about", "about", said)


def creditors_json(view: View) -> dict[str, object]:
    """Return the order as JSON (`ashore-creditors/1`): each debt with its reason and day."""
    return {
        "format": "ashore-creditors/1",
        "as_of": view.as_of,
        "approaches": [
            {
                "debt": one.debt.id,
                "why": one.why,
                "by": one.by,
                "days_past_due": one.days_past_due,
                "approach": one.to_approach,
            }
            for one in approaches(view.plan)
        ],
    }
