"""The household as values: people's money, the shop, dues, accounts, things of value, debts.

Everything is as the file says it (SPEC §1), with amounts in fen and defaults filled; what was filled and from
where is listed in `Debt.assumed` (field names) and `Debt.sources`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from ashore.loans.disclosed import Disclosure
from ashore.loans.terms import Arrears, Concession, Event, LateFee, Terms

Every = Literal["month", "week", "year", "once"]
Certainty = Literal["steady", "variable"]
Cause = Literal["shock", "structural", "habits", "unknown"]
Priority = Literal["home", "utilities", "court", "guarantor", "credit-record", "family", "none"]
Stage = Literal[
    "current",
    "overdue",
    "outsourced",
    "assigned",
    "mediation",
    "payment-order",
    "sued",
    "judgment",
    "enforcement",
]
LenderKind = Literal["bank", "consumer-finance", "micro-lender", "amc", "private", "friend"]
Keep = Literal["home", "shop", "law", "family"]
Selling = Literal["thinking", "listed", "sold"]


@dataclass(frozen=True, slots=True)
class Income:
    """Money that comes in.  A plan counts `low_fen` where it is given (a bad month of a variable income)."""

    name: str
    amount_fen: int
    every: Every = "month"
    day: int | None = None
    on: date | None = None
    since: date | None = None
    until: date | None = None
    certainty: Certainty = "steady"
    low_fen: int | None = None
    business: bool = False


@dataclass(frozen=True, slots=True)
class Spending:
    """Money that goes out for living or, with `business`, for the shop."""

    name: str
    amount_fen: int
    category: str = "other"
    every: Every = "month"
    day: int | None = None
    on: date | None = None
    since: date | None = None
    until: date | None = None
    essential: bool = True
    business: bool = False


@dataclass(frozen=True, slots=True)
class Asset:
    """A thing of value; `decay` is the share of its value lost each month.

    `value_fen`: what it would bring today, before `fee`, the share that whoever sells it keeps.  `asked_fen`: the price
    asked, which no plan counts on.  What is sold already is neither sold again nor owned: its money is in the cash.
    """

    name: str
    value_fen: int
    sell: bool = False
    decay: Fraction = Fraction(0)
    asked_fen: int | None = None
    fee: Fraction = Fraction(0)
    selling: Selling | None = None
    note: str = ""

    @property
    def is_sold(self) -> bool:
        """Return whether it is sold already."""
        return self.selling == "sold"

    @property
    def for_sale(self) -> bool:
        """Return whether a plan may sell it."""
        return self.sell and not self.is_sold


@dataclass(frozen=True, slots=True)
class Account:
    """Where money lies, who may take it (`debited_by`: debt ids), and what it is kept for."""

    id: str
    balance_fen: int
    holder: str = "self"
    debited_by: tuple[str, ...] = ()
    purpose: Literal["living", "stock", "free"] = "free"


@dataclass(frozen=True, slots=True)
class Alternative:
    """What closing the shop would bring: a wage each month, the stock's value once, a deposit lost once."""

    wage_fen: int = 0
    stock_fen: int = 0
    lost_deposit_fen: int = 0


@dataclass(frozen=True, slots=True)
class Business:
    """A shop: takings × season × (1 − cost share) − fixed, each month on its last day."""

    name: str
    takings_fen: int
    cost_share: Fraction = Fraction(0)
    fixed_fen: int = 0
    season: tuple[Decimal, ...] = (Decimal(1),) * 12
    form: Literal["sole-trader", "family", "company"] = "sole-trader"
    alternative: Alternative | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A payment that is no debt: shop rent, wages, tax, insurance, school."""

    name: str
    amount_fen: int
    on: date
    keep: Keep = "family"


@dataclass(frozen=True, slots=True)
class SideWork:
    """Paid work on the side: at most so many hours a month."""

    name: str
    hourly_fen: int
    hours_month: int
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class FriendLoan:
    """A written loan from a friend that could be drawn, with its yearly rate (a fraction) and term."""

    name: str
    amount_fen_max: int
    rate_per_year: Fraction = Fraction(0)
    months: int = 12
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day that a paper sets: what must be done by it, and with whom it was checked."""

    on: date
    what: str
    verified: str | None = None


