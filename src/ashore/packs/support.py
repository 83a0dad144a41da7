"""The places of a pack where somebody helps, in the order in which they should be offered."""

from collections.abc import Mapping

from ashore.packs.entry import Entry
from ashore.rules.source import Bilingual
from ashore.rules.support import SUPPORT_KINDS, Support


def read_supports(entry: Entry) -> Mapping[str, Support]:
    """Return the places of a file by id, in its order.  Raises BrokenPack."""
    return {key: read_support(one, key) for key, one in entry.subs().items()}


def read_support(one: Entry, support_id: str) -> Support:
    """Return one place.  Raises BrokenPack."""
    return Support(
        id=support_id,
        kind=one.choice("kind", SUPPORT_KINDS),
        names=one.bilingual("names"),
        purpose=one.bilingual("purpose"),
        steps=_several(one, "steps"),
        cost=one.bilingual("cost"),
        say=_several(one, "say"),
        secret=one.bilingual("secret"),
        limits=one.bilingual("limits"),
        source=one.source(),
        checked_on=one.day("checked_on"),
        confidence=one.confidence(),
        bring=_optional(one, "bring"),
        where=_optional(one, "where"),
        helpline=one.optional_text("helpline"),
        facts=one.optional_texts("facts"),
    )


def _several(one: Entry, key: str) -> tuple[Bilingual, ...]:
    """Return a list of texts in both languages.  Raises BrokenPack for an empty one."""
    rows = one.rows(key)
    if not rows:
        raise one.fail("pack-field-wrong", key, expected="list")
    return tuple(row.both() for row in rows)


def _optional(one: Entry, key: str) -> Bilingual:
    return one.bilingual(key) if one.has(key) else {}
