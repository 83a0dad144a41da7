"""The form of a contact asks what fits its channel, without a script; the log says fittingly what was answered."""

from collections.abc import Iterator
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from ashore.creditors.contacts import Contact, written
from ashore.creditors.log_file import Log, read_log, with_entry
from ashore.documents.contact_log import told_of
from ashore.store import contacts
from ashore.texts import say
from ashore.texts.sentences import word
from day import TODAY
from needs import ROOT, needs
from web.serving import TAGS, let_in, make_book, served

BASE = {"party": "agency", "direction": "in", "channel": "call", "said": "还款"}
CHANNELS = ("call", "message", "letter", "app", "visit")
MAY_MISS = ("call", "visit")
"""Where nobody may be met at all."""
SAID = {
    ("call", "in", "yes"): ("电话接了。", "You took the call."),
    ("call", "in", "no"): ("电话没接。", "You did not take the call."),
    ("call", "out", "yes"): ("电话打通了。", "They took the call."),
    ("call", "out", "no"): ("电话没有打通。", "They did not take the call."),
    ("visit", "in", "yes"): ("对方来的时候有人在。", "Somebody was there when they came."),
    ("visit", "in", "no"): ("对方来的时候没人在。", "Nobody was there when they came."),
    ("visit", "out", "yes"): ("去的时候见到人了。", "You met somebody there."),
    ("visit", "out", "no"): ("去的时候没见到人。", "You met nobody there."),
}
EVERY = sorted({one for both in SAID.values() for one in both})
ASKED = "log-field-answered", "log-field-met"


def write(owner, **typed):
    """Write an entry down in the form; returns the answer."""
    return owner.send("/log/new", {**BASE, **typed})


@pytest.mark.parametrize("channel", CHANNELS)
def test_whether_anybody_was_met_is_kept_where_it_can_be_asked(owner, channel):
    for typed, kept in (("yes", True), ("no", False), ("", None)):
        write(owner, channel=channel, answered=typed)
        found = contacts.load().entries[-1].contact
        assert found is not None
        assert found.answered is (kept if channel in MAY_MISS else None)


@pytest.mark.parametrize("channel", CHANNELS)
def test_where_nobody_was_met_nothing_has_to_have_been_said(owner, channel):
    assert write(owner, channel=channel, answered="no", said="").status == (
        302 if channel in MAY_MISS else 400
    )


@pytest.mark.parametrize(("at", "language"), [(0, "zh"), (1, "en")])
def test_the_log_says_who_took_a_call_and_who_was_there(at, language):
    answers = {"yes": True, "no": False, "": None}
    for channel, direction, answered in product(CHANNELS, ("in", "out"), answers):
        contact = Contact(TODAY, TODAY, "agency", direction, channel, "还款", answered=answers[answered])
        (told,) = told_of(read_log(with_entry(Log(()), written(contact)).encode()), language)
        lines = [say(one, language) for one in told.lines]
        expected = SAID.get((channel, direction, answered))
        assert [one for one in EVERY if one in lines] == ([expected[at]] if expected else [])


@pytest.fixture
def form(browser, tmp_path) -> Iterator[Page]:
    """Return the form in a window in which no script runs."""
    with served(tmp_path / "book") as at:
        cookies = let_in(browser, at)
        page = browser.new_context(storage_state=cookies, locale=TAGS["zh"]).new_page()
        make_book(page, at, ROOT / "examples" / "nothing-works.toml")
        still = browser.new_context(
            storage_state=cookies,
            locale=TAGS["zh"],
            java_script_enabled=False,
            viewport={"width": 320, "height": 800},
        )
        page = still.new_page()
        page.goto(f"{at.home}/log/new")
        yield page
        still.close()


@needs("chromium", "whether a style sheet hides something is seen in a browser")
@pytest.mark.long
def test_only_what_fits_the_chosen_channel_is_asked(form):
    expect(form.locator("#answered")).to_be_hidden()
    assert [form.locator(f"p.only-{one}").is_visible() for one in CHANNELS] == [False] * 5
    for channel in (*CHANNELS, *reversed(CHANNELS)):
        form.locator("#channel").select_option(channel)
        assert form.locator("#answered").is_visible() == (channel in MAY_MISS)
        assert [one for one in CHANNELS if form.locator(f"p.only-{one}").is_visible()] == [channel]
        label = form.locator("label[for=answered]")
        if channel in MAY_MISS:
            assert label.inner_text().strip() == word(ASKED[channel == "visit"], "zh")
    expect(form.locator("p.only-court")).to_be_hidden()
    form.locator("#party").select_option("court")
    expect(form.locator("p.only-court a")).to_be_visible()
