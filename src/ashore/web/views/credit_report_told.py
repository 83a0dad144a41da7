"""What the pack says about credit reports, for a page: how to get one, how its parts look, what its codes mean."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ashore.errors import Message
from ashore.household.credit_report import Part, Since, days_of, month_from, since_between
from ashore.packs.pack import load_pack
from ashore.rules.fact import RuleFact
from ashore.texts.language import Language
from ashore.web.clock import today
from ashore.web.config import JURISDICTION

WAYS: Final = (
    "free-reports", "report-web", "report-bank-app", "report-unionpay-app", "report-counter", "report-no-app",
    "report-own-look", "report-two-forms",
)  # fmt: skip
"""What is said about getting a report."""
LOOKS: Final[Mapping[Part, tuple[str, ...]]] = {
    "taken": ("report-sold", "report-advance"),
    "card": ("report-cards",),
    "loan": ("report-loans",),
    "guarantee": ("report-guarantee",),
    "bill": ("report-postpaid",),
    "public": ("report-public",),
}
"""How each part looks in the report."""
OBJECTING: Final = ("dispute-where", "dispute-days", "credit-complaint-days", "report-queries")
SOLD: Final = ("assignment-notice", "bad-loan-sales")
LENDERS: Final = ("report-lenders",)
STATUS: Final = "report-status-"
CLASSES: Final = "report-class-"


@dataclass(frozen=True, slots=True)
class Told:
    """A fact of the pack as a page tells it."""

    name: str
    note: str
    source: str
    address: str
    seen: date
    trust: str
    stale: bool


def told(ids: Iterable[str], language: Language) -> list[Told]:
    """Return facts of the pack, each with where it was read and when."""
    facts = load_pack(JURISDICTION).facts
    return [_tell(facts[one], language) for one in ids]


def told_below(prefix: str, language: Language) -> list[Told]:
    """Return the facts of the pack whose ids begin alike, in the pack's order."""
    return told((one for one in load_pack(JURISDICTION).facts if one.startswith(prefix)), language)


def sources(*groups: Sequence[Told]) -> list[Told]:
    """Return one of the facts for each place that they were read in."""
    return list({(one.source, one.address, one.seen): one for group in groups for one in group}.values())


def codes(language: Language) -> list[tuple[str, str]]:
    """Return the codes that stand for days overdue, each with its words."""
    facts = load_pack(JURISDICTION).facts
    overdue = {
        key: fact for key, fact in facts.items() if key.startswith(STATUS) and days_of(str(fact.value))
    }
    return [(key.removeprefix(STATUS), fact.names[language]) for key, fact in overdue.items()]


def since(code: str, month: str) -> Since | Message | None:
    """Return what a code and its month say of the first missed due, or why they say nothing; None where left open."""
    fact = load_pack(JURISDICTION).facts.get(f"{STATUS}{code}")
    if fact is None or not month.strip():
        return None
    if fact.stale(today()):
        return Message("report-form-code-old")
    days, when = days_of(str(fact.value)), month_from(month)
    return Message("report-form-month-unclear") if days is None or when is None else since_between(days, when)


def _tell(fact: RuleFact, language: Language) -> Told:
    source = fact.source.title_en if language == "en" and fact.source.title_en else fact.source.title
    return Told(
        fact.names[language],
        fact.note.get(language, ""),
        source,
        fact.source.address,
        fact.seen_on,
        f"facts-confidence-{fact.confidence}",
        fact.stale(today()),
    )
