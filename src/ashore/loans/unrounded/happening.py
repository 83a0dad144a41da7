"""What each kind of event pays, and the state it leaves."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from typing import Final

from ashore.loans.unrounded.contract import Contract, level_instalment
from ashore.loans.unrounded.state import EventKind, State, first_base
from ashore.loans.unrounded.terms import ZERO, Deal, Observe, Reset, UnfitTerms

Outcome = tuple[Fraction, State]


@dataclass(frozen=True, slots=True)
class Happening:
    """An event about to happen: the contract, the moment agreed for it, the state before, and what can be observed."""

    contract: Contract
    at: datetime
    before: State
    observe: Observe

    @property
    def sign(self) -> int:
        """Return 1 for the one who lends, −1 for the one who borrows."""
        return self.contract.terms.sign

    def accrued(self) -> State:
        """Return the state before the event, with interest and fees accrued up to it."""
        state, fee = self.before, self.contract.terms.fee
        years = self.contract.years(state.at, self.at)
        fees = years * fee.rate * state.principal if fee and fee.of_principal else ZERO
        accrued = state.accrued + years * state.rate * state.base
        return replace(state, at=self.at, accrued=accrued, fees=state.fees + fees)


def _paid_out(event: Happening) -> Outcome:
    """Pay the principal out; interest accrues from an earlier start of its cycle, if that lies before."""
    terms, state = event.contract.terms, event.before
    rate, principal = terms.rate_per_year or ZERO, terms.sign * terms.principal
    start = terms.interest.anchor if terms.interest else None
    accrued = ZERO
    if terms.accrued is not None:
        accrued = terms.sign * terms.accrued
    elif start is not None and start < event.at:
        accrued = event.contract.years(start, event.at) * principal * rate
    after = replace(
        state, at=event.at, principal=principal, rate=rate, accrued=accrued, base=first_base(terms)
    )
    return -terms.sign * (terms.principal + terms.premium), after


def _follows(event: Happening, state: State, *, repaid: bool) -> State:
    """Return the state with the base of interest following the principal, where it does.

    With an instalment of LAM it does unless it is reset on days of its own; otherwise only where it is the principal.
    """
    terms = event.contract.terms
    follows = terms.base != "NTL" if repaid and terms.kind == "LAM" else terms.base == "NT"
    return replace(state, base=state.principal) if follows else state


def _repaid(event: Happening) -> Outcome:
    """Repay the instalment, less the interest in it for NAM and ANN, at most what is owed."""
    state = event.accrued()
    interest = ZERO if event.contract.terms.kind == "LAM" else event.sign * state.accrued
    repaid = event.sign * min(state.instalment - interest, abs(state.principal))
    after = replace(state, principal=state.principal - repaid)
    return state.principal_scale * repaid, _follows(event, after, repaid=True)


def _interest_paid(event: Happening) -> Outcome:
    state = event.accrued()
    return state.interest_scale * state.accrued, replace(state, accrued=ZERO)


def _interest_added(event: Happening) -> Outcome:
    state = event.accrued()
    after = replace(state, principal=state.principal + state.accrued, accrued=ZERO)
    return ZERO, _follows(event, after, repaid=False)


def _fee_paid(event: Happening) -> Outcome:
    state, fee = event.accrued(), event.contract.terms.fee
    amount = event.sign * fee.rate if fee and not fee.of_principal else state.fees
    return amount, replace(state, fees=ZERO)


def _rate_fixed(event: Happening) -> Outcome:
    reset = _reset(event)
    return ZERO, replace(event.accrued(), rate=reset.next_rate or ZERO)


def _rate_reset(event: Happening) -> Outcome:
    """Set the rate anew: the change within the caps of one period, the rate within those of the contract's life."""
    reset, state = _reset(event), event.accrued()
    if not reset.index:
        raise UnfitTerms("missing-term", "reset index")
    change = event.observe(reset.index, event.at) * reset.multiplier + reset.spread - state.rate
    change = _within(change, reset.period_floor, reset.period_cap)
    return ZERO, replace(state, rate=_within(state.rate + change, reset.life_floor, reset.life_cap))


def _reset(event: Happening) -> Reset:
    reset = event.contract.terms.reset
    assert reset is not None, "resets are planned from it"
    return reset


def _within(value: Fraction, floor: Fraction | None, cap: Fraction | None) -> Fraction:
    value = value if floor is None else max(value, floor)
    return value if cap is None else min(value, cap)


def _instalment_set(event: Happening) -> Outcome:
    """Set the level instalment anew for what is owed; after the last one it stays."""
    state = event.accrued()
    dues = [due for due in event.contract.repayments() if due > event.at]
    if not dues:
        return ZERO, state
    owed = event.sign * state.principal, event.sign * state.accrued
    level = level_instalment(event.contract, dues, event.at, owed, state.rate)
    return ZERO, replace(state, instalment=level)


def _scaled(event: Happening) -> Outcome:
    state, scaling = event.accrued(), event.contract.terms.scaling
    assert scaling is not None, "scaling is planned from it"
    if not scaling.at_deal:
        raise UnfitTerms("missing-term", "index at the deal")
    scale = event.observe(scaling.index, event.at) / scaling.at_deal
    return ZERO, replace(
        state,
        principal_scale=scale if scaling.principal else state.principal_scale,
        interest_scale=scale if scaling.interest else state.interest_scale,
    )


def _base_reset(event: Happening) -> Outcome:
    state = event.accrued()
    return ZERO, replace(state, base=state.principal)


def _purchased(event: Happening) -> Outcome:
    state = event.accrued()
    return -event.sign * (_price(event.contract.terms.bought) + state.accrued), state


def _sold(event: Happening) -> Outcome:
    state = event.accrued()
    return event.sign * (_price(event.contract.terms.sold) + state.accrued), _over(state)


def _price(deal: Deal | None) -> Fraction:
    assert deal is not None, "a deal is planned from it"
    return deal.price


def _matured(event: Happening) -> Outcome:
    """Repay what is left, with interest and fees that were accrued by earlier events and not paid."""
    state = event.before
    paid = state.principal_scale * state.principal + state.interest_scale * state.accrued + state.fees
    return paid, replace(_over(state), at=event.at)


def _over(state: State) -> State:
    return replace(state, principal=ZERO, accrued=ZERO, base=ZERO, fees=ZERO)


HAPPENINGS: Final[dict[EventKind, Callable[[Happening], Outcome]]] = {
    "IED": _paid_out,
    "PR": _repaid,
    "IP": _interest_paid,
    "IPCI": _interest_added,
    "FP": _fee_paid,
    "RRF": _rate_fixed,
    "RR": _rate_reset,
    "PRF": _instalment_set,
    "SC": _scaled,
    "IPCB": _base_reset,
    "PRD": _purchased,
    "TD": _sold,
    "MD": _matured,
}
