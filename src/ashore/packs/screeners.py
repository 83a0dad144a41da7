"""The questionnaires of a pack, one file each in `screeners`; one may name the items of another."""

from pathlib import Path
from typing import Final, cast

from ashore.packs.entry import Entry, read_entry
from ashore.packs.files import toml_names
from ashore.rules.source import Bilingual
from ashore.wellbeing.screener import Band, Noise, Pair, Screener

SCREENERS: Final = "screeners"
SAME: Final = "same"
"""The key by which an item names the questionnaire that has its wording."""


def screener_names(folder: Path) -> tuple[str, ...]:
    """Return the ids of a pack's questionnaires; none where the folder is missing."""
    return toml_names(folder / SCREENERS)


def read_screener(folder: Path, screener_id: str) -> Screener:
    """Return a questionnaire with the wording of each item.  Raises BrokenPack."""
    entry = read_entry(folder, SCREENERS, screener_id)
    return Screener(
        id=screener_id,
        order=_whole(entry, "order"),
        names=entry.bilingual("names"),
        asks=entry.bilingual("asks"),
        lead=entry.bilingual("lead"),
        answers=tuple(row.both() for row in entry.rows("answers")),
        items=tuple(_item(folder, row) for row in entry.rows("items")),
        bands=tuple(
            Band(_whole(row, "first"), _whole(row, "last"), row.bilingual("says"))
            for row in entry.rows("bands")
        ),
        varies=entry.bilingual("varies"),
        notice=entry.text("notice"),
        citation=entry.text("citation"),
        provenance=entry.bilingual("provenance"),
        evidence=tuple(row.evidence() for row in entry.rows("evidence")),
        help_item=_whole(entry, "help_item") - 1 if entry.has("help_item") else None,
        cutoff=_whole(entry, "cutoff") if entry.has("cutoff") else None,
        pairs=tuple(_pair(row) for row in entry.rows("pairs")) if entry.has("pairs") else (),
        noise=_noise(entry.sub("noise")) if entry.has("noise") else None,
    )


def _item(folder: Path, row: Entry) -> Bilingual:
    """Return the wording of an item, where it stands or as another questionnaire has it."""
    if not row.has(SAME):
        return row.both()
    other = row.text(SAME)
    if other not in screener_names(folder):
        raise row.fail("pack-word-unknown", SAME, read=other, allowed=screener_names(folder))
    items = read_entry(folder, SCREENERS, other).rows("items")
    number = _whole(row, "item")
    if not 1 <= number <= len(items):
        raise row.fail("pack-field-wrong", "item", expected=f"1–{len(items)}")
    return items[number - 1].both()


def _pair(row: Entry) -> Pair:
    value = row.raw("items")
    items = cast(list[object], value) if isinstance(value, list) else []
    places = tuple(one - 1 for one in items if isinstance(one, int))
    if not places or len(places) < len(items):
        raise row.fail("pack-field-wrong", "items", expected="list")
    return Pair(places, row.bilingual("names"), _whole(row, "cutoff"))


def _noise(row: Entry) -> Noise:
    return Noise(_whole(row, "points"), row.bilingual("says"), row.evidence())


def _whole(entry: Entry, key: str) -> int:
    """Return a field that is a whole number.  Raises BrokenPack."""
    value = entry.number(key)
    if value != int(value):
        raise entry.fail("pack-field-wrong", key, expected="number")
    return int(value)
