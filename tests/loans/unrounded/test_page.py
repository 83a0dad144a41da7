"""The figures of the method page's example are those that the engine computes."""

from collections.abc import Iterator
from fractions import Fraction

from ashore.loans.unrounded.running import events
from loans.unrounded.case import loan, on
from needs import ROOT

PAGE = ROOT / "docs" / "methods" / "unrounded.md"


def figure(value: Fraction) -> str:
    """Return a figure as the page shows it: exactly, and to six places where it has more."""
    if (value * 100).denominator == 1:
        return f"{float(value):.2f}"
    return f"{value.numerator}/{value.denominator} ≈ {float(value):.6f}"


def rows() -> Iterator[str]:
    """Yield the page's rows: the day, the interest and principal paid on it, and what is left."""
    paid = [event for event in events(loan(kind="ANN", matures=on("2021-04-01")), {}) if event.payoff > 0]
    for day in sorted({event.at for event in paid}):
        interest, principal = (
            sum(event.payoff for event in paid if event.at == day and event.kind in kinds)
            for kinds in ({"IP"}, {"PR", "MD"})
        )
        left = [event for event in paid if event.at == day][-1].after.principal
        cells = (day.date().isoformat(), *map(figure, (Fraction(interest), Fraction(principal), left)))
        yield f"| {' | '.join(cells)} |"


def test_the_page_shows_what_is_computed():
    page = PAGE.read_text("utf-8")
    table = [line for line in page.splitlines() if line.startswith("| 2021-")]
    assert table == list(rows())
    assert figure(Fraction(12363612, 30301)) in page
