"""The page on money: the person's own first, a friend last, each with its worth, tax and warnings."""

import uuid

import pytest

from ashore.household.writing import Set
from ashore.store import book


def worked_out(owner):
    """Return the page for who waits."""
    return owner.get("/money?wait=1")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_owner_sees_it_in_both_languages(owner, language):
    owner.speaks(language)
    for path in ("/money", "/money?alone=1", "/money?wait=1"):
        page = owner.get(path)
        assert page.status == 200
        assert "money-" not in page.words
        assert "levers-" not in page.words


def test_it_is_shown_at_once_and_filled_by_its_own_script(owner):
    assert 'data-fetch="/money?alone=1"' in owner.get("/money").text


def test_the_persons_own_comes_before_a_friend_and_scams_have_sources(owner):
    words = worked_out(owner).words
    order = [words.index(one) for one in ("怎么认出招工骗局",) if one in words]
    assert order
    assert "劳动合同法第九条" in words
    assert words.index("副业") < words.rindex("向朋友借")


def test_once_a_court_has_a_debt_it_says_how_to_sell_first_of_all(owner):
    assert "市场价" not in worked_out(owner).words
    entry = book.load().of("debt")[0]
    book.edit(uuid.uuid4(), entry.pk, entry.version, [Set("stage", "sued")])
    words = worked_out(owner).words
    for one in ("市场价", "收据", "本人", "不送人", "亲友", "照实"):
        assert one in words


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("pay=3000", "不用预扣"),
        ("pay=10000&cost=1000&hours=100", "每小时"),
        ("pay=x", "认不出来"),
        ("pay=3000&hours=745", "认不出来"),
        ("pay=3000&hours=-1", "认不出来"),
    ],
)
def test_what_stays_of_side_work_is_worked_out_and_not_kept(owner, asked, said):
    before = book.load().text
    assert said in owner.get(f"/money?{asked}").words
    assert book.load().text == before


def test_the_plan_leads_to_it(owner):
    assert 'href="/money"' in owner.get("/plan").text
