"""`ashore schedule`: the contract's schedule of one loan, from a file or from terms on the command line."""

from collections.abc import Iterator, Sequence
from datetime import date

import click

from ashore.cli.common import FINE, answer_options, echo_json, leave
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.household import find_debt, read_household
from ashore.cli.one_loan import LOAN, loan_from_terms, loan_options, only_one_way
from ashore.cli.terminal import Align, table, wrap
from ashore.documents.answer.debt import schedule_remarks
from ashore.errors import Fact, Message
from ashore.household.model import Household
from ashore.household.position import open_debt
from ashore.household.standing import Standing, standing_of
from ashore.loans.concessions import Account
from ashore.loans.cost import later_dues
from ashore.loans.schedule import Row
from ashore.money import format_fen
from ashore.packs.workdays import working_days_of
from ashore.texts import say
from ashore.texts.language import Language

COLUMNS = ("number", "due", "total", "principal", "interest", "fee", "balance")
ALIGNS: tuple[Align, ...] = ("right", "left", "right", "right", "right", "right", "right")


@click.command(cls=TranslatedCommand, name="schedule")
@click.argument("file", required=False, type=click.Path())
@click.argument("debt", required=False)
@loan_options
@answer_options
@click.pass_context
def command(
    context: click.Context,
    file: str | None,
    debt: str | None,
    *,
    as_json: bool,
    lang: Language | None,
    **terms: object,
) -> None:
    """The contract's schedule of one loan."""
    language = lang or language_of(context)
    only_one_way(context, ({"file", "debt"}, set(terms)), language)
    if file and debt:
        household = read_household(file, language)
    elif terms["amount"] and terms["periods"] and (terms["rate"] or terms["fee_per_period"]):
        household, debt = loan_from_terms(terms, language), LOAN
    else:
        leave(Message("schedule-which"), language)
    standing, account = _find(household, debt, language)
    rows = later_dues(account)
    if as_json:
        echo_json(_shape(standing, rows))
    else:
        click.echo("\n".join(_show(standing, rows, language)))
    context.exit(FINE)


def _find(household: Household, debt_id: str, language: Language) -> tuple[Standing, Account]:
    working_days = working_days_of(household, 0)
    debt = find_debt(household, debt_id, language)
    standing = standing_of(debt, household.as_of, working_days)
    return standing, open_debt(debt, household.as_of, working_days)


def _say(code: str, language: Language, **facts: Fact) -> str:
    return say(Message(code, facts), language)


def _cells(number: str, row: Row) -> tuple[str, ...]:
    amounts = (row.total_fen, row.principal_fen, row.interest_fen, row.fee_fen, row.balance_fen)
    return (number, row.due.isoformat(), *(format_fen(fen) for fen in amounts))


def _show(standing: Standing, rows: Sequence[Row], language: Language) -> list[str]:
    heads = tuple(_say(f"schedule-{name}", language) for name in COLUMNS)
    total = Row(
        date.min,
        sum(row.principal_fen for row in rows),
        sum(row.interest_fen for row in rows),
        sum(row.fee_fen for row in rows),
        rows[-1].balance_fen if rows else 0,
    )
    body = [_cells(str(number), row) for number, row in enumerate(rows, 1)]
    last = ("", _say("schedule-sum", language), *_cells("", total)[2:])
    lines = [_say("schedule-title", language, count=len(rows)), "", *table([heads, *body, last], ALIGNS)]
    for message in _remarks(standing, rows):
        lines += ["", *wrap(say(message, language))]
    return lines


def _remarks(standing: Standing, rows: Sequence[Row]) -> Iterator[Message]:
    yield from schedule_remarks(standing, rows)
    if standing.yearly:
        rates = {"nominal_rate": standing.yearly.nominal, "effective_rate": standing.yearly.effective}
        yield Message("debts-yearly", dict(rates))


def _shape(standing: Standing, rows: Sequence[Row]) -> dict[str, object]:
    yearly = standing.yearly
    return {
        "format": "ashore-schedule/1",
        "debt": standing.debt.id,
        "nominal_rate": yearly.nominal if yearly else None,
        "effective_rate": yearly.effective if yearly else None,
        "rows": [
            {
                "due": row.due,
                "principal_fen": row.principal_fen,
                "interest_fen": row.interest_fen,
                "fee_fen": row.fee_fen,
                "total_fen": row.total_fen,
                "balance_fen": row.balance_fen,
            }
            for row in rows
        ],
    }
