"""The walk through the credit report: what is ticked or added is in the book at once, and nothing is guessed."""

import uuid
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest

import open_book
from ashore.household.credit_report import PARTS, seen_in
from ashore.household.dumping import dump_household
from ashore.packs.planned import plan_of
from ashore.store import book
from ashore.store.folder import open_folder
from ashore.texts.sentences import word
from ashore.web import guard, session
from ashore.web.views import credit_report_told, credit_report_walk
from day import TODAY
from open_book import PASSPHRASE

ON = date(2026, 11, 20)
LATER = date(2026, 11, 22)
PATHS = ["/report", "/report/end", *(f"/report/{part}" for part in PARTS)]


@pytest.fixture
def reader(owner):
    """Return a browser that has said the day of its report."""
    assert owner.send("/report", {"on": ON.isoformat()}).where == f"/report/{PARTS[0]}"
    return owner


def debts():
    """Return the plain values of the debts in the book by name."""
    return {
        str(book.entry_values(one)["name"]): (one, book.entry_values(one)) for one in book.load().of("debt")
    }


def said_besides(values):
    """Return what a debt says, without the word of the report in it."""
    source = {key: text for key, text in values.get("source", {}).items() if key != "id"}
    return {**values, "source": source}


def outcome():
    """Return what the plan of the book leads to."""
    household = book.load().reading().household
    assert household is not None
    return plan_of(household, "cheapest").outcome


@pytest.mark.parametrize("path", PATHS)
def test_a_stranger_sees_nothing(stranger, owner, path):
    stranger.cookies.clear()
    assert stranger.get(path).status_code == 404


@pytest.mark.parametrize("path", [*PATHS, "/report/loan/add"])
def test_nothing_is_written_without_the_forms_own_mark(reader, path):
    before = book.load().text
    key = str(uuid.uuid4())
    fields = {"key": key, "version": "1", "save": "debt", "name": "x", "debt": [str(debts()["网商贷"][0].pk)]}
    assert reader.post(path, fields).status == 403
    assert book.load().text == before


@pytest.mark.parametrize(
    ("language", "title", "how"),
    [
        ("zh", "找一找可能忘了的债", "每年可以免费查两次信用报告"),
        ("en", "Find debts you may have forgotten", "Two credit reports a year are free"),
    ],
)
def test_how_to_get_the_report_with_where_it_was_read(owner, language, title, how):
    owner.speaks(language)
    page = owner.get("/report")
    assert title in page.words
    assert how in page.words
    assert "www.pbccrc.org.cn" in page.words
    assert "moment.rednet.cn" in page.words


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("part", PARTS)
def test_every_part_in_both_languages(reader, language, part):
    reader.speaks(language)
    page = reader.get(f"/report/{part}")
    assert page.status == 200
    assert f"<h1>{word(f'report-form-part-{part}', language)}</h1>" in page.text
    assert word(f"report-form-hint-{part}", language) in page.words


def test_there_is_no_other_part(reader):
    assert reader.get("/report/savings").status == 404


@pytest.mark.parametrize("path", PATHS[1:])
def test_without_the_day_of_the_report_it_is_asked_first(owner, path):
    assert owner.get(path).where == "/report"


@pytest.mark.parametrize("on", ["", "yesterday", str(TODAY + timedelta(days=1))])
def test_a_day_that_cannot_be_is_not_taken(owner, on):
    page = owner.send("/report", {"on": on})
    assert page.status == 400
    assert 'role="alert"' in page.text
    assert owner.get("/report/loan").where == "/report"


def test_a_fact_past_its_day_is_shown_as_such(owner, monkeypatch):
    assert "需要核对" not in owner.get("/report").words
    monkeypatch.setattr(credit_report_told, "today", lambda: date(2031, 1, 1))
    page = owner.get("/report")
    assert page.text.count('class="wrong"') == len(credit_report_told.WAYS)


