"""Text as a tree of plain values; what the parser cannot read is reported line by line, and the rest is read."""

import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from ashore.household.file.log import Remark
from ashore.household.file.plain import cut

PLACE: Final = r"\(at line (\d+), column (\d+)\)"
ATTEMPTS: Final = 40
UNREAD: Final = ("key-twice", "equals-missing", "backslash", "text-open", "value-missing", "line-unreadable")
REASONS: Final[tuple[tuple[str, str], ...]] = (
    ("Cannot overwrite", "key-twice"),
    ("Cannot declare", "section-twice"),
    ("Cannot redefine", "section-twice"),
    ("Cannot mutate", "section-twice"),
    ("Expected '='", "equals-missing"),
    ("Unescaped '\\'", "backslash"),
    ("Unterminated string", "text-open"),
    ("Illegal character '\\n'", "text-open"),
)


def parse(text: str) -> tuple[str, Mapping[str, object], list[Remark]]:
    """Return the text without the lines that cannot be read, its tree, and a remark on each such line."""
    remarks: list[Remark] = []
    lines = text.split("\n")
    while True:
        try:
            return "\n".join(lines), tomllib.loads("\n".join(lines), parse_float=Decimal), remarks
        except tomllib.TOMLDecodeError as error:
            remarks.append(_remark(str(error), lines))
        _drop(lines, remarks[-1].line or 1)
        if len(remarks) == ATTEMPTS:
            return "", {}, remarks


def _remark(message: str, lines: list[str]) -> Remark:
    place = re.search(PLACE, message)
    line, column = (int(place[1]), int(place[2])) if place else (_last_filled(lines), 1)
    code = next((code for reason, code in REASONS if message.startswith(reason)), "line-unreadable")
    if code in ("key-twice", "section-twice") and not lines[line - 1].strip():
        line = _last_filled(lines[:line])
    written = lines[line - 1].strip()
    if code == "line-unreadable" and re.fullmatch(r"[^=]+=\s*(?:#.*)?", written):
        code = "value-missing"
    key = re.match(r"[^\s=]*", written)
    facts = {"read": cut(written), "key": cut(key[0] if key else ""), "column": str(column)}
    return Remark(code, "stop", () if written.startswith("[") else None, facts, line)


def _last_filled(lines: list[str]) -> int:
    return max((number for number, line in enumerate(lines, 1) if line.strip()), default=1)


def _drop(lines: list[str], line: int) -> None:
    """Leave a line out; with a section's header, all that stands under it."""
    header = lines[line - 1].lstrip().startswith("[")
    lines[line - 1] = ""
    while header and line < len(lines) and not lines[line].lstrip().startswith("["):
        lines[line] = ""
        line += 1
