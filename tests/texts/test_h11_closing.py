"""H11: what is said of a debt's end and of the days ahead promises no clean record, and H6: forgiven is not saved."""

import re
from dataclasses import replace
from datetime import date

import pytest

from ashore.documents.answer.agenda import agenda_parts, days_ahead
from ashore.documents.answer.closing import closing_parts
from ashore.documents.answer.closing_case import case_of
from ashore.documents.blocks import Listing, Say, Table
from ashore.errors import Message
from ashore.loans.terms import Arrears, Concession
from ashore.texts.agenda import AGENDA
from ashore.texts.closing import CLOSING
from ashore.texts.language import gettext_for
from ashore.texts.sentences import say
from documents.households import AS_OF, HOUSEHOLDS, home, loan, view_of

PROMISES = re.compile(
    "恢复(?:信用|征信|正常)|消除|洗|清白|没有污点|不影响(?:征信|信用)|不上征信|保证(?!更短)|一定会|修复|(?<!不能提前)去掉"
    r"|\bclean|\brepair|\brestor|\berase|\bwipe|good as new|no trace|guaranteed|\bwill be (?:gone|removed|deleted)",
    re.IGNORECASE,
)
SAVED = re.compile("省|节约|赚|划算|\\bsav(?:e|ed|ing)|\\bgain|\\bbargain", re.IGNORECASE)
DAY = date(2027, 3, 10)
SETTLE = Concession("settle", "offered", until=date(2026, 12, 20), settle_fen=30_000_00)
LATE = replace(loan(), arrears=Arrears(date(2026, 9, 15), 5_000_00, 600_00, 80_00), stage="overdue")


def sentences(table, language):
    """Return the sentences of a table of texts in a language."""
    return [gettext_for(language)(text) for text in table.values()]


def words_of(parts, language):
    """Return every sentence of some parts."""
    found = []
    for part in parts:
        for block in part.blocks:
            match block:
                case Say(message):
                    found.append(say(message, language))
                case Listing(_, items):
                    found += [say(item, language) for item in items]
                case Table():
                    cells = [cell for row in block.all_rows for cell in row if isinstance(cell, Message)]
                    found += [say(cell, language) for cell in (block.caption, *cells)]
                case _:
                    pass
    return found


def told(debt, language, household=None):
    """Return all that is said of a debt's end."""
    owner = household or home(14_000_00, debt)
    return words_of(closing_parts(case_of(owner, debt, DAY, AS_OF), language), language)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("table", [AGENDA, CLOSING], ids=["agenda", "closing"])
def test_no_sentence_promises_a_clean_record(table, language):
    for text in sentences(table, language):
        assert not PROMISES.search(text), text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_whatever_debt_no_record_is_promised_clean(name, language):
    household = HOUSEHOLDS[name]
    found = [text for debt in household.debts[:3] for text in told(debt, language, household)]
    assert not [text for text in found if PROMISES.search(text)]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["cured", "one-debt-this-month", "deadline", "does-not-work"])
def test_the_days_ahead_promise_none_either(name, language):
    view = view_of(name)
    found = words_of(agenda_parts(view, days_ahead(view, AS_OF), AS_OF), language)
    assert found
    assert not [text for text in found if PROMISES.search(text)]


@pytest.mark.parametrize(
    "text", ["还清就能恢复征信", "保证不上征信", "Your record will be clean", "it will be removed"]
)
def test_a_planted_promise_is_found(text):
    assert PROMISES.search(text)


@pytest.mark.parametrize(("language", "words"), [("zh", "从结束那天起"), ("en", "from the day it ended")])
def test_the_years_are_counted_from_the_end_of_the_default(language, words):
    found = [text for text in told(LATE, language) if words in text]
    assert found
    assert any(("5 年" if language == "zh" else "5 years") in text for text in found)
    assert any(("2032" in text) for text in found)


@pytest.mark.parametrize(("language", "words"), [("zh", "保存 5 年"), ("en", "for 5 years")])
def test_a_debt_that_is_in_order_hears_of_the_years_too(language, words):
    assert [text for text in told(loan(), language) if words in text]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_settlement_is_not_assumed_to_be_reported_as_paid(language):
    debt = replace(LATE, concessions=(SETTLE,))
    found = told(debt, language)
    assert say(Message("closing-reported-unknown"), language) in found
    said = replace(SETTLE, reported_as="settled for less than owed")
    assert any(
        "settled for less than owed" in text for text in told(replace(LATE, concessions=(said,)), language)
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_forgiven_is_its_own_sentence_and_nowhere_saved(language):
    found = told(replace(LATE, concessions=(SETTLE,)), language)
    lines = [text for text in found if re.search("免掉|Forgiven", text)]
    assert len(lines) == 1
    assert "30,000" not in lines[0]
    assert not [text for text in sentences(CLOSING, language) if SAVED.search(text)]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nobody_is_told_to_wait_for_an_offer(language):
    words = " ".join(told(LATE, language))
    assert re.search("不要为了等它|Do not wait with what is due", words)
    assert not re.search("不要为了等它|Do not wait with what is due", " ".join(told(loan(), language)))
    assert not re.search("一次性结清|settlement of", " ".join(told(loan(), language)))
