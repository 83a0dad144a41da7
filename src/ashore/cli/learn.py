"""`ashore learn [LESSON] [--for FILE]`: short lessons, the ones that matter most for a household first."""

import click

from ashore.cli.common import (
    FINE,
    JURISDICTION,
    answer_options,
    check_redact,
    echo_json,
    echo_lines,
    leave,
    own_day,
    redact_option,
)
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.household import read_household
from ashore.cli.plan_view import show_parts
from ashore.documents.lesson_list import lesson_json, lesson_parts, list_json, list_parts
from ashore.documents.lessons import known_of, written
from ashore.errors import Message
from ashore.lessons.opened import open_lesson
from ashore.lessons.order import in_order
from ashore.packs.pack import load_pack
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n


@click.command(cls=TranslatedCommand, name="learn")
@click.argument("lesson", required=False)
@click.option("--for", "file", type=click.Path(), help=_n("A household file: its own numbers, its order."))
@click.option("--at", type=int, help=_n("Where the slider of a lesson stands that has one."))
@redact_option
@answer_options
@click.pass_context
def command(
    context: click.Context,
    lesson: str | None,
    *,
    file: str | None,
    at: int | None,
    redact: bool,
    as_json: bool,
    lang: Language | None,
) -> None:
    """Short lessons, three minutes each: without a name the list, with one the lesson."""
    language = lang or language_of(context)
    check_redact(language, redact=redact, as_json=as_json)
    household = read_household(file, language) if file else None
    pack = load_pack(household.jurisdiction if household else JURISDICTION)
    known = known_of(pack, own_day(), household)
    if lesson is None:
        placed = in_order(pack.lessons.values(), known)
        shown, found = list_parts(placed, language), list_json(placed, pack.id)
    elif lesson in pack.lessons:
        opened = open_lesson(pack.lessons[lesson], known, at)
        texts = written(opened, pack, language)
        shown, found = lesson_parts(texts), lesson_json(opened, texts, language)
    else:
        leave(Message("lesson-unknown", {"lesson": lesson, "lessons": tuple(pack.lessons)}), language)
    if as_json:
        echo_json(found)
    else:
        echo_lines(show_parts(shown, language), redact=redact)
    context.exit(FINE)
