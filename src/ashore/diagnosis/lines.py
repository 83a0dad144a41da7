"""What was owed at earlier days, debt by debt: what is known, carried to other days by the payments and the rate.

Between what is known a balance moves by its payments and by a simple interest of the contract's rate, month by month.
It is an estimate, said with its doubt; to the fen is only what a statement says.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate, pairwise
from typing import Final

from ashore.dates import days_between, month_of, months_from
from ashore.diagnosis.asked import Asked, OwedOn
from ashore.diagnosis.category_rules import plain
from ashore.diagnosis.ranges import Range, rounded
from ashore.diagnosis.roles import Sorted
from ashore.household.model import Debt
from ashore.household.position import owed_fen
from ashore.household.product import BoughtOn
from ashore.household.transactions import Transaction
from ashore.loans.terms import Terms
from ashore.money import share_out

DAYS: Final = 365
BANK_DAYS: Final = 360
NEAR: Final = timedelta(days=27)
"""A balance known within four weeks of a day is as good as known on it: the payments between are seen."""
RATE_DOUBT: Final = (1, 8)
"""How much of the interest between a known balance and another day may be wrong: rates change, days count."""
WORD_LEN_MIN: Final = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A debt with the payments that belong to it and what is known of its balance, both by day.

    `debt` is the file's id, `""` for what the payments show of debts that the file no longer has, or never had.
    `sums_fen` are what all payments up to and on each of `days` added, interest apart; `lent_fen` what loans and
    purchases among them added.  `is_revolving`: it costs nothing while each bill is paid in full.
    """

    debt: str
    per_day: Fraction
    days: tuple[date, ...]
    sums_fen: tuple[int, ...]
    lent_fen: tuple[int, ...]
    known: tuple[OwedOn, ...]
    is_revolving: bool = False

    def owed(self, days: Sequence[date]) -> tuple[Range, ...]:
        """Return what was owed at the end of each of some days in their order, carried there from what is known.

        Between two known days the difference that payments and the rate leave is spread evenly over the days.
        """
        found: list[Range] = []
        first, last = self.known[0], self.known[-1]
        before = [day for day in days if day < first.on]
        found += reversed([self._doubted(*one, first.on) for one in self._walk(first, before[::-1])])
        for here, there in pairwise(self.known):
            *inside, (_, carried, _) = self._walk(here, [*_inside(days, here.on, there.on), there.on])
            length = days_between(here.on, there.on)
            for day, fen, _ in inside:
                even = fen + (there.fen - carried) * days_between(here.on, day) // length
                found.append(Range.around(max(0, even), even if self.is_known(day) else fen))
        after = [day for day in days if day >= last.on]
        return (*found, *(self._doubted(*one, last.on) for one in self._walk(last, after)))

    def is_known(self, day: date) -> bool:
        """Return whether the balance is known within a month of a day."""
        return any(abs(one.on - day) <= NEAR for one in self.known)

    def moved_fen(self, since: date, until: date) -> int:
        """Return what the payments after `since` up to and on `until` added, interest apart."""
        return _until(self.days, self.sums_fen, until) - _until(self.days, self.sums_fen, since)

    def borrowed_fen(self, since: date, until: date) -> int:
        """Return what loans and purchases after `since` up to and on `until` added."""
        return _until(self.days, self.lent_fen, until) - _until(self.days, self.lent_fen, since)

    def part(self, share: Fraction) -> "Line":
        """Return the line with this share of every payment."""
        sums, lent = (tuple(rounded(one * share) for one in each) for each in (self.sums_fen, self.lent_fen))
        return replace(self, sums_fen=sums, lent_fen=lent)

    def _walk(self, known: OwedOn, days: Iterable[date]) -> Iterator[tuple[date, int, int]]:
        """Yield some days, going away from a known one, with the balance and the interest between, in fen.

        Of a month's payments half a month's interest; the balance before is solved for from the one after.
        """
        fen, interest, here = known.fen, 0, known.on
        for day in days:
            for there in _steps(here, day):
                low, high = min(here, there), max(here, there)
                moved, share = self.moved_fen(low, high), self.per_day * days_between(low, high)
                before = Fraction(fen) if there > here else (fen - moved * (1 + share / 2)) / (1 + share)
                before = max(before, Fraction(0))
                added = max(before + Fraction(moved, 2), Fraction(0)) * share
                fen = max(0, rounded(before + moved + added if there > here else before))
                interest, here = interest + rounded(added), there
            yield (day, fen, interest)

    def _doubted(self, day: date, fen: int, interest: int, known: date) -> Range:
        """Return a balance with the doubt of the interest between its day and a known one further away than a month.

        Of a card all of it is in doubt: whether its bills were paid in full, nobody has said.
        """
        far = abs(days_between(known, day)) > NEAR.days
        doubt = interest * RATE_DOUBT[0] // RATE_DOUBT[1] if far else 0
        free = interest if far and self.is_revolving else doubt
        down, up = (doubt, free) if day < known else (free, doubt)
        return Range(max(0, fen), max(0, fen - down), max(0, fen + up))


