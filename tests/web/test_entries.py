"""Entries are added, changed, removed and put back; a stale edit is refused with both versions shown."""

import re
import uuid
from datetime import date
from decimal import Decimal

import pytest

from ashore.household.file.plain import is_table
from ashore.household.writing import Set
from ashore.store import book
from ashore.store.text import SECTIONS
from ashore.web.fields import HIDDEN, fields_of, kinds_of, variants_of


def debt(at=0):
    """Return a debt's entry."""
    return book.load().of("debt")[at]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("section", [one for one in SECTIONS if one != "household"])
def test_every_kind_has_a_form_in_both_languages(owner, language, section):
    owner.speaks(language)
    page = owner.get(f"/add/{section}")
    assert page.status == 200
    assert "key-" not in page.words
    assert "choice-" not in page.words


def test_opened_and_saved_without_a_change_nothing_changes(owner):
    before = book.load().text
    for entry in book.load().entries:
        if entry.section in SECTIONS:
            assert owner.send(f"/entry/{entry.pk}", {}).where == "/situation"
    assert book.load().text == before


def test_a_field_changed_changes_that_key_alone(owner):
    entry = debt()
    before = book.load().text
    owner.send(f"/entry/{entry.pk}", {"balance": "12345.60"})
    after = book.load().text
    changed = [
        (one, other)
        for one, other in zip(before.splitlines(), after.splitlines(), strict=True)
        if one != other
    ]
    assert len(changed) == 1
    assert changed[0][1].startswith("balance = 12345.60")


def test_an_emptied_field_is_not_known_any_more(owner):
    entry = next(one for one in book.load().of("debt") if "due_day" in book.entry_values(one))
    owner.send(f"/entry/{entry.pk}", {"due_day": ""})
    assert "due_day" not in book.entry_values(book.entry_of(entry.pk))


def test_a_table_in_a_debt_is_changed_by_its_parts(owner):
    entry = debt()
    owner.send(f"/entry/{entry.pk}", {"arrears.since": "2026-10-15", "arrears.total": "1234.50"})
    arrears = book.entry_values(book.entry_of(entry.pk))["arrears"]
    assert is_table(arrears)
    assert arrears["total"] == Decimal("1234.50")


def test_a_stale_edit_is_refused_with_both_shown(owner):
    entry = debt()
    old = owner.get(f"/entry/{entry.pk}").form(f"/entry/{entry.pk}")
    owner.send(f"/entry/{entry.pk}", {"balance": "2222.00"})
    page = owner.post(f"/entry/{entry.pk}", {**old, "balance": "3333.00"})
    assert page.status == 409
    assert "3333.00" in page.words
    assert page.form(f"/entry/{entry.pk}")["balance"] == "2222.00"
    assert book.entry_values(book.entry_of(entry.pk))["balance"] == 2222.0


@pytest.mark.parametrize(("language", "said"), [("zh", "所以没有删"), ("en", "so it was not removed")])
def test_what_was_changed_in_another_window_is_not_removed_unseen(owner, language, said):
    owner.speaks(language)
    entry = debt()
    path = f"/entry/{entry.pk}/remove"
    old = owner.get(f"/entry/{entry.pk}").form(path)
    owner.send(f"/entry/{entry.pk}", {"balance": "2222.00"})
    page = owner.post(path, old)
    assert page.status == 409
    assert said in page.words
    assert page.form(f"/entry/{entry.pk}")["balance"] == "2222.00"
    assert book.entry_values(book.entry_of(entry.pk))["balance"] == 2222
    assert owner.post(path, page.form(path)).where == "/situation"
    assert owner.get(f"/entry/{entry.pk}").status == 404


