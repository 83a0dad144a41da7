"""`ashore why FILE BILL…`: why the debt grew, from the person's own payments, for the person alone."""

from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

import click

from ashore.cli.common import FINE, NOT_FEASIBLE, answer_options, echo_json, leave
from ashore.cli.earlier import owed_in_statements
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.household import find_debt, read_household
from ashore.cli.ledger import Opening, bill_options, read_ledger
from ashore.cli.plan_view import show_parts
from ashore.diagnosis.asked import CashOn, OwedOn
from ashore.documents.called import called_by_id
from ashore.documents.monthly import AS_TYPED, why_of
from ashore.documents.why import why_json, why_parts
from ashore.errors import Message
from ashore.household.model import Household
from ashore.importers.bills.form import FEN_MAX
from ashore.money import fen_from_yuan
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n


@click.command(cls=TranslatedCommand, name="why")
@click.argument("file", type=click.Path())
@bill_options
@click.option(
    "--owed",
    nargs=3,
    multiple=True,
    metavar="DEBT DAY YUAN",
    help=_n("What was owed on a debt at the end of an earlier day, all of it. May be given several times."),
)
@click.option(
    "--statement",
    "statements",
    nargs=2,
    multiple=True,
    metavar="DEBT FILE",
    help=_n("A lender's statement: what it says was owed earlier. May be given several times."),
)
@click.option(
    "--cash",
    nargs=2,
    multiple=True,
    metavar="DAY YUAN",
    help=_n("What was there in all accounts on an earlier day."),
)
@click.option("--rows", is_flag=True, help=_n("Also the payments behind each cause: file, line, day, sum."))
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
    owed: tuple[tuple[str, str, str], ...],
    statements: tuple[tuple[str, str], ...],
    cash: tuple[tuple[str, str], ...],
    rows: bool,
    as_json: bool,
    lang: Language | None,
) -> None:
    """Why the debt grew, part by part, from your own payments; for you alone."""
    language = lang or language_of(context)
    household = read_household(file, language)
    read = read_ledger(household, bills, Opening(password, mapping), corrections, corrects, language)
    stated = owed_in_statements(household, statements, language)
    owed_on = [*stated, *(_owed(household, *one, language) for one in owed)]
    cash_on = [CashOn(_day(day, language), _fen(yuan, language)) for day, yuan in cash]
    called = AS_TYPED if as_json else called_by_id(household, language)
    found = why_of(household, read, owed_on, cash_on, called)
    if as_json:
        echo_json(why_json(found))
    else:
        click.echo("\n".join(show_parts(why_parts(found, household, language, rows=rows), language)))
    context.exit(FINE if found.answered else NOT_FEASIBLE)


def _owed(household: Household, debt: str, day: str, yuan: str, language: Language) -> OwedOn:
    """Return what was owed on a debt of the file; another debt, day or sum ends with 2."""
    return OwedOn(find_debt(household, debt, language).id, _day(day, language), _fen(yuan, language))


def _day(text: str, language: Language) -> date:
    """Return a day written `2025-01-31`; anything else is said and ends with 2."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        leave(Message("why-day-unclear", {"read": text}), language)


def _fen(text: str, language: Language) -> int:
    """Return a sum of yuan in fen, not below zero and of this world; anything else is said and ends with 2."""
    try:
        fen = fen_from_yuan(Decimal(text))
    except (InvalidOperation, ValueError):
        fen = -1
    if not 0 <= fen < FEN_MAX:
        leave(Message("why-sum-unclear", {"read": text}), language)
    return fen
