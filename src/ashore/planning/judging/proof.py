"""Whether a certificate holds: its plan played through the exact loans, its bound computed again from its prices."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from ashore.dates import WorkingDays, month_of
from ashore.household.model import Household
from ashore.planning.bound import SCALE, bound_fen
from ashore.planning.judging.claims import disagreements
from ashore.planning.judging.intentions import FORMAT, BadPlan, Intentions, Json, intentions_of
from ashore.planning.judging.verdict import Verdict, judge
from ashore.planning.problem import problem_of
from ashore.planning.relaxed import Span
from ashore.planning.relaxing import relax

CERTIFICATE = "ashore-certificate/1"


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking a certificate found: disagreements in words, the cost played, the bound its prices give."""

    wrong: tuple[str, ...]
    net_fen: int
    claimed_fen: int
    bound_fen: int | None

    @property
    def holds(self) -> bool:
        """Return whether plan and bound are as claimed."""
        return not self.wrong and self.bound_fen == self.claimed_fen


def check(certificate: Json, household: Household, working_days: WorkingDays) -> Checked:
    """Return what checking finds.  Raises BadPlan for what is no certificate of this household."""
    plan, prices = _parts(certificate)
    intentions = intentions_of(plan)
    verdict = judge(household, intentions, working_days)
    problem = problem_of(household, intentions.horizon, working_days)
    relaxed = relax(problem, _span(household, intentions, verdict))
    if relaxed is not None and len(relaxed.net_fen) != len(prices):
        raise BadPlan("prices: not one for each month of the plan")
    claimed, net = plan.get("bound_fen"), verdict.goals["net_fen"]
    if not isinstance(claimed, int) or not isinstance(net, int):
        raise BadPlan("bound_fen: no whole number")
    found = None if relaxed is None else bound_fen(relaxed, prices)
    return Checked(tuple(disagreements(plan, verdict)), net, claimed, found)


def _parts(certificate: Json) -> tuple[Json, Sequence[int]]:
    plan, prices = certificate.get("plan"), certificate.get("prices")
    if certificate.get("format") != CERTIFICATE or certificate.get("unit") != SCALE:
        raise BadPlan(f"the format is not {CERTIFICATE} with unit {SCALE}")
    if not isinstance(plan, dict) or cast(Json, plan).get("format") != FORMAT:
        raise BadPlan(f"plan: the format is not {FORMAT}")
    if not isinstance(prices, list) or not all(type(one) is int for one in cast(list[object], prices)):
        raise BadPlan("prices: no list of whole numbers")
    found = cast(list[int], prices)
    if found != sorted(found, reverse=True) or (found and found[-1] < 0):
        raise BadPlan("prices: they rise or are negative")
    return cast(Json, plan), found


def _span(household: Household, plan: Intentions, verdict: Verdict) -> Span:
    """Return what the bound takes over from the plan, from what was played and not from what it claims."""
    first = month_of(household.as_of)
    worked = [0] * len(verdict.cash)
    paid = {work.name: work.hourly_fen for work in household.side_work}
    for work in plan.side_work:
        if (index := work.month.minus(first)) < len(worked):
            worked[index] += work.amount * paid[work.name]
    goals = verdict.goals
    clean = all(goals[name] == 0 for name in ("unpaid_essential_fen", "harm", "arrears_fen_months"))
    cuts = goals["cut_fen"]
    lent = bool(plan.draws)
    return Span(tuple(worked), cuts if clean and isinstance(cuts, int) else None, lent)
