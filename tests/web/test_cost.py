"""What a loan truly costs, on a page of its own, and the lender's table: typed in, checked, kept when that is asked."""

import re
import uuid
from fractions import Fraction
from typing import Any

import pytest

from ashore.store import book
from ashore.web import guard
from one_loan import LOAN
from web.asking import ORIGIN

NOBODY = "00000000-0000-4000-8000-000000000000"
FILE = LOAN + 'rate = "12%/year"\nmethod = "level-payment"\n'
TYPED = {
    "principal": "12,000",
    "received": "11400",
    "on": "2026-11-20",
    "periods": "12",
    "first_due": "2026-12-20",
    "payment": "1126.19",
    "yearly": "30",
    "rate": "12",
    "rate_per": "year",
    "method": "level-payment",
    "items-0-name": "担保费",
    "items-0-amount": "60",
    "items-0-when": "each",
    "items-0-payee": "某担保公司",
    "items-2-name": "服务费",
    "items-2-amount": "600",
    "items-2-when": "withheld",
    "contingent-0-name": "罚息",
    "contingent-0-standard": "合同利率的 1.5 倍",
}
WRITTEN = ("cost-", "table-", "original", "start =")
"""Words of the file and codes, which no page says."""


@pytest.fixture
def mine(owner):
    """Return a browser before a book with one loan that has no table yet."""
    book.replace_all(uuid.uuid4(), FILE)
    return owner


def entry():
    """Return the row of that loan."""
    return book.load().of("debt")[0]


def table() -> Any:
    """Return the table that is in the book."""
    return book.entry_values(entry()).get("disclosure")


def path():
    """Return the page of what it costs."""
    return f"/debt/{entry().pk}/cost"


def level(principal, monthly, months):
    """Return a level instalment in yuan to the fen, by its formula."""
    growth = (1 + monthly) ** months
    return round(float(principal * monthly * growth / (growth - 1)), 2)


def monthly_irr(arrives, payment, months):
    """Return the monthly rate at which equal payments are worth what arrived, by halving."""
    low, high = 0.0, 1.0
    for _ in range(200):
        rate = (low + high) / 2
        worth = sum(payment / (1 + rate) ** month for month in range(1, months + 1))
        low, high = (rate, high) if worth > arrives else (low, rate)
    return low


@pytest.mark.parametrize(
    ("language", "says"),
    [
        (
            "zh",
            [
                "一共多少钱",
                "合一年多少",
                "单利，IRR×12",
                "复利",
                "XIRR",
                "广告常用的算法",
                "核对明示表",
                "关于这些数",
            ],
        ),
        ("en", ["In yuan", "A year, by convention", "IRR × 12", "effective", "XIRR", "About this figure"]),
    ],
)
def test_each_rate_stands_under_the_name_of_its_convention(mine, language, says):
    mine.speaks(language)
    page = mine.get(path())
    assert page.status == 200
    assert [one for one in says if one not in page.words] == []
    assert "12%" in page.words
    main = page.words.partition(says[0])[2]
    assert [one for one in WRITTEN if one in main] == []


def test_what_was_advertised_stands_beside_it(mine):
    """0.5 % a month is 6 % a year, simple; the loan is 12 %: twice that."""
    page = mine.get(f"{path()}?rate=0.5&per=month")
    assert "宣传的是每月 0.5%，按单利合一年 6%" in page.words
    assert "2.0 倍" in page.words or "2 倍" in page.words
    assert 'value="0.5"' in page.text


@pytest.mark.parametrize("typed", ["x", "1e9"])
def test_a_rate_that_is_none_is_said(mine, typed):
    page = mine.get(f"{path()}?rate={typed}&per=year")
    assert page.status == 200
    assert 'role="alert"' in page.text


def test_a_table_is_checked_and_nothing_is_written(mine):
    """12,000.00 at 1 % a month in 12: 1,066.19, with 60.00 of costs 1,126.19; 11,400.00 arrives."""
    before = book.load()
    assert level(12_000, Fraction(1, 100), 12) + 60 == pytest.approx(float(TYPED["payment"]))
    page = mine.send(path(), {**TYPED, "do": "check"})
    assert page.status == 200
    nominal = monthly_irr(11_400, 1126.19, 12) * 12 * 100
    effective = ((1 + nominal / 1200) ** 12 - 1) * 100
    for rate in (nominal, effective):
        assert f"{rate:.3f}".rstrip("0") in page.words
    assert "年化 30%；这里算" in page.words
    assert "表上能互相核对的数，都对得上" in page.words
    assert "还没有记进账本" in page.words
    assert (book.load().text, book.load().version) == (before.text, before.version)
    assert 'value="某担保公司"' in page.text


@pytest.mark.parametrize(
    ("language", "change", "says"),
    [
        ("zh", {"items-2-amount": "500"}, "有 ¥100 没有到账"),
        ("zh", {"items-2-amount": "700"}, "比没有到账的多 ¥100"),
        ("zh", {"payment": "1066.19"}, "一期是 ¥1,126.19；表上写的是 ¥1,066.19"),
        pytest.param(
            "en", {"items-2-amount": "500"}, "¥100 of the sum did not arrive", marks=pytest.mark.long
        ),
        pytest.param(
            "en",
            {"payment": "1066.19"},
            "comes to ¥1,126.19; the table says ¥1,066.19",
            marks=pytest.mark.long,
        ),
    ],
)
def test_figures_that_do_not_agree_within_the_table_are_said(mine, language, change, says):
    mine.speaks(language)
    page = mine.send(path(), {**TYPED, **change, "do": "check"})
    assert page.status == 200
    assert says in page.words
    assert "都对得上" not in page.words


