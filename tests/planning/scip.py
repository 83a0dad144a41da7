"""The plain model solved by another solver, SCIP, as a check of HiGHS and of every bound."""

from typing import Any

import pyscipopt

from benching.plain_model import GAP, INFINITY, Programme, Solved


def solve_scip(programme: Programme, seconds: float) -> Solved:
    """Return what SCIP finds within so many seconds."""
    model: Any = pyscipopt.Model()
    model.hideOutput()
    model.setParam("limits/time", seconds)
    model.setParam("limits/gap", GAP)
    columns = [
        model.addVar(vtype="I" if whole else "C", lb=low, ub=None if high >= INFINITY else high, obj=cost)
        for cost, low, high, whole in zip(
            programme.cost, programme.low, programme.high, programme.whole, strict=True
        )
    ]
    for low, high, entries in programme.rows:
        left = pyscipopt.quicksum(value * columns[place] for place, value in entries)
        if low == high:
            model.addCons(left == low)
            continue
        if low > -INFINITY:
            model.addCons(left >= low)
        if high < INFINITY:
            model.addCons(left <= high)
    model.optimize()
    found = model.getNSols() > 0
    values = [model.getVal(column) for column in columns] if found else []
    objective = model.getObjVal() if found else INFINITY
    return Solved(
        values,
        objective,
        model.getDualbound(),
        model.getStatus() in {"optimal", "gaplimit"},
        model.getSolvingTime(),
    )
