"""A lender's statement on the page why: shown before anything is kept, and then only days and sums, for the owner."""

import re
import uuid
from dataclasses import replace
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ashore.diagnosis.asked import CashOn, OwedOn
from ashore.store import book, keyring
from ashore.store.faults import Damaged
from ashore.store.private.bills import imports, owed, taught
from ashore.web import guard, plans, session
from ashore.web.statements import STATEMENT_MAX
from ashore.web.views.why import why_found
from web.asking import ORIGIN
from web.made_bills import HOUSEHOLD, alipay, year_of_life
from web.test_bills import keep, look_at

PAGE = "/why/statement"
CANARY = "合同编号卡纳瑞七一九四"
HEAD = "期数,应还日期,应还本金,应还利息,罚息,实还金额,实还日期,剩余本金\n"
ROWS = (
    "1,2025-10-15,700.00,200.00,0.00,900.00,2025-10-15,16200.00\n"
    "2,2025-11-15,710.00,190.00,0.00,900.00,2025-11-15,15490.00\n"
)
LATE = "3,2025-12-15,720.00,180.00,6.00,906.00,2025-12-27,14770.00\n"
CHANGED = (
    "2,2025-11-15,710.00,190.00,0.00,900.00,2025-11-15,15480.00\n"
    "3,2025-12-15,720.00,180.00,0.00,900.00,2025-12-15,14760.00\n"
)
KNOWN = (OwedOn("wsd", date(2025, 10, 15), 16_200_00), OwedOn("wsd", date(2025, 11, 15), 15_490_00))


@pytest.fixture
def kept(owner):
    """Return an owner who has taken in a year of bills."""
    book.replace_all(uuid.uuid4(), HOUSEHOLD)
    look_at(owner, ("一年.csv", alipay(year_of_life())))
    keep(owner)
    return owner


def give(owner, text, debt="wsd", **typed):
    """Give a statement of a debt to the page, as a file."""
    fields = {**owner.get(PAGE).form(PAGE), "debt": debt}
    if text:
        fields["statement"] = SimpleUploadedFile("对账单.csv", text.encode())
    return owner.post(PAGE, {**fields, **typed})


def count_with(owner, page):
    """Say that what is shown is to be counted with."""
    fields = re.findall(
        r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.text.split('id="found"')[1]
    )
    mark = page.form(PAGE)["csrfmiddlewaretoken"]
    return owner.post(PAGE, {**dict(fields), "csrfmiddlewaretoken": mark, "keep": "1"})


def lacking(owner):
    """Return for which debts the answer says that it would be surer with an earlier balance."""
    household = plans.reading_of(book.load()).household
    assert household is not None
    named = [one.facts["debts"] for one in why_found(household).lacks if one.code == "why-owed-unknown"]
    return [debt for debts in named if isinstance(debts, tuple) for debt in debts]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_is_shown_in_either_language_and_nothing_is_kept_by_that(kept, language):
    kept.speaks(language)
    before, state = book.load().text, imports.state_of()
    page = give(kept, CANARY + "\n" + HEAD + ROWS)
    assert page.status == 200
    assert not re.search(r"\b(stated|why|audit|bills|statement)-[a-z]", page.words)
    assert "16,200.00" in page.words
    assert "15,490.00" in page.words
    assert (book.load().text, imports.state_of()) == (before, state)
    assert not owed.stated()
    assert lacking(kept) == ["网商贷"]


def test_what_is_counted_with_makes_the_answer_surer_and_is_days_and_sums_alone(kept):
    before = book.load().text
    page = give(kept, CANARY + "\n" + HEAD + ROWS)
    assert CANARY not in page.words
    assert count_with(kept, page).where == "/why"
    assert owed.owed_on() == KNOWN
    assert lacking(kept) == []
    assert book.load().text == before
    assert taught.texts_of("stated") == {"wsd": "2025-10-15 1620000\n2025-11-15 1549000"}


