"""`ashore plan --prove SECONDS`: the bound goes on rising, each step told on stderr, until the clock stops it."""

from dataclasses import replace
from time import monotonic

import click

from ashore.cli.terminal import wrap
from ashore.errors import Message
from ashore.packs.workdays import working_days_of
from ashore.planning.plan import Plan
from ashore.planning.problem import problem_of
from ashore.planning.proving import proofs
from ashore.texts import say
from ashore.texts.language import Language


def proved(plan: Plan, seconds: float, language: Language) -> Plan:
    """Return the plan with the best certificate found within so many seconds; says why it stopped."""
    end = monotonic() + seconds
    problem = problem_of(plan.household, plan.horizon, working_days_of(plan.household, plan.horizon))
    last = Message("prove-none")
    for found in proofs(problem, plan.outcome):
        if found.bound_fen > plan.outcome.net_fen:
            break  # a bound that its own plan undercuts is none
        best = found
        if plan.certificate and plan.certificate.bound_fen >= found.bound_fen:
            best = plan.certificate
        plan = replace(plan, certificate=best)
        gap = plan.outcome.net_fen - best.bound_fen
        _tell(Message("prove-step", {"gap_fen": gap, "cases_count": len(found.cases)}), language)
        last = Message("prove-done", {"gap_fen": gap})
        if monotonic() > end:
            last = Message("prove-clock", {"gap_fen": gap, "run_seconds": f"{seconds:g}"})
            break
    _tell(last, language)
    return plan


def _tell(message: Message, language: Language) -> None:
    click.echo("\n".join(wrap(say(message, language))), err=True)
