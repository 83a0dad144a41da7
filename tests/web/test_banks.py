"""A bank's columns: said once, kept beside the bills, used for its files, forgotten again; never for an app's own."""

import pytest

from ashore.store.private.bills import imports, taught
from ashore.web import guard, ledger, session
from web.asking import ORIGIN
from web.made_bills import alipay, year_of_life
from web.test_bills import keep, look_at

BANK = "甲日,乙数,丙人\n2026-03-02,-88.00,烧烤店\n2026-03-05,6500.00,某某公司\n".encode()
SAID = {
    "bank": "某银行", "account": "某银行(1234)", "column-day": "甲日", "column-amount": "乙数",
    "column-counterparty": "丙人",
}  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_owner_sees_it_in_either_language(owner, language):
    owner.speaks(language)
    page = owner.get("/bills/banks")
    assert page.status == 200
    assert "banks-" not in page.words


def test_a_file_that_was_not_understood_is_read_once_its_columns_are_said(owner):
    page = look_at(owner, ("流水.csv", BANK))
    assert 'href="/bills/banks"' in page.text
    assert 'action="/bills/read"' not in page.text
    assert owner.send("/bills/banks", dict(SAID)).where == "/bills/banks"
    page = look_at(owner, ("流水.csv", BANK))
    assert "新的 2 笔" in page.words
    keep(owner)
    found = imports.readings()[0].transactions
    assert sorted((one.kind, one.amount_fen, one.counterparty) for one in found) == [
        ("income", 650000, "某某公司"),
        ("spending", 8800, "烧烤店"),
    ]
    owner.send("/bills/banks", {}, "/bills/banks/forget")
    assert taught.mappings() == {}


def test_what_is_said_of_a_bank_is_not_used_for_an_apps_own_bill(owner):
    owner.send(
        "/bills/banks", {**SAID, "column-day": "交易时间", "column-amount": "金额", "column-counterparty": ""}
    )
    page = look_at(owner, ("支付宝.csv", alipay(year_of_life())))
    assert "支付宝账单" in page.words


@pytest.mark.parametrize("typed", [{"bank": ""}, {"column-day": ""}, {"column-amount": "", "column-in": "x"}])
def test_what_is_not_enough_is_said_and_stays(owner, typed):
    page = owner.send("/bills/banks", {**SAID, **typed})
    assert (page.status, 'role="alert"' in page.text) == (400, True)
    assert page.form("/bills/banks")["account"] == SAID["account"]
    assert taught.mappings() == {}


def test_a_stranger_gets_404_no_phone_and_nobody_who_looks_on_sees_it(stranger, owner):
    for method in ("get", "post"):
        assert getattr(stranger, method)("/bills/banks", headers={"Origin": ORIGIN}).status_code == 404
    assert not {"bills-banks", "bills-bank-forget"} & guard.FOR_THE_PHONE
    owner.client.cookies[session.COVER] = "1"
    assert owner.get("/bills/banks").where == "/"


def rows(count, tail=""):
    """Return a bank's file that does not say its card: a payment a day, headings that are understood."""
    lines = [f"2026-03-{day:02},-{day}.00,商户{day}{tail}" for day in range(1, count + 1)]
    return "\n".join(["交易日期,交易金额,对方户名", *lines, ""]).encode()


NAMED = {
    "bank": "某银行", "account": "工商银行尾号1234", "column-day": "交易日期", "column-amount": "交易金额",
    "column-counterparty": "对方户名",
}  # fmt: skip


def test_a_longer_file_read_after_the_card_was_named_counts_no_payment_twice(owner):
    look_at(owner, ("三月.csv", rows(10)))
    keep(owner)
    owner.send("/bills/banks", dict(NAMED))
    page = look_at(owner, ("更长.csv", rows(25)))
    assert "新的 15 笔，已经有的 10 笔" in page.words
    keep(owner)
    found = ledger.bills_of(None).payments
    assert len(found) == 25
    assert {one.account for one in found} == {"工商银行尾号1234"}


def test_the_same_file_given_again_after_the_card_was_named_is_read_anew(owner):
    look_at(owner, ("三月.csv", rows(10)))
    keep(owner)
    assert {one.account for one in ledger.bills_of(None).payments} == {""}
    owner.send("/bills/banks", dict(NAMED))
    page = look_at(owner, ("三月.csv", rows(10)))
    assert "按你后来说的银行账户重新读一遍" in page.words
    keep(owner)
    found = ledger.bills_of(None).payments
    assert len(found) == 10
    assert {one.account for one in found} == {"工商银行尾号1234"}
    assert len(imports.files()) == 1
    page = look_at(owner, ("三月.csv", rows(10)))
    assert "已经存过了" in page.words
    assert 'action="/bills/read"' not in page.text
