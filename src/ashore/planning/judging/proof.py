"""Whether a certificate holds: its plan played through the exact loans, its bound computed again from its prices."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import cast

from ashore.dates import WorkingDays, month_of
from ashore.household.model import Household
from ashore.planning.bound import SCALE, bound_fen
from ashore.planning.cases import branch_count, cover, restricted
from ashore.planning.judging.claims import disagreements
from ashore.planning.judging.intentions import FORMAT, BadPlan, Intentions, Json, intentions_of
from ashore.planning.judging.verdict import Verdict, judge
from ashore.planning.problem import problem_of
from ashore.planning.relaxed import Relaxed, Span
from ashore.planning.relaxing import relax

CERTIFICATE = "ashore-certificate/1"
Priced = tuple[Sequence[tuple[int, int]], Sequence[int]]
"""The choices of a case and its prices."""


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
    cases = _cases(certificate)
    intentions = intentions_of(plan)
    verdict = judge(household, intentions, working_days)
    problem = problem_of(household, intentions.horizon, working_days)
    relaxed = relax(problem, _span(household, intentions, verdict))
    if relaxed is not None and any(
        len(relaxed.net_fen) != len(one) for one in (prices, *map(itemgetter(1), cases))
    ):
        raise BadPlan("prices: not one for each month of the plan")
    claimed, net = plan.get("bound_fen"), verdict.goals["net_fen"]
    if not isinstance(claimed, int) or not isinstance(net, int):
        raise BadPlan("bound_fen: no whole number")
    found = None if relaxed is None else proved_fen(relaxed, prices, cases)
    return Checked(tuple(disagreements(plan, verdict)), net, claimed, found)


def proved_fen(relaxed: Relaxed, prices: Sequence[int], cases: Sequence[Priced]) -> int | None:
    """Return the bound of the prices; with cases the least of theirs, None where they leave plans out."""
    if not cases:
        return bound_fen(relaxed, prices)
    if any(not _known(relaxed, choices) for choices, _ in cases):
        raise BadPlan("cases: there is no such branch")
    if not cover(relaxed, [choices for choices, _ in cases]):
        return None
    return min(bound_fen(restricted(relaxed, choices), own) for choices, own in cases)


def _known(relaxed: Relaxed, choices: Sequence[tuple[int, int]]) -> bool:
    """Return whether there is such a branch of each place, none chosen twice."""
    places = {place for place, _ in choices}
    known = all(0 <= branch < branch_count(relaxed, place) for place, branch in choices)
    return known and len(places) == len(choices)


def _cases(certificate: Json) -> list[Priced]:
    """Return the cases of a certificate: their choices and their prices."""
    typed = certificate.get("cases", [])
    if not isinstance(typed, list) or not all(isinstance(one, dict) for one in cast(list[object], typed)):
        raise BadPlan("cases: no list of cases")
    found: list[Priced] = []
    for one in cast(list[Json], typed):
        pairs = one.get("choices")
        if not isinstance(pairs, list):
            raise BadPlan("cases: no list of choices")
        choices: list[tuple[int, int]] = []
        for pair in cast(list[object], pairs):
            match pair:
                case [int() as place, int() as branch]:
                    choices.append((place, branch))
                case _:
                    raise BadPlan("cases: a choice is a place and a branch")
        found.append((choices, _prices(one.get("prices"))))
    return found


def _parts(certificate: Json) -> tuple[Json, Sequence[int]]:
    plan, prices = certificate.get("plan"), certificate.get("prices")
    if certificate.get("format") != CERTIFICATE or certificate.get("unit") != SCALE:
        raise BadPlan(f"the format is not {CERTIFICATE} with unit {SCALE}")
    if not isinstance(plan, dict) or cast(Json, plan).get("format") != FORMAT:
        raise BadPlan(f"plan: the format is not {FORMAT}")
    return cast(Json, plan), _prices(prices)


def _prices(prices: object) -> Sequence[int]:
    if not isinstance(prices, list) or not all(type(one) is int for one in cast(list[object], prices)):
        raise BadPlan("prices: no list of whole numbers")
    found = cast(list[int], prices)
    if found != sorted(found, reverse=True) or (found and found[-1] < 0):
        raise BadPlan("prices: they rise or are negative")
    return found


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
    return Span(tuple(worked), cuts if clean and isinstance(cuts, int) else None, verdict.lent_fen)
