"""`ashore trap [TEXT]`: whether a message or an offer shows known signs of a trap; what was pasted is kept nowhere."""

import sys
from collections.abc import Collection
from typing import Final

import click

from ashore.cli.common import (
    BAD,
    FINE,
    JURISDICTION,
    NOT_FEASIBLE,
    STDIN,
    answer_options,
    echo_json,
    leave,
    own_day,
)
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.plan_view import show_parts
from ashore.cli.terminal import hang, wrap
from ashore.documents.traps import numbers_of, trap_json, trap_parts
from ashore.errors import Message
from ashore.packs.pack import load_pack
from ashore.texts import say_finding
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n
from ashore.texts.sentences import word
from ashore.traps.answer import draw, together
from ashore.traps.likeness import resembling
from ashore.traps.reading import Heard, read_message, unread
from ashore.traps.signs import HANDED, Ask, Handed

COMMAS: Final = str.maketrans({"\uff0c": ",", "\u3001": ",", " ": ","})


@click.command(cls=TranslatedCommand, name="trap")
@click.argument("text", required=False)
@click.option("--ask", is_flag=True, help=_n("Answer questions about the offer; a message is not needed."))
@answer_options
@click.pass_context
def command(
    context: click.Context, text: str | None, *, ask: bool, as_json: bool, lang: Language | None
) -> None:
    """Print what was found; 1 where a sign was or it is worded like a trap, 0 else, which does not mean it is safe."""
    language, pack = lang or language_of(context), load_pack(JURISDICTION)
    rules = pack.traps()
    typed = "" if ask and text is None else _typed(text, language)
    heard = read_message(typed, rules) if typed else Heard()
    given: Collection[Handed] = ()
    if ask:
        yes = {one.id for one in _chosen(rules.asks, language)}
        heard, given = together(heard, yes, rules), _given(language)
    answer = draw(heard, given, numbers_of(pack), resembling(typed, rules.letters, pack.likeness()))
    if as_json:
        echo_json(trap_json(answer, heard, pack))
    else:
        today = own_day()
        click.echo("\n".join(show_parts(trap_parts(answer, pack, today, language), language)))
    context.exit(NOT_FEASIBLE if answer.found or answer.worded else FINE)


def _typed(text: str | None, language: Language) -> str:
    """Return the message, from the line or standard input; ends with 2 where it cannot be read."""
    if text is None and sys.stdin.isatty():
        leave(Message("trap-empty"), language)
    typed = sys.stdin.buffer.read().decode(errors="replace") if text in {None, STDIN} else text or ""
    findings = unread(typed)
    for finding in findings:
        click.echo("\n".join(wrap(say_finding(finding, language))), err=True)
    if findings:
        raise SystemExit(BAD)
    return typed


def _chosen(asks: tuple[Ask, ...], language: Language) -> list[Ask]:
    """Return the questions about the offer that fit."""
    numbers = _numbers("trap-asks", [ask.asks[language] for ask in asks], language)
    return [asks[number] for number in numbers]


def _given(language: Language) -> tuple[Handed, ...]:
    """Return what was already paid or given away."""
    numbers = _numbers("trap-given", [word(f"trap-given-{one}", language) for one in HANDED], language)
    return tuple(HANDED[number] for number in numbers)


def _numbers(code: str, lines: list[str], language: Language) -> list[int]:
    """Return the places in a list whose numbers were typed; asks again where one cannot be read."""
    for line in wrap(word(code, language)):
        click.echo(line, err=True)
    for number, text in enumerate(lines, 1):
        click.echo("\n".join(hang(f"{number:>3}  ", text)), err=True)
    while True:
        prompt = word("trap-which", language)
        typed = click.prompt(prompt, default="", show_default=False, prompt_suffix="", err=True)
        named = [one for one in typed.translate(COMMAS).split(",") if one]
        if all(one.isdecimal() and 1 <= int(one) <= len(lines) for one in named):
            return [int(one) - 1 for one in named]
        click.echo(word("trap-which-unclear", language), err=True)