def test_a_table_is_kept_when_that_is_asked_and_comes_back_into_the_form(mine):
    answer = mine.send(path(), {**TYPED, "do": "keep"})
    assert (answer.status, answer.where) == (302, path())
    kept = table()
    assert (str(kept["principal"]), kept["yearly"], kept["rate"]) == ("12000.00", "30%/year", "12%/year")
    assert [one["name"] for one in kept["items"]] == ["担保费", "服务费"]
    page = mine.get(path())
    assert "已经记在账本里" in page.words
    again = page.form(path())
    assert (again["principal"], again["yearly"], again["items-1-name"]) == ("12000.00", "30", "服务费")
    mine.post(path(), {**again, "do": "keep"})
    assert table() == kept
    change = book.last_change()
    assert change is not None
    book.undo(uuid.uuid4(), change.pk)
    assert table() is None


def test_what_the_form_does_not_ask_stays(mine):
    held = (
        'disclosure = {principal = 12000.00, periods = 12, payment = 1100.00, penalty = "x1.5", '
        'items = [{name = "担保费", amount = 60.00, when = "each", payer = "借款人", standard = "每期"}]}\n'
    )
    book.replace_all(uuid.uuid4(), FILE + held)
    page = mine.get(path())
    mine.post(path(), {**page.form(path()), "items-0-amount": "61", "do": "keep"})
    assert table()["penalty"] == "x1.5"
    assert table()["items"][0] == {
        "name": "担保费", "amount": table()["items"][0]["amount"], "when": "each", "payer": "借款人",
        "standard": "每期",
    }  # fmt: skip
    assert str(table()["items"][0]["amount"]) == "61.00"


def test_a_table_emptied_is_taken_out(mine):
    mine.send(path(), {**TYPED, "do": "keep"})
    page = mine.get(path())
    empty = {name: "" for name in page.form(path()) if name not in ("key", "version", "csrfmiddlewaretoken")}
    assert mine.post(path(), {**page.form(path()), **empty, "do": "keep"}).status == 302
    assert table() is None


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("zh", ("贷款本金：", "abc", "费用 1：", "“金额”", "放款日：")),
        ("en", ("Sum of the loan:", "abc", "Cost 1:", "amount", "Day on which it was paid out:")),
    ],
)
def test_everything_that_cannot_be_read_is_said_at_once_and_nothing_is_written(mine, language, says):
    mine.speaks(language)
    before = book.load().text
    wrong = {"principal": "abc", "on": "soon", "items-0-amount": "", "do": "keep"}
    page = mine.send(path(), {**TYPED, **wrong})
    assert page.status == 400
    alert = page.text.partition('role="alert"')[2].partition("</div>")[0]
    assert [one for one in says if one not in alert] == []
    assert page.text.count('aria-invalid="true"') >= 2
    assert 'value="abc"' in page.text
    assert book.load().text == before


def test_a_row_more_comes_when_all_are_full(mine):
    rows = {f"items-{place}-{key}": value for place in range(4) for key, value in
            (("name", f"费用{place}"), ("amount", "1"), ("when", "start"))}  # fmt: skip
    page = mine.send(path(), {**TYPED, **rows, "do": "check"})
    assert 'name="items-4-name"' in page.text
    assert 'name="items-4-name"' not in mine.get(path()).text


def test_a_table_from_an_older_page_is_refused(mine):
    page = mine.get(path())
    answer = mine.post(path(), {**page.form(path()), **TYPED, "version": "9", "do": "keep"})
    assert answer.status == 409
    assert table() is None
    assert 'value="某担保公司"' in answer.text


def test_a_card_and_a_table_without_a_way_of_repaying_say_why(mine):
    card = FILE.replace(
        'method = "level-payment"', 'method = "revolving"\nminimum = {percent = "10%", of = "statement"}'
    )
    book.replace_all(uuid.uuid4(), card.replace("periods_left = 12\n", ""))
    assert "要看每一笔消费和还款" in mine.get(path()).words
    book.replace_all(uuid.uuid4(), FILE.replace("12%/year", "0%/year"))
    page = mine.send(path(), {"principal": "12000", "periods": "12", "do": "check"})
    assert "没有写怎么还" in page.words


def test_the_debts_page_leads_there(mine):
    assert f'href="{path()}"' in mine.get(f"/debt/{entry().pk}").text


def test_while_amounts_are_covered_none_is_shown(mine):
    mine.send(path(), {**TYPED, "do": "keep"})
    mine.client.cookies["cover"] = "1"
    page = mine.get(path())
    assert "••••" in page.words
    assert not re.search(r"\d,\d\d\d\.\d\d|12000|11400|1126", page.text)
    assert mine.post(path(), {**page.form(path()), "do": "keep"}).where == "/"
    assert table() is not None


def test_a_phone_may_look_and_type():
    assert "cost" in guard.FOR_THE_PHONE


def test_a_debt_that_there_is_not_is_not_found(mine):
    assert mine.get(f"/debt/{NOBODY}/cost").status == 404


def test_no_write_without_the_forms_own_mark(mine):
    fields = {**TYPED, "do": "keep"}
    assert mine.client.post(path(), fields, headers={"Origin": ORIGIN}).status_code == 403
    assert table() is None


def test_a_stranger_finds_nothing(mine, stranger):
    assert stranger.get(path()).status_code == 404
