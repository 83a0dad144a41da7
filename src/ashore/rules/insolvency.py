"""What a law on personal insolvency gives creditors, as far as figures are known; types only."""

from dataclasses import dataclass

from ashore.rules.fact import RuleFact


@dataclass(frozen=True, slots=True)
class InsolvencyRule:
    """A law that applies in the whole jurisdiction.

    For `years` income above `protected_month_fen` for each person of the household goes to the creditors, and what is
    owned above `exempt_fen` is sold.  `facts`: where this is written.
    """

    years: int
    protected_month_fen: int
    exempt_fen: int
    facts: tuple[RuleFact, ...]
