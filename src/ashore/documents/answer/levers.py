"""What money, sales, spending, due days and a friend's loan are worth to the plan, in yuan and month ends."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ashore.documents.blocks import Block, Column, Part, Say, Table
from ashore.errors import Fact, Message
from ashore.planning.worth import MONEY_FEN, Kind, Worth
from ashore.scenarios.friend import Gate

KINDS: Final[tuple[Kind, ...]] = ("side-work", "sale", "spending", "due-day", "friend")


NOTED: Final = frozenset({"side-work", "sale", "friend"})
SUED: Final = frozenset({"sale", "friend"})
"""What is said otherwise once a court has a debt (practice §2, H3)."""


def levers(
    worths: Sequence[Worth],
    numbers: Mapping[str, Fact],
    *,
    works: bool,
    sued: bool,
    gates: Sequence[Gate] = (),
    written: bool = True,
) -> tuple[Part, ...]:
    """Return the parts that say what each change is worth; nothing is worth a word where there is none.

    `gates`: what becomes of each friend's loan in futures; one that does not come back often enough is not offered.
    `written`: whether the plan takes no concession that is not in writing yet.
    """
    found = [_money([one for one in worths if one.kind == "money"])]
    shut = [one for one in gates if not one.opens]
    for kind in KINDS:
        offered = [one for one in worths if one.kind == kind and not _is_shut(one, shut)]
        blocks: list[Block] = [Say(told(one, works=works), "item") for one in offered]
        if kind == "friend":
            blocks += _friends(offered, gates, written=written)
        if blocks and kind in NOTED:
            code = f"levers-{kind}-note" + ("-sued" if sued and kind in SUED else "")
            blocks.append(Say(Message(code, numbers), "note"))
        found.append(Part(f"levers-head-{kind}", "path", tuple(blocks)) if blocks else None)
    return tuple(part for part in found if part) or (
        Part("levers-head-none", "path", (Say(Message("levers-none")),)),
    )


def _is_shut(one: Worth, shut: Sequence[Gate]) -> bool:
    return one.kind == "friend" and any((gate.name, gate.fen) == (one.name, one.fen) for gate in shut)


def _friends(offered: Sequence[Worth], gates: Sequence[Gate], *, written: bool) -> Iterator[Block]:
    """Yield up to where a friend's money helps, how often it comes back, what is lost, and what is not offered."""
    for one in offered:
        if _ends(one):
            yield Say(_no_more(one), "item")
    for gate in gates:
        yield Say(gate_message(gate), "item")
    if offered and not written:
        yield Say(Message("levers-friend-writing"), "item")


def gate_message(gate: Gate) -> Message:
    """Return how often a friend's loan comes back in the futures tried, and what the friend loses where it does not."""
    facts: dict[str, Fact] = {
        "name": gate.name,
        "amount_fen": gate.fen,
        "repaid_count": gate.repaid,
        "tried_count": gate.tried,
        "lost_fen": gate.lost_fen,
    }
    if not gate.opens:
        return Message("levers-friend-shut" if gate.tried else "levers-friend-not", facts)
    return Message("levers-friend-comes-back" if gate.lost_fen == 0 else "levers-friend-lost", facts)


def _money(worths: Sequence[Worth]) -> Part | None:
    """Return what ¥100 more in each month is worth, None where it is worth nothing in any of them."""
    if not any(one.saved_fen or one.fewer_overdue for one in worths):
        return None
    overdue = any(one.fewer_overdue for one in worths)
    columns = [Column("column-month", "month"), Column("column-saved", "fen")]
    columns += [Column("column-fewer", "count")] if overdue else []
    rows = tuple(
        (one.month, one.saved_fen, *((one.fewer_overdue,) if overdue else ())) for one in worths if one.month
    )
    caption = Message("levers-money-caption", {"amount_fen": MONEY_FEN})
    return Part("levers-head-money", "path", (Table(caption, tuple(columns), rows),))


def told(one: Worth, *, works: bool) -> Message:
    """Return what one change is worth: it makes the plan work, spares overdue months, saves, or does nothing."""
    facts: dict[str, Fact] = {
        "name": one.name,
        "amount_fen": one.fen,
        "saved_fen": abs(one.saved_fen),
        "fewer_count": one.fewer_overdue,
        "day_count": one.day,
        "hours_count": one.hours,
    }
    if one.month:
        facts["last_month"] = str(one.month)
    return Message(f"levers-{one.kind}-{_effect(one, works=works)}", facts)


def _ends(one: Worth) -> bool:
    """Return whether more of a friend's money helps up to some sum only."""
    return one.until_fen > 0 and (one.works or one.fewer_overdue > 0 or one.saved_fen > 0)


def _no_more(one: Worth) -> Message:
    code = "levers-friend-until" if one.until_fen > one.fen else "levers-friend-until-same"
    return Message(code, {"name": one.name, "until_fen": one.until_fen})


def _effect(one: Worth, *, works: bool) -> str:
    if one.works and not works:
        return "works"
    if one.fewer_overdue > 0:
        return "overdue"
    return "saves" if one.saved_fen > 0 else "nothing"
