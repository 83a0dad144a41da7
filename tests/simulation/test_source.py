"""The kernel's source can be bound to a compiler: whole numbers, flat lists and loops, no hidden helper."""

import ast
import inspect
from collections.abc import Iterator
from types import FunctionType, ModuleType

from ashore.planning.harm import WEIGHTS
from ashore.simulation import (
    debts,
    dues,
    exact,
    expected,
    kernel,
    layout,
    month_end,
    payments,
    philox,
    ranking,
    rows,
    search,
)
from ashore.simulation import layout as at
from ashore.simulation.arrays import arrays_of
from ashore.simulation.binding import reached
from ashore.simulation.menu import SEARCH
from ashore.simulation.simulate import KERNEL
from simulation.households import dice_of, household

HOT = (exact, debts, dues, payments, ranking, expected, month_end, kernel, rows, search, philox)
BUILT_IN = {"range": range, "len": len, "min": min, "max": max}
PLAIN = (
    *(ast.arguments, ast.arg, ast.Module, ast.FunctionDef, ast.Return, ast.Assign, ast.AugAssign, ast.Expr),
    *(ast.For, ast.While, ast.If, ast.IfExp, ast.Break, ast.Name, ast.Attribute, ast.Subscript, ast.Tuple),
    *(ast.Constant, ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.Compare, ast.Call, ast.alias, ast.Import),
    *(ast.ImportFrom, ast.operator, ast.unaryop, ast.boolop, ast.cmpop, ast.expr_context),
)


def complaints(source: str) -> Iterator[str]:
    """Yield what a compiler of whole numbers would not take."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if not isinstance(node, PLAIN) or isinstance(node, ast.Div | ast.Pow):
            yield type(node).__name__
        elif isinstance(node, ast.Constant) and not isinstance(node.value, int | str | None):
            yield repr(node.value)
        elif isinstance(node, ast.Call) and not isinstance(node.func, ast.Name):
            yield ast.unparse(node)
    for outer in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        inside = (node for node in ast.walk(outer) if isinstance(node, ast.FunctionDef) and node is not outer)
        yield from (f"{outer.name} holds {inner.name}" for inner in inside)


def functions(module: ModuleType) -> dict[str, FunctionType]:
    """Return the functions a module defines."""
    found = vars(module).items()
    return {name: one for name, one in found if inspect.isfunction(one) and one.__module__ == module.__name__}


def test_the_source_is_plain():
    found = [f"{module.__name__}: {line}" for module in HOT for line in complaints(inspect.getsource(module))]
    assert found == []


def test_no_module_of_the_kernel_is_forgotten():
    assert {one.__module__ for one in reached([*KERNEL, *SEARCH, philox.draw])} == {
        module.__name__ for module in HOT
    }


def test_what_is_not_plain_is_found():
    assert list(complaints("def f(a: int) -> int:\n  return a // 2\n")) == []
    assert list(complaints("x = 1.5")) == ["1.5"]
    assert list(complaints("x = {1: 2}")) == ["Dict"]
    assert list(complaints("x = a / b")) == ["Div"]
    assert list(complaints("x = sum(y for y in z)")) == ["GeneratorExp", "comprehension"]
    assert list(complaints("def f():\n  def g(): return 1\n  return 2")) == ["f holds g"]
    assert list(complaints("a.append(1)")) == ["a.append(1)"]


def test_names_lead_to_whole_numbers_only():
    assert {type(value) for name, value in vars(layout).items() if name.isupper()} == {int}


def test_the_same_code_runs_with_other_globals():
    """Bound anew, with nothing but range, len, min and max to call: the same numbers come out."""
    names: dict[str, object] = {"__builtins__": BUILT_IN, "at": layout}
    for module in HOT:
        names |= {name: value for name, value in vars(module).items() if name.isupper()}
        names |= {name: FunctionType(one.__code__, names) for name, one in functions(module).items()}
    bound = names["run"]
    assert isinstance(bound, FunctionType)
    for seed in range(15):
        arrays = arrays_of(household(dice_of(seed)), 24, WEIGHTS)
        results = []
        for run in (kernel.run, bound):
            state, out = arrays.opening[:], [0] * (at.OUT_SIZE + arrays.months * at.OUT_ROW)
            run(arrays.data, arrays.money, state, out, [at.CLEAN_FIRST, at.BY_RATE, 1, 1, 1])
            results.append((state, out))
        assert results[0] == results[1]