@pytest.mark.parametrize("same_program", [True, False])
def test_what_is_ticked_is_in_the_book_at_once_and_stays(reader, monkeypatch, same_program):
    entry, values = debts()["网商贷"]
    sent = reader.send("/report/loan", {"debt": [str(entry.pk)]})
    assert sent.status == 302
    found = seen_in(debts()["网商贷"][1])
    assert found is not None
    assert (found.on, found.parts, found.is_new) == (ON, ("loan",), False)
    assert said_besides(debts()["网商贷"][1]) == said_besides(values)
    guard.close()
    if not same_program:
        monkeypatch.setattr(credit_report_walk._Kept, "of", None)
    reader.send("/unlock", {"passphrase": PASSPHRASE})
    assert "checked" in reader.get("/report/loan").text
    assert f"{ON.year}年{ON.month}月{ON.day}日的报告" in reader.get("/report").words


@pytest.mark.parametrize("name", ["信用卡", "网商贷"])  # one says where its figures come from, one does not
def test_a_tick_changes_no_figure_and_can_be_taken_away(reader, name):
    before, (entry, values) = outcome(), debts()[name]
    reader.send("/report/card", {"debt": [str(entry.pk)]})
    assert debts()[name][1] != values
    assert outcome() == before
    reader.send("/report/card", {"debt": []})
    assert debts()[name][1] == values


def test_a_debt_can_stand_in_two_parts_and_leaves_one_alone(reader):
    entry = debts()["网商贷"][0]
    for part in ("loan", "public"):
        reader.send(f"/report/{part}", {"debt": [str(entry.pk)]})
    reader.send("/report/loan", {"debt": []})
    found = seen_in(debts()["网商贷"][1])
    assert found is not None
    assert found.parts == ("public",)


def test_the_word_of_the_report_is_in_the_household_and_in_its_file(reader):
    reader.send("/report/loan", {"debt": [str(debts()["网商贷"][0].pk)]})
    household = book.load().reading().household
    assert household is not None
    (debt,) = [one for one in household.debts if one.id == "wsd"]
    assert debt.sources["id"] == "credit-report 2026-11-20: loan"
    assert debt.sources["rate"] == "contract"
    assert "credit-report 2026-11-20: loan" in dump_household(household)


def test_another_report_begins_anew_and_keeps_what_the_last_one_had(reader):
    entry = debts()["网商贷"][0]
    reader.send("/report/loan", {"debt": [str(entry.pk)]})
    reader.send("/report", {"on": LATER.isoformat()})
    assert "checked" not in reader.get("/report/loan").text
    reader.send("/report/loan", {})
    found = seen_in(debts()["网商贷"][1])
    assert found is not None
    assert found.on == ON
    reader.send("/report/loan", {"debt": [str(entry.pk)]})
    found = seen_in(debts()["网商贷"][1])
    assert found is not None
    assert found.on == LATER


def test_another_book_begins_its_own_walk(reader, folder, tmp_path):
    guard.close()
    open_book.make(open_folder(tmp_path / "other"))
    session.touch()
    assert reader.get("/report/loan").where == "/report"


def test_a_tick_made_from_an_older_book_is_refused(reader):
    form = reader.get("/report/loan").form("/report/loan")
    home = book.load().of("household")[0]
    book.edit(uuid.uuid4(), home.pk, home.version, [])
    entry = debts()["网商贷"][0]
    sent = reader.post("/report/loan", {**form, "debt": [str(entry.pk)]})
    assert sent.status == 409
    assert seen_in(debts()["网商贷"][1]) is None


def test_the_walk_goes_on_to_the_part_still_open_and_then_to_the_end(reader):
    for part, onward in pairwise(PARTS):
        assert reader.send(f"/report/{part}", {}).where == f"/report/{onward}"
    assert reader.send(f"/report/{PARTS[-1]}", {}).where == "/report/end"
    assert "还有几段没看" not in reader.get("/report/end").words


