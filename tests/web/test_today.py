"""Today: the urgent thing first; what holds a plan up is listed with a way to it."""

import uuid
from datetime import date, timedelta
from importlib import resources

import pytest

from ashore.household.writing import Set
from ashore.store import book
from ashore.store.models import Entry
from day import TODAY

EXAMPLES = resources.files("ashore") / "examples"


def heads(page):
    """Return the headings of the parts, in order."""
    return [line.split("<")[0].split(">")[-1] for line in page.text.split("<h2")[1:]]


@pytest.mark.parametrize(("language", "first"), [("zh", "最要紧的一件事"), ("en", "The one urgent thing")])
def test_the_urgent_thing_comes_first(owner, language, first):
    owner.speaks(language)
    page = owner.get("/")
    assert page.text.split("<h2>")[1].startswith(first)


def test_where_no_plan_works_what_is_safe_and_a_way_on_come_before_the_number(owner):
    book.replace_all(uuid.uuid4(), (EXAMPLES / "nothing-works.toml").read_text(encoding="utf-8"))
    page = owner.get("/")
    places = [
        page.text.index(f'class="part {kind}"') for kind in ("first urgent", "first safe", "first step")
    ]
    places += [page.text.index(" routes"), page.text.index("<details>")]
    assert places == sorted(places)
    assert "tel:" in page.text


def test_the_total_is_not_shown(owner):
    household = book.load().reading().household
    assert household is not None
    total = sum(debt.balance_fen for debt in household.debts)
    assert f"{total // 100:,}" not in owner.get("/").words
    assert f"{total // 100:,}" not in owner.get("/situation").words
    assert f"{total // 100:,}" in owner.get("/situation?total").words


def test_what_holds_the_plan_up_is_listed_with_its_entry(owner):
    entry = book.load().of("debt")[0]
    book.edit(uuid.uuid4(), entry.pk, entry.version, [Set("balance", "unclear")])
    page = owner.get("/")
    assert page.status == 200
    assert f"/entry/{entry.pk}" in page.text
    assert "unclear" in page.words


@pytest.mark.parametrize(
    ("language", "court"), [("zh", "不能等数字理清再办"), ("en", "do not wait for the figures")]
)
def test_a_court_day_is_shown_whatever_figure_is_unclear(owner, language, court):
    owner.speaks(language)
    first, second = book.load().of("debt")[:2]
    book.edit(uuid.uuid4(), first.pk, first.version, [Set("balance", "unclear")])
    assert court not in owner.get("/").words
    paper = {"on": date(2026, 12, 9), "what": "reply to the court"}
    book.edit(uuid.uuid4(), second.pk, second.version, [Set("stage", "sued"), Set("deadline", paper)])
    page = owner.get("/")
    assert court in page.words
    assert "reply to the court" in page.words
    assert "12368" in page.words


@pytest.mark.parametrize(("language", "said"), [("zh", "债都还完了"), ("en", "Every debt is closed")])
def test_when_all_is_paid_it_says_so_and_what_is_left_to_do(owner, language, said):
    owner.speaks(language)
    book.replace_all(uuid.uuid4(), CLOSED)
    for path in ("/", "/plan"):
        page = owner.get(path)
        assert page.status == 200
        assert said in page.words


CLOSED = """format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 2000.00
[[income]]
name = "wage"
amount = 5000.00
[[debt]]
id = "a"
name = "bank"
balance = 0.00
rate = "12%/year"
method = "level-payment"
periods_left = 0
due_day = 15
last_payment = 2026-11-20
"""


def test_a_zero_of_which_no_payment_is_known_is_not_called_closed(owner):
    book.replace_all(uuid.uuid4(), CLOSED.replace("last_payment = 2026-11-20\n", ""))
    page = owner.get("/")
    assert page.status == 200
    assert "债都还完了" not in page.words


def test_a_damaged_row_shows_no_figures(owner):
    Entry.objects.filter(section="income").update(text="[[income]]\nname = 'x'\namount = 1.00\n")
    page = owner.get("/")
    assert page.status == 500
    assert "¥" not in page.words
    assert "备份" in page.words


def test_old_figures_ask_what_happened_since(owner):
    home = book.load().of("household")[0]
    book.edit(uuid.uuid4(), home.pk, home.version, [Set("as_of", TODAY - timedelta(days=30))])
    page = owner.get("/")
    assert "30 天前的" in page.words
    assert 'class="banner"' in page.text


@pytest.mark.parametrize(
    ("language", "words"), [("zh", "2026年12月留给生活的钱"), ("en", "For living in Dec 2026")]
)
def test_what_is_left_for_living_names_its_month(owner, language, words):
    owner.speaks(language)
    assert words in owner.get("/").words


def test_days_that_papers_set_are_on_today_though_nothing_works(owner):
    book.replace_all(uuid.uuid4(), (EXAMPLES / "nothing-works.toml").read_text(encoding="utf-8"))
    household = book.load().reading().household
    assert household is not None
    days = [debt.deadline.on for debt in household.debts if debt.deadline]
    page = owner.get("/")
    assert days
    assert all(f"{day.month}月{day.day}日" in page.words for day in days)
