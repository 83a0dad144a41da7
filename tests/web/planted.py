"""A bill and check-ins whose words are looked for where they must not be."""

import json
import uuid
from datetime import date

from ashore.diagnosis.corrections import Correction
from ashore.household.transactions import Transaction
from ashore.importers.bills.form import BillReading
from ashore.store.private import mood
from ashore.store.private.bills import imports, taught
from ashore.store.private.bills.imports import Given
from ashore.web import clock

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


HELPER = "卡纳瑞王五六六三"
"""Who was to watch deadlines."""
ANSWERS = {"phq-9": (3, 1, 2, 0, 3, 1, 2, 3, 1), "gad-7": (3, 0, 2, 1, 3, 0, 2), "phq-4": (2, 3, 1, 0)}


def plant_mood():
    """Keep an answer to each questionnaire and a name.  Returns the words by which they would be known."""
    for form, answers in ANSWERS.items():
        taken = mood.Taken(date(2026, 3, 2), form, "zh", "2026-11-26", answers, sum(answers))
        mood.keep(uuid.uuid4(), taken)
    mood.name_helper(uuid.uuid4(), HELPER)
    return [
        HELPER,
        *(str(found) for found, _ in mood.all_taken()),
        *(json.dumps(one) for one in ANSWERS.values()),
    ]


def plant_rest():
    """Begin a pause of reminders.  Returns the words by which it would be known."""
    since = clock.now()
    mood.begin_rest(uuid.uuid4(), since)
    return [since.isoformat()]
