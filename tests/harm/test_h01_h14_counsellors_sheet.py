"""H1, H14: the counsellor's sheet shows what was chosen alone: no use of funds, no employer, no relatives."""

import ast
import re
from datetime import date, time

import pytest

from ashore.creditors.chain import chained
from ashore.creditors.contacts import Contact, Promise, written
from ashore.creditors.log_file import log_of
from ashore.documents.counsellor import (
    PACK_MAKERS,
    NoSheet,
    NoSuchChoice,
    before_messages,
    chosen_of,
    sheet_of,
)
from ashore.documents.covered import COVERED
from ashore.documents.sheets.text import sheet_text
from ashore.letters.counsellor import ASKS, SHOWS
from ashore.texts.language import Language
from ashore.texts.sentences import say
from letters.cases import DAY, FILE, SECRET, home, household_of
from needs import ROOT

LANGUAGES = ("zh", "en")
SUMS = {
    "zh": ("全家收入", "先留够的生活费", "留作应急金", "每月可还金额"),
    "en": ("Income of", "Essential", "Put aside", "Left for all"),
}
# By hand from the file: 7,600 + 3,900; 2,100 + 600 × 52 / 12 + 480; 3,000 / 12; what is left of the first.
BY_HAND = ("11,500.00", "5,180.00", "250.00", "6,070.00")
USES = ("装修", "进货", "旅游", "周转", "学费", "吃饭")
PEOPLE = ("表哥", "表弟", "爱人", "guarantor", "cousin")
AMOUNT = re.compile(r"¥\s?\d|\d[\d,]*\.\d\d")
LOG = (
    Contact(
        date(2026, 10, 2), DAY, "lender", "out", "call", "暗号 said", name="暗号经理", phone="010-12345678"
    ),
    Contact(date(2026, 10, 9), DAY, "agency", "in", "call", "暗号 shouted", at=time(21, 40), name="暗号先生"),
    Contact(
        date(2026, 11, 1),
        DAY,
        "lender",
        "in",
        "app",
        promises=(Promise("them", "暗号 waived"),),
        in_writing=True,
    ),
    Contact(
        date(2026, 11, 2),
        DAY,
        "lender",
        "out",
        "letter",
        sent="暗号 letter",
        promises=(Promise("us", "暗号"),),
    ),
    Contact(date(2026, 11, 3), DAY, "lender", "in", "call", promises=(Promise("them", "暗号 waived"),)),
    Contact(date(2026, 11, 3), DAY, "lender", "in", "call", "暗号 again", corrects=2),
)


def log():
    """Return a log in which every typed word is secret; its second entry is put right by its last."""
    texts = [written(one) for one in LOG]
    return log_of(texts, chained(texts))


