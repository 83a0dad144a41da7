"""A line of arithmetic as a person writes it, such as `86,000 × 31 × 0.00045 = 1,199.70`, and whether it is right."""

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import floor

LINE = re.compile(
    r"(?:(?P<due>due )?(?P<day>\d{4}-\d\d-\d\d) (?P<key>[a-z_]+): )?(?P<sum>[^=:]+) = (?P<figure>[\d,]+(?:\.\d+)?)"
)
SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-", ",": None})
PER_CENT = re.compile(r"([\d.]+)%")
OPERATIONS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: lambda left, right: left + right,
    ast.Sub: lambda left, right: left - right,
    ast.Mult: lambda left, right: left * right,
    ast.Div: lambda left, right: left / right,
    ast.Pow: lambda left, right: left ** int(right),
}


@dataclass(frozen=True)
class Worked:
    """A line: the figure it names, if any (of a due or of a day asked about), its sum, and the figure as written."""

    due: bool
    day: str | None
    key: str | None
    exact: Fraction
    figure: str

    @property
    def holds(self) -> bool:
        """Whether the sum, rounded half up to as many decimals as the figure has, is the figure."""
        decimals = len(self.figure.partition(".")[2])
        figure = Fraction(self.figure.replace(",", ""))
        return Fraction(floor(self.exact * 10**decimals + Fraction(1, 2)), 10**decimals) == figure


def worked(line: str) -> Worked:
    """Return a line of arithmetic; ValueError if it is none."""
    found = LINE.fullmatch(line)
    if not found:
        raise ValueError(line)
    terms = PER_CENT.sub(r"(\1/100)", found["sum"].translate(SIGNS)).replace("^", "**")
    value = _value(ast.parse(terms, mode="eval").body, terms)
    return Worked(
        bool(found["due"]), found["day"], found["key"], value, found["figure"]
    )  # fmt: skip


def _value(node: ast.expr, source: str) -> Fraction:
    match node:
        case ast.Constant():
            return Fraction(ast.get_source_segment(source, node) or "")
        case ast.BinOp(left=left, op=operation, right=right):
            one, other = _value(left, source), _value(right, source)
            return OPERATIONS[type(operation)](one, other)
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return -_value(inner, source)
        case _:
            raise ValueError(source)
