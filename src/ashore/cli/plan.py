"""`ashore plan FILE`: the plan of a household, or an honest no with what holds meanwhile."""

from pathlib import Path
from typing import Final

import click

from ashore.cli.common import FINE, NOT_FEASIBLE, answer_options, as_json_text, echo_json, leave
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.household import read_household, write_file
from ashore.cli.plan_view import show_plan
from ashore.cli.terminal import wrap
from ashore.cli.workdays import working_days_of
from ashore.documents.report import report_html
from ashore.errors import Message
from ashore.household.model import Household
from ashore.packs.limits import term_limits
from ashore.planning.plan import Goal, Plan, make_plan
from ashore.planning.problem import HORIZON_MONTHS
from ashore.planning.shape import certificate_json, plan_json
from ashore.texts import say
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n

MONTHS_MAX = 1200
PAGE_SUFFIXES: Final = frozenset({".html", ".htm"})


@click.command(cls=TranslatedCommand, name="plan")
@click.argument("file", type=click.Path())
@click.option(
    "--goal",
    type=click.Choice(["cheapest", "fewest-debts", "soonest"]),
    default="cheapest",
    help=_n("What matters most: the least cost, fewer debts soon, or being done soon."),
)
@click.option(
    "--months",
    type=click.IntRange(1, MONTHS_MAX),
    default=HORIZON_MONTHS,
    show_default=True,
    help=_n("How many months ahead are counted."),
)
@click.option("--compare", is_flag=True, help=_n("The usual ways of paying, side by side."))
@click.option("--report", type=click.Path(), help=_n("Write the plan as one self-contained page."))
@click.option("--certificate", type=click.Path(), help=_n("Write the plan with the proof of its bound."))
@answer_options
@click.pass_context
def command(  # noqa: PLR0913 - click hands each option over by name
    context: click.Context,
    file: str,
    goal: Goal,
    months: int,
    report: str | None,
    certificate: str | None,
    *,
    compare: bool,
    as_json: bool,
    lang: Language | None,
) -> None:
    """The plan: what to pay, when, and where it leads."""
    language = lang or language_of(context)
    household = read_household(file, language)
    plan = plan_of(household, goal, months)
    if report:
        write_report(plan, Path(report), language)
    if certificate:
        write_certificate(plan, Path(certificate), language)
    if as_json:
        echo_json(plan_json(plan))
    else:
        click.echo("\n".join(show_plan(plan, language, compare=compare)))
    context.exit(FINE if plan.status != "does-not-work" else NOT_FEASIBLE)


def plan_of(household: Household, goal: Goal = "cheapest", months: int = HORIZON_MONTHS) -> Plan:
    """Return the plan, with the working days of the household's jurisdiction where a contract moves due days."""
    return make_plan(household, goal, months, working_days_of(household, months), term_limits(household))


def write_report(plan: Plan, path: Path, language: Language) -> None:
    """Write the plan as one page; a name for another kind of file ends with 2."""
    if path.suffix.lower() not in PAGE_SUFFIXES:
        leave(Message("report-not-html", {"file": str(path)}), language)
    write_file(path, report_html(plan, language), language)


def write_certificate(plan: Plan, path: Path, language: Language) -> None:
    """Write the plan's certificate; without one it says so on stderr and writes nothing."""
    certificate = certificate_json(plan)
    if certificate is None:
        click.echo("\n".join(wrap(say(Message("certificate-none"), language))), err=True)
    else:
        write_file(path, as_json_text(certificate), language)
