"""`ashore audit FILE DEBT STATEMENT`: a lender's statement recomputed day by day, every difference with its reason."""

from datetime import date
from pathlib import Path

import click

from ashore.cli.common import BAD, FINE, NOT_FEASIBLE, answer_options, echo_json, leave, read_bytes
from ashore.cli.findings_view import show_findings
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.household import find_debt, read_household
from ashore.cli.plan_view import show_parts
from ashore.cli.report import check_page_name, write_page
from ashore.cli.terminal import wrap
from ashore.documents.audit.parts import audit_parts
from ashore.documents.audit.shape import audit_json
from ashore.documents.audit.view import AuditView
from ashore.documents.blocks import Call
from ashore.documents.report import page_html
from ashore.errors import AshoreError, Message
from ashore.household.audited import Audit, audit
from ashore.household.model import Debt, Household
from ashore.importers.statement.reading import StatementReading, read_statement
from ashore.packs.ceilings import ceilings_for
from ashore.packs.pack import load_pack
from ashore.packs.workdays import working_days_of
from ashore.rules.ceilings import Ceiling
from ashore.texts import say
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n

NOBODY: tuple[Call, ...] = ()
"""Whom the page names to call: it is attached to a complaint, and whom a person calls is nothing for the lender."""


@click.command(cls=TranslatedCommand, name="audit")
@click.argument("file", type=click.Path())
@click.argument("debt")
@click.argument("statement", type=click.Path())
@click.option(
    "--plan", "planned", is_flag=True, help=_n("The statement is a schedule that nobody has paid yet.")
)
@click.option(
    "--report", type=click.Path(path_type=Path), help=_n("Also as a page to attach to a complaint (HTML).")
)
@answer_options
@click.pass_context
def command(
    context: click.Context,
    file: str,
    debt: str,
    statement: str,
    *,
    planned: bool,
    report: Path | None,
    as_json: bool,
    lang: Language | None,
) -> None:
    """A lender's statement recomputed day by day: every difference, and what explains it."""
    language = lang or language_of(context)
    if report:
        check_page_name(report, language)
    household = read_household(file, language)
    owed = find_debt(household, debt, language)
    reading = read_statement(read_bytes(statement, language), household.as_of, planned=planned, debt=owed)
    _tell(reading, language)
    view = _view(household, owed, reading, language, planned=planned)
    if as_json:
        echo_json(audit_json(view))
    else:
        click.echo("\n".join(show_parts(audit_parts(view, language), language)))
    if report:
        subtitle = Message("audit-subtitle", {"as_of": household.as_of})
        page = page_html(audit_parts(view, language), subtitle, language, NOBODY)
        write_page(report, page, language)
    context.exit(NOT_FEASIBLE if view.differs else FINE)


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
    assert reading.statement is not None
    working_days = working_days_of(household, 0)
    try:
        found = audit(debt, reading.statement, household.as_of, working_days, planned=planned)
    except AshoreError as error:
        leave(error, language)
    ceilings = _ceilings(household, debt, found)
    pack = load_pack(household.jurisdiction)
    return AuditView(found, ceilings, pack, household.as_of, reading.findings, planned=planned)


def _ceilings(household: Household, debt: Debt, found: Audit) -> tuple[Ceiling, ...]:
    """Return the ceilings for the lender's kind on the day the contract was made; none where nobody said who lent."""
    if debt.lender_kind is None:
        return ()
    formed: date = found.statement.lent_on or debt.start or found.comparison.basis.opening.on
    pack = load_pack(household.jurisdiction)
    return ceilings_for(pack, debt.lender_kind, formed, household.as_of, owns=household.owns)
