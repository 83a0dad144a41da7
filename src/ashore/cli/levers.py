"""`ashore levers FILE`: what money, sales, spending, due days and a friend's loan are worth to the plan."""

from collections.abc import Sequence

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
from ashore.cli.plan_view import show_parts
from ashore.documents.answer.levers import levers
from ashore.documents.answer.opening import living_unknown
from ashore.documents.answer.parts import about
from ashore.documents.answer.view import View, help_of
from ashore.packs.planned import plan_of
from ashore.packs.workdays import working_days_of
from ashore.planning.worth import Levers, Worth
from ashore.scenarios.assumed import assumed_with
from ashore.scenarios.friend import Gate, gates_of_levers
from ashore.texts.language import Language


@click.command(cls=TranslatedCommand, name="levers")
@click.argument("file", type=click.Path())
@redact_option
@answer_options
@click.pass_context
def command(context: click.Context, file: str, *, redact: bool, as_json: bool, lang: Language | None) -> None:
    """What money, side work, sales, spending, due days and a friend's loan are worth to the plan."""
    language = lang or language_of(context)
    check_redact(language, redact=redact, as_json=as_json)
    household = read_told(file, language, as_json=as_json)
    plan = plan_of(household)
    days = working_days_of(household, plan.horizon)
    worths = Levers(plan.household, plan.policy, plan.horizon, days).all()
    gates = gates_of_levers(plan, worths, assumed_with(), days)
    works = plan.status != "does-not-work"
    if as_json:
        told = [_json(one, gates) for one in worths]
        echo_json({"format": "ashore-levers/1", "status": plan.status, "levers": told})
    else:
        view = View(plan, help_of(household.jurisdiction), today=own_day())
        written = plan.status != "works-with-concessions"
        found = levers(worths, view.numbers(), works=works, sued=view.sued, gates=gates, written=written)
        unknown = living_unknown(view)
        parts = (*((unknown,) if unknown else ()), *found, about(view))
        echo_lines(show_parts(parts, language), redact=redact)
    context.exit(FINE if works else NOT_FEASIBLE)


def _json(one: Worth, gates: Sequence[Gate]) -> dict[str, object]:
    gate = next((each for each in gates if one.kind == "friend" and each.name == one.name), None)
    return {
        "kind": one.kind,
        "name": one.name,
        "month": str(one.month) if one.month else None,
        "fen": one.fen,
        "saved_fen": one.saved_fen,
        "fewer_overdue": one.fewer_overdue,
        "works": one.works,
        "day": one.day or None,
        "hours": one.hours or None,
        "until_fen": one.until_fen or None,
        "offered": gate.opens if gate else None,
        "repaid": gate.repaid if gate else None,
        "tried": gate.tried if gate else None,
        "lost_fen": gate.lost_fen if gate else None,
    }
