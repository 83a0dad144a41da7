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


@pytest.mark.parametrize(
    ("language", "said"),
    [("zh", "你填的是“8500”，现在是“8600.00”"), ("en", "you typed “8500”; now it says “8600.00”")],
)
def test_answered_in_two_windows_the_later_one_is_not_saved_over_the_first_unseen(newcomer, language, said):
    newcomer.speaks(language)
    newcomer.send("/visit/income", {"amount": "8700"})
    old = newcomer.get("/visit/income").form("/visit/income")
    newcomer.send("/visit/income", {"amount": "8600"})
    page = newcomer.post("/visit/income", {**old, "amount": "8500"})
    assert page.status == 409
    assert said in page.words
    (income,) = book.load().of("income")
    assert book.entry_values(income)["amount"] == 8600
    again = {**page.form("/visit/income"), "amount": "8500"}
    assert newcomer.post("/visit/income", again).where == "/visit/living"
    assert book.entry_values(book.load().of("income")[0])["amount"] == 8500


def test_the_first_answer_in_each_of_two_windows_makes_one_income(newcomer):
    forms = [newcomer.get("/visit/income").form("/visit/income") for _ in range(2)]
    assert newcomer.post("/visit/income", {**forms[0], "amount": "8600"}).where == "/visit/living"
    assert newcomer.post("/visit/income", {**forms[1], "amount": "8500"}).status == 409
    assert newcomer.post("/visit/income", {**forms[0], "amount": "8600"}).where == "/visit/living"
    assert [book.entry_values(one)["amount"] for one in book.load().of("income")] == [8600]


def test_all_passed_over_ends_at_the_situation(newcomer):
    assert newcomer.get("/?done=1").where == "/situation"


@pytest.mark.parametrize(
    ("language", "said", "needed"),
    [
        ("zh", "暂时没有保存", "填还欠多少"),
        ("en", "nothing is saved yet", "still owed"),
    ],
)
def test_what_a_debt_cannot_do_without_is_asked_for_by_the_server_too(newcomer, language, said, needed):
    """A browser that does not hold the form back gets a sentence on each field, and what was typed stays."""
    newcomer.speaks(language)
    before = book.load().text
    page = newcomer.send("/visit/debt", {"name": "小店的货款", "due_day": "15"})
    assert page.status == 400
    assert all(word in page.words for word in (said, needed))
    form = page.form("/visit/debt")
    assert (form["name"], form["due_day"], form["balance"]) == ("小店的货款", "15", "")
    assert book.load().text == before
    typed = {**form, "product": "cn/mybank-wangshangdai", "balance": "86000", "periods_left": "7"}
    assert newcomer.post("/visit/debt", typed).where == "/visit/debt"
    assert book.entry_values(book.load().of("debt")[0])["name"] == "小店的货款"


@pytest.mark.parametrize(
    ("language", "name", "said"),
    [
        ("zh", "债务", ("年利率 24%", "等额本息", "还剩 12 期")),
        ("en", "Debt", ("24% a year", "level", "instalments left: 12")),
    ],
)
def test_a_debt_of_no_known_kind_leads_to_a_first_plan_too(newcomer, language, name, said):
    """“I don't know” stands in the list of kinds, so it must be an answer: the plan says what it took."""
    newcomer.speaks(language)
    assert newcomer.send("/visit/debt", {"balance": "86000"}).where == "/visit/debt"
    (entry,) = book.load().of("debt")
    assert {key: value for key, value in book.entry_values(entry).items() if key != "id"} == {
        "name": name, "balance": 86000,
    }  # fmt: skip
    page = newcomer.get("/")
    assert page.status == 200
    assert f'href="/entry/{entry.pk}"' in page.text
    assert [words for words in said if words not in page.words] == []


def test_nothing_typed_about_a_debt_is_the_end_of_the_visit(newcomer):
    assert newcomer.send("/visit/debt", {}).where == "/?done=1"
    assert newcomer.get("/?done=1").where == "/situation"
    assert book.load().of("debt") == ()


@pytest.mark.parametrize(
    ("language", "button", "said"),
    [
        ("zh", "债务先不填，往下看", "现在什么都还没填"),
        ("en", "No debt for now: go on", "Nothing is filled in yet"),
    ],
)
def test_whoever_knows_nothing_at_all_is_told_so_and_led_on(newcomer, language, button, said):
    newcomer.speaks(language)
    assert button in newcomer.get("/visit/debt").words
    page = newcomer.get("/situation")
    assert said in page.words
    assert all(f'href="{path}"' in page.text for path in ("/visit/debt", "/first"))
    newcomer.send("/visit/debt", KNOWS_LITTLE)
    assert said not in newcomer.get("/situation").words
    assert button not in newcomer.get("/visit/debt").words


@pytest.mark.parametrize(("language", "shop"), [("zh", "自己开店的"), ("en", "shop of your own")])
def test_a_shopkeeper_is_told_what_to_count(newcomer, language, shop):
    """Otherwise the money for the next goods would be counted on for the debts."""
    newcomer.speaks(language)
    assert [step for step in ("income", "cash") if shop not in newcomer.get(f"/visit/{step}").words] == []


