"""Named shocks: what each does to a household's months, from a month on."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Final, Literal

from ashore.dates import month_of
from ashore.household.flows import Flow, flows_of
from ashore.household.model import Household, Income, Spending
from ashore.loans.schedule import dues_of
from ashore.money import round_half_up
from ashore.planning.problem import Problem
from ashore.scenarios.assumed import Assumed
from ashore.scenarios.future import Future, NewLoan

Kind = Literal["job-lost", "illness", "slow-season", "called", "bridge", "second-charge"]
CALLED_MAX: Final = 3
"""So many debts are tried as the one whose lender calls it."""
ROUND_FEN: Final = 100_00


@dataclass(frozen=True, slots=True)
class Shock:
    """A shock that this household could meet; `debt`: the index of the debt called."""

    kind: Kind
    debt: int | None = None


def shocks_of(problem: Problem) -> tuple[Shock, ...]:
    """Return the shocks that fit the household: a job, a shop, debts that can be called."""
    home, found = problem.household, list[Shock]()
    if main_job(home, 1, len(problem.flows)):
        found += [Shock("job-lost"), Shock("illness")]
    if home.businesses:
        found.append(Shock("slow-season"))
    return (*found, *(Shock("called", debt) for debt in _callable(problem)))


def warnings_of(problem: Problem) -> tuple[Shock, ...]:
    """Return the loans that people are offered to pay other loans with: shown for what they do, never as a way."""
    home = problem.household
    if not home.debts:
        return ()
    own_home = any(debt.secured_by == "home" for debt in home.debts)
    return (Shock("bridge"), *([Shock("second-charge")] if own_home else []))


def _callable(problem: Problem) -> list[int]:
    """Return each debt that is overdue, else the largest: lenders call what is overdue, and the largest hurts most."""
    debts = problem.household.debts
    order = sorted(range(len(debts)), key=lambda index: (-debts[index].balance_fen, index))
    open_ones = [index for index in order if not problem.accounts[index].closed]
    overdue = [index for index in open_ones if problem.accounts[index].arrears_fen]
    return (overdue or open_ones)[:CALLED_MAX]


def main_job(household: Household, start: int, months: int) -> str | None:
    """Return the name of the income, the shop's left out, that brings most in these months; None if there is none."""
    brings = Counter[str]()
    jobs = replace(
        household, incomes=tuple(one for one in household.incomes if not one.business), businesses=()
    )
    for month in _months(jobs, start, months).values():
        for flow in month:
            if flow.kind == "income":
                brings[flow.name] += flow.fen
    return max(brings, key=lambda name: brings[name]) if brings else None


def income_hit(shock: Shock, problem: Problem, start: int, assumed: Assumed) -> str:
    """Return the name of the income that a shock hits when it begins in month `start`; empty where it hits none."""
    if shock.kind not in {"job-lost", "illness"}:
        return ""
    return main_job(problem.household, start, assumed.months(f"{shock.kind}.months")) or ""


def future_of(shock: Shock, problem: Problem, start: int, assumed: Assumed) -> Future:
    """Return the future in which a shock begins in month `start` and everything else is as expected."""
    home = problem.household
    match shock.kind:
        case "called":
            assert shock.debt is not None
            return Future(calls={start: (shock.debt,)})
        case "bridge" | "second-charge":
            loan = _loan(shock.kind, problem, start, assumed)
            return Future(loans={start: (loan,)} if loan.fen else {})
        case "slow-season":
            months = assumed.months("slow-season.months")
            other = _slow(home, 1 - assumed.share("slow-season.takings-lost"))
        case kind:
            months = assumed.months(f"{kind}.months")
            job = income_hit(shock, problem, start, assumed)
            kept = Fraction(0) if kind == "job-lost" else 1 - assumed.share("illness.income-lost")
            other = _scaled(home, job, kept)
            if kind == "illness":
                other = _costs(other, problem.first.plus(start).first, assumed.fen("illness.cost"))
    last = min(start + months, len(problem.flows)) - start
    return Future(_months(other, start, last), until=start + last - 1)


def _months(household: Household, start: int, months: int) -> dict[int, tuple[Flow, ...]]:
    """Return a household's flows of these months by month index."""
    first = month_of(household.as_of)
    found: dict[int, list[Flow]] = {index: [] for index in range(start, start + months)}
    for flow in flows_of(household, start + months):
        index = month_of(flow.on).minus(first)
        if index in found:
            found[index].append(flow)
    return {index: tuple(flows) for index, flows in found.items()}


def _scaled(household: Household, name: str, kept: Fraction) -> Household:
    """Return the household with an income of that name brought down to a share of it; all of it gone with 0."""
    incomes = [
        _less(one, kept) if one.name == name and not one.business else one for one in household.incomes
    ]
    return replace(household, incomes=tuple(one for one in incomes if one.amount_fen or one.low_fen))


def _less(income: Income, kept: Fraction) -> Income:
    low = None if income.low_fen is None else _part(income.low_fen, kept)
    return replace(income, amount_fen=_part(income.amount_fen, kept), low_fen=low)


def _part(fen: int, share: Fraction) -> int:
    return round_half_up(*(fen * share).as_integer_ratio())


def _costs(household: Household, on: date, fen: int) -> Household:
    more = Spending("", fen, every="once", on=on)
    return replace(household, spendings=(*household.spendings, *([more] if fen else [])))


def _slow(household: Household, kept: Fraction) -> Household:
    shops = [replace(shop, takings_fen=_part(shop.takings_fen, kept)) for shop in household.businesses]
    return replace(household, businesses=tuple(shops))


def _loan(
    kind: Literal["bridge", "second-charge"], problem: Problem, start: int, assumed: Assumed
) -> NewLoan:
    """Return the loan that brings, its fee kept back, what the debts' dues of the months it covers come to."""
    fee = assumed.share(f"{kind}.fee")
    wanted = sum(_dues(problem, start, assumed.months(f"{kind}.covers")))
    fen = -(-wanted // ROUND_FEN) * ROUND_FEN
    gross = -(-fen * fee.denominator // (fee.denominator - fee.numerator)) if fee < 1 else 0
    return NewLoan(
        kind,
        "home" if kind == "second-charge" else "credit-record",
        gross,
        gross - fen,
        assumed.rate(f"{kind}.rate"),
        assumed.months(f"{kind}.months"),
        at_end=kind == "bridge",
    )


def _dues(problem: Problem, start: int, months: int) -> Iterator[int]:
    """Yield what falls due on the debts in these months by contract."""
    for account in problem.accounts:
        for row in dues_of(account.copy(), start + months):
            if start <= month_of(row.due).minus(problem.first) < start + months:
                yield row.total_fen