def test_the_walk_comes_back_to_a_part_that_was_passed_over(reader):
    for part in PARTS[1:-1]:
        reader.send(f"/report/{part}", {})
    assert "还有几段没看" in reader.get("/report/end").words
    assert reader.send(f"/report/{PARTS[-1]}", {}).where == f"/report/{PARTS[0]}"


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [("zh", "2026年8月2日", "2026年9月30日"), ("en", "2 Aug 2026", "30 Sep 2026")],
)
def test_a_code_is_a_range_of_days_and_no_day(reader, language, first, last):
    reader.speaks(language)
    page = reader.send("/report/loan", {"range": "1", "code": "2", "month": "2026-10"})
    assert first in page.words
    assert last in page.words
    before = book.load().text
    typed = {"creditor": "某消费金融", "balance": "5200", "code": "2", "month": "2026-10"}
    form = reader.send("/report/loan", typed, "/report/loan/add")
    assert first in form.words
    assert form.form("/report/loan/add")["arrears.since"] == ""
    assert book.load().text == before


def test_more_than_180_days_have_no_first_day(reader):
    page = reader.send("/report/card", {"range": "1", "code": "7", "month": "2026-10"})
    # 181 days before 31 October 2026 is 3 May 2026.
    assert "2026年5月3日或更早" in page.words


@pytest.mark.parametrize("typed", [{"code": "2", "month": "soon"}, {"code": "2", "month": ""}, {"code": "N"}])
def test_a_code_without_a_month_says_so(reader, typed):
    page = reader.send("/report/loan", {"range": "1", "code": "", "month": "", **typed})
    assert page.status == 200
    assert 'class="wrong"' in page.text


def test_a_code_past_its_day_is_not_used(reader, monkeypatch):
    monkeypatch.setattr(credit_report_told, "today", lambda: date(2031, 1, 1))
    page = reader.send("/report/loan", {"range": "1", "code": "2", "month": "2026-10"})
    assert "2026年8月2日" not in page.words


def test_a_debt_that_the_list_lacks_is_added_and_the_walk_comes_back(reader):
    typed = {"creditor": "某消费金融", "balance": "5,200"}
    form = reader.send("/report/loan", typed, "/report/loan/add").form("/report/loan/add")
    assert (form["name"], form["creditor"], form["balance"]) == ("某消费金融", "某消费金融", "5200.00")
    said = {**form, "product": "cn/bank-consumer-loan", "arrears.since": "2026-09-12"}
    assert reader.post("/report/loan/add", said).where == "/report/loan"
    assert reader.post("/report/loan/add", said).where == "/report/loan"  # sent twice, made once
    values = debts()["某消费金融"][1]
    assert values["balance"] == Decimal("5200.00")
    assert values["arrears"] == {"since": date(2026, 9, 12)}
    found = seen_in(values)
    assert found is not None
    assert (found.on, found.parts, found.is_new) == (ON, ("loan",), True)
    assert sum(book.entry_values(one).get("name") == "某消费金融" for one in book.load().of("debt")) == 1
    assert "checked" in reader.get("/report/loan").text


@pytest.mark.parametrize(
    ("part", "typed", "filled"),
    [
        ("taken", {}, {"stage": "assigned"}),
        ("card", {}, {"product": "cn/credit-card"}),
        ("public", {"record": "enforcement"}, {"stage": "enforcement"}),
        ("public", {"record": "judgment"}, {"stage": "judgment"}),
    ],
)
def test_what_the_part_says_is_filled_in(reader, part, typed, filled):
    page = reader.send(f"/report/{part}", {"creditor": "甲", **typed}, f"/report/{part}/add")
    form = page.form(f"/report/{part}/add")
    assert form["save"] == "debt"
    assert filled.items() <= form.items()


@pytest.mark.parametrize(("part", "record", "keep"), [("bill", "", ""), ("public", "tax", "law")])
def test_a_bill_or_tax_is_a_payment_and_no_debt(reader, part, record, keep):
    typed = {"creditor": "乙", "balance": "300", "record": record}
    form = reader.send(f"/report/{part}", typed, f"/report/{part}/add").form(f"/report/{part}/add")
    assert (form["save"], form["amount"], form["keep"]) == ("due", "300.00", keep)
    assert reader.post(f"/report/{part}/add", {**form, "on": "2027-01-05"}).where == f"/report/{part}"
    dues = [book.entry_values(one) for one in book.load().of("due")]
    assert any(one["name"] == "乙" and one["on"] == date(2027, 1, 5) for one in dues)
    assert "乙" not in debts()


