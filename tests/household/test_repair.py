"""Chinese keyboards, spreadsheets and tired hands: what is read, line by line, and what is said about it."""

from datetime import date
from decimal import Decimal

import pytest

from ashore.household import read_household
from ashore.household.file.source import read_source
from household.files import CLEAN, DEBT, HEAD, codes, read


def tree(line: str) -> tuple[object, list[str]]:
    """Return what one line under [household] is read as (None if it is not), and the codes said."""
    source = read_source(f"[household]\n{line}\n".encode())
    assert source.tree is not None
    person = source.tree["household"]
    assert isinstance(person, dict)
    assert all(remark.line == 2 for remark in source.remarks)
    return next(iter(person.values()), None), [remark.code for remark in source.remarks]


@pytest.mark.parametrize(
    ("line", "value", "said"),
    [
        ("name = “示例”", "示例", ["quotes-curly"]),
        ("name = ”示例“", "示例", ["quotes-curly"]),
        ('name = "示例”', "示例", ["quotes-curly"]),
        ("name = 「示例」", "示例", ["quotes-curly"]),
        ("name = ‘示例’", "示例", ["quotes-curly"]),
        ("name = ＂示例＂", "示例", ["quotes-curly"]),
        ("name = “他说”好“的店”", "他说”好“的店", ["quotes-unclear"]),
        ('name = “a\\b"', "a\\b", ["quotes-curly"]),
        ('name = "所谓“朋友”"', "所谓“朋友”", []),
        ("name = 'C:\\old'", "C:\\old", []),
        ("name = “示例” ＃ 备注：不读", "示例", ["quotes-curly", "signs-full-width"]),
        ("cash ＝ 3200.00", Decimal("3200.00"), ["signs-full-width"]),
        ("cash = ３２００．００", Decimal("3200.00"), ["signs-full-width"]),
        ("cash = 3200。00", Decimal("3200.00"), ["signs-full-width"]),
        ("\u3000cash\u3000=\u30003200.00", Decimal("3200.00"), ["signs-full-width"]),
        ("cash\u00a0= 3200.00", Decimal("3200.00"), ["signs-full-width"]),
        ("cash = 3200.00\u200b", Decimal("3200.00"), ["signs-full-width"]),
        ("cash = −3200.00", Decimal("-3200.00"), ["signs-full-width"]),
        ("as_of = 2026–11–23", date(2026, 11, 23), ["signs-full-width"]),
        ("cash = 3,200.00", Decimal("3200.00"), ["value-respelled"]),
        ("cash = 3，200.00", Decimal("3200.00"), ["signs-full-width", "value-respelled"]),
        ("cash = 1,234,567", 1234567, ["value-respelled"]),
        ("cash = ¥3200", 3200, ["value-respelled"]),
        ("cash = ￥3,200.50", Decimal("3200.50"), ["value-respelled"]),
        ("cash = 3200元", 3200, ["value-respelled"]),
        ("cash = 0.32万", Decimal(3200), ["value-respelled"]),
        ("cash = 03200", 3200, ["value-respelled"]),
        ("as_of = 2026/11/23", date(2026, 11, 23), ["value-respelled"]),
        ("as_of = 2026-1-5", date(2026, 1, 5), ["value-respelled"]),
        ("as_of = 2026年11月23日", date(2026, 11, 23), ["value-respelled"]),
        ("sell = True", True, ["value-respelled"]),
        ("sell = FALSE", False, ["value-respelled"]),
        ("name = 示例", "示例", ["quotes-missing"]),
        ("rate = 16.2%/year", "16.2%/year", ["quotes-missing"]),
        ("method = level-payment", "level-payment", ["quotes-missing"]),
        ("liable = [self, spouse]", ["self", "spouse"], ["quotes-missing", "quotes-missing"]),
        ("season = [1, 0.6, 1]", [1, Decimal("0.6"), 1], []),
        ("cash: 3200.00", Decimal("3200.00"), ["colon-for-equals"]),
        ("cash：3200.00", Decimal("3200.00"), ["signs-full-width", "colon-for-equals"]),
        ("cash = 3200.00,", Decimal("3200.00"), ["mark-at-end"]),
        ("cash = 3200.00；", Decimal("3200.00"), ["signs-full-width", "mark-at-end"]),
        ("cash = 3200.00。", Decimal("3200.00"), ["signs-full-width", "mark-at-end"]),
        ("t = {a = 1, b = 2,}", {"a": 1, "b": 2}, ["comma-extra"]),
        (
            "t = {a = 25,800.00, b = 3,204.36}",
            {"a": Decimal("25800.00"), "b": Decimal("3204.36")},
            ["value-respelled"] * 2,
        ),
        ("t = ｛a = 1，b = “x”｝", {"a": 1, "b": "x"}, ["quotes-curly", "signs-full-width"]),
        ("现金 = 3200.00", Decimal("3200.00"), []),
        ("cash = 3200.00 元 # 手头", 3200, ["value-respelled"]),
        ("cash =", None, ["value-missing"]),
        ("cash 3200.00", None, ["equals-missing"]),
        ('name = "a" "b"', None, ["line-unreadable"]),
        ('name = "a\\d"', None, ["backslash"]),
        ("season = [1,000, 2]", None, ["line-unreadable"]),
    ],
)
def test_one_line(line, value, said):
    assert tree(line) == (value, said)


