"""A paper that came: recognised, its days counted, written down with its debt, and the first thing on Today."""

import re
import uuid
from datetime import timedelta
from html import unescape

import pytest

from ashore.creditors.papers import PAPERS
from ashore.household.writing import Set
from ashore.store import book
from day import TODAY

CAME = TODAY - timedelta(days=3)
UNTIL = CAME + timedelta(days=15)


def debt():
    """Return a debt's entry as it is now."""
    return book.load().of("debt")[1]


def note(owner, kind="claim", **typed):
    """Write a paper down with a debt."""
    form = owner.get(f"/papers/{kind}?received={CAME}").form(f"/papers/{kind}")
    return owner.post(f"/papers/{kind}", {**form, "debt": str(debt().pk), **typed})


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_kind_is_listed_and_told(owner, language):
    owner.speaks(language)
    listed = owner.get("/papers").text
    for paper in PAPERS:
        assert f'href="/papers/{paper.kind}"' in listed
        page = owner.get(f"/papers/{paper.kind}")
        assert page.status == 200
        assert "paper-" not in page.words


def test_the_day_is_counted_and_shown(owner):
    page = owner.get(f"/papers/claim?received={CAME}")
    assert f"{UNTIL.year}年{UNTIL.month}月{UNTIL.day}日" in page.words


@pytest.mark.parametrize("typed", ["", "x", "2026-13-40"])
def test_without_a_day_it_asks_for_one(owner, typed):
    page = owner.get(f"/papers/claim?received={typed}")
    assert page.status == 200
    assert 'name="received"' in page.text


def test_written_down_it_is_the_first_thing_on_today(owner):
    assert note(owner).where == "/"
    values = book.entry_values(debt())
    assert values["stage"] == "sued"
    assert values["deadline"] == {"on": UNTIL, "what": "answer"}
    first = owner.get("/").text.partition("<h2")[2].partition("</section>")[0]
    assert f"{UNTIL.month}月{UNTIL.day}日" in first


def test_a_judgment_is_written_down_with_the_last_day_to_appeal(owner):
    assert note(owner, "judgment").where == "/"
    values = book.entry_values(debt())
    assert (values["stage"], values["deadline"]) == ("judgment", {"on": UNTIL, "what": "appeal"})
    assert (
        f"{UNTIL.month}月{UNTIL.day}日" in owner.get("/").text.partition("<h2")[2].partition("</section>")[0]
    )


def test_a_nearer_day_and_a_later_stage_stay(owner):
    entry, near = debt(), TODAY + timedelta(days=2)
    paper = {"on": near, "what": "hearing"}
    edits = [Set("stage", "enforcement"), Set("deadline", paper)]
    book.edit(uuid.uuid4(), entry.pk, entry.version, edits)
    note(owner)
    values = book.entry_values(debt())
    assert (values["stage"], values["deadline"]) == ("enforcement", paper)


def test_the_day_that_a_paper_names_is_typed(owner):
    day = TODAY + timedelta(days=9)
    note(owner, "small-claim", until=day.isoformat())
    assert book.entry_values(debt())["deadline"] == {"on": day, "what": "hearing"}


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"until": "十二月三号"}, "没认出来"),
        ({"received": "2026-13-40"}, "没认出来"),
        ({"received": (TODAY + timedelta(days=1)).isoformat()}, "还没到"),
        ({"debt": ""}, "哪一笔债务"),
        ({"debt": str(uuid.uuid4())}, "哪一笔债务"),
    ],
)
def test_what_is_unclear_is_asked_again_and_nothing_written(owner, typed, says):
    before = book.load().text
    page = note(owner, "small-claim", **typed)
    assert page.status == 400
    assert says in page.words
    assert book.load().text == before


@pytest.mark.parametrize(
    "written", ["{0.year}/{0.month}/{0.day}", "{0.year}年{0.month}月{0.day}日", "{0.year}.{0.month}.{0.day}"]
)
def test_a_day_as_people_write_it_is_read(owner, written):
    day = TODAY + timedelta(days=9)
    note(owner, "small-claim", until=written.format(day))
    assert book.entry_values(debt())["deadline"] == {"on": day, "what": "hearing"}


@pytest.mark.parametrize(("language", "said"), [("zh", "在另一个窗口改过"), ("en", "in another window")])
def test_what_was_changed_meanwhile_asks_once_more_and_loses_nothing(owner, language, said):
    """A debt is corrected in another window while the paper's page is open: its day must not end in an error."""
    owner.speaks(language)
    day = TODAY + timedelta(days=9)
    path = "/papers/small-claim"
    form = {**owner.get(path).form(path), "debt": str(debt().pk), "until": day.isoformat()}
    other = book.load().of("debt")[0]
    book.edit(uuid.uuid4(), other.pk, other.version, [Set("due_day", 3)])
    page = owner.post(path, form)
    assert page.status == 409
    assert said in page.words
    again = page.form(path)
    assert (again["debt"], again["until"]) == (str(debt().pk), day.isoformat())
    assert owner.post(path, again).where == "/"
    assert book.entry_values(debt())["deadline"] == {"on": day, "what": "hearing"}


@pytest.mark.parametrize(
    ("kind", "party"),
    [
        ("claim", "court"),
        ("judgment", "court"),
        ("mediation-message", "mediator"),
        ("collection-message", ""),
    ],
)
def test_the_contact_is_written_down_with_whom_it_was(owner, kind, party):
    link = re.search(r'href="(/log/new[^"]*)"', owner.get(f"/papers/{kind}").text)
    assert link is not None
    form = owner.get(unescape(link[1])).form("/log/new")
    assert (form["party"], form["direction"]) == (party, "in")


def test_it_can_be_undone(owner):
    before = book.load().text
    note(owner)
    change = book.last_change()
    assert change is not None
    owner.send("/situation", {}, f"/undo/{change.pk}")
    assert book.load().text == before


def test_a_collectors_message_changes_no_debt(owner):
    assert (
        "<form"
        not in owner.get("/papers/collection-message").text.partition("<main")[2].partition("</main")[0]
    )


def test_what_is_none_is_not_found(owner):
    assert owner.get("/papers/x").status == 404


def test_a_stranger_finds_nothing(stranger):
    assert [stranger.get(path).status_code for path in ("/papers", "/papers/claim")] == [404, 404]
