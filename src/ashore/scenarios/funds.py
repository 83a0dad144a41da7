"""What an emergency fund is worth: what each target costs when all is quiet, how many shocks it carries through."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from ashore.dates import month_of
from ashore.household.flows import flows_of
from ashore.household.model import Household
from ashore.scenarios.future import QUIET, Future
from ashore.scenarios.lives import Each, Life, Setting, lives, unpaid_fen

TARGETS_MONTHS: Final = (0, 1, 3, 6)
"""Targets tried, in months of essential spending."""
YEAR_MONTHS: Final = 12
ROUND_FEN: Final = 100_00


@dataclass(frozen=True, slots=True)
class Fund:
    """A target: its size, what it costs more than none when all is quiet, and what it does in the shocks.

    `held`: in how many of them everything is paid; `unpaid_fen`: the essential spending without money, on average.
    `own`: whether it is the file's.
    """

    target_fen: int
    more_fen: int
    debt_free: date | None
    works: bool
    held: int
    unpaid_fen: int
    own: bool


@dataclass(frozen=True, slots=True)
class Funds:
    """The targets tried, the smallest first, and in how many shocks."""

    tried: int
    funds: tuple[Fund, ...]

    @property
    def best(self) -> Fund:
        """Return the target worth its price if one of these shocks came, each as likely as another.

        It carries through most; of those its price and the living money missing on average are least together.
        """
        return min(self.funds, key=lambda one: (not one.works, -one.held, one.more_fen + one.unpaid_fen))


def month_fen(household: Household) -> int:
    """Return what a month of essential spending takes on average over the next twelve, to ¥100 rounded up."""
    first = month_of(household.as_of)
    last = first.plus(YEAR_MONTHS).last
    flows = flows_of(household, YEAR_MONTHS + 1)
    year = sum(one.fen for one in flows if one.kind == "essential" and first.last < one.on <= last)
    return -(-year // (YEAR_MONTHS * ROUND_FEN)) * ROUND_FEN


def targets_of(household: Household) -> list[int]:
    """Return the targets tried: some months of essential spending, and the file's own."""
    month = month_fen(household)
    return sorted({*(month * months for months in TARGETS_MONTHS), household.emergency_fund_fen})


def funds_of(setting: Setting, futures: Sequence[Future], each: Each = map) -> Funds | None:
    """Return what each target is worth against these shocks; None where no plan works or there is no shock."""
    if not setting.works or not futures or not setting.household.debts:
        return None
    return Funds(len(futures), tuple(_funds(setting, futures, each)))


def _funds(setting: Setting, futures: Sequence[Future], each: Each) -> Iterator[Fund]:
    base: Life | None = None
    for target in targets_of(setting.household):
        aiming = replace(setting, household=replace(setting.household, emergency_fund_fen=target))
        quiet = lives(aiming, [QUIET])[0]
        base = base or quiet
        lived = lives(aiming, futures, each)
        yield Fund(
            target,
            quiet.net_fen - base.net_fen,
            quiet.debt_free,
            quiet.holds,
            sum(life.holds for life in lived),
            unpaid_fen(lived),
            target == setting.household.emergency_fund_fen,
        )
