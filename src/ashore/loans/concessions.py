"""What an agreement or a lender's act does to a loan: defer, extend, rate, waive, settle, accelerate (SPEC §4)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from ashore.loans.account import TermAccount
from ashore.loans.accrual import periods_of
from ashore.loans.allocation import allocate
from ashore.loans.item import Item, new_item
from ashore.loans.parts import INTEREST, MEMBERS, PRINCIPAL, Parts, no_parts
from ashore.loans.revolving import RevolvingAccount
from ashore.loans.settlement import Contract, SettlingAccount, settle
from ashore.loans.terms import Concession, DatedRate, Method, Opening, Part
from ashore.money import Rate

Account = TermAccount | RevolvingAccount | SettlingAccount
"""A loan of any method, perhaps under a settlement; all answer the same calls."""
DAY = timedelta(days=1)
CANNOT_SPREAD: Final[tuple[Method, ...]] = ("revolving", "schedule")


def accept(account: Account, concession: Concession) -> Account:
    """Return the loan with an agreement in effect from today (decision 0001 rule 20); a settlement is put over it.

    What is agreed besides a settlement, or after one that was missed, changes the contract beneath it.
    """
    if concession.kind == "settle":
        return settle(contract_of(account), concession)
    if concession.kind == "waive":
        # What is waived only if paid by a day is not counted as waived: nothing owed is understated.
        for part, amount in concession.waives if concession.if_paid_by is None else ():
            waive(account, part, amount)
        return account
    changed = _changed(contract_of(account), concession)
    if isinstance(account, SettlingAccount):
        return SettlingAccount(changed, account.sums, missed=account.missed)
    return changed


def _changed(account: Contract, concession: Concession) -> Contract:
    if concession.kind == "extend" and isinstance(account, RevolvingAccount):
        account = in_instalments(account)
    if merges(concession) and isinstance(account, TermAccount):
        spread = concession.kind == "extend" and _spreading(account.terms.method, concession) != "schedule"
        merge_arrears(account, last_due=spread)
    if concession.kind == "defer":
        account.defer(concession.months, concession.interest)
    elif concession.kind == "extend":
        _extend(account, concession)
    elif concession.rate is not None:
        _lower_rate(account, concession.rate, concession.until)
    return account


def contract_of(account: Account) -> Contract:
    """Return the contract beneath a settlement, or the loan itself."""
    return account.contract if isinstance(account, SettlingAccount) else account


def in_instalments(account: RevolvingAccount) -> TermAccount:
    """Return a revolving debt as a loan without instalments yet, which an extension spreads.

    An unpaid minimum stays due, made of the parts that a payment fills first; the rest of the carried interest,
    damages and fees falls due with the first instalment.  A deferral that is not over goes on.
    """
    account.close_spans()
    terms = replace(account.terms, method="level-payment", payment_fen=None)
    opening = Opening(account.day, 0, 0, account.period_from)
    loan = TermAccount(terms, opening, account.next_due, account.working_days)
    rest = Item(account.day, account.day, account.day, account.parts[:])
    for one in account.minimums:
        part = allocate([rest], one.unpaid_fen, None)
        start = account.day if one.late else new_item(one.due, terms.grace).penalty_from
        loan.items.append(Item(one.due, one.late_after, start, part, late=one.late))
    loan.principal_fen, rest.parts[PRINCIPAL] = rest.parts[PRINCIPAL], 0
    loan.held, loan.accrued_fen, loan.credit_fen = rest.parts, account.run_fen, account.credit_fen
    loan.tally, loan.overrides, loan.rate = account.tally.copy(), account.overrides[:], account.rate
    loan.span_from, loan.last_due = account.span_from, account.period_from
    loan.deferred, loan.defer_interest = account.deferred, account.defer_interest
    return loan


def _lower_rate(account: Contract, rate: Rate, until: date | None) -> None:
    """Let an agreed rate hold from the next due on; a bullet has one due only, so there it holds from today."""
    if account.terms.method == "bullet":
        account.close_spans()
        account.overrides.append(DatedRate(rate, account.day, until))
        account.set_rate(rate, account.day)
    else:
        account.overrides.append(DatedRate(rate, account.next_due + DAY, until))


def merges(concession: Concession) -> bool:
    """Return whether what is overdue joins the new schedule: by default so under an extension."""
    default = "merge" if concession.kind == "extend" else "keep"
    return (concession.arrears or default) == "merge"


def change_rate(account: Account, rate: Rate) -> None:
    """Let a posted rate hold from today on, instead of one agreed for later; every span ends."""
    account = contract_of(account)
    account.close_spans()
    account.overrides[:] = [one for one in account.overrides if one.since is None or one.since <= account.day]
    account.overrides.append(DatedRate(rate, account.day))
    account.set_rate(rate, account.day)


def _extend(account: Contract, concession: Concession) -> None:
    """Spread what is left over `months` instalments from here on; an agreed rate holds at once.

    Where only the instalment is agreed, so many level payments follow as it takes.
    """
    if isinstance(account, TermAccount):
        method = _spreading(account.terms.method, concession)
        if account.terms.method == "bullet":
            account.deferred = 0  # it had moved the end, which is set anew
        if method != account.terms.method:
            account.leave_method()
        accrual = "daily" if method == "daily" else account.terms.accrual
        account.terms = replace(
            account.terms, method=method, accrual=accrual, payment_fen=concession.payment_fen
        )
        account.periods_left = concession.months
        if method == "bullet":
            account.defer_interest = "accrue"
    if concession.rate is not None:
        change_rate(account, concession.rate)
    if isinstance(account, TermAccount):
        account.follow_rate()
        if not concession.months:
            rate, payment = account.rate.per_month(), concession.payment_fen or 0
            account.periods_left = periods_of(account.principal_fen, rate, payment)
        account.fix_instalment(typed=True)


def _spreading(own: Method, concession: Concession) -> Method:
    """Return the method of an extension's instalments; one that cannot be spread gives way to level payments."""
    if concession.method in CANNOT_SPREAD:
        return "level-payment"
    return concession.method or (own if concession.months else "level-payment")


