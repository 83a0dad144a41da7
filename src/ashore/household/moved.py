"""A household on a later day: its debts as they became, the money that is there; nothing of what money was spent on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final, cast

from ashore.household.advance import Moved
from ashore.household.file.plain import is_table
from ashore.household.model import Debt, Household, Stage
from ashore.loans.terms import Arrears
from ashore.money import fen_from_yuan

PARTS: Final = ("principal", "interest", "penalty", "compound", "damages", "fees")


def moved_household(household: Household, to: date, moved: Sequence[Moved], cash_fen: int) -> Household:
    """Return the household at the end of `to`, after `advance`, with `cash_fen` at hand; the shop's stock money stays.

    Debts keep their order.  What was typed about single days stays: only what comes after `to` counts anyway.
    """
    by_id = {one.debt: one for one in moved}
    debts = tuple(moved_debt(debt, by_id[debt.id]) if debt.id in by_id else debt for debt in household.debts)
    return replace(household, as_of=to, cash_fen=cash_fen, debts=debts)


def moved_debt(debt: Debt, moved: Moved) -> Debt:
    """Return a debt with the keys that changed."""
    values = moved.values
    if "balance" in values:
        debt = replace(debt, balance_fen=_fen(values["balance"]))
    if "periods_left" in values:
        debt = replace(debt, periods_left=cast(int, values["periods_left"]))
    if "payment" in values:
        debt = replace(debt, terms=replace(debt.terms, payment_fen=_fen(values["payment"])))
    if "arrears" in values:
        debt = replace(debt, arrears=_arrears(values["arrears"]), arrears_typed=True, arrears_total_fen=None)
    if "stage" in values:
        debt = replace(debt, stage=cast(Stage, values["stage"]))
    if "last_payment" in values:
        debt = replace(debt, last_payment=cast(date, values["last_payment"]))
    return replace(debt, concessions=(), reached=()) if moved.closed else debt


def _arrears(value: object) -> Arrears | None:
    if not is_table(value):
        return None
    table: Mapping[str, object] = value
    principal, interest, penalty, compound, damages, fees = (_fen(table[part]) for part in PARTS)
    return Arrears(cast(date, table["since"]), principal, interest, penalty, compound, damages, fees)


def _fen(value: object) -> int:
    return fen_from_yuan(Decimal(str(value)))
