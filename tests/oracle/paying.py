"""What a payment pays, what is written off, what is called."""

from oracle.loan import Item, Loan
from oracle.words import fen

FILLS = {
    "fee": ("fees", "damages"),
    "penalty": ("penalty", "compound"),
    "interest": ("interest",),
    "principal": ("principal",),
}
USUAL = ("fee", "penalty", "interest", "principal")


def pay(loan: Loan, amount: int) -> None:
    """Take a payment made today: overdue dues, what is due, then ahead; what nothing can take is held."""
    loan.end_spans()
    loan.paid += amount
    if loan.settlement:
        left, until = loan.settlement
        typed = loan.running(loan.day) if loan.method == "schedule" else 0
        if amount >= min(left, loan.owed() + typed - loan.credit):
            settle(loan, amount, left)
            return
        loan.settlement = (left - amount, until)
    rest = fill(loan, amount)
    if rest:
        rest, loan.credit = rest + loan.credit, 0
        loan.credit = beyond(loan, rest)


def settle(loan: Loan, amount: int, left: int) -> None:
    """Close the debt with the payment that fulfils a settlement, and what is held; the rest is forgiven."""
    loan.run += loan.running(loan.day) if loan.method == "schedule" else 0
    used = min(left + loan.credit, loan.owed())
    loan.charged["interest"] += loan.run
    loan.forgiven += loan.owed() - used
    loan.credit += amount - used
    loan.not_due = loan.left = loan.run = loan.deferred = loan.pending_fees = loan.skip = 0
    loan.items, loan.carried, loan.settlement = [], {}, None


def use_credit(loan: Loan) -> None:
    """Pay what is due today from the money held for it."""
    loan.credit = beyond(loan, fill(loan, loan.credit))


def beyond(loan: Loan, amount: int) -> int:
    """Use what no due needs: it closes the loan, or on a due day repays principal early; else it is held."""
    closing = loan.owed() + loan.prepayment_fee(loan.not_due) + loan.fees_of_periods_left()
    closing += loan.running(loan.day) if loan.method == "schedule" else 0
    return ahead(loan, amount) if loan.day == loan.last_due or amount >= closing else amount


def fill(loan: Loan, amount: int) -> int:
    """Pay what is overdue or due in the contract's order and return what is left of the amount."""
    for state, word in order_now(loan):
        for item in oldest_first(loan):
            if item.overdue == (state == "past-due"):
                amount = take(item, word, amount)
    for overdue in (True, False):
        for item in oldest_first(loan):
            for word in USUAL if item.overdue == overdue else ():
                amount = take(item, word, amount)
    loan.items = [item for item in loan.items if item.unpaid()]
    return amount


def oldest_first(loan: Loan) -> list[Item]:
    """Return the dues by their due day."""
    return sorted(loan.items, key=lambda item: item.due)


def order_now(loan: Loan) -> list[list[str]]:
    """Return the typed order of buckets that holds today, empty for the usual order."""
    words = loan.contract.words
    after = words.get("allocation_after")
    if after and loan.days_past_due() > after["days"]:
        return [bucket.split(":") for bucket in after["order"]]
    return [bucket.split(":") for bucket in words.get("allocation", [])]


def take(item: Item, word: str, amount: int) -> int:
    """Pay one part of one due and return what is left of the amount."""
    for part in FILLS[word]:
        used = min(amount, getattr(item, part))
        setattr(item, part, getattr(item, part) - used)
        amount -= used
    return amount


def ahead(loan: Loan, amount: int) -> int:
    """Repay principal early with what is beyond the dues, and return what stays held."""
    if not amount:
        return 0
    if loan.not_due:
        early = early_principal(loan, amount)
        if not early:
            return amount
        loan.end_spans()
        fee = loan.prepayment_fee(early)
        loan.charged["fees"] += fee
        typed = loan.running(loan.day) if loan.method == "schedule" else 0
        loan.not_due -= early
        if not loan.not_due:
            loan.run += typed
        amount -= early + fee
        if not loan.not_due:
            amount = closing_fees(loan, amount)
        elif loan.contract.words.get("prepayment", {}).get("effect", "shorten") == "lower":
            lower(loan)
    return amount if loan.not_due else pay_leftover(loan, amount)


