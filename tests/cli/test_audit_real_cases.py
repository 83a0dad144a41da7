"""`ashore audit` where it used to stop: settlements, draws without a mark, cash on a card, damages of every kind."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ashore.cli import main
from documents.cards import CARD

HEAD = 'format = "ashore/1"\n[household]\nas_of = 2026-11-23\ncash = 100.00\n[[debt]]\n'
LOAN = (
    HEAD
    + """id = "li"
name = "某贷款"
creditor = "某银行"
lender_kind = "bank"
balance = 0.00
original = 10000.00
start = 2026-03-15
rate = "0.05%/day"
method = "equal-principal"
periods_left = 0
due_day = 15
penalty = "x1.5"
compound = false
prepayment = {allowed = true}
source = {rate = "contract", method = "contract", penalty = "contract", compound = "contract", SOURCES}
""".replace("SOURCES", 'allocation = "contract", prepayment = "contract"')
)
SETTLED = """\
日期,类型,金额,本金,利息,剩余本金
2026-03-15,放款,10000,,,
2026-04-15,应还,10155,10000,155,
2026-07-15,减免协议,8000,,,
2026-08-15,协议应还,4000,,,
2026-09-15,协议应还,4000,,,
2026-08-15,协议还款,4000,,,7070
2026-09-15,协议还款,4000,,,
2026-09-15,结清减免,3234.38,,,0
"""
"""By hand: tests/loans/audit/test_settled.py."""
AGREE = """
  [[debt.event]]
  on = 2026-07-15
  kind = "agree"
  concession = {kind = "settle", status = "agreed-written", amount = 8000.00, instalments = 2, until = 2026-09-15}
"""


def audited(place: Path, file: str, statement: str, *more: str, debt: str = "li") -> Result:
    """Return what the command says of a statement."""
    household, path = place / "household.toml", place / "statement.csv"
    household.write_text(file, encoding="utf-8")
    path.write_text(statement, encoding="utf-8")
    return CliRunner().invoke(main, ["audit", str(household), debt, str(path), *more])


def answer(result: Result) -> dict:
    """Return the answer as JSON."""
    return json.loads(result.stdout)


def flat(text: str) -> str:
    """Return a text without the line ends of the terminal."""
    return re.sub(r"\n *", "", text)


def test_a_settlement_paid_in_time_is_right_to_the_fen(tmp_path):
    result = audited(tmp_path, LOAN, SETTLED, "--json")
    assert result.exit_code == 0, result.output
    found = answer(result)
    assert found["differences"] == []
    assert found["settlement"] == {
        "agreed_on": "2026-07-15",
        "sums": [{"by": "2026-08-15", "fen": 4_000_00}, {"by": "2026-09-15", "fen": 4_000_00}],
        "paid_fen": 8_000_00, "missed_by": None, "closed_on": "2026-09-15", "forgiven_fen": 3_234_38,
        "waived_fen": 3_234_38,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "zh",
            [
                "2026年7月15日谈好：一共还 ¥8,000，分 2 次",
                "按谈好的，2026年9月15日这笔债就结清了",
                "¥3,234.38",
                "结清证明",
            ],
        ),
        ("en", ["Agreed on 15 Jul 2026", "in 2 payments", "¥3,234.38", "proof of settlement"]),
    ],
)
def test_how_the_settlement_went_is_said(tmp_path, language, words):
    result = audited(tmp_path, LOAN, SETTLED, "--lang", language)
    assert result.exit_code == 0, result.output
    text = flat(result.stdout) if language == "zh" else re.sub(r"\s+", " ", result.stdout)
    for word in words:
        assert word in text, text


def test_more_asked_for_after_a_settlement_was_paid_is_for_the_lender_to_explain(tmp_path):
    """4,000.00 − 164.38 would repay 3,835.62 of 7,070.00, if only the contract held."""
    rows = SETTLED.replace("结清减免,3234.38,,,0", "余额,3234.38,,,")
    result = audited(tmp_path, LOAN + AGREE, rows, "--json")
    assert result.exit_code == 1, result.output
    (found,) = answer(result)["differences"]
    assert (found["ours_fen"], found["difference_fen"], found["cause"]) == (0, 3_234_38, "lender")
    assert found["readings"] == [{"key": "settlement", "value": "void"}]
    text = flat(audited(tmp_path, LOAN + AGREE, rows, "--lang", "zh").stdout)
    assert "可是约定要还的钱，每一笔都按日子还了" in text


def test_more_waived_than_was_owed_is_nothing_for_the_lender_to_explain(tmp_path):
    rows = SETTLED.replace("3234.38", "3334.38")
    result = audited(tmp_path, LOAN, rows, "--json")
    assert result.exit_code == 0, result.output
    found = answer(result)
    assert found["differences"] == []
    assert (found["settlement"]["forgiven_fen"], found["settlement"]["waived_fen"]) == (3_234_38, 3_334_38)
    assert "账单写的是减免 ¥3,334.38" in flat(audited(tmp_path, LOAN, rows, "--lang", "zh").stdout)
    english = re.sub(r"\s+", " ", audited(tmp_path, LOAN, rows, "--lang", "en").stdout)
    assert "The statement says that ¥3,334.38 was waived" in english


def test_a_missed_day_brings_the_contract_back(tmp_path):
    """A day late: 3,239.68 are left (32 days of penalty interest), not nothing."""
    rows = SETTLED.replace("2026-09-15,协议还款", "2026-09-16,协议还款").replace(
        "2026-09-15,结清减免,3234.38,,,0", "2026-09-16,余额,3239.68,,,"
    )
    result = audited(tmp_path, LOAN, rows, "--lang", "zh")
    assert result.exit_code == 0, result.output
    assert "2026年9月15日之前该还 ¥4,000，没有还够。从那以后按原来的合同算" in flat(result.stdout)
    english = audited(tmp_path, LOAN, rows, "--lang", "en").stdout
    assert "the contract counts as it was" in re.sub(r"\s+", " ", english)


def test_the_file_s_agreement_counts_before_the_statement_s(tmp_path):
    other = LOAN + AGREE.replace("8000.00", "7600.00")
    (agreed,) = [
        one
        for one in answer(audited(tmp_path, other, SETTLED, "--json"))["differences"]
        if one["kind"] == "agreed"
    ]
    assert (agreed["stated_fen"], agreed["ours_fen"], agreed["cause"]) == (8_000_00, 7_600_00, "lender")


def test_how_many_instalments_there_were_must_be_told_where_all_have_fallen_due(tmp_path):
    rows = SETTLED.replace("2026-04-15,应还,10155,10000,155,\n", "")
    result = audited(tmp_path, LOAN, rows, "--lang", "zh")
    assert result.exit_code == 2
    assert "一共多少期" in flat(result.stderr)
    english = audited(tmp_path, LOAN, rows, "--lang", "en").stderr
    assert "how many there were" in re.sub(r"\s+", " ", english)


def test_dues_that_were_all_missed_leave_no_line_of_their_own(tmp_path):
    """The statement tells of the paying out and of the settlement's payments alone; the file has what was agreed."""
    file = (
        (LOAN + AGREE)
        .replace('"equal-principal"', '"schedule"')
        .replace(
            "periods_left = 0\n",
            "periods_left = 0\nschedule = [{due = 2026-04-15, principal = 10000.00, interest = 155.00}]\n",
        )
    )
    rows = "".join(SETTLED.splitlines(keepends=True)[:2] + SETTLED.splitlines(keepends=True)[6:])
    result = audited(tmp_path, file, rows, "--json")
    assert result.exit_code == 0, result.output
    assert answer(result)["settlement"]["forgiven_fen"] == 3_234_38


