"""`ashore progress FILE`: the way already walked; a page for the family, and one for somebody who helps."""

from datetime import date, datetime
from pathlib import Path

import click

from ashore.cli.common import (
    FINE,
    answer_options,
    check_redact,
    echo_json,
    echo_lines,
    leave,
    own_day,
    read_bytes,
    redact_option,
)
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.household import household_from, read_household
from ashore.cli.plan_view import show_parts
from ashore.cli.report import check_page_name, write_page
from ashore.cli.terminal import wrap
from ashore.documents.answer.agenda import days_ahead
from ashore.documents.answer.view import View, help_of
from ashore.documents.called import told_apart
from ashore.documents.family import Place, family_html
from ashore.documents.progress import progress_json, progress_parts
from ashore.documents.sharing import MONTHS, NEEDS, Sharing, sharing_html
from ashore.errors import Message
from ashore.household.model import Household
from ashore.packs.pack import load_pack
from ashore.packs.planned import plan_of
from ashore.packs.workdays import working_days_of
from ashore.planning.progress import Progress, progress_of, told_in
from ashore.texts import say
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n


@click.command(cls=TranslatedCommand, name="progress")
@click.argument("file", type=click.Path())
@click.option(
    "--before", type=click.Path(), help=_n("An earlier copy of the file: what was paid since is told.")
)
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), help=_n("Payments count from this day; all if not given.")
)
@click.option(
    "--family", type=click.Path(path_type=Path), help=_n("Where to write a page for the family (.html).")
)
@click.option(
    "--share", type=click.Path(path_type=Path), help=_n("Where to write a page for a helper (.html).")
)
@click.option("--with-details", is_flag=True, help=_n("In these pages, names and amounts of your own."))
@redact_option
@answer_options
@click.pass_context
def command(  # noqa: PLR0913 - click hands each option over by name
    context: click.Context,
    file: str,
    *,
    before: str | None,
    since: datetime | None,
    family: Path | None,
    share: Path | None,
    with_details: bool,
    redact: bool,
    as_json: bool,
    lang: Language | None,
) -> None:
    """What is paid, closed and kept so far, as far as the file knows; and pages for others, without amounts."""
    language = lang or language_of(context)
    check_redact(language, redact=redact, as_json=as_json)
    for path in (family, share):
        if path:
            check_page_name(path, language)
    household, today = read_household(file, language), own_day()
    view = _view(household, today)
    if family:
        place = Place(load_pack(household.jurisdiction), view.help)
        page = family_html(place, view, today, language, numbers=with_details)
        _written(family, page, language, redact=redact)
    if share:
        sharing = Sharing(NEEDS, days_ahead(view, today, MONTHS), with_details)
        _written(share, sharing_html(view, sharing, today, language), language, redact=redact)
    spoken = household if as_json else told_apart(household, language)
    seen = view if spoken is household else _view(spoken, today)
    earlier = household_from(read_bytes(before, language), language) if before else None
    told = earlier and (earlier if as_json else told_apart(earlier, language))
    found = _found(seen, spoken, told, since.date() if since else None, language)
    if as_json:
        echo_json(progress_json(found))
    else:
        echo_lines(show_parts(progress_parts(found), language), redact=redact)
    context.exit(FINE)


def _view(household: Household, today: date) -> View:
    return View(plan_of(household), help_of(household.jurisdiction), today=today)


def _found(
    view: View, household: Household, earlier: Household | None, since: date | None, language: Language
) -> Progress:
    """Return the way walked; an earlier copy that is not from an earlier day ends with 2."""
    days = working_days_of(household, view.plan.horizon)
    if earlier and earlier.as_of >= household.as_of:
        leave(Message("progress-not-earlier", {"before": earlier.as_of, "as_of": household.as_of}), language)
    if since and since > household.as_of:
        leave(Message("progress-since-late", {"since": since, "as_of": household.as_of}), language)
    told = told_in(earlier, household) if earlier else None
    return progress_of(view.plan, household, told, since, days)


def _written(path: Path, page: str, language: Language, *, redact: bool) -> None:
    """Write a page, and say on stderr where, and for whom it is not."""
    write_page(path, page, language, redact=redact)
    told = say(Message("progress-written", {"file": str(path)}), language)
    click.echo("\n".join([*wrap(told), ""]), err=True)
