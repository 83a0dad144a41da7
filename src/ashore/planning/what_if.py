"""What if income or spending changes for some months: the change as typed, and what the best plan then leads to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal

from ashore.dates import Month, WorkingDays
from ashore.errors import AshoreError
from ashore.household.flows import Flow, FlowKind
from ashore.household.model import Household
from ashore.loans.opening import EVERY_DAY_WORKS
from ashore.money import round_half_up
from ashore.planning.baselines import run_baselines
from ashore.planning.candidates import Candidates, Goal, on_contract, with_levers
from ashore.planning.outcome import Outcome
from ashore.planning.plan import Plan
from ashore.planning.problem import HORIZON_MONTHS, Problem, problem_of
from ashore.planning.replay import run
from ashore.planning.shortfall import shortfall_fen

Target = Literal["income", "spending"]
WORDS: Final[dict[str, Target]] = {
    "income": "income", "收入": "income", "spending": "spending", "开支": "spending", "支出": "spending",
}  # fmt: skip
KINDS: Final[dict[Target, frozenset[FlowKind]]] = {
    "income": frozenset({"income"}),
    "spending": frozenset({"essential", "other"}),
}
TYPED: Final = re.compile(
    r"(?P<what>.+?)\s*(?P<sign>[+\-−＋－])\s*[¥￥]?(?P<number>\d+(?:\.\d{1,2})?)\s*(?P<percent>[%％])?"
    r"(?:\s*(?:from|从)\s*(?P<year>\d{4})-(?P<month>\d{1,2})\s*(?:起)?)?"
    r"(?:\s*(?:for)?\s*(?P<months>\d+)\s*(?:months?|个月))?"
)
CENT: Final = 100


class NotAChange(AshoreError):
    """A text that says no change: code `what-if-unread` or `what-if-unknown`, with what was typed."""


@dataclass(frozen=True, slots=True)
class Change:
    """Income or spending (all of it, or of one name) by a share or by yuan a month, from a month, for some months.

    `fen`: yuan a month in fen, signed; `percent`: signed; one of them is 0.  `months`: None for ever.
    """

    text: str
    target: Target
    name: str | None
    fen: int
    percent: Decimal
    since: Month | None
    months: int | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the best plan leads to under some changes; `shortfall_fen` is 0 where it works."""

    text: str
    outcome: Outcome
    shortfall_fen: int


def read_change(text: str, household: Household) -> Change:
    """Return the change that a text says, such as `income -20% from 2027-02 for 3 months`.  Raises NotAChange."""
    typed = TYPED.fullmatch(text.strip())
    if typed is None or (typed["month"] and not 1 <= int(typed["month"]) <= 12):  # noqa: PLR2004 - a year's months
        raise NotAChange("what-if-unread", text=text)
    what = typed["what"].strip()
    target, name = WORDS.get(what.lower()), None
    if target is None:
        target, name = _named(what, household), what
    number = Decimal(typed["sign"].translate(str.maketrans("−－＋", "--+")) + typed["number"])
    since = Month(int(typed["year"]), int(typed["month"])) if typed["year"] else None
    months = int(typed["months"]) if typed["months"] else None
    share = bool(typed["percent"])
    fen = 0 if share else int(number * CENT)
    return Change(text.strip(), target, name, fen, number if share else Decimal(0), since, months)


def _named(name: str, household: Household) -> Target:
    incomes = {one.name for one in household.incomes} | {one.name for one in household.businesses}
    spendings = {one.name for one in household.spendings}
    if name in incomes:
        return "income"
    if name in spendings:
        return "spending"
    raise NotAChange("what-if-unknown", text=name, names=tuple(sorted((incomes | spendings) - {""})))


def changed(problem: Problem, changes: Sequence[Change]) -> Problem:
    """Return the problem with its flows changed, one change after the other; nothing falls below 0."""
    flows = [list(month) for month in problem.flows]
    for change in changes:
        first = max(0, change.since.minus(problem.first)) if change.since else 0
        last = len(flows) if change.months is None else min(len(flows), first + change.months)
        for index in range(first, last):
            flows[index] = _changed(flows[index], change, problem.first.plus(index))
    return replace(problem, flows=tuple(tuple(sorted(month, key=lambda flow: flow.on)) for month in flows))


def _changed(flows: Sequence[Flow], change: Change, month: Month) -> list[Flow]:
    """Return a month's flows changed; more of it comes on the last day as income, on the first as spending."""
    found: list[Flow] = []
    left = change.fen
    for flow in flows:
        mine = flow.kind in KINDS[change.target] and change.name in (None, flow.name)
        if mine and change.percent:
            share = max(Decimal(0), 100 + change.percent) * flow.fen
            found.append(replace(flow, fen=round_half_up(*(share / 100).as_integer_ratio())))
        elif mine and left < 0:
            less = min(-left, flow.fen)
            left += less
            found.append(replace(flow, fen=flow.fen - less))
        else:
            found.append(flow)
    if left > 0:
        kind: FlowKind = "income" if change.target == "income" else "essential"
        found.append(Flow(month.last if kind == "income" else month.first, kind, left, change.name or ""))
    return [flow for flow in found if flow.fen]


def outlook(
    household: Household,
    changes: Sequence[Change],
    goal: Goal = "cheapest",
    horizon: int = HORIZON_MONTHS,
    working_days: WorkingDays = EVERY_DAY_WORKS,
) -> Outlook:
    """Return what the best plan leads to when the changes are known from the start."""
    problem = changed(problem_of(household, horizon, working_days), changes)
    choice = with_levers(problem, Candidates(problem, run_baselines(problem)).with_offers(goal))
    works = choice.outcome.works
    missing = 0 if works else shortfall_fen(problem, on_contract(problem, choice.policy)) or 0
    return Outlook("; ".join(change.text for change in changes), choice.outcome, missing)


def kept(plan: Plan, changes: Sequence[Change], working_days: WorkingDays = EVERY_DAY_WORKS) -> Outcome:
    """Return what a plan leads to under changes while it is followed as it is: one run, nothing searched for."""
    problem = changed(problem_of(plan.household, plan.horizon, working_days), changes)
    return run(problem, plan.policy)
