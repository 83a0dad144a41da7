"""`ashore import`: what each file is, its sums, what was left out and why; the answer's shape; nothing private said."""

import json
import tomllib
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ashore.cli import main
from importers.bills.making import (
    ALIPAY,
    ALIPAY_REFUND,
    ALIPAY_VARIANTS,
    WECHAT,
    WECHAT_VARIANTS,
    Truth,
)
from importers.bills.packing import locked

START = datetime(2023, 1, 1, 12)  # noqa: DTZ001 - bills tell the time of the place
SORTS = ("lunch", "on-huabei", "repaid", "drawn", "to-bank", "from-friend", "not-paid", "waiting")
ROWS = [
    Truth(
        ALIPAY[sort],
        START + timedelta(days=number),
        1000 * (number + 1),
        "甲店",
        f"2023010122001400{number:010d}77",
    )
    for number, sort in enumerate(SORTS)
]
BACK = Truth(ALIPAY_REFUND, START + timedelta(days=9), 400, "甲店", ROWS[0].order + "_1")
PAID = [
    Truth(
        WECHAT[sort],
        START + timedelta(days=number),
        500 * (number + 1),
        "乙店",
        f"4200002023010100{number:010d}77",
    )
    for number, sort in enumerate(("lunch", "to-friend", "repaid-card"))
]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder with a bill of each app."""
    (tmp_path / "a.csv").write_bytes(ALIPAY_VARIANTS["app-24-padded"]([*ROWS, BACK]))
    (tmp_path / "w.xlsx").write_bytes(WECHAT_VARIANTS["xlsx-numbers"](PAID))
    return tmp_path


def ran(*words: str | Path, typed: str | None = None) -> Result:
    """Return what the command says."""
    return CliRunner().invoke(main, ["import", *map(str, words)], input=typed)


def answer(*words: str | Path) -> dict:
    """Return the JSON answer."""
    result = ran(*words, "--json")
    assert result.exit_code in (0, 2)
    return json.loads(result.stdout)


def test_the_json_is_that_of_the_specification(place: Path):
    told = answer(place / "a.csv", place / "w.xlsx")
    assert told["format"] == "ashore-import/1"
    alipay, wechat = told["files"]
    assert {key: alipay[key] for key in alipay if key.endswith("_fen")} == {
        "spending_fen": 3000, "income_fen": 6000, "refund_fen": 400, "transfer_fen": 9000, "repayment_fen": 3000,
        "fee_fen": 0,
    }  # fmt: skip
    assert (alipay["format"], alipay["rows"], wechat["format"], wechat["rows"]) == ("alipay", 9, "wechat", 3)
    assert (wechat["spending_fen"], wechat["repayment_fen"]) == (1500, 1500)
    assert alipay["left_out"] == [
        {"row": 32, "why": "closed", "fen": 7000},
        {"row": 33, "why": "waiting", "fen": 8000},
    ]
    assert alipay["findings"] == wechat["findings"] == []
    first = told["transactions"][0]
    assert {"date", "fen", "kind", "counterparty", "category", "method", "file", "row"} <= first.keys()
    days = [one["date"] for one in told["transactions"]]
    assert days == sorted(days)
    assert len(days) == 7 + 3
    (refund,) = [one for one in told["transactions"] if one["kind"] == "refund"]
    assert (refund["refund_of"], refund["row"]) == (ROWS[0].order, 34)


def test_the_same_file_twice_adds_nothing(place: Path):
    once, twice = answer(place / "a.csv"), answer(place / "a.csv", place / "a.csv")
    assert len(twice["files"]) == 2
    assert twice["transactions"] == once["transactions"]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ["支付宝账单", "支出", "还款", "其中借到的钱", "不计 1 笔", "第 32 行", "2023年1月1日"]),
        (
            "en",
            [
                "Alipay bill",
                "Spending",
                "Debts repaid",
                "drawn from loans",
                "Left out 1",
                "line 32",
                "1 Jan 2023",
            ],
        ),
    ],
)
def test_a_person_is_told(place: Path, monkeypatch: pytest.MonkeyPatch, lang: str, words: list[str]):
    monkeypatch.chdir(place)
    result = ran("a.csv", "--lang", lang)
    assert result.exit_code == 0
    assert [word for word in words if word not in result.output] == []
    assert all(total in result.output for total in ("30.00", "60.00", "4.00", "90.00"))


def test_what_money_was_spent_on_is_not_told(place: Path):
    result = ran(place / "a.csv", place / "w.xlsx", "--lang", "zh")
    assert not any(word in result.output for word in ("甲店", "乙店", "午餐", "纸巾", "某人的账户", "某人"))


def test_the_columns_of_a_bank_are_kept_and_put_right(tmp_path: Path):
    """Once the account is said in the file that was kept, nothing about it is asked again."""
    bank, kept = tmp_path / "bank.csv", tmp_path / "bank.toml"
    bank.write_text("交易日期,摘要,收入,支出,对方户名\n2026-01-05,消费,,12.50,甲店\n", encoding="utf-8")
    first = ran(bank, "--mapping", str(kept), "--lang", "zh")
    assert "没写是哪张卡" in "".join(first.output.split())
    found = tomllib.loads(kept.read_text(encoding="utf-8"))
    assert (found["columns"]["in"], found["columns"]["out"]) == ("收入", "支出")
    kept.write_text(
        kept.read_text(encoding="utf-8").replace('account = ""', 'account = "某行(1234)"'), "utf-8"
    )
    again = ran(bank, "--mapping", str(kept), "--lang", "zh")
    assert again.exit_code == 0
    assert "没写是哪张卡" not in "".join(again.output.split())


def test_a_mapping_that_is_none_is_said(place: Path):
    wrong = place / "wrong.toml"
    wrong.write_text("columns = 3", encoding="utf-8")
    assert ran(place / "a.csv", "--mapping", str(wrong), "--lang", "zh").exit_code == 2


def test_without_a_banks_export_no_columns_are_written(place: Path):
    result = ran(place / "a.csv", "--mapping", str(place / "none.toml"), "--lang", "zh")
    assert "没有银行流水" in result.output
    assert not (place / "none.toml").exists()


def test_a_beancount_book_of_all_reads_as_the_same_sums(place: Path):
    book = place / "all.bean"
    bills = json.loads(ran(place / "a.csv", place / "w.xlsx", "--beancount", str(book), "--json").stdout)
    (again,) = json.loads(ran(book, "--json").stdout)["files"]
    for total in ("spending_fen", "income_fen", "refund_fen", "transfer_fen", "repayment_fen"):
        assert again[total] == sum(one[total] for one in bills["files"])


def test_a_file_that_cannot_be_read_stops_only_itself(place: Path):
    broken = place / "b.csv"
    broken.write_bytes((place / "a.csv").read_bytes().replace(b"10.00 ", b"1O.00 ", 1))
    result = ran(broken, place / "w.xlsx", "--lang", "zh")
    assert result.exit_code == 2
    assert "须先改（第 26 行）" in result.output
    assert "“金额”" in result.output
    assert "1O" not in result.output
    told = answer(broken, place / "w.xlsx")
    assert [(one["rows"], one["spending_fen"]) for one in told["files"]] == [(9, 0), (3, 1500)]
    assert {one["file"] for one in told["transactions"]} == {str(place / "w.xlsx")}


def test_a_locked_zip_is_opened_with_its_password(place: Path):
    data = locked("a.csv", (place / "a.csv").read_bytes(), b"246810")
    (place / "a.zip").write_bytes(data)
    locked_out = ran(place / "a.zip", "--lang", "zh")
    assert (locked_out.exit_code, "请把密码也填上" in locked_out.output) == (2, True)
    assert ran(place / "a.zip", "--password", "246810").exit_code == 0
    asked = ran(place / "a.zip", "--password", "-", "--lang", "en", typed="246810\n")
    assert asked.exit_code == 0
    assert "246810" not in asked.output


def test_a_file_that_is_not_there(place: Path):
    result = ran(place / "none.csv", "--lang", "en")
    assert result.exit_code == 2
    assert "Traceback" not in result.output
