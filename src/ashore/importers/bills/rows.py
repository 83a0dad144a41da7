"""The rows of an app's table, a column at a time: what can be read of each, and the payments that they make."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import compress, repeat
from operator import attrgetter, is_not
from typing import Final, Generic, TypeGuard, TypeVar

from ashore.household.transactions import Transaction
from ashore.importers.bills.at_once import each_once, fens_in, moments_in, orders_in
from ashore.importers.bills.form import Entry, LeftOut, Log, Moment, Table, Why, fen_of, moment_of
from ashore.importers.bills.words import Said, Way, credit_of, way_of
from ashore.importers.quickly import made

T = TypeVar("T")
W = TypeVar("W", bound=str)
FIELDS: Final = tuple(one.name for one in fields(Transaction))
ON_CREDIT: Final = frozenset({"spending", "refund"})


@dataclass(frozen=True, slots=True)
class Rows(Generic[W]):
    """Rows whose moment, amount and way are known; `table` holds just these, in the file's order."""

    table: Table
    moments: Sequence[Moment]
    fens: Sequence[int]
    ways: Sequence[W]

    def only(self, kept: Sequence[bool]) -> "Rows[W]":
        """Return the rows that are kept."""
        return Rows(
            self.table.only(kept),
            list(compress(self.moments, kept)),
            list(compress(self.fens, kept)),
            list(compress(self.ways, kept)),
        )


def rows_of(
    table: Table,
    moments: Sequence[Moment | None],
    fens: Sequence[int | None],
    ways: Sequence[W | None],
) -> Rows[W]:
    """Return the rows for which all three are known."""
    if is_whole(moments) and is_whole(fens) and is_whole(ways):
        return Rows(table, moments, fens, ways)
    known = [None not in row for row in zip(moments, fens, ways, strict=True)]
    return Rows(
        table.only(known),
        [one for one in compress(moments, known) if one is not None],
        [one for one in compress(fens, known) if one is not None],
        [one for one in compress(ways, known) if one is not None],
    )


def is_whole(found: Sequence[T | None]) -> TypeGuard[Sequence[T]]:
    """Return whether there is no None among what was found."""
    return all(map(is_not, found, repeat(None)))


def moments(table: Table, name: str, log: Log) -> list[Moment | None]:
    """Return every row's day and time; None, with a stop that names line and column, where it cannot be read."""
    found = moments_in(table.column(name), moment_of)
    stop_at(found, "bill-date-wrong", table, repeat(name), log)
    return found


def amounts(table: Table, name: str, log: Log) -> list[int | None]:
    """Return every row's fen, not negative; None, with a stop that names line and column, otherwise."""
    found = fens_in(table.column(name), not_negative)
    stop_at(found, "bill-amount-wrong", table, repeat(name), log)
    return found


def ways(table: Table, name: str, log: Log) -> list[Way | None]:
    """Return which way every row went, `neutral` where its cell says nothing; None, with a stop, for no known word."""
    found: list[Way | None] = each_once(lambda word: way_of(word or "/"), table.column(name))
    stop_at(found, "bill-direction-unknown", table, repeat(name), log)
    return found


def not_negative(cell: str) -> int | None:
    """Return the fen of a cell; None for an amount below zero and for anything else."""
    fen = fen_of(cell)
    return fen if fen is not None and fen >= 0 else None


def stop_at(found: Sequence[object], code: str, table: Table, names: Iterable[str], log: Log) -> None:
    """Keep a stop for every row of which None was found, with its line and the heading of its field."""
    if is_whole(found):
        return
    for number, name, one in zip(table.numbers, names, found, strict=False):
        if one is None:
            log.stop(code, number, column=table.heading(name))


def payments(
    rows: Rows[Way],
    said: Sequence[Said],
    source: str,
    *,
    given_back: Callable[[str], str] = lambda order: "",
    fees: Iterable[int] | None = None,
) -> list[Transaction]:
    """Return every row as a payment; `given_back` tells from a refund's number which order it gives back.

    What is said to be a fee is none where it is below zero or above the amount that it is a part of.
    """
    table = rows.table
    if not table.cells:
        return []
    days, clocks = zip(*rows.moments, strict=True)
    kinds, natures = zip(*said, strict=True)
    methods, orders = table.said("method"), orders_in(table.column("order"))
    bought_on = zip(each_once(credit_of, methods), kinds, strict=True)
    return made(
        Transaction, days, rows.fens, kinds, natures, clocks, table.said("counterparty"), table.said("text"),
        table.said("category"), repeat(""), repeat(None), methods,
        [credit if kind in ON_CREDIT else "" for credit, kind in bought_on],
        repeat(0) if fees is None else map(_part, fees, rows.fens), orders, orders_in(table.column("merchant_order")),
        [given_back(order) if kind == "refund" else "" for order, kind in zip(orders, kinds, strict=True)],
        repeat(""), repeat(source), repeat(table.file), table.numbers, table.raws(), repeat(""),
    )  # fmt: skip


def _part(fee: int, fen: int) -> int:
    return fee if 0 <= fee <= fen else 0


def entries_of(payments: Sequence[Transaction], why: Sequence[Why | None], log: Log) -> list[Entry]:
    """Return the payments, and what is none in its place; those that nobody can tell are noted."""
    entries: list[Entry] = []
    for one, reason in zip(payments, why, strict=True):
        if reason:
            entries.append(LeftOut(one.row, reason, one.amount_fen, one.raw))
            continue
        if one.nature == "unclear" and one.kind == "transfer":
            log.note("bill-neutral-unclear", one.row)
        entries.append(one)
    return entries


def stated_refunds(bought: Sequence[Transaction], fens: Iterable[int]) -> list[Transaction]:
    """Return the refunds that the rows of purchases state, on each purchase's day: no other is said."""
    columns: dict[str, Iterable[object]] = {name: map(attrgetter(name), bought) for name in FIELDS}
    columns |= {
        "amount_fen": fens,
        "kind": repeat("refund"),
        "nature": repeat("refund"),
        "fee_fen": repeat(0),
    }
    columns["refund_of"] = map(attrgetter("order"), bought)
    return made(Transaction, *columns.values())
