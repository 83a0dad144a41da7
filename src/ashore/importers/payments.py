"""A list of what arrived and what was paid, as dated flows: what a true yearly rate needs and nothing more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from ashore.errors import Finding, Place
from ashore.household.file.plain import cut
from ashore.household.file.wording import amount_from_text, day_from_text, tidy
from ashore.importers.cells import Line, sheets_of
from ashore.importers.statement.columns import KIND_OF, Column, columns_of, heading_of
from ashore.loans.yearly.flows import Flow
from ashore.money import fen_from_yuan

SIGNS: Final = {"lent": 1, "received": 1, "payment": -1, "early": -1, "fee": -1}
RECEIVED: Final = frozenset({"到账", "实际到账", "到手", "收到", "received"})
WAYS: Final[Mapping[Column, int]] = {"amount": 0, "paid": -1}
"""The columns that may hold a flow, with its sign; 0: as it is written."""


@dataclass(frozen=True, slots=True)
class PaymentsReading:
    """Flows as read (received positive, paid negative), empty when a finding stops them."""

    flows: tuple[Flow, ...]
    findings: tuple[Finding, ...]


def read_payments(data: bytes) -> PaymentsReading:
    """Return the flows of a list: one day and one amount in each line; anything else stops, with its line.

    What is paid has a minus sign, or stands under a heading or beside a word that says so (`实还金额`, `还款`).
    """
    sheet = sheets_of(data)[0]
    found = [one for one in sheet.findings if one.level == "stop"]
    signs: dict[int, int] | None = None
    flows: list[Flow] = []
    for place, line in enumerate(sheet.lines):
        if place == 0 and not any(day_from_text(_day(cell)) for cell in line.cells):
            signs = _signs(line) or None
            continue
        flow = _flow(line, signs)
        if flow is None:
            read = cut(" ".join(line.cells))
            found.append(Finding("cost-line-unclear", "stop", Place("", line.number), {"read": read}))
        else:
            flows.append(flow)
    if not flows and not found:
        found.append(Finding("cost-payments-none", "stop", Place("")))
    return PaymentsReading(() if found else tuple(flows), tuple(found))


def _signs(line: Line) -> dict[int, int]:
    """Return the columns of a heading that hold flows, with their sign (0: as written)."""
    columns = columns_of(line.cells)
    found = {place: WAYS[column] for place, column in columns.items() if column in WAYS}
    words = enumerate(heading_of(cell) for cell in line.cells)
    return found | {place: 1 for place, word in words if word in RECEIVED}


def _day(cell: str) -> str:
    return tidy(cell).split(" ")[0]


def _flow(line: Line, signs: dict[int, int] | None) -> Flow | None:
    """Return the one flow of a line; None where it is not one day and one amount whose way is certain."""
    days = [day for cell in line.cells if (day := day_from_text(_day(cell)))]
    ways = {SIGNS[kind] for cell in line.cells if (kind := KIND_OF.get(heading_of(cell), "")) in SIGNS}
    amounts = [
        (fen, 0 if signs is None else signs[place])
        for place, cell in enumerate(line.cells)
        if (signs is None or place in signs)
        and day_from_text(_day(cell)) is None
        and (fen := _fen(cell)) is not None
    ]
    words = signs is None and any(_is_word(cell) for cell in line.cells)
    if len(set(days)) != 1 or len(amounts) != 1 or len(ways) > 1 or (words and not ways):
        return None
    (fen, sign), way = amounts[0], next(iter(ways), 0)
    sign = sign or way
    if sign and fen < 0 and sign > 0:
        return None
    return Flow(_only(days), sign * abs(fen) if sign else fen)


def _only(days: list[date]) -> date:
    return days[0]


def _is_word(cell: str) -> bool:
    """Return whether a cell is neither a day nor an amount: it may say which way the money went."""
    return bool(cell) and day_from_text(_day(cell)) is None and _fen(cell) is None


def _fen(cell: str) -> int | None:
    """Return an amount in fen; None for anything else, an amount finer than a fen among it."""
    amount = amount_from_text(cell)
    try:
        return None if amount is None else fen_from_yuan(amount)
    except ValueError:
        return None
