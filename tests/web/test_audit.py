"""A lender's statement on a debt's page: what differs and whose it is, the paper to attach, and nothing kept."""

import re
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ashore.store import book
from ashore.web import guard
from ashore.web.views import audit
from documents.audits import FILE, STATEMENT
from documents.cards import BILLS, CARD
from documents.papers import pdf_text
from web.asking import ORIGIN

NOBODY = "00000000-0000-4000-8000-000000000000"
CONTRACT = 'source = {rate = "contract", method = "contract", penalty = "contract"}'
OVERDUE = (
    FILE.replace("60200.00", "86000.00")
    .replace("2026-05-15", "2026-08-15")
    .replace("periods_left = 4", "periods_left = 7")
    .replace(CONTRACT, "arrears = {since = 2026-09-15}")
)
"""The worked arrears of the specification, as a contract that nobody named a source for."""
DOUBLED = """\
期数,应还日期,应还本金,应还利息,罚息,应还总额
1,2026-09-15,8600.00,1199.70,608.56,10408.26
2,2026-10-15,8600.00,1044.90,338.54,9983.44
3,2026-11-15,8600.00,959.76,68.83,9628.59
"""
"""Penalty interest at twice the rate: 152.14 + 84.64 + 17.21 = 253.99 more than at one and a half times."""


@pytest.fixture
def mine(owner):
    """Return a browser before a book with one debt whose contract has its sources."""
    book.replace_all(uuid.uuid4(), FILE)
    return owner


def entry():
    """Return the row of that debt."""
    return book.load().of("debt")[0]


def path():
    """Return the page on which its statement is checked."""
    return f"/debt/{entry().pk}/audit"


def given(text: str | bytes = STATEMENT, name="a.csv"):
    """Return a statement as a browser sends a file."""
    return SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())


def check(visitor, text: str | bytes = STATEMENT, **more):
    """Send a statement from the page's own form."""
    return visitor.send(path(), {"statement": given(text), **more})


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        (
            "zh",
            [
                "结果",
                "和你写的合同不一致：请对方说明",
                "要看合同才知道",
                "上面那一行带下来的",
                "合一年收了多少",
                "按这些条款算",
                "附在投诉后面的明细",
                "关于这次对账",
            ],
        ),
        (
            "en",
            [
                "The result",
                "for the lender to explain",
                "Only the contract can tell",
                "Carried on from a line above",
                "What was charged in a year",
                "By which terms it was counted",
                "The paper to attach",
                "About this audit",
            ],
        ),
    ],
)
def test_the_three_kinds_of_difference_stand_apart_and_in_order(mine, language, heads):
    """69 days at 1.5 × 0.045 % on 8,600.00 and 839.79 are 439.66; the statement says 586.21: 146.55 more."""
    mine.speaks(language)
    page = check(mine)
    assert page.status == 200
    places = [page.words.index(head) for head in heads]
    assert places == sorted(places)
    assert re.search(r"586\.21 +439\.66 +146\.55", page.words)
    assert "24%" in page.words
    for ours in ("your file", "文件里", "audit-", "annex-"):
        assert ours not in page.words.partition(heads[0])[2].partition(heads[-1])[0]


def test_what_may_be_ours_stands_apart_where_no_source_was_named(mine):
    book.replace_all(uuid.uuid4(), OVERDUE)
    page = check(mine, DOUBLED)
    assert "说不准：用了没有出处的数" in page.words
    assert "请对方说明 这些条款" not in page.words


def test_checking_changes_nothing_and_keeps_nothing(mine):
    before = book.load()
    check(mine)
    assert (book.load().text, book.load().version) == (before.text, before.version)
    assert "用的是刚才那份账单" not in mine.get(path()).words


def test_rows_that_are_pasted_do_as_well_and_a_card_has_its_bills(mine):
    assert "586.21" in mine.send(path(), {"pasted": STATEMENT}).words
    book.replace_all(uuid.uuid4(), CARD)
    page = check(mine, BILLS)
    assert page.status == 200
    assert "3 张账单" in page.words


@pytest.mark.parametrize(
    ("language", "lines", "lead"),
    [("zh", ("第 3 行", "第 4 行"), "先不对账"), ("en", ("Line 3", "Line 4"), "nothing is compared")],
)
def test_everything_that_was_not_understood_is_said_at_once_with_its_line(mine, language, lines, lead):
    mine.speaks(language)
    bad = STATEMENT.replace("2026-07-15,8600.00", "soon,8600.00").replace("40.00", "-40.00")
    page = check(mine, bad)
    assert page.status == 400
    alert = page.text.partition('role="alert"')[2].partition("</div>")[0]
    assert [one for one in lines if one not in alert] == []
    assert lead in alert
    assert "146.55" not in page.words


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({}, "还没有给账单"),
        ({"pasted": " \n "}, "还没有给账单"),
        ({"held": "!!"}, "还没有给账单"),
        ({"pasted": "nothing that is a table"}, "表头"),
        ({"pasted": "日期,类型,金额\n2026-09-15,罚息,3\n"}, "最初的金额"),
    ],
)
def test_what_cannot_be_checked_says_why(mine, sent, says):
    if "最初的金额" in says:
        book.replace_all(uuid.uuid4(), FILE.replace("original = 86000.00\nstart = 2026-05-15\n", ""))
    page = mine.send(path(), sent)
    assert page.status == 400
    assert says in page.words
    assert "original" not in page.words


