"""Is it a trap: with and without a book, on a phone, in both languages; what was pasted is kept nowhere."""

import hashlib
from pathlib import Path

import pytest

from ashore.traps.signs import HANDED
from ashore.web import plans, session

OFFER = "先交3000元服务费，包停息挂账，加V：abc-canary"
CANARY = "abc-canary"
COURT = "【某某法院】您的案件定于周五开庭"
NOTHING = {"zh": "没有发现已知套路，不等于安全。", "en": "That does not mean it is safe."}


def send(browser, **typed):
    """Send the form of the page."""
    return browser.post("/trap", {**browser.get("/trap").form("/trap"), **typed})


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_needs_no_book_and_quotes_the_message(visitor, language):
    visitor.speaks(language)
    page = send(visitor, text=OFFER)
    assert page.status == 200
    assert "先交3000元" in page.words
    assert "trap-" not in page.words
    assert "tel:96110" in page.text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("text", ["晚上一起吃饭", COURT])
def test_nothing_found_is_no_comfort(visitor, language, text):
    visitor.speaks(language)
    assert NOTHING[language] in send(visitor, text=text).words


@pytest.mark.parametrize(
    ("language", "never"),
    [("zh", "越要跟信得过的人说一声"), ("en", "the sooner you tell somebody you trust")],
)
def test_without_a_sign_what_is_asked_is_named(visitor, language, never):
    visitor.speaks(language)
    page = send(visitor, text="麻烦今天先转三百，别跟家里人说")
    assert NOTHING[language] in page.words
    assert "“先转三百”" in page.words
    assert never in page.words
    assert "trap-" not in page.words


def test_questions_are_answered_alike_and_stay_ticked(visitor):
    page = send(visitor, text="", ask=["code", "fee"], given=["money"])
    assert "这一条是你勾的" in page.words
    assert "记下对方的账号和户名" in page.words
    assert page.form("/trap")["ask"] == ["fee", "code"]
    assert page.form("/trap")["given"] == ["money"]


def test_only_what_was_given_away_is_seen_to(visitor):
    page = send(visitor, text="", ask=["fee"], given=["sim"])
    assert "补卡" in page.words
    assert "记下对方的账号和户名" not in page.words


@pytest.mark.parametrize(
    ("text", "said"), [("", "还没有可以看的内容"), ("好" * 20_001, "20,001"), ("\ufffd" * 9, "乱码")]
)
def test_what_cannot_be_read_is_said_at_the_form(visitor, text, said):
    page = send(visitor, text=text)
    assert page.status == 400
    assert said in page.words
    assert 'role="alert"' in page.text


def test_a_word_of_the_form_that_is_none_is_left_alone(visitor):
    page = send(visitor, text=OFFER, ask=["x"], given=["y"])
    assert page.status == 200


def test_markup_in_a_message_is_text(visitor):
    page = send(visitor, text="先交<b>3000</b>元定金，协商停息")
    assert "<b>3000" not in page.text


def test_the_papers_are_named_only_where_there_is_a_book(visitor, owner):
    assert 'href="/papers"' in send(owner, text=COURT).text


def test_nothing_that_was_pasted_is_kept(owner, folder, caplog):
    def everything() -> dict[Path, str]:
        # The database's shared memory says who reads, changes with every reading and holds nothing of what is stored.
        files = [path for path in folder.path.rglob("*") if path.is_file() and not path.name.endswith("-shm")]
        return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    before = everything()
    page = send(owner, text=OFFER)
    assert CANARY in page.text  # it stands in the form, to be mended
    assert everything() == before
    assert CANARY not in caplog.text
    assert CANARY not in repr(plans._memory.kept)
    for path in ("/", "/trap", "/help", "/papers"):
        assert CANARY not in owner.get(path).text
    assert page.headers["Cache-Control"] == "no-store"


def test_it_is_there_while_amounts_are_covered(owner):
    owner.client.cookies[session.COVER] = "1"
    assert "先交" in send(owner, text="先交一点服务费，帮你和银行协商").words


@pytest.mark.parametrize("path", ["/help", "/about", "/first", "/", "/papers"])
def test_the_way_to_it(owner, path):
    assert 'href="/trap"' in owner.get(path).text


def test_each_thing_given_away_can_be_ticked(visitor):
    text = visitor.get("/trap").text
    assert all(f'name="given" value="{one}"' in text for one in HANDED)
