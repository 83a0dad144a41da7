"""`ashore log`: the own copy of a contact log: is it as it was written, what stands in it, one entry more."""

from datetime import date, datetime
from pathlib import Path
from typing import get_args

import click

from ashore.cli.common import (
    BAD,
    FINE,
    JURISDICTION,
    NOT_FEASIBLE,
    answer_options,
    echo_json,
    leave,
    own_day,
    read_bytes,
)
from ashore.cli.help import LANG, LANG_HELP, TranslatedCommand, headed, language_of
from ashore.cli.household import write_file
from ashore.cli.plan_view import show_parts
from ashore.cli.terminal import wrap
from ashore.creditors import contacts
from ashore.creditors.chain import Head, read_head
from ashore.creditors.contacts import Contact, Promise, problems_of, written
from ashore.creditors.log_file import Log, read_log, with_entry
from ashore.documents.contact_log import check_part, head_part, log_json, log_parts
from ashore.errors import Message
from ashore.packs.pack import load_pack
from ashore.texts import say, say_finding
from ashore.texts.language import Language, gettext_for
from ashore.texts.language import translate_later as _n

CHECK = _n("Whether a log is as it was written, against its own chain and a seal you kept.")
SHOW = _n("A log as a text to read, with what goes beyond the industry's own rules.")
ADD = _n("Add one entry; the file is made if there is none.")


class LogGroup(TranslatedCommand, click.Group):
    """The group of what is done with a log; its texts are in the reader's language."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands."""
        super().format_options(ctx, formatter)
        _ = gettext_for(language_of(ctx))
        with headed(formatter, _n("Commands"), language_of(ctx)):
            formatter.write_dl([(name, _(one.help or "")) for name, one in self.commands.items()])


@click.group(cls=LogGroup, name="log", no_args_is_help=True)
@click.option(LANG, type=click.Choice(["zh", "en"]), expose_value=False, help=LANG_HELP)
def command() -> None:
    """Work on the own copy of a contact log."""


def _read(file: str, language: Language, saved: Head | None = None) -> Log:
    return read_log(read_bytes(file, language), saved)


@command.command(cls=TranslatedCommand, name="check", help=CHECK)
@click.argument("file", type=click.Path())
@click.option(
    "--head", metavar="'12 3f2a-…'", help=_n("The seal you wrote down: the count and the signs after it.")
)
@answer_options
@click.pass_context
def check(
    context: click.Context, file: str, head: str | None, *, as_json: bool, lang: Language | None
) -> None:
    """Whether a log is as it was written; ends with 1 when it is not."""
    language = lang or language_of(context)
    saved = read_head(head) if head else None
    if head and saved is None:
        leave(Message("log-head-unread"), language)
    log = _read(file, language, saved)
    if as_json:
        echo_json(log_json(log, load_pack(JURISDICTION), own_day(), language))
    else:
        click.echo("\n".join(show_parts([check_part(log), head_part(log)], language)))
        if saved and log.is_whole:
            click.echo(
                "\n".join(["", *wrap(say(Message("log-head-fits", {"saved_count": saved.count}), language))])
            )
    context.exit(FINE if log.is_whole else NOT_FEASIBLE)


@command.command(cls=TranslatedCommand, name="show", help=SHOW)
@click.argument("file", type=click.Path())
@answer_options
@click.pass_context
def show(context: click.Context, file: str, *, as_json: bool, lang: Language | None) -> None:
    """A log as a text to read, whatever state it is in."""
    language = lang or language_of(context)
    log, pack = _read(file, language), load_pack(JURISDICTION)
    if as_json:
        told = [{"number": one.number, "entry": one.text, "link": one.link} for one in log.entries]
        echo_json({**log_json(log, pack, own_day(), language), "format": "ashore-log-show/1", "log": told})
    else:
        click.echo("\n".join(show_parts(log_parts(log, pack, own_day(), language), language)))
    context.exit(FINE)


def _choice(kind: object) -> click.Choice[str]:
    return click.Choice(list(get_args(kind)))


