"""What an audit says of a settlement: what was agreed, whether each sum came by its day, what was forgiven."""

from collections.abc import Iterator

from ashore.documents.audit.view import AuditView
from ashore.documents.blocks import Part, Say
from ashore.errors import Facts, Message
from ashore.loans.audit.settled import Settlement


def settled_part(view: AuditView) -> Part | None:
    """Return how a settlement went; None where the statement and the file tell of none."""
    found = view.audit.settlement
    if found is None:
        return None
    blocks = [Say(one, "item") for one in _told(found)]
    waived = view.audit.waived_fen
    if found.closed_on and waived not in {None, found.forgiven_fen}:
        facts: Facts = {"waived_fen": waived, "forgiven_fen": found.forgiven_fen}
        blocks.append(Say(Message("audit-settled-otherwise", facts), "item"))
    if view.audit.untold:
        lines = tuple(dict.fromkeys(str(one.line) for one in view.audit.untold))
        blocks.append(Say(Message("audit-settled-untold", {"lines": lines}), "note"))
    return Part("audit-head-settled", "path", tuple(blocks))


def _told(found: Settlement) -> Iterator[Message]:
    """Yield what was agreed and how it ended."""
    if found.agreed_on is not None and found.sums:
        facts: Facts = {
            "agreed_on": found.agreed_on,
            "sum_fen": sum(one.fen for one in found.sums),
            "sums_count": len(found.sums),
            "last_on": found.sums[-1].by,
        }
        yield Message("audit-settled-agreed" if len(found.sums) > 1 else "audit-settled-agreed-once", facts)
    closed: Facts = {"closed_on": found.closed_on, "forgiven_fen": found.forgiven_fen}
    if found.missed is not None:
        missed: Facts = {"missed_on": found.missed.by, "missed_fen": found.missed.fen}
        yield Message("audit-settled-missed", missed)
        if found.closed_on:
            yield Message("audit-settled-closed-late", closed)
    elif found.closed_on:
        stated = found.agreed_on is None
        yield Message("audit-settled-closed-stated" if stated else "audit-settled-closed", closed)
    else:
        yield Message("audit-settled-stands", {"paid_fen": found.paid_fen})
