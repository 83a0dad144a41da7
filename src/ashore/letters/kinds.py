"""The kinds of letter as data: what each is made of, what it needs of a debt, what it asks for."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from ashore.loans.terms import ConcessionKind

LetterKind = Literal[
    "proposal",
    "call",
    "statement",
    "waiver",
    "rate",
    "term",
    "card-instalments",
    "renewal",
    "due-day",
    "settlement",
    "settled",
    "budget",
    "record",
    "complaint",
    "conduct",
]
BlockName = Literal[
    "lead", "contract", "position", "cause", "asks", "payments", "evidence", "own", "close", "disputed", "budget",
    "script", "facts", "contacts",
]  # fmt: skip
Need = Literal[
    "institution", "loan", "not-old", "owed", "clean", "overdue", "card", "business", "charges",
    "own-rate", "instalments", "due", "to-come", "paid", "due-day", "amount", "amount-most",
    "months-most", "whose", "own", "disputed", "by-ahead", "paid-before",
    "days-past", "contacted",
]  # fmt: skip
ALL: Final[tuple[ConcessionKind, ...]] = get_args(ConcessionKind)
PLAIN: Final[tuple[BlockName, ...]] = (
    "lead", "contract", "position", "cause", "asks", "payments", "evidence", "own", "close",
)  # fmt: skip
LISTED: Final[tuple[BlockName, ...]] = ("lead", "contract", "own", "asks", "close")
LENDER: Final[tuple[Need, ...]] = ("institution", "loan", "not-old", "owed")
TYPED: Final = frozenset(
    {
        "paid",
        "paid-before",
        "due-day",
        "amount",
        "amount-most",
        "by-ahead",
        "months-most",
        "whose",
        "own",
        "disputed",
        "days-past",
    }
)
"""Needs that the person meets by typing something or by holding a statement against the contract."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of letter.

    `needs`: what must hold, in the order in which it is said that it does not.  `asks`: what is asked, by the last part
    of its code; `plan` stands for what the plan asks.  `of`: the concessions of a plan whose payments it proposes.
    `changes`: it asks for other terms, so whoever answers for the debt is asked first.  `notes`: what to know before it
    is sent.
    """

    name: LetterKind
    blocks: tuple[BlockName, ...]
    needs: tuple[Need, ...] = LENDER
    asks: tuple[str, ...] = ()
    of: tuple[ConcessionKind, ...] = ()
    changes: bool = False
    notes: tuple[str, ...] = ()

    @property
    def planned(self) -> bool:
        """Return whether it needs the plan."""
        return bool(self.of)


KINDS: Final = (
    Kind(
        "proposal",
        PLAIN,
        LENDER,
        ("plan", "arrears-first", "agreement-stays", "writing", "reported", "direct"),
        ALL,
        changes=True,
        notes=("meanwhile",),
    ),
    Kind("call", ("script",), ("institution", "loan", "owed"), ("plan",), ALL),
    Kind(
        "statement",
        LISTED,
        ("institution", "loan", "owed"),
        ("lines", "payments-used", "cost-table", "rules", "assigned", "answer-file"),
        notes=("statement",),
    ),
    Kind(
        "waiver",
        PLAIN,
        (*LENDER, "charges"),
        ("charges", "later-charges", "confirm"),
        ("waive",),
        changes=True,
        notes=("waiver",),
    ),
    Kind(
        "rate",
        PLAIN,
        (*LENDER, "own-rate"),
        ("rate", "confirm"),
        ("rate",),
        changes=True,
        notes=("meanwhile",),
    ),
    Kind(
        "term",
        PLAIN,
        (*LENDER, "instalments", "due"),
        ("term", "writing", "reported"),
        ("extend",),
        changes=True,
        notes=("meanwhile",),
    ),
    Kind(
        "card-instalments",
        PLAIN,
        (*LENDER, "card", "months-most"),
        ("card", "card-interest", "writing", "reported", "direct"),
        ("extend",),
        changes=True,
        notes=("card", "meanwhile"),
    ),
    Kind(
        "renewal",
        PLAIN,
        (*LENDER, "business", "clean", "to-come"),
        ("renew", "renew-terms", "confirm"),
        changes=True,
        notes=("renewal", "bridge"),
    ),
    Kind(
        "due-day",
        PLAIN,
        (*LENDER, "due-day"),
        ("due-day", "due-day-between", "confirm"),
        changes=True,
        notes=("due-day",),
    ),
    Kind(
        "settlement",
        PLAIN,
        (*LENDER, "overdue", "amount", "amount-most", "by-ahead"),
        ("settle", "settle-account", "settle-proof", "reported"),
        ("settle",),
        changes=True,
        notes=("settle-written", "settle-money"),
    ),
    Kind(
        "settled",
        LISTED,
        ("institution", "loan", "paid", "paid-before"),
        ("proof", "record-updated", "pledge"),
        notes=("settled",),
    ),
    Kind(
        "budget",
        ("lead", "contract", "budget", "own", "close"),
        (*LENDER, "whose"),
        notes=("budget", "whose"),
    ),
    Kind(
        "record",
        ("lead", "own", "contract", "asks", "close"),
        ("institution", "loan", "own"),
        ("check", "correct", "answer"),
        notes=("record",),
    ),
    Kind(
        "complaint",
        ("lead", "contract", "disputed", "facts", "own", "asks", "evidence", "close"),
        ("institution", "loan", "disputed", "own", "days-past"),
        ("explain", "put-right", "answer"),
        notes=("undisputed",),
    ),
    Kind(
        "conduct",
        ("lead", "contract", "contacts", "facts", "own", "asks", "close"),
        ("institution", "loan", "contacted", "days-past"),
        ("look-into", "direct", "within-rules", "answer"),
        notes=("conduct",),
    ),
)
"""Every kind, in the order in which they are named."""
NAMES: Final[tuple[LetterKind, ...]] = get_args(LetterKind)


def kind_of(name: str) -> Kind | None:
    """Return a kind of letter by its name, None for what is no kind."""
    return next((one for one in KINDS if one.name == name), None)
