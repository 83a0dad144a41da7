"""The first visit: each screen saves at once, each can be passed over, and at its end there is a plan."""

import pytest

from ashore.store import book
from open_book import PASSPHRASE

TYPED = [
    ("income", {"amount": "8600", "day": "10"}),
    ("living", {"amount": "3000"}),
    ("rent", {"amount": "1500", "day": "1"}),
    ("cash", {"cash": "2000"}),
    (
        "debt",
        {
            "product": "cn/mybank-wangshangdai",
            "balance": "86000",
            "arrears.since": "2026-09-15",
            "due_day": "15",
            "periods_left": "7",
        },
    ),
]


@pytest.fixture
def newcomer(visitor):
    """Return a browser before a new, empty book."""
    visitor.send("/unlock", {"passphrase": PASSPHRASE, "again": PASSPHRASE})
    return visitor


def test_an_empty_book_begins_with_the_first_question(newcomer):
    assert newcomer.get("/").where == "/visit/income"


def test_from_five_screens_to_a_first_plan(newcomer):
    for step, typed in TYPED:
        before = len(book.load().entries)
        assert newcomer.send(f"/visit/{step}", typed).status == 302
        assert len(book.load().entries) == before + (step != "cash")
    page = newcomer.get("/")
    assert page.status == 200
    assert "网商贷" in page.words
    assert book.entry_values(book.load().of("debt")[0])["name"] == "网商贷"


def test_nothing_known_saves_nothing_and_goes_on(newcomer):
    before = book.load().text
    assert newcomer.send("/visit/income", {}).where == "/visit/living"
    assert book.load().text == before


def test_what_cannot_be_read_is_kept_and_said(newcomer):
    newcomer.send("/visit/income", {"amount": "about eight thousand"})
    page = newcomer.get("/")
    assert "about eight thousand" in book.load().text
    assert page.status == 200
    assert "/entry/" in page.text


def test_a_screen_that_is_none_is_not_there(newcomer):
    assert newcomer.get("/visit/nothing").status == 404


def test_sent_twice_it_is_saved_once(newcomer):
    fields = {**newcomer.get("/visit/income").form("/visit/income"), "amount": "8600"}
    for _ in range(2):
        newcomer.post("/visit/income", fields)
    assert len(book.load().of("income")) == 1


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("step", [step for step, _ in TYPED])
def test_every_screen_is_there_in_both_languages(newcomer, language, step):
    newcomer.speaks(language)
    page = newcomer.get(f"/visit/{step}")
    assert page.status == 200
    assert page.text.count("<h1") == 1


def test_gone_back_and_saved_again_it_is_the_same_income(newcomer):
    newcomer.send("/visit/income", {"amount": "8600"})
    page = newcomer.get("/visit/income")
    assert page.form("/visit/income")["amount"] == "8600.00"
    newcomer.send("/visit/income", {"amount": "8500"})
    (income,) = book.load().of("income")
    assert book.entry_values(income)["amount"] == 8500


def test_all_passed_over_ends_at_the_situation(newcomer):
    assert newcomer.get("/?done=1").where == "/situation"


@pytest.mark.parametrize(
    ("language", "said", "needed"),
    [
        ("zh", "暂时没有保存", ("选一下是哪种贷款", "填还欠多少")),
        ("en", "nothing is saved yet", ("what kind of loan", "still owed")),
    ],
)
def test_what_a_debt_cannot_do_without_is_asked_for_by_the_server_too(newcomer, language, said, needed):
    """A browser that does not hold the form back gets a sentence on each field, and what was typed stays."""
    newcomer.speaks(language)
    before = book.load().text
    page = newcomer.send("/visit/debt", {"name": "小店的货款", "due_day": "15"})
    assert page.status == 400
    assert all(word in page.words for word in (said, *needed))
    form = page.form("/visit/debt")
    assert (form["name"], form["due_day"], form["balance"]) == ("小店的货款", "15", "")
    assert book.load().text == before
    typed = {**form, "product": "cn/mybank-wangshangdai", "balance": "86000", "periods_left": "7"}
    assert newcomer.post("/visit/debt", typed).where == "/visit/debt"
    assert book.entry_values(book.load().of("debt")[0])["name"] == "小店的货款"


def test_only_what_is_missing_is_asked_for(newcomer):
    newcomer.speaks("en")
    page = newcomer.send("/visit/debt", {"balance": "500"})
    assert "what kind of loan" in page.words
    assert "a rough figure will do" not in page.words


def test_nothing_typed_about_a_debt_is_the_end_of_the_visit(newcomer):
    assert newcomer.send("/visit/debt", {}).where == "/"
    assert book.load().of("debt") == ()


def test_two_debts_of_one_name_are_told_apart_in_the_list_so_far(newcomer):
    for day in ("5", "20"):
        newcomer.send(
            "/visit/debt", {"product": "cn/credit-card", "name": "card", "balance": "900", "due_day": day}
        )
    newcomer.speaks("en")
    words = newcomer.get("/visit/debt").words
    assert "card (due on day 5)" in words
    assert "card (due on day 20)" in words
