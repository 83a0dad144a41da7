"""What a contract says: method, rates, due days, penalties, order of payments.  Values only."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal

from ashore.dates import DayCount, Shift
from ashore.money import Rate, Rounding

Method = Literal[
    "level-payment",
    "equal-principal",
    "interest-only",
    "bullet",
    "daily",
    "revolving",
    "flat-fee",
    "schedule",
]
Accrual = Literal["monthly", "daily"]
Part = Literal["fee", "penalty", "interest", "principal"]
Bucket = tuple[Literal["past-due", "due"], Part]
PARTS: tuple[Part, ...] = ("fee", "penalty", "interest", "principal")


@dataclass(frozen=True, slots=True)
class Penalty:
    """The rate overdue amounts bear: a multiple of the contract rate, or a rate of its own; neither: none."""

    multiple: Fraction | None = None
    rate: Rate | None = None


@dataclass(frozen=True, slots=True)
class Grace:
    """Days after a due date in which it can still be paid.

    `waive`: paid within them nothing is added, else the penalty runs from the due date.
    `postpone`: the penalty runs from the end of them.
    """

    days: int
    effect: Literal["waive", "postpone"]


@dataclass(frozen=True, slots=True)
class LateFee:
    """Damages (违约金) charged once for each due not fully paid: a share of the unpaid part within bounds."""

    share: Fraction
    min_fen: int = 0
    max_fen: int | None = None

    @property
    def fixed_fen(self) -> int | None:
        """Return the sum of damages that are always the same, None where they follow what is unpaid."""
        return self.min_fen if not self.share and self.max_fen == self.min_fen else None


def fixed_late_fee(fen: int) -> LateFee:
    """Return damages that are always the same sum."""
    return LateFee(Fraction(0), fen, fen)


@dataclass(frozen=True, slots=True)
class Minimum:
    """The least payment of a revolving debt: the larger of a floor and a share of its base."""

    share: Fraction
    base: Literal["statement", "before-interest"] = "statement"
    floor_fen: int = 0


@dataclass(frozen=True, slots=True)
class Prepayment:
    """What the contract says about paying principal early; the fee is a share of the principal prepaid, on top."""

    allowed: bool = True
    fee: Fraction = Fraction(0)
    effect: Literal["shorten", "lower"] = "shorten"
    lock_until: date | None = None
    minimum_fen: int = 0
    remaining_fees: Literal["waived", "due"] = "waived"


@dataclass(frozen=True, slots=True)
class Instalment:
    """One due payment as the contract states it, in fen."""

    due: date
    principal_fen: int
    interest_fen: int
    fee_fen: int = 0

    @property
    def total_fen(self) -> int:
        """Return what falls due that day."""
        return self.principal_fen + self.interest_fen + self.fee_fen


@dataclass(frozen=True, slots=True)
class DatedRate:
    """A rate for the periods whose due date is on or after `since` (and on or before `until`, for a promotion)."""

    rate: Rate
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """The contract as written.  Units: fen, fractions; dates are calendar dates without zone.

    `cash_rate`: what money drawn in cash on a card bears, where it is another rate; only a statement's audit uses it.
    """

    method: Method
    rate: Rate
    accrual: Accrual = "monthly"
    day_count: DayCount = "act/360"
    due_day: int = 1
    payment_fen: int | None = None
    rounding: Rounding = "half-up"
    penalty: Penalty = field(default_factory=Penalty)
    compound: bool = False
    grace: Grace | None = None
    late_fee: LateFee | None = None
    fee_per_period: Fraction = Fraction(0)
    original_fen: int | None = None
    schedule: tuple[Instalment, ...] = ()
    rates: tuple[DatedRate, ...] = ()
    minimum: Minimum | None = None
    cash_rate: Rate | None = None
    allocation: tuple[Bucket, ...] | None = None
    allocation_after_days: int | None = None
    allocation_after: tuple[Bucket, ...] = ()
    shift: Shift = "none"
    prepayment: Prepayment = field(default_factory=Prepayment)


@dataclass(frozen=True, slots=True)
class Arrears:
    """What is due and not paid since a day, in fen, true at the end of `as_of`; the six parts are kept apart.

    `late`: False for a due still within its grace days.
    """

    since: date
    principal_fen: int = 0
    interest_fen: int = 0
    penalty_fen: int = 0
    compound_fen: int = 0
    damages_fen: int = 0
    fees_fen: int = 0
    late: bool = True

    @property
    def beyond_fen(self) -> int:
        """Return what is due and not paid beside principal: interest, penalty, compound, damages and fees."""
        return self.interest_fen + self.penalty_fen + self.compound_fen + self.damages_fen + self.fees_fen

    @property
    def total_fen(self) -> int:
        """Return all that is due and not paid."""
        return self.principal_fen + self.beyond_fen


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a loan stands at the end of a day.

    `principal_fen` is all principal not yet repaid, the overdue part included (for a revolving debt all that
    is owed).  `accrued_from` is the day from which interest not yet due runs.  `accelerated`: all is overdue.
    """

    on: date
    principal_fen: int
    periods_left: int
    accrued_from: date
    arrears: tuple[Arrears, ...] = ()
    accelerated: bool = False


EventKind = Literal["payment", "charge", "rate", "statement", "accelerate", "waive", "agree", "close"]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day.

    `amount_fen`: a payment, a charged fee, a statement's total, or what is waived (None: all of it).
    `rate`: a new contract rate.  `parts`: what a waiver covers.  `concession`: what was agreed.
    """

    on: date
    kind: EventKind
    amount_fen: int | None = None
    rate: Rate | None = None
    parts: tuple[Part, ...] = ()
    concession: "Concession | None" = None


ConcessionKind = Literal["defer", "extend", "rate", "waive", "settle"]
Deferral = Literal["accrue", "add", "pay", "waive"]
ConcessionStatus = Literal["offered", "agreed-verbal", "agreed-written", "to-ask", "refused"]


@dataclass(frozen=True, slots=True)
class Concession:
    """What a creditor gives, offered, agreed to, or could be asked (SPEC §4).  A waived amount of None is all of it."""

    kind: ConcessionKind
    status: ConcessionStatus
    until: date | None = None
    months: int = 0
    method: Method | None = None
    rate: Rate | None = None
    payment_fen: int | None = None
    upfront_fen: int = 0
    fee_fen: int = 0
    interest: Deferral = "accrue"
    waives: tuple[tuple[Part, int | None], ...] = ()
    if_paid_by: date | None = None
    settle_fen: int | None = None
    settle_share: Fraction | None = None
    instalments: int = 1
    arrears: Literal["keep", "merge"] | None = None
    covers: tuple[str, ...] = ()
    proof: Literal["none", "chat", "recording", "signed"] = "none"
    reported_as: str = "unknown"
