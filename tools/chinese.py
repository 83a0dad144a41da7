"""Sets Chinese text with full-width punctuation; `--fix` rewrites, else what would change is listed.

Looks at catalogues (what stands in msgstr), strings and comments of packs and examples, Chinese pages.
Code, addresses, numbers and English stay as they are.  Exits with 1 when something would change.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WHERE = ("src/ashore/**/*.po", "src/ashore/**/*.toml", "examples/**/*.toml", "**/*.zh.md")

IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
LATIN = re.compile(r"[A-Za-z]")
WIDE = r"[\u3400-\u9fff\u3001\u3002\u3008-\u3011\u2018\u2019\u201c\u201d\u2026\uff01-\uff5e]"
MARKS = {",": "\uff0c", ";": "\uff1b", ":": "\uff1a", "!": "\uff01", "?": "\uff1f"}
# A mark is Chinese when it touches Chinese (one space between counts) or follows a fact in braces.
MARK = re.compile(rf"(?<={WIDE})[,;:!?] ?|(?<=\S)[,;:!?] ?(?={WIDE})|(?<=\}})(?:[,;!?] ?|: |:$)(?=\{{|$)")
STOP = re.compile(rf"(?<={WIDE})\.(?= ?{WIDE}|$)")
PAIR = re.compile(r"(?<!\])\(([^()]*)\)")

# The parts of a file that are text for people; what matches otherwise (an address, code) is passed over.
STRING = r'"(?:[^"\\\n]|\\.)*"'
PIECES = {
    ".po": re.compile(rf"(?P<text>{STRING})"),
    ".toml": re.compile(
        rf"address = {STRING}|(?P<text>\"{{3}}(?:[^\\]|\\.)*?\"{{3}}|{STRING}|#[^\n]*)"
        r"|'{3}(?:.|\n)*?'{3}|'[^'\n]*'"
    ),
    ".md": re.compile(
        r"`{3}(?:.|\n)*?`{3}|`[^`\n]*`|<[^>\n]*>|\]\([^)\n]*\)|(?P<text>(?:(?!<[^>\n]*>|\]\()[^`\n])+)"
    ),
}
MSGSTR = re.compile(r'^msgstr (?:"(?:[^"\\\n]|\\.)*"\n?)+', re.MULTILINE)


def _bracket(pair: re.Match[str]) -> str:
    inner = pair.group(1)
    before = pair.string[pair.start() - 1 : pair.start()]
    chinese = IDEOGRAPH.search(inner) or re.match(WIDE, before)
    return f"\uff08{inner}\uff09" if chinese else pair.group()


def set_chinese(text: str) -> str:
    """Return a text with full-width punctuation where it is Chinese; a text that is mostly Latin stays."""
    if 2 * len(IDEOGRAPH.findall(text)) < len(LATIN.findall(re.sub(r"\{\w*\}", "", text))):
        return text
    before = ""
    while text != before and IDEOGRAPH.search(text):
        before = text
        text = PAIR.sub(_bracket, text)
        text = MARK.sub(lambda found: MARKS[found.group()[0]], text)
        text = STOP.sub("\u3002", text)
    return text


def _set_piece(piece: re.Match[str]) -> str:
    text = piece.groupdict()["text"]
    if text is None:
        return piece.group()
    quote = '"""' if text.startswith('"""') else '"' if text.startswith('"') else ""
    return f"{quote}{set_chinese(text[len(quote) : len(text) - len(quote)])}{quote}"


def set_file(text: str, suffix: str) -> str:
    """Return a file's text with its Chinese set; `suffix` is .po, .toml or .md."""
    pieces = PIECES[suffix]
    if suffix == ".po":
        return MSGSTR.sub(lambda entry: pieces.sub(_set_piece, entry.group()), text)
    return pieces.sub(_set_piece, text)


def changes(root: Path = ROOT) -> Iterator[tuple[Path, str, str]]:
    """Yield each file that would change with its text before and after."""
    for path in sorted({path for pattern in WHERE for path in root.glob(pattern)}):
        before = path.read_text("utf-8")
        after = set_file(before, path.suffix)
        if after != before:
            yield path, before, after


def main(arguments: list[str]) -> int:
    """Return 0 when all is set, or was set now; 1 after listing the lines that are not."""
    found = 0
    for path, before, after in changes():
        if "--fix" in arguments:
            path.write_text(after, "utf-8")
            continue
        for number, (old, new) in enumerate(zip(before.splitlines(), after.splitlines(), strict=True), 1):
            if old != new:
                found += 1
                print(f"{path.relative_to(ROOT)}:{number}: {new}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
