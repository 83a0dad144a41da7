"""Findings as blocks of text: line and field, in words whether it must be mended first, and what to write."""

import re
from collections.abc import Sequence
from typing import Final

from ashore.cli.terminal import wrap
from ashore.errors import Finding, Message
from ashore.texts import say, say_finding
from ashore.texts.keys import KEYS
from ashore.texts.language import Language

SEPARATOR: Final = " · "
INDENT: Final = "    "
STEP: Final = r"([^.\[\]]+)(?:\[(\d+)\])?"


def show_findings(findings: Sequence[Finding], language: Language) -> list[str]:
    """Return the lines of all findings, one block each, in file order."""
    blocks = [
        [*wrap(_head(finding, language)), *wrap(say_finding(finding, language), indent=INDENT)]
        for finding in findings
    ]
    return [line for block in blocks for line in (*block, "")][:-1]


def _head(finding: Finding, language: Language) -> str:
    """Return the place and the level: `line 14 · must be mended first · debt “wsd” · rate`."""
    line = finding.place.line
    where = say(Message("check-line", {"line": str(line)}) if line else Message("check-file"), language)
    level = say(Message(f"level-{finding.level}"), language)
    return SEPARATOR.join((where, level, *_field(finding, language)))


def _field(finding: Finding, language: Language) -> list[str]:
    """Return the steps of a finding's path for a person: entries by their id or name, else counted from 1."""
    steps = re.findall(STEP, finding.place.path)
    entry = finding.facts.get("entry")
    names = [f"{name} {int(index) + 1}" if index else name for name, index in steps]
    if entry and steps and steps[0][1]:
        names[0] = f"{steps[0][0]} “{entry}”"
    name, index = steps[-1] if steps else ("", "")
    meaning = say(Message(f"key-{name}"), language) if f"key-{name}" in KEYS else name
    if not index and meaning != name:
        names[-1] = say(Message("check-key", {"key": name, "label": meaning}), language)
    return names
