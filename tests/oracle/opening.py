"""Where a loan stands at the end of `as_of`, its arrears as typed or rebuilt from the contract."""

from dataclasses import replace
from datetime import date

from oracle.calendars import NIGHT, due_after, due_until
from oracle.contract import Words, read
from oracle.loan import PARTS, Item, Loan
from oracle.words import fen


def opened(words: Words) -> Loan:
    """Return the loan at the end of `as_of`, its arrears as typed or rebuilt from the contract."""
    contract = read(words)
    arrears = words.get("arrears")
    if not arrears:
        loan = Loan(contract, contract.as_of)
        _end_at_as_of(loan)
        return loan
    if len(arrears) == 1:
        return _rebuilt(words, arrears["since"])
    parts = {part: fen(arrears.get(part, 0)) for part in PARTS}
    loan = Loan(replace(contract, balance=contract.balance - parts["principal"]), contract.as_of)
    since = arrears["since"]
    overdue = Item(since, since, since, overdue=True)
    for part, amount in parts.items():
        setattr(overdue, part, amount)
    loan.items.append(overdue)
    _end_at_as_of(loan)
    return loan


def _end_at_as_of(loan: Loan) -> None:
    """End the spans at `as_of`; a monthly period is charged whole at its due (decision 0001, 2)."""
    if loan.contract.daily:
        loan.end_spans()
    else:
        loan.end_penalty_spans()


def _rebuilt(words: Words, since: date) -> Loan:
    """Return the loan with the dues missed since a day, played from the due before it."""
    as_of, due_day = words["as_of"], words.get("due_day", 1)
    before = due_until(since - NIGHT, due_day)
    contract = read({**words, "as_of": before})
    missed, day = 0, before
    while (day := due_after(day, due_day)) <= as_of:
        missed += 1
    if contract.method == "bullet":
        contract.periods = 1
    elif contract.method != "schedule":
        contract.periods += missed
    loan = Loan(contract, before)
    while loan.day < as_of:
        loan.tomorrow()
        loan.close_day()
    _end_at_as_of(loan)
    # SPEC 3.1: what is not overdue is spread over the periods left after as_of
    loan.part = loan.fixed_part() if loan.payment is None else loan.payment
    return loan
