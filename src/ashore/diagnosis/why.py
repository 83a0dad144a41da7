"""Why the debt grew: its change within the months that payments show, as causes that add up to it.

It is for the person alone (practice H1): nothing here enters a household, a plan or a paper.  It never says what a
loan was used for; it says how spending, income and cost of debt make up the change.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from ashore.dates import Month, month_of
from ashore.diagnosis.asked import Asked
from ashore.diagnosis.costs import Costs, costs_of
from ashore.diagnosis.lines import Line, alike_of, debts_of, lines_of
from ashore.diagnosis.living import Living, living_of
from ashore.diagnosis.months import Window, window_of
from ashore.diagnosis.ranges import NOTHING, Range, unseen
from ashore.diagnosis.remedy import Remedy, cause_of, remedies_of, weigh
from ashore.diagnosis.roles import Role, Sorted, cash_fen, sort_rows
from ashore.diagnosis.shares import Cause, living_shares, once_rows, rest_of, shop_share
from ashore.diagnosis.usual import Fall, Sudden
from ashore.errors import Facts, Message
from ashore.household.model import Cause as HouseholdCause

MONTHS_MIN: Final = 3
"""Fewer months seen wholly say nothing of what is usual."""
NEAR: Final = timedelta(days=27)
OLD: Final = timedelta(days=92)
"""From a quarter on, a balance says nothing of an earlier day: the bills have to reach nearer to it."""
BEYOND_FEN: Final = 10_000
"""From ¥100 on it is asked where money went that no payment shows."""
LASTING: Final = 12
"""Income that has been below its earlier level for a year, and still is, will not come back by waiting."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A payment that shows a cause: where it stands in which file, its day and sum."""

    file: str
    row: int
    day: date
    fen: int


@dataclass(frozen=True, slots=True)
class Share:
    """A cause with its part of the change and the payments that show it, in order of their days."""

    cause: Cause
    part: Range
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """The answer.  `shares` are the causes, the largest first, what is not explained last; they add up to the change.

    `lacks` says what is missing: with `shares` empty, why there is no answer; else what would make it narrower.
    `owed_fen` is what was owed at the end of each of `months`, `moved` what loans repaid of other debts.
    """

    months: tuple[Month, ...] = ()
    aside: tuple[Month, ...] = ()
    since: date | None = None
    until: date | None = None
    start: Range = NOTHING
    end: Range = NOTHING
    change: Range = NOTHING
    owed_fen: tuple[int, ...] = ()
    shares: tuple[Share, ...] = ()
    falls: tuple[Fall, ...] = ()
    suddens: tuple[Sudden, ...] = ()
    moved: Range = NOTHING
    loans: tuple[Evidence, ...] = ()
    cause: HouseholdCause = "unknown"
    remedies: tuple[Remedy, ...] = ()
    lacks: tuple[Message, ...] = ()

    @property
    def answered(self) -> bool:
        """Return whether there was enough to answer from."""
        return bool(self.shares)


def why(asked: Asked) -> Why:
    """Return why the debt changed, or what is missing for an answer; the order of the payments does not matter.

    All sums are fen.  Payments after the household's day are not looked at.
    """
    as_of = asked.household.as_of
    rows = sort_rows([one for one in asked.ledger if one.day <= as_of], asked.needs)
    window = window_of(rows, asked.seen, as_of)
    lacks = _lacking(asked, rows, window)
    if lacks:
        return Why(months=window.months, aside=window.aside, lacks=lacks)
    until = window.months[-1].last
    debts = debts_of(rows, asked)
    lines = lines_of(asked, rows)
    costs = costs_of(lines, rows, debts, window)
    living = living_of(rows, window)
    ranges = _ranges(asked, rows, window, costs, living)
    shares = _shares(ranges, _rows_by_cause(rows, living, costs, window))
    found = Why(
        months=window.months,
        aside=window.aside,
        since=window.months[0].first,
        until=until,
        start=costs.start,
        end=costs.end,
        change=costs.change,
        owed_fen=costs.owed_fen,
        shares=shares,
        falls=living.falls,
        suddens=tuple(one for one in living.suddens if one.above.fen),
        moved=costs.moved,
        loans=_evidence([one.draw for one in costs.loans]),
        lacks=(
            *_alike(asked, rows),
            *_narrower(asked, window, living, lines),
            *_beyond(living, ranges["cash"]),
        ),
    )
    return _with_remedies(found)