@pytest.mark.parametrize(("language", "said"), [("zh", "没有撤销"), ("en", "Nothing was undone")])
def test_what_was_changed_once_more_is_not_undone_and_that_is_said(owner, language, said):
    owner.speaks(language)
    entry = debt()
    owner.send(f"/entry/{entry.pk}", {"balance": "1111.00"})
    first = book.last_change()
    assert first is not None
    old = owner.get("/situation").form(f"/undo/{first.pk}")
    owner.send(f"/entry/{entry.pk}", {"balance": "2222.00"})
    where = owner.post(f"/undo/{first.pk}", old).where
    assert said in owner.get(where).words
    assert said not in owner.get("/situation").words
    assert book.entry_values(book.entry_of(entry.pk))["balance"] == 2222


def test_changed_in_one_window_and_removed_in_another(owner):
    """The removal came first: the change finds nothing to be saved to, and says so."""
    entry = debt()
    old = owner.get(f"/entry/{entry.pk}").form(f"/entry/{entry.pk}")
    owner.send(f"/entry/{entry.pk}", {}, f"/entry/{entry.pk}/remove")
    page = owner.post(f"/entry/{entry.pk}", {**old, "balance": "3333.00"})
    assert page.status == 404
    assert "可能在别的窗口里删掉" in page.words
    change = book.last_change()
    assert change is not None
    owner.send("/situation", {}, f"/undo/{change.pk}")
    again = owner.post(f"/entry/{entry.pk}", {**old, "balance": "3333.00"})
    assert again.status == 409, "put back it is a later version: nothing is saved over it unseen"
    assert "3333.00" in again.words


def test_removed_and_put_back(owner):
    before = book.load().text
    entry = debt()
    owner.send(f"/entry/{entry.pk}", {}, f"/entry/{entry.pk}/remove")
    assert owner.get(f"/entry/{entry.pk}").status == 404
    change = book.last_change()
    assert change is not None
    assert owner.send("/situation", {}, f"/undo/{change.pk}").status == 302
    assert book.load().text == before


def test_a_finding_stands_beside_its_field(owner):
    entry = debt()
    owner.send(f"/entry/{entry.pk}", {"balance": "86,00o"})
    page = owner.get(f"/entry/{entry.pk}")
    assert 'aria-describedby="f-balance-h"' in page.text
    assert page.form(f"/entry/{entry.pk}")["balance"] == "86,00o"


@pytest.mark.parametrize(
    "path", ["/add/household", "/add/nothing", "/entry/4ed94a1f-53de-4a54-9d3b-6a4e8f4e2e9e"]
)
def test_what_is_not_there_is_404(owner, path):
    assert owner.get(path).status == 404


def test_the_household_itself_is_not_removed(owner):
    home = book.load().of("household")[0]
    form = owner.get("/settings").form("/settings/import")
    assert owner.post(f"/entry/{home.pk}/remove", form).status == 404


def _names(properties):
    assert is_table(properties)
    return properties.keys()


def test_every_key_of_the_file_has_a_field_or_is_left_out_on_purpose():
    for section in SECTIONS:
        asked, more = fields_of(section, {}, "en")
        found = {field.path.split(".")[0] for field in (*asked, *more)}
        keys = {key for one in variants_of(section) for key in _names(one["properties"])}
        assert keys - found <= HIDDEN


def test_what_its_own_input_could_not_show_is_kept_by_an_unrelated_change(owner):
    entry = debt()
    book.edit(uuid.uuid4(), entry.pk, entry.version, [Set("start", "2026年1月15日"), Set("business", "是")])
    owner.send(f"/entry/{entry.pk}", {"due_day": "7"})
    values = book.entry_values(book.entry_of(entry.pk))
    assert (values["start"], values["business"], values["due_day"]) == ("2026年1月15日", "是", 7)


def test_a_number_of_thousands_of_digits_is_a_finding(owner):
    entry = debt()
    assert owner.send(f"/entry/{entry.pk}", {"balance": "9" * 5000}).where == "/situation"
    assert owner.get(f"/entry/{entry.pk}").status == 200


