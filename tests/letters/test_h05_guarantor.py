"""H5: whoever answers for a debt, or whatever is pledged for it, is asked about before its terms change."""

import pytest

from ashore.letters.kinds import KINDS
from ashore.letters.letter import letter
from ashore.texts import say
from letters.cases import FULL, case, made, named

CHANGING = {"proposal", "waiver", "rate", "term", "card-instalments", "renewal", "due-day", "settlement"}


def codes(sheet):
    """Return the codes of what is said before a letter is sent."""
    return [one.code for one in sheet.before]


def test_every_kind_that_asks_for_other_terms_says_so():
    assert {kind.name for kind in KINDS if kind.changes} == CHANGING


def test_the_guarantor_is_named_beside_the_letter_and_not_in_it():
    found = [(kind.name, sheet) for debt, kind, sheet, _ in made(FULL) if debt == "flat"]
    assert {name for name, sheet in found if "consent-guarantor" in codes(sheet)} == {
        name for name, _ in found
    } & CHANGING
    told = next(one for one in dict(found)["proposal"].before if one.code == "consent-guarantor")
    assert "暗号表哥" in say(told, "zh")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"liable": ("self", "guarantor")}, "letter-before-guarantor"),
        ({"liable": ("self",), "secured_by": "home"}, "consent-home"),
        ({"liable": ("self",), "secured_by": "second-charge"}, "consent-home"),
        ({"liable": ("self",), "secured_by": "car"}, "consent-car"),
    ],
)
def test_each_pledge_is_named(changes, code):
    assert code in codes(letter(named("proposal"), case("flat", **changes)))
    assert code not in codes(letter(named("statement"), case("flat", **changes)))


def test_where_nobody_answers_for_it_nobody_is_named():
    assert not [one for one in codes(letter(named("proposal"), case("card"))) if "consent" in one]
