"""`ashore debts FILE`: each debt today, what it is made of, the next due, true yearly rates, what is assumed."""

import click

from ashore.cli.common import answer_options, check_redact, echo_json, echo_lines, redact_option
from ashore.cli.debts_view import show_standings
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.household import read_told
from ashore.household.standing import Standing, standings_of
from ashore.packs.workdays import working_days_of
from ashore.texts.language import Language


@click.command(cls=TranslatedCommand, name="debts")
@click.argument("file", type=click.Path())
@redact_option
@answer_options
@click.pass_context
def command(context: click.Context, file: str, *, redact: bool, as_json: bool, lang: Language | None) -> None:
    """Each debt today: what it is made of, next due, true yearly rates."""
    language = lang or language_of(context)
    check_redact(language, redact=redact, as_json=as_json)
    household = read_told(file, language, as_json=as_json)
    standings = standings_of(household, working_days_of(household, 0))
    if as_json:
        answer = {
            "format": "ashore-debts/1",
            "as_of": household.as_of,
            "debts": [_shape(one) for one in standings],
        }
        echo_json(answer)
        return
    echo_lines(show_standings(household, standings, language), redact=redact)


def _shape(one: Standing) -> dict[str, object]:
    owed = one.owed
    return {
        "id": one.debt.id,
        "name": one.debt.name,
        "creditor": one.debt.creditor,
        "stage": one.debt.stage,
        "owed_fen": owed.total_fen,
        "principal_fen": owed.principal_fen,
        "overdue_principal_fen": owed.overdue_principal_fen,
        "interest_fen": owed.interest_fen,
        "overdue_interest_fen": owed.overdue_interest_fen,
        "penalty_fen": owed.penalty_fen,
        "compound_fen": owed.compound_fen,
        "damages_fen": owed.damages_fen,
        "fees_fen": owed.fees_fen,
        "arrears_fen": owed.arrears_fen,
        "days_past_due": owed.days_past_due,
        "payoff_fen": one.payoff_fen,
        "next_due": one.next_due,
        "next_fen": one.next_fen,
        "nominal_rate": one.yearly.nominal if one.yearly else None,
        "effective_rate": one.yearly.effective if one.yearly else None,
        "quoted": {"value": one.debt.terms.rate.value, "per": one.debt.terms.rate.per},
        "assumed": list(one.debt.assumed),
        "sources": dict(one.debt.sources),
    }