@dataclass(frozen=True, slots=True)
class Debt:
    """What is owed today on a loan, with its contract, its stage and who answers for it.

    `reached`: agreements in writing that stand in the file under another draw and cover this one too, with its share
    of their sums.  `shared`: its own concessions that cover others too, with what of their sums falls to this debt.
    `late_fee_range`: between what its product's damages lie, where nobody typed the contract's own.
    """

    id: str
    name: str
    creditor: str
    terms: Terms
    balance_fen: int
    periods_left: int = 0
    product: str | None = None
    start: date | None = None
    arrears: Arrears | None = None
    arrears_total_fen: int | None = None
    arrears_typed: bool = True
    priority: Priority = "none"
    business: bool = False
    lender_kind: LenderKind | None = None
    line: str | None = None
    liable: tuple[str, ...] = ("self",)
    secured_by: Literal["none", "home", "car", "second-charge"] = "none"
    stage: Stage = "current"
    deadline: Deadline | None = None
    last_demand: date | None = None
    last_payment: date | None = None
    concessions: tuple[Concession, ...] = ()
    reached: tuple[Concession, ...] = ()
    shared: Mapping[Concession, Concession] = field(default_factory=dict[Concession, Concession])
    events: tuple[Event, ...] = ()
    statement_day: int | None = None
    late_fee_range: tuple[LateFee, LateFee] | None = None
    disclosure: Disclosure | None = None
    assumed: tuple[str, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def in_writing(self) -> tuple[Concession, ...]:
        """Return the agreements in writing as they hold for it: its own, and those of another draw that reach it."""
        own = (self.shared.get(one, one) for one in self.concessions)
        return tuple(one for one in (*own, *self.reached) if one.status == "agreed-written")


@dataclass(frozen=True, slots=True)
class Own:
    """A value that the person looked up and that stands beside the pack's, never in its place there.

    `about`: a fact's id, or a product's for a way into its app.  One of `rate_per_year`, `amount_fen` and `text` is
    given.  It is known to hold from `since` (None: nobody has said) to `seen_on`, the day it was looked up.
    """

    about: str
    seen_on: date
    rate_per_year: Fraction | None = None
    amount_fen: int | None = None
    text: str = ""
    since: date | None = None
    note: str = ""

    def holds(self, day: date) -> bool:
        """Return whether it is known to hold on a day."""
        return (self.since or self.seen_on) <= day <= self.seen_on


@dataclass(frozen=True, slots=True)
class Household:
    """A household at the end of `as_of`, as its file describes it."""

    as_of: date
    jurisdiction: str = "cn"
    id: int = 0
    name: str = ""
    cash_fen: int = 0
    emergency_fund_fen: int = 0
    emergency_fund_months: int = 1
    cause: Cause = "unknown"
    dependants: int = 0
    incomes: tuple[Income, ...] = ()
    spendings: tuple[Spending, ...] = ()
    assets: tuple[Asset, ...] = ()
    accounts: tuple[Account, ...] = ()
    businesses: tuple[Business, ...] = ()
    dues: tuple[Due, ...] = ()
    debts: tuple[Debt, ...] = ()
    side_work: tuple[SideWork, ...] = ()
    friend_loans: tuple[FriendLoan, ...] = ()
    owns: tuple[Own, ...] = ()

    @property
    def stock_fen(self) -> int:
        """Return the money that buys the shop's stock: it pays for living if it must, never for a debt."""
        if not self.businesses:
            return 0
        return sum(one.balance_fen for one in self.accounts if one.purpose == "stock")