def _until(days: Sequence[date], sums: Sequence[int], day: date) -> int:
    place = bisect_right(days, day)
    return sums[place - 1] if place else 0


def _inside(days: Sequence[date], since: date, until: date) -> list[date]:
    return [day for day in days if since <= day < until]


def line_with(
    debt: str,
    per_day: Fraction,
    moves: Iterable[tuple[date, int]],
    known: Iterable[OwedOn],
    *,
    is_revolving: bool = False,
) -> Line:
    """Return a line of a debt; `moves` are days with what a payment added (below zero: repaid), in any order.

    Of several sums for one day the last counts.
    """
    by_day: Counter[date] = Counter()
    lent: Counter[date] = Counter()
    for on, fen in moves:
        by_day[on] += fen
        lent[on] += max(0, fen)
    days = tuple(sorted(by_day))
    sums, lent_sums = (tuple(accumulate(each[day] for day in days)) for each in (by_day, lent))
    last = {one.on: one for one in known}
    return Line(debt, per_day, days, sums, lent_sums, tuple(last[on] for on in sorted(last)), is_revolving)


def _steps(start: date, end: date) -> Iterable[date]:
    """Yield the month ends between two days in the direction from the first to the second, and the second."""
    if start == end:
        return
    low, high = min(start, end), max(start, end)
    first = month_of(low)
    ends = [one.last for one in months_from(first, month_of(high).minus(first) + 1)]
    between = [one for one in ends if low < one < high]
    yield from between if end > start else reversed(between)
    yield end


def lines_of(asked: Asked, rows: Sequence[Sorted]) -> tuple[Line, ...]:
    """Return a line for each debt of the file, in its order, and a last one for payments that belong to none of them.

    A payment belongs to the debt whose name or lender it names (the longest word decides), else to one of the
    product it was bought on.  One that fits several alike is shared out among them by what is owed on each today: their
    sum is the same whichever it was for (`alike_of` tells of it).  What belongs to none is of debts since paid off:
    nothing is owed on them today.
    """
    home = asked.household
    owed = {debt.id: owed_fen(debt, home.as_of) for debt in home.debts}
    moves: dict[str, list[tuple[date, int]]] = {debt.id: [] for debt in home.debts} | {"": []}
    for one, fitting in zip(rows, _fitting(rows, asked), strict=True):
        for debt, fen in _shared(one.lent_fen, fitting or ("",), owed) if one.lent_fen else ():
            moves[debt].append((one.row.day, fen))
    found = [_line(asked, debt, moves[debt.id]) for debt in home.debts]
    if moves[""]:
        owing = sum(line.known[-1].fen for line in found)
        weighted = sum((line.per_day * line.known[-1].fen for line in found), Fraction(0))
        per_day = weighted / owing if owing else Fraction(0)
        found.append(line_with("", per_day, moves[""], _known_of_others(asked, moves[""])))
    return tuple(found)


def _known_of_others(asked: Asked, moves: Sequence[tuple[date, int]]) -> tuple[OwedOn, ...]:
    """Return what is known of debts that the file does not have: paid off by today, or begun within the ledger."""
    if sum(fen for _, fen in moves) <= 0:
        return (OwedOn("", asked.household.as_of, 0),)
    return (OwedOn("", min(on for on, _ in moves) - timedelta(days=1), 0),)