def test_two_debts_of_one_name_are_told_apart_in_the_list_so_far(newcomer):
    for day in ("5", "20"):
        newcomer.send(
            "/visit/debt", {"product": "cn/credit-card", "name": "card", "balance": "900", "due_day": day}
        )
    newcomer.speaks("en")
    words = newcomer.get("/visit/debt").words
    assert "card (due on day 5)" in words
    assert "card (due on day 20)" in words


def heads(page):
    """Return the headings of a page's parts."""
    return [line.partition("</h2>")[0].rpartition(">")[2] for line in page.text.split("<h2")[1:]]


KNOWS_LITTLE = {"product": "cn/mybank-wangshangdai", "balance": "86000"}


@pytest.mark.parametrize(
    ("language", "head", "taken"),
    [
        ("zh", "先估着算的几处", ("还剩 12 期", "进账还没填", "先把吃住的钱留够", "先按 0 元算")),
        ("en", "Estimates for now", ("instalments left: 12", "none was counted", "nothing was kept back")),
    ],
)
def test_not_knowing_leads_to_a_first_plan_that_says_what_it_took(newcomer, language, head, taken):
    newcomer.speaks(language)
    for step in ("income", "living", "rent", "cash"):
        newcomer.send(f"/visit/{step}", {})
    newcomer.send("/visit/debt", KNOWS_LITTLE)
    before = book.load()
    entry = before.of("debt")[0]
    for path in ("/", "/plan"):
        page = newcomer.get(path)
        assert page.status == 200
        assert head in page.words
        assert not {"还差多少", "How much is missing", "每个月底手里的钱"} & set(heads(page))
        assert all(words in page.words for words in taken), path
        assert f'href="/entry/{entry.pk}"' in page.text
        assert all(f'href="/visit/{step}"' in page.text for step in ("income", "living", "cash"))
    assert book.load().text == before.text
    assert not {"due_day", "periods_left"} & {*book.entry_values(entry)}


def test_an_estimate_leads_to_no_page_that_needs_the_contract(newcomer):
    newcomer.send("/visit/debt", KNOWS_LITTLE)
    today, plan = newcomer.get("/").text, newcomer.get("/plan").text
    for path in ("/checkin", "/creditors", "/letters", "/agenda", "/plan/asks", "/plan/levers"):
        assert f'href="{path}"' not in today + plan, path
        assert newcomer.get(path).status in (200, 302)
    for path in ("/papers", "/trap", "/log"):
        assert f'href="{path}"' in today, path


@pytest.mark.parametrize(
    ("language", "ends", "head", "step"),
    [
        ("zh", "到期（还有", "要记住的日子", "聊天记录"),
        ("en", "ends on", "Days to keep in mind", "Look up in your messages"),
    ],
)
def test_a_last_day_that_nobody_knows_is_no_day_to_act_by(newcomer, language, ends, head, step):
    """Goods on account: when they are to be paid was not said, so no day is told as if it were the contract's."""
    newcomer.speaks(language)
    newcomer.send("/visit/debt", {"product": "cn/supplier-credit", "balance": "9600"})
    for path in ("/", "/plan"):
        page = newcomer.get(path)
        first = page.text.partition("<h2")[2].partition("</section>")[0]
        assert ends not in first, path
        assert head not in heads(page), path
        assert step in page.words, path
    entry = book.load().of("debt")[0]
    newcomer.send(f"/entry/{entry.pk}", {"due_day": "20", "periods_left": "1"})
    assert head in heads(newcomer.get("/"))


@pytest.mark.parametrize(
    ("language", "said", "paid"),
    [("zh", "还没有填债务", "没有要还的债"), ("en", "No debt is filled in yet", "There is no debt to pay")],
)
def test_where_no_debt_was_put_in_it_is_not_said_that_there_is_none(newcomer, language, said, paid):
    newcomer.speaks(language)
    newcomer.send("/visit/income", {"amount": "6000"})
    for path in ("/?done=1", "/plan"):
        page = newcomer.get(path)
        assert page.status == 200
        assert said in page.words, path
        assert paid not in page.words, path
        assert 'href="/visit/debt"' in page.text


def test_the_one_step_is_to_look_into_the_lenders_app_and_ends_with_it(newcomer):
    newcomer.speaks("en")
    newcomer.send("/visit/debt", KNOWS_LITTLE)
    assert "Open the lender" in newcomer.get("/").words
    entry = book.load().of("debt")[0]
    newcomer.send(f"/entry/{entry.pk}", {"due_day": "15", "periods_left": "7"})
    page = newcomer.get("/")
    assert "Open the lender" not in page.words
    assert 'href="/checkin"' in page.text
    assert f'href="/entry/{entry.pk}"' not in page.text


def test_what_is_not_guessed_at_is_asked_for_and_nothing_else(newcomer):
    newcomer.speaks("en")
    newcomer.send("/visit/debt", KNOWS_LITTLE)
    newcomer.send("/visit/debt", {"product": "cn/mortgage", "balance": "300000"})
    page = newcomer.get("/")
    first, second = book.load().of("debt")
    assert f'href="/entry/{second.pk}"' in page.text
    assert f'href="/entry/{first.pk}"' not in page.text


def test_what_if_answers_an_estimate_too(newcomer):
    newcomer.send("/visit/debt", KNOWS_LITTLE)
    for way in ("quick", "whole"):
        assert newcomer.get(f"/plan/if?income=10&alone=1&{way}=1").status == 200
