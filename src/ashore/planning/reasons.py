"""Why the plan is as it is and what comes next, as codes with the figures behind them."""

from collections.abc import Mapping, Sequence
from datetime import date

from ashore.dates import Month, month_of
from ashore.errors import Fact, Message
from ashore.household.model import Debt
from ashore.planning.cliffs import Cliff
from ashore.planning.gap import monthly_gap_fen
from ashore.planning.outcome import Outcome
from ashore.planning.problem import Problem, needs_by_month
from ashore.planning.urgent import name_of
from ashore.planning.why import first_reasons, kept_reasons

AS_GOOD_FEN = 100_00
"""Below ¥100 the plan says that highest rate first is as good (measured: research on optimal plans)."""
NEAR_MONTHS = 6
YEAR = 12


def average_month_fen(problem: Problem) -> int:
    """Return what an average month would bring beyond what is counted, over the next twelve whole months, per month."""
    months = problem.flows[1:13]
    extra = sum(flow.extra_fen for month in months for flow in month)
    return extra // len(months) if months else 0


def next_step_of(
    problem: Problem, outcome: Outcome, status: str, cliffs: Sequence[Cliff], asked: Sequence[int]
) -> Message:
    """Return the one next step: the first payment, or whom to write to first and by when.

    `asked`: the debts about which something is asked, by index.
    """
    if not problem.household.debts:
        return Message("next-no-debt")
    if status == "works-with-concessions":
        return _what_to_accept(problem, outcome)
    if status != "does-not-work":
        first = outcome.payments[0] if outcome.payments else None
        if first is None:
            return Message("next-nothing-due")
        return Message(
            "next-pay", {"debt": name_of(problem, first.debt), "on": first.on, "amount_fen": first.fen}
        )
    return _whom_to_write(problem, outcome, cliffs, asked)


def _what_to_accept(problem: Problem, outcome: Outcome) -> Message:
    """The concession of the plan that ends first: to be accepted, and asked for in writing."""
    terms = min((one.offer for one in outcome.taken), key=lambda offer: offer.concession.until or date.max)
    debt = problem.household.debts[terms.debt]
    facts: dict[str, Fact] = {"debt": debt.name, "creditor": debt.creditor}
    by = min(terms.concession.until or date.max, problem.accounts[terms.debt].next_due)
    return Message("next-accept", facts | {"on": by})


def _whom_to_write(
    problem: Problem, outcome: Outcome, cliffs: Sequence[Cliff], asked: Sequence[int]
) -> Message:
    """The debt asked about with the nearest cliff, else the first asked about; with no asks the one in most trouble."""
    debts = problem.household.debts
    lenders = [debt for debt in debts if debt.lender_kind != "friend"]
    among = [debts[index] for index in asked] or lenders or list(debts)
    by_id = {debt.id: debt for debt in among}
    for cliff in cliffs:
        if cliff.what.startswith("day-") and cliff.debt in by_id:
            debt = by_id[cliff.debt]
            return Message(
                "next-write-before", {"debt": debt.name, "creditor": debt.creditor, "on": cliff.on}
            )
    found = _first_falling(outcome, by_id)
    if found is None:
        debt = among[0] if asked else max(among, key=lambda debt: debt.balance_fen)
        return Message("next-write", {"debt": debt.name, "creditor": debt.creditor})
    month, falling = found
    dues = {debt.id: account.next_due for debt, account in zip(debts, problem.accounts, strict=True)}
    debt = min(falling, key=lambda debt: dues[debt.id])
    facts: dict[str, Fact] = {"debt": debt.name, "creditor": debt.creditor}
    if not debt.arrears and month_of(dues[debt.id]) == month:
        return Message("next-write-before", facts | {"on": dues[debt.id]})
    return Message("next-write", facts)


def _first_falling(outcome: Outcome, by_id: Mapping[str, Debt]) -> tuple[Month, list[Debt]] | None:
    """Return the first month at whose end some of these debts are overdue, and which; None if none ever is."""
    for end in outcome.ends:
        if falling := [by_id[name] for name in end.overdue if name in by_id]:
            return end.month, falling
    return None