def _line(asked: Asked, debt: Debt, moves: Iterable[tuple[date, int]]) -> Line:
    as_of = asked.household.as_of
    known = [one for one in asked.owed if one.debt == debt.id and one.on < as_of]
    if debt.start:
        known.append(OwedOn(debt.id, debt.start - timedelta(days=1), 0))
    known.append(OwedOn(debt.id, as_of, owed_fen(debt, as_of)))
    per_day = _per_day(debt.terms)
    if debt.balance_fen and debt.terms.original_fen:
        fee = debt.terms.fee_per_period * debt.terms.original_fen / debt.balance_fen
        per_day += fee * 12 / DAYS
    return line_with(debt.id, per_day, moves, known, is_revolving=debt.terms.method == "revolving")


def _per_day(terms: Terms) -> Fraction:
    """Return what a day costs, as a fraction of the balance: a rate for a day as it is, else by the contract's year."""
    if terms.rate.per == "day":
        return Fraction(terms.rate.value)
    return terms.rate.per_year() / (
        BANK_DAYS if terms.accrual == "daily" and "360" in terms.day_count else DAYS
    )


def debts_of(rows: Sequence[Sorted], asked: Asked) -> tuple[str, ...]:
    """Return the id of the debt that each payment belongs to, `""` for none.

    Of several that it fits alike the first: only whose cost a rolled loan is weighed with hangs on it.
    """
    return tuple(fitting[0] if fitting else "" for fitting in _fitting(rows, asked))


@dataclass(frozen=True, slots=True)
class Alike:
    """Debts, by their ids, that payments fit alike: how many payments, and what they moved together, in fen."""

    debts: tuple[str, ...]
    count: int
    fen: int


def alike_of(rows: Sequence[Sorted], asked: Asked) -> tuple[Alike, ...]:
    """Return the debts that nobody can tell apart by what payments name, with these payments; never guessed."""
    counts: Counter[tuple[str, ...]] = Counter()
    sums: Counter[tuple[str, ...]] = Counter()
    for one, fitting in zip(rows, _fitting(rows, asked), strict=True):
        if len(fitting) > 1:
            counts[fitting] += 1
            sums[fitting] += abs(one.lent_fen)
    return tuple(Alike(debts, count, sums[debts]) for debts, count in counts.items())


def _fitting(rows: Sequence[Sorted], asked: Asked) -> list[tuple[str, ...]]:
    """Return the ids of the debts that each payment fits, all of them alike; none for what moves no debt."""
    names = {debt.id: _words(debt) for debt in asked.household.debts}
    return [_belongs(one, names, asked.bought_on) if one.lent_fen else () for one in rows]


def _shared(fen: int, debts: tuple[str, ...], owed: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Yield each debt with its part of a payment, by what is owed on it; nothing of the payment is lost."""
    if len(debts) == 1:
        yield debts[0], fen
        return
    weights = tuple(owed[debt] for debt in debts)
    parts = share_out(abs(fen), weights if any(weights) else (1,) * len(debts))
    sign = 1 if fen > 0 else -1
    yield from ((debt, sign * part) for debt, part in zip(debts, parts, strict=True) if part)


def _words(debt: Debt) -> tuple[str, ...]:
    """Return what a payment may call a debt, as plain text."""
    found = {plain(one) for one in (debt.name, debt.creditor)}
    return tuple(sorted(one for one in found if len(one) >= WORD_LEN_MIN))


def _belongs(
    one: Sorted, names: Mapping[str, tuple[str, ...]], bought_on: Mapping[str, BoughtOn]
) -> tuple[str, ...]:
    """Return the ids of the debts that a payment fits, all alike and in the file's order, as `names` are."""
    row = one.row
    if row.credit:
        on = tuple(debt for debt in names if bought_on.get(debt) == row.credit)
        return _named(f"{row.method} {row.account}", names) or on or _named(_words_of(row), names)
    return _named(f"{row.account} {_words_of(row)}" if row.way == "in" else _words_of(row), names)


def _words_of(row: Transaction) -> str:
    """Return what a payment says of the other side.

    Its method is the account that it was paid from, and so is its account, but of a card's own row of what came in.
    """
    return f"{row.counterparty} {row.text} {row.said_category}"


def _named(words_of_row: str, names: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the ids of the debts of which some words hold the longest name, in the file's order; none for no name."""
    text = plain(words_of_row)
    named = [(len(word), debt) for debt, words in names.items() for word in words if word in text]
    longest = max((size for size, _ in named), default=0)
    return tuple(dict.fromkeys(debt for size, debt in named if size == longest))
