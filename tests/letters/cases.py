"""A household whose every name is a secret word, and every letter that can be made of it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, time
from functools import cache
from typing import Final

from ashore.creditors.contacts import Contact, written
from ashore.creditors.log_file import Log, read_log, with_entry
from ashore.documents.letter_contacts import with_log
from ashore.documents.letters import case_of, with_audit, with_plan
from ashore.household import read_parsed, read_source
from ashore.household.audited import audit
from ashore.household.model import Debt, Household
from ashore.importers.statement.reading import read_statement
from ashore.letters.case import Case, Typed
from ashore.letters.fitting import NotThisLetter
from ashore.letters.kinds import KINDS, Kind, kind_of
from ashore.letters.letter import letter
from ashore.letters.sheet import Sheet
from ashore.packs.files import jurisdictions
from ashore.packs.planned import plan_of
from ashore.packs.products import all_products
from ashore.planning.plan import Plan

AS_OF: Final = date(2026, 11, 23)
DAY: Final = date(2026, 11, 24)
SECRET: Final = "暗号"
"""Stands in every name of the file that may say what money was used for, or who else there is."""
FILE: Final = """
format = "ashore/1"
[household]
name = "暗号之家"
as_of = 2026-11-23
cash = 6400.00
emergency_fund = 3000.00
emergency_fund_months = 12
cause = "shock"

[[account]]
id = "暗号账户"
holder = "self"
balance = 6400.00
for = "living"

[[income]]
name = "暗号公司的工资"
amount = 7600.00
day = 10

[[income]]
name = "爱人暗号的工资"
amount = 3900.00
day = 15

[[spending]]
name = "暗号房租"
category = "housing"
amount = 2100.00
day = 5

[[spending]]
name = "暗号吃饭"
category = "food"
amount = 600.00
every = "week"
from = 2026-11-28

[[spending]]
name = "暗号学费"
category = "education"
amount = 480.00
day = 1

[[debt]]
id = "shop"
name = "暗号店里进货"
creditor = "浙江网商银行"
lender_kind = "bank"
balance = 60200.00
original = 86000.00
start = 2026-05-15
rate = "0.045%/day"
method = "equal-principal"
periods_left = 4
due_day = 15
penalty = "x1.5"
compound = true
business = true
arrears = {since = 2026-09-15, principal = 25800.00, interest = 2136.24, penalty = 912.52, compound = 66.24}
last_payment = 2026-08-20
source = {rate = "contract", method = "contract", penalty = "contract"}

[[debt]]
id = "flat"
name = "暗号装修贷"
creditor = "某城市商业银行"
lender_kind = "bank"
balance = 48000.00
rate = "6.9%/year"
method = "level-payment"
periods_left = 30
due_day = 20
liable = ["self", "guarantor:暗号表哥"]

[[debt]]
id = "stock"
name = "暗号周转"
creditor = "某农村商业银行"
lender_kind = "bank"
balance = 30000.00
rate = "5.8%/year"
method = "interest-only"
periods_left = 5
due_day = 18
business = true

[[debt]]
id = "card"
name = "暗号旅游"
product = "cn/credit-card"
creditor = "某银行信用卡中心"
balance = 12640.00
due_day = 8

[[debt]]
id = "old"
name = "暗号旧账"
creditor = "某消费金融公司"
lender_kind = "consumer-finance"
balance = 5200.00
rate = "18%/year"
method = "level-payment"
periods_left = 0
due_day = 10
arrears = {since = 2021-03-10, principal = 5200.00, interest = 300.00}
last_payment = 2021-02-10