def test_a_settlement_from_before_the_first_balance_is_refused(tmp_path):
    rows = "日期,类型,金额\n2026-08-20,余额,7070\n2026-09-15,协议还款,4000\n2026-09-15,余额,0\n"
    result = audited(tmp_path, LOAN + AGREE, rows, "--lang", "zh")
    assert result.exit_code == 2
    assert "从放款那天" in flat(result.stderr)
    english = audited(tmp_path, LOAN + AGREE, rows, "--lang", "en").stderr
    assert "from the day the money came" in re.sub(r"\s+", " ", english)


DRAWN = (
    HEAD
    + """id = "li"
name = "某贷款"
creditor = "某银行"
lender_kind = "bank"
balance = 4000.00
original = 6000.00
start = 2026-08-15
rate = "0.05%/day"
method = "equal-principal"
periods_left = 3
due_day = 15
source = {rate = "contract", method = "contract"}
"""
)
DUES = """\
日期,类型,金额,应还日期,本金,利息
2026-08-15,放款,6000,,,
2026-09-20,放款,3000,,,
,应还,1093,2026-09-15,1000,93.00
,应还,1075,2026-10-15,1000,75.00
,应还,537.50,2026-10-15,500,37.50
,应还,1063,2026-11-15,1000,63.00
,应还,538.75,2026-11-15,500,38.75
"""
"""6,000.00 × 31 days × 0.05 % = 93.00; 5,000.00 × 30 = 75.00; 4,000.00 × 31 = 62.00: one yuan too much in November."""


def test_draws_without_a_mark_that_can_be_told_apart(tmp_path):
    result = audited(tmp_path, DRAWN, DUES, "--lang", "zh")
    assert result.exit_code == 1, result.output
    assert "是第 4、5、7 行。别的借款没有算：第 6、8 行" in flat(result.stdout)
    (found,) = answer(audited(tmp_path, DRAWN, DUES, "--json"))["differences"]
    assert (found["line"], found["ours_fen"], found["difference_fen"]) == (7, 62_00, 1_00)
    english = re.sub(r"\s+", " ", audited(tmp_path, DRAWN, DUES, "--lang", "en").stdout)
    assert "to the draw of 15 Aug 2026 over ¥6,000 belong lines 4, 5, 7" in english


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", ["不止一种分法", "第 9 行", "向对方要每笔借款各自的明细"]),
        ("en", ["more than one way", "line 9", "ask the lender for the statement of each draw"]),
    ],
)
def test_draws_that_cannot_be_told_apart_are_refused_with_what_to_ask_for(tmp_path, language, words):
    result = audited(tmp_path, DRAWN, DUES + "2026-11-20,利息,5,,,\n", "--lang", language)
    assert result.exit_code == 2
    text = flat(result.stderr) if language == "zh" else re.sub(r"\s+", " ", result.stderr)
    for word in words:
        assert word in text, text


