"""The sheet for a counsellor or social worker: only what the person chose, and never more than two pages' worth.

How a person feels, what a loan was used for (practice §2, H1), an employer, account numbers and relatives (H14) stand
nowhere on it: what a debt is called at home is not read, only its product or, where that is chosen, its lender.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, Literal, get_args

from ashore.creditors.contacts import Contact
from ashore.creditors.papers import PAPERS
from ashore.errors import Fact, Message
from ashore.household.standing import Standing
from ashore.letters.budget import Budget
from ashore.letters.sheet import Block, Cell, Figures, Items, Own, Paragraph, Sheet, Unit
from ashore.planning.cliffs import Cliff, DeadlineAhead

Show = Literal["month", "debts", "days", "lenders", "tried"]
Ask = Literal["order", "plan", "talk", "papers", "relief", "family", "insolvency"]
SHOWS: Final[tuple[Show, ...]] = get_args(Show)
ASKS: Final[tuple[Ask, ...]] = get_args(Ask)
USUAL: Final[frozenset[Show]] = frozenset({"month", "debts", "days"})
"""What is ticked until the person says otherwise."""
AHEAD: Final = timedelta(days=90)
SHOP: Final = frozenset({"business", "business-whole"})
"""Lines of a budget that come from a shop."""
DAYS_MAX: Final = 8
"""So many days ahead are named: more would not fit two pages."""
MONTH: Final[tuple[tuple[str, Unit], ...]] = (("letter-column-part", "text"), ("letter-column-month", "fen"))
DEBTS: Final[tuple[tuple[str, Unit], ...]] = (
    ("pack-column-debt", "text"),
    ("pack-column-stage", "text"),
    ("pack-column-owed", "fen"),
    ("pack-column-overdue", "fen"),
    ("pack-column-days", "count"),
    ("pack-column-next", "date"),
)
LATE: Final = frozenset({"pack-column-overdue", "pack-column-days"})
"""Columns that are there where anything is overdue."""
AHEAD_COLUMNS: Final[tuple[tuple[str, Unit], ...]] = (
    ("letter-column-day", "date"),
    ("pack-column-debt", "text"),
    ("pack-column-what", "text"),
)


WANTED: Final = frozenset(paper.what for paper in PAPERS if paper.what)
"""What papers are known to want done."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the person chose for one sheet; nothing of it is kept."""

    shows: frozenset[Show] = USUAL
    asks: tuple[Ask, ...] = ()
    own: str = ""
    redact: bool = False


@dataclass(frozen=True, slots=True)
class Situation:
    """What a sheet is made from, all true at the end of `as_of`; `day`: the sheet's own.

    `names`: what each debt is called on the sheet, by its id.  `silent`: whether one was silent for years.
    `log`: the contacts that still hold.  `numbers`: the numbers to call, as `mental_number`; `lines`: what is said of
    each, where it was read and when.  `example`: invented.
    """

    as_of: date
    day: date
    month: Budget
    debts: tuple[Standing, ...]
    names: Mapping[str, Message]
    cliffs: tuple[Cliff, ...]
    deadlines: tuple[DeadlineAhead, ...]
    silent: bool = False
    log: tuple[Contact, ...] = ()
    numbers: Mapping[str, Fact] = field(default_factory=dict[str, Fact])
    lines: tuple[Message, ...] = ()
    example: bool = False


def counsellor_sheet(one: Situation, chosen: Chosen) -> Sheet:
    """Return the sheet: what is asked first, then what was chosen to be shown, in a fixed order."""
    return Sheet(
        kind="counsellor",
        title=Message("pack-title"),
        to="",
        blocks=tuple(_blocks(one, chosen)),
        signed=(),
        day=one.day,
    )


def _blocks(one: Situation, chosen: Chosen) -> Iterator[Block]:
    if one.example:
        yield Paragraph(Message("pack-example"))
    yield Paragraph(Message("pack-lead", {"as_of": one.as_of}))
    if chosen.redact:
        yield Paragraph(Message("pack-lead-covered"))
    if chosen.asks:
        asked = tuple(Message(f"pack-ask-{ask}") for ask in ASKS if ask in chosen.asks)
        yield Items(Message("pack-head-asks"), asked)
    if chosen.own.strip():
        yield Paragraph(Message("pack-head-own"))
        yield Own(chosen.own.strip())
    for show, build in BUILD.items():
        if show in chosen.shows:
            yield from build(one)
    yield Paragraph(Message("pack-about"))
    yield Paragraph(Message("pack-help", one.numbers))
    if one.lines:
        yield Items(Message("pack-head-lines"), one.lines)


