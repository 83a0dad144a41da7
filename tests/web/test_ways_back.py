"""Pages that no row of the navigation names say how to get back; a page without anything says why and how to go on."""

import pytest

from ashore.texts.sentences import word


@pytest.mark.parametrize("path", ["/settings/delete", "/restore", "/about", "/checkin", "/phone-door"])
def test_a_page_off_the_navigation_has_a_way_back(owner, path):
    page = owner.get(path)
    assert page.status == 200
    assert '<p class="up">' in page.text
    assert "回到“" in page.words


def test_without_bills_the_payments_page_says_so_once_and_leads_on(owner):
    page = owner.get("/bills/payments")
    assert word("bills-pay-empty", "zh") in page.words
    assert word("bills-pay-none", "zh") not in page.words
    assert page.text.count('<section class="part"') == 1
    assert 'class="main" href="/bills"' in page.text


def test_on_today_what_is_no_dealing_with_a_lender_has_its_own_heading(owner):
    page = owner.get("/").text
    lenders, _, self_ = page.partition('id="self"')
    assert all(f'href="/{path}"' in self_ for path in ("agenda", "learn", "wellbeing"))
    assert 'href="/creditors"' in lenders


def test_a_word_that_is_the_same_in_both_languages_stands_once(owner):
    assert "IRR IRR" not in owner.get("/words").words
    assert "LPR LPR" not in owner.get("/words").words
