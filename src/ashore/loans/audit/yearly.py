"""What a lender charged a year on the principal that was outstanding, day by day, and how much lies above a ceiling."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Final

from ashore.loans.audit.happening import settled_on
from ashore.loans.audit.recomputed import Basis, figures
from ashore.loans.audit.stated import Claim, Statement
from ashore.loans.parts import COMPOUND, DAMAGES, FEES, INTEREST, PENALTY, PRINCIPAL
from ashore.money import divide

DAYS_PER_YEAR: Final = 365
CHARGES: Final = (INTEREST, PENALTY, COMPOUND, DAMAGES, FEES)


@dataclass(frozen=True, slots=True)
class Burden:
    """What was charged from `since` to `until` and the principal it was charged on, in fen × days."""

    since: date
    until: date
    charged_fen: int
    principal_fen_days: int

    @property
    def per_year(self) -> Fraction:
        """Return charged ÷ average principal, a year of 365 days, simple; 0 where there was no principal."""
        return (
            Fraction(self.charged_fen * DAYS_PER_YEAR, self.principal_fen_days)
            if self.principal_fen_days
            else Fraction(0)
        )

    def above_fen(self, ceiling: Fraction) -> int:
        """Return what was charged above a yearly ceiling, same principal, same days, in fen, half up; else 0."""
        allowed = Fraction(self.principal_fen_days) * ceiling / DAYS_PER_YEAR
        above = self.charged_fen - allowed
        return divide(above.numerator, above.denominator, "half-up") if above > 0 else 0


def burden_of(
    basis: Basis,
    statement: Statement,
    as_of: date,
    parts: Collection[int] = CHARGES,
    window: tuple[date, date] = (date.min, date.max),
) -> Burden | None:
    """Return what the statement charged a year until the end of `as_of`, None where it covers no day.

    Charged is what the statement says fell due or was added (else what payments were used for) of some parts, on days
    of a window.  The principal is ours, day by day, what is overdue included, less what was kept back when it was paid
    out.  Simple, on actual days, a year of 365.  From a settlement on nothing is counted: what it forgives was not
    charged in the end.
    """
    settled = settled_on(basis.events)
    if settled is not None:
        as_of = min(as_of, settled - timedelta(days=1))
    claims = [claim for claim in _charges(statement) if claim.on <= min(as_of, window[1])]
    claims = [claim for claim in claims if claim.on >= window[0] and set(claim.parts) <= set(parts)]
    if not claims:
        return None
    since, until = max(basis.opening.on, window[0]), max(claim.on for claim in claims)
    days = sorted(
        {since, until, *(one.event.on for one in basis.events), *(one.on for one in statement.claims)}
    )
    days = [day for day in days if since <= day <= until]
    left = figures(basis, [Claim(0, "left", day, 0) for day in days])
    kept = deducted_fen(statement)
    weight = sum(
        (end - start).days * max(0, (figure.fen or 0) - kept)
        for (start, end), figure in zip(pairwise(days), left, strict=False)
    )
    return Burden(since, until, sum(claim.fen for claim in claims), weight) if weight else None


def deducted_fen(statement: Statement) -> int:
    """Return what was kept back when the money was paid out, in fen; 0 where the statement tells of none."""
    if statement.lent_fen is None or statement.received_fen is None:
        return 0
    return max(0, statement.lent_fen - statement.received_fen)


def _charges(statement: Statement) -> list[Claim]:
    """Return the claims that say what was charged beyond principal, each part by one kind of claim only.

    A part that was posted counts as posted, another as it fell due; only where there is neither, what payments were
    used for.  To what fell due belongs what was paid along with an early repayment, which never fell due.
    """
    beyond = [claim for claim in statement.claims if PRINCIPAL not in claim.parts]
    lines = {one.line for one in statement.events if one.early}
    posted = [claim for claim in beyond if claim.kind == "charged"]
    parts = {part for claim in posted for part in claim.parts}
    due = [claim for claim in beyond if claim.kind in {"due", "late"} and not parts & set(claim.parts)]
    if not posted and not due:
        return [claim for claim in beyond if claim.kind == "paid"]
    early = [claim for claim in beyond if claim.kind == "paid" and claim.line in lines] if due else []
    return [*posted, *due, *(claim for claim in early if not parts & set(claim.parts))]
