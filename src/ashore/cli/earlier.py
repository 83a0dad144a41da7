"""What lenders' statements say was owed earlier, for `ashore why --statement`; what is found is told on stderr."""

from collections.abc import Iterable, Iterator

import click

from ashore.cli.common import BAD, read_bytes
from ashore.cli.findings_view import show_findings
from ashore.cli.household import find_debt
from ashore.cli.terminal import wrap
from ashore.diagnosis.asked import OwedOn
from ashore.diagnosis.stated import owed_in
from ashore.errors import Message
from ashore.household.model import Debt, Household
from ashore.importers.statement.reading import read_statement
from ashore.texts import say
from ashore.texts.language import Language


def owed_in_statements(
    household: Household, given: Iterable[tuple[str, str]], language: Language
) -> Iterator[OwedOn]:
    """Yield what statements say was owed, each given as a debt's id and a file; one that cannot be read ends with 2."""
    for debt_id, path in given:
        debt = find_debt(household, debt_id, language)
        yield from _owed(household, debt, path, language)


def _owed(household: Household, debt: Debt, path: str, language: Language) -> tuple[OwedOn, ...]:
    """Return what one statement says was owed on its debt; tell for which days, or that it says it for none."""
    reading = read_statement(read_bytes(path, language), household.as_of, debt=debt)
    lines = list(show_findings(reading.findings, language))
    found = owed_in(debt.id, reading.statement) if reading.statement else ()
    if found:
        facts = {"since": found[0].on, "until": found[-1].on, "days_count": len(found)}
        lines += wrap(say(Message("why-statement", {"debt": debt.name, "file": path, **facts}), language))
    elif reading.statement:
        lines += wrap(say(Message("why-statement-none", {"debt": debt.name, "file": path}), language))
    click.echo("\n".join(lines), err=True)
    if reading.statement is None:
        raise SystemExit(BAD)
    return found
