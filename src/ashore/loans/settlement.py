"""A debt under a settlement: fixed sums close it and the rest is forgiven; a missed day brings the contract back."""

from dataclasses import dataclass
from datetime import date

from ashore.dates import add_months, first_due_after
from ashore.loans.account import TermAccount
from ashore.loans.parts import PRINCIPAL, Owed, Parts, Tally
from ashore.loans.revolving import RevolvingAccount
from ashore.loans.terms import Concession, DatedRate, Terms
from ashore.money import Rate, divide, share_out

Contract = TermAccount | RevolvingAccount


@dataclass(frozen=True, slots=True)
class Sum:
    """One sum of a settlement and the last day to pay it."""

    by: date
    fen: int


def sums_of(contract: Contract, concession: Concession) -> list[Sum]:
    """Return what a settlement asks for: one sum by `until`, or equal ones on the due days after acceptance.

    A share is of all that is owed on the day of acceptance, half up, without a fee for paying early, which
    nobody asks for; leftover fen go to the first sums.
    """
    amount = concession.settle_fen
    if amount is None:
        share = concession.settle_share or 0
        amount = divide(contract.standing_fen * share.numerator, share.denominator, "half-up")
    if concession.instalments <= 1:
        return [Sum(concession.until or first_due_after(contract.day, contract.terms.due_day), amount)]
    first = first_due_after(contract.day, contract.terms.due_day)
    parts = share_out(amount, (1,) * concession.instalments)
    return [Sum(add_months(first, index, contract.terms.due_day), fen) for index, fen in enumerate(parts)]


def _count_held(paid: Parts, amount_fen: int) -> None:
    """Let the parts sum to the amount: what is held counts as principal, what was held before is taken off again."""
    paid[PRINCIPAL] += max(0, amount_fen - sum(paid))
    for part in range(len(paid)):
        paid[part] -= min(paid[part], max(0, sum(paid) - amount_fen))