def merge_arrears(account: TermAccount, *, last_due: bool = False) -> None:
    """Return overdue principal to the schedule; its interest, penalty and fees fall due with the next instalment.

    `last_due`: so does what is due and still in time, where that is all there is.
    """
    account.close_spans()
    ran = account.running
    late = [item for item in account.items if item.late or (last_due and not ran)]
    if account.rows:  # the last typed due takes it, and loses it first to early repayment
        returned, last = sum(item.parts[PRINCIPAL] for item in late), account.rows[-1]
        account.rows[-1] = replace(last, principal_fen=last.principal_fen + returned)
    for item in late:
        account.principal_fen += item.parts[PRINCIPAL]
        item.parts[PRINCIPAL] = 0
        for index, fen in enumerate(item.parts):
            account.held[index] += fen
    account.items = [item for item in account.items if item not in late]
    if account.principal_fen:
        account.periods_left = max(1, account.periods_left)
    if late and not ran:
        account.restart()
    account.fix_instalment(typed=True)


def waive(account: Account, part: Part, amount_fen: int | None) -> int:
    """Write off what is due and unpaid of a part, oldest first, up to an amount (None: all).  Returns the fen."""
    account = contract_of(account)
    account.post_penalties(account.day)
    members = MEMBERS[part]
    holders = [item.parts for item in account.items] if isinstance(account, TermAccount) else [account.parts]
    left = sum(parts[index] for parts in holders for index in members) if amount_fen is None else amount_fen
    asked = left
    for parts in holders:
        for index in members:
            left -= _write_off(account, parts, index, left)
    if isinstance(account, TermAccount):
        account.items = [item for item in account.items if item.unpaid_fen]
    else:
        account.keep_minimums_owed()
    return asked - left


def _write_off(account: TermAccount | RevolvingAccount, parts: Parts, index: int, most_fen: int) -> int:
    share = min(most_fen, parts[index])
    parts[index] -= share
    account.tally.forgiven[index] += share
    return share


def accelerate(account: Account) -> None:
    """Let the lender call the whole today: all principal and interest run so far is one overdue instalment."""
    account = contract_of(account)
    if isinstance(account, RevolvingAccount):
        account.accelerate()
        return
    account.close_spans()
    account.post_run()
    parts = no_parts()
    parts[PRINCIPAL], parts[INTEREST] = account.principal_fen, account.accrued_fen
    for index, fen in enumerate(account.held):
        parts[index] += fen
    account.end_schedule()
    if sum(parts):
        account.items.append(Item(account.day, account.day, account.day, parts, late=True))
        account.items.sort(key=lambda item: item.due)  # a due moved to a working day may come after the call
    account.use_credit()