def reasons_of(
    problem: Problem, outcome: Outcome, baselines: Mapping[str, Outcome], status: str
) -> tuple[Message, ...]:
    """Return the reasons behind the plan, the weightiest first."""
    reasons: list[Message] = []
    if status == "does-not-work":
        reasons += _gap(problem)
    else:
        reasons += _against_avalanche(outcome, baselines["avalanche"])
        reasons += first_reasons(problem, outcome)
        reasons += kept_reasons(problem, outcome)
    reasons += _levers(outcome)
    if outcome.cut_fen:
        reasons.append(Message("reason-cuts", {"cut_fen": outcome.cut_fen}))
        reasons += _family_cut(problem, outcome)
    if outcome.missed_fund and problem.household.emergency_fund_fen:
        reasons.append(Message("reason-fund-missed", {"target_fen": problem.household.emergency_fund_fen}))
    reasons += _afterwards(problem, outcome)
    return tuple(reasons)


def _family_cut(problem: Problem, outcome: Outcome) -> list[Message]:
    """The dues of the family, within a year, that a month cannot pay in full: they come after what else can wait."""
    found: list[Message] = []
    for row, flows in zip(outcome.cash[:YEAR], problem.flows, strict=False):
        wanted = sum(flow.fen for flow in flows if flow.kind not in ("income", "essential"))
        for flow in flows:
            if flow.kind == "family" and row.other_fen < wanted:
                facts: dict[str, Fact] = {
                    "item": flow.name,
                    "amount_fen": flow.fen,
                    "of_month": str(row.month),
                }
                found.append(Message("reason-cuts-family", facts))
    return found


def _afterwards(problem: Problem, outcome: Outcome) -> list[Message]:
    """The first month after the last debt in which protected spending is above income and all that is left by then."""
    if not outcome.debt_free:
        return []
    cash, needs = outcome.cash[-1].end_fen, needs_by_month(problem)
    for index in range(len(outcome.cash), problem.horizon + 1):
        cash -= needs[index]
        if cash < 0:
            facts: dict[str, Fact] = {"after_month": str(problem.first.plus(index)), "missing_fen": -cash}
            return [Message("reason-afterwards-short", facts)]
    return []


def _against_avalanche(outcome: Outcome, avalanche: Outcome) -> list[Message]:
    if (avalanche.goals[:2], avalanche.works) == (outcome.goals[:2], outcome.works):
        more = avalanche.net_fen - outcome.net_fen
        if more < -AS_GOOD_FEN:
            cut = avalanche.cut_fen - outcome.cut_fen
            return [Message("reason-avalanche-cuts", {"less_fen": -more, "cut_fen": cut})] if cut > 0 else []
        if more <= AS_GOOD_FEN:
            return [Message("reason-avalanche-as-good", {"difference_fen": abs(more)})]
        return [Message("reason-cheaper-than-avalanche", {"difference_fen": more})]
    fewer = avalanche.overdue_months - outcome.overdue_months
    if fewer > 0:
        return [
            Message("reason-fewer-overdue", {"fewer_count": fewer, "overdue_count": avalanche.overdue_months})
        ]
    if avalanche.unpaid_essential_fen > outcome.unpaid_essential_fen:
        return [Message("reason-essentials-kept", {"unpaid_fen": avalanche.unpaid_essential_fen})]
    return []


def _levers(outcome: Outcome) -> list[Message]:
    reasons = [
        Message("reason-sale", {"asset": sale.asset, "sale_month": str(sale.month), "amount_fen": sale.fen})
        for sale in outcome.sales
    ]
    if outcome.side_work:
        hours = sum(work.hours for work in outcome.side_work)
        last = max(work.month for work in outcome.side_work)
        reasons.append(Message("reason-side-work", {"hours_count": hours, "last_month": str(last)}))
    reasons += [
        Message("reason-friend-loan", {"draw_month": str(flow.month), "amount_fen": flow.fen})
        for flow in outcome.friend_loan
        if flow.kind == "draw"
    ]
    return reasons


def _gap(problem: Problem) -> list[Message]:
    """What is missing each month in the near months: protected spending and the contracts' dues above income."""
    gap = monthly_gap_fen(problem, NEAR_MONTHS)
    return [Message("reason-monthly-gap", {"gap_fen": gap, "near_months": NEAR_MONTHS})] if gap > 0 else []
