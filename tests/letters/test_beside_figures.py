"""What stands beside a figure: which charges are owed, whose figure it is, where payments go, whose shop it is."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ashore.documents.iou import iou_of
from ashore.documents.letter_typed import NotTyped, typed_of
from ashore.documents.letters import case_of
from ashore.documents.sheets.text import sheet_text
from ashore.letters.case import Typed
from ashore.letters.fitting import fitting, offered
from ashore.letters.kinds import KINDS
from ashore.letters.letter import letter
from ashore.letters.proposed import Proposed
from ashore.loans.terms import PARTS, Arrears, Bucket, Concession
from ashore.packs.pack import load_pack
from ashore.texts import Language, say, say_finding
from letters.cases import AS_OF, DAY, case, household_of, made, named

SINCE = date(2026, 9, 15)
LATE_FIRST: tuple[Bucket, ...] = (
    *(("past-due", part) for part in PARTS),
    *(("due", part) for part in PARTS),
)
MIXED: tuple[Bucket, ...] = (("past-due", "fee"), ("due", "fee"), ("past-due", "principal"))


def text_of(kind, at, language: Language = "zh"):
    """Return a letter's text."""
    return sheet_text(letter(named(kind), at), language)


def late(**parts):
    """Return the case of a card-free loan that is overdue with these charges, and no statement held against it."""
    arrears = Arrears(SINCE, principal_fen=100_00, **parts)
    return replace(case("shop", arrears=arrears), disputed=())


@pytest.mark.parametrize(
    ("parts", "zh", "en"),
    [
        ({"damages_fen": 5_00}, "违约金", "damages"),
        ({"penalty_fen": 5_00, "fees_fen": 6_00}, "罚息和费用", "penalty interest and fees"),
        (
            {"penalty_fen": 5_00, "compound_fen": 1, "damages_fen": 2},
            "罚息、复利和违约金",
            "penalty interest, compound interest and damages",
        ),
    ],
)
def test_a_waiver_names_the_charges_that_are_owed_and_no_others(parts, zh, en):
    charges = {"罚息", "复利", "违约金", "费用"}
    told = text_of("waiver", late(**parts)).partition("请减免已经产生的")[2].partition("（")[0]
    assert told == zh
    assert {one for one in charges if one in told} == {one for one in charges if one in zh}
    assert f"charged so far as {en} (" in text_of("waiver", late(**parts), "en")


def test_a_waiver_that_a_plan_asks_for_names_what_it_covers():
    at = late(penalty_fen=5_00, damages_fen=7_00)
    waives = Concession("waive", "to-ask", waives=(("penalty", None),))
    asking = replace(at, proposed=Proposed(waives, False, (), None, works=False))
    told = text_of("proposal", asking)
    assert "请减免已经产生的罚息（" in told
    assert "共 ¥5）" in told


def test_a_figure_that_is_questioned_says_so_beside_it():
    at = case("shop")
    assert "罚息（这个数和合同对不上，请贵方核查）：¥912.52" in text_of("waiver", at)
    assert "本金：¥60,200.00" in text_of("waiver", at)
    plain = text_of("waiver", replace(at, disputed=()))
    assert "罚息：¥912.52" in plain
    assert "对不上" not in plain


def test_a_figure_of_ours_is_said_to_be_the_contracts():
    at = case("shop")
    ours = replace(at, debt=replace(at.debt, arrears_typed=False))
    assert "罚息（按合同计算，和贵方账单不同）" in text_of("waiver", ours)


def deferred(order, debt="shop", assumed=None, **terms):
    """Return the proposal of a deferral on a debt whose contract, or what was assumed, has an order of payments."""
    at = case(debt) if assumed is None else case(debt, assumed=assumed)
    held = replace(at.debt, terms=replace(at.debt.terms, allocation=order))
    concession = Concession("defer", "to-ask", months=3, **terms)
    proposed = Proposed(concession, False, ((date(2026, 12, 15), 100_00),), None, works=True)
    return text_of("proposal", replace(at, debt=held, proposed=proposed))


BY_CONTRACT, AS_A_REQUEST = "按合同，我还的钱先抵逾期的部分", "这期间我还的钱，请先用来抵这一部分"


@pytest.mark.parametrize(
    ("order", "said"),
    [(None, AS_A_REQUEST), (LATE_FIRST, BY_CONTRACT), (MIXED, ""), (LATE_FIRST[::-1], "")],
)
def test_payments_go_to_what_is_overdue_first_by_the_contract_or_as_a_request(order, said):
    told = deferred(order)
    assert [one for one in (BY_CONTRACT, AS_A_REQUEST) if one in told] == ([said] if said else [])


def test_an_order_that_was_only_assumed_is_not_called_the_contracts():
    told = deferred(LATE_FIRST, assumed=("allocation",))
    assert AS_A_REQUEST in told
    assert BY_CONTRACT not in told


