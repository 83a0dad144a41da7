"""`tools/judge.py PLAN.json HOUSEHOLD.toml`: play any plan through the exact loans, and say where it is wrong.

The plan has the shape `ashore-plan/1`, ours or another tool's; only its payments, sales, side work, loan draws and
the amounts of other spending are believed.  Prints the goals of SPEC §5 and every disagreement with what the plan
claims.  Ends with 0 if it agrees, 1 if not, 2 if it cannot be judged.
"""

import sys
from pathlib import Path

from ashore.household import read_parsed, read_source
from ashore.household.model import Household
from ashore.money import format_fen
from ashore.packs.files import jurisdictions
from ashore.packs.products import all_products
from ashore.packs.workdays import working_days_of
from ashore.planning.judging.claims import disagreements
from ashore.planning.judging.intentions import BadPlan, intentions_of, read_plan
from ashore.planning.judging.verdict import Verdict, judge

AGREES, DISAGREES, BAD = 0, 1, 2


def main(arguments: list[str]) -> int:
    """Judge a plan and return the exit code."""
    if len(arguments) != 2:  # noqa: PLR2004 - a plan and a household
        print(__doc__, file=sys.stderr)
        return BAD
    try:
        plan = read_plan(_text(arguments[0]))
        household = _household(arguments[1])
        intentions = intentions_of(plan)
        verdict = judge(household, intentions, working_days_of(household, intentions.horizon))
        wrong = disagreements(plan, verdict)
    except BadPlan as error:
        print(f"cannot be judged: {error}", file=sys.stderr)
        return BAD
    _print(verdict, wrong)
    return DISAGREES if wrong else AGREES


def _text(path: str) -> str:
    try:
        return Path(path).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadPlan(f"{path}: {error}") from error


def _household(path: str) -> Household:
    """Return the household of a file.  Raises BadPlan with the codes of the findings that stop it."""
    try:
        reading = read_parsed(read_source(Path(path).read_bytes()), all_products(), jurisdictions())
    except OSError as error:
        raise BadPlan(f"{path}: {error}") from error
    if reading.household is None:
        stops = [f"line {one.place.line}: {one.code}" for one in reading.findings if one.level == "stop"]
        raise BadPlan(f"{path}: {'; '.join(stops)}")
    return reading.household


def _print(verdict: Verdict, wrong: list[str]) -> None:
    goals = verdict.goals | {"except": ", ".join(verdict.left_debts) or None}
    width = max(map(len, goals))
    for name, value in goals.items():
        shown = (
            format_fen(value)
            if isinstance(value, int) and "_fen" in name
            else "none"
            if value is None
            else value
        )
        print(f"{name:<{width}}  {shown}")
    print()
    print("\n".join(wrong) if wrong else "agrees with what the plan claims")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