def test_repaired_signs_stay_within_the_code():
    text = CLEAN.replace('"Card loan"', '"信用卡，第二张：“白金”（旧）" # 备注，全角：没关系')
    assert codes(text) == []
    assert read(text).debts[0].name == "信用卡，第二张：“白金”（旧）"


def test_everything_is_found_at_once_each_on_its_line():
    text = """format = “ashore/1”
[household]
as_of = 2026-11-31
cash = 3,200.00

[income]
name = 工资
amount = 9800元
day = 32

[[debt]]
id = "a"
balance = 12000.005
rate = 0.162
method = "level-paymnet"
penalti = "x1.5"
due_day ＝ 15
periods_left = 12 12
"""
    assert codes(text) == [
        ("no-essential-spending", None),
        ("quotes-curly", 1),
        ("date-impossible", 3),
        ("value-respelled", 4),
        ("section-respelled", 6),
        ("quotes-missing", 7),
        ("value-respelled", 8),
        ("number-out-of-range", 9),
        ("amount-finer-than-fen", 13),
        ("rate-bare", 14),
        ("word-unknown-near", 15),
        ("key-unknown-near", 16),
        ("signs-full-width", 17),
        ("number-wrong", 18),
    ]


def test_lines_keep_their_numbers_when_braces_cover_several():
    text = CLEAN + "arrears = {\n  since = 2026-11-15, # 逾期\n  principal = 900.00\n}\nstage = 7\n"
    line = len(text.splitlines())
    assert codes(text) == [("table-over-lines", line - 4), ("word-wrong", line)]
    assert read(text.replace("stage = 7\n", "")).debts[0].arrears


@pytest.mark.parametrize(
    ("lines", "opened"),
    [
        ('liable = ["self"\nstage = "sued"\n', 0),
        ('arrears = {since = 2026-11-15, principal = 900.00\nstage = "sued"\n', 0),
        ('schedule = [\n  {due = 2026-12-15, principal = 1.00, interest = 0.00},\nstage = "sued"\n', 0),
    ],
)
def test_an_open_bracket_is_said_where_it_opens_and_the_rest_is_read(lines, opened):
    text = CLEAN + lines + "due = 9\n"
    start = len(CLEAN.splitlines()) + 1
    said = codes(text)
    assert ("bracket-open", start + opened) in said
    assert ("key-unknown-near", len(text.splitlines())) in said or (
        "key-unknown",
        len(text.splitlines()),
    ) in said


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("[debt]", ["section-respelled"]),
        ("[Debt]", ["section-respelled"]),
        ("[[Debt]]  # 第一笔", ["section-respelled"]),
        ("[[ debt ]]", []),
        ("【【debt】】", ["signs-full-width"]),
    ],
)
def test_section_headers(header, said):
    text = HEAD + DEBT.replace("[[debt]]", header)
    assert read(text).debts[0].id == "card"
    assert [code for code, _ in codes(text)] == said


def test_a_concession_without_its_debt_in_the_header_belongs_to_the_debt_above():
    text = CLEAN + '\n[[concession]]\nkind = "defer"\nmonths = 2\nstatus = "to-ask"\n'
    assert read(text).debts[0].concessions[0].months == 2


@pytest.mark.parametrize(
    ("header", "wrong", "said"),
    [
        ("[[debt]]", "[[debts]]", "key-unknown-near"),
        ("[[income]]", "[[incomes]]", "key-unknown-near"),
        ("[[spending]]", "[[expenses]]", "section-unknown"),
        ("[[debt]]", "[[贷款]]", "section-unknown"),
        ("[household]", "[home]", "section-unknown"),
    ],
)
def test_a_misspelt_section_is_never_left_out_silently(header, wrong, said):
    text = CLEAN.replace(header, wrong)
    assert (said, text.splitlines().index(wrong) + 1) in codes(text)
    assert read_household(text.encode(), {}).household is None


def test_a_key_above_its_section_is_told_where_it_belongs():
    text = CLEAN.replace("[household]\n", "cash = 2600.00\nregion = 7\n[household]\n", 1)
    found = {code for code, _ in codes(text)}
    assert "key-outside" in found
    assert read_household(text.encode(), {}).household is None


def test_many_broken_lines_end():
    text = CLEAN + "".join(f"line {number} is broken\n" for number in range(100))
    said = [code for code, _ in codes(text)]
    assert said.count("equals-missing") >= 30


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems(end):
    assert read(CLEAN.replace("\n", end)) == read(CLEAN)
