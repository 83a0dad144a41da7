"""An audit with what its sentences need besides."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from ashore.errors import Finding
from ashore.household.audited import Audit, Verdict
from ashore.loans.audit.stated import SumClaim
from ashore.loans.audit.yearly import deducted_fen
from ashore.loans.parts import PRINCIPAL
from ashore.packs.pack import Pack
from ashore.rules.ceilings import Ceiling

CHARGES: Final = frozenset({"due", "late", "charged"})
"""Kinds of figures that say what was charged, where they are not about principal."""
DEMANDS: Final = frozenset({"minimum", "closing", "agreed"})
"""Kinds of figures that say what was asked for in all."""


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


def complained(verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """Return the differences that a complaint names: those that the contract, by its own source, decides (H8).

    Nobody complains of what was charged or asked too low.
    """
    return tuple(one for one in verdicts if one.cause == "lender" and not _in_favour(one))


def _in_favour(one: Verdict) -> bool:
    claim = one.difference.claim
    asks = claim.kind in DEMANDS or (claim.kind in CHARGES and PRINCIPAL not in claim.parts)
    return asks and one.difference.fen < 0
