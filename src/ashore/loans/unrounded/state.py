"""What a contract is at one moment, and what happens to it."""

from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from typing import Final, Literal

from ashore.loans.unrounded.contract import Contract, equal_instalment, level_instalment
from ashore.loans.unrounded.terms import ONE, ZERO, Terms

EventKind = Literal["IED", "PR", "IP", "IPCI", "FP", "RRF", "RR", "PRF", "SC", "IPCB", "PRD", "TD", "MD"]
# Which of two events at one moment comes first.
ORDER: Final[dict[EventKind, int]] = {
    "IED": 20, "PR": 30, "IP": 40, "IPCI": 40, "FP": 60, "RRF": 100, "RR": 100,
    "PRF": 105, "SC": 110, "IPCB": 120, "PRD": 130, "TD": 140, "MD": 150,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class State:
    """A contract at one moment.  Amounts are positive for the lender; the instalment is positive for both."""

    at: datetime
    principal: Fraction
    rate: Fraction
    accrued: Fraction
    base: Fraction
    instalment: Fraction
    fees: Fraction
    principal_scale: Fraction = ONE
    interest_scale: Fraction = ONE


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens: when it is paid, what is paid (positive: received), and the state after it."""

    kind: EventKind
    at: datetime
    payoff: Fraction
    after: State


def opening(contract: Contract) -> State:
    """Return the state on the day as of which the contract is described."""
    terms = contract.terms
    running = terms.lent_on <= terms.as_of
    state = State(
        at=terms.as_of,
        principal=terms.sign * terms.principal if running else ZERO,
        rate=(terms.rate_per_year or ZERO) if running else ZERO,
        accrued=ZERO,
        base=first_base(terms) if running else ZERO,
        instalment=terms.instalment or ZERO,
        fees=terms.fee.accrued if terms.fee else ZERO,
        principal_scale=terms.scaling.principal_now if terms.scaling else ONE,
        interest_scale=terms.scaling.interest_now if terms.scaling else ONE,
    )
    state = replace(state, accrued=_accrued(contract, state))
    return replace(state, instalment=_instalment(contract, state, running=running))


def first_base(terms: Terms) -> Fraction:
    """Return the amount on which interest is counted at first."""
    amount = terms.principal if terms.base == "NT" or terms.base_amount is None else terms.base_amount
    return terms.sign * amount


def _accrued(contract: Contract, state: State) -> Fraction:
    """Return the interest accrued so far: as described, or since interest was last due; 0 if it never was."""
    terms = contract.terms
    if terms.rate_per_year is None or terms.lent_on > terms.as_of:
        return ZERO
    if terms.accrued is not None:
        return terms.sign * terms.accrued
    earlier = [moment for moment in contract.moments(terms.interest, with_end=True) if moment < state.at]
    return contract.years(earlier[-1], state.at) * state.principal * state.rate if earlier else ZERO


def _instalment(contract: Contract, state: State, *, running: bool) -> Fraction:
    """Return the instalment: as agreed, or equal parts of the principal, or the level one from here or payout on."""
    terms = contract.terms
    if terms.kind == "PAM" or terms.instalment is not None:
        return state.instalment
    if terms.kind == "LAM":
        return equal_instalment(contract)
    dues = contract.repayments()
    if running:
        left = [due for due in dues if due > state.at]
        owed = terms.sign * state.principal, terms.sign * state.accrued
        return level_instalment(contract, left, state.at, owed, state.rate) if left else ZERO
    rate = terms.rate_per_year or ZERO
    return level_instalment(contract, dues, terms.lent_on, (terms.principal, ZERO), rate)
