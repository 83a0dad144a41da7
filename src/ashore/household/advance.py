"""What a household's debts have become by a later day, with what was paid since: the keys of its file that change.

Each debt is moved through its contract to that day, and then opened anew from the keys that would stand in the file.
Only where both fall due alike, to the end, is the change sure; else the lender's own figures are to be asked for.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from ashore.dates import WorkingDays
from ashore.household.keys.scalars import Amount
from ashore.household.model import Debt, Household
from ashore.household.position import open_debt
from ashore.loans.concessions import Account
from ashore.loans.opening import EVERY_DAY_WORKS
from ashore.loans.parts import (
    COMPOUND,
    DAMAGES,
    FEES,
    INTEREST,
    PENALTY,
    PRINCIPAL,
    Parts,
    add_parts,
    no_parts,
)
from ashore.loans.revolving import RevolvingAccount
from ashore.loans.settlement import SettlingAccount
from ashore.loans.terms import Arrears

DAY: Final = timedelta(days=1)
YUAN: Final = Amount()
DUES_MAX: Final = 600
NEAR_FEN: Final = 1
"""A due may differ by a fen: a span of interest that is cut in two is rounded twice."""
ARREARS_KEYS: Final[Mapping[str, int]] = {
    "principal": PRINCIPAL, "interest": INTEREST, "penalty": PENALTY, "compound": COMPOUND, "damages": DAMAGES,
    "fees": FEES,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paid:
    """What was paid on a debt, in fen, on a day: on that of the figures, what they do not have yet."""

    debt: str
    on: date
    fen: int


@dataclass(frozen=True, slots=True)
class Moved:
    """A debt on the later day.

    `values`: the keys of its table that change, as plain file values; None takes a key away.  `closed`: nothing is
    owed any more.  `sure`: opened from these keys it falls due as it would have; if not, the lender's figures count.  A
    debt under an agreement in writing is never sure: in the file the agreement would begin anew.
    `arrears_fen`: what is overdue then.  `over_fen`: what was paid beyond all that was owed.
    """

    debt: str
    values: Mapping[str, object]
    closed: bool
    sure: bool
    arrears_fen: int
    over_fen: int = 0


def advance(
    household: Household, to: date, paid: Sequence[Paid], working_days: WorkingDays = EVERY_DAY_WORKS
) -> tuple[Moved, ...]:
    """Return each debt at the end of `to`, in file order, after the payments.

    Payments are on `as_of` (they come after all that the figures have) or later, not after `to`, on debts that the
    household has: asserted.
    """
    assert household.as_of <= to
    assert all(household.as_of <= one.on <= to and one.fen > 0 for one in paid)
    assert {one.debt for one in paid} <= {debt.id for debt in household.debts}
    return tuple(_moved(debt, household.as_of, to, paid, working_days) for debt in household.debts)


def _moved(debt: Debt, as_of: date, to: date, paid: Sequence[Paid], working_days: WorkingDays) -> Moved:
    account = open_debt(debt, as_of, working_days)
    for one in sorted((one for one in paid if one.debt == debt.id), key=lambda one: one.on):
        account.advance(one.on)
        account.pay(one.fen)
    account.advance(to)
    account.end_of_day()
    account.close_spans()
    last = {"last_payment": max(days)} if (days := [one.on for one in paid if one.debt == debt.id]) else {}
    if account.closed:
        over_fen = (account.contract if isinstance(account, SettlingAccount) else account).credit_fen
        return Moved(debt.id, _closing(debt) | last, closed=True, sure=True, arrears_fen=0, over_fen=over_fen)
    if _bound(debt):
        return Moved(debt.id, last, closed=False, sure=False, arrears_fen=account.arrears_fen)
    found = [one for one in _written(debt, account) if _alike(account, one, to, working_days)]
    now = found[0] if found else next(_written(debt, account))
    typed_otherwise = debt.arrears_total_fen is not None and not debt.arrears_typed
    sure = bool(found) and not typed_otherwise
    return Moved(debt.id, _values(debt, now) | last, closed=False, sure=sure, arrears_fen=account.arrears_fen)


def _bound(debt: Debt) -> bool:
    """Return whether an agreement is in force, which would begin anew on the later day."""
    return any(one.kind != "waive" for one in debt.in_writing)


def _closing(debt: Debt) -> dict[str, object]:
    """Return the keys of a debt of which nothing is owed any more."""
    values: dict[str, object] = {"balance": YUAN.write(0), "periods_left": 0}
    if debt.arrears is not None:
        values["arrears"] = None
    if debt.stage == "overdue":
        values["stage"] = "current"
    return values


def _written(debt: Debt, account: Account) -> Iterator[Debt]:
    """Yield the debt as the file could say it: by the contract, then with the instalment that it has now."""
    assert not isinstance(account, SettlingAccount)
    arrears = _arrears_of(account)
    if isinstance(account, RevolvingAccount):
        yield replace(
            debt, balance_fen=sum(account.parts), arrears=arrears, arrears_typed=True, arrears_total_fen=None
        )
        return
    now = replace(
        debt,
        balance_fen=account.principal_left_fen,
        periods_left=account.periods_left,
        arrears=arrears,
        arrears_typed=True,
        arrears_total_fen=None,
    )
    yield now
    if account.payment_fen:
        yield replace(now, terms=replace(now.terms, payment_fen=account.payment_fen))


def _arrears_of(account: Account) -> Arrears | None:
    """Return what is overdue as one entry, since the oldest due of it; None where nothing is."""
    if account.arrears_fen == 0:
        return None
    since = account.day - timedelta(days=account.days_past_due)
    if isinstance(account, RevolvingAccount):
        return Arrears(since, principal_fen=account.arrears_fen)
    assert not isinstance(account, SettlingAccount)
    parts: Parts = no_parts()
    for item in account.items:
        if item.late:
            add_parts(parts, item.parts)
    return Arrears(
        since, parts[PRINCIPAL], parts[INTEREST], parts[PENALTY], parts[COMPOUND], parts[DAMAGES], parts[FEES]
    )


def _alike(account: Account, debt: Debt, to: date, working_days: WorkingDays) -> bool:
    """Return whether a debt opened on `to` falls due as the running one does, to its end."""
    anew = open_debt(debt, to, working_days)
    ahead = list(_dues(account.copy()))
    opened = list(_dues(anew.copy()))
    same_days = [day for day, _ in ahead] == [day for day, _ in opened]
    near = all(abs(one[1] - other[1]) <= NEAR_FEN for one, other in zip(ahead, opened, strict=False))
    return same_days and near and abs(anew.payoff_fen() - account.payoff_fen()) <= NEAR_FEN


def _dues(account: Account) -> Iterator[tuple[date, int]]:
    """Yield what is due on each day, each due paid, until nothing is owed."""
    account.advance(account.day + DAY)
    for _ in range(DUES_MAX):
        if account.closed:
            return
        if fen := account.due_fen:
            account.pay(fen)
            yield account.day, fen
        account.advance(account.next_due)


def _values(debt: Debt, now: Debt) -> dict[str, object]:
    """Return the keys that changed, as plain values."""
    values: dict[str, object] = {}
    if now.balance_fen != debt.balance_fen:
        values["balance"] = YUAN.write(now.balance_fen)
    if now.periods_left != debt.periods_left:
        values["periods_left"] = now.periods_left
    if now.terms.payment_fen is not None and now.terms.payment_fen != debt.terms.payment_fen:
        values["payment"] = YUAN.write(now.terms.payment_fen)
    if now.arrears != debt.arrears or now.arrears_typed != debt.arrears_typed:
        values["arrears"] = _plain(now.arrears) if now.arrears else None
        if debt.stage in {"current", "overdue"}:
            values["stage"] = "overdue" if now.arrears else "current"
    return values


def _plain(arrears: Arrears) -> dict[str, object]:
    fen = (
        arrears.principal_fen, arrears.interest_fen, arrears.penalty_fen, arrears.compound_fen, arrears.damages_fen,
        arrears.fees_fen,
    )  # fmt: skip
    parts = {key: YUAN.write(fen[place]) for place, key in enumerate(ARREARS_KEYS)}
    return {"since": arrears.since, **parts}
