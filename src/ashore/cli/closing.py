"""`ashore closing FILE --debt ID`: what closes a debt on a day, what to ask before, what to get after."""

from datetime import datetime
from decimal import Decimal

import click

from ashore.cli.common import (
    FINE,
    answer_options,
    check_redact,
    echo_json,
    echo_lines,
    leave,
    own_day,
    redact_option,
)
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.household import find_debt, read_told
from ashore.cli.plan_view import show_parts
from ashore.documents.answer.closing import closing_json, closing_parts
from ashore.documents.answer.closing_case import case_of
from ashore.errors import AshoreError
from ashore.household.file.wording import amount_from_text
from ashore.money import fen_from_yuan
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n


@click.command(cls=TranslatedCommand, name="closing")
@click.argument("file", type=click.Path())
@click.option("--debt", "debt_id", required=True, metavar="ID", help=_n("The id of the debt in the file."))
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), help=_n("The day on which it is closed; today if not given.")
)
@click.option("--sale", metavar="AMOUNT", help=_n("What the pledged thing would bring after costs, in yuan."))
@redact_option
@answer_options
@click.pass_context
def command(
    context: click.Context,
    file: str,
    debt_id: str,
    on: datetime | None,
    sale: str | None,
    *,
    redact: bool,
    as_json: bool,
    lang: Language | None,
) -> None:
    """What closes a debt on a day, what to ask before, what to get after, and other endings."""
    language = lang or language_of(context)
    check_redact(language, redact=redact, as_json=as_json)
    household = read_told(file, language, as_json=as_json)
    debt = find_debt(household, debt_id, language)
    today = own_day()
    day = on.date() if on else max(today, household.as_of)
    try:
        case = case_of(household, debt, day, today, _price_fen(sale))
    except AshoreError as error:
        leave(error, language)
    if as_json:
        echo_json(closing_json(case))
    else:
        echo_lines(show_parts(closing_parts(case, language), language), redact=redact)
    context.exit(FINE)


def _price_fen(typed: str | None) -> int | None:
    """Return a sum in fen.  Raises AshoreError for what is none."""
    if typed is None:
        return None
    amount: Decimal | None = amount_from_text(typed)
    if amount is None or amount < 0 or amount != round(amount, 2):
        raise AshoreError("closing-price-wrong")
    return fen_from_yuan(amount)