def test_a_file_that_is_too_large_is_refused(mine, monkeypatch):
    monkeypatch.setattr(audit, "STATEMENT_MAX", 100)
    page = check(mine)
    assert page.status == 400
    assert "太大" in page.words


def test_a_workbook_and_bytes_of_anything_are_read_or_refused(mine):
    for data in (b"PK\x03\x04" + b"\0" * 40, b"%PDF-1.7", bytes(range(256)), b"\xff\xfe\x00"):
        page = check(mine, data)
        assert page.status == 400
        assert 'role="alert"' in page.text


def tick(visitor, page, *terms, version=None):
    """Say that terms stand in the contract, as the page's second form does."""
    held = dict(re.findall(r'name="(key|version)" value="([^"]+)"', page.text))
    sent = {
        **page.form(path()),
        "key": held["key"],
        "version": version or held["version"],
        "keep": "1",
        "seen": list(terms),
    }
    return visitor.post(path(), sent)


def test_a_term_said_to_stand_in_the_contract_makes_the_difference_the_lenders(mine):
    """What is ticked is noted once, counted at once, and undone as any change; nothing else is noted."""
    book.replace_all(uuid.uuid4(), OVERDUE)
    page = check(mine, DOUBLED)
    assert 'name="seen" value="penalty">罚息是合同利率的 1.5 倍<' in page.text
    assert "和你写的合同不一致：请对方说明" not in page.words
    after = tick(mine, page, "penalty", "nonsense", "payment")
    assert after.status == 200
    assert book.entry_values(entry())["source"] == {"penalty": "合同"}
    assert "和你写的合同不一致：请对方说明" in after.words
    assert "（出处：合同）" in after.words
    assert "253.99" in after.words
    change = book.last_change()
    assert change is not None
    book.undo(uuid.uuid4(), change.pk)
    assert "source" not in book.entry_values(entry())


def test_a_tick_from_an_older_page_is_refused(mine):
    book.replace_all(uuid.uuid4(), OVERDUE)
    after = tick(mine, check(mine, DOUBLED), "penalty", version="7")
    assert after.status == 409
    assert 'role="alert"' in after.text
    assert "source" not in book.entry_values(entry())


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("zh", "账单核对明细"),
        pytest.param("en", "The statement, computed again", marks=pytest.mark.long),
    ],
)
def test_the_paper_is_handed_out_in_every_form(mine, language, title):
    mine.speaks(language)
    page = check(mine)
    made = {
        one: mine.post(path(), {**page.form(path()), "as": one}) for one in ("pdf", "docx", "txt", "html")
    }
    assert [one.status for one in made.values()] == [200] * 4
    assert made["docx"].data.startswith(b"PK")
    for text in (pdf_text(made["pdf"].data), made["txt"].text, made["html"].words):
        flat = "".join(text.split())
        assert title.replace(" ", "") in flat
        assert "146.55" in flat
        assert "网商贷" not in flat  # what the person calls it; the lender's own name may stand


def test_there_is_no_paper_where_nothing_is_the_lenders(mine):
    book.replace_all(uuid.uuid4(), OVERDUE)
    page = check(mine, DOUBLED)
    assert 'value="pdf"' not in page.text
    assert "现在没有可以写进明细的" in page.words
    answer = mine.post(path(), {**page.form(path()), "as": "pdf"})
    assert answer.status == 400
    assert "现在没有可以写进明细的" in answer.words


def test_the_complaint_is_one_tap_away_with_the_statement_and_its_paper(mine):
    page = check(mine)
    letter = f"/letters/complaint/{entry().pk}"
    asked = mine.post(letter, page.form(letter))
    assert "自己的话" in asked.words
    made = mine.post(letter, {**asked.form(letter), "own": "第 4 期的罚息我算不出来。"})
    assert "账单核对明细" in made.text.partition("readonly>")[2].partition("</textarea>")[0]
    assert mine.post(path(), {**made.form(path()), "as": "pdf"}).data.startswith(b"%PDF")


def test_the_debts_page_leads_there(mine):
    assert f'href="{path()}"' in mine.get(f"/debt/{entry().pk}").text


def test_while_amounts_are_covered_nothing_is_checked_or_handed_out(mine):
    page = check(mine)
    mine.client.cookies["cover"] = "1"
    assert mine.get(path()).status == 200
    answer = mine.post(path(), {**page.form(path()), "as": "pdf"})
    assert (answer.status, answer.where) == (302, "/")


def test_a_phone_may_check_a_statement():
    assert "audit" in guard.FOR_THE_PHONE


def test_what_cannot_be_read_leads_to_its_form(mine):
    book.replace_all(uuid.uuid4(), FILE.replace("balance = 60200.00", 'balance = "unclear"'))
    assert mine.get(path()).where == f"/entry/{entry().pk}"


def test_a_debt_that_there_is_not_is_not_found(mine):
    assert mine.get(f"/debt/{NOBODY}/audit").status == 404


def test_no_write_without_the_forms_own_mark(mine):
    before = book.load().text
    fields = {"pasted": STATEMENT, "keep": "1", "seen": "penalty"}
    assert mine.client.post(path(), fields, headers={"Origin": ORIGIN}).status_code == 403
    assert book.load().text == before


def test_a_stranger_finds_nothing(mine, stranger):
    assert stranger.get(path()).status_code == 404