def test_ids_are_chosen_where_nobody_else_writes(owner):
    for _ in range(2):
        owner.send("/add/debt", {"name": "x", "balance": "1"})
    ids = [book.entry_values(one)["id"] for one in book.load().of("debt")]
    assert len(ids) == len(set(ids))


KINDS = [
    (section, kind) for section in ("lever", "debt.concession", "debt.event") for kind in kinds_of(section)
]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("section", "kind"), KINDS)
def test_each_kind_asks_for_its_own_keys_alone(language, section, kind):
    asked, more = fields_of(section, {"kind": kind}, language)
    (variant,) = variants_of(section, kind)
    assert is_table(variant["properties"])
    assert {field.path.partition(".")[0] for field in (*asked, *more)} == set(variant["properties"]) - HIDDEN
    assert all(field.label and "key-" not in field.label for field in (*asked, *more))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_kind_is_chosen_first(owner, language):
    owner.speaks(language)
    for path in ("/add/lever", f"/debt/{debt().pk}/offer"):
        page = owner.get(path)
        assert "?kind=" in page.text
        assert '<form method="post" action="/add' not in page.text
        assert "choice-" not in page.words


def test_side_work_is_added_with_what_belongs_to_it(owner):
    form = owner.get("/add/lever?kind=side-work").form("/add/lever")
    assert "amount_max" not in form
    owner.post("/add/lever", {**form, "name": "rides", "hourly": "25", "hours_month": "40"})
    assert {"kind": "side-work", "name": "rides", "hourly": Decimal("25.00"), "hours_month": 40} in [
        dict(book.entry_values(one)) for one in book.load().of("lever")
    ]


def test_what_a_lender_agreed_to_is_added_to_its_debt_changed_and_removed(owner):
    entry = debt()
    path = f"/debt/{entry.pk}/offer"
    form = owner.get(f"{path}?kind=defer").form(path)
    page = owner.post(path, {**form, "status": "agreed-written", "months": "3", "until": "2027-03-01"})
    assert page.where == f"/debt/{entry.pk}"
    household = book.load().reading().household
    assert household is not None
    held = next(one for one in household.debts if one.id == book.entry_values(entry)["id"])
    given = held.concessions[-1]
    assert (given.kind, given.status, given.months) == ("defer", "agreed-written", 3)
    mine = book.load().below(entry)
    added = next(one for one in mine if book.entry_values(one).get("months") == 3)
    assert f'href="/entry/{added.pk}"' in owner.get(f"/debt/{entry.pk}").text
    assert owner.send(f"/entry/{added.pk}", {"months": "4"}).where == f"/debt/{entry.pk}"
    assert book.entry_values(book.entry_of(added.pk))["months"] == 4
    form = owner.get(f"/entry/{added.pk}").form(f"/entry/{added.pk}/remove")
    assert owner.post(f"/entry/{added.pk}/remove", form).where == f"/debt/{entry.pk}"
    assert added.pk not in {one.pk for one in book.load().below(entry)}


def test_an_offer_needs_a_debt(owner):
    income = book.load().of("income")[0]
    assert owner.get(f"/debt/{income.pk}/offer").status == 404
    assert owner.get(f"/debt/{uuid.uuid4()}/offer").status == 404


def test_who_may_debit_an_account_is_ticked_by_name(owner):
    owner.send("/add/account", {"id": "card", "balance": "300", "debited_by": ["", "zz"]})
    account = next(one for one in book.load().of("account") if book.entry_values(one)["id"] == "card")
    page = owner.get(f"/entry/{account.pk}")
    ids = [str(book.entry_values(one)["id"]) for one in book.load().of("debt")]
    assert all(f'name="debited_by" value="{one}"' in page.text for one in ids)
    owner.send(f"/entry/{account.pk}", {"debited_by": ["", *ids[:2]]})
    assert book.entry_values(book.entry_of(account.pk))["debited_by"] == ids[:2]
    owner.send(f"/entry/{account.pk}", {"debited_by": [""]})
    assert "debited_by" not in book.entry_values(book.entry_of(account.pk))


