"""Papers and messages that arrive: which kinds there are, what each leads to, and the last day to act on it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, get_args

from ashore.dates import WorkingDays
from ashore.household.model import Stage

PaperKind = Literal[
    "collection-message",
    "lawyer-letter",
    "mediation-message",
    "payment-order",
    "claim",
    "small-claim",
    "judgment",
    "mediation-agreement",
    "notary-paper",
    "arbitration-notice",
    "enforcement-notice",
]
Urgency = Literal["counted", "in-paper", "at-once", "none"]
"""When to act: by a day counted from the receipt, by the day in the paper, at once, or on no day at all."""


STAGES: Final[tuple[Stage, ...]] = get_args(Stage)
"""From what is still in order to what is being enforced."""


ENFORCEABLE: Final = frozenset({"notary-paper", "mediation-agreement", "arbitration-notice"})
"""Papers that are no court's and lead to what a court enforces."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of paper.

    `days_fact`: the fact that says how many days there are, where they are counted.  `what`: what is to be done by the
    day, by the word of the household file.  `stage`: where a debt is once the paper came, None where it stays where it
    was.  `facts`: what the words on it rest on.
    """

    kind: PaperKind
    urgency: Urgency
    days_fact: str | None = None
    what: str | None = None
    stage: Stage | None = None
    facts: tuple[str, ...] = ()

    @property
    def from_court(self) -> bool:
        """Return whether a court, or what a court can enforce, stands behind it: then nothing may be moved away."""
        return self.stage is not None or self.kind in ENFORCEABLE


PAPERS: Final = (
    Paper("collection-message", "none", facts=("court-message-check",)),
    Paper("lawyer-letter", "none"),
    Paper("mediation-message", "none", facts=("mediation-confirmed", "court-message-check")),
    Paper(
        "payment-order",
        "counted",
        "payment-order-days",
        "objection",
        "payment-order",
        ("payment-order-days", "payment-order-objections", "court-message-check", "moving-assets"),
    ),
    Paper(
        "claim",
        "counted",
        "court-answer-days",
        "answer",
        "sued",
        ("court-answer-days", "judgment-by-default", "court-message-check", "moving-assets"),
    ),
    Paper(
        "small-claim",
        "in-paper",
        None,
        "hearing",
        "sued",
        ("small-claim-once", "judgment-by-default", "court-message-check", "moving-assets"),
    ),
    Paper(
        "judgment",
        "counted",
        "appeal-days",
        "appeal",
        "judgment",
        (
            "appeal-days",
            "small-claim-once",
            "late-judgment-double",
            "enforcement-years",
            "court-message-check",
            "moving-assets",
        ),
    ),
    Paper(
        "mediation-agreement",
        "in-paper",
        None,
        None,
        None,
        ("mediation-confirmed", "moving-assets"),
    ),
    Paper(
        "notary-paper",
        "at-once",
        None,
        None,
        None,
        ("notarised-enforcement", "living-costs-left", "moving-assets"),
    ),
    Paper("arbitration-notice", "in-paper", None, "arbitration", None, ("moving-assets",)),
    Paper(
        "enforcement-notice",
        "at-once",
        None,
        "report",
        "enforcement",
        ("living-costs-left", "moving-assets", "enforcement-settlement", "court-message-check"),
    ),
)


def paper_of(kind: str) -> Paper | None:
    """Return a kind of paper by its name, None for what is no kind."""
    return next((paper for paper in PAPERS if paper.kind == kind), None)


def last_day(received: date, days: int, working_days: WorkingDays) -> date:
    """Return the last of so many days, counted from the day after receipt; a day off moves it to the next working day.

    Source: Procedure Law 85 (fact `court-answer-days`).
    """
    return working_days.next(received + timedelta(days=days))


def further(now: str, then: Stage | None) -> Stage | None:
    """Return the stage that a paper leads to, None where a debt is there or further already."""
    if then is None:
        return None
    known = [stage for stage in STAGES if stage == now]
    return then if not known or STAGES.index(then) > STAGES.index(known[0]) else None


def nearer(day: date, known: date | None, today: date) -> bool:
    """Return whether a day is to be kept in place of the one known: there is none, it has passed, or it is later."""
    return known is None or known < today or day < known
