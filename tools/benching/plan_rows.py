"""One instance planned by us and by the plain solver; every plan goes through the same second judge."""

import json
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from time import process_time

from ashore.cli.common import as_json_text
from ashore.household.model import Household
from ashore.packs.planned import plan_of
from ashore.planning.fast import FastTier
from ashore.planning.judging.claims import disagreements
from ashore.planning.judging.intentions import BadPlan, intentions_of
from ashore.planning.judging.verdict import Verdict, judge
from ashore.planning.problem import problem_of
from ashore.planning.shape import plan_json, played_json
from ashore.simulation.binding import bind
from ashore.simulation.menu import SEARCH
from benching.plain_model import HARM, UNPAID, PlainModel, Solved, solve
from benching.plain_replay import replayed
from benching.units import FEN

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Judged:
    """What the judge says of a plan, in yuan; `wrong`: how much of it cannot be done; `arrears`: in yuan-months.

    `weighted`: 50 × unpaid living costs + 30 × harm + net cost, the measure across solvers.
    """

    seconds: float
    works: bool
    unpaid: float
    harm: float
    overdue_months: int
    arrears: float
    cut: float
    net: float
    weighted: float
    wrong: int
    choices: int
    hours: int
    lent: float


@dataclass(frozen=True, slots=True)
class Ours:
    """Our plan: the judge's words, what it claims, its bound (None where it shows none), the asks found."""

    judged: Judged
    status: str
    tier: str
    bound: float | None
    offers: int
    asks: int


@dataclass(frozen=True, slots=True)
class Plain:
    """The plain model's plan; `judged` is None without one.  `bound`: on its own objective, not on the judge's."""

    judged: Judged | None
    proved: bool
    seconds: float
    build_seconds: float
    objective: float
    bound: float
    columns: int


def judged_of(household: Household, verdict: Verdict, seconds: float, wrong: int, choices: int) -> Judged:
    """Return the figures of a verdict."""
    goals = verdict.goals
    unpaid, net = _yuan(goals["unpaid_essential_fen"]), _yuan(goals["net_fen"])
    harm = float(str(goals["harm"]))
    works = {work.name for work in household.side_work}
    return Judged(
        seconds=seconds,
        works=verdict.works,
        unpaid=unpaid,
        harm=harm,
        overdue_months=int(str(goals["overdue_months"])),
        arrears=_yuan(goals["arrears_fen_months"]),
        cut=_yuan(goals["cut_fen"]),
        net=net,
        weighted=UNPAID * unpaid + HARM * harm + net,
        wrong=wrong,
        choices=choices,
        hours=sum(lever.amount for lever, _ in verdict.levers if lever.name in works),
        lent=_yuan(verdict.lent_fen),
    )


def _yuan(fen: object) -> float:
    return int(str(fen)) / FEN


def ours(household: Household, months: int) -> Ours:
    """Return our plan of a household, as `ashore plan --months` makes it, timed without the start of Python."""
    begun = process_time()
    plan = plan_of(household, months=months)
    seconds = process_time() - begun
    shown: Mapping[str, object] = json.loads(as_json_text(plan_json(plan)))
    verdict = judge(household, intentions_of(shown), problem_of(household, months).working_days)
    wrong = len(disagreements(shown, verdict))
    bound = shown["bound_fen"]
    return Ours(
        judged_of(household, verdict, seconds, wrong, len(plan.outcome.taken)),
        plan.status,
        plan.tier,
        None if bound is None else _yuan(bound),
        sum(len(debt.concessions) for debt in household.debts),
        len(plan.asks),
    )


@dataclass(frozen=True, slots=True)
class Fast:
    """The compiled fast tier, warm: the judge's words on its plan, followed exactly, and the seconds of its parts.

    `lay_seconds`: from the household to the lists.  `search_seconds`: from the lists to a policy.  The judged seconds
    are all of it, exact replay included.  `as_found`: whether the replay goes as the kernel says.
    """

    judged: Judged
    lay_seconds: float
    search_seconds: float
    tries: int
    as_found: bool


def fast(household: Household, months: int, folder: str) -> Fast:
    """Return what the fast tier finds, compiled (`folder` keeps the machine code) and run once before it is timed."""
    bound, problem = bind(*SEARCH, folder=folder), problem_of(household, months)
    FastTier(problem, bound).policy()
    begun = process_time()
    tier = FastTier(problem, bound)
    laid = process_time()
    tier.policy()
    searched = process_time()
    found = FastTier(problem, bound).plan()
    whole = process_time() - searched
    shown: Mapping[str, object] = {
        "as_of": household.as_of,
        "horizon": months,
        **played_json(problem.household, found.outcome),
    }
    verdict = judge(household, intentions_of(json.loads(as_json_text(shown))), problem.working_days)
    judged = judged_of(household, verdict, whole, len(verdict.wrong), len(found.outcome.taken))
    return Fast(judged, laid - begun, searched - laid, found.tries, found.as_found)


def plain(household: Household, months: int, seconds: float, *, punctual: bool) -> Plain:
    """Return what the plain model finds in so many seconds; with `punctual` the stage that leaves nothing late."""
    begun = process_time()
    model = PlainModel(problem_of(household, months), punctual=punctual)
    built = process_time() - begun
    found = solve(model.programme, seconds)
    return Plain(
        _replayed(model, found),
        found.proved,
        found.seconds,
        built,
        found.objective + model.constant,
        found.bound + model.constant,
        len(model.programme.cost),
    )


def _replayed(model: PlainModel, found: Solved) -> Judged | None:
    if not found.values:
        return None
    try:
        verdict, plan = replayed(model, found)
    except BadPlan as error:
        print(f"the plain plan cannot be played: {error}", file=sys.stderr)
        return None
    return judged_of(
        model.problem.household, verdict, found.seconds, len(verdict.wrong), len(intentions_of(plan).choices)
    )


def as_json(row: Ours | Plain | Fast) -> str:
    """Return a row as one line."""
    return json.dumps(asdict(row))
