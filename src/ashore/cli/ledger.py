"""Bills that a line names, as one ledger with its categories: what `budget`, `review` and the like rest on.

What money went to is shown to the person and to nobody else (practice H1): no finding here says it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

import click

from ashore.cli.common import BAD, STDIN, leave, read_bytes
from ashore.cli.findings_view import show_findings
from ashore.cli.household import write_file
from ashore.diagnosis.category_rules import CATEGORIES, DEBT
from ashore.diagnosis.corrections import Correction, learnt, read_corrections, write_corrections
from ashore.documents.bills import seen_of
from ashore.documents.monthly import SortedBills
from ashore.documents.sorting import sort_bills
from ashore.errors import Message
from ashore.household.model import Household
from ashore.importers.bills.bank import format_of
from ashore.importers.bills.bank_mapping import mapping_from_toml
from ashore.importers.bills.form import BillReading, Format
from ashore.importers.bills.formats import FORMATS
from ashore.importers.bills.gathering import gather
from ashore.importers.bills.reading import read_bill
from ashore.packs.categories import load_rules
from ashore.planning.shop_budget import has_shop
from ashore.texts import say
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n

Command = TypeVar("Command", bound=Callable[..., object])
WHOSE: Final = {"shop": True, "home": False}
"""What a correction may say beside a category: that it is the shop's money, or that it is not."""
CHOICES: Final = (*CATEGORIES, DEBT, *WHOSE)


def bill_options(command: Command) -> Command:
    """Return a command that also takes bills, a password for them, and what the person says payments were for."""
    bills = click.argument("bills", nargs=-1, type=click.Path(), metavar="BILL…")
    password = click.option(
        "--password", help=_n("What opens a locked ZIP; - asks for it, so that it stands nowhere.")
    )
    kept = click.option(
        "--corrections",
        type=click.Path(path_type=Path),
        help=_n("The file of what you said payments were for."),
    )
    said = click.option(
        "--correct",
        "corrects",
        multiple=True,
        metavar="WORD=CATEGORY",
        help=_n("What payments with this word were for; also =shop or =home. May be given several times."),
    )
    return bills(password(mapping_option(kept(said(command)))))


def mapping_option(command: Command) -> Command:
    """Return a command that also takes the file of a bank's columns."""
    option = click.option(
        "--mapping",
        type=click.Path(path_type=Path),
        help=_n("The file of which column of a bank's export holds what; import writes one."),
    )
    return option(command)


@dataclass(frozen=True, slots=True)
class Opening:
    """How bills are opened: what opens a locked ZIP, `-` to be asked, and the file of a bank's columns."""

    password: str | None = None
    mapping: Path | None = None


def read_bills(bills: Sequence[str], opening: Opening, language: Language) -> tuple[BillReading, ...]:
    """Return each bill as read; a mapping that is none is said and ends with 2, one not there yet says nothing."""
    formats, password = _formats(opening.mapping, language), opening.password
    if password == STDIN:
        password = click.prompt(say(Message("import-ask-password"), language), hide_input=True, err=True)
    return tuple(
        read_bill(bill, read_bytes(bill, language), password=password, formats=formats) for bill in bills
    )


def _formats(path: Path | None, language: Language) -> tuple[Format, ...]:
    """Return the known formats, the one of a mapping first."""
    if path is None or not path.exists():
        return FORMATS
    mapping, findings = mapping_from_toml(read_bytes(str(path), language).decode("utf-8", "replace"))
    if findings:
        click.echo("\n".join([str(path), *show_findings(findings, language)]), err=True)
    if mapping is None:
        raise SystemExit(BAD)
    return (format_of(mapping), *FORMATS)


def read_ledger(
    household: Household,
    bills: Sequence[str],
    opening: Opening,
    corrections: Path | None,
    corrects: Sequence[str],
    language: Language,
) -> SortedBills:
    """Return the ledger of the bills; a file that cannot be read is said and ends with 2.

    New corrections are kept in the file of corrections where one is named.
    """
    said = learnt(_kept(corrections, language), [_correction(text, language) for text in corrects])
    if corrections and corrects:
        write_file(corrections, write_corrections(said), language)
    readings = read_bills(bills, opening, language)
    _stop(readings, language)
    rules = load_rules(household.jurisdiction)
    ledger = gather(readings).transactions
    found = sort_bills(ledger, household, rules, said, trader=has_shop(household))
    return SortedBills(found, tuple(seen for one in readings for seen in seen_of(one)), rules)


def _kept(path: Path | None, language: Language) -> tuple[Correction, ...]:
    """Return the corrections of a file; one that is not there yet has none, what is wrong in it is said on stderr."""
    if path is None or not path.exists():
        return ()
    read = read_corrections(read_bytes(str(path), language).decode("utf-8", "replace"))
    if read.findings:
        click.echo("\n".join([*show_findings(read.findings, language), ""]), err=True)
    if any(one.level == "stop" for one in read.findings):
        raise SystemExit(BAD)
    return read.corrections


def _correction(text: str, language: Language) -> Correction:
    """Return what `WORD=CATEGORY` says; anything else ends with 2."""
    word, _, code = text.rpartition("=")
    if not word.strip() or code not in CHOICES:
        leave(Message("correct-unclear", {"choices": CHOICES}), language)
    if code in WHOSE:
        return Correction(word.strip(), business=WHOSE[code])
    return Correction(word.strip(), code)


def _stop(readings: Sequence[BillReading], language: Language) -> None:
    """Say what stops a file, with its name, and end with 2."""
    for one in readings:
        if one.stopped:
            lines = show_findings(one.findings, language)
            click.echo("\n".join([one.file, *lines]), err=True)
    if any(one.stopped for one in readings):
        raise SystemExit(BAD)
