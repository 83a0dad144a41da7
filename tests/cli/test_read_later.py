"""A file that is read long after its figures: what has passed is said to have, and nothing passed is asked for."""

from datetime import date, timedelta

import click
import pytest
from click.testing import CliRunner

from ashore.cli.main import main
from ashore.web import clock
from day import TODAY, noon

AS_OF = date(2026, 11, 23)
FILE = """
format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 1200.00
[[income]]
name = "工资"
amount = 5000.00
every = "month"
day = 10
[[spending]]
name = "生活"
amount = 3500.00
every = "month"
essential = true
[[debt]]
id = "card"
name = "信用卡"
creditor = "某某银行"
balance = 9000.00
rate = "0.05%/day"
method = "level-payment"
periods_left = 9
due_day = 5
arrears = {since = 2026-10-05, principal = 2000.00, interest = 180.00}
"""
SUED = 'stage = "sued"\ndeadline = {on = 2026-12-09, what = "answer"}\n'
MONTH = timedelta(days=31)


def tight(text: str) -> str:
    """Return a text without its lines and spaces."""
    return "".join(click.unstyle(text).split())


@pytest.fixture
def told(tmp_path, monkeypatch):
    """Return what a command says on a day, on standard output and on stderr, each as one line."""

    def answer(on: date, command: str, text: str = FILE, *more: str) -> tuple[str, str]:
        (tmp_path / "home.toml").write_text(text, encoding="utf-8")
        monkeypatch.setattr(clock, "now", lambda: noon(on))
        found = CliRunner().invoke(main, [command, str(tmp_path / "home.toml"), "--lang", "zh", *more])
        assert found.exit_code in {0, 1}, found.output
        return tight(found.stdout), tight(found.stderr)

    return answer


def test_a_courts_day_that_has_passed_is_not_said_to_be_ahead(told):
    assert "还有13天" in told(TODAY, "plan", FILE + SUED)[0]
    later = told(date(2027, 1, 15), "plan", FILE + SUED)[0]
    assert "2026年12月9日已经过了" in later
    assert "还有16天" not in later


def test_no_day_that_has_passed_is_a_day_to_write_by(told):
    assert "2026年12月4日之前发出去" in told(TODAY, "plan")[0]
    later = told(date(2027, 1, 15), "plan")[0]
    assert "之前发出去" not in later
    assert "这个星期，给某某银行写一条消息" in later
    assert "2027年1月22日之前，先找贷款机构谈" in later


def test_a_payment_whose_day_has_passed_is_to_be_told_of_first(told):
    works = FILE.replace("3500.00", "1500.00").partition("arrears")[0]
    assert "2026年12月10日" in told(TODAY, "plan", works)[0]
    step = told(date(2027, 1, 15), "plan", works)[0].partition("下一步")[2].partition("接下来")[0]
    assert step.startswith("先把2026年11月23日以后还了多少、现在还欠多少填进去")


@pytest.mark.parametrize("command", ["plan", "asks", "check", "debts"])
def test_after_a_month_a_file_is_said_to_be_old(told, command):
    """The list of findings is about the file itself and says nothing of its day."""
    fresh, old = told(AS_OF + MONTH, command)[1], told(AS_OF + MONTH + timedelta(days=1), command)[1]
    assert "已经过了" not in fresh
    assert ("已经过了32天" in old) is (command != "check")


def test_the_example_of_the_house_is_read_on_its_own_day(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    shown = []
    for on in (TODAY, date(2027, 6, 1)):
        monkeypatch.setattr(clock, "now", lambda on=on: noon(on))
        shown.append(CliRunner().invoke(main, ["demo", "--lang", "en"]))
    assert shown[0].exit_code == 0
    assert shown[0].output == shown[1].output


def test_help_lines_past_90_days_are_said_to_be_due(told):
    assert "查过，该再查了" not in told(TODAY, "plan")[0]
    later = told(date(2027, 6, 1), "plan")[0]
    assert later.count("查过，该再查了") == later.count("查过") > 0
