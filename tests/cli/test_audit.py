"""`ashore audit`: the worked arrears of the specification as a lender's statement, right and wrong."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ashore.cli import main
from documents.cards import BILLS, CARD

FILE = """
format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 100.00
[[debt]]
id = "wsd"
name = "网商贷"
creditor = "浙江网商银行"
product = "cn/mybank-wangshangdai"
balance = 86000.00
original = 86000.00
start = 2026-08-15
rate = "0.045%/day"
method = "equal-principal"
periods_left = 7
due_day = 15
penalty = "x1.5"
compound = true
arrears = {since = 2026-09-15}
source = {rate = "contract", method = "contract", penalty = "contract"}
"""
HEAD = "期数,应还日期,应还本金,应还利息,罚息,应还总额\n"
RIGHT = HEAD + (
    "1,2026-09-15,8600.00,1199.70,456.42,10256.12\n"
    "2,2026-10-15,8600.00,1044.90,253.90,9898.80\n"
    "3,2026-11-15,8600.00,959.76,51.62,9611.38\n"
)
DOUBLE = HEAD + (
    "1,2026-09-15,8600.00,1199.70,608.56,10408.26\n"
    "2,2026-10-15,8600.00,1044.90,338.54,9983.44\n"
    "3,2026-11-15,8600.00,959.76,68.83,9628.59\n"
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder with the household file."""
    (tmp_path / "household.toml").write_text(FILE, encoding="utf-8")
    return tmp_path


def audited(place: Path, statement: str | bytes, *more: str, file: str = FILE, debt: str = "wsd") -> Result:
    """Return what the command says of a statement; neither file is changed by it."""
    household, path = place / "household.toml", place / "statement.csv"
    household.write_text(file, encoding="utf-8")
    data = statement if isinstance(statement, bytes) else statement.encode()
    path.write_bytes(data)
    result = CliRunner().invoke(main, ["audit", str(household), debt, str(path), *more])
    assert (household.read_text("utf-8"), path.read_bytes()) == (file, data)
    return result


def answer(result: Result) -> dict:
    """Return the answer as JSON."""
    return json.loads(result.stdout)


def test_the_arrears_of_the_specification_are_right_to_the_fen(place: Path) -> None:
    result = audited(place, RIGHT, "--json")
    assert result.exit_code == 0, result.output
    found = answer(result)
    assert (found["format"], found["figures"], found["differences"]) == ("ashore-audit/1", 9, [])
    assert found["began"] == {"on": "2026-08-15", "principal_fen": 86_000_00, "periods": 10}


def test_a_doubled_penalty_is_the_lenders_where_the_contract_is_named(place: Path) -> None:
    """152.14 + 84.64 + 17.21 = 253.99 too much."""
    result = audited(place, DOUBLE, "--json")
    assert result.exit_code == 1, result.output
    found = answer(result)["differences"]
    assert [(one["line"], one["difference_fen"], one["cause"]) for one in found] == [
        (2, 152_14, "lender"), (3, 84_64, "lender"), (4, 17_21, "lender"),
    ]  # fmt: skip
    assert all(one["readings"] == [{"key": "penalty", "value": "x2"}] for one in found)


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        (('source = {rate = "contract", method = "contract", penalty = "contract"}\n', ""), "assumed"),
        (('penalty = "x1.5"\n', ""), "assumed"),
    ],
    ids=["typed without a source", "from the product"],
)
def test_without_a_source_it_may_be_our_figure_that_is_wrong(place: Path, change, cause) -> None:
    file = FILE.replace(*change).replace(', penalty = "contract"', "")
    found = answer(audited(place, DOUBLE, "--json", file=file))["differences"]
    assert {one["cause"] for one in found} == {cause}


def test_a_term_that_nobody_named_is_for_the_contract_to_tell(place: Path) -> None:
    """The lender drops parts of a fen; nobody has said how the contract rounds."""
    file = FILE.replace('rate = "0.045%/day"', 'rate = "0.0451%/day"')
    lender = audited(
        place, RIGHT, "--json", file=file.replace("compound = true\n", 'compound = true\nrounding = "down"\n')
    )
    stated = {(one["line"], tuple(one["parts"])): one["ours_fen"] for one in answer(lender)["differences"]}
    lines = [
        f"2026-{month:02d}-15,8600.00,{stated[line, ('interest',)] / 100:.2f},"
        f"{stated[line, ('penalty', 'compound')] / 100:.2f}\n"
        for line, month in ((2, 9), (3, 10), (4, 11))
    ]
    statement = "应还日期,应还本金,应还利息,罚息\n" + "".join(lines)
    found = answer(audited(place, statement, "--json", file=file))["differences"]
    assert found
    assert {(one["cause"], one["readings"][0]["key"]) for one in found} == {("contract", "rounding")}