class SettlingAccount:
    """A loan whose contract runs on quietly beneath a settlement; it answers the same calls as the contract."""

    def __init__(self, contract: Contract, sums: list[Sum], *, missed: bool = False) -> None:
        """Put a settlement over the contract; `missed`: whether a sum of it was not paid in time."""
        self.contract, self.sums, self.missed = contract, sums, missed

    @property
    def settling(self) -> bool:
        """Return whether the settlement still stands."""
        return bool(self.sums)

    def copy(self) -> "SettlingAccount":
        """Return an independent copy."""
        return SettlingAccount(self.contract.copy(), self.sums[:], missed=self.missed)

    # what the settlement changes

    @property
    def next_due(self) -> date:
        """Return the next day a sum, or the contract's next due, must be paid by."""
        day = self.contract.day
        return next((one.by for one in self.sums if one.by > day), self.contract.next_due)

    @property
    def due_fen(self) -> int:
        """Return the sums due by today, never more than is owed; without the settlement, the contract's."""
        if not self.sums:
            return self.contract.due_fen
        due = sum(one.fen for one in self.sums if one.by <= self.day)
        return min(due, self._closing_fen()) if due else 0

    @property
    def arrears_fen(self) -> int:
        """Return 0 while the settlement stands: it cannot be late."""
        return 0 if self.sums else self.contract.arrears_fen

    @property
    def days_past_due(self) -> int:
        """Return 0 while the settlement stands."""
        return 0 if self.sums else self.contract.days_past_due

    @property
    def running(self) -> bool:
        """Return whether anything will still fall due."""
        return any(one.by > self.day for one in self.sums) if self.sums else self.contract.running

    def payoff_fen(self) -> int:
        """Return what closes the debt today: what is left of the settlement, if that is less."""
        return self._closing_fen() if self.sums else self.contract.payoff_fen()

    def _closing_fen(self) -> int:
        """Return the sums left, at most what stands less what is held: nobody asks for a fee for paying early.

        What was paid into the settlement and is held by the contract has made its sums smaller already.
        """
        left = sum(one.fen for one in self.sums)
        return min(left, max(0, self.contract.standing_fen - self.credit_fen))

    def advance(self, day: date) -> None:
        """Move to the morning of `day`; a sum missed before it has brought the contract back."""
        self._miss(day)
        self.contract.advance(day)

    def end_of_day(self) -> None:
        """Let the day end; a sum due today and unpaid brings the contract back."""
        self.contract.end_of_day()
        if any(one.by <= self.day for one in self.sums):
            self.sums, self.missed = [], True

    def _miss(self, day: date) -> None:
        if any(one.by < day for one in self.sums):
            self.sums, self.missed = [], True

    def pay(self, amount_fen: int) -> Parts:
        """Pay into the settlement; its last sum closes the debt, the rest is forgiven.  Returns what was paid, by part.

        What the contract holds for its next due counts as principal.
        """
        if self.sums and amount_fen >= (needed := self._closing_fen()):
            return self._close(amount_fen, needed)
        paid = self.contract.pay(amount_fen)
        if self.sums:
            self._reduce(amount_fen)
            _count_held(paid, amount_fen)
            if self.contract.closed:
                self.sums = []  # it asked for more than was owed
        return paid

    def _close(self, amount_fen: int, needed_fen: int) -> Parts:
        """Pay the last sum, with what is held, into all that stands; the rest is forgiven."""
        self.sums, held = [], self.contract.credit_fen
        self.contract.credit_fen = 0
        paid = self.contract.pay_standing(needed_fen + held)
        self.contract.forgive_rest()
        self.contract.credit_fen = amount_fen + held - sum(paid)
        _count_held(paid, min(amount_fen, sum(paid)))
        return paid

    def _reduce(self, amount_fen: int) -> None:
        left: list[Sum] = []
        for one in self.sums:
            share = min(amount_fen, one.fen)
            amount_fen -= share
            if one.fen > share:
                left.append(Sum(one.by, one.fen - share) if share else one)
        self.sums = left

    def may_prepay(self) -> bool:
        """Return False while the settlement stands: nothing beyond it is paid."""
        return not self.sums and self.contract.may_prepay()

    def prepayable_with(self, cash_fen: int) -> int:
        """Return 0 while the settlement stands."""
        return 0 if self.sums else self.contract.prepayable_with(cash_fen)

    def pay_off(self) -> Parts:
        """Pay what closes the debt today.  Returns what was paid, by part."""
        return self.pay(self.payoff_fen())

    # what stays the contract's

    @property
    def day(self) -> date:
        """Return the contract's day."""
        return self.contract.day

    @property
    def terms(self) -> Terms:
        """Return the contract's terms."""
        return self.contract.terms

    @property
    def rate(self) -> Rate:
        """Return the contract's rate."""
        return self.contract.rate

    @property
    def tally(self) -> Tally:
        """Return the contract's sums."""
        return self.contract.tally

    @property
    def overrides(self) -> list[DatedRate]:
        """Return the contract's changed rates."""
        return self.contract.overrides

    @property
    def credit_fen(self) -> int:
        """Return what is held."""
        return self.contract.credit_fen

    @property
    def closed(self) -> bool:
        """Return whether nothing is owed any more."""
        return self.contract.closed

    @property
    def principal_fen(self) -> int:
        """Return the contract's principal not yet due."""
        return self.contract.principal_fen

    @property
    def principal_left_fen(self) -> int:
        """Return the contract's principal not yet repaid, less what is held."""
        return max(0, self.contract.principal_left_fen - self.contract.credit_fen)

    def owed(self) -> Owed:
        """Return what is owed by the contract."""
        return self.contract.owed()

    def prepay(self, principal_fen: int) -> Parts:
        """Prepay by the contract.  Returns what was paid, by part."""
        return self.contract.prepay(principal_fen)

    def close_spans(self) -> None:
        """Close the contract's spans."""
        self.contract.close_spans()

    def post_penalties(self, day: date) -> None:
        """Post the contract's penalties."""
        self.contract.post_penalties(day)

    @property
    def late_charges_fen(self) -> int:
        """Return what being late added by the contract."""
        return self.contract.late_charges_fen

    def post_accrued(self) -> None:
        """Post what has accrued by the contract."""
        self.contract.post_accrued()

    def forgive_rest(self) -> Parts:
        """Write off all that is owed.  Returns what was forgiven, by part."""
        self.sums = []
        return self.contract.forgive_rest()

    def check(self) -> None:
        """Assert the contract's identity."""
        self.contract.check()


def settle(contract: Contract, concession: Concession) -> SettlingAccount:
    """Return the debt under the settlement."""
    return SettlingAccount(contract, sums_of(contract, concession))
