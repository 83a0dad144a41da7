"""`ashore import BILL…`: exports of payment apps and banks read: what was understood, what was left out and why."""

from collections.abc import Iterable
from pathlib import Path

import click

from ashore.cli.common import BAD, FINE, answer_options, echo_json
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.household import write_file
from ashore.cli.ledger import Opening, mapping_option, read_bills
from ashore.cli.plan_view import show_parts
from ashore.documents.importing import Imported, import_json, import_parts
from ashore.errors import Message
from ashore.importers.bills import bank
from ashore.importers.bills.bank_mapping import mapping_to_toml
from ashore.importers.bills.beancount import to_beancount
from ashore.importers.bills.form import BillReading
from ashore.importers.bills.gathering import gather
from ashore.texts import say
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n


@click.command(cls=TranslatedCommand, name="import")
@click.argument("bills", nargs=-1, required=True, type=click.Path(), metavar="BILL…")
@click.option("--password", help=_n("What opens a locked ZIP; - asks for it, so that it stands nowhere."))
@mapping_option
@click.option(
    "--beancount",
    type=click.Path(path_type=Path),
    help=_n("Write all payments as a beancount book, for who keeps books already."),
)
@answer_options
@click.pass_context
def command(
    context: click.Context,
    bills: tuple[str, ...],
    *,
    password: str | None,
    mapping: Path | None,
    beancount: Path | None,
    as_json: bool,
    lang: Language | None,
) -> None:
    """Bills of Alipay, WeChat Pay and others, read and added up; ends with 2 when a file cannot be read."""
    language = lang or language_of(context)
    readings = read_bills(bills, Opening(password, mapping), language)
    imported = Imported(readings, gather(readings))
    if as_json:
        echo_json(import_json(imported))
    else:
        click.echo("\n".join(show_parts(import_parts(imported, language), language)))
    if mapping and not mapping.exists():
        _keep_mapping(mapping, readings, language)
    if beancount and not imported.stopped:
        write_file(beancount, to_beancount(imported.ledger.transactions), language)
        click.echo(say(Message("import-beancount", {"file": str(beancount)}), language), err=True)
    context.exit(BAD if imported.stopped else FINE)


def _keep_mapping(path: Path, readings: Iterable[BillReading], language: Language) -> None:
    """Write the columns that were found in the first bank's export, to be put right by hand."""
    first = next((row for one in readings if one.format == bank.CODE for row in one.transactions), None)
    if first is None:
        click.echo(say(Message("import-mapping-none"), language), err=True)
        return
    write_file(path, mapping_to_toml(bank.guess([heading for heading, _ in first.raw])), language)
    click.echo(say(Message("import-mapping-kept", {"file": str(path)}), language), err=True)
