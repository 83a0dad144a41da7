"""`ashore letter`: the paper, what to know before it is sent, files of three kinds, refusals; in both languages."""

import json
from datetime import date, time
from importlib import resources
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from ashore.cli.main import main
from ashore.creditors.contacts import Contact, written
from ashore.creditors.log_file import Log, with_entry
from ashore.letters.kinds import NAMES
from ashore.texts.sentences import word
from documents.audits import FILE, STATEMENT
from documents.cards import BILLS, CARD

DEMO = str(resources.files("ashore") / "examples" / "demo.toml")
ILLNESS = str(resources.files("ashore") / "examples" / "illness.toml")


def ask(*arguments):
    """Run the command."""
    return CliRunner().invoke(main, ["letter", *arguments])


@pytest.mark.parametrize(
    ("language", "title", "asked"),
    [("zh", "展期申请", "我的请求"), ("en", "Request for an extension", "What I ask for")],
)
def test_the_paper_comes_first_and_what_to_know_apart(language, title, asked):
    told = ask("proposal", ILLNESS, "--debt", "bank", "--on", "2026-11-24", "--lang", language)
    assert told.exit_code == 0
    assert told.output.startswith(title)
    paper, _, before = told.output.partition("寄出之前" if language == "zh" else "Before it is sent")
    assert "2026" in paper
    assert "- " in before
    assert asked in paper or "贵方提出过" in paper or "You have offered" in paper


def test_help_names_every_kind():
    told = "".join(ask("--help", "--lang", "en").output.split())  # a long line is broken anywhere
    assert [name for name in NAMES if name not in told] == []


def test_a_letter_that_does_not_fit_says_which_do():
    told = ask("card-instalments", DEMO, "--debt", "wsd", "--lang", "en")
    assert told.exit_code == 2
    assert "cards only" in " ".join(told.stderr.split())
    assert "proposal" in told.stderr


@pytest.mark.parametrize(
    "line",
    [
        ("--debt", "none"),
        ("--debt", "wsd", "--evidence", "diagnosis"),
        ("--debt", "wsd", "--amount", "much"),
        ("--debt", "wsd", "--by", "tomorrow"),
        ("--debt", "wsd", "--months", "0"),
        ("--debt", "wsd", "--due-day", "32"),
        ("--debt", "wsd", "--share", "101"),
        ("--debt", "wsd", "--income", "nobody's"),
        ("--debt", "wsd", "--out", "letter.xls"),
    ],
)
def test_what_cannot_be_read_is_said_and_ends_with_2(line):
    told = ask("statement", DEMO, *line, "--lang", "zh")
    assert told.exit_code == 2
    assert told.stderr


def test_json_has_the_text_and_the_codes():
    told = json.loads(ask("statement", DEMO, "--debt", "wsd", "--json", "--on", "2026-11-24").output)
    assert told["format"] == "ashore-letter/1"
    assert (told["kind"], told["day"], told["to"]) == ("statement", "2026-11-24", "浙江网商银行股份有限公司")
    assert told["title"]["code"] == "letter-statement"
    assert "letter-before-channel" in [one["code"] for one in told["before"]]
    assert told["title"]["text"] in told["text"]


@pytest.mark.parametrize(("ending", "begins"), [("txt", "关于".encode()), ("docx", b"PK"), ("pdf", b"%PDF")])
def test_it_is_written_to_a_file(tmp_path, ending, begins):
    path = tmp_path / f"a.{ending}"
    told = ask("statement", DEMO, "--debt", "wsd", "--out", str(path), "--lang", "zh")
    assert told.exit_code == 0, told.output
    assert path.read_bytes().startswith(begins)
    assert "关于提供欠款明细的申请" not in told.output
    assert "寄出之前" in told.output
    if ending == "docx":
        assert "Ashore" not in str(ZipFile(path).read("word/document.xml"), "utf-8")


