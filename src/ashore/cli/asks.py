"""`ashore asks FILE`: the smallest things to ask of creditors so that the plan works."""

import click

from ashore.cli.common import FINE, NOT_FEASIBLE, answer_options, echo_json
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.household import read_household
from ashore.cli.plan import plan_of
from ashore.cli.plan_view import show_parts
from ashore.cli.terminal import wrap
from ashore.documents.answer.asks import asks
from ashore.documents.answer.holding import routes
from ashore.documents.answer.parts import about
from ashore.documents.answer.view import View, help_of
from ashore.errors import Message
from ashore.planning.plan import Plan
from ashore.planning.shape import plan_json
from ashore.texts import say
from ashore.texts.language import Language


@click.command(cls=TranslatedCommand, name="asks")
@click.argument("file", type=click.Path())
@answer_options
@click.pass_context
def command(context: click.Context, file: str, *, as_json: bool, lang: Language | None) -> None:
    """The smallest things to ask of creditors so that the plan works."""
    language = lang or language_of(context)
    plan = plan_of(read_household(file, language))
    if as_json:
        whole = plan_json(plan)
        echo_json(
            {
                "format": "ashore-asks/1",
                **{key: whole[key] for key in ("status", "as_of", "asks", "receives")},
            }
        )
    else:
        click.echo("\n".join(_lines(plan, language)))
    context.exit(FINE if plan.asks or plan.contract_works else NOT_FEASIBLE)


def _lines(plan: Plan, language: Language) -> list[str]:
    if plan.contract_works:
        return wrap(say(Message("asks-not-needed"), language))
    view = View(plan, help_of(plan.household.jurisdiction))
    ways = [] if plan.asks else [routes(view)]
    return show_parts([asks(view), *ways, about(view)], language)
