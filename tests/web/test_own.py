"""A value that the person looked up: typed in a form, listed, and of no effect on what they live on."""

import pytest

from ashore.store import book


def test_an_own_value_is_added_and_listed(owner):
    before = len(book.load().of("own"))
    typed = {"about": "lpr-1y", "rate": "2.9%/year", "from": "2026-09-21", "seen_on": "2026-11-20"}
    assert owner.send("/add/own", typed).status == 302
    entries = book.load().of("own")
    assert len(entries) == before + 1
    values = book.entry_values(entries[-1])
    assert (values["about"], values["rate"]) == ("lpr-1y", "2.9%/year")
    assert "lpr-1y" in owner.get("/situation").words


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_form_names_what_may_be_looked_up(owner, language):
    owner.speaks(language)
    words = owner.get("/add/own").words
    assert {"zh": "一年期贷款市场报价利率", "en": "One-year loan prime rate"}[language] in words
    assert {"zh": "看到的文字、App 里的路径", "en": "the words or the path you saw"}[language] in words


def test_two_values_in_one_are_a_finding(owner):
    typed = {
        "about": "lpr-1y",
        "rate": "2.9%/year",
        "amount": "3.00",
        "from": "2026-09-21",
        "seen_on": "2026-11-20",
    }
    owner.speaks("en")
    owner.send("/add/own", typed)
    entry = book.load().of("own")[-1]
    assert "exactly one" in owner.get(f"/entry/{entry.pk}").words
