"""H19: recording and log are for you, the lender, the regulator, the court; H14: to whom a paper went stands in it."""

import re
from dataclasses import replace
from datetime import date

import pytest
from click.testing import CliRunner

from ashore.cli.main import main
from ashore.creditors.chain import chained
from ashore.creditors.contacts import Contact, problems_of, written
from ashore.creditors.log_file import log_of, log_text
from ashore.documents.contact_log import log_parts, plain_text, told_of
from ashore.errors import Message
from ashore.packs.pack import load_pack
from ashore.texts import say
from ashore.texts.contacts import CONTACTS
from ashore.texts.sentences import word
from needs import ROOT

DAY = date(2026, 11, 20)
SENT = Contact(
    DAY, DAY, "lender", "out", "app", "see the paper", name="客服 12号", sent="收入支出说明", at=None
)
WHOM = {
    "zh": ("你自己", "贷款机构", "监管部门", "法院"),
    "en": ("you", "the lender", "the regulator", "the court"),
}
SPREADING = re.compile(
    r"\b(share|publish|post it|upload|go public|social|tweet|forward it)\b"
    r"|分享|发布|公开|上传|转发|曝光|晒|发到网上|朋友圈|微博|抖音",
    re.IGNORECASE,
)
VERDICTS = re.compile(
    r"\b(illegal|unlawful|criminal|violat\w+|offen[cs]e)\b|违法|非法|犯罪|违规|触犯", re.IGNORECASE
)
TEMPLATES = ROOT / "src" / "ashore" / "web" / "templates" / "web"


def log():
    """Return a log of one entry."""
    text = written(SENT)
    return log_of([text], chained([text]))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_whom_it_is_for_is_said_wherever_it_is_shown(language, tmp_path):
    said = word("log-for-whom", language)
    assert all(one in said for one in WHOM[language])
    assert said in plain_text(log_parts(log(), load_pack("cn"), DAY, language), language)
    path = tmp_path / "log.jsonl"
    path.write_text(log_text([written(SENT)], chained([written(SENT)])), "utf-8")
    shown = CliRunner().invoke(main, ["log", "show", str(path), "--lang", language]).output
    assert re.sub(r"\s", "", said) in re.sub(r"\s", "", shown)
    assert "{% say 'log-for-whom' %}" in (TEMPLATES / "log.html").read_text("utf-8")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", CONTACTS)
def test_nothing_offers_to_spread_it_and_nothing_gives_a_verdict(code, language):
    template = say_template(code, language)
    assert not SPREADING.search(template)
    assert not VERDICTS.search(template)


def say_template(code, language):
    """Return a sentence with its facts' names in their places."""
    names = re.findall(r"{(\w+)}", CONTACTS[code])
    return say(Message(code, {name: name for name in names}), language)


@pytest.mark.parametrize("name", ["log.html", "log_new.html"])
def test_its_pages_lead_nowhere_but_to_this_app(name):
    page = (TEMPLATES / name).read_text("utf-8")
    assert not re.search(r"https?:|mailto:|//\w", page)
    assert not SPREADING.search(page)
    targets = re.findall(r'(?:href|action)="([^"]+)"', page)
    assert targets
    assert all(one.startswith(("{% at ", "{{ line.offer }}")) for one in targets)


def test_the_pattern_finds_what_is_planted():
    assert SPREADING.search("Share this log")
    assert SPREADING.search("发布到网上")
    assert VERDICTS.search("这是违法的")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_to_whom_a_paper_went_and_by_which_channel_stands_in_the_entry(language):
    (told,) = told_of(log(), language)
    lines = " ".join(say(one, language) for one in told.lines)
    assert "收入支出说明" in lines
    assert "客服 12号" in lines
    assert word("log-channel-app", language) in lines


@pytest.mark.parametrize("name", ["", "  "])
def test_a_paper_that_went_to_nobody_is_asked_about(name):
    assert {one.code for one in problems_of(replace(SENT, name=name), 1)} == {"log-sent-to-nobody"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_form_says_where_an_income_statement_goes(language):
    said = word("log-sent-note", language)
    assert {"zh": "官方渠道", "en": "own channel"}[language] in said
    assert "{% say 'log-sent-note' %}" in (TEMPLATES / "log_new.html").read_text("utf-8")