def test_a_total_that_is_not_the_sum_of_its_parts(place: Path) -> None:
    result = audited(place, RIGHT.replace("10256.12", "10265.12"), "--json")
    assert result.exit_code == 1
    assert answer(result)["sums"] == [{"line": 2, "of": "", "total_fen": 10_265_12, "parts_fen": 10_256_12}]


def test_a_total_of_a_column_is_held_against_its_lines(place: Path) -> None:
    """608.56 + 338.54 + 68.83 = 1,015.93."""
    result = audited(place, DOUBLE + "合计,,25800.00,3204.36,1025.93,\n", "--lang", "zh")
    assert "第 5 行，罚息：合计写的是 ¥1,025.93，各行加起来是 ¥1,015.93。" in flat(result.stdout)
    right = audited(place, RIGHT + "合计,,25800.00,3204.36,761.94,\n", "--lang", "en")
    assert right.exit_code == 0
    assert "the sum of their lines: line 5" in flat(right.stdout)


def flat(text: str) -> str:
    """Return a text without the line ends of the terminal."""
    return re.sub(r"\n *", "", text)


def test_a_loan_closed_early_at_the_price_of_all_its_interest(place: Path) -> None:
    """Eight days after the first due 77,400.00 × 8 × 0.045 % = 278.64 have run; the lender takes all nine: 5,224.50."""
    rows = "日期,类型,金额\n2026-08-15,放款,86000.00\n2026-09-15,还款,9799.70\n2026-09-23,提前结清,82624.50\n"
    file = FILE.replace("arrears = {since = 2026-09-15}\n", "").replace(
        'penalty = "contract"}', 'penalty = "contract", prepayment = "contract", accrual = "contract", '
        'day_count = "contract"}\nprepayment = {allowed = true, fee = "0%"}\naccrual = "daily"\nday_count = "act/360"',
    )  # fmt: skip
    result = audited(place, rows, "--lang", "zh", file=file)
    assert result.exit_code == 1, result.output
    text = flat(result.stdout)
    for word in ("多 ¥4,945.86", "一次还清的金额", "77,678.64", "本金 ¥77,400，利息 ¥278.64"):
        assert word in text, text
    (one,) = answer(audited(place, rows, "--json", file=file))["differences"]
    assert (one["kind"], one["stated_fen"], one["ours_fen"], one["cause"]) == (
        "closing", 82_624_50, 77_678_64, "lender",
    )  # fmt: skip


def test_instalments_paid_off_at_once_with_the_interest_of_days_to_come(place: Path) -> None:
    """On 23 September 77,400.00 × 8 × 0.045 % = 278.64 have run; for the next two instalments 1,882.35 are taken.

    Two dues of 77,400.00 in all: 38,700.00 each, interest 1,044.90 and 837.45.
    """
    rows = (
        "期数,应还日期,应还本金,应还利息,实还金额,实还日期\n1,2026-09-15,8600.00,1199.70,9799.70,2026-09-15\n"
        "2,2026-10-15,38700.00,1044.90,39744.90,2026-09-23\n3,2026-11-15,38700.00,837.45,39537.45,2026-09-23\n"
    )
    file = FILE.replace("arrears = {since = 2026-09-15}\n", 'prepayment = {allowed = true, fee = "0%"}\n').replace(
        'penalty = "contract"}', 'penalty = "contract", prepayment = "contract"}'
    )  # fmt: skip
    found = answer(audited(place, rows, "--json", file=file))["differences"]
    assert [(one["kind"], one["ours_fen"], one["difference_fen"], one["cause"]) for one in found] == [
        ("paid", 278_64, 1_603_71, "lender"), ("closing", 77_678_64, 1_603_71, "lender"),
    ]  # fmt: skip


