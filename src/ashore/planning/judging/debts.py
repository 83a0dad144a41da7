"""One debt under a plan's payments: what each payment pays, how the debt stands at each month's end."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from ashore.dates import Month
from ashore.loans.acceptance import accept_paying
from ashore.loans.account import TermAccount
from ashore.loans.concessions import Account, contract_of
from ashore.loans.parts import COMPOUND, DAMAGES, FEES, INTEREST, PENALTY, PRINCIPAL
from ashore.loans.settlement import SettlingAccount
from ashore.loans.terms import Concession
from ashore.planning.judging.intentions import BadPlan

CURE_MONTHS = 6
DAY_90 = 90


@dataclass(frozen=True, slots=True)
class Row:
    """What one payment did, in fen; `held_fen`: paid beyond what the debt takes that day.

    `extra`: part of it went beyond what was due; `balance_fen`: the principal left after it.
    """

    number: int
    on: date
    debt: str
    fen: int
    principal_fen: int
    interest_fen: int
    penalty_fen: int
    fee_fen: int
    balance_fen: int
    held_fen: int
    extra: bool


@dataclass(frozen=True, slots=True)
class End:
    """A debt at a month's end: what is late, for how many days, whether this breaks a plan that works."""

    arrears_fen: int
    days: int
    breaks: bool


@dataclass(slots=True)
class Followed:
    """A debt followed to the horizon; `ends` by month index from the month in which it began."""

    id: str
    weight: int
    account: Account
    began: int
    rows: list[Row] = field(default_factory=list[Row])
    ends: list[End] = field(default_factory=list[End])
    overdue_before: bool = False
    past_90_before: bool = False
    accepts: tuple[date, Concession] | None = None

    @property
    def overdue_months(self) -> int:
        """Return the number of months that end with something late."""
        return sum(end.arrears_fen > 0 for end in self.ends)

    def late_in(self, index: int) -> bool:
        """Return whether a month, counted from `as_of`'s, ends with something late."""
        return index >= self.began and self.ends[index - self.began].arrears_fen > 0

    def harm_halves(self) -> int:
        """Return the harm, in halves (decision 0001 rule 21).

        Per month: weight × 5 in a first overdue month, 2 in later ones, 0.5 after day 90; 5 more once when it
        passes day 90.
        """
        halves, overdue, past = 0, self.overdue_before, self.past_90_before
        for end in self.ends:
            late = end.arrears_fen > 0
            if late and end.days > DAY_90:
                halves += self.weight * (1 if past else 11)
                past = True
            elif late:
                halves += self.weight * (4 if overdue else 10)
            overdue = late
        return halves


def follow(debt: Followed, payments: Sequence[tuple[int, date, int]], first: Month, months: int) -> Followed:
    """Return the debt after these payments (number, day, fen), in date order, at the end of the last month."""
    account, cure = debt.account, Cure(debt.account)
    queue = list(payments)
    for index in range(debt.began, months + 1):
        last = first.plus(index).last
        while (queue and queue[0][1] <= last) or (debt.accepts and debt.accepts[0] <= last):
            if debt.accepts and (not queue or debt.accepts[0] <= queue[0][1]):
                account = cure.account = _accept(debt, debt.accepts, cure, queue)
                continue
            number, on, fen = queue.pop(0)
            cure.advance(on)
            cure.paid_fen += min(fen, account.due_fen)
            debt.rows.append(_pay(debt.id, account, number, fen))
        if account.day <= last:
            cure.advance(last)
            account.end_of_day()
        debt.ends.append(End(account.arrears_fen, account.days_past_due, cure.breaks(index)))
    account.post_accrued()  # accrued counts, to the horizon's end (SPEC §5.6)
    account.check()
    return debt


def _accept(
    debt: Followed, accepts: tuple[date, Concession], cure: "Cure", queue: list[tuple[int, date, int]]
) -> Account:
    """Return the account with the concession in effect; what it needs is the day's first payment to this debt."""
    on, terms = accepts
    debt.accepts, cure.agreed = None, True
    cure.advance(on)
    debt.account, parts = accept_paying(debt.account, terms)
    if needs := sum(parts):
        number, paid_on, fen = queue.pop(0) if queue else (-1, on, 0)
        if (paid_on, fen) != (on, needs):
            raise BadPlan(f"{on} {debt.id}: {needs} fen are due on acceptance")
        left = debt.account.principal_left_fen
        debt.rows.append(Row(number, on, debt.id, fen, *_split(parts), left, 0, extra=False))
    return debt.account


def _split(parts: Sequence[int]) -> tuple[int, int, int, int]:
    """Return principal, interest, penalty and fees, as the plan's rows name them."""
    return parts[PRINCIPAL], parts[INTEREST], parts[PENALTY] + parts[COMPOUND], parts[FEES] + parts[DAMAGES]


def _pay(debt: str, account: Account, number: int, fen: int) -> Row:
    due = account.due_fen
    settling = isinstance(account, SettlingAccount) and account.settling
    parts = account.pay(fen)
    return Row(
        number,
        account.day,
        debt,
        fen,
        *_split(parts),
        account.principal_left_fen,
        fen - sum(parts),
        extra=fen > due and not settling,
    )


class Cure:
    """Whether a debt overdue at the start is on the way out: dues that fell since against what was paid on dues.

    `agreed`: whether the plan has taken a concession on it.
    """

    def __init__(self, account: Account) -> None:
        """Begin at the end of `as_of`."""
        self.account, self.agreed = account, False
        self.overdue_at_start = account.arrears_fen > 0
        self.fallen_fen = self.paid_fen = 0

    def advance(self, day: date) -> None:
        """Move the debt to a day, counting the dues that form; late charges are no dues."""
        before = self._unpaid()
        self.account.advance(day)
        self.fallen_fen += self._unpaid() - before

    def _unpaid(self) -> int:
        """Return what is due and unpaid without late charges and what was paid in advance: only dues count."""
        contract = contract_of(self.account)
        if not isinstance(contract, TermAccount):
            return contract.due_fen - contract.credit_fen
        late = contract.tally.charged
        posted = late[PENALTY] + late[COMPOUND] + late[DAMAGES]
        return sum(item.unpaid_fen for item in contract.items) - posted - contract.credit_fen

    def breaks(self, index: int) -> bool:
        """Return whether what is late at this month's end breaks a plan that works (decision 0001 rule 22)."""
        arrears = self.account.arrears_fen
        in_time = self.account.due_fen - arrears
        on_the_way = index < CURE_MONTHS and self.paid_fen >= self.fallen_fen - in_time
        if self.agreed and isinstance(self.account, SettlingAccount) and self.account.missed:
            return True  # it agreed to a settlement and did not pay it
        return arrears > 0 and not (self.overdue_at_start and on_the_way)
