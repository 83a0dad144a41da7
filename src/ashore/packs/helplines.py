"""The help lines of a pack, in the order in which they should be offered."""

from collections.abc import Mapping

from ashore.packs.entry import Entry
from ashore.rules.helpline import HELPLINE_KINDS, Helpline


def read_helplines(entry: Entry) -> Mapping[str, Helpline]:
    """Return the help lines of a file by id, in its order.  Raises BrokenPack."""
    return {key: read_helpline(line, key) for key, line in entry.subs().items()}


def read_helpline(line: Entry, helpline_id: str) -> Helpline:
    """Return one help line.  Raises BrokenPack."""
    return Helpline(
        id=helpline_id,
        kind=line.choice("kind", HELPLINE_KINDS),
        number=line.text("number"),
        names=line.bilingual("names"),
        hours=line.bilingual("hours"),
        purpose=line.bilingual("purpose"),
        limits=line.bilingual("limits"),
        source=line.source(),
        checked_on=line.day("checked_on"),
        confidence=line.confidence(),
    )
