"""Every text that people read, with its place and language: sentences, packs, pages."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, cast

import polib

from ashore.texts.language import Language
from ashore.texts.sentences import SENTENCES

ROOT: Final = Path(__file__).resolve().parents[2]
CATALOGUE: Final = ROOT / "src/ashore/locale/zh_Hans/LC_MESSAGES/ashore.po"
PACKS: Final = ROOT / "src/ashore/packs/data"
PAGES: Final = ("README*.md", "docs/**/*.md")
LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")
FENCE: Final = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
MARKUP: Final = re.compile(
    r"`[^`]*`|!?\[([^\]]*)\]\([^)]*\)|<!--.*?-->|<[^>\n]+>|[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}"
)
START: Final = re.compile(r"^\s*(?:[-*>|#]+|\d+\.)\s*|\s*\|\s*$")
CODE: Final = "X"
"""What stands for code in a sentence."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A text that stands alone: a sentence of a table, a value of a pack, a paragraph of a page."""

    place: str
    language: Language
    text: str


@cache
def units() -> tuple[Unit, ...]:
    """Return every text that people read, in both languages."""
    return (*_sentences(), *_packs(), *_pages())


def _sentences() -> Iterator[Unit]:
    """Yield the catalogue: a sentence by its code, a text of the command line by its beginning."""
    codes = {text: code for code, text in SENTENCES.items()}
    for entry in polib.pofile(str(CATALOGUE)):
        place = f"texts: {codes.get(entry.msgid, entry.msgid[:40])}"
        yield Unit(place, "en", entry.msgid)
        yield Unit(place, "zh", entry.msgstr)


def _packs() -> Iterator[Unit]:
    for path in sorted(PACKS.rglob("*.toml")):
        name = path.relative_to(PACKS).as_posix()
        for key, language, text in bilingual(tomllib.loads(path.read_text("utf-8")), ""):
            yield Unit(f"packs/{name}: {key}", language, text)


def bilingual(value: object, key: str) -> Iterator[tuple[str, Language, str]]:
    """Yield each text under a key `zh` or `en` with the path that leads there."""
    if isinstance(value, dict):
        for name, inner in cast(Mapping[str, object], value).items():
            if name in LANGUAGES and isinstance(inner, str):
                yield key, name, inner
            else:
                yield from bilingual(inner, f"{key}.{name}".lstrip("."))
    elif isinstance(value, list):
        for number, inner in enumerate(cast(list[object], value)):
            yield from bilingual(inner, f"{key}[{number}]")


def _pages() -> Iterator[Unit]:
    for path in sorted({path for pattern in PAGES for path in ROOT.glob(pattern)}):
        name = path.relative_to(ROOT).as_posix()
        language: Language = "zh" if name.endswith(".zh.md") else "en"
        for number, text in paragraphs(path.read_text("utf-8")):
            yield Unit(f"{name}:{number}", language, text)


def paragraphs(page: str) -> Iterator[tuple[int, str]]:
    """Yield each paragraph, list item, heading and table cell of a Markdown page with its line; code stands as `X`."""
    without = FENCE.sub(lambda found: "\n" * found[0].count("\n"), page)
    first, held = 0, ""
    for number, line in enumerate([*without.splitlines(), ""], 1):
        starts = bool(START.match(line)) or not line.strip()
        if starts and held:
            yield from _pieces(first, held)
            held = ""
        if line.strip():
            first = number if not held else first
            held = f"{held} {START.sub('', line).strip()}".strip()
            if line.lstrip().startswith("|"):
                held = held.replace("|", "\n")


def _pieces(number: int, held: str) -> Iterator[tuple[int, str]]:
    for piece in held.split("\n"):
        text = MARKUP.sub(lambda found: found[1] or (CODE if found[0].startswith("`") else ""), piece).strip()
        if re.search(r"\w", text):
            yield number, text
