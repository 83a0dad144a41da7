"""The way walked as parts: what went badly stands there as what went well does, and what is not known is not said."""

import re
from dataclasses import replace
from datetime import date

import pytest

from ashore.cli.plan_view import show_parts
from ashore.dates import Month
from ashore.documents.blocks import Say, Table
from ashore.documents.covered import cover
from ashore.documents.progress import progress_json, progress_parts
from ashore.documents.report_blocks import blocks_html
from ashore.planning.progress import Ahead, Behind, Closed, LastDebt, Living, Progress, Standing, Step
from ashore.planning.walked import Parted
from ashore.texts.language import Language

SINCE, AS_OF = date(2026, 7, 1), date(2026, 10, 10)
GOOD = Behind(
    SINCE,
    3,
    Parted(900_00, 80_00, 20_00),
    Parted(interest_fen=55_00, penalty_fen=11_00),
    (Step("a", "网商贷", 5_000_00, 4_400_00), Step("b", "信用卡", 2_000_00, 1_700_00)),
    (),
    Standing((), (), ("网商贷",)),
)
BAD = replace(
    GOOD,
    avoided=Parted(fee_fen=-66_00),
    steps=(Step("a", "网商贷", 4_400_00, 5_000_00), Step("b", "信用卡", 1_700_00, 2_000_00)),
    standing=Standing(("网商贷",), ("网商贷",), ()),
)
AHEAD = Ahead(400_00, 700_00, Month(2036, 10), 0, offers=False)
WHOLE = Progress(
    AS_OF,
    (Closed("c", "花呗", date(2026, 8, 9)),),
    2,
    3,
    1_000_00,
    GOOD,
    AHEAD,
    "",
    LastDebt(date(2026, 2, 1), 251, cards=True),
    Living(14, None),
)
SETBACK = replace(
    WHOLE,
    behind=BAD,
    ahead=replace(AHEAD, plan_fen=700_00, dues_fen=400_00),
    living=Living(3, Month(2027, 1)),
)
LITTLE = replace(
    WHOLE,
    closed=(),
    payments=0,
    paid_fen=0,
    behind=None,
    ahead=None,
    why="no-plan",
    last_debt=None,
    living=None,
)
STORIES = {"whole": WHOLE, "setback": SETBACK, "little": LITTLE}


def told(found: Progress, language: Language = "en") -> str:
    """Return what is said, in one line."""
    return " ".join(" ".join(show_parts(progress_parts(found), language)).split())


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", sorted(STORIES))
def test_each_story_is_told_in_either_language(name: str, language: Language):
    text = told(STORIES[name], language)
    assert "progress-" not in text
    assert "{" not in text


def test_what_is_said_of_a_good_stretch():
    text = told(WHOLE)
    for words in (
        "花呗: closed on 9 Aug 2026",
        "Payments from 1 Jul 2026 on: 3, ¥1,000 in all",
        "¥900 of it went to principal",
        "No longer overdue: 网商贷",
        "¥66 more interest",
        "comes to ¥300 less",
        "each of the next 14 months",
        "251 days before",
    ):
        assert words in text, words


def test_a_setback_is_said_in_the_same_shape_and_size():
    """As many blocks of the same kinds and tones, whether it went well or badly."""
    good, bad = progress_parts(WHOLE), progress_parts(SETBACK)
    shape = [[(type(one), one.tone if isinstance(one, Say) else "") for one in part.blocks] for part in good]
    assert shape == [
        [(type(one), one.tone if isinstance(one, Say) else "") for one in part.blocks] for part in bad
    ]
    text = told(SETBACK)
    for words in ("Overdue now and not before", "¥66 more", "costs ¥300 more", "in Jan 2027 it falls short"):
        assert words in text, words


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", sorted(STORIES))
def test_nobody_is_praised_or_blamed_and_nothing_is_counted_in_a_row(name: str, language: Language):
    text = told(STORIES[name], language).lower()
    assert not re.search(
        r"[!！]|streak|in a row|well done|badge|others? have|连续|打卡|加油|真棒|坚持了|失败|都怪", text
    )


def test_what_is_not_known_is_not_said():
    text = told(LITTLE)
    assert "No payment has been entered yet" in text
    assert "no plan works yet" in text
    assert "¥" not in text
    assert "last debt" not in text


def test_what_rests_on_offers_says_so():
    assert "not put in writing" in told(replace(WHOLE, ahead=replace(AHEAD, offers=True)))
    assert "not put in writing" not in told(WHOLE)


@pytest.mark.parametrize(("left_fen", "said"), [(22, False), (5_000_00, True)])
def test_what_would_be_left_is_said_where_it_is_worth_a_word(left_fen: int, said: bool):
    text = told(replace(WHOLE, ahead=replace(AHEAD, left_fen=left_fen)))
    assert ("would still be owed" in text) is said


def test_the_table_adds_up():
    table = next(one for one in progress_parts(WHOLE)[0].blocks if isinstance(one, Table))
    assert table.total is not None
    assert [sum(int(str(row[place])) for row in table.rows) for place in (1, 2, 3)] == list(table.total[1:])


@pytest.mark.parametrize("name", sorted(STORIES))
def test_every_amount_can_be_covered(name: str):
    """A sum below zero as well: no digit of an amount is left."""
    page = "".join(blocks_html(part.blocks, "en") for part in progress_parts(STORIES[name]))
    page = page.replace("\N{NO-BREAK SPACE}", " ")
    left = re.sub(
        r"\d+ (?:Jul|Aug|Oct|Feb)|(?:Oct|Jan) \d{4}|\d{4}|on: \d+|\d+ (?:days|months)", "", cover(page)
    )
    assert not re.search(r"\d", re.sub(r"<[^>]+>", " ", left))


def test_as_json_what_is_not_known_is_null_with_the_reason():
    found = progress_json(LITTLE)
    assert found["format"] == "ashore-progress/1"
    assert (found["behind"], found["ahead"], found["last_debt"]) == (None, None, None)
    assert found["ahead_null_because"] == "no-plan"
    whole = progress_json(WHOLE)
    assert (whole["ahead_null_because"], whole["living_months"]) == (None, 14)
