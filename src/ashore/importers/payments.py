"""A list of what arrived and what was paid, as dated flows: what a true yearly rate needs and nothing more."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ashore.errors import Finding, Place
from ashore.household.file.plain import cut
from ashore.household.file.wording import amount_from_text, day_from_text, tidy
from ashore.importers.statement.cells import Line, sheets_of
from ashore.importers.statement.columns import KIND_OF, heading_of
from ashore.loans.yearly.flows import Flow
from ashore.money import fen_from_yuan

SIGNS: Final = {"lent": 1, "received": 1, "payment": -1, "fee": -1}
RECEIVED: Final = frozenset({"到账", "实际到账", "到手", "收到", "received"})
PAID: Final = frozenset({"实还金额", "已还金额", "还款金额", "还款", "付出", "还出", "paid", "payment"})


@dataclass(frozen=True, slots=True)
class PaymentsReading:
    """Flows as read (received positive, paid negative), empty when a finding stops them."""

    flows: tuple[Flow, ...]
    findings: tuple[Finding, ...]


def read_payments(data: bytes) -> PaymentsReading:
    """Return the flows of a list: a day and an amount in each line.

    What is paid has a minus sign, or stands under a heading or beside a word that says so (`实还金额`, `还款`).
    """
    sheet = sheets_of(data)[0]
    found = list(sheet.findings)
    signs: dict[int, int] = {}
    flows: list[Flow] = []
    for line in sheet.lines:
        if any(day_from_text(_day(cell)) for cell in line.cells):
            flows += _flows(line, signs, found)
        else:
            signs = _signs(line) or signs
    if not flows and not any(one.level == "stop" for one in found):
        found.append(Finding("cost-payments-none", "stop", Place("")))
    stopped = any(one.level == "stop" for one in found)
    return PaymentsReading(() if stopped else tuple(flows), tuple(found))


def _signs(line: Line) -> dict[int, int]:
    """Return the columns of a heading that say which way money goes; none where it says nothing."""
    words = [heading_of(cell) for cell in line.cells]
    return {
        place: 1 if word in RECEIVED else -1 for place, word in enumerate(words) if word in RECEIVED | PAID
    }


def _day(cell: str) -> str:
    return tidy(cell).split(" ")[0]


def _flows(line: Line, signs: dict[int, int], found: list[Finding]) -> Iterator[Flow]:
    cells = list(enumerate(line.cells))
    day = next(day for _, cell in cells if (day := day_from_text(_day(cell))))
    kinds = [KIND_OF.get(heading_of(cell), "") for _, cell in cells]
    way = next((SIGNS[kind] for kind in kinds if kind in SIGNS), 0)
    for place, cell in cells:
        if day_from_text(_day(cell)) is None and (fen := _fen(cell, line.number, found)):
            sign = signs.get(place, way)
            yield Flow(day, sign * abs(fen) if sign else fen)


def _fen(cell: str, line: int, found: list[Finding]) -> int | None:
    """Return an amount in fen; None for words; an amount finer than a fen is a finding."""
    amount = amount_from_text(cell)
    if amount is None:
        return None
    try:
        return fen_from_yuan(amount)
    except ValueError:
        found.append(Finding("statement-amount-finer", "stop", Place("", line), {"read": cut(cell)}))
        return None
