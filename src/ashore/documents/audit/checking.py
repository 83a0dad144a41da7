"""A lender's statement held against a debt of a household, the same for the command line and for the pages."""

from datetime import date

from ashore.documents.audit.view import AuditView
from ashore.household.audited import Audit, audit
from ashore.household.model import Debt, Household
from ashore.importers.statement.reading import StatementReading
from ashore.packs.ceilings import ceilings_for
from ashore.packs.pack import load_pack
from ashore.packs.workdays import working_days_of
from ashore.rules.ceilings import Ceiling


def view_of(
    household: Household, debt: Debt, reading: StatementReading, *, planned: bool = False
) -> AuditView:
    """Return the audit of a statement that could be read.  Raises NoBeginning and NotAudited.

    `planned`: the statement is a schedule that nobody has paid yet.
    """
    assert reading.statement is not None
    working_days = working_days_of(household, 0)
    found = audit(debt, reading.statement, household.as_of, working_days, planned=planned)
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