def test_a_debt_that_is_removed_is_named_by_no_account_and_put_back_it_is(owner):
    ids = [str(book.entry_values(one)["id"]) for one in book.load().of("debt")]
    book.add(uuid.uuid4(), "account", {"id": "card", "balance": Decimal("9.00"), "debited_by": ids[:2]})
    before = book.load().text
    form = owner.get(f"/entry/{debt().pk}").form(f"/entry/{debt().pk}/remove")
    owner.post(f"/entry/{debt().pk}/remove", form)
    account = next(one for one in book.load().of("account") if book.entry_values(one)["id"] == "card")
    assert book.entry_values(account)["debited_by"] == ids[1:2]
    assert book.load().reading().household is not None
    change = book.last_change()
    assert change is not None
    owner.send("/situation", {}, f"/undo/{change.pk}")
    assert book.load().text == before


def test_without_a_debt_nobody_can_debit(owner):
    for entry in book.load().of("debt"):
        book.remove(uuid.uuid4(), entry.pk)
    assert "debited_by" not in owner.get("/add/account").text


def test_what_stands_before_the_tables_is_no_entry(owner):
    top = next(one for one in book.load().entries if one.section == "")
    assert owner.get(f"/entry/{top.pk}").status == 404


def fill(owner, path, typed):
    """Fill in the form behind an address that makes one ready, and send it."""
    page = owner.get(path)
    action = path.partition("?")[0]
    return owner.post(action, {**page.form(action), **typed})


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("path", ["/add/income?for=receivable", "/add/debt?for=supplier"])
def test_the_forms_of_a_shop_are_made_ready_in_both_languages(owner, language, path):
    owner.speaks(language)
    page = owner.get(path)
    assert page.status == 200
    assert not [code for code in ("prepared-", "key-", "choice-") if code in page.words]
    assert page.text.index('id="f-name"') < page.text.index("<details")
    assert f'href="{path}"' in owner.get("/budget").text


def test_money_that_a_customer_owes_comes_into_the_shops_budget_in_its_month(owner):
    before = owner.get("/budget").words
    assert "4,321.00" not in before
    typed = {"name": "老客户赊的账", "amount": "4321", "on": "2027-02-09"}
    assert fill(owner, "/add/income?for=receivable", typed).where == "/budget"
    entry = book.load().of("income")[-1]
    assert book.entry_values(entry) == {
        "name": "老客户赊的账", "amount": Decimal("4321.00"), "every": "once", "on": date(2027, 2, 9),
        "business": True,
    }  # fmt: skip
    codes = {one.code for one in book.load().reading().findings}
    assert "income-repeats-business" not in codes, "what comes once repeats no takings"
    words = owner.get("/budget").words
    assert re.search(r"2027年2月 [\d,.]+ 4,321\.00", words)


def test_goods_on_account_are_a_debt_of_the_shop_under_the_packs_product(owner):
    typed = {
        "name": "春装货款",
        "creditor": "批发市场",
        "balance": "2400",
        "due_day": "20",
        "periods_left": "2",
    }
    assert fill(owner, "/add/debt?for=supplier", typed).where == "/budget"
    values = book.entry_values(book.load().of("debt")[-1])
    assert (values["product"], values["business"]) == ("cn/supplier-credit", True)
    assert owner.get("/budget").status == 200


def test_a_form_that_is_none_is_the_plain_one(owner):
    for path in ("/add/income?for=supplier", "/add/income?for=x", "/add/debt?for="):
        page = owner.get(path)
        assert (page.status, 'name="prepared"' in page.text) == (200, False)


def test_without_a_shop_the_budget_offers_neither(owner):
    book.replace_all(uuid.uuid4(), 'format = "ashore/1"\n[household]\nas_of = 2026-11-23\ncash = 9.00\n')
    assert "for=receivable" not in owner.get("/budget").text
