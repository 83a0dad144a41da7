"""A case's `events` as the product's events, in whatever order they are listed."""

from typing import Final, Literal, get_args

from ashore.loans.terms import (
    PARTS,
    Concession,
    ConcessionKind,
    Deferral,
    Event,
    EventKind,
    Method,
    Part,
)
from conforming.overdue_contract import METHODS, PERIODS_MOST
from conforming.reading import At, BadCase, Table

KINDS: Final[tuple[EventKind, ...]] = ("payment", "charge", "rate", "waive", "accelerate", "agree")
CONCESSIONS: Final[tuple[ConcessionKind, ...]] = get_args(ConcessionKind)
DEFERRALS: Final[tuple[Deferral, ...]] = get_args(Deferral)
INSTEAD: Final[tuple[Literal["keep", "merge"], ...]] = ("keep", "merge")
WAIVED: Final[tuple[tuple[str, Part], ...]] = (
    ("penalty", "penalty"),
    ("fees", "fee"),
    ("interest", "interest"),
)
# What an event of a kind says besides its day; a key of another kind would be passed over without a word.
NEEDED: Final[dict[EventKind, tuple[str, ...]]] = {
    "payment": ("amount",),
    "charge": ("amount",),
    "rate": ("rate",),
    "waive": ("parts",),
    "agree": ("concession",),
    "accelerate": (),
}
COMMON: Final = {"on", "entered", "kind"}
AGREED: Final = {"kind", "status", "arrears"}
OF_CONCESSION: Final[dict[ConcessionKind, set[str]]] = {
    "defer": {"months", "interest"},
    "extend": {"months", "method", "rate", "payment"},
    "rate": {"rate", "until"},
    "waive": {"penalty", "fees", "interest"},
    "settle": {"amount", "percent", "until"},
}


def event_of(at: At) -> Event:
    """Return an event.  `entered` changes nothing: what happened counts from its day, whenever it is written down."""
    every = COMMON | {key for keys in NEEDED.values() for key in keys}
    kind: EventKind = at.table(every)["kind"].word(KINDS)
    words = at.table(COMMON | set(NEEDED[kind]) | ({"amount"} if kind == "waive" else set()))
    for key in NEEDED[kind]:
        _ = words[key]
    if entered := words.get("entered"):
        entered.day()
    if kind == "waive" and "amount" in words.values and len(list(words["parts"].items())) != 1:
        raise words["parts"].bad("one part, which an amount needs")
    amount, rate, parts, agreed = (words.get(key) for key in ("amount", "rate", "parts", "concession"))
    return Event(
        on=words["on"].day(),
        kind=kind,
        amount_fen=amount.amount_fen() if amount else None,
        rate=rate.rate() if rate else None,
        parts=tuple(one.word(PARTS[:3]) for one in parts.items()) if parts else (),
        concession=concession_of(agreed) if agreed else None,
    )


def concession_of(at: At) -> Concession:
    """Return what was agreed."""
    kind: ConcessionKind = at.table(AGREED | set[str]().union(*OF_CONCESSION.values()))["kind"].word(
        CONCESSIONS
    )
    words = at.table(AGREED | OF_CONCESSION[kind])
    words["status"].word(("agreed-written",))
    until, rate, payment, amount = (words.get(key) for key in ("until", "rate", "payment", "amount"))
    share, method, arrears = words.get("percent"), words.get("method"), words.get("arrears")
    if kind == "settle" and (amount is None) == (share is None):
        raise BadCase(f"{words.where}: a settlement has either an amount or a percent")
    if kind == "settle":
        _ = words["until"]
    if kind == "rate":
        _ = words["rate"]
    return Concession(
        kind=kind,
        status="agreed-written",
        until=until.day() if until else None,
        months=words["months"].whole(1, PERIODS_MOST) if kind in ("defer", "extend") else 0,
        method=_method(method) if method else None,
        rate=rate.rate() if rate else None,
        payment_fen=payment.amount_fen() if payment else None,
        interest=_deferral(words) if kind == "defer" else "accrue",
        waives=_waives(words) if kind == "waive" else (),
        settle_fen=amount.amount_fen() if amount else None,
        settle_share=share.share() if share else None,
        arrears=arrears.word(INSTEAD) if arrears else None,
    )


def _method(at: At) -> Method:
    return at.word(METHODS)


def _deferral(words: Table) -> Deferral:
    at = words.get("interest")
    return at.word(DEFERRALS) if at else "accrue"


def _waives(words: Table) -> tuple[tuple[Part, int | None], ...]:
    """Return what is written off; an amount of None is all of it."""
    found: list[tuple[At, Part]] = [(at, part) for key, part in WAIVED if (at := words.get(key))]
    return tuple((part, None if at.value == "all" else at.amount_fen()) for at, part in found)
