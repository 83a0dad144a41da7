"""Compares the marked sentences with each catalogue; `--add` appends what is missing, untranslated.

A sentence is marked by `_("…")`, `_n("…")` (translate later) or `gettext("…")` with a plain string;
an f-string is refused, as no catalogue could hold it.
Exits with 1 when a catalogue does not match.
"""

import ast
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter

import polib

SOURCES = Path(__file__).resolve().parent.parent / "src" / "ashore"
MARKS = frozenset({"_", "_n", "gettext"})


def marked(source: str) -> Iterator[str]:
    """Yield every sentence that a module's source marks.  Raises ValueError for a marked f-string."""
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in MARKS
            and node.args
        ):
            match node.args[0]:
                case ast.Constant(value=str(text)):
                    yield text
                case ast.JoinedStr():
                    raise ValueError(f"line {node.lineno}: an f-string cannot be translated")
                case _:  # a name whose text is marked where it is written
                    continue


def marked_below(folder: Path = SOURCES) -> list[str]:
    """Return every marked sentence below a folder, sorted, each once."""
    return sorted({text for path in folder.rglob("*.py") for text in marked(path.read_text("utf-8"))})


def placeholders(text: str) -> set[str]:
    """Return the names in braces.  Raises ValueError for braces that do not pair."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _entry_complaints(entry: polib.POEntry) -> Iterator[str]:
    if entry.fuzzy:
        yield f"fuzzy: {entry.msgid}"
    if not entry.msgstr.strip():
        yield f"untranslated: {entry.msgid}"
        return
    try:
        wanted, found = placeholders(entry.msgid), placeholders(entry.msgstr)
    except ValueError:
        yield f"braces do not pair: {entry.msgid}"
        return
    if wanted != found:
        yield f"placeholders differ ({', '.join(sorted(wanted ^ found))}): {entry.msgid}"


def complaints(msgids: Iterable[str], catalogue: polib.POFile) -> list[str]:
    """Return what is wrong with a catalogue for these sentences: one line each, none when all is well."""
    entries = [entry for entry in catalogue if not entry.obsolete]
    counts = Counter(entry.msgid for entry in entries)
    known = set(msgids)
    return [
        *(f"missing: {text}" for text in sorted(known - counts.keys())),
        *(f"stale, no source says it: {text}" for text in sorted(counts.keys() - known)),
        *(f"stands {count} times: {text}" for text, count in counts.items() if count > 1),
        *(f"obsolete, delete it: {entry.msgid}" for entry in catalogue.obsolete_entries()),
        *(complaint for entry in entries for complaint in _entry_complaints(entry)),
    ]


def add_missing(msgids: Iterable[str], path: Path) -> None:
    """Append an empty entry for each missing sentence; what is in the file stays as it is."""
    known = {entry.msgid for entry in polib.pofile(str(path))}
    with path.open("a", encoding="utf-8") as file:
        file.writelines(f"\n{polib.POEntry(msgid=text)}" for text in msgids if text not in known)


def main(arguments: list[str]) -> int:
    """Return the exit code after printing every complaint about every catalogue."""
    msgids = marked_below()
    wrong = 0
    for path in sorted(SOURCES.rglob("*.po")):
        if "--add" in arguments:
            add_missing(msgids, path)
        found = complaints(msgids, polib.pofile(str(path)))
        wrong += len(found)
        for line in found:
            print(f"{path.name} ({path.parent.parent.name}): {line}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
