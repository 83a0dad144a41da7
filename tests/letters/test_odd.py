"""Odd books: no lender's name, braces and marks in names, sums of thousands of millions; every letter is still made."""

import pytest

from ashore.documents.letters import case_of, told_before, with_plan
from ashore.documents.sheets.text import sheet_text
from ashore.letters.case import Typed
from ashore.letters.fitting import NotThisLetter
from ashore.letters.kinds import KINDS
from ashore.letters.letter import letter
from ashore.packs.planned import plan_of
from ashore.texts import say
from letters.cases import DAY, household_of

HEAD = 'format = "ashore/1"\n[household]\nas_of = 2026-11-23\n'
LOAN = 'id = "a"\nrate = "3%/year"\nmethod = "level-payment"\nperiods_left = 6\ndue_day = 31\n'
ODD = {
    "no-lender": 'name = "A"\nbalance = 100',
    "marks": 'name = "{x} \\"y\\""\ncreditor = "{to} “银行” <b> #let *x* _y_"\nbalance = 100',
    "huge": 'name = "大"\nbalance = 4000000000.55\n'
    "arrears = {since = 2026-10-01, principal = 1234567890.12, interest = 99999999.99}",
}
OWN = "a{b}\"c' {debt}"


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_letter_of_an_odd_book_can_be_read(odd, language):
    home = household_of(f"{HEAD}[[debt]]\n{LOAN}{ODD[odd]}\n")
    at = with_plan(
        case_of(home, home.debts[0], DAY, Typed(own=OWN, amount_fen=1, mine=())), plan_of(home, months=12)
    )
    made = 0
    for kind in KINDS:
        try:
            sheet = letter(kind, at)
        except NotThisLetter:
            continue
        made += 1
        text = sheet_text(sheet, language)
        told = [say(one, language) for one in told_before(sheet, at, language)]
        assert not [one for one in (text, *told) if "None" in one]
        assert OWN in text or "own" not in kind.blocks
        assert ("{to} “银行” <b> #let *x* _y_" in text) is (odd == "marks" and sheet.to != "")
    assert made > 5