[[debt]]
id = "friend"
name = "暗号借款"
product = "cn/friend-loan"
creditor = "暗号表弟"
periods_left = 1
due_day = 20
balance = 5000.00
"""
STATEMENT: Final = """\
期数,应还日期,应还本金,应还利息,罚息,应还总额,实还金额,还款日期,剩余本金
1,2026-06-15,8600.00,1199.70,0.00,9799.70,9799.70,2026-06-15,77400.00
2,2026-07-15,8600.00,1079.73,0.00,9679.73,9679.73,2026-07-15,68800.00
3,2026-08-15,8600.00,959.76,40.00,9599.76,9599.76,2026-08-20,60200.00
4,2026-09-15,8600.00,839.79,586.21,10062.00,,,
"""
NIGHT: Final = Contact(
    date(2026, 11, 20), DAY, "agency", "in", "call", f"{SECRET}今晚必须还", at=time(22, 40), debt="shop",
    debt_name=f"{SECRET}店里进货", name=f"{SECRET}催收员", phone="0571-00000000", answered=True, purpose="collection",
    agreed=False, evidence="recording",
)  # fmt: skip
TOLD: Final = replace(
    NIGHT, on=date(2026, 11, 21), at=None, reached="contact", told=True, whom=f"{SECRET}表哥", evidence="none"
)
BY_DAY: Final = tuple(
    replace(NIGHT, on=date(2026, 11, 22), at=time(9 + n), evidence="none") for n in range(4)
)
CALLS: Final = (NIGHT, TOLD, *BY_DAY, replace(NIGHT, on=date(2026, 11, 23), at=time(10)))
"""A call at night, a cousin who was told, four calls in one day, and one call that is as it should be."""
OWN: Final = "我想把每一笔都还清。"


def household_of(text: str = FILE) -> Household:
    """Return the household of a file's text."""
    found = read_parsed(read_source(text.encode()), all_products(), jurisdictions()).household
    assert found is not None
    return found


@cache
def home() -> Household:
    """Return the household whose names are secret."""
    return household_of()


@cache
def planned(household_text: str = FILE) -> Plan:
    """Return its plan with what can be asked, made once."""
    return plan_of(household_of(household_text), asked_if="no-contract")


def log_of(contacts: Iterable[Contact]) -> Log:
    """Return a log with these contacts."""
    log = Log(())
    for contact in contacts:
        log = read_log(with_entry(log, written(contact)).encode())
    return log


def debt_of(debt_id: str) -> Debt:
    """Return one of its debts."""
    return next(one for one in home().debts if one.id == debt_id)


def named(name: str) -> Kind:
    """Return a kind of letter."""
    found = kind_of(name)
    assert found is not None
    return found


def case(debt_id: str, typed: Typed | None = None, **changes: object) -> Case:
    """Return the case of a debt, with the plan, and with fields of the debt changed."""
    debt = replace(debt_of(debt_id), **changes)
    at = with_plan(case_of(home(), debt, DAY, typed or Typed()), planned())
    return with_log(audited(at), log_of(CALLS).entries) if debt_id == "shop" else at


def audited(at: Case) -> Case:
    """Return the case with what the lender's statement has otherwise than the contract."""
    reading = read_statement(STATEMENT.encode(), AS_OF)
    assert reading.statement is not None
    return with_audit(at, audit(at.debt, reading.statement, AS_OF).verdicts)


COMPLAINTS: Final = ("complaint", "conduct")
FULL: Final = Typed(
    cause="illness",
    evidence=("diagnosis", "income"),
    own=OWN,
    amount_fen=4_000_00,
    by=date(2026, 12, 30),
    due_day=12,
    mine=("暗号公司的工资",),
)
"""Everything that may be typed for a letter but a term."""


def made(typed: Typed | None = None) -> Iterator[tuple[str, Kind, Sheet, Case]]:
    """Yield every letter there is for every debt, with its case; those that do not fit are left out."""
    for debt in home().debts:
        at = case(debt.id, typed)
        for kind in KINDS:
            mine = replace(at, typed=replace(at.typed, evidence=())) if kind.name in COMPLAINTS else at
            try:
                yield debt.id, kind, letter(kind, mine), mine
            except NotThisLetter:
                continue
