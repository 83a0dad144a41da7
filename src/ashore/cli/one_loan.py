"""One loan from terms typed as options, read by the same rules as any file."""

from datetime import datetime
from decimal import Decimal
from typing import Final

import click

from ashore.cli.common import BAD, leave
from ashore.cli.terminal import wrap
from ashore.errors import Message
from ashore.household import read_parsed, read_source
from ashore.household.model import Household
from ashore.packs.files import jurisdictions
from ashore.packs.products import all_products
from ashore.planning.triage_answers import Unclear, read_amount_fen
from ashore.texts import say, say_finding
from ashore.texts.language import Language

METHODS: Final = ("level-payment", "equal-principal", "interest-only", "bullet", "daily", "flat-fee")
LOAN: Final = "loan"
OPTIONS: Final = {"balance": "amount", "original": "amount", "periods_left": "periods"}
"""The option that a key of the loan was typed as, where the two differ."""


def loan_from_terms(terms: dict[str, object], language: Language) -> Household:
    """Return the household of one loan; what the terms leave unclear is said by option, and ends with 2."""
    try:
        amount = Decimal(read_amount_fen(str(terms["amount"]))).scaleb(-2)
    except Unclear as unclear:
        leave(unclear, language)
    if not amount:
        leave(Message("schedule-which"), language)
    reading = read_parsed(
        read_source(loan_file({**terms, "amount": amount})), all_products(), jurisdictions()
    )
    if reading.household is None:
        for finding in reading.findings:
            if finding.level == "stop":
                key = finding.place.path.rpartition(".")[2]
                option = f"--{OPTIONS.get(key, key).replace('_', '-')}"
                facts = {"option": option, "what": say_finding(finding, language)}
                click.echo("\n".join(wrap(say(Message("usage-term", facts), language))), err=True)
        raise SystemExit(BAD)
    return reading.household


def loan_file(terms: dict[str, object]) -> bytes:
    """Return a household file with this one loan, so that terms are read by the same rules as any file."""
    terms = {key: value.replace('"', "") if isinstance(value, str) else value for key, value in terms.items()}
    typed = terms["start"]
    start = (typed if isinstance(typed, datetime) else datetime.now().astimezone()).date()
    keys = {"accrual": "accrual", "day_count": "day_count", "fee_per_period": "fee_per_period"}
    extra = "".join(f'{key} = "{terms[name]}"\n' for name, key in keys.items() if terms[name])
    flat = f"original = {terms['amount']}\n" if terms["fee_per_period"] else ""
    return (
        f'format = "ashore/1"\n[household]\nas_of = {start}\n[[debt]]\nid = "{LOAN}"\nname = "{LOAN}"\n'
        f'creditor = "{LOAN}"\nbalance = {terms["amount"]}\nrate = "{terms["rate"] or "0%/year"}"\n'
        f'method = "{terms["method"]}"\nperiods_left = {terms["periods"]}\nstart = {start}\n'
        f"due_day = {terms['due_day'] or start.day}\n{extra}{flat}"
    ).encode()
