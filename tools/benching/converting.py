"""A household of the generator as a household of Ashore; `docs/benchmarks/plan.md` says what cannot be carried over.

Month t of an instance is the calendar month t + 1 after `as_of`, the last day of November 2026: money comes in on the
first, living is paid on the second, dues fall on the tenth.  The plan's months are then the instance's (`--months H`).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Final

from ashore.dates import Month
from ashore.household.dumping import dump_household
from ashore.household.model import (
    Asset,
    Debt,
    FriendLoan,
    Household,
    Income,
    LenderKind,
    Priority,
    SideWork,
    Spending,
)
from ashore.loans.terms import (
    Arrears,
    Concession,
    DatedRate,
    LateFee,
    Method,
    Minimum,
    Penalty,
    Prepayment,
    Terms,
)
from ashore.money import Rate
from benching.generator import FAMILIES, Instance, LoanLike, Option, generator

AS_OF: Final = date(2026, 11, 30)
FIRST: Final = Month(2026, 11)
PAY_DAY, LIVING_DAY, DUE_DAY = 1, 2, 10
METHODS: Final[Mapping[str, Method]] = {
    "annuity": "level-payment",
    "interest_only": "interest-only",
    "bullet": "bullet",
    "revolving": "revolving",
}
PRIORITIES: Final[Mapping[str, Priority]] = {
    "mortgage": "home",
    "car": "utilities",
    "p2p": "none",
    "friend": "family",
}
"""By the nearest weight: 30, 20, 2, 3 for a harm of 3,000, 2,000, 300, 300; all others report to the credit system."""
LENDERS: Final[Mapping[str, LenderKind]] = {
    "huabei": "consumer-finance",
    "jiebei": "consumer-finance",
    "p2p": "micro-lender",
    "friend": "friend",
}
ANSWER_BY: Final = date(2026, 12, 31)
"""Offers without a deadline of their own are chosen in the instance's first month."""
COUNTED: Final = 1_000_000


def converted(family: str, debts: int, months: int, seed: int) -> Household:
    """Return an instance of the generator as a household."""
    return household_of(generator().household(family, debts, months, seed))


def file_text(household: Household, months: int) -> str:
    """Return the household's file, with how it is meant to be planned above it."""
    return (
        f"# {household.name}, all of it invented; plan with: --months {months}\n\n{dump_household(household)}"
    )


def household_of(instance: Instance) -> Household:
    """Return the household, with the same figures to the fen."""
    side, friend = instance["side"], instance["friend_loan"]
    counted = (instance["D"] * 1000 + instance["H"]) * COUNTED + instance["seed"]
    return Household(
        as_of=AS_OF,
        id=FAMILIES.index(instance["family"]) * COUNTED * COUNTED + counted,
        name=f"{instance['family']} {instance['D']} {instance['H']} {instance['seed']}",
        cash_fen=_fen(instance["cash0"]),
        emergency_fund_fen=_fen(instance["buffer_target"]),
        emergency_fund_months=instance["buffer_ramp"],
        cause="shock" if instance["family"] == "shock" else "unknown",
        incomes=tuple(_incomes([_fen(yuan) for yuan in instance["income"]])),
        spendings=tuple(_spendings([_fen(yuan) for yuan in instance["essential"]])),
        assets=tuple(
            Asset(f"thing {place}", _fen(one["value"]), sell=True, decay=1 - Fraction(str(one["decay"])))
            for place, one in enumerate(instance["items"], 1)
        ),
        debts=tuple(_debt(place, one) for place, one in enumerate(instance["debts"], 1)),
        side_work=(SideWork("side work", _fen(side["wage"]), int(side["cap"]), _day(0, 1)),) if side else (),
        friend_loans=(_friend_loan(friend["cap"], friend["apr"], friend["term"]),) if friend else (),
    )


def _friend_loan(cap: float, apr: float, term: int) -> FriendLoan:
    return FriendLoan("friend", _fen(cap), Fraction(str(apr)), term, _day(0, 1))


def _fen(yuan: float) -> int:
    return round(yuan * 100)


def _day(month: int, day: int) -> date:
    """Return a day of an instance's month."""
    return FIRST.plus(month + 1).day(day)


