"""`ashore letter KIND FILE --debt ID`: a letter to a creditor, or a page beside the telephone; nothing is sent."""

from datetime import datetime
from pathlib import Path
from typing import Final, NoReturn

import click

from ashore.cli.common import BAD, FINE, answer_options, echo_json, leave, own_day, read_bytes
from ashore.cli.findings_view import show_findings
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.household import find_debt, household_from, is_example
from ashore.cli.sheets import check_ending, write_sheet
from ashore.cli.terminal import hang, wrap
from ashore.creditors.log_file import Log, read_log
from ashore.documents.called import told_apart
from ashore.documents.letter_contacts import with_log
from ashore.documents.letter_typed import CAUSES, typed_of
from ashore.documents.letters import case_of, letter_json, told_before, with_plan, with_statement
from ashore.documents.sheets.text import sheet_text
from ashore.errors import AshoreError, Message
from ashore.letters.case import Case
from ashore.letters.fitting import NotThisLetter, fitting, offered
from ashore.letters.kinds import NAMES, kind_of
from ashore.letters.letter import letter
from ashore.letters.sheet import Sheet
from ashore.packs.planned import plan_of
from ashore.texts import say
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n
from ashore.texts.sentences import word

DAY: Final = "2026-12-01"


@click.command(cls=TranslatedCommand, name="letter")
@click.argument("kind", type=click.Choice(NAMES))
@click.argument("file", type=click.Path())
@click.option("--debt", required=True, metavar="ID", help=_n("Which debt, by its id in the file."))
@click.option("--cause", type=click.Choice(CAUSES), help=_n("What made paying hard; not named if not given."))
@click.option("--evidence", multiple=True, metavar="CODE", help=_n("What you attach; once for each paper."))
@click.option("--own", metavar="TEXT", help=_n("Your own words, printed as they are."))
@click.option("--amount", metavar="5000", help=_n("What you can pay at once, yuan."))
@click.option("--by", metavar=DAY, help=_n("The last day for that sum."))
@click.option("--months", metavar="36", help=_n("The term that is asked for, in months."))
@click.option("--due-day", metavar="12", help=_n("The day of the month that is asked for."))
@click.option("--paid-on", metavar=DAY, help=_n("The day of the last payment of a debt that is repaid."))
@click.option("--share", metavar="60", help=_n("Your part of the household's spending, percent."))
@click.option(
    "--income",
    multiple=True,
    metavar="NAME",
    help=_n("An income of the file that is your own; none if none is."),
)
@click.option("--statement", type=click.Path(), help=_n("The lender's statement, for a complaint."))
@click.option("--log", type=click.Path(), help=_n("Your own copy of the contact log, for a complaint."))
@click.option("--got-on", metavar=DAY, help=_n("The day on which that statement came."))
@click.option("--asked-on", metavar=DAY, help=_n("The day on which you first asked the lender about it."))
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar=DAY,
    help=_n("The day of the letter; today if not given."),
)
@click.option(
    "--out", type=click.Path(path_type=Path), help=_n("Write the paper to this file: .pdf, .docx or .txt.")
)
@answer_options
@click.pass_context
def command(  # noqa: PLR0913 - click hands each option over by name
    context: click.Context,
    kind: str,
    file: str,
    debt: str,
    statement: str | None,
    log: str | None,
    on: datetime | None,
    *,
    out: Path | None,
    evidence: tuple[str, ...],
    income: tuple[str, ...],
    as_json: bool,
    lang: Language | None,
    **texts: str | None,
) -> None:
    """A letter to a creditor, or a page beside the telephone, and what to know before it is sent."""
    language, wanted = lang or language_of(context), kind_of(kind)
    assert wanted is not None, kind
    check_ending(out, language)
    day = on.date() if on else own_day()
    data = read_bytes(file, language)
    household = told_apart(household_from(data, language, file), language)
    owed = find_debt(household, debt, language)
    given = {name: text for name, text in texts.items() if text}
    try:
        typed = typed_of(given, {"evidence": evidence, "income": income}, household)
        case = case_of(household, owed, day, typed, example=is_example(data))
        if statement:
            case = _audited(case, statement, language)
        if log:
            case = with_log(case, _whole_log(log, language).entries)
        if wanted.planned and wanted in fitting(case):
            case = with_plan(case, plan_of(household, asked_if="no-contract"))
    except AshoreError as error:
        leave(error, language)
    try:
        made = letter(wanted, case)
    except NotThisLetter as error:
        _refuse(error, case, language)
    except AshoreError as error:
        leave(error, language)
    if out:
        write_sheet(made, out, language)
    if as_json:
        echo_json(letter_json(wanted, made, case, language))
    else:
        click.echo("\n".join(_lines(made, case, language, shown=out is None)))
    context.exit(FINE)


def _audited(case: Case, path: str, language: Language) -> Case:
    """Return the case with what a lender's statement has otherwise than the contract; what stops it ends with 2."""
    held, findings = with_statement(case, read_bytes(path, language))
    if held is None:
        click.echo("\n".join(show_findings(findings, language)), err=True)
        raise SystemExit(BAD)
    return held


def _whole_log(path: str, language: Language) -> Log:
    """Return an own copy of the contact log; of one that is not as it was written nothing is quoted: it ends with 2."""
    log = read_log(read_bytes(path, language))
    if not log.is_whole:
        click.echo(
            "\n".join([*show_findings(log.findings, language), *wrap(word("log-changed", language))]),
            err=True,
        )
        raise SystemExit(BAD)
    return log


def _refuse(error: NotThisLetter, case: Case, language: Language) -> NoReturn:
    """Say why a letter does not fit and which ones do, and end with 2."""
    fits = tuple(kind.name for kind in offered(case))
    if not fits:
        leave(error, language)
    click.echo("\n".join(wrap(say(Message(error.code, error.facts), language))), err=True)
    leave(Message("letter-fits", {"debt": case.debt.name, "choices": fits}), language)


def _lines(made: Sheet, case: Case, language: Language, *, shown: bool) -> list[str]:
    """Return the paper, unless it was written to a file, and apart what to know before it is sent."""
    paper = [*sheet_text(made, language).splitlines(), ""] if shown else []
    before = [line for one in told_before(made, case, language) for line in hang("- ", say(one, language))]
    head = [click.style(word("letter-head-before", language), bold=True)] if before else []
    return [*paper, *head, *before]