def _ranges(
    asked: Asked, rows: Sequence[Sorted], window: Window, costs: Costs, living: Living
) -> dict[Cause, Range]:
    """Return every cause with its part; the last is what the others leave of the change."""
    aside = len(window.aside)
    found = living_shares(living, aside)
    shop, loss = shop_share(living, aside)
    found[shop] = loss
    found["cost"] = costs.own
    found["rolling"] = costs.rolling
    found["cash"] = _cash(asked, rows, window, living)
    found["not-explained"] = rest_of(costs.change.fen, list(found.values()))
    return found


def _cash(asked: Asked, rows: Sequence[Sorted], window: Window, living: Living) -> Range:
    """Return by how much cash grew: known at both ends, or as the payments show, and never by more than is there.

    Of what the payments leave beyond that nobody knows where it went: it is not explained.
    """
    as_of, since = asked.household.as_of, window.months[0].first
    until = window.months[-1].last
    end = asked.household.cash_fen - sum(cash_fen(one) for one in rows if one.row.day > until)
    begun = min(asked.cash, key=lambda one: abs(one.on - since), default=None)
    if begun and abs(begun.on - since) <= NEAR and as_of - until <= NEAR:
        start = begun.fen + sum(_sign(begun.on, since, one) * cash_fen(one) for one in rows)
        grown = end - start
        return Range(grown, grown, grown)
    grown = sum(living.cash_by_month)
    room, unclear = unseen(living.cash_by_month, len(window.aside)), living.unclear
    found = Range(grown, grown, grown).wider(*room).wider(-unclear.high_fen, -unclear.low_fen)
    return found.between(None, max(0, end)) if as_of - until <= NEAR else found


def _sign(known: date, since: date, one: Sorted) -> int:
    """Return how a payment counts when cash at a day is carried to the day before `since`: 1, -1 or not at all."""
    if known < one.row.day < since:
        return 1
    return -1 if since <= one.row.day <= known else 0


def _shares(ranges: dict[Cause, Range], rows: dict[Cause, Sequence[Sorted]]) -> tuple[Share, ...]:
    """Return the causes with their payments, the largest first and what is not explained last."""
    order: list[Cause] = sorted(
        (cause for cause, part in ranges.items() if cause == "not-explained" or part != NOTHING),
        key=lambda cause: (cause == "not-explained", -ranges[cause].fen, cause),
    )
    return tuple(Share(cause, ranges[cause], _evidence(rows.get(cause, ()))) for cause in order)


def _evidence(rows: Sequence[Sorted]) -> tuple[Evidence, ...]:
    return tuple(Evidence(one.row.file, one.row.row, one.row.day, one.fen) for one in rows)


def _rows_by_cause(
    rows: Sequence[Sorted], living: Living, costs: Costs, window: Window
) -> dict[Cause, Sequence[Sorted]]:
    """Return the payments that show each cause; a payment may show more than one (an income that fell, and a gap)."""
    whole, fell = set(window.whole), {one.month for one in living.falls}
    held = [one for one in rows if month_of(one.row.day) in whole]
    out = {id(row) for one in living.suddens if one.above.fen for row in one.rows}

    def of(*roles: Role) -> list[Sorted]:
        return [one for one in held if one.role in roles and id(one) not in out]

    shop = of("shop", "takings")
    return {
        "income-fell": [one for one in of("income") if month_of(one.row.day) in fell],
        "illness": [row for one in once_rows(living.suddens, illness=True) for row in one.rows],
        "once": [row for one in once_rows(living.suddens, illness=False) for row in one.rows],
        "gap": of("essential", "income"),
        "habits": of("discretionary"),
        "left-over": of("income"),
        "shop-fell": shop,
        "shop-gap": shop,
        "cost": _paid_on_debts(rows, window),
        "rolling": [one.draw for one in costs.loans],
        "cash": [],
        "not-explained": of("unclear"),
    }


def _paid_on_debts(rows: Sequence[Sorted], window: Window) -> list[Sorted]:
    """Return what was paid on debts within the months: with the balances of both ends it shows what they cost."""
    months = set(window.months)
    return [one for one in rows if one.role in {"repay", "charge"} and month_of(one.row.day) in months]


