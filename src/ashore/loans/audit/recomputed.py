"""Our own figure for each claim of a statement, from the contract and what happened."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from ashore.dates import WorkingDays
from ashore.errors import AshoreError
from ashore.loans.audit.bills import Card, CardRule
from ashore.loans.audit.card import Contract
from ashore.loans.audit.card_figures import card_figures
from ashore.loans.audit.early import EarlyInterest, close_early, repay_early
from ashore.loans.audit.journal import Entry, Figure, JournaledAccount
from ashore.loans.audit.stated import Claim, Happened
from ashore.loans.concessions import accelerate, accept, change_rate, waive
from ashore.loans.ledger import SAME_DAY_ORDER, charge
from ashore.loans.opening import EVERY_DAY_WORKS, as_accrued, first_due
from ashore.loans.parts import INTEREST, PRINCIPAL, Parts
from ashore.loans.terms import PARTS, Concession, Opening, Terms


class NotAudited(AshoreError):
    """A kind of loan or agreement whose statement is not recomputed."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a statement is recomputed from: the contract, where the loan stood, what happened since.

    `both_ends`: penalty interest counts the due date and the day of payment too.  `slips`: figures of the lender's that
    are taken as given from their day on.  `until`: the day up to which what is unpaid is counted; `told`: another one
    on which the statement may have been made.  `start_known`: whether anybody said on which day the money came.
    `early`: what becomes of interest run up to an early repayment that names none; None: it stays.  `card`: a card's
    bills, `card_rule`: how its interest is read.
    """

    terms: Terms
    opening: Opening
    events: tuple[Happened, ...] = ()
    working_days: WorkingDays = EVERY_DAY_WORKS
    both_ends: bool = False
    slips: tuple[Claim, ...] = ()
    until: date | None = None
    told: date | None = None
    start_known: bool = True
    early: EarlyInterest | None = None
    card: Card | None = None
    card_rule: CardRule = field(default_factory=CardRule)

    def day_of(self, claim: Claim) -> date:
        """Return the day at whose end a claim is looked at."""
        unpaid = claim.on == self.until and claim.kind in {"late", "owed"}
        return self.told if self.told and unpaid else claim.on


def open_journal(basis: Basis) -> JournaledAccount:
    """Return the loan at its opening.  Raises NotAudited for a revolving debt, whose purchases no contract tells."""
    if basis.terms.method == "revolving":
        raise NotAudited("audit-revolving")
    terms, opening = as_accrued(basis.terms), basis.opening
    due = first_due(terms, opening.on)
    return JournaledAccount(terms, opening, due, basis.working_days, both_ends=basis.both_ends)


def figures(basis: Basis, claims: Sequence[Claim]) -> tuple[Figure, ...]:
    """Return our figure for each claim, in their order: `figures_of`, remembered while a comparison asks again."""
    return _remembered(basis, tuple(claims))


@lru_cache(maxsize=512)
def _remembered(basis: Basis, claims: tuple[Claim, ...]) -> tuple[Figure, ...]:
    return figures_of(basis, claims)


def figures_of(basis: Basis, claims: Sequence[Claim]) -> tuple[Figure, ...]:
    """Return our figure for each claim, in their order; events and claims before the opening count for nothing.

    Events are replayed in the order of their days whatever the order of the lines.  Raises NotAudited.
    """
    if basis.card is not None:
        contract = Contract(basis.terms, basis.card_rule, basis.working_days)
        return tuple(card_figures(basis.card, contract, claims))
    account = open_journal(basis)
    found: dict[int, Figure] = {}
    days = (
        {basis.day_of(claim) for claim in claims}
        | {one.event.on for one in basis.events}
        | {slip.on for slip in basis.slips}
    )
    for day in sorted(day for day in days if day >= basis.opening.on):
        account.advance(day)
        slips = [slip for slip in basis.slips if slip.on == day]
        for slip in slips:
            _slip_due(account, slip)
        for one in _events_on(basis, day):
            _apply(account, one, basis.early)
        for slip in slips:
            _slip_left(account, slip)
        asked = [(index, claim) for index, claim in enumerate(claims) if basis.day_of(claim) == day]
        if asked:
            closed = _closed(account)
            for index, claim in asked:
                found[index] = _figure(closed, claim)
    account.check()
    return tuple(_since_before(found, claims, index) for index in range(len(claims)))


def _closed(account: JournaledAccount) -> JournaledAccount:
    """Return the loan with every span closed at the end of its day, as a copy that nothing depends on."""
    twin = account.copy()
    twin.end_of_day()
    twin.close_spans()
    return twin


def _slip_due(account: JournaledAccount, slip: Claim) -> None:
    """Let an instalment ask what the lender says that it asks, before anything of today is paid."""
    due = slip.due if slip.kind == "late" else slip.on
    item = next((item for item in account.items if item.due == due), None)
    if slip.kind == "left" or item is None:
        return
    account.post_penalties(account.day)
    part = slip.parts[0]
    fen = max(slip.fen - (_figure(account, slip).fen or 0), -item.parts[part])
    if part == PRINCIPAL:
        fen = min(fen, account.principal_fen)
        account.principal_fen -= fen
    else:
        account.tally.charged[part] += fen
    item.parts[part] += fen


def _slip_left(account: JournaledAccount, slip: Claim) -> None:
    """Take the lender's principal at the end of today as given."""
    if slip.kind == "left":
        account.post_interest(account.day)
        fen = max(slip.fen - account.principal_left_fen, -account.principal_fen)
        account.principal_fen += fen
        account.tally.began[PRINCIPAL] += fen


