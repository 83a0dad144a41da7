"""A loan as it runs: dues form on their days, unpaid ones become overdue, payments are allocated.

An account is moved forward with `advance` (to the morning of a day, its due formed) and `end_of_day`; `pay`,
`prepay` and the other acts happen on `day`.
"""

from dataclasses import replace
from datetime import date

from ashore.loans.allocation import allocate, order_for
from ashore.loans.item import new_item
from ashore.loans.parts import (
    FEES,
    INTEREST,
    PRINCIPAL,
    Parts,
    add_parts,
    no_parts,
)
from ashore.loans.running import Running


class TermAccount(Running):
    """A loan with instalments: every method but revolving."""

    def advance(self, day: date) -> None:
        """Move to the morning of `day`: dues up to and including it have formed, earlier unpaid ones are late."""
        while (self.running or self.items) and self.next_due <= day:
            self.mark_late(self.next_due)
            self.day = self.next_due
            if self.running:
                self.form()
                self.use_credit()
            else:
                self.deferred = max(0, self.deferred - 1)  # its months pass, though no due falls away
                self.turn(keep_period=False)
        self.mark_late(day)
        self.day = day

    def use_credit(self) -> None:
        """Use what was paid before its time and held; what dues do not need is repaid early where that is allowed."""
        amount, self.credit_fen = self.credit_fen, 0
        if amount:
            self.fill(amount)

    def pay(self, amount_fen: int) -> Parts:
        """Pay into what is due, oldest first or as the contract orders, then ahead.  Returns what was paid, by part."""
        self.close_spans()
        return self.fill(amount_fen)

    def fill(self, amount_fen: int) -> Parts:
        """Pay into what is due, then ahead.  Returns what was paid, by part."""
        paid = allocate(self.items, amount_fen, order_for(self.terms, self.days_past_due))
        self.items = [item for item in self.items if item.unpaid_fen]
        add_parts(self.tally.paid, paid)
        if ahead := amount_fen - sum(paid):
            add_parts(paid, self._pay_ahead(ahead))
        return paid

    def _pay_ahead(self, amount_fen: int) -> Parts:
        """Close the loan if the amount and what is held do; on a due date repay principal early; else hold it."""
        amount_fen, self.credit_fen = amount_fen + self.credit_fen, 0
        if (self.may_prepay() or not self.principal_fen) and amount_fen >= self.payoff_fen():
            paid = self.pay_off()
            self.credit_fen += amount_fen - sum(paid)
            return paid
        principal_fen = self.prepayable_with(amount_fen) if self.day == self.last_due else 0
        if principal_fen == 0:
            self.credit_fen += amount_fen
            return no_parts()
        paid = self.prepay(principal_fen)
        if self.principal_fen == 0:
            self._pay_closing(amount_fen - sum(paid), paid)
        self.credit_fen += amount_fen - sum(paid)
        return paid

    def _pay_closing(self, left_fen: int, paid: Parts) -> None:
        """Pay what repaying all principal left over: fees of the periods left, then what the next due would ask."""
        rest = new_item(self.day, None)
        rest.parts = self.held
        rest.parts[INTEREST] += self.accrued_fen
        more = allocate([*self.items, rest], left_fen, None)
        self.accrued_fen = min(self.accrued_fen, rest.parts[INTEREST])
        rest.parts[INTEREST] -= self.accrued_fen
        self.held = rest.parts
        self.items = [item for item in self.items if item.unpaid_fen]
        add_parts(self.tally.paid, more)
        add_parts(paid, more)

    def may_prepay(self) -> bool:
        """Return whether the contract lets principal be prepaid today; never while anything is late."""
        rule = self.terms.prepayment
        unlocked = rule.lock_until is None or self.day > rule.lock_until
        return rule.allowed and unlocked and self.arrears_fen == 0 and self.principal_fen > 0

    def prepayable_with(self, cash_fen: int) -> int:
        """Return the most principal that `cash_fen` prepays today, its fee on top; 0 if too little or not allowed."""
        if not self.may_prepay():
            return 0
        share = self.terms.prepayment.fee
        principal = cash_fen * share.denominator // (share.denominator + share.numerator) + 1
        principal = min(principal, self.principal_fen)
        while principal and principal + self.prepayment_fee(principal) > cash_fen:
            principal -= 1
        whole = principal == self.principal_fen
        return principal if whole or principal >= self.terms.prepayment.minimum_fen else 0

    def prepay(self, principal_fen: int) -> Parts:
        """Prepay principal today with its fee on top.  Returns what was paid, by part.

        When it is all the principal, flat fees of the periods left that the contract keeps are due at once.
        """
        self.post_run()
        paid = no_parts()
        paid[PRINCIPAL] = principal_fen
        paid[FEES] = self.prepayment_fee(principal_fen)
        self.tally.charged[FEES] += paid[FEES]
        if principal_fen == self.principal_fen:
            self._call_fees()
        self.principal_fen -= principal_fen
        add_parts(self.tally.paid, paid)
        self._drop_rows(principal_fen)
        if self.terms.prepayment.effect == "lower":
            self.fix_instalment()
        return paid

    def _call_fees(self) -> None:
        fees = self.remaining_fees_fen()
        if fees:
            item = self.new_due(self.day)
            item.parts[FEES] = fees
            self.items.append(item)
            self.tally.charged[FEES] += fees

    def _drop_rows(self, principal_fen: int) -> None:
        """Take prepaid principal off the end of a typed schedule; a due that falls away takes its interest along."""
        while self.rows and principal_fen:
            row = self.rows.pop()
            share = min(principal_fen, row.principal_fen)
            principal_fen -= share
            if row.principal_fen > share:
                self.rows.append(replace(row, principal_fen=row.principal_fen - share))
        if self.terms.method == "schedule" and self.principal_fen == 0:
            self.rows = []

    def pay_off(self) -> Parts:
        """Pay all that closes the loan today.  Returns what was paid, by part."""
        self.close_spans()
        fee = self.prepayment_fee(self.principal_fen) + self.remaining_fees_fen()
        self.post_run()
        paid = self.standing()
        paid[FEES] += fee
        self.tally.charged[FEES] += fee
        add_parts(self.tally.paid, paid)
        self._clear()
        return paid

    def pay_standing(self, amount_fen: int) -> Parts:
        """Pay into all that stands, due or not, in the default order.  Returns what was paid, by part."""
        self.close_spans()
        self.post_run()
        rest = self.new_due(self.day)
        rest.parts = self.held
        rest.parts[PRINCIPAL] = self.principal_fen
        rest.parts[INTEREST] += self.accrued_fen
        paid = allocate([*self.items, rest], amount_fen, None)
        self.principal_fen, self.accrued_fen = rest.parts[PRINCIPAL], rest.parts[INTEREST]
        rest.parts[PRINCIPAL] = rest.parts[INTEREST] = 0
        add_parts(self.tally.paid, paid)
        return paid

    def forgive_rest(self) -> Parts:
        """Write off all that is owed.  Returns what was forgiven, by part."""
        self.close_spans()
        forgiven = self.standing()
        add_parts(self.tally.forgiven, forgiven)
        self._clear()
        return forgiven

    def _clear(self) -> None:
        self.items, self.rows, self.held = [], [], no_parts()
        self.principal_fen = self.accrued_fen = self.periods_left = 0