def test_a_fee_for_repaying_early_that_the_contract_does_not_have(place: Path) -> None:
    """3 % of 17,400.00 is 522.00; it is counted once, though July asks 522.00 less interest for it."""
    rows = (
        "日期,类型,金额,本金,违约金\n2026-08-15,放款,86000,,\n2026-09-15,还款,9799.70,,\n"
        "2026-09-25,提前还款,17922,17400,522\n"
    )
    rule = 'prepayment = {allowed = true, fee = "0%"}'
    file = FILE.replace("arrears = {since = 2026-09-15}\n", rule + "\n").replace(
        'penalty = "contract"}', 'penalty = "contract", prepayment = "contract"}'
    )
    text = flat(audited(place, rows, "--lang", "zh", file=file).stdout)
    for word in ("3%", "账单比按合同算的多 ¥522。", "提前还的是第 4 行", "民法典第六百七十七条"):
        assert word in text, text


def test_a_card_s_bills(place: Path) -> None:
    right = audited(place, BILLS, "--lang", "zh", file=CARD, debt="card")
    assert right.exit_code == 0, right.output
    assert "3 张账单" in flat(right.stdout)
    wrong = BILLS.replace("利息,25.50", "利息,30.60").replace("1125.50,112.55", "1130.60,113.06")
    wrong = wrong.replace("1036.08,103.61", "1041.18,104.12")
    result = audited(place, wrong, "--lang", "zh", file=CARD, debt="card")
    assert result.exit_code == 1, result.output
    text = flat(result.stdout)
    for word in ("2026年5月10日到 2026年6月25日：¥600 × 46 天", "¥51,000 欠一天 × 每天 0.05% = ¥25.50"):
        assert word in text, text
    ((line, ours, cause),) = [
        (one["line"], one["ours_fen"], one["cause"])
        for one in answer(audited(place, wrong, "--json", file=CARD, debt="card"))["differences"]
        if one["line"] == 7
    ]
    assert (line, ours, cause) == (7, 25_50, "lender")


def test_damages_of_a_card_are_said_on_what_they_are(place: Path) -> None:
    """5 % of 112.55 is 5.63."""
    rows = BILLS.replace("违约金,5.63", "违约金,20.00").replace("1036.08,103.61", "1050.45,105.05")
    text = flat(audited(place, rows, "--lang", "zh", file=CARD, debt="card").stdout)
    assert "最低还款到 2026年7月25日还差 ¥112.55：违约金 ¥5.63" in text


def test_a_bill_that_does_not_add_up_and_a_card_s_schedule(place: Path) -> None:
    missing = BILLS.replace("2026-06-30,消费,200,\n", "")
    result = audited(place, missing, "--lang", "zh", file=CARD, debt="card")
    assert result.exit_code == 1
    text = flat(result.stdout)
    for word in (
        "2026年7月5日的账单：写的是 ¥1,125.50；上一张账单加上之后入账的各笔，是 ¥925.50",
        "第 6、10 行收的钱没有算",
    ):
        assert word in text, text
    assert "没有还款计划表" in flat(
        audited(place, BILLS, "--plan", "--lang", "zh", file=CARD, debt="card").stderr
    )


def test_one_draw_of_several(place: Path) -> None:
    """The other draw's line would be wrong; this draw's are right: 86,000.00 × 31 × 0.045 % = 1,199.70."""
    head = "应还日期,应还本金,应还利息,借据号\n"
    rows = head + "2026-09-15,8600.00,1199.70,J1\n2026-09-15,1.00,99.00,J2\n"
    named = FILE.replace('name = "网商贷"', 'name = "网商贷 J1"')
    result = audited(place, rows, "--lang", "zh", file=named)
    assert result.exit_code == 0, result.output
    assert "只算了借据号 j1 的行" in flat(result.stdout).lower()
    assert "J1" in audited(place, rows, "--lang", "zh").stderr
    assert audited(place, rows).exit_code == 2


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "zh",
            [
                "9 个数",
                "多 ¥253.99",
                "罚息按合同利率的 2 倍算",
                "¥9,799.70",
                "× 69 天",
                "0.0675%",
                "先不对账",
            ],
        ),
        (
            "en",
            [
                "9 figures",
                "¥253.99 above",
                "2 times the contract's rate",
                "× 69 days",
                "Nothing",
                "nothing is compared",
            ],
        ),
    ],
)
def test_what_is_said(place: Path, language: str, words: list[str]) -> None:
    told = audited(place, DOUBLE, "--lang", language).stdout
    stopped = audited(place, DOUBLE.replace("608.56", "-1"), "--lang", language)
    assert stopped.exit_code == 2
    assert stopped.stdout == ""
    text = (told + stopped.stderr).replace("\n  ", " ").replace("\n", "")
    for word in words[:5] if language == "zh" else words[:4]:
        assert word in text
    assert words[-1] in text


