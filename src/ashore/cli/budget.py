"""`ashore budget FILE BILL…`: envelopes from the person's own past, beside what the plan leaves in each month."""

from fractions import Fraction
from pathlib import Path

import click

from ashore.cli.common import FINE, NOT_FEASIBLE, answer_options, echo_json, leave, own_day
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.household import read_household
from ashore.cli.ledger import Opening, bill_options, read_ledger
from ashore.cli.plan_view import show_parts
from ashore.documents.answer.budget import budget_parts
from ashore.documents.answer.budget_json import budget_json
from ashore.documents.monthly import Reader, budget_view
from ashore.errors import Message
from ashore.packs.planned import plan_of
from ashore.planning.home_budget import AHEAD
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n

MONTHS_MAX = 36


@click.command(cls=TranslatedCommand, name="budget")
@click.argument("file", type=click.Path())
@bill_options
@click.option(
    "--share", default="100%", show_default=True, help=_n("Your part of what the home takes, as 60% or 2/3.")
)
@click.option(
    "--months",
    type=click.IntRange(1, MONTHS_MAX),
    default=AHEAD,
    show_default=True,
    help=_n("How many months ahead."),
)
@answer_options
@click.pass_context
def command(  # noqa: PLR0913 - click hands each option over by name
    context: click.Context,
    file: str,
    bills: tuple[str, ...],
    *,
    password: str | None,
    mapping: Path | None,
    corrections: Path | None,
    corrects: tuple[str, ...],
    share: str,
    months: int,
    as_json: bool,
    lang: Language | None,
) -> None:
    """Envelopes from your own past, months ahead with the plan's payments, the shop apart; for you alone."""
    language = lang or language_of(context)
    part = share_of(share, language)
    household = read_household(file, language)
    read = read_ledger(household, bills, Opening(password, mapping), corrections, corrects, language)
    reader = Reader(own_day(), language)
    view = budget_view(household, plan_of(household), read, reader, part, months)
    if as_json:
        echo_json(budget_json(view))
    else:
        click.echo("\n".join(show_parts(budget_parts(view), language)))
    context.exit(NOT_FEASIBLE if view.budget.short else FINE)


def share_of(text: str, language: Language) -> Fraction:
    """Return the share that a text such as `60%` or `2/3` means, above 0 and at most all; else that ends with 2."""
    try:
        share = Fraction(text.removesuffix("%")) / 100 if text.endswith("%") else Fraction(text)
    except (ValueError, ZeroDivisionError):
        share = Fraction(0)
    if not 0 < share <= 1:
        leave(Message("budget-share-unclear"), language)
    return share
