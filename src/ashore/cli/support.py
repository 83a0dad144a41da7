"""`ashore support [FILE]`: whom to call, where somebody helps, how to judge a group; a sheet for a counsellor."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import click

from ashore.cli.common import (
    FINE,
    JURISDICTION,
    answer_options,
    echo_json,
    leave,
    own_day,
    read_bytes,
    redact_option,
)
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.household import household_from, is_example
from ashore.cli.plan_view import show_parts
from ashore.cli.sheets import check_ending, write_sheet
from ashore.cli.terminal import hang
from ashore.cli.to_call import tell_whom_to_call
from ashore.creditors.log_file import Log, read_log
from ashore.documents.counsellor import PACK_MAKERS, before_messages, chosen_of, pack_json, sheet_of
from ashore.documents.sheets.making import MAKERS, Maker
from ashore.documents.sheets.text import sheet_text
from ashore.documents.support import (
    circle_paper,
    circle_parts,
    group_parts,
    support_json,
    support_parts,
)
from ashore.errors import AshoreError, Message
from ashore.letters.counsellor import ASKS, SHOWS
from ashore.letters.sheet import Sheet
from ashore.packs.pack import load_pack
from ashore.texts import say
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n
from ashore.texts.sentences import word

SHOW: Final = _n("What the sheet shows, once for each part.")
ASK: Final = _n("What you would like help with, once for each.")


@click.command(cls=TranslatedCommand, name="support")
@click.argument("file", type=click.Path(), required=False)
@click.option(
    "--pack",
    type=click.Path(path_type=Path),
    help=_n("Write the sheet to this file: .pdf, .docx, .txt or .html."),
)
@click.option("--show", "shows", multiple=True, type=click.Choice(SHOWS), help=SHOW)
@click.option("--ask", "asks", multiple=True, type=click.Choice(ASKS), help=ASK)
@click.option("--own", default="", metavar="TEXT", help=_n("Your own words, printed as they are."))
@click.option("--log", type=click.Path(), help=_n("Your copy of the contact log, for --show tried."))
@click.option(
    "--circle",
    type=click.Path(path_type=Path),
    help=_n("Write the page of a small circle to this file: .pdf, .docx or .txt."),
)
@redact_option
@answer_options
@click.pass_context
def command(  # noqa: PLR0913 - click hands each option over by name
    context: click.Context,
    file: str | None,
    pack: Path | None,
    log: str | None,
    circle: Path | None,
    *,
    shows: tuple[str, ...],
    asks: tuple[str, ...],
    own: str,
    redact: bool,
    as_json: bool,
    lang: Language | None,
) -> None:
    """Whom to call, where somebody helps, how to judge a group; with a file the sheet for a counsellor."""
    language = lang or language_of(context)
    check_ending(pack, language, PACK_MAKERS)
    check_ending(circle, language)
    if pack and not file:
        leave(Message("support-pack-without-file"), language)
    if circle:
        _write(circle_paper(load_pack(JURISDICTION), own_day(), language), circle, language, MAKERS)
    if file is not None:
        if not as_json:  # before the file is read, so that no fault of a file stands in front of them
            tell_whom_to_call(JURISDICTION, language)
        told = {"own": own, "log": log or ""}
        _sheet(file, (shows, asks), told, pack, language, redact=redact, as_json=as_json)
    elif as_json:
        echo_json(support_json(load_pack(JURISDICTION), own_day()))
    elif not circle:
        places = load_pack(JURISDICTION)
        today = own_day()
        parts = (
            *support_parts(places, today, language),
            *group_parts(places),
            *circle_parts(places, today),
        )
        click.echo("\n".join(show_parts(parts, language)))
    context.exit(FINE)


def _sheet(
    file: str,
    ticked: tuple[tuple[str, ...], tuple[str, ...]],
    told: Mapping[str, str],
    pack: Path | None,
    language: Language,
    *,
    redact: bool,
    as_json: bool,
) -> None:
    """Print the sheet of a household's file, or write it; what stands in the way is said and ends with 2."""
    shows, asks = ticked
    data = read_bytes(file, language)
    household = household_from(data, language, file)
    try:
        chosen = chosen_of(shows or None, asks, told["own"], redact=redact)
        log = _log(told["log"], language)
        made = sheet_of(household, chosen, own_day(), language, log, example=is_example(data))
    except AshoreError as error:
        leave(error, language)
    if pack:
        _write(made, pack, language, PACK_MAKERS, quiet=as_json)
    if as_json:
        echo_json(pack_json(made, chosen, language))
        return
    paper = [] if pack else [*sheet_text(made, language).splitlines(), ""]
    head = click.style(word("pack-head-before", language), bold=True)
    before = [line for one in before_messages(household) for line in hang("- ", say(one, language))]
    click.echo("\n".join([*paper, head, *before]))


def _log(file: str, language: Language) -> Log | None:
    return read_log(read_bytes(file, language)) if file else None


def _write(
    sheet: Sheet, path: Path, language: Language, makers: Mapping[str, Maker], *, quiet: bool = False
) -> None:
    write_sheet(sheet, path, language, makers)
    if not quiet:
        click.echo(say(Message("pack-written", {"file": str(path)}), language))