def test_a_day_on_which_something_was_late_is_left_out_and_said(kept):
    kept.speaks("en")
    page = give(kept, HEAD + ROWS + LATE)
    assert "Days left out: 1." in page.words
    assert "14,770.00" not in page.words
    count_with(kept, page)
    assert owed.owed_on() == KNOWN


def test_a_statement_without_a_certain_day_offers_nothing_to_keep(kept):
    page = give(kept, "日期,类型,金额,剩余本金\n2026-01-10,还款,1000.00,9000.00\n")
    assert page.status == 200
    assert 'name="keep"' not in page.text
    assert "没有哪一天能确定" in page.words
    assert give(kept, "日期,类型,金额,剩余本金\n2026-01-10,还款,1000.00,9000.00\n", keep="1").status == 200
    assert not owed.stated()


@pytest.mark.parametrize(
    ("text", "debt", "said"),
    [
        ("", "wsd", "还没有给对账单"),
        (HEAD + ROWS, "", "请先选好"),
        (HEAD + ROWS, "gone", "请先选好"),
        (HEAD + "1,2025-13-45,700.00,200.00,0.00,900.00,2025-10-15,16200.00\n", "wsd", "没能读懂"),
        ("买了什么,谁\n菜,我\n", "wsd", "没能读懂"),
        ("x" * (STATEMENT_MAX + 1), "wsd", "太大"),
    ],
)
def test_what_cannot_be_taken_is_said_and_nothing_is_kept(kept, text, debt, said):
    state = imports.state_of()
    page = give(kept, text, debt, keep="1")
    assert page.status == 400
    assert said in page.words
    assert imports.state_of() == state


def test_a_second_statement_is_joined_and_what_differs_is_said_first(kept):
    count_with(kept, give(kept, HEAD + ROWS))
    kept.speaks("en")
    first, _ = ROWS.splitlines(keepends=True)
    page = give(kept, HEAD + first + CHANGED)
    assert "Kept already, with the same sum: 1." in page.words
    assert "Kept already, with another sum: 1." in page.words
    count_with(kept, page)
    assert [(one.on.month, one.fen) for one in owed.owed_on()] == [
        (10, 16_200_00),
        (11, 15_480_00),
        (12, 14_760_00),
    ]


def test_what_the_person_types_for_the_same_day_counts_before_a_statement(kept):
    count_with(kept, give(kept, HEAD + ROWS))
    owed.keep_typed(uuid.uuid4(), OwedOn("wsd", KNOWN[1].on, 15_000_00))
    assert owed.owed_on()[-1] == OwedOn("wsd", KNOWN[1].on, 15_000_00)


def test_each_is_listed_and_can_be_forgotten(kept):
    count_with(kept, give(kept, HEAD + ROWS))
    owed.keep_typed(uuid.uuid4(), OwedOn("", date(2025, 11, 1), 800_00))
    owed.keep_typed(uuid.uuid4(), OwedOn("sold-long-ago", date(2025, 11, 1), 70_00))
    page = kept.get(PAGE)
    assert "按对账单：2 天，2025年10月15日至2025年11月15日" in page.words
    assert "各个账户里的钱你自己填的：2025年11月1日结束时¥800" in page.words.replace(" ", "")
    assert "账本里已经没有的一笔债" in page.words
    for action in re.findall(rf'action="({PAGE}/[^"]+/forget)"', page.text):
        assert kept.post(action, page.form(action)).where == PAGE
    assert not (*owed.owed_on(), *owed.cash_on())
    assert "还没有" in kept.get(PAGE).words


def test_forgetting_by_a_number_of_something_else_forgets_nothing_else(kept):
    taught.keep_mapping(uuid.uuid4(), "某银行", "day = 1")
    (named,) = taught.mapped()
    owed.forget(named.id)
    assert taught.mapped() == (named,)


