"""`ashore asks FILE`: the smallest things to ask of creditors so that the plan works."""

import click

from ashore.cli.common import (
    FINE,
    NOT_FEASIBLE,
    answer_options,
    check_redact,
    echo_json,
    echo_lines,
    own_day,
    redact_option,
)
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.household import read_told
from ashore.cli.plan import MONTHS_MAX
from ashore.cli.plan_view import show_parts
from ashore.documents.answer.ask_details import ask_parts
from ashore.documents.answer.view import View, help_of
from ashore.packs.insolvency import insolvency_rule, local_laws
from ashore.packs.limits import grants_of
from ashore.packs.planned import plan_of
from ashore.planning.ask_answer import AskAnswer, answer_of
from ashore.planning.ask_shape import asks_json
from ashore.planning.plan import Plan
from ashore.planning.problem import HORIZON_MONTHS
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n


@click.command(cls=TranslatedCommand, name="asks")
@click.argument("file", type=click.Path())
@click.option(
    "--months",
    type=click.IntRange(1, MONTHS_MAX),
    default=HORIZON_MONTHS,
    show_default=True,
    help=_n("How many months ahead are counted."),
)
@redact_option
@answer_options
@click.pass_context
def command(
    context: click.Context, file: str, months: int, *, redact: bool, as_json: bool, lang: Language | None
) -> None:
    """The smallest things to ask of creditors so that the plan works."""
    language = lang or language_of(context)
    check_redact(language, redact=redact, as_json=as_json)
    plan = plan_of(read_told(file, language, as_json=as_json), months=months, asked_if="no-contract")
    answer = _answer(plan)
    if as_json:
        echo_json(asks_json(answer))
    else:
        echo_lines(_lines(answer, language), redact=redact)
    context.exit(FINE if plan.asks or plan.contract_works else NOT_FEASIBLE)


def _answer(plan: Plan) -> AskAnswer:
    home = plan.household
    return answer_of(plan, grants_of(home), insolvency_rule(home.jurisdiction, home.as_of))


def _lines(answer: AskAnswer, language: Language) -> list[str]:
    plan = answer.plan
    view = View(plan, help_of(plan.household.jurisdiction), today=own_day())
    laws = local_laws(plan.household.jurisdiction, plan.as_of)
    return show_parts(ask_parts(view, answer, laws, language), language)
