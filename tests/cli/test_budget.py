"""`ashore budget` and `ashore review`: told in both languages in eighty columns, and as JSON that adds up."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ashore.cli.main import main
from ashore.cli.terminal import width
from calendars import read

FILE = """
format = "ashore/1"
[household]
as_of = {as_of}
jurisdiction = "cn"
cash = 2000.00
[[income]]
name = "工资"
amount = 5000.00
day = 10
[[spending]]
name = "房租"
category = "housing"
amount = 1500.00
day = 5
[[spending]]
name = "吃饭"
category = "food"
amount = 300.00
every = "week"
from = 2026-01-01
[[due]]
name = "学费"
amount = 3000.00
on = 2027-02-20
keep = "family"
[[debt]]
id = "hb"
name = "花呗"
creditor = "重庆蚂蚁消费金融有限公司"
method = "equal-principal"
rate = "0%/year"
balance = 6000.00
prepayment = {{allowed = false}}
periods_left = 12
due_day = 15
"""
HEAD = """导出信息：
姓名：某某
支付宝账户：某某
起始时间：[{since} 00:00:00]    终止时间：[{until} 23:59:59]
导出交易类型：[全部]
导出时间：[{until} 23:59:59]

------------------------支付宝（中国）网络技术有限公司  电子客户回单------------------------
交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,
"""
SECRET = "隐名小铺"


def rows(since: date, until: date) -> Iterator[tuple[date, str, str, str, str, int]]:
    """Yield what was paid: food each day, rent, a film, a shop of which nobody knows what, the plan's payment, pay."""
    day = since
    while day <= until:
        yield day, "日用百货", "超市", "买菜", "支出", 30
        if day.day == 5:
            yield day, "住房物业", "房东", "房租", "支出", 1500
        if day.day == 10:
            yield day, "收入", "某公司", "工资", "收入", 5000
        if day.day == 12:
            yield day, "文化休闲", "影城", "电影票", "支出", 80
        if day.day == 15:
            yield day, "其他", SECRET, "收款", "支出", 200
        if (day.month, day.day) == (12, 15):
            yield day, "信用借还", "花呗", "花呗还款", "支出", 500
        day += timedelta(1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two households and the bills of a year."""
    for name, as_of in (("new", "2026-12-31"), ("old", "2026-11-30")):
        (tmp_path / f"{name}.toml").write_text(FILE.format(as_of=as_of), "utf-8")
    since, until = date(2026, 1, 1), date(2026, 12, 31)
    lines = [
        f"{day} 12:00:00,{said},{who},/,{what},{way},{yuan}.00,余额,交易成功,{place:028d}\t,\t,,"
        for place, (day, said, who, what, way, yuan) in enumerate(rows(since, until), 1)
    ]
    text = HEAD.format(since=since, until=until) + "\n".join(lines) + "\n"
    (tmp_path / "alipay.csv").write_bytes(text.encode("gb18030"))
    return tmp_path


def ashore(*arguments: str | Path) -> Result:
    """Return what a command answers."""
    return CliRunner().invoke(main, [str(one) for one in arguments])


def budget(folder: Path, *more: str | Path) -> Result:
    """Return the budget at the end of the year."""
    return ashore("budget", folder / "new.toml", folder / "alipay.csv", *more)


def review(folder: Path, *more: str | Path) -> Result:
    """Return the review of December."""
    return ashore("review", folder / "old.toml", folder / "alipay.csv", *more)


@pytest.mark.parametrize(("language", "words"), [("zh", "钱够不够"), ("en", "Whether the money reaches")])
def test_a_budget_is_told(folder: Path, language: str, words: str):
    result = budget(folder, "--lang", language)
    assert result.exit_code == 0, result.output
    assert words in result.output
    assert max(map(width, result.output.splitlines())) <= 80
    assert "budget-" not in result.output
    assert "低保" not in result.output


def test_a_budget_as_json_adds_up(folder: Path):
    answer = json.loads(budget(folder, "--json", "--months", "4").stdout)
    assert (answer["format"], len(answer["past_months"])) == ("ashore-budget/1", 12)
    usual = {one["category"]: one["usual_fen"] for one in answer["lines"] if one["kind"] == "envelope"}
    assert usual == {"food": 93_000, "housing": 150_000, "": 20_000, "leisure": 8_000}
    spread = next(one for one in answer["lines"] if one["kind"] == "spread")
    assert (spread["name"], spread["due"], spread["given_fen"]) == (
        "学费",
        "2027-02",
        [150_000, 150_000, 0, 0],
    )
    for place, one in enumerate(answer["months"]):
        given = sum(line["given_fen"][place] for line in answer["lines"])
        assert (
            one["carried_fen"] + one["income_fen"]
            == given + one["plan_paid_fen"] + one["early_paid_fen"] + one["left_fen"]
        )
    assert answer["unknown"]["count"] == 12


def test_what_is_said_once_is_kept(folder: Path):
    kept = folder / "said.toml"
    first = json.loads(budget(folder, "--json", "--corrections", kept, "--correct", f"{SECRET}=gifts").stdout)
    again = json.loads(budget(folder, "--json", "--corrections", kept).stdout)
    assert first == again
    assert again["unknown"]["count"] == 0
    assert {one["category"] for one in again["lines"] if one["kind"] == "envelope"} >= {"gifts"}


def test_a_share(folder: Path):
    whole = json.loads(budget(folder, "--json").stdout)["lines"]
    half = json.loads(budget(folder, "--json", "--share", "50%").stdout)["lines"]
    assert [one["whole_fen"] for one in half] == [one["whole_fen"] for one in whole]
    assert [one["wanted_fen"][0] * 2 for one in half] == [one["wanted_fen"][0] for one in whole]
    assert "50%" in budget(folder, "--share", "1/2", "--lang", "zh").output


def test_without_bills_the_file_is_used(folder: Path):
    answer = json.loads(ashore("budget", folder / "new.toml", "--json").stdout)
    assert {one["source"] for one in answer["lines"]} == {"file"}


def test_a_month_that_is_short_is_named(folder: Path):
    text = (folder / "new.toml").read_text("utf-8").replace("amount = 5000.00", "amount = 1500.00")
    (folder / "new.toml").write_text(text, "utf-8")
    result = budget(folder, "--lang", "zh")
    assert result.exit_code == 1
    assert "差 ¥" in result.output


@pytest.mark.parametrize(
    ("command", "line", "words"),
    [
        ("budget", ["--share", "0"], "份额"),
        ("budget", ["--share", "x"], "份额"),
        ("budget", ["--correct", "花店"], "词=类别"),
        ("budget", ["--correct", "花店=fodd"], "词=类别"),
        ("review", ["--cash", "x"], "手里的钱"),
        ("review", ["--said", "hb"], "债务=金额"),
        ("review", ["--said", "no=1"], "no"),
        ("review", ["--until", "2026-11-30"], "账单里没有"),
    ],
)
def test_what_cannot_be_read_is_said(folder: Path, command: str, line: list[str], words: str):
    result = ashore(command, folder / "old.toml", folder / "alipay.csv", "--lang", "zh", *line)
    assert result.exit_code == 2
    assert words in result.output


@pytest.mark.parametrize("command", ["budget", "review"])
def test_a_file_that_is_no_bill_is_said(folder: Path, command: str):
    (folder / "x.csv").write_text("a,b\n1,2\n", "utf-8")
    result = ashore(command, folder / "old.toml", folder / "x.csv", "--lang", "zh")
    assert result.exit_code == 2
    assert "x.csv" in result.output


@pytest.mark.parametrize("name", ["said.toml", "kept.toml"])
def test_a_kept_file_that_cannot_be_read_stops_and_stays(folder: Path, name: str):
    kept = folder / name
    kept.write_text("[[month]\n", "utf-8")
    option = "--corrections" if name == "said.toml" else "--keep"
    result = review(folder, option, kept, "--lang", "zh")
    assert result.exit_code == 2
    assert kept.read_text("utf-8") == "[[month]\n"


@pytest.mark.parametrize(
    ("language", "words"), [("zh", "下个月只做一件事"), ("en", "One thing for the next month")]
)
def test_a_review_is_told(folder: Path, language: str, words: str):
    result = review(folder, "--lang", language)
    assert result.exit_code == 0, result.output
    assert words in result.output
    assert max(map(width, result.output.splitlines())) <= 80
    assert "review-" not in result.output


def test_a_review_as_json(folder: Path):
    answer = json.loads(review(folder, "--json", "--said", "hb=5500.00").stdout)
    assert (answer["format"], answer["month"], answer["until"]) == (
        "ashore-review/1",
        "2026-12",
        "2026-12-31",
    )
    due = [one for one in answer["payments"] if one["fen"] == 50_000]
    assert [(one["debt"], one["status"], one["done_on"]) for one in due] == [("hb", "paid", "2026-12-15")]
    assert [(one["balance_fen"], one["difference_fen"]) for one in answer["statements"]] == [(550_000, 0)]
    assert sum(one["spent_fen"] for one in answer["envelopes"]) == 31 * 3_000 + 150_000 + 8_000 + 20_000
    assert answer["cash_fen"] == 200_000 + 500_000 - (31 * 3_000 + 150_000 + 8_000 + 20_000) - 50_000
    assert answer["slippage"]["months"] == 9
    assert answer["goal"]["code"].startswith("review-goal-")


def test_months_and_paydays_are_kept(folder: Path):
    kept, calendar = folder / "kept.toml", folder / "paydays.ics"
    review(folder, "--keep", kept, "--calendar", calendar)
    first = kept.read_text("utf-8")
    assert 'month = "2026-12"' in first
    assert SECRET not in first
    review(folder, "--keep", kept)
    assert kept.read_text("utf-8") == first, "the same review is kept once"
    events = read(calendar.read_bytes())
    assert events
    assert SECRET not in calendar.read_text("utf-8")


@pytest.mark.parametrize(
    ("language", "says", "promises"),
    [
        ("zh", "说不出钱够不够", "每个月都够"),
        ("en", "nothing can be said", "the money reaches in every month"),
    ],
)
def test_where_nothing_is_known_of_living_it_does_not_say_that_there_is_enough(
    tmp_path: Path, language, says, promises
):
    empty = tmp_path / "empty.toml"
    empty.write_text('format = "ashore/1"\n[household]\nas_of = 2026-11-23\n', encoding="utf-8")
    told = " ".join(ashore("budget", empty, "--lang", language).stdout.split())
    assert says in told
    assert promises not in told
    known = (
        empty.read_text("utf-8")
        + '[[income]]\nname = "a"\namount = 9\n[[spending]]\nname = "b"\namount = 8\n'
    )
    empty.write_text(known, encoding="utf-8")
    assert promises in " ".join(ashore("budget", empty, "--lang", language).stdout.split())