def test_nothing_of_it_is_said_where_nothing_is_overdue_or_it_joins_the_new_schedule():
    for told in (
        deferred(LATE_FIRST, "flat"),
        deferred(LATE_FIRST, arrears="merge"),
        deferred(None, arrears="merge"),
    ):
        assert not any(one in told for one in (BY_CONTRACT, AS_A_REQUEST))


@pytest.mark.parametrize(("language", "opens", "asked"), [("zh", "“", "请"), ("en", "“", "Please")])
def test_what_is_said_aloud_stands_in_quotes(language, opens, asked):
    at = case("flat")
    concession = Concession("rate", "to-ask", rate=None)
    proposed = Proposed(concession, False, ((date(2026, 12, 20), 100_00),), None, works=True)
    found = letter(named("call"), replace(at, proposed=proposed))
    lines = sheet_text(found, language).splitlines()
    head = "可以按这个顺序说" if language == "zh" else "What you can say, in this order"
    start = next(place for place, line in enumerate(lines) if head in line)
    items = [line.partition(" ")[2] for line in lines[start + 1 : lines.index("", start)]]
    assert [one for one in items if not one.startswith(opens)] == []
    assert any(one.startswith(opens + asked) for one in items)


def test_old_figures_are_said_beside_the_kinds_that_name_them_only():
    day = DAY + timedelta(days=30)
    typed = Typed(own="x", mine=(), amount_fen=100, paid_on=date(2026, 11, 1))
    told = {}
    for _, kind, _, at in made(typed):
        codes = (
            [one.code for one in letter(kind, replace(at, day=day)).before]
            if kind.name != "settlement"
            else []
        )
        told.setdefault(kind.name, set()).update(codes)
    with_note = {name for name, codes in told.items() if "letter-before-old-figures" in codes}
    assert {"rate", "term", "budget"} <= with_note
    assert not with_note & {"statement", "settled", "record", "complaint", "conduct"}


@pytest.mark.parametrize("debt", ["shop", "flat", "card", "stock", "old"])
def test_a_proof_of_settlement_is_not_offered_while_anything_is_owed(debt):
    settled = named("settled")
    assert settled in fitting(case(debt))
    assert settled not in offered(case(debt))
    assert settled in offered(case(debt, Typed(paid_on=date(2026, 11, 20))))
    assert set(fitting(case(debt))) - set(offered(case(debt))) == {settled}
    assert set(offered(case(debt))) <= set(KINDS)


SHOP = """
format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 100.00
[[business]]
name = "小店"
takings = 30000.00
cost_of_goods = "60%"
fixed = 4000.00
{form}
[[debt]]
id = "a"
name = "贷款"
creditor = "银行"
balance = 5000.00
rate = "6%/year"
method = "level-payment"
periods_left = 10
due_day = 10
"""


@pytest.mark.parametrize(
    ("form", "label"),
    [
        ("", "经营净收入："),
        ('form = "sole-trader"', "经营净收入："),
        ('form = "family"', "店里的净收入（整个店的，不是我一个人的）："),
        ('form = "company"', "店里的净收入（整个店的，不是我一个人的）："),
    ],
)
def test_what_a_shop_earns_is_called_the_shops_where_it_is_not_the_persons_alone(form, label):
    home = household_of(SHOP.replace("{form}", form))
    text = text_of("budget", case_of(home, home.debts[0], DAY, Typed(mine=())))
    assert f"{label}¥8,000.00" in text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("typed", ["99999999999", "600000万", "５４９７５５８１３８．８８"])
def test_a_sum_that_is_too_large_is_said_to_be(typed, language):
    found = iou_of({"amount": typed, "on": "2026-12-01", "until": "2027-12-01"}, load_pack("cn"), AS_OF)
    assert [one.code for one in found.findings] == ["iou-amount-too-large"]
    assert ("太大" if language == "zh" else "too large") in say_finding(found.findings[0], language)
    with pytest.raises(NotTyped) as error:
        typed_of({"amount": typed}, {}, household_of())
    assert error.value.code == "letter-too-large-amount"


def test_a_text_that_is_no_sum_is_still_unclear():
    found = iou_of({"amount": "much", "on": "2026-12-01", "until": "2027-12-01"}, load_pack("cn"), AS_OF)
    assert [one.code for one in found.findings] == ["iou-amount-unclear"]
    assert "认不出来" in say_finding(found.findings[0], "zh")


def test_what_a_product_is_comes_from_the_pack():
    products = load_pack("cn").products
    assert {key for key in products if products[key].owing == "card"} == {
        "cn/credit-card",
        "cn/credit-card-instalment",
    }
    assert {key for key in products if products[key].owing == "goods"} == {"cn/supplier-credit"}
    assert case("card").owing == "card"
    assert case("flat").owing is None
    assert say(letter(named("proposal"), case("card")).title, "zh")
