"""Two debts of one name are told apart by every command that speaks of them; JSON and papers keep the name as typed."""

import json
import re
from datetime import date, timedelta

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
BILL = """导出信息：
姓名：某某
支付宝账户：某某
起始时间：[2026-05-01 00:00:00]    终止时间：[2026-12-31 23:59:59]
导出交易类型：[全部]
导出时间：[2026-12-31 23:59:59]

------------------------支付宝（中国）网络技术有限公司  电子客户回单------------------------
交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,
"""
STATEMENT = "期数,应还日期,应还本金,应还利息,应还总额\n1,2026-10-05,900.00,150.00,1050.00\n"
LOOKING_BACK = {
    "review": ("review", "home.toml", "alipay.csv", "--said", "a=9000"),
    "why": ("why", "home.toml", "alipay.csv"),
    "audit": ("audit", "home.toml", "a", "statement.csv"),
}
"""What is asked after the fact; `budget` speaks of no debt by its name."""
MONTHLY = (
    (0, "日用百货,超市", "买菜", "支出", 60),
    (10, "收入,某公司", "工资", "收入", 3000),
    (7, "信用借还,甲银行", "信用卡还款", "支出", 300),
)
"""What the bill shows: on which day of a month, 0 for every one; sort and party; what for; the way; yuan."""


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


@pytest.fixture
def folder(file):
    """Return a folder with the two cards, eight months of bills that fit both alike, and a statement."""
    days = [date(2026, 5, 1) + timedelta(day) for day in range(245)]
    rows = [
        f"{day} 12:00:00,{said},/,{what},{way},{yuan}.00,余额,交易成功,{day:%Y%m%d}{place}\t,\t,,"
        for day in days
        for place, (on, said, what, way, yuan) in enumerate(MONTHLY)
        if on in (0, day.day)
    ]
    (file.parent / "alipay.csv").write_bytes((BILL + "\n".join(rows) + "\n").encode("gb18030"))
    (file.parent / "statement.csv").write_text(STATEMENT, encoding="utf-8")
    return file.parent


def looking_back(folder, command, *more):
    """Return what a command answers of the files in a folder."""
    return run(*(folder / one if "." in one else one for one in LOOKING_BACK[command]), *more)


@pytest.mark.parametrize("command", sorted(LOOKING_BACK))
@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_what_is_asked_after_the_fact_says_which_of_the_two(folder, command, language):
    told = plain(looking_back(folder, command, "--lang", language))
    for mark in MARKS[language][: 1 if command == "audit" else 2]:
        assert mark in told
    assert re.search(r"信用卡(?!还款|[（(])", told) is None


@pytest.mark.parametrize(
    "command", [pytest.param(one, marks=pytest.mark.long) for one in sorted(LOOKING_BACK)]
)
def test_json_of_what_is_asked_after_the_fact_has_the_names_as_typed(folder, command):
    told = looking_back(folder, command, "--json", "--lang", "zh")
    assert "每月 5 日还" not in told
    assert json.loads(told)["format"].startswith("ashore-")


@pytest.mark.long
def test_a_repayment_is_matched_by_the_name_as_typed_not_by_what_is_said_beside_it(folder):
    """A bill with the words that stand beside a name in an answer is no repayment of that debt."""
    text = BILL + (
        "2026-12-05 12:00:00,信用借还,每月 5 日还,/,还款,支出,300.00,余额,交易成功,1\t,\t,,\n"
        "2026-12-20 12:00:00,信用借还,甲银行,/,还款,支出,300.00,余额,交易成功,2\t,\t,,\n"
    )
    (folder / "alipay.csv").write_bytes(text.encode("gb18030"))
    found = json.loads(looking_back(folder, "review", "--json", "--lang", "zh"))
    assert [one["counterparty"] for one in found["unmatched"]] == ["每月 5 日还", "甲银行"]


def test_a_budget_speaks_of_no_debt_by_its_name(folder):
    told = plain(run("budget", folder / "home.toml", folder / "alipay.csv", "--lang", "zh"))
    assert "信用卡" not in told


def test_the_page_that_may_be_shown_to_the_lender_has_the_name_as_typed(folder):
    looking_back(folder, "audit", "--report", folder / "page.html", "--lang", "zh")
    page = (folder / "page.html").read_text("utf-8")
    assert "信用卡" in page
    assert "每月 5 日还" not in page


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
