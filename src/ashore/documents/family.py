"""A page for the partner or family, in the first person and without blame: what is so, what helps, what does not.

It has no line to sign (practice §2, H2), nothing of what a loan was used for (H1), asks nobody for money (H4), and is
for no lender or collector (H14).  Figures of one's own stand in it only where they were asked for.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ashore.documents.answer.view import Help, View
from ashore.documents.blocks import Block, Part, Say, call_on
from ashore.documents.first_words import about_messages
from ashore.documents.helping import calls_of
from ashore.documents.report import page_html
from ashore.documents.words import Whose
from ashore.errors import Fact, Message
from ashore.packs.pack import Pack
from ashore.rules.helpline import HelplineKind
from ashore.texts.language import Language

WHO: Final = ("partner", "parents", "friend")
"""To whom one may have to find the first words."""
FACTS: Final = (
    "spouse-consent", "guarantor-consent", "third-parties", "third-party-tries", "contacts-stop",
    "quiet-from", "quiet-to",
)  # fmt: skip
RULES: Final = ("third-parties", "contacts-stop", "quiet-from", "quiet-to")
"""The facts that the sentence on the industry's own rules rests on."""
LINES: Final[tuple[HelplineKind, ...]] = ("mental-health", "emergency", "police", "fraud", "legal")
ITEMS: Final = {
    "helps": ("listen", "living", "papers", "call", "night"),
    "not": ("lend", "sign", "pay", "hand", "blame"),
}
"""What is listed under what helps, and under what does not."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a family lives: the pack of the place, and the help lines offered first there."""

    pack: Pack
    help: Help

    @property
    def numbers(self) -> Mapping[str, Fact]:
        """Return the number of each kind of help line as a fact, None for a kind that there is none of."""
        lines = {kind: self.help.get(kind) for kind in LINES}
        return {
            f"{kind.replace('-', '_')}_number": line.number if line else None for kind, line in lines.items()
        }


def family_parts(
    place: Place, view: View | None, today: date, language: Language, *, numbers: bool = False
) -> tuple[Part, ...]:
    """Return the page in order; `numbers`: with what is owed and where the plan leads, where there is a plan."""
    found = [
        Part("family-head-what", "first", tuple(_what(view))),
        _own(view) if view and numbers else None,
        *(_listed(place, name) for name in ITEMS),
        Part("family-head-called", "path", tuple(_called(place, view, today))),
        Part("family-head-lines", "path", tuple(_lines(place, today))),
        _about(place.pack, today, language),
    ]
    return tuple(part for part in found if part)


def family_html(
    place: Place, view: View | None, today: date, language: Language, *, numbers: bool = False
) -> str:
    """Return the page as a file of its own, to print or to hand over."""
    parts = family_parts(place, view, today, language, numbers=numbers)
    return page_html(
        parts,
        Message("family-subtitle", {"today": today}),
        language,
        calls_of(place.help, today),
        Whose(place.pack.id, today),
    )


def _what(view: View | None) -> Iterator[Block]:
    doing = "family-doing-talks" if view is None or view.holds else "family-doing"
    for code in ("family-what", doing, "family-blame", "family-sign"):
        yield Say(Message(code))


def _own(view: View) -> Part:
    """Return one's own figures: what is owed today, and where the plan leads."""
    plan, outcome = view.plan, view.outcome
    owed_fen = outcome.owed_fen + sum(one.owed.total_fen for one in plan.set_aside)
    open_count = sum(bool(debt.balance_fen) for debt in plan.household.debts) + len(plan.set_aside)
    facts: dict[str, Fact] = {"owed_fen": owed_fen, "open_ndebts": open_count, "as_of": view.as_of}
    said: list[Block] = [Say(Message("family-owed", facts))]
    if view.holds:
        said.append(Say(Message("family-plan-talks")))
    elif outcome.debt_free:
        code = "family-plan-if" if view.talked_about() else "family-plan"
        said.append(Say(Message(code, {"on": outcome.debt_free})))
    return Part("family-head-own", "first", tuple(said))


def _listed(place: Place, name: str) -> Part:
    items = tuple(Say(Message(f"family-{name}-{one}", place.numbers), "item") for one in ITEMS[name])
    return Part(f"family-head-{name}", "path", items)


def _called(place: Place, view: View | None, today: date) -> Iterator[Block]:
    """Yield who must ask for advice first, what to say to a collector, and what the industry's own rules are."""
    others = view is not None and any(set(debt.liable) - {"self"} for debt in view.plan.household.debts)
    yield Say(Message("family-called-guarantor", place.numbers), "lead" if others else "plain")
    yield Say(Message("family-called-line"), "plain" if others else "lead")
    yield Say(Message("family-called-nothing"), "item")
    yield Say(Message("family-called-note"), "item")
    yield Say(Message("family-called-police", place.numbers), "item")
    rules = [place.pack.facts.get(one) for one in RULES]
    if all(rule and rule.in_force(today) and not rule.stale(today) for rule in rules):
        facts: dict[str, Fact] = {
            f"{name}_text": str(place.pack.facts[f"quiet-{name}"].value) for name in ("from", "to")
        }
        yield Say(Message("family-called-rules", facts))


def _lines(place: Place, today: date) -> Iterator[Block]:
    yield Say(Message("family-lines-lead"))
    for kind in LINES:
        if kind in place.help:
            yield call_on(place.help[kind], today)


def _about(pack: Pack, today: date, language: Language) -> Part:
    facts = [one for one in FACTS if one in pack.facts]
    said = tuple(Say(one, "note") for one in about_messages(facts, pack, today, language))
    return Part("paper-head-about", "about", said)


def opening_words(who: Sequence[str] = WHO) -> Part:
    """Return first words to a partner, parents and a friend, for the person alone: they are not on the page."""
    said: list[Block] = [Say(Message("family-words-note"), "note")]
    for one in who:
        said += [Say(Message(f"family-words-{one}-head"), "head"), Say(Message(f"family-words-{one}"))]
    return Part("family-head-words", "path", tuple(said))
