"""Public functions of the core say first what they return (ruff sees to it that each has a docstring)."""

import ast
import re
from collections.abc import Iterator

from needs import ROOT

CORE = (
    *("creditors", "diagnosis", "household", "lessons", "letters", "loans", "planning", "rules", "scenarios"),
    *("simulation", "traps", "wellbeing"),
)
SAYS = re.compile("Return|Yield|Raise")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(tree: ast.Module) -> Iterator[Function]:
    """Yield the functions and methods that can be called from outside."""
    for holder in (tree, *(node for node in tree.body if isinstance(node, ast.ClassDef))):
        yield from (node for node in holder.body if isinstance(node, Function) and node.name[0] != "_")


def silent(source: str) -> Iterator[str]:
    """Yield the public functions that give something and whose docstring's first line does not say what."""
    for function in functions(ast.parse(source)):
        gives = not (isinstance(function.returns, ast.Constant) and function.returns.value is None)
        first = (ast.get_docstring(function) or "").partition("\n")[0]
        if gives and not SAYS.search(first):
            yield f"{function.lineno}: {function.name}"


def test_public_functions_of_the_core_say_what_they_return():
    source = ROOT / "src" / "ashore"
    modules = [path for name in CORE for path in (source / name).rglob("*.py")]
    modules += [source / f"{name}.py" for name in ("dates", "errors", "money")]
    found = [
        f"{path.relative_to(source)}:{line}" for path in modules for line in silent(path.read_text("utf-8"))
    ]
    assert found == []


def test_a_silent_function_is_found():
    assert list(silent("def f() -> int:\n  ...")) == ["1: f"]
    assert list(silent('def f() -> int:\n  """Does things."""')) == ["1: f"]
    assert list(silent('def f() -> int:\n  """Return one."""')) == []
    assert list(silent('class A:\n  def f(self) -> int:\n    """Pays.\n\n    Return one."""')) == ["2: f"]
    assert list(silent("def f() -> None:\n  def g() -> int: ...\ndef _g() -> int: ...")) == []
