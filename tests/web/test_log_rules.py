"""What the rules on calls turn on is written down in the form, and stands in the one that puts an entry right."""

import pytest

from ashore.store import contacts

CALL = {
    "party": "agency",
    "direction": "in",
    "channel": "call",
    "said": "还款",
    "at": "22:30",
    "answered": "yes",
}


def write(owner, **typed):
    """Write an entry down in the form; returns the answer."""
    return owner.send("/log/new", {**CALL, **typed})


def last():
    """Return the last contact."""
    found = contacts.load().entries[-1].contact
    assert found is not None
    return found


def test_what_the_rules_turn_on_is_written_down_and_stands_in_the_form_that_puts_it_right(owner):
    more = {"purpose": "notice", "agreed": "no", "reached": "contact", "whom": "姐姐", "refused": "yes"}
    assert write(owner, **more).status == 302
    kept = last()
    assert (kept.purpose, kept.agreed, kept.whom, kept.refused) == ("notice", False, "姐姐", True)
    again = owner.get("/log/new?corrects=1").form("/log/new")
    assert {name: again[name] for name in more} == more
    for language, says in (("zh", "找的是：姐姐"), ("en", "Who it was: 姐姐")):
        owner.speaks(language)
        assert says in owner.get("/log").words


def test_what_is_not_said_of_them_is_not_kept(owner):
    write(owner)
    kept = last()
    assert (kept.purpose, kept.agreed, kept.whom, kept.refused) == (None, None, "", None)
    write(owner, purpose="sales")
    assert last().purpose is None


@pytest.mark.parametrize(
    ("language", "sentence"), [("zh", "请核查，书面答复"), ("en", "Please look into them")]
)
def test_what_goes_beyond_the_rules_can_be_raised_in_writing(owner, language, sentence):
    owner.speaks(language)
    write(owner, at="10:30")
    assert sentence not in owner.get("/log").words
    write(owner, at="22:30")
    assert sentence in owner.get("/log").words
    assert sentence not in owner.get("/log/text").text  # that one may be handed on
