"""The keys of a concession (what a creditor gives or could be asked) and of an event on a debt."""

from collections.abc import Callable
from operator import attrgetter
from typing import Final

from ashore.household.file.log import At
from ashore.household.keys.contract import METHODS
from ashore.household.keys.kinds import ALL, All, AllOr, Many, Text, Word
from ashore.household.keys.rates import RateKind, Share
from ashore.household.keys.scalars import Amount, Day, Whole
from ashore.household.keys.tables import Key, Present, Table, Values, Variants, build
from ashore.loans.concessions import CANNOT_SPREAD
from ashore.loans.terms import PARTS, Concession, ConcessionKind, Event, EventKind, Part

STATUSES: Final = ("offered", "agreed-verbal", "agreed-written", "to-ask", "refused")
OPEN: Final = ("offered", "agreed-verbal")
COMMON: Final = (
    Key("status", Word(STATUSES), required=True),
    Key("until", Day()),
    Key("upfront", Amount(), "upfront_fen"),
    Key("fee", Amount(), "fee_fen"),
    Key("covers", Many(Text())),
    Key("proof", Word(("none", "chat", "recording", "signed"))),
    Key("reported_as", Text()),
)
SPREADING: Final = Word(
    tuple(word for word in METHODS.words if word not in CANNOT_SPREAD),
    {said: word for said, word in (METHODS.also or {}).items() if word not in CANNOT_SPREAD},
)
"""Methods by which what is left can be spread over new instalments."""
KEEP_OR_MERGE: Final = Key("arrears", Word(("keep", "merge")))
WAIVABLE: Final[dict[str, Part]] = {
    "penalty": "penalty",
    "fees": "fee",
    "interest": "interest",
    "principal": "principal",
}
DEFER: Final = (
    Key("months", Whole(1, 120), required=True),
    Key("interest", Word(("accrue", "add", "pay", "waive"))),
    KEEP_OR_MERGE,
)
EXTEND: Final = (
    Key("months", Whole(1, 600)),
    Key("method", SPREADING),
    Key("rate", RateKind()),
    Key("payment", Amount(), "payment_fen"),
    KEEP_OR_MERGE,
)
RATE: Final = (Key("rate", RateKind(), required=True), KEEP_OR_MERGE)
SETTLE: Final = (
    Key("amount", Amount(), "settle_fen"),
    Key("percent", Share(), "settle_share"),
    Key("instalments", Whole(1, 120)),
)


def _waived(part: Part) -> Callable[[object], object]:
    def get(concession: object) -> object:
        assert isinstance(concession, Concession)
        waives = dict(concession.waives)
        return None if part not in waives else ALL if waives[part] is None else waives[part]

    return get


WAIVE: Final = (
    *(Key(name, AllOr(Amount()), f"waive_{part}", get=_waived(part)) for name, part in WAIVABLE.items()),
    Key("if_paid_by", Day()),
)


def check_common(values: Values, typed: Present, at: At) -> None:
    """Note an open concession without its last day."""
    if values.get("status") in OPEN and "until" not in typed:
        at.note("concession-without-until")


def check_extend(values: Values, typed: Present, at: At) -> None:
    """Report an extension that gives neither the instalments left nor what each is."""
    check_common(values, typed, at)
    if "months" not in typed and "payment_fen" not in typed:
        at.stop("extend-without-months")


def check_settle(values: Values, typed: Present, at: At) -> None:
    """Report a settlement without its sum or without the day by which it must be paid."""
    if ("settle_fen" in typed) == ("settle_share" in typed):
        at.stop("settle-without-sum" if "settle_fen" not in typed else "settle-two-sums")
    if values.get("status") in (*OPEN, "agreed-written") and "until" not in typed:
        at.stop("settle-without-until")


def check_waive(values: Values, typed: Present, at: At) -> None:
    """Report a waiver that names no part."""
    check_common(values, typed, at)
    if not any(name.startswith("waive_") for name in typed):
        at.stop("waive-without-part")


def _concession(kind: ConcessionKind) -> Callable[..., Concession]:
    def make(**values: object) -> Concession:
        waives = tuple(
            (part, None if isinstance(fen, All) else fen)
            for part in WAIVABLE.values()
            if (fen := values.pop(f"waive_{part}", None)) is not None
        )
        return build(Concession, {"kind": kind, "waives": waives, **values})

    return make


CONCESSION: Final = Variants(
    "kind",
    {
        "defer": Table((*COMMON, *DEFER), _concession("defer"), check=check_common, like=Concession),
        "extend": Table((*COMMON, *EXTEND), _concession("extend"), check=check_extend, like=Concession),
        "rate": Table((*COMMON, *RATE), _concession("rate"), check=check_common, like=Concession),
        "waive": Table((*COMMON, *WAIVE), _concession("waive"), check=check_waive, like=Concession),
        "settle": Table((*COMMON, *SETTLE), _concession("settle"), check=check_settle, like=Concession),
    },
    attrgetter("kind"),
)


def _event(kind: EventKind, *keys: Key) -> Table[object]:
    def make(**values: object) -> Event:
        return build(Event, {"kind": kind, **values})

    return Table((Key("on", Day(), required=True), *keys), make, like=Event)


AMOUNT: Final = Key("amount", Amount(), "amount_fen", required=True)
EVENT: Final = Variants(
    "kind",
    {
        "payment": _event("payment", AMOUNT),
        "charge": _event("charge", AMOUNT),
        "rate": _event("rate", Key("rate", RateKind(), required=True)),
        "statement": _event("statement", AMOUNT),
        "accelerate": _event("accelerate"),
        "waive": _event("waive", Key("amount", Amount(), "amount_fen"), Key("parts", Many(Word(PARTS)))),
        "agree": _event("agree", Key("concession", CONCESSION, required=True)),
        "close": _event("close"),
    },
    attrgetter("kind"),
)
