"""Reading a household for a command that computes: what must be mended first is said, and the command ends with 2."""

from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Final

import click

from ashore.cli.common import BAD, JURISDICTION, leave, own_day, read_bytes
from ashore.cli.findings_view import show_findings
from ashore.cli.terminal import wrap
from ashore.cli.to_call import tell_below_a_fault
from ashore.documents.called import told_apart
from ashore.documents.files import write_whole
from ashore.errors import Message
from ashore.household import Reading, read_parsed, read_source
from ashore.household.model import Debt, Household
from ashore.packs.files import jurisdictions
from ashore.packs.products import all_products
from ashore.store.locked import starts_locked
from ashore.texts import say
from ashore.texts.language import Language
from ashore.texts.os_errors import why_not

FRESH_DAYS: Final = 31
"""A file is looked through once a month; older figures are said to be so."""


def read_household(path: str, language: Language) -> Household:
    """Return the household in a file; prints every finding and ends with 2 when one must be mended first."""
    return household_from(read_bytes(path, language), language, path)


def read_told(path: str, language: Language, *, as_json: bool) -> Household:
    """Return the same, as it is spoken of to the person: no two debts are called alike.  In JSON names are as typed."""
    household = read_household(path, language)
    return household if as_json else told_apart(household, language)


def is_example(data: bytes) -> bool:
    """Return whether these are the bytes of one of the bundled examples, whose people and amounts are invented."""
    files = (resources.files("ashore") / "examples").iterdir()
    return any(one.name.endswith(".toml") and one.read_bytes() == data for one in files)


def household_from(data: bytes, language: Language, path: str = "") -> Household:
    """Return the household in a file's bytes; prints every finding and ends with 2 when one must be mended first.

    How many are only worth a look is said on stderr, with the command that shows them, and so is how old the figures
    are after a month.
    """
    reading: Reading = read_parsed(read_source(data), all_products(), jurisdictions())
    if reading.household is None:
        then = wrap(say(Message("check-next-stop"), language))
        click.echo("\n".join([*show_findings(reading.findings, language), "", *then]), err=True)
        tell_below_a_fault(JURISDICTION, language)
        raise SystemExit(BAD)
    for note in _notes(reading, reading.household, path) if path else ():
        click.echo("\n".join([*wrap(say(note, language)), ""]), err=True)
    return reading.household


def _notes(reading: Reading, household: Household, path: str) -> Iterator[Message]:
    """Yield what is to be known of a file before an answer from it is read."""
    if reading.findings:
        yield Message("check-notes-elsewhere", {"file": path, "notes_count": len(reading.findings)})
    age = (own_day() - household.as_of).days
    if age > FRESH_DAYS:
        yield Message("file-old", {"file": path, "as_of": household.as_of, "old_ndays": age})


def find_debt(household: Household, debt_id: str, language: Language) -> Debt:
    """Return the debt of an id; says which there are and ends with 2 where there is none."""
    debt = next((one for one in household.debts if one.id == debt_id), None)
    if debt is None:
        ids = tuple(one.id for one in household.debts)
        facts = {"debt": debt_id, "debts": ids}
        leave(Message("schedule-no-debt", facts) if ids else Message("debts-none"), language)
    return debt


def write_file(path: Path, text: str, language: Language) -> None:
    """Write a text file whole; says why not and ends with 2 when it cannot be written, what stood there untouched.

    A locked file is not written over: what it keeps would then lie open, or be gone.
    """
    try:
        if path.is_file() and starts_locked(path):
            leave(Message("lock-not-over", {"file": str(path)}), language)
        write_whole(path, text)
    except OSError as error:
        leave(Message("file-not-written", {"file": str(path), "why": why_not(error, language)}), language)
