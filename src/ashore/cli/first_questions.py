"""The six questions at a terminal, one key each; Enter skips, q or Ctrl-C ends the questions."""

from collections.abc import Callable
from datetime import date

import click

from ashore.cli.terminal import wrap
from ashore.errors import Message
from ashore.planning.triage_answers import Typed, Unclear, read_amount_fen, read_day
from ashore.planning.triage_rules import ASKS_FOR_A_DAY, NO_ONE, QUESTIONS, STOPS_ASKING, SUMS, Question
from ashore.texts import Language, say
from ashore.texts.sentences import word

SKIP_KEYS = frozenset("\r\n ")
END_KEYS = frozenset("qQｑ\x03\x04")
Answered = dict[str, str | None]


class Enough(Exception):
    """The person wants the card now."""


def ask(typed: Typed, today: date, language: Language) -> Typed:
    """Return what was typed, with the open questions asked; q, Ctrl-C or an unsafe tonight end them."""
    answered: Answered = dict(typed)
    _tell("first-keys", language)
    try:
        for question in QUESTIONS:
            if answered.get(question.key) is None:
                answered[question.key] = _ask_one(question, language)
            if _says(answered, STOPS_ASKING):
                break
            if _says(answered, ASKS_FOR_A_DAY) and answered.get("paper_date") is None:
                answered["paper_date"] = _ask_day(today, language)
        else:
            _ask_sums(answered, language)
    except (Enough, KeyboardInterrupt, EOFError, click.Abort):
        pass
    click.echo(err=True)
    return answered


def _says(answered: Answered, words: dict[str, str]) -> bool:
    return any(answered.get(key) == word for key, word in words.items())


def _ask_one(question: Question, language: Language) -> str:
    click.echo(err=True)
    _tell(f"first-q-{question.key}", language)
    _tell(f"first-q-{question.key}-hint", language, "  ")
    if question.several:
        _tell("first-keys-several", language, "  ")
    for number, answer in enumerate(question.words, 1):
        click.echo(f"  {number}  {word(f'first-a-{question.key}-{answer}', language)}", err=True)
    return _several(question, language) if question.several else _single(question, language)


def _key() -> str:
    key = click.getchar()
    if key in END_KEYS:
        raise Enough
    return key


def _chosen(key: str, question: Question) -> str | None:
    number = int(key) if key.isdecimal() else 0
    return question.words[number - 1] if 1 <= number <= len(question.words) else None


def _show(answer: str, question: Question, language: Language) -> None:
    click.echo(f"  > {word(f'first-a-{question.key}-{answer}', language)}", err=True)


def _single(question: Question, language: Language) -> str:
    while (key := _key()) not in SKIP_KEYS:
        if answer := _chosen(key, question):
            _show(answer, question, language)
            return answer
    return ""


def _several(question: Question, language: Language) -> str:
    chosen: list[str] = []
    while (key := _key()) not in SKIP_KEYS:
        answer = _chosen(key, question)
        if answer == NO_ONE:
            _show(answer, question, language)
            return answer
        if answer and answer not in chosen:
            _show(answer, question, language)
            chosen.append(answer)
    return ",".join(chosen)


def _ask_day(today: date, language: Language) -> str:
    click.echo(err=True)
    _tell("first-q-paper-day", language)
    _tell("first-q-paper-day-hint", language, "  ")
    return _line("first-keys-day", lambda text: read_day(text, today), language)


def _ask_sums(answered: Answered, language: Language) -> None:
    if any(answered.get(name) for name in SUMS):
        return
    click.echo(err=True)
    _tell("first-q-rough", language)
    _tell("first-keys-amount", language, "  ")
    typed: Answered = {}
    for name in SUMS:
        typed[name] = _line(f"first-q-{name.replace('_', '-')}", read_amount_fen, language)
        if not typed[name]:
            return
    answered.update(typed)


def _line(code: str, read: Callable[[str], object], language: Language) -> str:
    while True:
        question = say(Message("first-prompt", {"question": word(code, language)}), language)
        text = click.prompt(
            f"  {question}", default="", show_default=False, prompt_suffix="", err=True
        ).strip()
        if text in END_KEYS:
            raise Enough
        try:
            if text:
                read(text)
        except Unclear as unclear:
            click.echo("  " + say(Message(unclear.code), language), err=True)
        else:
            return text


def _tell(code: str, language: Language, indent: str = "") -> None:
    for line in wrap(word(code, language), indent=indent):
        click.echo(line, err=True)
