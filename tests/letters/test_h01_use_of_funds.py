"""H1: no letter says what a loan was used for, unless the person types it into that very letter."""

import pytest

from ashore.documents.sheets.text import sheet_text
from ashore.letters.case import Typed
from ashore.letters.letter import letter
from letters.cases import FULL, SECRET, case, made, named

LANGUAGES = ("zh", "en")
USES = ("装修", "进货", "旅游", "周转", "用途", "业务用", "business loan", "spent on")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", [Typed(), FULL], ids=["nothing", "all"])
def test_no_name_of_the_file_stands_in_any_letter(language, typed):
    letters = [(debt, kind.name, sheet_text(sheet, language)) for debt, kind, sheet, _ in made(typed)]
    assert len(letters) > 20
    assert [(debt, kind) for debt, kind, text in letters if SECRET in text] == []
    assert [(kind, use) for _, kind, text in letters for use in USES if use in text] == []


def test_what_is_typed_stands_there_as_it_is_and_a_line_beside_it_says_so():
    typed = Typed(own="这笔钱用来装修了。")
    sheet = letter(named("proposal"), case("flat", typed))
    assert "这笔钱用来装修了。" in sheet_text(sheet, "zh")
    assert "letter-before-own" in [one.code for one in sheet.before]
    assert "letter-before-own" not in [one.code for one in letter(named("proposal"), case("flat")).before]


def test_that_a_debt_is_the_shops_changes_no_letter_but_what_fits():
    for kind in ("proposal", "waiver", "rate", "statement"):
        texts = {sheet_text(letter(named(kind), case("shop", business=flag)), "zh") for flag in (True, False)}
        assert len(texts) == 1, kind
