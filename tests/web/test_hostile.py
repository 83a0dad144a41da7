"""Whatever a name says, in the book or in a bill, it stays text on Why, Budget, Review and every page they lead to."""

import json
import uuid
from html.parser import HTMLParser

import pytest

from ashore.store import book
from ashore.store.private.bills import taught
from calendars import texts
from web.made_bills import Paid, alipay, year_of_life
from web.test_bills import HOSTILE, keep, look_at

RUNS = frozenset({"img", "iframe", "object", "embed", "base", "math", "audio", "video"})
"""Elements that no page of these has."""
FORMULAS = ("=", "+", "-", "@")


class Looked(HTMLParser):
    """A page as a browser takes it: what it says, and whatever of it would run or load."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.words: list[str] = []
        self.runs: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that runs, and an attribute that does."""
        said = dict(attrs)
        if tag in RUNS or (tag == "script" and not (said.get("src") or "").startswith("/static/")):
            self.runs.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name in {"style", "srcdoc"}:
                self.runs.append(f"{tag} {name}")
            to = (value or "").strip().lower()
            if name in {"href", "src", "action", "formaction"} and not to.startswith(
                ("/", "#", "tel:", "?", "data:,")
            ):
                self.runs.append(f"{tag} {name} {value}")

    def handle_data(self, data: str) -> None:
        """Note what is said."""
        self.words.append(data)


def written(text):
    """Return a text as TOML has it between its quotes."""
    return json.dumps(text, ensure_ascii=False)


def household():
    """Return a small household of which every name is one of the hostile ones."""
    debts = "".join(
        f"""
[[debt]]
id = {written(f"d{number}{text}")}
name = {written(text)}
creditor = {written(f"lender {text}")}
lender_kind = "private"
balance = 1200.00
rate = "0%/year"
method = "equal-principal"
due_day = 15
periods_left = 12
"""
        for number, text in enumerate(HOSTILE[:3])
    )
    spendings = "".join(
        f"[[spending]]\nname = {written(text)}\namount = 10.00\nday = 3\n" for text in HOSTILE[3:]
    )
    return f"""format = "ashore/1"
[household]
as_of = 2026-09-10
jurisdiction = "cn"
cash = 90000.00
[[income]]
name = {written(HOSTILE[0])}
amount = 6500.00
day = 5
[[income]]
name = {written(HOSTILE[1])}
amount = 100.00
every = "once"
on = 2026-12-02
business = true
[[business]]
name = {written(HOSTILE[0])}
takings = 100.00
cost_of_goods = "50%"
fixed = 10.00
[[due]]
name = {written(HOSTILE[0])}
amount = 300.00
on = 2026-12-01
keep = "shop"
[[due]]
name = {written(HOSTILE[1])}
amount = 300.00
on = 2026-12-01
keep = "family"
{spendings}{debts}"""


def bill():
    """Return a year of payments, each with a hostile text for whom and what for; some repay nobody knows what."""
    rows = [
        Paid(one.on, HOSTILE[at % len(HOSTILE)], one.yuan, HOSTILE[at % len(HOSTILE)] if at % 3 else one.what,
             one.kind, one.way, one.status, one.method)
        for at, one in enumerate(year_of_life())
    ]  # fmt: skip
    return alipay(rows)


@pytest.fixture
def hostile(owner):
    """Return an owner whose book and bills are full of it."""
    book.replace_all(uuid.uuid4(), household())
    look_at(owner, ("=cmd|' <script>alert(1)<script>.csv", bill()))
    keep(owner)
    taught.keep_text(uuid.uuid4(), "owed", f"d0{HOSTILE[0]}", "2025-11-01 100")
    return owner


def pages(owner):
    """Return every page of these, by what was asked for."""
    found = {
        path: owner.get(path)
        for path in (
            "/why",
            "/budget",
            "/budget?share=%3Cscript%3Ealert(1)%3C/script%3E",
            "/bills/payments?at=3",
            "/bills/payments?row=3&month=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
            "/review",
            "/bills/banks",
        )
    }
    form = owner.get("/review").form("/review")
    found["reviewed"] = owner.post("/review", form)
    bad = {name: HOSTILE[1] for name in form if name.startswith("said-")}
    found["wrong"] = owner.post("/review", {**form, **bad, "cash": HOSTILE[0]})
    banks = owner.get("/bills/banks").form("/bills/banks")
    found["banks"] = owner.post(
        "/bills/banks", {**banks, "bank": HOSTILE[1], "column-day": HOSTILE[0], "account": HOSTILE[2]}
    )
    return found


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_nothing_of_it_runs_loads_or_is_filled_in(hostile, language):
    hostile.speaks(language)
    for asked, page in pages(hostile).items():
        assert page.status in (200, 400), asked
        assert Looked(page.text).runs == [], asked
        assert "49" not in [word for word in Looked(page.text).words if word.strip() == "49"], asked


def test_what_a_page_names_stands_there_as_it_was_written(hostile):
    found = {asked: Looked(page.text).words for asked, page in pages(hostile).items()}
    said = {asked: "\n".join(words) for asked, words in found.items()}
    for text in HOSTILE[:3]:
        assert text in said["/why"], text
        assert text in said["/review"], text
        assert text in said["reviewed"], text
    assert len([text for text in HOSTILE if text in said["/why"]]) > 6, "whom the largest payments went to"
    assert HOSTILE[3 % len(HOSTILE)] in said["/bills/payments?at=3"]


def test_the_budget_of_the_book_alone_names_its_lines_as_they_were_written(owner):
    book.replace_all(uuid.uuid4(), household())
    page = owner.get("/budget")
    looked = Looked(page.text)
    assert (page.status, looked.runs) == (200, [])
    for text in HOSTILE[3:]:
        assert text in "\n".join(looked.words), text


def test_a_formula_is_in_no_file_that_these_pages_hand_out(hostile):
    data = hostile.get("/review/paydays").data
    values = texts(data)
    assert values
    assert not [text for text in HOSTILE for value in values if text in value]
    assert not [value for value in values if value.startswith(FORMULAS) and "cmd" in value]


def test_signs_that_turn_a_line_round_or_end_it_are_spaces(owner):
    book.replace_all(uuid.uuid4(), household())
    rows = [
        Paid(one.on, "店\u202e\u2066x", one.yuan, "w\u200f\u0007y", one.kind, one.way, one.status, one.method)
        for one in year_of_life()
    ]
    look_at(owner, ("a.csv", alipay(rows)))
    keep(owner)
    form = owner.get("/review").form("/review")
    shown = [owner.get(path) for path in ("/why", "/bills/payments?at=3")]
    for page in (*shown, owner.post("/review", form)):
        assert page.status == 200
        words = "".join(Looked(page.text).words)
        assert "店" in words
        assert not [sign for sign in "\u202e\u2066\u200f\u0007" if sign in words]
