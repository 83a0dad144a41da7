"""Says what stands in the way of a release, all of it at once, and exits with 1 while anything does.

Help lines and places of support that nobody has checked for 90 days, facts of help pages past their day, sentences that
are not translated, and what only people can do: `release/gates.toml`.  It asks nobody and opens no connection.
"""

import sys
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

import polib

from ashore import __version__
from ashore.documents.first_still import MORE_FACTS
from ashore.household.file.plain import is_list, is_table
from ashore.packs.pack import Pack, load_pack
from ashore.planning.triage_rules import AVOID, TODAY
from ashore.rules.helpline import CHECK_AGAIN_AFTER
from messages import SOURCES, complaints, marked_below

ROOT: Final = Path(__file__).resolve().parent.parent
GATES: Final = ROOT / "release" / "gates.toml"
FORMAT: Final = "ashore-gates/1"
SHIPPED: Final = "cn"
NEVER_DIALLED: Final = frozenset({"emergency", "police"})
"""Kinds of help lines that nobody dials for a test: one asks about them at a station."""
READERS_NEEDED: Final = 5
SIGN_OFFS: Final[Mapping[str, tuple[int, str]]] = {
    "clinician": (1, "a clinician has read the help and crisis pages"),
    "lived_experience": (READERS_NEEDED, "people who have owed more than they could pay have read them"),
}
Table = Mapping[str, object]


def problems(today: date, gates: Table, version: str, packs: Mapping[str, Pack]) -> list[str]:
    """Return what stands in the way on a day, one line each; nothing when a release may be made."""
    found: list[str] = []
    for name, pack in packs.items():
        found += [f"{name}: {one}" for one in (*old_lines(pack, today), *old_facts(pack, today))]
    return [*found, *open_gates(gates, version, packs[SHIPPED], today)]


def old_lines(pack: Pack, today: date) -> Iterator[str]:
    """Yield each help line and place of support that was last checked more than 90 days ago."""
    for line in pack.helplines.values():
        if line.stale(today):
            yield f"help line {line.id} was last checked on {line.checked_on}: check it again"
    for one in pack.supports.values():
        if one.stale(today):
            yield f"support {one.id} was last checked on {one.checked_on}: check it again"


def old_facts(pack: Pack, today: date) -> Iterator[str]:
    """Yield each fact on which a help page or the first card rests and that is past its day."""
    rules = [fact for rule in (*TODAY, *AVOID) for fact in rule.facts]
    support = [fact for one in pack.supports.values() for fact in one.facts]
    for fact_id in dict.fromkeys((*rules, *MORE_FACTS, *support)):
        fact = pack.facts.get(fact_id)
        if fact and fact.stale(today):
            yield f"fact {fact_id} should have been looked at again by {fact.review_by}"


def open_gates(gates: Table, version: str, pack: Pack, today: date) -> Iterator[str]:
    """Yield each gate that a person has still to close."""
    if gates.get("format") != FORMAT:
        yield f"gates: the file does not say format = {FORMAT!r}"
    if gates.get("version") != version:
        yield f"gates: what is signed is for version {gates.get('version')!r}, this is {version!r}"
    yield from _undialled(_rows(gates, "dial_test", "log"), pack, today)
    for name, (needed, meaning) in SIGN_OFFS.items():
        signed = {str(row["by"]) for row in _rows(gates, name, "signed") if _is_signed(row, today)}
        if len(signed) < needed:
            yield f"gate open: {name}: {len(signed)} of {needed} signed ({meaning})"


def _undialled(log: list[Table], pack: Pack, today: date) -> Iterator[str]:
    for line in pack.helplines.values():
        how = "asked" if line.kind in NEVER_DIALLED else "dialled"
        calls = [row for row in log if row.get("line") == line.id and row.get("how") == how]
        recent = [row for row in calls if _is_signed(row, today)]
        if not recent:
            verb = "asked about at a station" if how == "asked" else "dialled by a person"
            yield f"gate open: dial_test: {line.id} ({line.number}) was not {verb} in the last 90 days"
        elif not any(row.get("answered") is True for row in recent):
            yield f"gate open: dial_test: {line.id} ({line.number}) was not answered: try again, or say so there"


def _is_signed(row: Table, today: date) -> bool:
    """Return whether an entry has who and when, on a day that is not to come and not longer ago than 90 days."""
    by, on = row.get("by"), row.get("on")
    if not (isinstance(by, str) and by.strip() and isinstance(on, date) and not isinstance(on, datetime)):
        return False
    return timedelta(0) <= today - on <= CHECK_AGAIN_AFTER


def _rows(gates: Table, gate: str, key: str) -> list[Table]:
    """Return a gate's entries that are tables; a gate that is not there has none."""
    table = gates.get(gate)
    rows = table.get(key) if is_table(table) else None
    return [row for row in rows if is_table(row)] if is_list(rows) else []


def untranslated() -> Iterator[str]:
    """Yield what is missing in a catalogue, or says what no source says any more."""
    sentences = marked_below()
    for path in sorted(SOURCES.rglob("*.po")):
        for line in complaints(sentences, polib.pofile(str(path))):
            yield f"{path.parent.parent.name}: {line}"


def main() -> None:
    """Print what stands in the way and exit with 1, or say that nothing does."""
    today = date.today()  # noqa: DTZ011 - the day of whoever releases
    gates = tomllib.loads(GATES.read_text("utf-8"))
    found = [*problems(today, gates, __version__, {SHIPPED: load_pack(SHIPPED)}), *untranslated()]
    for line in found:
        print(line)
    print(
        f"{len(found)} things stand in the way of a release."
        if found
        else "Nothing stands in the way of a release."
    )
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