@pytest.mark.parametrize(
    ("language", "named"), [("zh", "替 张三 在 某银行"), ("en", "Guarantee for 张三 at 某银行")]
)
def test_a_guaranteed_loan_is_kept_and_changes_no_figure(reader, language, named):
    reader.speaks(language)
    before = outcome()
    typed = {"whom": "张三", "lender": "某银行", "up_to": "50000", "until": "2029-05-01"}
    assert reader.send("/report/guarantee", typed, "/report/guarantee/add").where == "/report/guarantee"
    (kept,) = [one for one in map(book.entry_values, book.load().of("due")) if one["amount"] == 0]
    assert kept["on"] == date(2029, 5, 1)
    name = str(kept["name"])
    assert name.endswith("¥50,000")
    assert named.replace(" ", "") in name.replace(" ", "")
    assert outcome() == before
    assert book.load().reading().household is not None
    for path in ("/report/guarantee", "/report/end", "/situation"):
        assert name in reader.get(path).words


@pytest.mark.parametrize("missing", ["whom", "lender", "until"])
def test_a_guarantee_half_said_is_not_kept_and_stays_typed(reader, missing):
    before = book.load().text
    typed = {"whom": "张三", "lender": "某银行", "up_to": "50000", "until": "2029-05-01", missing: ""}
    page = reader.send("/report/guarantee", typed, "/report/guarantee/add")
    assert page.status == 400
    assert page.form("/report/guarantee/add").items() >= {"up_to": "50000", missing: ""}.items()
    assert book.load().text == before


def test_a_sum_that_cannot_be_read_is_kept_as_typed(reader):
    typed = {"whom": "张三", "lender": "某银行", "up_to": "大概五万吧", "until": "2029-05-01"}
    reader.send("/report/guarantee", typed, "/report/guarantee/add")
    assert "大概五万吧" in book.load().text


def test_a_guarantee_that_was_called_is_a_debt(reader):
    typed = {"whom": "张三", "lender": "某银行", "called": "yes"}
    form = reader.send("/report/guarantee", typed, "/report/guarantee/add").form("/report/guarantee/add")
    assert (form["save"], form["creditor"]) == ("debt", "某银行")


def test_the_end_says_what_matched_what_was_new_and_what_the_report_lacks(reader):
    reader.send("/report/loan", {"debt": [str(debts()["网商贷"][0].pk)]})
    typed = {"creditor": "某消费金融", "balance": "5200"}
    form = reader.send("/report/loan", typed, "/report/loan/add").form("/report/loan/add")
    reader.post("/report/loan/add", {**form, "product": "cn/bank-consumer-loan"})
    assert "清单里有，还没勾的" in reader.get("/report/end").words
    assert "私人或普通公司借的" not in reader.get("/report/end").words
    for part in PARTS:
        reader.send(f"/report/{part}", {})
    page = reader.get("/report/end")
    added, rest = page.words.split("新添的")[1].split("两边都有")
    matched, absent = rest.split("清单里有，报告里没有")
    assert "某消费金融" in added
    assert "网商贷" not in added
    assert "网商贷" in matched
    assert "某消费金融" not in matched
    assert "信用卡" in absent
    assert "私人或普通公司借的" in absent.split("秋装货款")[1]
    assert "20 天内答复" in page.words


def test_a_buyer_is_spoken_of_only_where_something_was_sold(reader):
    assert "收购债权的公司" not in reader.get("/report/end").words
    reader.send("/report/taken", {"debt": [str(debts()["花呗"][0].pk)]})
    assert "收购债权的公司" in reader.get("/report/end").words


def test_amounts_can_be_covered(reader):
    reader.client.cookies["cover"] = "1"
    page = reader.get("/report/loan")
    assert page.status == 200
    assert "¥" not in page.words
    before = book.load().text
    assert reader.send("/report/loan", {"debt": [str(debts()["网商贷"][0].pk)]}).where == "/"
    assert book.load().text == before