def _lacking(asked: Asked, rows: Sequence[Sorted], window: Window) -> tuple[Message, ...]:
    """Return what is missing for any answer."""
    found: list[Message] = []
    roles = {one.role for one in rows}
    have = len(window.whole)
    if have < MONTHS_MIN:
        found.append(Message("why-lacks-months", {"have_nmonths": have, "more_nmonths": MONTHS_MIN - have}))
    if not roles & {"essential", "discretionary", "open", "shop"}:
        found.append(Message("why-lacks-spending"))
    if not roles & {"income", "takings"} and (asked.household.incomes or not rows):
        found.append(Message("why-lacks-income"))
    if not asked.household.debts:
        found.append(Message("why-lacks-debts"))
    if window.months and not found:
        found += _out_of_date(asked, window)
    return tuple(found)


def _out_of_date(asked: Asked, window: Window) -> list[Message]:
    """Return what is missing where the months end so long before the balances that these say nothing of them."""
    until, as_of = window.months[-1].last, asked.household.as_of
    unknown = tuple(
        asked.name_of(debt)
        for debt in asked.household.debts
        if not any(one.debt == debt.id and abs(one.on - until) <= NEAR for one in asked.owed)
    )
    if as_of - until <= OLD or not unknown:
        return []
    return [Message("why-lacks-recent", {"until": until, "as_of": as_of, "debts": unknown})]


def _alike(asked: Asked, rows: Sequence[Sorted]) -> tuple[Message, ...]:
    """Return for which debts nobody can tell whose payments they are, where their names or lenders are the same."""
    names = {debt.id: asked.name_of(debt) for debt in asked.household.debts}
    found: list[Message] = []
    for one in alike_of(rows, asked):
        called = tuple(dict.fromkeys(names[debt] for debt in one.debts))
        code = "why-alike" if len(called) == len(one.debts) else "why-alike-named"
        facts: Facts = {
            "debts": called,
            "alike_count": len(one.debts),
            "row_count": one.count,
            "row_fen": one.fen,
        }
        found.append(Message(code, facts))
    return tuple(found)


def _narrower(asked: Asked, window: Window, living: Living, lines: Sequence[Line]) -> tuple[Message, ...]:
    """Return what would make the answer narrower, where something would."""
    found: list[Message] = []
    if window.aside:
        found.append(
            Message(
                "why-aside", {"aside_nmonths": len(window.aside), "months": tuple(map(str, window.aside))}
            )
        )
    begun, until = window.months[0].first, window.months[-1].last
    if asked.household.as_of - until > NEAR:
        found.append(Message("why-ends-early", {"until": until, "as_of": asked.household.as_of}))
    unknown = tuple(
        asked.name_of(debt)
        for debt in asked.household.debts
        if not any(one.debt == debt.id and abs(one.on - begun) <= NEAR for one in asked.owed)
        and not (debt.start and debt.start >= begun)
    )
    if unknown:
        found.append(Message("why-owed-unknown", {"debts": unknown, "on": begun}))
    unlisted = sum(line.sums_fen[-1] for line in lines if not line.debt)
    if unlisted > 0:
        found.append(Message("why-unlisted", {"unlisted_fen": unlisted}))
    undecided = living.total_fen("open")
    if undecided > 0:
        found.append(Message("why-open", {"open_fen": undecided}))
    if unclear := living.unclear.high_fen - living.unclear.low_fen:
        found.append(Message("why-unclear", {"unclear_fen": unclear}))
    if not any(abs(one.on - begun) <= NEAR for one in asked.cash):
        found.append(Message("why-cash-unknown", {"on": begun}))
    return tuple(found)


def _beyond(living: Living, cash: Range) -> tuple[Message, ...]:
    """Return by how much more the payments leave than there is, where that is worth asking about."""
    beyond = sum(living.cash_by_month) - cash.fen
    return (Message("why-cash-beyond", {"beyond_fen": beyond}),) if beyond >= BEYOND_FEN else ()


def _with_remedies(found: Why) -> Why:
    weighed = weigh({one.cause: one.part for one in found.shares})
    lasting = (
        bool(found.falls)
        and len(found.falls) >= LASTING
        and found.falls[-1].month >= found.months[-1].plus(-1)
    )
    return replace(found, cause=cause_of(weighed), remedies=remedies_of(weighed, lasting=lasting))
