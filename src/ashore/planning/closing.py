"""How a debt ends: what closes it on a day, when it is closed in a plan, and on which days to look again."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from ashore.dates import WorkingDays, add_months, month_of
from ashore.errors import AshoreError
from ashore.household.credit_report import PRIVATE
from ashore.household.model import Debt
from ashore.household.position import open_debt
from ashore.loans.account import TermAccount
from ashore.loans.concessions import Account
from ashore.loans.opening import EVERY_DAY_WORKS
from ashore.loans.parts import COMPOUND, DAMAGES, FEES, INTEREST, PENALTY, PRINCIPAL
from ashore.loans.settlement import SettlingAccount, sums_of
from ashore.money import MONTHS_PER_YEAR
from ashore.planning.outcome import Outcome

CheckKind = Literal["proof", "report", "record"]
DAY: Final = timedelta(days=1)
PROOF: Final = timedelta(days=7)
REPORT_MONTHS: Final = 2
"""When the proof and the report are looked at: reminders of ours.  No law is known that says when a lender reports."""
LATEST_YEARS: Final = 30
TALKED_OF: Final = frozenset({"offered", "agreed-verbal", "agreed-written"})


@dataclass(frozen=True, slots=True)
class Payoff:
    """What closes a debt on a day, in fen.

    The parts come to `fen` and what the lender holds already (`held_fen`).  Compound interest is inside `penalty_fen`,
    damages inside `fee_fen`; `early_fee_fen`, inside it too, is what the contract asks for paying early.  `before_fen`:
    what is paid on earlier days, that the rest is no more than this.  `allowed`: whether the contract lets the rest be
    repaid on that day.  `settles`: whether it is what is left of an agreed settlement.
    """

    on: date
    fen: int
    principal_fen: int
    interest_fen: int
    penalty_fen: int
    fee_fen: int
    held_fen: int
    early_fee_fen: int
    before_fen: int
    allowed: bool
    settles: bool


@dataclass(frozen=True, slots=True)
class Settlement:
    """A settlement that is talked of or agreed: what it asks for, and what is then forgiven, in fen.

    `last`: the last day to pay.  `reported_as`: how the lender says that it will be reported, `unknown` until asked.
    """

    fen: int
    standing_fen: int
    last: date
    payments: int
    written: bool
    reported_as: str

    @property
    def forgiven_fen(self) -> int:
        """Return what of all that stands today is then owed no more; never counted as saved (practice §2, H6)."""
        return max(0, self.standing_fen - self.fen)


@dataclass(frozen=True, slots=True)
class Sale:
    """What a pledged thing brings against what closes the debt, in fen: one of what is left and over is 0."""

    price_fen: int
    payoff_fen: int

    @property
    def left_fen(self) -> int:
        """Return what is still owed after the sale."""
        return max(0, self.payoff_fen - self.price_fen)

    @property
    def over_fen(self) -> int:
        """Return what the seller keeps."""
        return max(0, self.price_fen - self.payoff_fen)


@dataclass(frozen=True, slots=True)
class Check:
    """A day on which to look again: is the proof there, does the report say so, is an old record gone."""

    on: date
    kind: CheckKind


def payoff_on(
    debt: Debt, as_of: date, day: date, working_days: WorkingDays = EVERY_DAY_WORKS, *, keeps_up: bool = True
) -> Payoff:
    """Return what closes a debt on a day by its contract, to the fen.

    `keeps_up`: each instalment before that day is paid on its day, what is overdue with the first; else nothing is
    paid until then.  On `as_of` itself it is what stands at its end.  Raises AshoreError for a day before `as_of`, or
    more than 30 years after it.
    """
    if day < as_of:
        raise AshoreError("closing-day-before", as_of=as_of)
    if day > add_months(as_of, LATEST_YEARS * MONTHS_PER_YEAR):
        raise AshoreError("closing-day-far", as_of=as_of, far_nyears=LATEST_YEARS)
    account = open_debt(debt, as_of, working_days)
    before_fen = _pay_dues(account, day) if keeps_up else 0
    if day > account.day:
        account.advance(day)
    return _payoff(account, before_fen)


def _pay_dues(account: Account, day: date) -> int:
    """Pay each due before a day on its day.  Returns what was paid."""
    paid_fen = 0
    while account.running and account.next_due < day:
        account.advance(account.next_due)
        if account.due_fen:
            paid_fen += sum(account.pay(account.due_fen))
    return paid_fen


def _payoff(account: Account, before_fen: int) -> Payoff:
    fen, early = account.payoff_fen(), 0
    settles = isinstance(account, SettlingAccount) and account.settling
    if isinstance(account, TermAccount):
        early = account.prepayment_fee(account.principal_fen) + account.remaining_fees_fen()
    allowed = settles or account.principal_fen == 0 or _may(account)
    parts = account.copy().pay_off()
    return Payoff(
        on=account.day,
        fen=fen,
        principal_fen=parts[PRINCIPAL],
        interest_fen=parts[INTEREST],
        penalty_fen=parts[PENALTY] + parts[COMPOUND],
        fee_fen=parts[FEES] + parts[DAMAGES],
        held_fen=sum(parts) - fen,
        early_fee_fen=early,
        before_fen=before_fen,
        allowed=allowed,
        settles=settles,
    )


def _may(account: Account) -> bool:
    """Return whether the contract lets the rest be repaid, what is late being paid with it."""
    rule = account.terms.prepayment
    return rule.allowed and (rule.lock_until is None or account.day > rule.lock_until)


def settlements_of(
    debt: Debt, as_of: date, working_days: WorkingDays = EVERY_DAY_WORKS
) -> tuple[Settlement, ...]:
    """Return the settlements that a lender offered or agreed to, in file order, against what stands at `as_of`.

    Of one that covers several debts it is this debt's share.
    """
    account = open_debt(debt, as_of, working_days)
    contract = account.contract if isinstance(account, SettlingAccount) else account
    found: list[Settlement] = []
    for one in debt.concessions:
        if one.kind == "settle" and one.status in TALKED_OF:
            sums = sums_of(contract, debt.shared.get(one, one))
            found.append(
                Settlement(
                    sum(each.fen for each in sums),
                    contract.standing_fen,
                    max(each.by for each in sums),
                    len(sums),
                    one.status == "agreed-written",
                    one.reported_as,
                )
            )
    return tuple(found)


def closed_on(outcome: Outcome, debt_id: str) -> date | None:
    """Return the day of a debt's last payment in a plan; None where something is left, or nothing was to pay."""
    if debt_id in outcome.left_debts:
        return None
    return max((row.on for row in outcome.payments if row.debt == debt_id), default=None)


