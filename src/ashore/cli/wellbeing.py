"""`ashore wellbeing`: help lines first; then, where it is asked for, a questionnaire that is stored nowhere."""

import sys
from collections.abc import Iterable
from datetime import date

import click

from ashore.cli.common import FINE, JURISDICTION, STDIN, answer_options, echo_json, leave, own_day
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.plan_view import show_parts
from ashore.cli.to_call import tell_whom_to_call
from ashore.cli.wellbeing_ask import ask
from ashore.documents.blocks import Part
from ashore.documents.mood import first_parts, outcome_parts, wellbeing_json
from ashore.errors import Message
from ashore.packs.files import SHIPPED
from ashore.packs.pack import Pack, load_pack
from ashore.packs.screeners import screener_names
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n
from ashore.wellbeing.scoring import Outcome, fits, outcome_of
from ashore.wellbeing.screener import Screener

NAMES = screener_names(SHIPPED / JURISDICTION)


@click.command(cls=TranslatedCommand, name="wellbeing")
@click.option("--screener", type=click.Choice(NAMES), help=_n("Ask its questions here; nothing is stored."))
@click.option(
    "--answers", metavar="0,1,,2", help=_n("Answers in order, nothing for one left out; - reads them.")
)
@answer_options
@click.pass_context
def command(
    context: click.Context, *, screener: str | None, answers: str | None, as_json: bool, lang: Language | None
) -> None:
    """Help lines first; then a check-in, if you want one."""
    language, pack = lang or language_of(context), load_pack(JURISDICTION)
    today = own_day()
    one = pack.screeners[screener] if screener else None
    outcome = _answered(one, answers, language)
    if as_json:
        echo_json(wellbeing_json(pack, today, one, outcome))
    else:
        _show(pack, one, outcome, language, today)
    context.exit(FINE)


def _answered(one: Screener | None, answers: str | None, language: Language) -> Outcome | None:
    """Return what typed answers lead to, None where none were typed; what does not fit is said, and ends with 2."""
    if answers is None:
        return None
    if one is None:
        leave(Message("mood-cli-answers-alone"), language)
    typed = sys.stdin.read() if answers == STDIN else answers
    read = [_read(text.strip()) for text in typed.split(",")]
    if -1 in read or not fits(one, read):
        facts = {"screener": one.id, "items_count": len(one.items), "most_count": len(one.answers) - 1}
        leave(Message("mood-cli-unfit", facts), language)
    return outcome_of(one, read)


def _read(text: str) -> int | None:
    """Return a typed answer, None for nothing, -1 for what is no number."""
    if not text:
        return None
    return int(text) if text.isascii() and text.isdecimal() and len(text) == 1 else -1


def _show(pack: Pack, one: Screener | None, outcome: Outcome | None, language: Language, today: date) -> None:
    if one is None:
        _print(first_parts(pack, today, language), language)
        return
    if outcome is None:
        tell_whom_to_call(pack.id, language)  # before any question, so that stopping needs no answer
        outcome = ask(one, language)
    if outcome:
        _print(outcome_parts(one, outcome, pack, today, language), language)


def _print(parts: Iterable[Part], language: Language) -> None:
    click.echo("\n".join(show_parts(tuple(parts), language)))
