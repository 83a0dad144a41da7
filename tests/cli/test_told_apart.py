"""Two debts of one name are told apart by every command that speaks of them; JSON and papers keep the name as typed."""

import json
import re

import pytest
from click.testing import CliRunner

from ashore.cli.main import main
from ashore.documents.called import called_by_id, told_apart
from ashore.documents.letters import case_of, with_plan
from ashore.documents.sheets.text import sheet_text
from ashore.errors import AshoreError
from ashore.household import read_parsed, read_source
from ashore.letters.kinds import KINDS
from ashore.letters.letter import letter
from ashore.packs.files import jurisdictions
from ashore.packs.planned import plan_of
from ashore.packs.products import all_products
from day import TODAY

HOME = """format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 300.00
[[income]]
name = "wage"
amount = 3000.00
day = 10
[[spending]]
name = "吃住"
amount = 1800.00
essential = true
[[debt]]
id = "a"
name = "信用卡"
creditor = "甲银行"
lender_kind = "bank"
balance = 9000.00
original = 12000.00
periods_left = 9
due_day = 5
rate = "18%/year"
method = "level-payment"
stage = "overdue"
[debt.arrears]
since = 2026-10-05
principal = 900.00
[[debt]]
id = "b"
name = "信用卡"
creditor = "甲银行"
lender_kind = "bank"
balance = 6000.00
original = 6000.00
periods_left = 6
due_day = 20
rate = "18%/year"
method = "level-payment"
"""
NAMES = {
    "zh": ("信用卡（每月 5 日还、借了 ¥12,000）", "信用卡（每月 20 日还、借了 ¥6,000）"),
    "en": ("信用卡 (due on day 5, ¥12,000 borrowed)", "信用卡 (due on day 20, ¥6,000 borrowed)"),
}
MARKS = {"zh": ("每月5日还", "每月20日还"), "en": ("dueonday5,", "dueonday20,")}
SPEAKING = (("debts",), ("plan",), ("calendar",), ("creditors",), ("asks",))


@pytest.fixture
def file(tmp_path):
    """Return a household file with two cards of one bank."""
    path = tmp_path / "home.toml"
    path.write_text(HOME, encoding="utf-8")
    return path


def run(*arguments):
    """Return what a command answers, on one line and without the spaces that breaking it made."""
    done = CliRunner().invoke(main, [*map(str, arguments)])
    assert done.exit_code in {0, 1}, done.output
    return done.stdout


def plain(text):
    """Return a text without any space, whatever broke its lines."""
    return re.sub(r"\s+", "", text)


def household(text=HOME):
    """Return the household of a file."""
    found = read_parsed(read_source(text.encode()), all_products(), jurisdictions()).household
    assert found is not None
    return found


@pytest.mark.parametrize("command", SPEAKING, ids=lambda one: one[0])
@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_every_answer_says_which_of_the_two(file, command, language):
    told = plain(run(*command, file, "--lang", language))
    for mark in MARKS[language]:
        assert mark in told
    assert re.search(r"信用卡(?![（(])", told) is None  # a table may break the name, but behind its bracket


@pytest.mark.parametrize(("debt", "name"), [("a", NAMES["zh"][0]), ("b", NAMES["zh"][1])])
def test_the_page_beside_a_letter_says_which(file, debt, name):
    refused = CliRunner().invoke(main, ["letter", "renewal", str(file), "--debt", debt, "--lang", "zh"])
    assert refused.exit_code == 2
    assert plain(name) in plain(refused.stderr)


def test_the_sum_in_a_name_is_covered_with_the_others(file):
    told = plain(run("debts", file, "--redact", "--lang", "zh"))
    assert "12,000" not in told
    assert "信用卡（每月5日还、借了" in told


@pytest.mark.parametrize("command", ["debts", "plan", "calendar"])
def test_json_has_the_names_as_typed(file, command):
    told = run(command, file, "--json", "--lang", "zh")
    assert "每月 5 日还" not in told
    assert json.loads(told)["format"].startswith("ashore-")


def test_a_certificate_has_the_names_as_typed(file, tmp_path):
    easy = tmp_path / "easy.toml"
    easy.write_text(HOME.replace("amount = 3000.00", "amount = 9000.00"), encoding="utf-8")
    run("plan", easy, "--certificate", tmp_path / "proof.json", "--lang", "zh")
    text = (tmp_path / "proof.json").read_text("utf-8")
    assert "信用卡" in text
    assert "每月 5 日还" not in text


def test_no_paper_says_more_than_it_did_before():
    """Each kind of letter reads the same, word for word, whether or not the debts were told apart beforehand."""
    typed, apart = household(), told_apart(household(), "zh")
    assert [debt.name for debt in apart.debts] == list(NAMES["zh"])
    planned = [(home, plan_of(home, asked_if="no-contract")) for home in (typed, apart)]
    made = 0
    for kind in KINDS:
        for place in range(2):
            papers = [_paper(kind, home, plan, place) for home, plan in planned]
            assert papers[0] == papers[1], kind.name
            made += papers[0] is not None
    assert made >= 8


def _paper(kind, home, plan, place):
    """Return the text of a letter with the plan in it, None where that kind does not fit the debt."""
    case = case_of(home, home.debts[place], TODAY)
    if kind.planned:
        case = with_plan(case, plan)
    try:
        return sheet_text(letter(kind, case), "zh")
    except AshoreError:
        return None


def test_two_debts_with_one_lender_ask_for_the_contracts_number(file):
    told = plain(run("letter", "statement", file, "--debt", "a", "--lang", "zh"))
    assert "你在甲银行不止一笔" in told
    file.write_text(HOME.replace('creditor = "甲银行"', 'creditor = "乙银行"', 1), encoding="utf-8")
    assert "不止一笔" not in plain(run("letter", "statement", file, "--debt", "a", "--lang", "zh"))


def test_debts_of_different_names_stay_as_they_were():
    other = household(HOME.replace('name = "信用卡"', 'name = "贷款"', 1))
    assert told_apart(other, "zh") is other


def test_two_of_one_product_with_one_due_day_are_told_apart_by_their_place():
    """Nothing that was typed differs but the sum, which may be covered: their place is said, too."""
    body = (
        'product = "cn/mybank-wangshangdai"\nname = "贷款"\nbalance = {}.00\nperiods_left = 5\ndue_day = 5\n'
    )
    text = HOME[: HOME.index("[[debt]]")] + "".join(
        f'[[debt]]\nid = "{ident}"\n' + body.format(sum_) for ident, sum_ in (("a", 100), ("b", 200))
    )
    assert called_by_id(household(text), "zh") == {
        "a": "贷款（还剩 ¥100、同名的第 1 笔）",
        "b": "贷款（还剩 ¥200、同名的第 2 笔）",
    }


def test_words_for_the_lender_have_no_name_of_the_debt(file):
    told = plain(run("plan", file, "--lang", "zh"))
    words = re.search(r"可以这样写：“([^”]*)”", told)
    assert words is not None
    assert "合同编号" in words[1]
    assert "信用卡" not in words[1]