CASH = """\
日期,类型,金额,最低还款额
2026-05-10,消费,600,
2026-06-05,账单,600,60
2026-06-10,取现,1000,
2026-06-25,还款,600,
2026-07-05,利息,15.00,
2026-07-05,账单,1015.00,101.50
2026-07-25,还款,500,
2026-08-05,利息,15.55,
2026-08-05,账单,530.55,53.06
"""
"""By hand: tests/loans/audit/test_cash.py."""


def test_cash_on_a_card_at_its_own_rate(tmp_path):
    file = CARD.replace('rate = "0.05%/day"\n', 'rate = "0.05%/day"\ncash_rate = "0.06%/day"\n')
    result = audited(tmp_path, file, CASH, "--lang", "zh", debt="card")
    assert result.exit_code == 0, result.output
    text = flat(result.stdout)
    for word in ("取现从入账那天起就收利息", "取现每天 0.06%"):
        assert word in text, text
    (july,) = [
        one
        for one in answer(
            audited(
                tmp_path,
                file,
                CASH.replace("15.00,", "20.00,").replace("1015.00,101.50", "1020.00,102.00"),
                "--json",
                debt="card",
            )
        )["differences"]
        if one["line"] == 6
    ]
    assert [(one["kind"], one["base_fen"]) for one in july["entries"]] == [
        ("cash-lot", 1_000_00), ("cash-lots", 25_000_00),
    ]  # fmt: skip


def test_a_rate_of_cash_that_nobody_named_is_for_the_contract_to_tell(tmp_path):
    found = answer(audited(tmp_path, CARD, CASH, "--json", debt="card"))["differences"]
    assert {(one["cause"], one["readings"][0]["key"], one["readings"][0]["value"]) for one in found} == {
        ("contract", "cash_rate", "0.06%/day")
    }
    english = re.sub(r"\s+", " ", audited(tmp_path, CARD, CASH, "--lang", "en", debt="card").stdout)
    assert "If cash drawn bears 0.06% a day" in english


MISSED = """\
日期,类型,金额,最低还款额
2026-06-01,消费,1000,
2026-06-05,账单,1000,100
2026-06-20,还款,40,
2026-07-01,违约金,20,
2026-07-05,账单,980,100
2026-08-01,违约金,20,
2026-08-05,账单,1000,100
"""
TYPICAL = CARD.replace('late_fee = {percent = "5%", of = "unpaid-minimum"}\n', "").replace(
    'late_fee = "contract", ', ""
)


@pytest.mark.parametrize(
    ("file", "causes"),
    [
        (CARD, {"lender"}),
        (CARD.replace('{percent = "5%", of = "unpaid-minimum"}', "{amount = 20.00}"), set()),
        (CARD.replace('of = "unpaid-minimum"}', "min = 20.00}"), set()),
        (TYPICAL.replace('id = "card"\n', 'id = "card"\nproduct = "cn/credit-card"\n'), set()),
    ],
    ids=["a share alone", "a fixed sum", "a share with a least sum", "typical terms"],
)
def test_damages_for_a_missed_minimum(tmp_path, file, causes):
    """5 % of 60.00 and of 100.00 are 3.00 and 5.00; 20.00 is what a least sum, or a fixed one, asks."""
    found = answer(audited(tmp_path, file, MISSED, "--json", debt="card"))["differences"]
    mine = [one for one in found if one["parts"] == ["damages"]]
    assert {one["cause"] for one in mine} == causes


def test_damages_above_every_typical_rule_are_not_the_lender_s_yet(tmp_path):
    file = TYPICAL.replace('id = "card"\n', 'id = "card"\nproduct = "cn/credit-card"\n')
    rows = MISSED.replace("08-01,违约金,20", "08-01,违约金,50").replace(
        "账单,1000,100\n", "账单,1030,100\n", 2
    )
    rows = rows.replace("06-05,账单,1030", "06-05,账单,1000")
    found = answer(audited(tmp_path, file, rows, "--json", debt="card"))["differences"]
    (one,) = [one for one in found if one["parts"] == ["damages"]]
    assert (one["line"], one["ours_fen"], one["difference_fen"], one["cause"]) == (
        7,
        20_00,
        30_00,
        "contract",
    )
    text = flat(audited(tmp_path, file, rows, "--lang", "zh", debt="card").stdout)
    for word in ("违约金在 ¥5 到 ¥20 之间", "落在中间的，这里不说它错"):
        assert word in text, text
    english = re.sub(r"\s+", " ", audited(tmp_path, file, rows, "--lang", "en", debt="card").stdout)
    assert "What lies between is not called wrong here" in english
