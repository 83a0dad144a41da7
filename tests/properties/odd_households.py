"""Households whose debts have odd but real pasts: calls, several agreements, shared lines, typed dues."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from ashore.household.model import Debt, Household
from ashore.loans.terms import Arrears, Concession, ConcessionStatus
from properties.contracts import arrears, balances, terms
from properties.histories import concessions, event, odd_rows
from properties.households import PRIORITIES, STAGES, days_near, households, yuan

Draw = st.DrawFn
DEBTS_MOST = 3
AGREEMENTS_MOST = 3
STATUSES: tuple[ConcessionStatus, ...] = (
    "agreed-written", "agreed-written", "agreed-written", "offered", "agreed-verbal", "to-ask", "refused",
)  # fmt: skip


@st.composite
def agreed(draw: Draw, as_of: date, reach: tuple[str, ...]) -> Concession:
    """Return an agreement of any status, with what it asks for on acceptance; sometimes it covers several draws."""
    one = replace(draw(concessions(as_of)), status=draw(st.sampled_from(STATUSES)))
    if one.status != "agreed-written" and draw(st.booleans()):
        one = replace(one, upfront_fen=draw(yuan(0, 300)), fee_fen=draw(yuan(0, 30)))
    if one.kind not in ("rate", "settle"):
        one = replace(one, until=draw(st.none() | days_near(as_of, 5, 90)))
    if one.kind == "waive" and draw(st.booleans()):
        one = replace(one, if_paid_by=draw(days_near(as_of, 1, 90)))
    return replace(one, covers=reach if draw(st.integers(0, 2)) == 0 else ())


@st.composite
def overdue(draw: Draw, debt: Debt, as_of: date) -> Debt:
    """Return the debt with arrears as typed, rebuilt from the first due missed, or so small that nothing is left."""
    how = draw(st.sampled_from(("typed", "typed", "whole", "rebuilt", "nothing")))
    if how == "rebuilt":
        late = Arrears(as_of - timedelta(days=draw(st.integers(0, 130))))
        return replace(debt, arrears=late, arrears_typed=False, stage=draw(st.sampled_from(STAGES)))
    late = draw(arrears(debt.terms, debt.balance_fen, as_of))
    if how == "nothing":
        late = Arrears(late.since)
    if how == "whole" and debt.terms.method not in ("revolving", "schedule"):
        late = replace(late, principal_fen=debt.balance_fen)
        debt = replace(debt, periods_left=draw(st.sampled_from((0, debt.periods_left))))
    more = late.principal_fen if debt.terms.method == "schedule" else 0
    return replace(
        debt, arrears=late, balance_fen=debt.balance_fen + more, stage=draw(st.sampled_from(STAGES))
    )


@st.composite
def odd_debts(draw: Draw, as_of: date, index: int, count: int) -> Debt:
    """Return one of so many debts."""
    balance = draw(balances() | st.sampled_from((1, 100)))
    contract, periods, start = draw(terms(as_of, balance))
    if contract.method == "schedule":
        contract = replace(contract, schedule=draw(odd_rows(as_of, contract.schedule)))
        periods = len(contract.schedule)
    ids = tuple(f"d{other}" for other in range(count))
    debt = Debt(
        id=ids[index],
        name=f"debt {index}",
        creditor=f"lender {draw(st.integers(0, 1))}",
        terms=contract,
        balance_fen=balance,
        periods_left=periods,
        start=start,
        priority=draw(st.sampled_from(PRIORITIES)),
        line=draw(st.none() | st.just(ids[0])),
        last_demand=draw(st.none() | days_near(as_of, 1500, 0)),
    )
    if draw(st.booleans()):
        debt = draw(overdue(debt, as_of))
    past = [
        draw(event(as_of - timedelta(days=draw(st.integers(0, 200))), as_of, balance))
        for _ in range(draw(st.integers(0, 4)))
    ]
    offers = [draw(agreed(as_of, ids)) for _ in range(draw(st.integers(0, AGREEMENTS_MOST)))]
    return replace(debt, events=tuple(past), concessions=tuple(offers))


@st.composite
def odd_households(draw: Draw) -> Household:
    """Return a household with odd debts."""
    home = draw(households(debts_max=0))
    count = draw(st.integers(1, DEBTS_MOST))
    debts = tuple(draw(odd_debts(home.as_of, index, count)) for index in range(count))
    return replace(home, debts=debts, assets=())