def _incomes(fen: Sequence[int]) -> Iterator[Income]:
    """Yield the usual income of each stretch of months, and what single months bring above it."""
    usual = Counter(fen).most_common(1)[0][0]
    start = 0
    for amount, run in groupby(min(one, usual) for one in fen):
        months = len(list(run))
        until = None if start + months == len(fen) else FIRST.plus(start + months).last
        if amount:
            since = _day(start, PAY_DAY) if start else None
            yield Income(f"wage {start}", amount, day=PAY_DAY, since=since, until=until)
        start += months
    for month, amount in enumerate(fen):
        if amount > usual:
            yield Income(f"bonus {month}", amount - usual, every="once", on=_day(month, PAY_DAY))


def _spendings(fen: Sequence[int]) -> Iterator[Spending]:
    """Yield what living costs every month, and what it costs more in some months of each year."""
    usual = min(fen)
    yield Spending("living", usual, day=LIVING_DAY)
    for month, amount in enumerate(fen[:12]):
        if amount > usual:
            yield Spending(f"living {month}", amount - usual, every="year", since=_day(month, LIVING_DAY))


def _rate(apr: float) -> Rate:
    return Rate(Decimal(str(apr)), "year")


def _debt(place: int, loan: LoanLike) -> Debt:
    late, kind = _fen(loan["overdue0"]), loan["kind"]
    return Debt(
        id=f"d{place:02}",
        name=f"{kind} {place}",
        creditor=f"lender {place}",
        terms=_terms(loan),
        balance_fen=_fen(loan["balance"]) + late,
        periods_left=loan["term"],
        start=FIRST.day(DUE_DAY) if loan["method"] == "bullet" else None,
        arrears=Arrears(_since(loan), principal_fen=late) if late else None,
        priority=PRIORITIES.get(kind, "credit-record"),
        lender_kind=LENDERS.get(kind, "bank"),
        stage="overdue" if late else "current",
        concessions=tuple(_concession(one, loan) for one in loan["options"]),
    )


def _since(loan: LoanLike) -> date:
    """Return since when a debt is late: one due, or two where more than one is."""
    return FIRST.plus(0 if loan["overdue0"] <= _first_due(loan) else -1).day(DUE_DAY)


def _first_due(loan: LoanLike) -> float:
    balance, rate, left = loan["balance"], _first_rate(loan) / 12, loan["term"]
    if loan["method"] == "revolving":
        return max(loan["floor"], loan["min_pct"] * balance * (1 + rate))
    if left <= 1:
        return balance * (1 + rate)
    if loan["method"] == "annuity":
        return balance * rate / (1 - (1 + rate) ** -left) if rate else balance / left
    return balance * rate


def _first_rate(loan: LoanLike) -> float:
    return loan["promo"][1] if loan["promo"] else loan["apr"]


def _terms(loan: LoanLike) -> Terms:
    revolving = loan["method"] == "revolving"
    fee, promo = loan["prepay_fee"], loan["promo"]
    return Terms(
        method=METHODS[loan["method"]],
        rate=_rate(loan["apr"]),
        due_day=DUE_DAY,
        penalty=Penalty() if revolving or not loan["apr"] else Penalty(Fraction(str(loan["penalty_mult"]))),
        late_fee=_late_fee(loan),
        rates=(DatedRate(_rate(promo[1]), until=_day(int(promo[0]) - 1, DUE_DAY)),) if promo else (),
        minimum=Minimum(Fraction(str(loan["min_pct"])), floor_fen=_fen(loan["floor"])) if revolving else None,
        prepayment=Prepayment(allowed=fee is not None, fee=Fraction(str(fee or 0)), effect="lower"),
    )


def _late_fee(loan: LoanLike) -> LateFee | None:
    """Return the fee for each due that goes unpaid: a share of a card's minimum, or so many yuan."""
    if loan["unpaid_min_fee"]:
        return LateFee(Fraction(str(loan["unpaid_min_fee"])))
    fen = _fen(loan["late_fee"])
    return LateFee(Fraction(0), fen, fen) if fen else None


def _concession(option: Option, loan: LoanLike) -> Concession:
    if option["kind"] == "settle":
        amount = _fen(loan["balance"] * option["pct"]) + _fen(loan["overdue0"])
        until = FIRST.plus(option["deadline"] + 1).last
        return Concession("settle", "offered", until, settle_fen=amount)
    fee = _fen(option["fee"])
    if option["kind"] == "defer":
        return Concession("defer", "offered", ANSWER_BY, option["months"], fee_fen=fee, interest="add")
    return Concession(
        "extend",
        "offered",
        ANSWER_BY,
        option["months"],
        method="level-payment",
        rate=_rate(option["apr"]),
        fee_fen=fee,
        arrears="keep",
    )
