"""`ashore facts`: every rule and number that Ashore relies on, where it was read, and what needs another look."""

from datetime import date, datetime
from typing import Final

import click

from ashore.cli.common import BAD, FINE, NOT_FEASIBLE, answer_options, echo_json, leave, own_day
from ashore.cli.facts_json import faults_as_json, listed_as_json
from ashore.cli.facts_view import show_faults, show_listed
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.household import read_household
from ashore.errors import AshoreError
from ashore.household.model import Own
from ashore.packs.check import check_pack
from ashore.packs.files import jurisdictions
from ashore.packs.listing import list_pack
from ashore.packs.pack import load_pack
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n

CHINA: Final = "cn"


@click.command(cls=TranslatedCommand, name="facts")
@click.argument("words", nargs=-1)
@click.option("--jurisdiction", type=click.Choice(jurisdictions()), help=_n("Whose rules; cn if not given."))
@click.option("--stale", is_flag=True, help=_n("Only what must be looked at again; ends with 1 if any."))
@click.option("--check", is_flag=True, help=_n("Only faults in the packs' files; ends with 2 if any."))
@click.option(
    "--file",
    "household",
    type=click.Path(),
    help=_n("A household file whose own values to show beside."),
)
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="2026-11-20",
    help=_n("The day from which to look; today if not given."),
)
@answer_options
@click.pass_context
def command(  # noqa: PLR0913 - click hands each option over by name
    context: click.Context,
    words: tuple[str, ...],
    *,
    jurisdiction: str | None,
    stale: bool,
    check: bool,
    household: str | None,
    on: datetime | None,
    as_json: bool,
    lang: Language | None,
) -> None:
    """Every rule and number with its source; words after the command show only what has them."""
    language = lang or language_of(context)
    if check:
        _check((jurisdiction,) if jurisdiction else jurisdictions(), language, as_json=as_json)
    today = on.date() if on else own_day()
    own = read_household(household, language) if household else None
    owns = own.owns if own else ()
    _list(
        jurisdiction or (own.jurisdiction if own else CHINA),
        today,
        words,
        owns,
        language,
        stale=stale,
        as_json=as_json,
    )


def _check(packs: tuple[str, ...], language: Language, *, as_json: bool) -> None:
    """Print the faults of some packs and end."""
    faults = {pack: check_pack(pack) for pack in packs}
    if as_json:
        echo_json(faults_as_json(faults, language))
    else:
        click.echo("\n".join(show_faults(faults, language)))
    raise SystemExit(BAD if any(faults.values()) else FINE)


def _list(
    jurisdiction: str,
    today: date,
    words: tuple[str, ...],
    owns: tuple[Own, ...],
    language: Language,
    *,
    stale: bool,
    as_json: bool,
) -> None:
    """Print what a pack holds and end."""
    try:
        listed = list_pack(load_pack(jurisdiction), today, words, stale_only=stale, owns=owns)
        if as_json:
            echo_json(listed_as_json(listed))
        else:
            click.echo("\n".join(show_listed(listed, language, stale_only=stale)))
    except AshoreError as error:
        leave(error, language)
    raise SystemExit(NOT_FEASIBLE if stale and listed.stale_count else FINE)
