"""Statements over several lines: brackets that stay open, braces that TOML wants on one line."""

import re
from collections.abc import Sequence
from typing import Final

from ashore.household.file.log import Remark
from ashore.household.file.pieces import Pieces

CLOSERS: Final = {"[": "]", "{": "}"}
SECTION: Final = r"\s*\[\[?\s*[A-Za-z_][\w.]*\s*\]\]?\s*"
STATEMENT: Final = r"\s*[^\s=:\[\]{},]+\s*="
Opened = list[tuple[str, int]]


def join_lines(lines: Sequence[Pieces]) -> list[Remark]:
    """Return what was found: brackets never closed (closed here), tables in braces put on one line here."""
    opened: Opened = []
    remarks: list[Remark] = []
    for number, pieces in enumerate(lines):
        if pieces.kept:
            continue
        if opened and _begins_anew(lines, number, opened):
            remarks += _close(lines, opened)
        pieces.inner = bool(opened)
        brace = next((line for sign, line in opened if sign == "{"), None)
        _count(pieces.code, number if brace is None else brace, opened)
        if brace is not None:
            remarks += _join(lines, brace, number)
    return remarks + _close(lines, opened)


def _begins_anew(lines: Sequence[Pieces], number: int, opened: Opened) -> bool:
    """Return whether a line begins a new statement although brackets are open."""
    code = lines[number].code
    if re.fullmatch(SECTION, code):
        return True
    sign, line = opened[-1]
    goes_on = sign == "{" and lines[line].code.rstrip().endswith((",", "{"))
    return bool(re.match(STATEMENT, code)) and not goes_on


def _count(code: str, number: int, opened: Opened) -> None:
    for sign in code:
        if sign in CLOSERS:
            opened.append((sign, number))
        elif opened and sign == CLOSERS[opened[-1][0]]:
            opened.pop()


def _join(lines: Sequence[Pieces], brace: int, number: int) -> list[Remark]:
    """Put a line behind the line of the brace it belongs to; say so once per brace."""
    said = number > brace + 1
    lines[brace].join(lines[number])
    return [] if said else [Remark("table-over-lines", "note", None, {}, brace + 1)]


def _close(lines: Sequence[Pieces], opened: Opened) -> list[Remark]:
    remarks: list[Remark] = []
    while opened:
        sign, line = opened.pop()
        lines[line].code = lines[line].code.rstrip().rstrip(",") + CLOSERS[sign]
        facts = {"sign": sign, "closing": CLOSERS[sign]}
        remarks.append(Remark("bracket-open", "stop", None, facts, line + 1))
    return remarks
