"""Lines with full-width signs, curly quotes and values without quotes, read where they have one meaning.

Every change is a remark with what was read; lines keep their numbers.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Final

from ashore.errors import Fact, Level
from ashore.household.file.bare import plain_value
from ashore.household.file.joining import join_lines
from ashore.household.file.log import Remark
from ashore.household.file.pieces import HOLE, Pieces, take_all_apart
from ashore.household.file.plain import BARE_KEY, cut, quote

HEADER: Final = r"(\s*)(\[+)\s*([^\[\]=]*?)\s*(\]+)\s*"
ASSIGNMENT: Final = r"(?s)(\s*)([^\s=:\[\]{},]+)(\s*)([=:])(?!=)(\s*)(.*?)(\s*)"
END_MARKS: Final = r"(?<=[^\s,;.])[\s,;.]*[,;.]$"
INLINE_VALUE: Final = r"(?<=[\w\x00-])(\s*=\s*)([^\[\]{}=]+?)(?=\s*(?:,\s*[\w\x00-]+\s*=|,?\s*[}\]]|,?\s*$))"
ARRAY: Final = r"\[([^\[\]{}=]+)\]"
EXTRA_COMMA: Final = r",\s*\}"
ITEM: Final = r"((?:^|,)\s*)([^\s,\x00\d+-][^,\x00]*?)(?=\s*(?:,|$))"


@dataclass(slots=True, eq=False, repr=False)
class Line:
    """A line under repair, its number (1 is the first), and where remarks go."""

    pieces: Pieces
    number: int
    remarks: list[Remark] = field(default_factory=list[Remark])

    def say(self, level: Level, code: str, **facts: Fact) -> None:
        """Report something about this line."""
        self.remarks.append(Remark(code, level, None, facts, self.number))

    def shown(self, code: str) -> str:
        """Return a part of the code as it was written, quoted texts included."""
        return cut(re.sub(HOLE, lambda hole: self.pieces.texts[int(hole[1])], code).strip())


def repair(text: str, lists: Collection[str]) -> tuple[str, list[Remark]]:
    """Return the text as it is read, line by line the same, with a remark on every change.

    `lists` are the dotted names of sections that stand in double brackets (`debt`, `debt.concession`).
    """
    parts = take_all_apart(text)
    remarks: list[Remark] = []
    for number, pieces in enumerate(parts):
        _report_signs(Line(pieces, number + 1, remarks))
    remarks += join_lines(parts)
    for number, pieces in enumerate(parts):
        if not pieces.kept:
            pieces.code = _read(Line(pieces, number + 1, remarks), lists)
    return "\n".join(pieces.line for pieces in parts), remarks


def _report_signs(line: Line) -> None:
    pieces = line.pieces
    read = cut(pieces.line.strip())
    if pieces.unclear:
        line.say("stop", "quotes-unclear", write=read)
    elif pieces.curly:
        line.say("note", "quotes-curly", signs=" ".join(dict.fromkeys(pieces.curly)), write=read)
    if pieces.wide:
        line.say("note", "signs-full-width", signs=" ".join(dict.fromkeys(pieces.wide)), write=read)


def _read(line: Line, lists: Collection[str]) -> str:
    code = line.pieces.code
    if line.pieces.inner:
        return _inline(line, code)
    if header := re.fullmatch(HEADER, code):
        return _header(line, header, lists)
    if statement := re.fullmatch(ASSIGNMENT, code):
        return _statement(line, statement)
    return code


def _header(line: Line, found: re.Match[str], lists: Collection[str]) -> str:
    """Return the section's header with the brackets it needs."""
    indent, opening, name, closing = found.groups()
    plain = name.lower()
    nested = next((path for path in lists if path.endswith(f".{plain}")), None)
    if nested and plain not in lists:
        plain = nested
    elif plain not in lists and plain != "household":
        known = re.fullmatch(rf"{BARE_KEY}(\.{BARE_KEY})*", name) or "\0" in name
        return found.string if known else f"{indent}{opening}{quote(name)}{closing}"
    brackets = "[[{}]]" if plain in lists else "[{}]"
    write = brackets.format(plain)
    if opening + name + closing != write:
        line.say("note", "section-respelled", read=found.string.strip(), write=write)
    return indent + write


def _statement(line: Line, found: re.Match[str]) -> str:
    indent, key, before, sign, after, value, rest = found.groups()
    if sign == ":":
        line.say("note", "colon-for-equals", write=line.shown(f"{key} = {value}"))
    if not re.fullmatch(BARE_KEY, key) and "\0" not in key and "." not in key:
        key = quote(key)
    ended = re.search(END_MARKS, value)
    if ended:
        value = value[: ended.start()]
        line.say("note", "mark-at-end", write=line.shown(f"{key} = {value}"))
    value = _inline(line, value) if set("[{") & set(value) else _value(line, value)
    return f"{indent}{key}{before}={after}{value}{rest}"


def _inline(line: Line, code: str) -> str:
    """Return the code of lists and tables in braces with the values in them read."""
    if re.search(EXTRA_COMMA, code):
        code = re.sub(EXTRA_COMMA, "}", code)
        line.say("note", "comma-extra", write=line.shown(code))
    code = re.sub(INLINE_VALUE, lambda found: found[1] + _value(line, found[2]), code)
    return re.sub(ARRAY, lambda found: f"[{re.sub(ITEM, _item_reader(line), found[1])}]", code)


def _item_reader(line: Line) -> Callable[[re.Match[str]], str]:
    return lambda found: found[1] + _value(line, found[2])


def _value(line: Line, bare: str) -> str:
    """Return the value that stands for a bare text; what has no other reading becomes a text."""
    plain = plain_value(bare)
    if plain is None:
        return bare
    if not plain.startswith('"'):
        line.say("note", "value-respelled", read=cut(bare), write=plain)
    elif plain != quote(bare) or not bare[0].isdigit() or "%" in bare:
        line.say("note", "quotes-missing", read=cut(bare), write=cut(plain))
    return plain
