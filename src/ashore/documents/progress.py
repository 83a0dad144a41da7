"""The way already walked as parts: what is done, what slipped, what it saves as an estimate, what the plan keeps whole.

Good news and bad stand in the same size, and nothing is claimed that was not computed (trust C4).
"""

from collections.abc import Iterator, Mapping
from typing import Final

from ashore.documents.blocks import Block, Column, Part, Say, Table
from ashore.errors import Fact, Message
from ashore.planning.progress import Ahead, Behind, LastDebt, Progress
from ashore.planning.walked import Parted

COLUMNS: Final = (
    Column("column-debt"),
    Column("progress-column-then", "fen"),
    Column("progress-column-now", "fen"),
    Column("progress-column-fell", "fen"),
)
YUAN_FEN: Final = 100
"""What is left over by less than ¥1 is not worth a word."""


def progress_parts(found: Progress) -> tuple[Part, ...]:
    """Return how far somebody has come, in the order in which it is told."""
    parts = (
        Part("progress-head-walked", "first", tuple(_walked(found))),
        Part("progress-head-avoided", "path", tuple(_avoided(found))),
        Part("progress-head-kept", "path", tuple(_kept(found))),
        Part("progress-head-about", "about", tuple(_about(found))),
    )
    return tuple(part for part in parts if part.blocks)


def _walked(found: Progress) -> Iterator[Block]:
    for one in found.closed:
        code = "progress-closed" if one.on else "progress-closed-undated"
        facts: dict[str, Fact] = {"debt": one.name}
        yield Say(Message(code, facts | ({"on": one.on} if one.on else {})), "item")
    if found.behind:
        yield from _behind(found.behind)
    elif found.payments:
        facts = {"payments_count": found.payments, "paid_fen": found.paid_fen}
        yield Say(Message("progress-told-only", facts))
    else:
        yield Say(Message("progress-nothing-told"))


def _behind(behind: Behind) -> Iterator[Block]:
    facts = _parts(behind.paid) | {
        "since": behind.since,
        "payments_count": behind.payments,
        "paid_fen": behind.paid.fen,
    }
    if not behind.payments:
        yield Say(Message("progress-no-payments", facts))
    else:
        yield Say(Message("progress-paid", facts), "lead")
        yield Say(Message("progress-paid-parts", facts))
    if behind.steps:
        yield _table(behind)
    standing = behind.standing
    for code, names in (("caught", standing.caught), ("fell", standing.fell)):
        if names:
            yield Say(Message(f"progress-{code}", {"debts": names, "since": behind.since}))
    code = "progress-overdue" if standing.overdue else "progress-none-overdue"
    yield Say(Message(code, {"debts": standing.overdue}))
    if behind.aside:
        yield Say(Message("progress-aside", {"debts": behind.aside}), "note")


def _parts(paid: Parted) -> dict[str, Fact]:
    return {
        "principal_fen": paid.principal_fen,
        "interest_fen": paid.interest_fen,
        "penalty_fen": paid.penalty_fen,
        "fee_fen": paid.fee_fen,
    }


def _table(behind: Behind) -> Table:
    """Return each debt's principal then and now; what rose stands there as what fell does, with a minus."""
    rows = tuple((one.name, one.then_fen, one.now_fen, one.then_fen - one.now_fen) for one in behind.steps)
    total = (Message("row-together"), behind.then_fen, behind.now_fen, behind.then_fen - behind.now_fen)
    caption = Message("progress-caption", {"since": behind.since})
    return Table(caption, COLUMNS, rows, total if len(rows) > 1 else None)


def _avoided(found: Progress) -> Iterator[Block]:
    behind, ahead = found.behind, found.ahead
    if behind and behind.payments:
        avoided = behind.avoided.cost_fen
        code = "progress-avoided" if avoided >= 0 else "progress-avoided-none"
        yield Say(Message(code, {"since": behind.since, "as_of": found.as_of, "avoided_fen": abs(avoided)}))
    else:
        yield Say(Message("progress-avoided-unknown"))
    if ahead:
        yield from _ahead(ahead)
    else:
        yield Say(Message(f"progress-ahead-{found.why}"))