def test_nobody_else_sees_it(stranger, kept):
    for path in (PAGE, f"{PAGE}/{uuid.uuid4()}/forget"):
        for method in ("get", "post"):
            response = getattr(stranger, method)(path, headers={"Origin": ORIGIN})
            assert (response.status_code, response.content) == (404, b"")
    assert not {"why-statement", "why-statement-forget"} & guard.FOR_THE_PHONE
    kept.client.cookies[session.COVER] = "1"
    assert kept.get(PAGE).where == "/"


def test_the_example_takes_none(kept):
    keyring.hold(replace(keyring.held(), demo=True))
    assert kept.get(PAGE).where == "/settings"


def test_it_is_found_from_the_page_why_and_leads_back(kept):
    assert f'href="{PAGE}"' in kept.get("/why").text
    assert 'href="/why"' in kept.get(PAGE).text


def test_what_was_typed_for_another_day_is_not_shown_as_of_this_one(kept):
    """More bills move the day on which they begin: a sum of the former day is still true, but not of the new one."""
    form = kept.get("/why").form("/why/known")
    assert form["on"] == "2025-11-01"
    kept.post("/why/known", {**form, "owed-wsd": "16000.00", "owed-": "800"})
    assert kept.get("/why").form("/why/known")["owed-wsd"] == "16000.00"
    look_at(kept, ("早.csv", alipay(year_of_life(date(2025, 8, 1), 3), 500)))
    keep(kept)
    form = kept.get("/why").form("/why/known")
    assert form["on"] == "2025-08-01"
    assert form["owed-wsd"] == ""
    kept.post("/why/known", {**form, "owed-wsd": "18000.00"})
    assert owed.owed_on() == (
        OwedOn("wsd", date(2025, 11, 1), 16_000_00),
        OwedOn("wsd", date(2025, 8, 1), 18_000_00),
    )
    assert owed.cash_on() == (CashOn(date(2025, 11, 1), 800_00),)


def test_an_unclear_sum_is_said_and_shown_again_and_nothing_is_kept(kept):
    form = kept.get("/why").form("/why/known")
    page = kept.post("/why/known", {**form, "owed-wsd": "一万六", "owed-": "800"})
    assert page.status == 400
    assert "这几项没看懂：网商贷" in page.words
    assert page.form("/why/known")["owed-wsd"] == "一万六"
    assert not (*owed.owed_on(), *owed.cash_on())


def test_a_field_that_is_emptied_is_forgotten(kept):
    form = kept.get("/why").form("/why/known")
    kept.post("/why/known", {**form, "owed-wsd": "160.00", "owed-": "800"})
    form = kept.get("/why").form("/why/known")
    kept.post("/why/known", {**form, "owed-wsd": "", "owed-": "900"})
    assert owed.owed_on() == ()
    assert owed.cash_on() == (CashOn(date(2025, 11, 1), 900_00),)


def test_a_day_that_is_none_or_lies_ahead_keeps_nothing(kept):
    form = kept.get("/why").form("/why/known")
    for on in ("", "gestern", "2999-01-01"):
        assert kept.post("/why/known", {**form, "on": on, "owed-wsd": "160.00"}).where == "/why"
    assert owed.owed_on() == ()


def test_what_was_kept_before_days_were_named_is_read_and_replaced(kept):
    taught.keep_text(uuid.uuid4(), "owed", "wsd", "2025-11-01 1600000")
    assert kept.get("/why").form("/why/known")["owed-wsd"] == "16000.00"
    owed.keep_typed(uuid.uuid4(), OwedOn("wsd", date(2025, 11, 1), 15_000_00))
    assert owed.owed_on() == (OwedOn("wsd", date(2025, 11, 1), 15_000_00),)


@pytest.mark.parametrize("text", ["", "2025-11-01", "heute 5", "2025-11-01 x"])
def test_what_was_not_written_here_is_damage(kept, text):
    taught.keep_text(uuid.uuid4(), "stated", "wsd", text)
    with pytest.raises(Damaged):
        owed.stated()
