"""A questionnaire at a terminal: Enter leaves a question out, q stops; nothing typed is stored."""

import click

from ashore.cli.terminal import hang, wrap
from ashore.errors import Message
from ashore.texts import Language, say
from ashore.texts.sentences import word
from ashore.wellbeing.scoring import NOT_AT_ALL, Outcome, outcome_of
from ashore.wellbeing.screener import Screener

STOP = frozenset({"q", "Q", "\uff51"})


class Stopped(Exception):
    """The person has had enough; nothing is said of what was answered."""


def ask(one: Screener, language: Language) -> Outcome | None:
    """Return what the answers lead to; None where they were stopped.

    Thoughts of hurting oneself end the questions at once: what leads to help waits for nothing.
    """
    _tell(
        [
            *wrap(word("mood-limits", language)),
            "",
            *wrap(one.notice),
            *wrap(one.citation),
            one.provenance[language],
            "",
        ]
    )
    _tell([*wrap(word("mood-cli-keys", language)), "", *wrap(one.lead[language])])
    answers: list[int | None] = [None] * len(one.items)
    try:
        for at in range(len(one.items)):
            answers[at] = _one(one, at, language)
            if at == one.help_item and (answers[at] or NOT_AT_ALL) > NOT_AT_ALL:
                break
    except (Stopped, KeyboardInterrupt, EOFError, click.Abort):
        return None
    click.echo(err=True)
    return outcome_of(one, answers)


def _one(one: Screener, at: int, language: Language) -> int | None:
    _tell(["", *hang(f"{at + 1}. ", one.items[at][language])])
    _tell([f"   {number}  {words[language]}" for number, words in enumerate(one.answers)])
    prompt = f"   {say(Message('mood-cli-prompt'), language)} "
    while True:
        typed = click.prompt(prompt, default="", show_default=False, prompt_suffix="", err=True).strip()
        if typed in STOP:
            raise Stopped
        if not typed:
            return None
        if typed in {str(value) for value in range(len(one.answers))}:
            return int(typed)
        _tell(wrap(word("mood-cli-keys", language), indent="   "))


def _tell(lines: list[str]) -> None:
    for line in lines:
        click.echo(line, err=True)