def default_ended(outcome: Outcome, debt: Debt) -> date | None:
    """Return the day from which on a debt is overdue no more in a plan; None if it never was, or does not cease to be.

    A debt that was overdue without a later payment on it (what was overdue was forgiven) ends with its last payment.
    """
    late = [row.on for row in outcome.payments if row.debt == debt.id and row.days_late > 0]
    months = [end.month for end in outcome.ends if debt.id in end.overdue]
    if not (late or months or debt.arrears):
        return None
    last = max(late, default=None)
    closed = closed_on(outcome, debt.id)
    still = months and (last is None or max(months) >= month_of(last))
    return closed if still or last is None else last


def overdue_cleared(outcome: Outcome, debt_id: str, as_of: date) -> date | None:
    """Return the day on which a plan has paid what is overdue at `as_of`; None where it does not."""
    old = [
        row.on
        for row in outcome.payments
        if row.debt == debt_id and row.days_late > 0 and row.on - timedelta(days=row.days_late) <= as_of
    ]
    if not old:
        return None
    later = [end for end in outcome.ends if end.month >= month_of(max(old))]
    return max(old) if any(debt_id not in end.overdue for end in later) else None


def is_reported(debt: Debt) -> bool:
    """Return whether a debt may stand in a credit report: institutions that lend report, private people do not."""
    return debt.lender_kind not in PRIVATE


def checks_of(debt: Debt, closed: date, ended: date | None, record_years: int | None) -> tuple[Check, ...]:
    """Return the days on which to look again after a debt is closed, in date order.

    `ended`: the day on which a default ended, None where there was none.  `record_years`: how long a record is kept
    from that day on, by the law of the place; None where it is not known.
    """
    found = [Check(closed + PROOF, "proof")]
    if not is_reported(debt):
        return tuple(found)
    found.append(Check(add_months(closed, REPORT_MONTHS), "report"))
    if ended and record_years:
        found.append(Check(add_months(ended, record_years * MONTHS_PER_YEAR) + DAY, "record"))
    return tuple(found)