def _events_on(basis: Basis, day: date) -> list[Happened]:
    today = [one for one in basis.events if one.event.on == day and day > basis.opening.on]
    return sorted(today, key=lambda one: SAME_DAY_ORDER.index(one.event.kind))


def _apply(account: JournaledAccount, one: Happened, early: EarlyInterest | None) -> None:
    event = one.event
    match event.kind:
        case "payment":
            account.note_payment(_pay(account, one, early), one.line)
        case "charge":
            charge(account, event.amount_fen or 0)
        case "rate" if event.rate is not None:
            change_rate(account, event.rate)
        case "waive":
            left = event.amount_fen
            for part in event.parts or PARTS[:3]:
                written_off = waive(account, part, left)
                left = None if left is None else left - written_off
        case "accelerate":
            accelerate(account)
        case "agree" if event.concession is not None:
            _agree(account, event.concession)
        case _:
            pass


def _pay(account: JournaledAccount, one: Happened, mode: EarlyInterest | None) -> Parts:
    amount = one.event.amount_fen or 0
    if one.early is None:
        return account.pay(amount)
    if one.early.closes:
        return close_early(account, one.line)
    return repay_early(account, amount, one.early, mode)


def _agree(account: JournaledAccount, concession: Concession) -> None:
    if concession.kind == "settle":
        raise NotAudited("audit-settlement")
    accept(account, concession)


def _since_before(found: Mapping[int, Figure], claims: Sequence[Claim], index: int) -> Figure:
    """Return a claim's figure; of what was posted, only what came since the claim of the same parts before it."""
    claim, figure = claims[index], found.get(index, Figure(None))
    if claim.kind != "charged" or figure.fen is None:
        return figure
    before = [
        (claims[other].on, other)
        for other in found
        if (claims[other].kind, claims[other].parts) == ("charged", claim.parts)
        and claims[other].on < claim.on
    ]
    earlier = found[max(before)[1]] if before else Figure(0)
    entries = tuple(entry for entry in figure.entries if entry not in earlier.entries)
    return Figure(figure.fen - (earlier.fen or 0), entries)


def _figure(account: JournaledAccount, claim: Claim) -> Figure:
    """Return the figure of a claim off the journal; of what was posted, all since the opening."""
    match claim.kind:
        case "due":
            return _due(account, claim)
        case "late":
            late = (
                one for one in account.journal if one.kind in {"penalty", "damages"} and one.due == claim.due
            )
            return _sum(claim, late, none_fen=0)
        case "charged":
            posted = (one for one in account.journal if one.kind in {"interest", "penalty", "damages"})
            return _sum(claim, (one for one in posted if one.on <= claim.on), none_fen=0)
        case "paid" | "closing":
            mine = (one for one in account.journal if one.kind == claim.kind and one.line == claim.line)
            return _sum(claim, mine)
        case "left":
            return Figure(account.principal_left_fen)
        case "owed" | "minimum":  # only a card's bill has a minimum
            return Figure(account.owed().total_fen if claim.kind == "owed" else None)


def _due(account: JournaledAccount, claim: Claim) -> Figure:
    """Return what fell due on a day, with the spans of interest that it is made of."""
    due = _sum(claim, (one for one in account.journal if one.kind == "due" and one.on == claim.on))
    start = min((one.since for one in due.entries if one.since), default=claim.on)
    spans = (one for one in account.journal if one.kind == "interest" and start < one.on <= claim.on)
    return Figure(due.fen, (*due.entries, *spans)) if INTEREST in claim.parts else due


def _sum(claim: Claim, entries: Iterable[Entry], none_fen: int | None = None) -> Figure:
    """Return the claim's parts of some postings; `none_fen` where there is no posting."""
    kept = tuple(one for one in entries if any(one.parts[part] for part in claim.parts) or none_fen is None)
    if not kept:
        return Figure(none_fen)
    fen = sum(one.parts[part] for one in kept for part in claim.parts)
    return Figure(fen - sum(one.held_fen for one in kept), kept)
