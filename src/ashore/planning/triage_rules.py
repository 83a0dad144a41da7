"""The rules of the first card as tables: which answers lead to which words, the gravest consequence first.

A rule holds when every question it names has one of the words it lists; a question it does not name may
have any.  Of several rules with one topic the first that holds is taken.  `say` is the code of the
sentence, for TODAY also with `-how` for the second sentence, for HELP the kind of a help line.  `facts` are
the ids of the pack's facts that the words rest on.  The person's harm decides the order: tonight, a court's
day, food, an agent's hand, what is still in order, who else would pay.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

State = Mapping[str, str]
"""Each question's answer as a word; `unknown` where it was left open."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its key, the words that answer it by one tap, whether several may be chosen."""

    key: str
    words: tuple[str, ...]
    several: bool = False


QUESTIONS: Final = (
    Question("safe", ("yes", "no")),
    Question("paper", ("court", "notary", "arbitration", "mediator", "collector", "none")),
    Question("debit", ("yes", "no")),
    Question("asked", ("yes", "no")),
    Question("liable", ("spouse", "guarantor", "house", "none"), several=True),
    Question("current", ("yes", "no")),
)
NO_ONE: Final = "none"
"""The word for "none of these" where several may be chosen."""
SUMS: Final = ("money_in", "essential", "dues")
"""The three figures of the rough sum, in the order in which they are asked for."""
ASKS_FOR_A_DAY: Final = {"paper": "court"}
"""The answer after which the day of receipt is asked for: the only one that a day can be counted from."""
STOPS_ASKING: Final = {"safe": "no"}
"""The answer after which nothing more is asked: tonight comes first, alone."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Words to say when the answers are such."""

    topic: str
    say: str
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one card may hold; the first row that holds counts."""

    when: Mapping[str, tuple[str, ...]]
    today: int
    avoid: int
    help: int
    short: bool


UNSAFE: Final = {"safe": ("no",)}
BEFORE_A_COURT: Final = ("court", "arbitration", "notary")
"""Papers after which moving things away is worse than before (practice H3)."""

LIMITS: Final = (
    Limits(UNSAFE, today=2, avoid=1, help=3, short=True),
    Limits({}, today=3, avoid=3, help=4, short=False),
)

TONIGHT: Final = (
    Rule("alone", "first-tonight", UNSAFE),
    Rule("call", "first-tonight-call", UNSAFE),
    Rule("person", "first-tonight-person", UNSAFE),
)

COURT_FACTS: Final = ("court-answer-days", "payment-order-days", "court-message-check")

TODAY: Final = (
    Rule("paper", "first-court-open", {"paper": ("court",), "deadline": ("open",)}, COURT_FACTS),
    Rule("paper", "first-court-passed", {"paper": ("court",), "deadline": ("passed",)}, COURT_FACTS),
    Rule("paper", "first-court-undated", {"paper": ("court",)}, COURT_FACTS),
    Rule("paper", "first-notary", {"paper": ("notary",)}, ("notarised-enforcement",)),
    Rule("paper", "first-arbitration", {"paper": ("arbitration",)}),
    Rule("paper", "first-mediator", {"paper": ("mediator",)}, ("mediation-confirmed", "court-message-check")),
    Rule(
        "paper", "first-paper-look", {"paper": ("unknown",)}, ("court-message-service", "court-message-check")
    ),
    Rule(
        "money",
        "first-money-sued",
        {"debit": ("yes", "unknown"), "paper": BEFORE_A_COURT},
        ("living-costs-left", "moving-assets"),
    ),
    Rule("money", "first-money", {"debit": ("yes",)}, ("set-off",)),
    Rule("agent", "first-agent", {"asked": ("yes",)}, ("agent-warning", "borrowed-bank-money")),
    Rule("money", "first-money-look", {"debit": ("unknown",)}, ("set-off",)),
    Rule("current", "first-current", {"current": ("yes",)}, ("extension-before-due",)),
    Rule("liable", "first-liable-several", {"liable": ("several",)}, ("spouse-consent", "guarantor-consent")),
    Rule("liable", "first-liable-spouse", {"liable": ("spouse",)}, ("spouse-consent",)),
    Rule("liable", "first-liable-guarantor", {"liable": ("guarantor",)}, ("guarantor-consent",)),
    Rule("liable", "first-liable-house", {"liable": ("house",)}, ("bridge-money",)),
    Rule("current", "first-current-look", {"current": ("unknown",)}, ("extension-before-due",)),
    Rule("paper", "first-collector", {"paper": ("collector",)}, ("court-message-check",)),
    Rule("list", "first-list"),
)

AVOID: Final = (
    Rule("tonight", "first-not-tonight", UNSAFE),
    Rule(
        "court", "first-not-court", {"paper": ("court",)}, ("payment-order-objections", "judgment-by-default")
    ),
    Rule("move", "first-not-move", {"paper": BEFORE_A_COURT}, ("moving-assets",)),
    Rule("agent", "first-not-agent", {}, ("agent-warning",)),
    Rule("sign", "first-not-sign-several", {"liable": ("several",)}, ("spouse-consent", "guarantor-consent")),
    Rule("sign", "first-not-sign-spouse", {"liable": ("spouse",)}, ("spouse-consent",)),
    Rule("sign", "first-not-sign-guarantor", {"liable": ("guarantor",)}, ("guarantor-consent",)),
    Rule("sign", "first-not-sign-house", {"liable": ("house",)}, ("bridge-money",)),
    Rule("sign", "first-not-sign-mediator", {"paper": ("mediator",)}, ("mediation-confirmed",)),
    Rule("loan", "first-not-loan", {}, ("bridge-money",)),
    Rule("number", "first-not-number", {}, ("court-message-service",)),
)

PHONE: Final = (
    Rule("say", "first-phone"),
    Rule("never", "first-phone-never"),
)

HELP: Final = (
    Rule("emergency", "emergency"),
    Rule("police", "police"),
    Rule("mind", "mental-health"),
    Rule("fraud", "fraud", {"asked": ("yes",)}),
    Rule("court", "court", {"paper": ("court", "mediator")}),
    Rule("legal", "legal", {"paper": ("notary", "arbitration")}),
)

FIGURES: Final = (
    Rule("rough", "first-rough-even", {"gap": ("even",)}),
    Rule("rough", "first-rough-living", {"living": ("short",)}),
    Rule("rough", "first-rough-short", {"gap": ("short",)}),
    Rule("rough", "first-rough-spare"),
)