def text(language: Language = "zh", shows=None, asks=(), own="", *, redact=False, household=None, kept=None):
    """Return a sheet as text."""
    chosen = chosen_of(shows, asks, own, redact=redact)
    return sheet_text(sheet_of(household or home(), chosen, DAY, language, kept), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("redact", [False, True])
def test_no_name_of_the_file_and_no_word_of_the_log_stands_on_it(language, redact):
    """Every name in the file and everything typed in the log carries the same secret word."""
    for shows in ((), *((one,) for one in SHOWS), SHOWS):
        said = text(language, shows, ASKS, redact=redact, kept=log())
        assert SECRET not in said, shows
        assert [word for word in (*USES, *PEOPLE, "010-1234") if word in said] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_usual_month_is_as_counted_by_hand(language):
    said = text(language, ("month",))
    for head, sum_ in zip(SUMS[language], BY_HAND, strict=True):
        assert re.search(rf"{head}[^\n]*¥{sum_}", said), (head, sum_)


def test_what_is_not_ticked_is_not_there():
    parts = {"month": "平常一个月", "debts": "我的欠款", "days": "接下来要紧的日子", "tried": "已经试过的"}
    for show, words in parts.items():
        alone = text("zh", (show,), kept=log())
        assert words in alone
        assert [other for other in parts.values() if other in alone] == [words]
    nothing = text("zh", ())
    assert [words for words in parts.values() if words in nothing] == []
    assert "关于这一页" in nothing


@pytest.mark.parametrize("language", LANGUAGES)
def test_lenders_are_named_only_where_that_is_chosen_and_people_never(language):
    lenders = ("浙江网商银行", "某城市商业银行", "某银行信用卡中心", "某消费金融公司")
    without, with_names = text(language, ("debts",)), text(language, ("debts", "lenders"))
    assert [name for name in lenders if name in without] == []
    assert [name for name in lenders if name not in with_names] == []
    assert "私人借款" in text("zh", ("debts", "lenders"))
    assert text(language, ("lenders",)) == text(language, ()), "by itself it shows nothing"


@pytest.mark.parametrize("language", LANGUAGES)
def test_covered_it_has_no_amount_and_no_name_of_a_debt(language):
    said = text(language, SHOWS, ASKS, "每月能还 300.00，或者 ¥1,200", redact=True, kept=log())
    assert AMOUNT.findall(said) == []
    assert COVERED in said
    assert "信用卡" not in said
    assert "Credit card" not in said
    assert "银行" not in said.replace("银行卡", "")


def test_of_the_log_only_how_often_and_how():
    said = text("zh", ("tried",), kept=log())
    assert "5 次，从 2026年10月2日到 2026年11月3日" in said, "the second was put right by the last"
    assert "我找他们 2 次，他们找我 3 次" in said
    assert "交出去的材料：1 份" in said
    assert "书面答应过 1 次，只是口头答应的 1 次" in said
    assert "还没有内容" in text("zh", ("tried",))
    assert "联系" not in text("zh", kept=log()), "not chosen, not told"


def test_what_is_asked_comes_first_and_ones_own_words_stand_as_typed():
    said = text("en", None, ("papers", "plan"), "One line.\nAnother <b>line</b>.")
    assert said.index("What I would like help with") < said.index("One line.") < said.index("A usual month")
    assert "Another <b>line</b>." in said
    assert said.index("go through my plan") < said.index("paper that came"), "in the sheet's own order"


def test_a_papers_day_typed_in_other_words_is_told_without_them():
    deadline = 'stage = "sued"\ndeadline = {on = 2026-12-10, what = "暗号 answer"}\n'
    known = deadline.replace("暗号 answer", "answer")
    for line, told in ((deadline, "有一份文书定了这一天"), (known, "给法院一个答复")):
        file = FILE.replace('id = "shop"\n', f'id = "shop"\n{line}')
        said = text("zh", ("days",), household=household_of(file))
        assert "2026年12月10日" in said
        assert told in said
        assert SECRET not in said


def test_once_a_court_has_a_debt_one_is_told_to_ask_first():
    sued = household_of(FILE.replace('id = "shop"\n', 'id = "shop"\nstage = "sued"\n'))
    assert "12348" in "".join(say(one, "zh") for one in before_messages(sued))
    assert "12348" not in "".join(say(one, "zh") for one in before_messages(home()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_admits_nothing_and_says_whom_to_call(language):
    admits = {"zh": "不是对哪笔债务的承认", "en": "admits no debt"}[language]
    assert [word for word in (admits, "12356", "120") if word not in text(language, ())] == []


def test_without_a_debt_there_is_no_sheet_and_a_choice_that_is_none_is_refused():
    with pytest.raises(NoSheet):
        sheet_of(household_of(FILE.split("[[debt]]")[0]), chosen_of(None, ()), DAY, "zh")
    for shows, asks in ((("mood",), ()), (None, ("everything",))):
        with pytest.raises(NoSuchChoice):
            chosen_of(shows, asks)


def test_no_module_of_the_sheet_knows_of_moods_or_of_what_money_was_for():
    """What a module cannot import, its paper cannot say."""
    private = ("ashore.wellbeing", "ashore.store", "ashore.diagnosis", "ashore.importers")
    for name in (
        "letters/counsellor.py",
        "letters/circle.py",
        "documents/counsellor.py",
        "documents/support.py",
    ):
        tree = ast.parse((ROOT / "src" / "ashore" / name).read_text("utf-8"))
        imported = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        assert [one for one in imported if one.startswith(private)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ending", ["docx", "html", "txt"])
def test_every_form_is_made_of_the_same_words(language, ending):
    made = sheet_of(home(), chosen_of(SHOWS, ASKS, "自己的话"), DAY, language, log())
    data = PACK_MAKERS[ending](made, language)
    if ending == "html":
        page = data.decode()
        assert SECRET not in page
        assert "Ashore" not in page, "no product's name on a paper"
        assert "<script" not in page
        assert "http:" not in page.replace("http-equiv", "")
        assert "12356" in page
    assert data
