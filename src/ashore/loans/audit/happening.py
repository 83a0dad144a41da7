"""What a statement or the file tells of, done to a loan that keeps a journal: payments, agreements, a settlement.

Under a settlement the contract runs on quietly beneath it (SPEC §4): its last sum closes the loan and the rest is
forgiven; a day that is missed leaves the contract as it was.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Literal

from ashore.loans.audit.early import EarlyInterest, close_early, repay_early
from ashore.loans.audit.journal import Entry, JournaledAccount
from ashore.loans.audit.stated import Happened
from ashore.loans.concessions import accelerate, accept, change_rate, contract_of, waive
from ashore.loans.ledger import charge
from ashore.loans.parts import Parts, no_parts
from ashore.loans.settlement import SettlingAccount, Sum, sums_of
from ashore.loans.terms import PARTS, Event, Penalty
from ashore.money import Rate

Settling = Literal["late", "void", "frozen"]
"""How a lender may have read a settlement: it held though a sum came late; it did not hold; nothing ran on."""
Book = JournaledAccount | SettlingAccount
"""A loan that keeps a journal, perhaps under a settlement."""


def journal_of(book: Book) -> JournaledAccount:
    """Return the loan that keeps the journal: the contract beneath a settlement, or the loan itself."""
    contract = contract_of(book)
    assert isinstance(contract, JournaledAccount)
    return contract


def settled_on(events: Iterable[Happened]) -> date | None:
    """Return the first day on which a settlement was agreed or the rest of a loan forgiven, None where neither was."""
    days = (one.event.on for one in events if one.settles or one.event.kind == "close")
    return min(days, default=None)


def happen(book: Book, one: Happened, early: EarlyInterest | None, settling: Settling | None) -> Book:
    """Return the loan after what happened today; `early` and `settling` say how it is read."""
    event, account = one.event, journal_of(book)
    match event.kind:
        case "payment":
            account.note_payment(_pay(book, one, early), one.line)
        case "charge":
            charge(account, event.amount_fen or 0)
        case "rate" if event.rate is not None:
            change_rate(account, event.rate)
        case "waive":
            _waive(account, event)
        case "accelerate":
            accelerate(account)
        case "agree":
            return _agree(book, one, settling)
        case "close":
            _forgive(book, one.line)
        case _:
            pass
    return book


def _waive(account: JournaledAccount, event: Event) -> None:
    left = event.amount_fen
    for part in event.parts or PARTS[:3]:
        written_off = waive(account, part, left)
        left = None if left is None else left - written_off


def _pay(book: Book, one: Happened, mode: EarlyInterest | None) -> Parts:
    amount, account = one.event.amount_fen or 0, journal_of(book)
    if isinstance(book, SettlingAccount) and book.settling:
        return _pay_settling(book, one)
    if one.early is None:
        return account.pay(amount)
    if one.early.closes:
        return close_early(account, one.line)
    return repay_early(account, amount, one.early, mode)


def _pay_settling(book: SettlingAccount, one: Happened) -> Parts:
    """Return what a payment into a settlement paid, by part; what its last sum leaves is noted as forgiven."""
    account = journal_of(book)
    before = account.tally.forgiven[:]
    paid = book.pay(one.event.amount_fen or 0)
    if one.early and one.early.closes:
        account.journal.append(Entry("closing", account.day, tuple(paid), line=one.line))
    _note_forgiven(account, before, one.line)
    return paid


def _note_forgiven(account: JournaledAccount, before: Parts, line: int) -> None:
    """Note what was written off since the account stood at `before`, by part."""
    parts = tuple(now - then for now, then in zip(account.tally.forgiven, before, strict=True))
    if any(parts):
        account.journal.append(Entry("forgiven", account.day, parts, line=line))


def _forgive(book: Book, line: int) -> None:
    """Write off all that is left today, after what is held was used for it."""
    account = journal_of(book)
    before, held = account.tally.forgiven[:], account.credit_fen
    account.credit_fen = 0
    if held:
        account.credit_fen = held - sum(account.pay_standing(held))
    book.forgive_rest()
    _note_forgiven(account, before, line)


def _agree(book: Book, one: Happened, settling: Settling | None) -> Book:
    """Return the loan under what was agreed; what is agreed besides a settlement changes the contract beneath it."""
    account, concession = journal_of(book), one.event.concession
    if concession is not None and concession.kind != "settle":
        accept(account, concession)
        return book
    sums = list(one.settled) or (sums_of(account, concession) if concession else [])
    account.journal += [
        Entry("agreed", each.by, tuple(no_parts()), account.day, principal_fen=each.fen) for each in sums
    ]
    if settling == "void":
        return account
    if settling == "frozen":
        _freeze(account)
    patient = [Sum(date.max, each.fen) for each in sums]
    return SettlingAccount(account, patient if settling == "late" else sums)


def _freeze(account: JournaledAccount) -> None:
    """Let neither interest nor anything for being late run on from today."""
    account.close_spans()
    account.terms = replace(account.terms, penalty=Penalty(), late_fee=None)
    change_rate(account, Rate(Decimal(0), "year"))
