"""The many futures on a plan's own page: how many, what is assumed, and only where a page is asked for."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner

from ashore.cli import report
from ashore.cli.main import main
from ashore.cli.report import FUTURES_DRAWN, drawn_of
from ashore.dates import Month
from ashore.documents.answer.futures_fan import drawn
from ashore.documents.answer.parts import parts_of
from ashore.documents.blocks import Part, Say
from ashore.documents.report import report_html
from ashore.money import format_fen
from ashore.scenarios.assumed import assumed_with
from ashore.scenarios.fan import Fan, Spread
from ashore.scenarios.futures import Draws, futures_of
from ashore.texts import say
from documents.households import plan_of, view_of
from documents.page import parse, rows_of

HEAD = "futures-head-drawn"


def part_of(name: str) -> Part | None:
    """Return the part about the many futures on a household's page."""
    parts = parts_of(view_of(name), page=True, with_compare=True)
    return next((part for part in parts if part.code == HEAD), None)


def test_the_page_says_how_many_were_drawn_what_holds_and_what_is_assumed():
    text = parse(report_html(view_of("variable"), "en")).text
    assert f"In each of {FUTURES_DRAWN} futures drawn everything could be paid." in text
    assert f"Assumed: {FUTURES_DRAWN} futures drawn by lot (seed 1)." in text
    assert "with a chance of 50%" in text


def test_the_tables_below_the_pictures_are_the_fans_to_the_fen():
    page, fan = parse(report_html(view_of("variable"), "en")), view_of("variable").fan
    assert fan is not None
    section = next(one for one in page.all("section") if one.text.startswith("Good months"))
    owed, cash = (rows_of(table) for table in section.all("table"))
    assert len(section.all("figure")) == 2
    for rows, spreads in ((owed, fan.owed), (cash, fan.cash)):
        assert [row[1:] for row in rows] == [
            [format_fen(one.low_fen), format_fen(one.middle_fen), format_fen(one.high_fen)] for one in spreads
        ]


def test_they_are_the_first_futures_of_the_command_that_draws_more():
    plan = plan_of("variable")
    assert drawn_of(plan) == futures_of(plan, assumed_with(), Draws(FUTURES_DRAWN, 1)).fan


def test_where_no_plan_works_they_are_closed_at_first():
    """What years could bring is no part of the time of talking (practice §2, H7)."""
    places = [part.place for name in ("variable-short", "variable") if (part := part_of(name))]
    assert places == ["details", "path"]


def test_without_a_varying_income_one_sentence_says_so():
    part = part_of("cured")
    assert part is not None
    assert [block.message.code for block in part.blocks if isinstance(block, Say)] == ["fan-plan-none"]
    assert part.place == "details"


def test_nothing_is_drawn_where_no_page_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise AssertionError("drawn")

    file = tmp_path / "household.toml"
    file.write_text("""
format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 2600.00
[[income]]
name = "Pay"
amount = 2600.00
low = 2000.00
certainty = "variable"
day = 10
[[debt]]
id = "loan"
name = "Loan"
balance = 1000.00
rate = "1%/month"
method = "level-payment"
periods_left = 3
due_day = 15
""")
    monkeypatch.setattr(report, "fan_of", refuse)
    assert CliRunner().invoke(main, ["plan", str(file)]).exit_code == 0
    result = CliRunner().invoke(main, ["plan", str(file), "--report", str(tmp_path / "page.html")])
    assert isinstance(result.exception, AssertionError)


def fan(breaks: dict[Month, int], free: tuple[date | None, date | None, date | None]) -> Fan:
    """Return a fan of ten futures with two months."""
    months = (Month(2026, 11), Month(2026, 12))
    spreads = (Spread(1, 2, 3), Spread(0, 0, 0))
    held = 10 - sum(breaks.values())
    return Fan(10, 1, Fraction(1, 2), months, spreads, spreads, held, 0, breaks, free)


JAN, MAR = Month(2027, 1), Month(2027, 3)
EARLY, LATE = date(2027, 4, 5), date(2027, 6, 5)


@pytest.mark.parametrize(
    ("breaks", "free", "said"),
    [
        ({JAN: 1}, (EARLY, LATE, LATE), "that began in Jan 2027 at the earliest."),
        ({JAN: 1, MAR: 1}, (EARLY, LATE, LATE), "that began in Jan 2027 at the earliest."),
        ({JAN: 1, MAR: 2}, (EARLY, LATE, LATE), "that began most often in Mar 2027 (2 of them)."),
        ({}, (EARLY, LATE, LATE), "between Apr 2027 and Jun 2027; in the middle one in Jun 2027."),
        ({}, (LATE, LATE, LATE), "80 of 100 and more, the last one is closed in Jun 2027."),
        ({}, (EARLY, LATE, None), "In more than 10 of 100 futures something goes on"),
    ],
)
def test_counts_and_days_are_said_as_they_are(breaks, free, said):
    part = drawn(fan(breaks, free), page=True)
    text = " ".join(say(block.message, "en") for block in part.blocks if isinstance(block, Say))
    assert said in text
    assert "1 times" not in text
