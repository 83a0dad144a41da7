"""`ashore futures FILE`: the plan if something happens, and in many possible futures."""

from collections.abc import Generator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
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
from ashore.cli.plan_view import show_parts
from ashore.cli.report import check_page_name, write_page
from ashore.documents.answer.futures import futures_parts
from ashore.documents.answer.view import View, help_of
from ashore.documents.report import futures_html
from ashore.packs.planned import plan_of
from ashore.packs.workdays import working_days_of
from ashore.scenarios.assumed import Assumed, NotAnAssumption, assumed_with
from ashore.scenarios.futures import Draws, futures_of
from ashore.scenarios.lives import Each
from ashore.scenarios.shape import futures_json
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n

PATHS = 100
PATHS_MAX = 10_000
SEED = 1
SEED_MAX = (1 << 64) - 1
WORKERS_MAX = 64


@click.command(cls=TranslatedCommand, name="futures")
@click.argument("file", type=click.Path())
@click.option(
    "--paths",
    type=click.IntRange(0, PATHS_MAX),
    default=PATHS,
    show_default=True,
    help=_n("How many futures of a varying income are drawn."),
)
@click.option(
    "--seed",
    type=click.IntRange(0, SEED_MAX),
    default=SEED,
    show_default=True,
    help=_n("Which futures: the same seed draws the same ones."),
)
@click.option(
    "--workers",
    type=click.IntRange(1, WORKERS_MAX),
    default=1,
    show_default=True,
    help=_n("How many processes share the work; the answer is the same."),
)
@click.option(
    "--assume",
    "assumptions",
    multiple=True,
    metavar="NAME=FIGURE",
    help=_n("Another figure than the one assumed, such as job-lost.months=4. May be given several times."),
)
@click.option("--report", type=click.Path(), help=_n("Write it as one self-contained page, with pictures."))
@redact_option
@answer_options
@click.pass_context
def command(  # noqa: PLR0913 - click hands each option over by name
    context: click.Context,
    file: str,
    paths: int,
    seed: int,
    workers: int,
    assumptions: tuple[str, ...],
    report: str | None,
    *,
    redact: bool,
    as_json: bool,
    lang: Language | None,
) -> None:
    """The plan if something happens, and in many possible futures."""
    language = lang or language_of(context)
    check_redact(language, redact=redact, as_json=as_json)
    if report:
        check_page_name(Path(report), language)
    assumed = _assumed(assumptions, language)
    household = read_told(file, language, as_json=as_json)
    plan = plan_of(household)
    days = working_days_of(household, plan.horizon)
    with sharing(workers) as each:
        futures = futures_of(plan, assumed, Draws(paths, seed), days, each)
    view = View(plan, help_of(household.jurisdiction), today=own_day())
    if report:
        write_page(Path(report), futures_html(view, futures, language), language, redact=redact)
    if as_json:
        echo_json(futures_json(futures))
    else:
        echo_lines(show_parts(futures_parts(view, futures, page=False), language), redact=redact)
    context.exit(FINE if plan.status != "does-not-work" else NOT_FEASIBLE)


def _assumed(texts: tuple[str, ...], language: Language) -> Assumed:
    """Return what is assumed; a text that changes nothing ends with 2."""
    try:
        return assumed_with(texts)
    except NotAnAssumption as error:
        leave(error, language)


@contextmanager
def sharing(workers: int) -> Generator[Each]:
    """Give what does pieces of work: here, or in so many processes; the answers keep their order."""
    if workers == 1:
        yield map
    else:
        with ProcessPoolExecutor(workers) as pool:
            yield pool.map
