"""Our own figure for each claim of a statement, from the contract and what happened."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from ashore.dates import WorkingDays
from ashore.errors import AshoreError
from ashore.loans.audit.bills import Card, CardRule
from ashore.loans.audit.card import Contract
from ashore.loans.audit.card_figures import card_figures
from ashore.loans.audit.early import EarlyInterest
from ashore.loans.audit.happening import Book, Settling, happen, journal_of
from ashore.loans.audit.journal import Entry, Figure, JournaledAccount
from ashore.loans.audit.stated import Claim, Happened
from ashore.loans.ledger import SAME_DAY_ORDER
from ashore.loans.opening import EVERY_DAY_WORKS, as_accrued, first_due
from ashore.loans.parts import INTEREST, PRINCIPAL
from ashore.loans.settlement import SettlingAccount
from ashore.loans.terms import LateFee, Opening, Terms


class NotAudited(AshoreError):
    """A kind of loan whose statement is not recomputed."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a statement is recomputed from: the contract, where the loan stood, what happened since.

    `both_ends`: penalty interest counts the due date and the day of payment too.  `slips`: figures of the lender's that
    are taken as given from their day on.  `until`: the day up to which what is unpaid is counted; `told`: another one
    on which the statement may have been made.  `start_known`: whether anybody said on which day the money came.
    `early`: what becomes of interest run up to an early repayment that names none; None: it stays.  `settling`: how a
    settlement is read otherwise; `settled_owed`: only what is left of it counts as owed while it stands.
    `late_fees`: the least and the most that typical terms charge for being late, where only they are known.  `card`: a
    card's bills, `card_rule`: how its interest is read.
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
    settling: Settling | None = None
    settled_owed: bool = False
    late_fees: tuple[LateFee, LateFee] | None = None
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
        contract = Contract(basis.terms, basis.card_rule, basis.working_days, basis.late_fees)
        return tuple(card_figures(basis.card, contract, claims))
    found: dict[int, Figure] = {}
    asked: dict[date, list[int]] = {}
    for index, claim in enumerate(claims):
        asked.setdefault(basis.day_of(claim), []).append(index)
    for day, book in replayed(basis, asked):
        for index in asked[day]:
            found[index] = _figure(book, claims[index], basis)
    return tuple(_since_before(found, claims, index) for index in range(len(claims)))


def replayed(basis: Basis, asked: Collection[date]) -> Iterator[tuple[date, Book]]:
    """Yield the loan at the end of each day asked for, as a copy that nothing depends on.  Raises NotAudited.

    Nothing is yielded before the opening.
    """
    book: Book = open_journal(basis)
    days = {*asked, *(one.event.on for one in basis.events), *(slip.on for slip in basis.slips)}
    for day in sorted(day for day in days if day >= basis.opening.on):
        book.advance(day)
        slips = [slip for slip in basis.slips if slip.on == day]
        for slip in slips:
            _slip_due(journal_of(book), slip)
        for one in _events_on(basis, day):
            book = happen(book, one, basis.early, basis.settling)
        for slip in slips:
            _slip_left(journal_of(book), slip)
        if day in asked:
            yield day, _closed(book)
    book.check()


def _closed(book: Book) -> Book:
    """Return the loan with every span closed at the end of its day, as a copy that nothing depends on."""
    twin = book.copy()
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
    fen = max(slip.fen - (_posted(account, slip).fen or 0), -item.parts[part])
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


def _figure(book: Book, claim: Claim, basis: Basis) -> Figure:
    """Return the figure of a claim at the end of its day."""
    match claim.kind:
        case "left":
            return Figure(book.principal_left_fen)
        case "owed":
            standing = isinstance(book, SettlingAccount) and basis.settled_owed
            left = sum(one.fen for one in book.sums) if isinstance(book, SettlingAccount) else 0
            return Figure(left if standing and left else book.owed().total_fen)
        case "minimum":  # only a card's bill has a minimum
            return Figure(None)
        case _:
            return _posted(journal_of(book), claim)


def _posted(account: JournaledAccount, claim: Claim) -> Figure:
    """Return the figure of a claim off the journal; of what was posted, all since the opening."""
    journal = account.journal
    match claim.kind:
        case "due":
            return _due(account, claim)
        case "late":
            late = (one for one in journal if one.kind in {"penalty", "damages"} and one.due == claim.due)
            return _sum(claim, late, none_fen=0)
        case "charged":
            posted = (one for one in journal if one.kind in {"interest", "penalty", "damages"})
            return _sum(claim, (one for one in posted if one.on <= claim.on), none_fen=0)
        case "forgiven":
            written_off = (one for one in journal if one.kind == "forgiven" and one.on <= claim.on)
            return _sum(claim, written_off, none_fen=0)
        case "agreed":
            sums = tuple(one for one in journal if one.kind == "agreed" and one.since == claim.on)
            return Figure(sum(one.principal_fen for one in sums) if sums else None, sums)
        case _:
            return _sum(claim, (one for one in journal if one.kind == claim.kind and one.line == claim.line))


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
