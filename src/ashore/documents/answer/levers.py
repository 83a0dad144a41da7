"""What money, sales, spending, due days and a friend's loan are worth to the plan, in yuan and month ends."""

from collections.abc import Mapping, Sequence
from typing import Final

from ashore.documents.blocks import Block, Column, Part, Say, Table
from ashore.errors import Fact, Message
from ashore.planning.worth import MONEY_FEN, Kind, Worth

KINDS: Final[tuple[Kind, ...]] = ("side-work", "sale", "spending", "due-day", "friend")


NOTED: Final = frozenset({"side-work", "sale", "friend"})
SUED: Final = frozenset({"sale", "friend"})
"""What is said otherwise once a court has a debt (practice §2, H3)."""


def levers(
    worths: Sequence[Worth], numbers: Mapping[str, Fact], *, works: bool, sued: bool
) -> tuple[Part, ...]:
    """Return the parts that say what each change is worth; nothing is worth a word where there is none."""
    found = [_money([one for one in worths if one.kind == "money"])]
    for kind in KINDS:
        blocks: list[Block] = [Say(_told(one, works=works), "item") for one in worths if one.kind == kind]
        if kind == "friend":
            blocks += [Say(_no_more(one), "item") for one in worths if one.kind == kind and _ends(one)]
        if blocks and kind in NOTED:
            code = f"levers-{kind}-note" + ("-sued" if sued and kind in SUED else "")
            blocks.append(Say(Message(code, numbers), "note"))
        found.append(Part(f"levers-head-{kind}", "path", tuple(blocks)) if blocks else None)
    return tuple(part for part in found if part) or (
        Part("levers-head-none", "path", (Say(Message("levers-none")),)),
    )


def _money(worths: Sequence[Worth]) -> Part | None:
    """Return what ¥100 more in each month is worth."""
    if not worths:
        return None
    overdue = any(one.fewer_overdue for one in worths)
    columns = [Column("column-month", "month"), Column("column-saved", "fen")]
    columns += [Column("column-fewer", "count")] if overdue else []
    rows = tuple(
        (one.month, one.saved_fen, *((one.fewer_overdue,) if overdue else ())) for one in worths if one.month
    )
    caption = Message("levers-money-caption", {"amount_fen": MONEY_FEN})
    return Part("levers-head-money", "path", (Table(caption, tuple(columns), rows),))


def _told(one: Worth, *, works: bool) -> Message:
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
