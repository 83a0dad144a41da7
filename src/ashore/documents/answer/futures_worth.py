"""What helps before anything happens: the one change that helps most, and the emergency fund worth its price."""

from collections.abc import Iterator

from ashore.dates import month_of
from ashore.documents.answer.view import View
from ashore.documents.blocks import Block, Cell, Column, Part, Say, Table
from ashore.errors import Fact, Message
from ashore.scenarios.changes import Changes, Helped
from ashore.scenarios.funds import Fund, Funds

Facts = dict[str, Fact]


def change(view: View, changes: Changes | None) -> Part | None:
    """Return which single change helps most, then what each of them does, a friend's loan last."""
    if changes is None or not changes.helped:
        return None
    case = ("drawn" if changes.tried > 1 else "one") if view.holds else "shocks"
    columns = (
        Column("column-change"),
        Column("column-held", "count"),
        Column("column-unpaid", "fen"),
    )
    own = (Message("change-none"), changes.held, changes.unpaid_fen)
    rows = tuple((_name(one), one.held, one.unpaid_fen) for one in changes.helped)
    table = Table(Message(f"change-caption-{case}", {"tried_count": changes.tried}), columns, (own, *rows))
    blocks: list[Block] = [*_most(changes, case), table]
    if any(one.change.kind == "friend-loan" for one in changes.helped):
        blocks.append(Say(Message("levers-friend-note"), "note"))
    return Part("futures-head-change", "path", tuple(blocks))


def _most(changes: Changes, case: str) -> Iterator[Block]:
    """Yield what stands out: the change that carries through most or spares most, or that none does by itself."""
    best = changes.helped[0]
    facts: Facts = {"held_count": changes.held, "with_count": best.held, "tried_count": changes.tried}
    lends = best.change.kind == "friend-loan"
    if best.held > changes.held and not lends:
        yield Say(Message(f"change-most-{case}", facts), "lead")
        yield Say(_name(best), "item")
    elif any(one.held > changes.held for one in changes.helped):
        yield Say(Message(f"change-friend-{case}", facts), "lead")
    elif best.unpaid_fen < changes.unpaid_fen and not lends:
        facts["spared_fen"] = changes.unpaid_fen - best.unpaid_fen
        yield Say(Message("change-spares", facts), "lead")
        yield Say(_name(best), "item")
    else:
        yield Say(Message(f"change-none-{case}", facts), "lead")


def _name(one: Helped) -> Message:
    """Return what is done differently."""
    facts: Facts = {
        "names": one.change.names,
        "amount_fen": one.change.fen,
        "hours_count": one.change.hours,
    }
    return Message(f"change-{one.change.kind}", facts)


def fund(funds: Funds | None) -> Part | None:
    """Return each target with its price and what it carries through, and which is worth it."""
    if funds is None:
        return None
    columns = (
        Column("column-fund", "fen"),
        Column("column-fund-price", "fen"),
        Column("column-closes", "month"),
        Column("column-held", "count"),
        Column("column-unpaid", "fen"),
    )
    rows = tuple(_row(one) for one in funds.funds)
    table = Table(Message("fund-caption", {"tried_count": funds.tried}), columns, rows)
    note = Say(Message("fund-note", {"tried_count": funds.tried}), "note")
    return Part("futures-head-fund", "path", (*(Say(one) for one in _verdict(funds)), table, note))


def _row(one: Fund) -> tuple[Cell, ...]:
    end = month_of(one.debt_free) if one.debt_free else Message("months-open")
    return (one.target_fen, one.more_fen, end, one.held, one.unpaid_fen)


def _verdict(funds: Funds) -> Iterator[Message]:
    best, none = funds.best, funds.funds[0]
    facts: Facts = {
        "target_fen": best.target_fen,
        "more_fen": best.more_fen,
        "with_count": best.held,
        "held_count": none.held,
        "tried_count": funds.tried,
        "without_fen": none.unpaid_fen,
        "unpaid_fen": best.unpaid_fen,
    }
    if best.held > none.held:
        yield Message("fund-carries", facts)
    elif best.unpaid_fen < none.unpaid_fen:
        yield Message("fund-spares", facts)
    else:
        yield Message("fund-nothing", facts)
    if best.own and best.target_fen:
        yield Message("fund-own")
