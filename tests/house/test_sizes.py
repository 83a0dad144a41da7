"""Modules stay below 400 lines and functions below 60, so that each can be read in one go."""

import ast
from collections.abc import Iterator

from needs import ROOT

MODULE_LINES = 400
FUNCTION_LINES = 60


def too_long(name: str, source: str) -> Iterator[str]:
    """Yield the module and the functions that are too long."""
    lines = len(source.splitlines())
    if lines > MODULE_LINES:
        yield f"{name}: {lines} lines"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                yield f"{name}: {node.name} has {length} lines"


def test_modules_and_functions_can_be_read_in_one_go():
    modules = [path for folder in ("src", "tests", "tools") for path in (ROOT / folder).rglob("*.py")]
    assert len(modules) > 50
    assert [line for path in modules for line in too_long(str(path), path.read_text("utf-8"))] == []


def test_a_long_module_and_a_long_function_are_found():
    body = "    pass\n"
    assert list(too_long("a", "x = 1\n" * 400)) == []
    assert list(too_long("a", "x = 1\n" * 401)) == ["a: 401 lines"]
    assert list(too_long("a", "def f():\n" + body * 59)) == []
    assert list(too_long("a", "class A:\n  def f():\n" + body * 60)) == ["a: f has 61 lines"]