def test_a_complaint_takes_the_lenders_statement(tmp_path):
    file, statement = tmp_path / "a.toml", tmp_path / "b.csv"
    file.write_text(FILE, encoding="utf-8")
    statement.write_text(STATEMENT, encoding="utf-8")
    line = ("complaint", str(file), "--debt", "wsd", "--lang", "zh")
    assert ask(*line, "--own", "请核查。").exit_code == 2
    told = ask(*line, "--own", "请核查。", "--statement", str(statement))
    assert told.exit_code == 0, told.output
    assert "¥586.21" in told.output
    assert "请核查。" in told.output


def test_a_complaint_about_collection_takes_the_own_copy_of_the_log(tmp_path):
    file, log = tmp_path / "a.toml", tmp_path / "log.jsonl"
    file.write_text(FILE, encoding="utf-8")
    call = Contact(
        date(2026, 11, 20), date(2026, 11, 20), "agency", "in", "call", "还钱", at=time(22, 40), debt="wsd"
    )
    log.write_text(with_entry(Log(()), written(call)), encoding="utf-8")
    line = ("conduct", str(file), "--debt", "wsd", "--lang", "zh", "--on", "2026-11-24")
    refused = ask(*line)
    assert refused.exit_code == 2
    assert "超出行业规范的联系" in refused.output
    told = ask(*line, "--log", str(log))
    assert told.exit_code == 0, told.output
    assert "2026年11月20日：时间 22:40；方式 来电" in told.output
    log.write_text(log.read_text("utf-8").replace("22:40", "23:40"), encoding="utf-8")
    changed = ask(*line, "--log", str(log))
    assert changed.exit_code == 2
    assert "23:40" not in changed.output
    assert word("log-changed", "zh") in changed.output.replace("\n", "")


def test_a_complaint_about_a_card_names_its_interest_and_no_minimum_that_is_too_low(tmp_path):
    """30.60 instead of 25.50; 112.55 of a minimum of 113.06 were paid, so the next should be 0.51 more than it is."""
    file, statement = tmp_path / "a.toml", tmp_path / "b.csv"
    file.write_text(CARD, encoding="utf-8")
    rows = BILLS.replace("利息,25.50", "利息,30.60").replace("1125.50,112.55", "1130.60,113.06")
    statement.write_text(rows.replace("1036.08,103.61", "1041.18,104.12"), encoding="utf-8")
    line = ("complaint", str(file), "--debt", "card", "--lang", "zh", "--own", "请核查。")
    told = ask(*line, "--statement", str(statement))
    assert told.exit_code == 0, told.output
    assert "账单上的金额 ¥30.60；按合同计算 ¥25.50" in told.output
    assert "最低还款额" not in told.output


def test_a_bundled_example_is_marked_and_a_file_of_ones_own_is_not(tmp_path):
    assert "【示例】" in ask("statement", DEMO, "--debt", "wsd", "--lang", "zh").output
    own = tmp_path / "own.toml"
    own.write_text(FILE, encoding="utf-8")
    assert "【示例】" not in ask("statement", str(own), "--debt", "wsd", "--lang", "zh").output


@pytest.mark.parametrize("day", ["2026/12/31", "2026年12月31日", "２０２６-12-31"])
def test_a_day_is_read_as_people_write_it(day):
    told = ask(
        "settlement",
        DEMO,
        "--debt",
        "wsd",
        "--amount",
        "４万",
        "--by",
        day,
        "--lang",
        "zh",
        "--on",
        "2026-11-24",
    )
    assert told.exit_code == 0, told.output
    assert "请同意我在 2026年12月31日之前一次支付 ¥40,000" in told.output


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "是货款，不是借款"), ("en", "is for goods, not a loan")]
)
@pytest.mark.parametrize("kind", ["proposal", "call", "statement", "settled", "record"])
def test_goods_that_are_still_to_be_paid_for_are_no_loan(kind, language, said):
    refused = CliRunner().invoke(main, ["letter", kind, str(DEMO), "--debt", "supplier", "--lang", language])
    assert refused.exit_code == 2
    assert said in " ".join(refused.output.split())
    assert "supplier-credit" not in refused.output