def early_principal(loan: Loan, amount: int) -> int:
    """Return how much principal an amount repays, its fee on top; 0 if the contract refuses it today."""
    words = loan.contract.words.get("prepayment", {})
    if not words.get("allowed", True) or ("lock_until" in words and loan.day <= words["lock_until"]):
        return 0
    early = min(amount, loan.not_due)
    while early + loan.prepayment_fee(early) > amount:
        early -= max(1, (early + loan.prepayment_fee(early) - amount) // 2)
    while early < loan.not_due and early + 1 + loan.prepayment_fee(early + 1) <= amount:
        early += 1
    enough = early >= fen(words.get("minimum", 0)) or early == loan.not_due
    return early if enough else 0


def lower(loan: Loan) -> None:
    """Fix the instalment again over the periods left."""
    before = sum(line.principal for line in loan.lines)
    if loan.method == "schedule" and before:
        raise NotImplementedError("a typed schedule has no rule for a lower instalment")
    loan.part = loan.fixed_part()


def closing_fees(loan: Loan, amount: int) -> int:
    """Make the flat fees of the periods left due at once, where the contract says so, and pay them."""
    fees = loan.fees_of_periods_left()
    loan.left = 0
    if fees:
        loan.charged["fees"] += fees
        loan.put(0, 0, fees, {})
        amount = fill(loan, amount)
    return amount


def pay_leftover(loan: Loan, amount: int) -> int:
    """Pay, once no principal is left, what the next due would ask, in the usual order; return what is still over."""
    for holder, part in (
        (vars(loan), "pending_fees"),
        *((loan.carried, part) for part in ("fees", "damages", "penalty", "compound", "interest")),
        (vars(loan), "deferred"),
        (vars(loan), "run"),
    ):
        used = min(amount, holder.get(part, 0))
        holder[part] = holder.get(part, 0) - used
        amount -= used
        loan.charged["interest"] += used if part == "run" else 0
    return amount


def accelerate(loan: Loan) -> None:
    """Make all principal not yet due, and the interest run up to today, one overdue due of today."""
    loan.end_spans()
    interest = loan.run + (loan.running(loan.day) if loan.method == "schedule" else 0)
    loan.charged["interest"] += interest
    item = Item(
        loan.day,
        loan.day,
        loan.day,
        loan.not_due,
        interest + loan.deferred,
        fees=loan.pending_fees,
        overdue=True,
    )
    for part, amount in loan.carried.items():
        setattr(item, part, getattr(item, part) + amount)
    loan.not_due = loan.left = loan.run = loan.deferred = loan.pending_fees = loan.skip = 0
    loan.period_from = max(loan.period_from, loan.day) if loan.lines else loan.period_from
    loan.carried, loan.lines = {}, []
    if item.unpaid():
        loan.items.append(item)
    use_credit(loan)


def charge(loan: Loan, amount: int) -> None:
    """Add a fee: it falls due with the next instalment, or today if there is none."""
    loan.charged["fees"] += amount
    if loan.left or loan.run:
        loan.pending_fees += amount
    else:
        loan.put(0, 0, amount, {})
        use_credit(loan)


def waive(loan: Loan, words: list[str], amount: int | None) -> None:
    """Write off parts of what is overdue or due, oldest first; all of them without an amount."""
    loan.end_penalty_spans()
    for word in words:
        for item in oldest_first(loan):
            there = sum(getattr(item, part) for part in FILLS[word])
            gone = there if amount is None else min(amount, there)
            take(item, word, gone)
            loan.forgiven += gone
            amount = None if amount is None else amount - gone
    loan.items = [item for item in loan.items if item.unpaid()]
