"""How much a lender may charge in a year, all parts together: rules of a pack, and what they say of one contract."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final, Literal, get_args

from ashore.errors import Message
from ashore.rules.fact import RuleFact

Effect = Literal["void-above", "court-may-cut", "regulator", "guidance"]
"""What is above the ceiling: a court does not uphold it; a court may cut it where the borrower asks; the regulator's
published rule forbids it; the regulator is reported to have told lenders so, no text is public."""
CostPart = Literal["interest", "penalty", "compound", "damages", "fees"]
"""The parts of what is charged, named as on a debt; principal is never one."""
RateDay = Literal["contract", "suit"]
"""The day whose moving rate is taken: the day the contract was made, or the day a suit is filed."""

EFFECTS: Final[tuple[Effect, ...]] = get_args(Effect)
COST_PARTS: Final[tuple[CostPart, ...]] = get_args(CostPart)
RATE_DAYS: Final[tuple[RateDay, ...]] = get_args(RateDay)


@dataclass(frozen=True, slots=True)
class CeilingRule:
    """A ceiling as a pack writes it; facts are named by their ids.

    The yearly total is `rate`, or `multiple` times the rate that `of` had on `rate_day`.  It holds for contracts that
    the `lenders` made from `formed_from` to `formed_to`, and for what is charged from `charged_from` to `charged_to`
    (each day included, None without a limit).  `counts`: the parts added up.  `also`: further facts it rests on.
    """

    id: str
    lenders: tuple[str, ...]
    effect: Effect
    counts: tuple[CostPart, ...]
    rate: str | None = None
    multiple: str | None = None
    of: str | None = None
    rate_day: RateDay = "contract"
    formed_from: date | None = None
    formed_to: date | None = None
    charged_from: date | None = None
    charged_to: date | None = None
    also: tuple[str, ...] = ()

    @property
    def fact_ids(self) -> tuple[str, ...]:
        """Return the ids of all facts it rests on, the deciding ones first."""
        return (*(one for one in (self.rate, self.multiple, self.of) if one), *self.also)

    def binds(self, lender_kind: str, formed_on: date) -> bool:
        """Return whether it is about a contract that such a lender made on a day."""
        begun = self.formed_from is None or self.formed_from <= formed_on
        return (
            lender_kind in self.lenders and begun and (self.formed_to is None or formed_on <= self.formed_to)
        )


@dataclass(frozen=True, slots=True)
class NotKnown:
    """Why a ceiling has no number: what `why` says of the fact `fact_id`; nothing may be put in its place silently.

    `day`: the day whose value is missing, for the person to look up and type; None where that would not help.
    """

    why: Message
    fact_id: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Ceiling:
    """A ceiling on one contract.

    `yearly`: the total of `counts` in a year as a share of the principal still owed (0.24 is 24 %), exact.
    `rate_day_on`: the day whose moving rate was taken, None for a fixed ceiling; of a suit not yet filed it is today.
    `typed`: that rate was typed by the person.  `facts`: what it rests on, for showing with sources.
    """

    rule: CeilingRule
    yearly: Fraction | NotKnown
    facts: tuple[RuleFact, ...]
    rate_day_on: date | None = None
    typed: bool = False

    @property
    def effect(self) -> Effect:
        """Return what happens to what is above it."""
        return self.rule.effect

    @property
    def counts(self) -> tuple[CostPart, ...]:
        """Return the parts that are added up."""
        return self.rule.counts
