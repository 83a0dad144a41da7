"""Wherever a debt is chosen from a list, two of one name are told apart in words, also while amounts are covered."""

import re
import uuid
from html import unescape

import pytest

from ashore.documents.contact_log import told_of
from ashore.store import book, contacts
from ashore.web import session
from ashore.web.debt_names import entry_names, names_by_id

HOME = """format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 500.00
[[income]]
name = "wage"
amount = 9000.00
day = 10
[[account]]
id = "wallet"
balance = 500.00
debited_by = ["a", "b"]
[[debt]]
id = "a"
name = "小额贷"
creditor = "甲小贷"
balance = 9000.00
original = 12000.00
periods_left = 9
due_day = 5
rate = "12%/year"
method = "equal-principal"
[[debt]]
id = "b"
name = "小额贷"
creditor = "乙小贷"
balance = 3000.00
original = 6000.00
periods_left = 6
due_day = 20
rate = "12%/year"
method = "equal-principal"
[[debt]]
id = "c"
name = "car"
balance = 100.00
periods_left = 1
due_day = 9
rate = "0%/year"
method = "equal-principal"
"""
CALL = {
    "party": "agency",
    "direction": "in",
    "channel": "call",
    "said": "pay",
    "at": "10:30",
    "answered": "yes",
}
NAMED = {
    "zh": ("小额贷（甲小贷、每月 5 日还、借了 ¥12,000）", "小额贷（乙小贷、每月 20 日还、借了 ¥6,000）"),
    "en": (
        "小额贷 (甲小贷, due on day 5, ¥12,000 borrowed)",
        "小额贷 (乙小贷, due on day 20, ¥6,000 borrowed)",
    ),
}
LISTS = (
    "/situation", "/checkin?day=2026-11-24", "/creditors", "/letters", "/log/new", "/log", "/papers/claim",
    "/visit/debt", "/report/loan", "/add/account", "/", "/plan",
)  # fmt: skip


@pytest.fixture
def chooser(owner):
    """Return a browser before a household with two debts of one name."""
    book.replace_all(uuid.uuid4(), HOME)
    owner.send("/report", {"on": "2026-11-20"})
    return owner


def without_spaces(text):
    """Return a text as its words stand, whatever the template breaks."""
    return re.sub(r"\s+", " ", unescape(text))


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_two_of_one_name_are_told_apart_in_every_list(chooser, language):
    chooser.speaks(language)
    for path in LISTS:
        words = without_spaces(chooser.get(path).words)
        for name in NAMED[language]:
            assert name in words, path
        assert "car (" not in words, path
        assert "apart-" not in words, path


def test_the_page_of_one_says_which_it_is(chooser):
    first = book.load().of("debt")[0].pk
    for path in (f"/debt/{first}", f"/letters/statement/{first}", f"/debt/{first}/closing"):
        assert NAMED["zh"][0] in without_spaces(chooser.get(path).words), path


def test_while_amounts_are_covered_they_are_told_apart_all_the_same(chooser):
    chooser.client.cookies[session.COVER] = "1"
    for path in ("/situation", "/checkin?day=2026-11-24", "/papers/claim", "/letters"):
        words = without_spaces(chooser.get(path).words)
        assert "¥12,000" not in words, path
        assert "小额贷（甲小贷、每月 5 日还、借了 ••••）" in words, path
        assert "小额贷（乙小贷、每月 20 日还、借了 ••••）" in words, path


def test_where_only_the_sum_differs_their_place_is_said_because_it_may_be_covered(chooser):
    text = HOME.replace("乙小贷", "甲小贷").replace("due_day = 20", "due_day = 5")
    book.replace_all(uuid.uuid4(), text)
    names = names_by_id(book.load(), "zh")
    assert names == {
        "a": "小额贷（借了 ¥12,000、同名的第 1 笔）",
        "b": "小额贷（借了 ¥6,000、同名的第 2 笔）",
        "c": "car",
    }


def test_a_debt_without_a_name_is_called_by_its_product(chooser):
    plain = HOME.replace('name = "小额贷"', 'product = "cn/credit-card"')
    book.replace_all(uuid.uuid4(), plain.replace('method = "equal-principal"\n', ""))
    found = list(entry_names(book.load(), "en").values())
    assert len(set(found)) == 3
    assert all(name.startswith("Credit card") for name in found[:2])


def test_figures_that_cannot_be_read_are_left_out_of_a_name(chooser):
    broken = HOME.replace("due_day = 5", 'due_day = "soon"').replace(
        "original = 6000.00", 'original = "much"'
    )
    book.replace_all(uuid.uuid4(), broken)
    names = names_by_id(book.load(), "zh")
    assert names["a"] == "小额贷（甲小贷、借了 ¥12,000）"
    assert names["b"] == "小额贷（乙小贷、每月 20 日还）"


SAID = ("/", "/plan", "/creditors", "/agenda")


@pytest.mark.parametrize("path", SAID)
def test_no_sentence_about_one_of_them_leaves_open_which(chooser, path):
    words = without_spaces(chooser.get(path).words)
    assert "小额贷（" in words
    assert re.search(r"小额贷(?!（)", words) is None


def test_a_line_of_the_log_says_which_and_the_text_for_others_says_no_more_than_its_id(chooser):
    for entry in book.load().of("debt")[:2]:
        chooser.send("/log/new", {**CALL, "debt": str(entry.pk)})
    assert [one.contact.debt_name for one in contacts.load().entries if one.contact] == ["小额贷", "小额贷"]
    words = without_spaces(chooser.get("/log").words)
    for name in NAMED["zh"]:
        assert f"关于：{name}" in words
    text = chooser.get("/log/text").text
    assert [line for line in text.splitlines() if "小额贷" in line] == [
        "- 关于：小额贷（编号 a）", "- 关于：小额贷（编号 b）",
    ]  # fmt: skip
    assert "¥" not in text


def test_the_log_alone_tells_its_two_apart_by_their_ids(chooser):
    for entry in book.load().of("debt"):
        chooser.send("/log/new", {**CALL, "debt": str(entry.pk)})
    told = told_of(contacts.load(), "en")
    names = [line.facts["debt"] for one in told for line in one.lines if line.code == "log-line-debt"]
    assert names == ["小额贷 (listed as a)", "小额贷 (listed as b)", "car"]