@command.command(cls=TranslatedCommand, name="add", help=ADD)
@click.argument("file", type=click.Path())
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), required=True, help=_n("The day of the contact."))
@click.option("--at", type=click.DateTime(["%H:%M"]), help=_n("The time, as 21:40."))
@click.option("--with", "party", type=_choice(contacts.Party), required=True, help=_n("With whom."))
@click.option(
    "--way",
    "direction",
    type=_choice(contacts.Direction),
    required=True,
    help=_n("Who came to whom: in is they came to you."),
)
@click.option("--by", "channel", type=_choice(contacts.Channel), required=True, help=_n("By which channel."))
@click.option("--debt", default="", help=_n("Which debt it is about."))
@click.option("--name", default="", help=_n("The name, as told."))
@click.option("--phone", default="", help=_n("The number, as shown or told."))
@click.option("--said", default="", help=_n("What was said."))
@click.option(
    "--answered/--unanswered",
    default=None,
    help=_n("Whether a call was taken, or anybody was there on a visit."),
)
@click.option(
    "--reached",
    type=_choice(contacts.Reached),
    default="self",
    help=_n("Who was spoken to: you, somebody you named as a contact, somebody else."),
)
@click.option("--told/--not-told", default=None, help=_n("Whether that person was told of the debt."))
@click.option(
    "--whom", default="", help=_n("Who else was spoken to, as you call them: the same word each time.")
)
@click.option(
    "--refused/--not-refused",
    default=None,
    help=_n("Whether who was spoken to asked not to be contacted again."),
)
@click.option(
    "--purpose",
    type=_choice(contacts.Purpose),
    help=_n("Whether payment was asked for, or only notice given."),
)
@click.option(
    "--agreed/--not-agreed", default=None, help=_n("Whether you had agreed to be contacted at that hour.")
)
@click.option("--they-promised", default="", help=_n("What they promised."))
@click.option("--they-until", type=click.DateTime(["%Y-%m-%d"]), help=_n("Until when."))
@click.option("--i-promised", default="", help=_n("What you promised."))
@click.option("--i-until", type=click.DateTime(["%Y-%m-%d"]), help=_n("Until when."))
@click.option("--in-writing", is_flag=True, help=_n("What was promised is in writing."))
@click.option(
    "--kept", "evidence", type=_choice(contacts.Evidence), default="none", help=_n("What you kept as proof.")
)
@click.option("--sent", default="", help=_n("The paper you handed over, if any."))
@click.option(
    "--corrects", type=click.IntRange(1), help=_n("The number of the entry that this one puts right.")
)
@answer_options
@click.pass_context
def add(context: click.Context, file: str, *, as_json: bool, lang: Language | None, **typed: object) -> None:
    """Add one entry to a log that is as it was written; another is left as it is, and the command ends with 1."""
    language, path = lang or language_of(context), Path(file)
    log = _read(file, language) if path.exists() else Log(())
    if not log.is_whole:
        click.echo("\n".join(show_parts([check_part(log)], language)), err=True)
        context.exit(NOT_FEASIBLE)
    contact = _contact(typed)
    wrong = problems_of(contact, len(log.entries) + 1)
    if wrong:
        click.echo("\n".join(line for one in wrong for line in wrap(say_finding(one, language))), err=True)
        context.exit(BAD)
    text = with_entry(log, written(contact))
    write_file(path, text, language)
    now = read_log(text.encode())
    if as_json:
        echo_json(log_json(now, load_pack(JURISDICTION), own_day(), language))
    else:
        click.echo("\n".join(show_parts([head_part(now)], language)))


def _contact(typed: dict[str, object]) -> Contact:
    """Return the contact that was typed; what is promised by nobody is none."""
    words = {
        name: value for name, value in typed.items() if name in contacts.KEYS and name not in ("on", "at")
    }
    given = {name: value for name in ("they", "i") if (value := typed[f"{name}_promised"])}
    promises = tuple(
        Promise("them" if name == "they" else "us", str(what), _day(typed[f"{name}_until"]))
        for name, what in given.items()
    )
    on, at = _day(typed["on"]), typed["at"]
    assert on is not None
    clock = at.time() if isinstance(at, datetime) else None
    return Contact(on=on, noted=own_day(), at=clock, promises=promises, **words)  # pyright: ignore[reportArgumentType] - click read each by its own type


def _day(typed: object) -> date | None:
    return typed.date() if isinstance(typed, datetime) else None
