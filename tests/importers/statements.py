"""Statements read for tests: what a text states, and what is found in it."""

from dataclasses import replace
from datetime import date

from ashore.importers.statement.reading import read_statement
from documents.audits import audit_view

AS_OF = date(2026, 11, 23)
DUES = "应还日期,应还本金,应还利息,实还金额,实还日期\n"
DEBT = audit_view().audit.debt
"""A debt with the id `wsd`."""
CARD = replace(DEBT, id="card", terms=replace(DEBT.terms, method="revolving"))


def read(text, **more):
    """Return the statement of a text without fault."""
    reading = read_statement(text if isinstance(text, bytes) else text.encode(), AS_OF, **more)
    assert reading.statement is not None, reading.findings
    return reading.statement


def faults(text, debt=DEBT):
    """Return the findings of a text about a debt as (level, code, line)."""
    reading = read_statement(text if isinstance(text, bytes) else text.encode(), AS_OF, debt=debt)
    return [(one.level, one.code, one.place.line) for one in reading.findings]