def test_a_bank_is_never_held_against_the_private_ceiling(place: Path) -> None:
    found = answer(audited(place, DOUBLE, "--json"))["yearly"]
    assert "private-lending-cap" not in {fact for one in found["ceilings"] for fact in one["facts"]}


def test_a_private_lender_above_four_times_the_prime_rate_is_told_how_much(place: Path) -> None:
    """The prime rate of August 2025 is 3 %: 12 % a year on 10,000.00 for 31 days are 101.92; 300.00 are 198.08 more."""
    file = """
format = "ashore/1"
[household]
as_of = 2025-12-31
cash = 0
[[debt]]
id = "li"
name = "老李"
creditor = "老李"
lender_kind = "private"
balance = 10000.00
original = 10000.00
start = 2025-08-15
rate = "3%/month"
method = "interest-only"
periods_left = 8
due_day = 15
"""
    stated = "due date,principal,interest\n2025-09-15,0,300.00\n"
    found = answer(audited(place, stated, "--json", file=file, debt="li"))
    assert found["differences"] == []
    caps = {one["facts"][0]: one["above_fen"] for one in found["yearly"]["ceilings"]}
    assert caps["private-lending-cap"] == 198_08
    lead = audited(place, stated, "--lang", "en", file=file, debt="li").stdout.split("\n\n")[0]
    assert "¥198.08 of what was charged lies above a yearly ceiling" in " ".join(lead.split())


def test_another_tools_schedule(place: Path) -> None:
    """86,000 in ten parts: 8,600.00 each; the second instalment's interest runs on 77,400.00 for 30 days: 1,044.90."""
    rows = "2026-09-15,8600.00,1199.70,77400.00\n2026-10-15,8600.00,1161.00,68800.00\n"
    plan = "due date,principal,interest,balance\n" + rows
    found = answer(audited(place, plan, "--plan", "--json"))
    ((line, stated, ours),) = [
        (one["line"], one["stated_fen"], one["ours_fen"]) for one in found["differences"]
    ]
    assert (line, stated, ours) == (3, 1_161_00, 1_044_90)
    assert found["yearly"] is None


def test_the_page_to_attach_says_the_same(place: Path) -> None:
    page = place / "audit.html"
    result = audited(place, DOUBLE, "--lang", "zh", "--report", str(page))
    assert result.exit_code == 1
    html = page.read_text("utf-8")
    assert "罚息按合同利率的 2 倍算" in html
    assert "608.56" in html
    assert "http" not in html.split("</style>")[1]


@pytest.mark.parametrize(
    ("arguments", "word"),
    [(["nothing.toml", "wsd", "s.csv"], "nothing.toml"), (["household.toml", "abc", "s.csv"], "abc")],
)
def test_what_is_not_there_is_said(place: Path, arguments: list[str], word: str, monkeypatch) -> None:
    monkeypatch.chdir(place)
    result = CliRunner().invoke(main, ["audit", *arguments, "--lang", "en"])
    assert result.exit_code == 2
    assert word in result.stderr


def test_a_card_and_a_loan_without_beginning_are_refused_by_name(place: Path) -> None:
    card = FILE.replace(
        'method = "equal-principal"', 'method = "revolving"\nminimum = {percent = "10%"}'
    ).replace('product = "cn/mybank-wangshangdai"\n', "")
    assert "card" in audited(place, RIGHT, "--lang", "en", file=card).stderr
    bare = FILE.replace("original = 86000.00\nstart = 2026-08-15\n", "")
    nothing = "日期,类型,金额\n2026-09-20,罚息,5.00\n"
    assert "original" in audited(place, nothing, "--lang", "en", file=bare).stderr


def test_a_sum_lent_that_is_not_the_file_s_is_a_difference(place: Path) -> None:
    lent = "日期,类型,金额\n2026-08-15,放款,90000\n2026-08-31,利息,648.00\n"
    result = audited(place, lent, "--lang", "en")
    assert result.exit_code == 1
    assert "¥90,000" in result.stdout


def test_what_the_person_has_to_look_at_stands_on_the_page(place: Path) -> None:
    page = place / "audit.html"
    result = audited(place, RIGHT + ",,,,,77\n", "--lang", "en", "--report", str(page))
    assert result.exit_code == 0
    assert "lines 5" in page.read_text("utf-8")
