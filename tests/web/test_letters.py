"""Letters: those that fit each debt, one of them shown as it will be, handed out as a file; nothing is kept."""

import uuid
from urllib.parse import unquote

import pytest

from ashore.letters.kinds import NAMES
from ashore.store import book
from ashore.web.session import COVER
from day import TODAY
from web.asking import ORIGIN


def debt(name="网商贷"):
    """Return the id of a debt's entry."""
    return next(one.pk for one in book.load().of("debt") if book.entry_values(one).get("name") == name)


def path(kind, name="网商贷"):
    """Return the address of a letter."""
    return f"/letters/{kind}/{debt(name)}"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_debt_is_listed_with_the_letters_that_fit_it(owner, language):
    owner.speaks(language)
    page = owner.get("/letters")
    assert page.status == 200
    assert "letter-" not in page.words
    assert f'href="{path("proposal")}"' in page.text
    assert f'href="{path("card-instalments", "信用卡")}"' in page.text
    assert f'href="{path("card-instalments")}"' not in page.text
    assert f'href="{path("complaint")}"' in page.text
    assert f'href="{path("settled")}"' not in page.text  # as long as anything is owed


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", NAMES)
def test_each_kind_has_its_page(owner, kind, language):
    owner.speaks(language)
    page = owner.get(path(kind))
    assert page.status == 200
    assert "letter-" not in page.words


def test_the_debts_page_leads_to_its_letters(owner):
    assert f'href="/letters#d{debt()}"' in owner.get(f"/debt/{debt()}").text


def test_a_letter_is_shown_as_it_will_be_with_what_to_know_beside_it(owner):
    page = owner.send(path("waiver"), {"own": "我在找工作。<b>", "cause": "job-loss"})
    assert page.status == 200
    paper = page.text.partition("readonly>")[2].partition("</textarea>")[0]
    assert paper.strip().startswith("减免罚息和费用的申请")
    assert "我在找工作。&lt;b&gt;" in paper
    assert "寄出之前" in page.words
    assert "寄出之前" not in paper


def test_papers_to_tick_follow_the_cause(owner):
    page = owner.send(path("waiver"), {"cause": "illness", "evidence": ["income"]})
    assert 'value="diagnosis"' in page.text
    assert "收入证明" in page.text.partition("readonly>")[2]
    changed = owner.post(
        path("waiver"), {**page.form(path("waiver")), "cause": "job-loss", "evidence": "diagnosis"}
    )
    assert changed.status == 200
    assert "诊断证明" not in changed.text


def test_the_plan_is_made_when_the_letter_is_asked_for(owner):
    assert "readonly" not in owner.get(path("proposal")).text
    page = owner.send(path("proposal"), {})
    assert "协商还款申请" in page.text.partition("readonly>")[2]


@pytest.mark.parametrize(("ending", "begins"), [("txt", "关于".encode()), ("docx", b"PK"), ("pdf", b"%PDF")])
def test_it_is_handed_out_as_a_file(owner, ending, begins):
    taken = owner.send(path("statement"), {"as": ending})
    assert taken.status == 200
    assert taken.data.startswith(begins)
    name = unquote(taken.headers["Content-Disposition"])
    assert name.startswith("attachment")
    assert name.endswith(f"''材料-{TODAY.isoformat()}.{ending}")  # tells nobody what it is


def test_what_is_wrong_is_said_and_nothing_is_handed_out(owner):
    page = owner.send(path("settlement"), {"amount": "much", "as": "pdf"})
    assert page.status == 400
    assert 'role="alert"' in page.text
    assert "readonly" not in page.text


def test_what_is_still_to_be_typed_is_said_once_it_was_asked_for(owner):
    assert 'role="alert"' not in owner.get(path("record")).text
    assert owner.send(path("record"), {}).status == 400


def test_a_letter_that_does_not_fit_leads_to_those_that_do(owner):
    page = owner.get(path("card-instalments"))
    assert 'role="alert"' in page.text
    assert f'href="{path("proposal")}"' in page.text


def test_nothing_of_it_is_kept(owner):
    before = book.load()
    owner.send(path("waiver"), {"own": "只在这封信里", "cause": "illness"})
    assert (book.load().text, book.load().version) == (before.text, before.version)
    assert "只在这封信里" not in owner.get(path("waiver")).text


def test_the_example_is_marked_on_every_paper(visitor):
    visitor.send("/unlock", {}, "/example")
    assert "【示例】" in visitor.get(path("statement")).text
    assert "【示例】" in visitor.send(path("statement"), {"as": "txt"}).text


def test_covered_nothing_is_handed_out(owner):
    form = owner.get(path("statement")).form(path("statement"))
    owner.client.cookies[COVER] = "1"
    assert owner.post(path("statement"), {**form, "as": "pdf"}).status == 302


def test_what_is_no_page_is_not_found(owner):
    assert owner.get(path("x")).status == 404
    assert owner.get(f"/letters/proposal/{uuid.uuid4()}").status == 404


def test_no_write_without_the_forms_own_mark(owner):
    answer = owner.client.post(path("statement"), {"as": "pdf"}, headers={"Origin": ORIGIN})
    assert answer.status_code == 403


def test_a_stranger_finds_nothing(owner, stranger):
    assert [stranger.get(one).status_code for one in ("/letters", path("proposal"))] == [404, 404]