def _ahead(ahead: Ahead) -> Iterator[Block]:
    facts: Mapping[str, Fact] = {
        "avoided_fen": abs(ahead.avoided_fen),
        "plan_fen": ahead.plan_fen,
        "dues_fen": ahead.dues_fen,
        "until_month": str(ahead.until),
        "left_fen": ahead.left_fen,
    }
    more, less = ahead.avoided_fen > 0, ahead.avoided_fen < 0
    code = "progress-ahead" if more else "progress-ahead-more" if less else "progress-ahead-same"
    yield Say(Message(code, facts))
    if ahead.left_fen >= YUAN_FEN:
        yield Say(Message("progress-ahead-left", facts), "note")
    if ahead.offers:
        yield Say(Message("progress-ahead-offers"), "note")


def _kept(found: Progress) -> Iterator[Block]:
    """Yield what the plan keeps whole, and when the last debt began; what is not known is not said."""
    living = found.living
    if living and living.short is None:
        yield Say(Message("progress-living", {"whole_nmonths": living.months}))
    elif living:
        facts: dict[str, Fact] = {"whole_nmonths": living.months, "short_month": str(living.short)}
        yield Say(Message("progress-living-short" if living.months else "progress-living-now", facts))
    if found.last_debt:
        yield from _last_debt(found.last_debt)


def _last_debt(last: LastDebt) -> Iterator[Block]:
    yield Say(Message("progress-last-debt", {"on": last.on, "passed_ndays": last.days}))
    if last.cards:
        yield Say(Message("progress-last-debt-cards"), "note")


def _about(found: Progress) -> Iterator[Block]:
    yield Say(Message("progress-about-book", {"as_of": found.as_of}), "note")
    if found.behind and found.behind.payments:
        yield Say(Message("progress-about-avoided"), "note")
    if found.ahead:
        yield Say(Message("progress-about-ahead", {"until_month": str(found.ahead.until)}), "note")
    yield Say(Message("progress-about-none"), "note")


def progress_json(found: Progress) -> dict[str, object]:
    """Return how far somebody has come as JSON (`ashore-progress/1`), in fen; what is not known is null."""
    behind, ahead, last, living = found.behind, found.ahead, found.last_debt, found.living
    return {
        "format": "ashore-progress/1",
        "as_of": found.as_of,
        "closed": [{"debt": one.debt, "name": one.name, "on": one.on} for one in found.closed],
        "open": found.still_open,
        "payments": found.payments,
        "paid_fen": found.paid_fen,
        "behind": _behind_json(behind) if behind else None,
        "ahead": _ahead_json(ahead) if ahead else None,
        "ahead_null_because": found.why or None,
        "last_debt": {"on": last.on, "days": last.days, "cards_not_counted": last.cards} if last else None,
        "living_months": living.months if living else None,
        "living_short_month": str(living.short) if living and living.short else None,
    }


def _behind_json(behind: Behind) -> dict[str, object]:
    return {
        "since": behind.since,
        "payments": behind.payments,
        "paid": {"fen": behind.paid.fen, **_parts(behind.paid)},
        "avoided_fen": behind.avoided.cost_fen,
        "against": "nothing-paid",
        "principal_then_fen": behind.then_fen,
        "principal_now_fen": behind.now_fen,
        "debts": [
            {"debt": one.debt, "then_fen": one.then_fen, "now_fen": one.now_fen} for one in behind.steps
        ],
        "not_counted": list(behind.aside),
        "overdue": list(behind.standing.overdue),
        "fell_behind": list(behind.standing.fell),
        "caught_up": list(behind.standing.caught),
    }


def _ahead_json(ahead: Ahead) -> dict[str, object]:
    return {
        "avoided_fen": ahead.avoided_fen,
        "against": "dues-only",
        "plan_cost_fen": ahead.plan_fen,
        "dues_only_cost_fen": ahead.dues_fen,
        "until_month": str(ahead.until),
        "dues_only_left_fen": ahead.left_fen,
        "rests_on_offers": ahead.offers,
    }
