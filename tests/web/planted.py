"""A bill whose words are looked for where they must not be."""

import uuid
from datetime import date

from ashore.diagnosis.corrections import Correction
from ashore.household.transactions import Transaction
from ashore.importers.bills.form import BillReading
from ashore.store.private.bills import imports, taught
from ashore.store.private.bills.imports import Given

BILL = ("卡纳瑞九一七四账单", "卡纳瑞三三五八烧烤", "卡纳瑞六六零一充值")
"""What a file is called, whom money went to, and what for."""


def plant_bills():
    """Import a bill and teach what it was for."""
    name, who, what = BILL
    paid = Transaction(
        date(2026, 3, 2),
        64800,
        "spending",
        counterparty=who,
        text=what,
        raw=(("交易对方", who), ("备注", what)),
    )
    imports.add(uuid.uuid4(), [Given(BillReading(name, "alipay", (paid,), rows=1), "0" * 64)])
    taught.teach(uuid.uuid4(), Correction(who, "games", field="counterparty"))
