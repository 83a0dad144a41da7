"""Small ledgers for tests: payments of each export with only the fields that a test is about."""

import re
from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import strategies as st

from ashore.household.transactions import Transaction
from ashore.importers.bills.form import BillReading

FIRST = date(2026, 3, 1)
HAN = re.compile("[\u4e00-\u9fff]")
NUMBER = "2026030122001400000{:09d}"
CARD = "招商银行(1234)"
OTHER_CARD = "工商银行(9876)"


def one(yuan, day=0, kind=None, nature=None, **more):
    """Return a payment of a day of March, with the fields that a test is about."""
    return Transaction(
        FIRST + timedelta(days=day), round(yuan * 100), kind or "spending", nature or "purchase", **more
    )


def alipay(yuan, day=0, number=None, **more):
    order = "" if number is None else NUMBER.format(number)
    return one(yuan, day, **{"source": "alipay", "order": order, **more})


def wechat(yuan, day=0, **more):
    return one(yuan, day, **{"source": "wechat", **more})


def bank(yuan, day=0, account=CARD, **more):
    return one(yuan, day, **{"source": "bank", "account": account, "way": "out", "file": account, **more})


def quick(yuan, day=0, text="支付宝快捷支付", **more):
    return bank(yuan, day, text=text, **more)


def reading(*rows, name="a.csv", findings=()):
    """Return a file's reading; rows know their file and line."""
    placed = tuple(
        replace(row, file=row.file or name, row=row.row or number) for number, row in enumerate(rows, 1)
    )
    return BillReading(name, "alipay", placed, findings=tuple(findings), rows=len(rows))


def bare(ledger):
    """Return what the payments are, without where they stood."""
    return [replace(row, file="", row=0) for row in ledger.transactions]


def codes(ledger):
    return [(finding.code, finding.place.line) for finding in ledger.findings]


def refund(yuan, day=0, **more):
    return alipay(yuan, day, kind="refund", nature="refund", **more)


YUAN, DAY = st.integers(1, 4), st.integers(0, 5)
SHOPS = st.sampled_from(["甲", "乙店"])
CARDS = st.sampled_from([CARD, OTHER_CARD])
PEOPLE = {"nature": st.just("person"), "counterparty": st.sampled_from(["张三", ""]), "account": CARDS}
CAME = {"kind": st.just("income"), "way": st.just("in")}
PAID_WITH = st.sampled_from([CARD, "花呗", "余额", ""])
ROWS = st.one_of(
    st.builds(alipay, YUAN, DAY, st.integers(1, 30), method=PAID_WITH, counterparty=SHOPS),
    st.builds(alipay, YUAN, DAY, at=st.sampled_from([None, time(8)]), method=PAID_WITH, counterparty=SHOPS),
    st.builds(refund, YUAN, DAY, counterparty=SHOPS, refund_of=st.sampled_from(["", NUMBER.format(3)])),
    st.builds(quick, YUAN, DAY, counterparty=SHOPS, account=st.sampled_from([CARD, OTHER_CARD, ""])),
    st.builds(bank, YUAN, DAY, **PEOPLE),
    st.builds(bank, YUAN, DAY, **PEOPLE, **CAME),
)
LEDGERS = st.lists(ROWS, max_size=14)
