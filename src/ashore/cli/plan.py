"""`ashore plan FILE`: the plan of a household, or an honest no with what holds meanwhile."""

from collections.abc import Sequence
from pathlib import Path

import click

from ashore.cli.common import (
    FINE,
    NOT_FEASIBLE,
    answer_options,
    check_redact,
    echo_json,
    echo_lines,
    leave,
    own_day,
    redact_option,
)
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.household import read_told
from ashore.cli.plan_view import show_plan
from ashore.cli.proving import proved
from ashore.cli.report import check_page_name, write_certificate, write_report
from ashore.documents.answer.view import View, help_of
from ashore.documents.answer.what_if import what_if
from ashore.household.model import Household
from ashore.packs.planned import as_planned, plan_of
from ashore.packs.workdays import working_days_of
from ashore.planning.goals import GOALS
from ashore.planning.plan import Goal, Plan
from ashore.planning.problem import HORIZON_MONTHS
from ashore.planning.shape import plan_json
from ashore.planning.variants import Variant, variants_of
from ashore.planning.what_if import Change, NotAChange, Outlook, outlook, read_change
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n

MONTHS_MAX = 1200


@click.command(cls=TranslatedCommand, name="plan")
@click.argument("file", type=click.Path())
@click.option(
    "--goal",
    type=click.Choice(GOALS),
    default="cheapest",
    help=_n(
        "What matters most: the least cost, fewer debts soon, being done soon, or an easier highest month."
    ),
)
@click.option(
    "--months",
    type=click.IntRange(1, MONTHS_MAX),
    default=HORIZON_MONTHS,
    show_default=True,
    help=_n("How many months ahead are counted."),
)
@click.option(
    "--compare", is_flag=True, help=_n("The plans for each goal and the usual ways of paying, side by side.")
)
@click.option("--report", type=click.Path(), help=_n("Write the plan as one self-contained page."))
@click.option("--certificate", type=click.Path(), help=_n("Write the plan with the proof of its bound."))
@click.option(
    "--prove",
    "prove_s",
    type=click.FloatRange(0, min_open=True),
    metavar="SECONDS",
    help=_n("Go on proving how far the plan is from the best one, so many seconds at most."),
)
@click.option(
    "--what-if",
    "what_ifs",
    multiple=True,
    metavar="TEXT",
    help=_n("What changes if, say: income -20% from 2027-02 for 3 months. May be given several times."),
)
@redact_option
@answer_options
@click.pass_context
def command(  # noqa: PLR0913 - click hands each option over by name
    context: click.Context,
    file: str,
    goal: Goal,
    months: int,
    report: str | None,
    certificate: str | None,
    prove_s: float | None,
    what_ifs: tuple[str, ...],
    *,
    redact: bool,
    compare: bool,
    as_json: bool,
    lang: Language | None,
) -> None:
    """The plan: what to pay, when, and where it leads."""
    language = lang or language_of(context)
    check_redact(language, redact=redact, as_json=as_json or certificate is not None)
    if report:
        check_page_name(Path(report), language)
    household = read_told(file, language, as_json=as_json or certificate is not None)
    changes = changes_of(household, what_ifs, language)
    plan = plan_of(household, goal, months)
    household = as_planned(household, plan)
    outlooks = outlooks_of(household, changes, goal, months)
    if prove_s:
        plan = proved(plan, prove_s, language)
    variants = variants_of(household, months, working_days_of(household, months)) if compare else ()
    asked = (what_if(View(plan, help_of(household.jurisdiction)), outlooks),) if outlooks else ()
    if report:
        write_report(plan, Path(report), language, variants, own_day(), asked, redact=redact)
    if certificate:
        write_certificate(plan, Path(certificate), language)
    if as_json:
        echo_json(_json(plan, outlooks, variants))
    else:
        day = own_day()
        lines = show_plan(plan, language, compare=compare, variants=variants, today=day, asked=asked)
        echo_lines(lines, redact=redact)
    context.exit(FINE if plan.status != "does-not-work" else NOT_FEASIBLE)


def _json(plan: Plan, outlooks: Sequence[Outlook], variants: Sequence[Variant]) -> dict[str, object]:
    """Return the plan's JSON, with what was asked for besides."""
    told = plan_json(plan)
    if outlooks:
        told["what_if"] = [_outlook(one) for one in outlooks]
    if variants:
        told["variants"] = [_variant(one) for one in variants]
    return told


def _variant(one: Variant) -> dict[str, object]:
    return {
        "goal": one.goal,
        "months": one.outcome.months,
        "debt_free": one.outcome.debt_free,
        "cost_fen": one.outcome.cost_fen,
        "net_fen": one.outcome.net_fen,
        "price_fen": one.price_fen,
        "peak_fen": one.peak_fen,
        "peak_month": str(one.peak_month) if one.peak_month else None,
        "open_debt_months": one.open_debt_months,
    }


def changes_of(household: Household, texts: Sequence[str], language: Language) -> list[Change]:
    """Return the changes that texts mean; a text that is none ends with 2."""
    try:
        return [read_change(text, household) for text in texts]
    except NotAChange as error:
        leave(error, language)


def outlooks_of(household: Household, changes: Sequence[Change], goal: Goal, months: int) -> list[Outlook]:
    """Return what each change leads to, and all together if they are several."""
    sets = [[change] for change in changes] + ([list(changes)] if len(changes) > 1 else [])
    days = working_days_of(household, months)
    return [outlook(household, one, goal, months, days) for one in sets]


def _outlook(one: Outlook) -> dict[str, object]:
    return {
        "text": one.text,
        "works": one.outcome.works,
        "months": one.outcome.months,
        "debt_free": one.outcome.debt_free,
        "overdue_months": one.outcome.overdue_months,
        "cost_fen": one.outcome.cost_fen,
        "shortfall_fen": one.shortfall_fen,
    }
