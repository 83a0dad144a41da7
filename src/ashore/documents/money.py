"""What could bring money: things to sell, side work, the shop, a friend's loan; what each leaves and is worth."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from ashore.documents.answer.details import shop_messages
from ashore.documents.answer.levers import NOTED, SUED, gate_message, told
from ashore.documents.answer.view import View
from ashore.documents.blocks import Block, Part, Say
from ashore.documents.first_words import about_messages
from ashore.errors import Fact, Message
from ashore.household.flows import sale_fen
from ashore.household.model import Asset, Household
from ashore.packs.pack import Pack
from ashore.packs.withholding import LABOUR, PLATFORM, Rules, withholding_of
from ashore.planning.earning import Net, fee_fen, withheld_by_platform, withheld_per_payment
from ashore.planning.urgent import COURT_STAGES
from ashore.planning.worth import Kind, Worth
from ashore.scenarios.friend import Gate
from ashore.texts.language import Language

YEAR: Final = 12
NAMED: Final = frozenset({"thinking", "listed"})
"""How far selling has come, where it is still to be said: what is sold is on the page no more."""
SCAMS: Final = {
    "money-scam-fees": ("employer-takes-nothing", "job-fees-warning"),
    "money-scam-tasks": ("job-tasks-warning",),
    "money-scam-training": ("job-training-loan-warning",),
}
"""How to tell a job scam, by what each rests on: what a pack has no source for is not said."""
SALE: Final = ("used-things-vat", "resale-fee", "resale-fee-most")
WORK: Final = (*PLATFORM, *LABOUR, "unemployment-benefit-ends")
LOAN: Final = ("borrowed-bank-money", "interest-tax")
COURT: Final = ("moving-assets",)


@dataclass(frozen=True, slots=True)
class Money:
    """What the page is made of: the plan, what each lever is worth, what becomes of friends' loans, the rules."""

    view: View
    worths: Sequence[Worth]
    gates: Sequence[Gate]
    pack: Pack


def money_parts(money: Money) -> tuple[Part, ...]:
    """Return what could bring money, the person's own first and a friend's loan last."""
    found = [
        _care(money),
        _sales(money),
        _work(money),
        _scams(money),
        *_shops(money),
        _friends(money),
    ]
    return tuple(part for part in found if part and part.blocks)


def _of(money: Money, kind: Kind) -> list[Worth]:
    return [one for one in money.worths if one.kind == kind]


def _told(money: Money, one: Worth) -> Say:
    return Say(told(one, works=not money.view.holds), "item")


def _note(money: Money, kind: Kind) -> Iterator[Block]:
    """Yield what is said of every lever of a kind, otherwise once a court has a debt (practice §2, H3)."""
    if kind in NOTED:
        code = f"levers-{kind}-note" + ("-sued" if money.view.sued and kind in SUED else "")
        yield Say(Message(code, money.view.numbers()), "note")


def _care(money: Money) -> Part | None:
    if not money.view.sued:
        return None
    return Part("money-head-care", "first", (Say(Message("money-care"), "lead"),))


def _sales(money: Money) -> Part:
    """Return each thing to sell: its worth to the plan, whether that counts on it, what a selling fee leaves."""
    blocks: list[Block] = []
    for one in _of(money, "sale"):
        blocks.append(_told(money, one))
        blocks += [Say(said, "note") for said in _sale_lines(money, one)]
    if blocks:
        blocks += _note(money, "sale")
        blocks.append(Say(Message("money-sale-tax", money.view.numbers()), "note"))
    return Part("money-head-sale", "path", tuple(blocks))


def _sale_lines(money: Money, one: Worth) -> Iterator[Message]:
    planned = next((sale for sale in money.view.outcome.sales if sale.asset == one.name), None)
    if planned:
        yield Message("money-sale-planned", {"sale_month": str(planned.month), "amount_fen": planned.fen})
    else:
        yield Message("money-sale-free")
    if one.month and told(one, works=not money.view.holds).code == "levers-sale-saves":
        yield Message("money-sale-last", {"last_month": str(one.month)})
    asset = next((each for each in money.view.plan.household.assets if each.name == one.name), None)
    yield from _own_lines(asset, one) if asset else ()
    share, most = (money.pack.facts.get(name) for name in ("resale-fee", "resale-fee-most"))
    if asset and asset.fee:
        return
    if share and most and isinstance(share.value, Decimal) and isinstance(most.value, int):
        fee = fee_fen(one.fen, Fraction(share.value), most.value * 100)
        yield Message(
            "money-sale-fee", {"fee_fen": fee, "net_fen": one.fen - fee, "fee_percent": share.value}
        )


