"""Where somebody helps, a small circle, the sheet for a counsellor: what was ticked, handed out, kept nowhere."""

import re
import uuid

import pytest

from ashore.documents.counsellor import PACK_MAKERS
from ashore.documents.sheets.making import MAKERS
from ashore.letters.counsellor import USUAL
from ashore.packs.pack import load_pack
from ashore.store import book
from ashore.web import session

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
LINKS = re.compile(r'href="(https?:|//|weixin:|qq:)', re.IGNORECASE)
GROUPS = re.compile(r"微信群|QQ群|豆瓣|知乎|Douban|Telegram|扫码进", re.IGNORECASE)


def make(owner, **typed):
    """Send the form."""
    return owner.post("/support/pack", {**owner.get("/support/pack").form("/support/pack"), **typed})


@LANGUAGES
def test_every_place_is_told_with_its_source_and_day(visitor, language):
    visitor.speaks(language)
    words = " ".join(visitor.get("/support").words.split())
    for one in load_pack("cn").supports.values():
        texts = [one.names, one.purpose, one.cost, one.secret, one.limits, *one.steps, *one.say]
        for text in (*(each[language] for each in texts), one.source.address):
            assert " ".join(text.split()) in words, (one.id, text)
    assert {"zh": "2026年11月26日", "en": "26 Nov 2026"}[language] in words


@LANGUAGES
@pytest.mark.parametrize("path", ["/support", "/support/circle", "/support/pack"])
def test_no_group_is_named_and_no_page_leads_out(owner, language, path):
    owner.speaks(language)
    page = owner.get(path)
    assert page.status == 200
    assert not LINKS.search(page.text)
    assert not GROUPS.search(page.words)


@LANGUAGES
def test_signs_to_leave_stand_before_signs_that_are_no_proof(visitor, language):
    visitor.speaks(language)
    words = visitor.get("/support").words
    harm, good = {
        "zh": ("看到任何一条，就退出来", "也不能证明什么"),
        "en": ("Any one of these: leave", "they are no proof"),
    }[language]
    assert words.index(harm) < words.index(good)
    assert not re.search(r"安全的群|\bsafe group", words)


@LANGUAGES
def test_the_circles_rules_are_those_that_bind(visitor, language):
    visitor.speaks(language)
    words = visitor.get("/support/circle").words
    rules = {
        "zh": ("不私聊", "不发链接、电话号码、二维码", "不说欠多少", "不说怎么逼贷款机构", "12356", "120"),
        "en": (
            "No private messages",
            "No links, telephone numbers or QR codes",
            "No amounts",
            "how to press a lender",
            "12356",
        ),
    }[language]
    assert [rule for rule in rules if rule not in words] == []


@pytest.mark.parametrize("ending", list(MAKERS))
def test_the_circles_page_is_handed_out_without_a_book(visitor, ending):
    given = visitor.get(f"/support/circle/{ending}")
    assert given.status == 200
    assert "circle" not in given.headers["Content-Disposition"]
    assert len(given.data) > 500


def test_another_ending_is_none(owner):
    assert owner.get("/support/circle/exe").status == 404


def test_what_is_usual_is_ticked_and_nothing_is_made_yet(owner):
    page = owner.get("/support/pack")
    assert page.form("/support/pack")["show"] == [one for one in ("month", "debts", "days") if one in USUAL]
    assert 'id="paper"' not in page.text
    assert "ask" not in page.form("/support/pack")


@LANGUAGES
def test_the_sheet_shows_what_is_ticked_alone(owner, language):
    owner.speaks(language)
    page = make(owner, show=["debts"], ask=["talk"], own="只想问一问 <b>")
    paper = page.text.partition('id="paper"')[2]
    assert page.status == 200
    assert {"zh": "想请您帮的是", "en": "What I would like help with"}[language] in paper
    assert {"zh": "平常一个月", "en": "A usual month"}[language] not in paper
    assert "只想问一问 &lt;b&gt;" in paper
    before = {"zh": "交给别人之前", "en": "Before you hand it over"}[language]
    assert page.text.index(before) < page.text.index('id="paper"')
    assert page.form("/support/pack")["show"] == ["debts"], "what was ticked stays so"


def test_nothing_ticked_is_nothing_shown(owner):
    paper = make(owner, show=[], ask=[]).text.partition('id="paper"')[2]
    assert "¥" not in paper
    assert "关于这一页" in paper


def test_the_debts_own_names_do_not_stand_on_it(owner):
    entry = book.load().of("debt")[0]
    owner.send(f"/entry/{entry.pk}", {"name": "暗号装修"})
    assert "暗号装修" in book.load().text
    assert (
        "暗号装修"
        not in make(owner, show=["month", "debts", "days", "tried"]).text.partition('id="paper"')[2]
    )


def test_covered_on_the_paper(owner):
    paper = make(owner, redact="1").text.partition('id="paper"')[2]
    assert "¥" not in paper
    assert "••••" in paper


@pytest.mark.parametrize("ending", ["docx", "txt", "html", pytest.param("pdf", marks=pytest.mark.long)])
def test_it_is_handed_out_as_a_file(owner, ending):
    assert set(PACK_MAKERS) == {"pdf", "docx", "txt", "html"}
    given = make(owner, show=["debts"], **{"as": ending})
    assert given.status == 200
    assert given.headers["Content-Disposition"].startswith("attachment")
    assert "support" not in given.headers["Content-Disposition"]
    assert len(given.data) > 200


def test_a_choice_that_is_none_is_refused_and_told(owner):
    page = make(owner, show=["mood"])
    assert page.status == 400
    assert 'role="alert"' in page.text
    assert 'id="paper"' not in page.text


def test_nothing_of_it_is_kept(owner):
    before = book.load().text
    make(owner, own="a secret word", show=["debts"])
    assert book.load().text == before
    assert "a secret word" not in owner.get("/support/pack").text


def test_while_amounts_are_covered_no_sheet_is_made(owner):
    owner.client.cookies[session.COVER] = "1"
    assert make(owner, show=["debts"]).where == "/"


def test_before_there_is_a_debt_it_says_so(owner):
    book.replace_all(uuid.uuid4(), 'format = "ashore/1"\n[household]\nas_of = 2026-11-23\ncash = 1.00\n')
    page = owner.get("/support/pack")
    assert page.status == 200
    assert "先记一笔欠款" in page.words
    assert "<form" not in page.text.partition("<main")[2].partition("</main>")[0]


def test_a_locked_book_shows_the_places_and_no_sheet(owner):
    owner.send("/settings", {}, "/lock")
    assert owner.get("/support").status == 200
    assert owner.get("/support/circle").status == 200
    assert owner.get("/support/pack").where == "/unlock"


def test_on_a_phone_the_places_and_no_sheet(visiting):
    page = visiting.get("/support")
    assert page.status == 200
    assert "/support/pack" not in page.text
    assert visiting.get("/support/circle").status == 200
    assert visiting.get("/support/pack").status == 404
