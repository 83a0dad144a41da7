"""Once a court has a debt, what is said of selling and of friends' money says how: nothing moved, nobody first (H3)."""

from dataclasses import replace
from datetime import date

import pytest

from ashore.documents.answer.levers import levers
from ashore.documents.answer.view import View, help_of
from ashore.documents.blocks import Say
from ashore.documents.money import Money, money_parts
from ashore.household.model import Asset, FriendLoan, Household, SideWork
from ashore.letters.iou import IouTerms, iou_sheet
from ashore.packs.pack import load_pack
from ashore.packs.planned import plan_of
from ashore.planning.urgent import COURT_STAGES
from ashore.planning.worth import Levers
from ashore.scenarios.assumed import assumed_with
from ashore.scenarios.friend import gates_of_levers
from ashore.texts import say
from planning.small import debt, wage, yuan

AS_OF = date(2027, 1, 31)
HOME = Household(
    AS_OF,
    incomes=(wage(150, since=date(2027, 3, 1)),),
    assets=(Asset("phone", yuan(80), sell=True),),
    debts=(debt(balance=600, periods=6),),
    side_work=(SideWork("rides", yuan(10), 5),),
    friend_loans=(FriendLoan("brother", yuan(1000)),),
)
SALE = {
    "zh": ("市", "收据", "自己的账户", "不送人", "亲"),
    "en": ("market price", "receipt", "own account", "No gifts", "relatives"),
}
FRIEND = {"zh": ("法院", "转账", "清单", "提前"), "en": ("court", "transfer", "list", "before its time")}
CARE = {
    "zh": ("市场价", "收据", "本人", "不送人", "别人名下", "亲友", "账户", "照实"),
    "en": ("market price", "receipt", "own name", "nothing away", "relative", "accounts", "truthfully"),
}


def at(stage: str):
    """Return the parts of the levers and of the page on money, the debt being at a stage."""
    home = replace(HOME, debts=tuple(replace(one, stage=stage) for one in HOME.debts))
    plan = plan_of(home, months=24)
    worths = tuple(Levers(plan.household, plan.policy, 24).all())
    view = View(plan, help_of("cn"))
    gates = gates_of_levers(plan, worths, assumed_with())
    told = levers(worths, view.numbers(), works=not view.holds, sued=view.sued, gates=gates)
    return told, money_parts(Money(view, worths, gates, load_pack("cn")))


def messages(parts) -> dict:
    """Return every message by its code."""
    return {
        block.message.code: block.message
        for part in parts
        for block in part.blocks
        if hasattr(block, "message")
    }


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("stage", COURT_STAGES)
def test_levers_and_the_page_on_money_say_how_to_sell_and_to_borrow(stage, language):
    for parts in at(stage):
        found = messages(parts)
        sale, friend = (say(found[f"levers-{kind}-note-sued"], language) for kind in ("sale", "friend"))
        assert [one for one in SALE[language] if one not in sale] == []
        assert [one for one in FRIEND[language] if one not in friend] == []
        assert not {"levers-sale-note", "levers-friend-note"} & set(found)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_on_money_says_so_before_anything_else(language):
    _, parts = at("sued")
    assert parts[0].code == "money-head-care"
    (first,) = [block for block in parts[0].blocks[:1] if isinstance(block, Say)]
    care = say(first.message, language)
    assert [one for one in CARE[language] if one not in care] == []


@pytest.mark.parametrize("stage", ["current", "overdue", "outsourced", "assigned"])
def test_before_a_court_nothing_of_it_is_said(stage):
    for parts in at(stage):
        assert not {code for code in messages(parts) if code.endswith("-sued") or code == "money-care"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_iou_made_then_names_the_court_first(language):
    terms = IouTerms(yuan(1000), AS_OF, date(2028, 1, 31))
    first = say(iou_sheet(terms, None, AS_OF, sued=True).before[0], language)
    assert {"zh": "法院", "en": "court"}[language] in first
    assert {"zh": "清单", "en": "list"}[language] in first


def test_tax_and_benefits_name_whom_to_ask():
    """One line each, with the number to call (H17); scams only as far as the pack has a source."""
    _, parts = at("current")
    found = messages(parts)
    assert "12366" in say(found["money-work-tax"], "zh")
    assert "12333" in say(found["money-work-tax"], "zh")
    assert "12366" in say(found["money-sale-tax"], "zh")
    order = [part.code for part in parts]
    assert order.index("money-head-sale") < order.index("money-head-work") < order.index("levers-head-friend")
    pack = load_pack("cn")
    bare = replace(pack, facts={})
    view = View(plan_of(HOME, months=24), help_of("cn"))
    assert "money-head-scams" not in [one.code for one in money_parts(Money(view, (), (), bare))]
