"""An audit with what its sentences need besides."""

from dataclasses import dataclass
from datetime import date

from ashore.errors import Finding
from ashore.household.audited import Audit
from ashore.loans.audit.stated import SumClaim
from ashore.loans.audit.yearly import deducted_fen
from ashore.packs.pack import Pack
from ashore.rules.ceilings import Ceiling


@dataclass(frozen=True, slots=True)
class AuditView:
    """An audit with what its sentences need besides: ceilings on a year's cost, the pack, what reading it found."""

    audit: Audit
    ceilings: tuple[Ceiling, ...]
    pack: Pack
    today: date
    findings: tuple[Finding, ...] = ()
    planned: bool = False

    @property
    def differs(self) -> bool:
        """Return whether any figure or any total is not what comes out here."""
        return bool(self.audit.verdicts or self.wrong_sums or self.kept_fen or self.lent_otherwise)

    @property
    def wrong_sums(self) -> tuple[SumClaim, ...]:
        """Return the totals that are not the sum of their parts or lines."""
        return tuple(one for one in self.audit.statement.sums if one.total_fen != one.parts_fen)

    @property
    def kept_fen(self) -> int:
        """Return what was kept back when the money was paid out."""
        return deducted_fen(self.audit.statement)

    @property
    def lent_otherwise(self) -> bool:
        """Return whether the statement's sum lent is another than the file's."""
        lent, original = self.audit.statement.lent_fen, self.audit.debt.terms.original_fen
        return bool(lent and original and lent != original)
