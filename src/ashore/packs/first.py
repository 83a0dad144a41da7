"""What the first card takes from a pack."""

from ashore.packs.pack import Pack
from ashore.planning.triage import Known
from ashore.rules.helpline import Helpline

ANSWER_DAYS = "court-answer-days"


def known_for_first(pack: Pack) -> Known:
    """Return the days to answer a court's paper, and for each kind of help line the number offered first."""
    days = pack.facts[ANSWER_DAYS].value
    assert isinstance(days, int), ANSWER_DAYS
    return Known(days, {kind: line.number for kind, line in first_of_kind(pack).items()})


def first_of_kind(pack: Pack) -> dict[str, Helpline]:
    """Return for each kind the help line that the pack offers first."""
    lines: dict[str, Helpline] = {}
    for line in pack.helplines.values():
        lines.setdefault(line.kind, line)
    return lines
