"""What past months took, by category: whole months only, with what came back taken off the month of its purchase.

It is read from a ledger and stays beside the plan: no plan and no paper is made of it (practice H1).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ashore.dates import Month, month_of, months_from
from ashore.diagnosis.asked import Seen
from ashore.diagnosis.categories import own_fee_fen, spent_fen, went_to_people
from ashore.diagnosis.category_rules import FEES, SHOP_CATEGORIES
from ashore.household.transactions import Transaction
from ashore.money import round_half_up

YEAR: Final = 12
DAY: Final = timedelta(days=1)
ByMonth = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """The last whole months of a ledger, a year at most, with what each took by category, in fen.

    `home` and `shop` hold a sum for each of `months`, below zero where more came back than was spent; `""` is what
    nobody has said.  `people` went to people for nobody knows what, `takings` came in for the shop.
    """

    months: tuple[Month, ...]
    home: Mapping[str, ByMonth]
    shop: Mapping[str, ByMonth]
    people: ByMonth
    takings: ByMonth


def past_of(ledger: Sequence[Transaction], months: Sequence[Month]) -> Past:
    """Return what the months took; the ledger has its categories.  The order of its rows does not matter."""
    places = {month: place for place, month in enumerate(months)}
    bought = {(row.source, row.order): row for row in ledger if row.kind == "spending" and row.order}
    home: dict[str, list[int]] = defaultdict(lambda: [0] * len(places))
    shop: dict[str, list[int]] = defaultdict(lambda: [0] * len(places))
    people, takings = [0] * len(places), [0] * len(places)
    for row in ledger:
        source = bought.get((row.source, row.refund_of), row) if row.kind == "refund" else row
        place = places.get(month_of(source.day))
        if place is None:
            continue
        if went_to_people(row):
            people[place] += row.amount_fen
        elif row.kind == "income" and is_takings(row):
            takings[place] += row.amount_fen
        elif fen := spent_fen(row):
            (shop if is_shop(row) else home)[row.category][place] += fen
        elif fee := own_fee_fen(row):
            home[FEES][place] += fee
    return Past(tuple(months), _kept(home), _kept(shop), tuple(people), tuple(takings))


def is_shop(row: Transaction) -> bool:
    """Return whether money went out for the shop."""
    return row.business is True or row.category in SHOP_CATEGORIES


def is_takings(row: Transaction) -> bool:
    """Return whether money came in for the shop."""
    return row.business is True or (row.business is None and row.nature == "takings")


def _kept(sums: Mapping[str, list[int]]) -> dict[str, ByMonth]:
    return {code: tuple(fen) for code, fen in sorted(sums.items()) if any(fen)}


def whole_months(
    ledger: Sequence[Transaction], seen: Sequence[Seen], until: date, most: int = YEAR
) -> tuple[Month, ...]:
    """Return the last months, in order and without a gap, that every source covers from first day to last, to `until`.

    `seen`: the days that exports say they cover; of a source without any it is from its first row to its last.
    """
    spans = _spans(ledger, seen)
    if not spans:
        return ()
    last = month_of(until if until == month_of(until).last else month_of(until).first - DAY)
    found: list[Month] = []
    while len(found) < most and all(_covers(of_source, last) for of_source in spans.values()):
        found.append(last)
        last = last.plus(-1)
    if found or not any(span[0] < last.first for of_source in spans.values() for span in of_source):
        return tuple(reversed(found))
    return whole_months(ledger, seen, last.first - DAY, most)


def _spans(ledger: Sequence[Transaction], seen: Sequence[Seen]) -> Mapping[str, list[tuple[date, date]]]:
    """Return the days that each source covers, what touches joined."""
    days: dict[str, list[date]] = defaultdict(list)
    for row in ledger:
        days[row.source].append(row.day)
    spans: dict[str, list[tuple[date, date]]] = defaultdict(list)
    for one in seen:
        spans[one.source].append((one.since, one.until))
    for source, of_source in days.items():
        if source not in spans:
            spans[source].append((min(of_source), max(of_source)))
    return {source: _joined(sorted(of_source)) for source, of_source in spans.items()}


def _joined(spans: Sequence[tuple[date, date]]) -> list[tuple[date, date]]:
    joined: list[tuple[date, date]] = []
    for since, until in spans:
        if joined and since <= joined[-1][1] + DAY:
            joined[-1] = (joined[-1][0], max(until, joined[-1][1]))
        else:
            joined.append((since, until))
    return joined


def _covers(spans: Sequence[tuple[date, date]], month: Month) -> bool:
    return any(since <= month.first and month.last <= until for since, until in spans)


def median_fen(sums: Sequence[int]) -> int:
    """Return the middle of some sums, never below zero; of two in the middle their half, rounded up at a half."""
    ranked = sorted(sums)
    if not ranked:
        return 0
    low, high = ranked[(len(ranked) - 1) // 2], ranked[len(ranked) // 2]
    return round_half_up(max(0, low + high), 2)


def months_after(day: date, count: int) -> tuple[Month, ...]:
    """Return the next whole months after a day."""
    return tuple(months_from(month_of(day).plus(1), count))
