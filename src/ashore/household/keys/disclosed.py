"""The keys of a lender's disclosure table (`disclosure`), and what they say for the debt where nothing else does."""

from collections.abc import Mapping
from typing import Final

from ashore.household.file.log import At
from ashore.household.keys.contract import METHODS
from ashore.household.keys.kinds import Text, Word
from ashore.household.keys.rates import PenaltyKind, RateKind, Share
from ashore.household.keys.scalars import Amount, Day, Whole
from ashore.household.keys.tables import Entries, Key, Present, Table, Values
from ashore.loans.disclosed import WHENS, Contingent, DisclosedItem, Disclosure

PERIODS_MAX: Final = 600
ITEM: Final = Table(
    (
        Key("name", Text(filled=True), required=True),
        Key("amount", Amount(), "amount_fen", required=True),
        Key("when", Word(WHENS), required=True),
        Key("payer", Text()),
        Key("payee", Text()),
        Key("standard", Text()),
    ),
    DisclosedItem,
)
CONTINGENT: Final = Table(
    (Key("name", Text(filled=True), required=True), Key("standard", Text())), Contingent
)


def _check(values: Values, typed: Present, at: At) -> None:
    """Report a table that does not say what is lent; an empty one counts as none and never comes here."""
    if "principal_fen" not in typed:
        at.stop("key-missing", missing="principal")


DISCLOSURE: Final = Table(
    (
        Key("principal", Amount(), "principal_fen"),
        Key("on", Day()),
        Key("received", Amount(), "received_fen"),
        Key("periods", Whole(1, PERIODS_MAX)),
        Key("first_due", Day()),
        Key("payment", Amount(), "payment_fen"),
        Key("yearly", RateKind()),
        Key("rate", RateKind()),
        Key("method", METHODS),
        Key("penalty", PenaltyKind()),
        Key("fee_per_period", Share()),
        Key("items", Entries(ITEM)),
        Key("contingent", Entries(CONTINGENT)),
    ),
    Disclosure,
    check=_check,
)


def disclosed_values(disclosure: object) -> Mapping[str, object]:
    """Return what a disclosure table says of a debt, by target: its terms, what was lent and when; nothing for none."""
    if not isinstance(disclosure, Disclosure):
        return {}
    values: dict[str, object] = {
        "terms.rate": disclosure.rate,
        "terms.method": disclosure.method,
        "terms.penalty": disclosure.penalty,
        "terms.fee_per_period": disclosure.fee_per_period,
        "terms.original_fen": disclosure.principal_fen,
        "start": disclosure.on,
    }
    return {target: value for target, value in values.items() if value is not None}


def is_disclosed(target: str, value: object, disclosure: object) -> bool:
    """Return whether a value is what the disclosure table says, so that it need not stand on the debt again."""
    return disclosed_values(disclosure).get(target) == value
