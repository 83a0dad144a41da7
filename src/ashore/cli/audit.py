"""`ashore audit FILE DEBT STATEMENT`: a lender's statement recomputed day by day, every difference with its reason."""

from pathlib import Path

import click

from ashore.cli.common import (
    BAD,
    FINE,
    NOT_FEASIBLE,
    answer_options,
    echo_json,
    leave,
    own_day,
    read_bytes,
)
from ashore.cli.findings_view import show_findings
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.household import find_debt, household_from, is_example
from ashore.cli.plan_view import show_parts
from ashore.cli.report import check_page_name, write_page
from ashore.cli.sheets import check_ending, write_sheet
from ashore.cli.terminal import wrap
from ashore.documents.audit.annex import NothingToShow, annex_sheet
from ashore.documents.audit.checking import view_of
from ashore.documents.audit.parts import audit_parts
from ashore.documents.audit.shape import audit_json
from ashore.documents.audit.view import AuditView
from ashore.documents.blocks import Call
from ashore.documents.called import called_by_id
from ashore.documents.report import page_html
from ashore.documents.sheets.page import PAGE_MAKERS
from ashore.errors import AshoreError, Message
from ashore.household.model import Debt, Household
from ashore.importers.statement.reading import StatementReading, read_statement
from ashore.texts import say
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n

NOBODY: tuple[Call, ...] = ()
"""Whom the page names to call: it may be shown to the lender, for whom it is nothing whom a person calls."""


@click.command(cls=TranslatedCommand, name="audit")
@click.argument("file", type=click.Path())
@click.argument("debt")
@click.argument("statement", type=click.Path())
@click.option(
    "--plan", "planned", is_flag=True, help=_n("The statement is a schedule that nobody has paid yet.")
)
@click.option(
    "--report", type=click.Path(path_type=Path), help=_n("Also as one page (HTML), to read or to print.")
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help=_n("The paper to attach to a complaint: .pdf, .docx, .txt or .html."),
)
@answer_options
@click.pass_context
def command(  # noqa: PLR0913 - click hands each option over by name
    context: click.Context,
    file: str,
    debt: str,
    statement: str,
    *,
    planned: bool,
    report: Path | None,
    out: Path | None,
    as_json: bool,
    lang: Language | None,
) -> None:
    """A lender's statement recomputed day by day: every difference, and what explains it."""
    language = lang or language_of(context)
    if report:
        check_page_name(report, language)
    check_ending(out, language, PAGE_MAKERS)
    data = read_bytes(file, language)
    household = household_from(data, language, file)
    owed = find_debt(household, debt, language)
    reading = read_statement(read_bytes(statement, language), household.as_of, planned=planned, debt=owed)
    _tell(reading, language)
    view = _view(household, owed, reading, language, planned=planned)
    if as_json:
        echo_json(audit_json(view))
    else:
        called = called_by_id(household, language)[debt]
        click.echo("\n".join(show_parts(audit_parts(view, language, called), language)))
    if report:
        subtitle = Message("audit-subtitle", {"as_of": household.as_of})
        page = page_html(audit_parts(view, language), subtitle, language, NOBODY)
        write_page(report, page, language)
    if out:
        _attach(view, out, language, example=is_example(data))
    context.exit(NOT_FEASIBLE if view.differs else FINE)


def _attach(view: AuditView, path: Path, language: Language, *, example: bool) -> None:
    """Write the paper that goes with a complaint; where there is nothing to put on it, say so on stderr."""
    try:
        made = annex_sheet(view, own_day(), language, example=example)
    except NothingToShow as error:
        click.echo("\n".join(wrap(say(Message(error.code, error.facts), language))), err=True)
        return
    write_sheet(made, path, language, PAGE_MAKERS)


def _tell(reading: StatementReading, language: Language) -> None:
    """Print what was found in the statement on stderr; end with 2 where nothing can be compared."""
    if not reading.findings:
        return
    lines = [*show_findings(reading.findings, language), ""]
    if reading.statement is None:
        lines += wrap(say(Message("audit-reading-stopped"), language))
    click.echo("\n".join(lines), err=True)
    if reading.statement is None:
        raise SystemExit(BAD)


def _view(
    household: Household, debt: Debt, reading: StatementReading, language: Language, *, planned: bool
) -> AuditView:
    try:
        return view_of(household, debt, reading, planned=planned)
    except AshoreError as error:
        leave(error, language)
