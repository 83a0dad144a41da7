"""`ashore calendar FILE`: the days ahead as a list, and as a file for a calendar."""

from datetime import date, datetime
from pathlib import Path

import click

from ashore.cli.common import (
    FINE,
    answer_options,
    check_redact,
    echo_json,
    echo_lines,
    own_day,
    read_bytes,
    redact_option,
)
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.household import read_told, write_file
from ashore.cli.plan_view import show_parts
from ashore.cli.terminal import wrap
from ashore.creditors.log_file import read_log
from ashore.documents.answer.agenda import agenda_parts, days_ahead, event_message
from ashore.documents.answer.view import View, help_of
from ashore.documents.contact_log import check_part, promises_told
from ashore.documents.ics import Shape, calendar_bytes, entries_of
from ashore.errors import Message
from ashore.packs.planned import plan_of
from ashore.planning.agenda import MONTHS, Event, Promise
from ashore.texts import say
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n

MONTHS_MAX = 120
FRESH_DAYS = 1


@click.command(cls=TranslatedCommand, name="calendar")
@click.argument("file", type=click.Path())
@click.option(
    "--out", type=click.Path(path_type=Path), help=_n("Where to write a file for a calendar (.ics).")
)
@click.option(
    "--with-details", is_flag=True, help=_n("In the file, names and amounts instead of neutral words.")
)
@click.option("--remind", is_flag=True, help=_n("In the file, a reminder the day before each entry."))
@click.option(
    "--months",
    type=click.IntRange(1, MONTHS_MAX),
    default=MONTHS,
    show_default=True,
    help=_n("How many months ahead."),
)
@click.option(
    "--from", "start", type=click.DateTime(["%Y-%m-%d"]), help=_n("The first day; today if not given.")
)
@click.option(
    "--log", type=click.Path(), help=_n("A contact log: what was promised until a day is told too.")
)
@redact_option
@answer_options
@click.pass_context
def command(  # noqa: PLR0913 - click hands each option over by name
    context: click.Context,
    file: str,
    *,
    redact: bool,
    out: Path | None,
    with_details: bool,
    remind: bool,
    months: int,
    start: datetime | None,
    log: str | None,
    as_json: bool,
    lang: Language | None,
) -> None:
    """The days ahead: what is to be paid, answered and looked at; and a file for a calendar, in neutral words."""
    language = lang or language_of(context)
    check_redact(language, redact=redact, as_json=as_json or (with_details and out is not None))
    household = read_told(file, language, as_json=as_json)
    today = start.date() if start else own_day()
    promises = _promises(log, language) if log else ()
    view = View(plan_of(household), help_of(household.jurisdiction), today=today)
    events = days_ahead(view, today, months, promises)
    if out:
        shape = Shape(language, details=with_details, reminds=remind)
        _write(out, events, today, shape)
    if as_json:
        echo_json(_json(view, events, today, language))
    else:
        lines = show_parts(agenda_parts(view, events, today), language)
        echo_lines([*_old(view, today, language), *lines], redact=redact)
    context.exit(FINE)


def _promises(path: str, language: Language) -> tuple[Promise, ...]:
    """Return what a log says was promised until a day; of one that is not as it was written, that is said on stderr."""
    log = read_log(read_bytes(path, language))
    if not log.is_whole:
        click.echo("\n".join([*show_parts([check_part(log)], language), ""]), err=True)
    return promises_told(log, language)


def _write(out: Path, events: tuple[Event, ...], today: date, shape: Shape) -> None:
    """Write the file, and say on stderr what is in it and what is not."""
    data = calendar_bytes(events, today, shape)
    write_file(out, data.decode(), shape.language)
    count = len(entries_of([one for one in events if one.day >= today], shape))
    code = "agenda-written-details" if shape.details else "agenda-written"
    told = say(Message(code, {"file": str(out), "events_count": count}), shape.language)
    click.echo("\n".join([*wrap(told), ""]), err=True)


def _old(view: View, today: date, language: Language) -> list[str]:
    """Return that the figures are old, where they are."""
    days = (today - view.as_of).days
    if days <= FRESH_DAYS or not view.plan.household.debts:
        return []
    return [*wrap(say(Message("today-old", {"old_ndays": days}), language)), ""]


def _json(view: View, events: tuple[Event, ...], today: date, language: Language) -> dict[str, object]:
    return {
        "format": "ashore-calendar/1",
        "status": view.plan.status,
        "as_of": view.as_of,
        "from": today,
        "events": [
            {
                "day": one.day,
                "kind": one.kind,
                "debt": one.debt,
                "name": one.name,
                "fen": one.fen,
                "what": say(event_message(one, today), language),
            }
            for one in events
        ],
    }
