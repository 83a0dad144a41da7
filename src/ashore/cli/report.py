"""What a plan is written into besides the terminal: its page, with the many futures, and its certificate."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

import click

from ashore.cli.common import as_json_text, leave
from ashore.cli.household import write_file
from ashore.cli.terminal import wrap
from ashore.documents.answer.view import View, help_of
from ashore.documents.blocks import Part
from ashore.documents.covered import covered_page
from ashore.documents.report import report_html
from ashore.errors import Message
from ashore.packs.workdays import working_days_of
from ashore.planning.plan import Plan
from ashore.planning.shape import certificate_json
from ashore.planning.variants import Variant
from ashore.scenarios.assumed import assumed_with
from ashore.scenarios.fan import Fan, fan_of
from ashore.scenarios.futures import setting_of
from ashore.scenarios.luck import variable_incomes
from ashore.scenarios.named import quiet_of
from ashore.texts import say
from ashore.texts.language import Language

PAGE_SUFFIXES: Final = frozenset({".html", ".htm"})
FUTURES_DRAWN: Final = 40
"""As many as single changes are tried against (decision 0003, 52)."""
SEED: Final = 1
"""The seed of `ashore futures` unless typed: these are the first of the futures drawn there."""


def write_report(
    plan: Plan,
    path: Path,
    language: Language,
    variants: Sequence[Variant] = (),
    today: date | None = None,
    asked: Sequence[Part] = (),
    *,
    redact: bool = False,
) -> None:
    """Write the plan as one page, with the futures drawn; `today` and `asked` as in `show_plan`."""
    view = View(plan, help_of(plan.household.jurisdiction), tuple(variants), drawn_of(plan), today)
    write_page(path, report_html(view, language, asked), language, redact=redact)


def drawn_of(plan: Plan) -> Fan | None:
    """Return the plan in many futures of a varying income; None where no income varies."""
    if not variable_incomes(plan.household):
        return None
    setting = setting_of(plan, working_days_of(plan.household, plan.horizon))
    chance = assumed_with(()).share("low-month.chance")
    return fan_of(setting, quiet_of(setting), chance, FUTURES_DRAWN, SEED)


def check_page_name(path: Path, language: Language) -> None:
    """End with 2 where a page is to be written under a name for another kind of file."""
    if path.suffix.lower() not in PAGE_SUFFIXES:
        leave(Message("report-not-html", {"file": str(path)}), language)


def write_page(path: Path, page: str, language: Language, *, redact: bool = False) -> None:
    """Write a page, its amounts covered where that is asked for; what stands in the way is said and ends with 2."""
    write_file(path, covered_page(page) if redact else page, language)


def write_certificate(plan: Plan, path: Path, language: Language) -> None:
    """Write the plan's certificate; without one it says so on stderr and writes nothing."""
    certificate = certificate_json(plan)
    if certificate is None:
        click.echo("\n".join(wrap(say(Message("certificate-none"), language))), err=True)
    else:
        write_file(path, as_json_text(certificate), language)
