"""A line of a file taken apart: quoted texts, the comment, and the code between them with plain signs."""

import re
from dataclasses import dataclass, field
from typing import Final
from unicodedata import category, normalize

from ashore.household.file.plain import quote

DOUBLE: Final = '"“”„‟\uff02″「」『』'
SINGLE: Final = "'‘’‚‛\uff07′"
AFTER_TEXT: Final = r"\s*(?:$|[,\uff0c、\]】}\uff5d=\uff1d#\uff03.:\uff1a])"
SIGNS: Final = {
    "。": ".", "、": ",", "【": "[", "】": "]", "〔": "[", "〕": "]", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-"
}  # fmt: skip
TRIPLE: Final = r'"""|\'\'\''
HOLE: Final = "\x00(\\d+)\x00"


@dataclass(slots=True, eq=False, repr=False)
class Pieces:
    """One line: `code` with a hole (a number between NULs) for each quoted text, the texts as TOML, the comment.

    `curly` and `wide` are the signs that were read as plain ones; `unclear`: quotes whose end is not certain;
    `kept`: the line belongs to a text in triple quotes and stays as it is; `inner`: brackets were open before it.
    """

    code: str = ""
    texts: list[str] = field(default_factory=list[str])
    comment: str = ""
    curly: list[str] = field(default_factory=list[str])
    wide: list[str] = field(default_factory=list[str])
    unclear: bool = False
    kept: bool = False
    inner: bool = False

    @property
    def line(self) -> str:
        """Return the line as it is read."""
        return re.sub(HOLE, lambda hole: self.texts[int(hole[1])], self.code) + self.comment

    def hold(self, text: str) -> None:
        """Put a quoted text behind the code so far."""
        self.code += f"\x00{len(self.texts)}\x00"
        self.texts.append(text)

    def join(self, other: "Pieces") -> None:
        """Put the code of a later line behind this one's and leave that line empty; its comment is dropped."""
        count = len(self.texts)
        self.code = (
            self.code.rstrip()
            + " "
            + re.sub(HOLE, lambda hole: f"\0{int(hole[1]) + count}\0", other.code.strip())
        )
        self.texts += other.texts
        other.code, other.comment, other.texts = "", "", []


def take_apart(line: str) -> Pieces:
    """Return the pieces of one line that begins outside of any text."""
    pieces, index = Pieces(), 0
    while index < len(line):
        char = line[index]
        if char in "#\uff03":
            pieces.comment = "#" + line[index + 1 :]
            if char != "#":
                pieces.wide.append(char)
            break
        if char in DOUBLE or char in SINGLE:
            index = _take_text(line, index, pieces)
        else:
            pieces.code += _plain_sign(char, pieces)
            index += 1
    return pieces


def take_all_apart(text: str) -> list[Pieces]:
    """Return the pieces of every line; lines of a text in triple quotes are kept whole."""
    found: list[Pieces] = []
    inside = ""
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        marks: list[str] = re.findall(TRIPLE, line)
        if not inside and not marks:
            found.append(take_apart(line))
            continue
        found.append(Pieces(line, kept=True))
        for mark in marks:
            inside = "" if mark == inside else inside or mark
    return found


def _plain_sign(char: str, pieces: Pieces) -> str:
    """Return the plain sign for a full-width one; letters, ¥ and everything else stay."""
    if char.isascii():
        return char
    plain = SIGNS.get(char) or (normalize("NFKC", char) if "\uff01" <= char <= "\uff5e" else "")
    if category(char) in ("Zs", "Cf"):
        plain = " " if category(char) == "Zs" else ""
        pieces.wide.append(f"U+{ord(char):04X}")
    elif plain:
        pieces.wide.append(char)
    else:
        return char
    return plain


def _take_text(line: str, start: int, pieces: Pieces) -> int:
    """Hold the quoted text that begins at `start`; return the index behind it."""
    family = DOUBLE if line[start] in DOUBLE else SINGLE
    plain = family[0]
    end = _plain_end(line, start, plain) if line[start] == plain else None
    if end is not None and re.match(AFTER_TEXT, line[end:]):
        pieces.hold(line[start:end])
        return end
    closers = family[1:] if line[start] == plain else family
    marks = [at for at in range(start + 1, len(line)) if line[at] in closers]
    ends = [at for at in marks if re.match(AFTER_TEXT, line[at + 1 :])]
    if not ends:
        return _give_up(line, start, end, pieces)
    pieces.unclear = pieces.unclear or ends[0] != marks[0]
    pieces.curly += [char for char in (line[start], line[ends[0]]) if char != plain]
    pieces.hold(quote(line[start + 1 : ends[0]]))
    return ends[0] + 1


def _plain_end(line: str, start: int, plain: str) -> int | None:
    """Return the index behind a text in plain quotes, None when it does not end on this line."""
    index = start + 1
    while index < len(line):
        if line[index] == "\\" and plain == '"':
            index += 1
        elif line[index] == plain:
            return index + 1
        index += 1
    return None


def _give_up(line: str, start: int, end: int | None, pieces: Pieces) -> int:
    """Hold a text whose end is not certain: up to its plain quote, else the rest of the line."""
    if end is not None:
        pieces.hold(line[start:end])
        return end
    pieces.unclear = True
    pieces.hold(quote(line[start + 1 :].rstrip()))
    return len(line)
