"""`ashore first`: before any number, at most six questions, one card, or one page for a phone."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Final

import click

from ashore.cli.common import JURISDICTION, answer_options, echo_json, leave, own_day
from ashore.cli.first_card import HEADING, card_lines
from ashore.cli.first_questions import ask
from ashore.cli.help import TranslatedCommand, language_of
from ashore.documents.first_page import write_first_page
from ashore.errors import AshoreError, Message
from ashore.packs.first import known_for_first
from ashore.packs.pack import Pack, load_pack
from ashore.planning.triage import Card, first_card
from ashore.planning.triage_answers import Typed, answers_of, figures_of
from ashore.planning.triage_rules import QUESTIONS
from ashore.texts import Language, say
from ashore.texts.language import translate_later as _n

WORDS: Final = {question.key: [*question.words, "skip"] for question in QUESTIONS}


def _choice(key: str) -> click.Choice[str]:
    return click.Choice(WORDS[key])


@click.command(cls=TranslatedCommand, name="first")
@click.option("--safe", type=_choice("safe"), help=_n("Are you and your family safe tonight?"))
@click.option("--paper", type=_choice("paper"), help=_n("Who sent a paper or message."))
@click.option("--paper-date", metavar="2026-11-20", help=_n("The day it came."))
@click.option("--debit", type=_choice("debit"), help=_n("Can a lender debit the money you live on?"))
@click.option("--asked", type=_choice("asked"), help=_n("Has anyone asked for a fee, a SIM card or a code?"))
@click.option(
    "--liable", metavar="spouse,guarantor,house", help=_n("Who or what else the debts touch; or none.")
)
@click.option("--still-current", "current", type=_choice("current"), help=_n("Is any debt not yet overdue?"))
@click.option("--money-in", metavar="YUAN", help=_n("For a rough sum: money in each month."))
@click.option("--essential", metavar="YUAN", help=_n("For a rough sum: essential spending each month."))
@click.option("--dues", metavar="YUAN", help=_n("For a rough sum: all that lenders ask this month."))
@click.option("--no-questions", is_flag=True, help=_n("Ask nothing; the card for what is given."))
@click.option(
    "--out", type=click.Path(path_type=Path), help=_n("Write a page for a phone to this file or folder.")
)
@answer_options
@click.pass_context
def command(
    context: click.Context, *, out: Path | None, no_questions: bool, as_json: bool, **typed: str | None
) -> None:
    """Print the card for what was answered, or write the page."""
    language, pack = language_of(context), load_pack(JURISDICTION)
    today = own_day()
    try:
        if out:
            click.echo(say(write_first_page(out, pack, today, language), language), err=True)
            return
        quiet = no_questions or as_json or not sys.stdin.isatty()
        _show(typed if quiet else ask(typed, today, language), pack, today, language, as_json=as_json)
    except AshoreError as error:
        leave(error, language)


def _show(typed: Typed, pack: Pack, today: date, language: Language, *, as_json: bool) -> None:
    card = first_card(answers_of(typed, today), known_for_first(pack), today, figures_of(typed))
    if as_json:
        echo_json(_as_json(card, today))
        return
    for kind, line in card_lines(card, pack, today, language):
        click.echo(click.style(line, bold=True) if kind == HEADING else line)


def _codes(messages: Iterable[Message]) -> list[str]:
    return [message.code for message in messages]


def _as_json(card: Card, today: date) -> dict[str, object]:
    return {
        "format": "ashore-first/1",
        "as_of": today,
        "state": card.state,
        "facts": card.facts,
        "short": card.short,
        "tonight": _codes(card.tonight),
        "today": [{"title": step.title.code, "detail": step.detail.code} for step in card.today],
        "avoid": _codes(card.avoid),
        "phone": _codes(card.phone),
        "rough": {"code": card.rough.code, "facts": card.rough.facts} if card.rough else None,
        "help": list(card.help_kinds),
        "last": "first-last",
        "sources": list(card.fact_ids),
    }