def _month(one: Situation) -> Iterator[Block]:
    """Yield a usual month of the household in four figures."""
    month = one.month
    spent = sum(fen for _, fen in month.spendings)
    rows: list[tuple[Cell, ...]] = [
        (Message(_income(month)), sum(fen for _, fen in month.incomes)),
        (Message("pack-row-essential"), spent),
    ]
    if month.saved_fen:
        rows.append((Message("pack-row-kept"), month.saved_fen))
    total = (Message("pack-row-left"), max(0, month.left_fen))
    yield Figures(Message("pack-head-month"), MONTH, tuple(rows), total)
    if month.left_fen <= 0:
        yield Paragraph(Message("pack-none-left"))


def _income(month: Budget) -> str:
    """Return the code of the income's row: a shop's is what it leaves after its own costs."""
    shop = any(line in SHOP for line, _ in month.incomes)
    return "pack-row-income-shop" if shop else "pack-row-income"


def _debts(one: Situation) -> Iterator[Block]:
    rows = [*(_debt(standing, one) for standing in one.debts), _sum(one.debts)]
    late = any(standing.owed.arrears_fen for standing in one.debts)
    kept = [index for index, (code, _) in enumerate(DEBTS) if late or code not in LATE]
    *told, total = (tuple(row[index] for index in kept) for row in rows)
    columns = tuple(DEBTS[index] for index in kept)
    yield Figures(Message("pack-head-debts"), columns, tuple(told), total)
    if one.silent:
        yield Paragraph(Message("pack-debts-old"))


def _debt(standing: Standing, one: Situation) -> tuple[Cell, ...]:
    owed = standing.owed
    return (
        one.names[standing.debt.id],
        Message(f"choice-stage-{standing.debt.stage}"),
        owed.total_fen,
        owed.arrears_fen or None,
        owed.days_past_due or None,
        standing.next_due,
    )


def _sum(debts: Sequence[Standing]) -> tuple[Cell, ...]:
    owed = sum(each.owed.total_fen for each in debts)
    late = sum(each.owed.arrears_fen for each in debts)
    return (Message("letter-part-total"), None, owed, late or None, None, None)


def _days(one: Situation) -> Iterator[Block]:
    """Yield the days ahead on which a paper wants something or a debt comes to a harder place, the nearest first."""
    last = one.day + AHEAD
    found = [(each.on, each.debt, _deadline(each)) for each in one.deadlines]
    found += [(each.on, each.debt, _cliff(each)) for each in one.cliffs]
    ahead = sorted((row for row in found if one.day <= row[0] <= last), key=lambda row: row[:2])
    if not ahead:
        yield Paragraph(Message("pack-days-none", {"ahead_ndays": AHEAD.days}))
        return
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (on, one.names[debt], what) for on, debt, what in ahead[:DAYS_MAX]
    )
    yield Figures(Message("pack-head-days"), AHEAD_COLUMNS, rows)


def _deadline(one: DeadlineAhead) -> Message:
    """Return what a paper wants done; what was typed in other words than those known stays off the sheet."""
    if one.what not in WANTED:
        return Message("pack-day-paper")
    return Message("day-deadline" if one.verified else "day-deadline-unverified", {"what": one.what})


def _cliff(one: Cliff) -> Message:
    """Return what comes on a day; of a maturity without its sum, which stands among the debts."""
    return Message("pack-day-maturity" if one.what == "maturity" else f"cliff-{one.what}")


def _tried(one: Situation) -> Iterator[Block]:
    """Yield how often and how there was contact: no names, no numbers, nothing of what was said."""
    log = one.log
    if not log:
        yield Paragraph(Message("pack-tried-none"))
        return
    promised = [each for each in log if any(promise.by == "them" for promise in each.promises)]
    written = sum(each.in_writing for each in promised)
    ours = sum(each.direction == "out" for each in log)
    items = [
        Message(
            "pack-tried-count",
            {
                "all_count": len(log),
                "first": min(each.on for each in log),
                "last": max(each.on for each in log),
                "ours_count": ours,
                "theirs_count": len(log) - ours,
            },
        )
    ]
    if sent := sum(bool(each.sent) for each in log):
        items.append(Message("pack-tried-sent", {"sent_count": sent}))
    if promised:
        by_word = len(promised) - written
        items.append(Message("pack-tried-written", {"written_count": written, "word_count": by_word}))
    yield Items(Message("pack-head-tried"), tuple(items))


BUILD: Final[Mapping[Show, Callable[[Situation], Iterator[Block]]]] = {
    "month": _month,
    "debts": _debts,
    "days": _days,
    "tried": _tried,
}
"""What is shown, in the sheet's order; `lenders` is no part of its own but changes what debts are called."""