def _own_lines(asset: Asset, one: Worth) -> Iterator[Message]:
    """Yield what the person wrote down of selling a thing: how far it has come, the price asked, the fee, a note."""
    if asset.selling in NAMED:
        yield Message(f"money-sale-{asset.selling}")
    if asset.asked_fen is not None:
        yield Message("money-sale-asked", {"asked_fen": asset.asked_fen})
    if asset.fee:
        whole = sale_fen(replace(asset, fee=Fraction(0)), 1)
        percent = Decimal(asset.fee.numerator) / Decimal(asset.fee.denominator)
        facts: dict[str, Fact] = {"fee_percent": percent, "fee_fen": whole - one.fen, "net_fen": one.fen}
        yield Message("money-sale-own-fee", facts)
    if asset.note:
        yield Message("money-sale-note", {"told": asset.note})


def _work(money: Money) -> Part:
    """Return each side work: what it is worth, and what would be withheld from a full month of it."""
    blocks: list[Block] = []
    rules, works = withholding_of(money.pack), money.view.plan.household.side_work
    for one in _of(money, "side-work"):
        blocks.append(_told(money, one))
        lever = next((each for each in works if each.name == one.name), None)
        if rules and lever:
            pay = lever.hourly_fen * lever.hours_month
            blocks += [Say(said, "note") for said in withheld_messages(pay, 0, 0, rules)]
    if blocks:
        blocks.append(Say(Message("money-work-cost"), "note"))
        blocks.append(Say(Message("money-work-tax", money.view.numbers()), "note"))
    return Part("money-head-work", "path", tuple(blocks))


def withheld_messages(pay_fen: int, cost_fen: int, hours: int, rules: Rules) -> tuple[Message, ...]:
    """Return what a platform and what another payer withhold from a month's pay, and what stays of it after cost.

    A platform counts through a calendar year: the figures are those of twelve months with the same pay, and their
    average; another payer withholds the same from each payment.  `hours`: 0 where not known.
    """
    platform, labour = rules
    months = withheld_by_platform([pay_fen] * YEAR, platform)
    each = withheld_per_payment(pay_fen, labour)
    found: list[Message] = []
    for code, once, year in (("platform", months[0], sum(months)), ("payer", each, each * YEAR)):
        net = Net(pay_fen * YEAR, cost_fen * YEAR, year).net_fen // YEAR
        facts: dict[str, Fact] = {
            "pay_fen": pay_fen,
            "cost_fen": cost_fen,
            "once_fen": once,
            "year_fen": year,
            "net_fen": net,
            "hourly_fen": net // hours if hours else None,
        }
        case = "none" if year == 0 else "some"
        found.append(Message(f"money-withheld-{code}-{case}", facts))
        if cost_fen or hours:
            found.append(Message("money-net-hourly" if hours else "money-net", facts))
    return tuple(found)


def _scams(money: Money) -> Part:
    """Return how to tell a job scam, as far as the pack has a source for it."""
    codes = [code for code, facts in SCAMS.items() if all(one in money.pack.facts for one in facts)]
    said: list[Block] = [Say(Message(code, money.view.numbers()), "item") for code in codes]
    if said:
        said.append(Say(Message("money-scam-doubt", money.view.numbers()), "note"))
    return Part("money-head-scams", "path", tuple(said))


def _shops(money: Money) -> Iterator[Part]:
    for shop in money.view.plan.shops:
        said = tuple(Say(money.view.worded(one)) for one in shop_messages(shop))
        yield Part("answer-head-shop", "path", said)


def _friends(money: Money) -> Part:
    """Return a friend's loan, last: what it is worth, how often it comes back, what the friend loses (H4)."""
    shut = {(gate.name, gate.fen) for gate in money.gates if not gate.opens}
    blocks: list[Block] = [
        _told(money, one) for one in _of(money, "friend") if (one.name, one.fen) not in shut
    ]
    blocks += [Say(gate_message(gate), "item") for gate in money.gates]
    if blocks and money.view.plan.status == "works-with-concessions":
        blocks.append(Say(Message("levers-friend-writing"), "item"))
    if not blocks and money.view.plan.household.friend_loans:
        blocks.append(Say(Message("money-friend-none")))
    return Part("levers-head-friend", "path", (*blocks, *_note(money, "friend")) if blocks else ())


def money_about(household: Household, pack: Pack, today: date, language: Language) -> Part:
    """Return what the page rests on, as far as it is said of such a household."""
    ids = [one for facts in SCAMS.values() for one in facts]
    ids += SALE if any(one.for_sale for one in household.assets) else ()
    ids += WORK if household.side_work else ()
    ids += LOAN if household.friend_loans else ()
    ids += COURT if any(debt.stage in COURT_STAGES for debt in household.debts) else ()
    known = [one for one in ids if one in pack.facts]
    said = tuple(Say(one, "note") for one in about_messages(known, pack, today, language))
    return Part("money-head-about", "about", said)
