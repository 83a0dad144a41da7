"""A debt's statement audited: where the recomputation begins, and who is to be asked about each difference."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from ashore.dates import WorkingDays, add_months, first_due_after, last_due_until
from ashore.errors import AshoreError
from ashore.household.model import Debt
from ashore.household.position import instalments_from
from ashore.loans.audit.bills import Card
from ashore.loans.audit.comparing import Comparison, Difference, compare
from ashore.loans.audit.happening import settled_on
from ashore.loans.audit.recomputed import Basis, NotAudited, figures
from ashore.loans.audit.settled import Settlement, settlement_of
from ashore.loans.audit.stated import Claim, ClaimKind, Happened, Statement
from ashore.loans.audit.yearly import Burden, burden_of
from ashore.loans.opening import EVERY_DAY_WORKS
from ashore.loans.parts import COMPOUND, DAMAGES, FEES, INTEREST, PENALTY, PRINCIPAL
from ashore.loans.schedule import contract_schedule
from ashore.loans.terms import Event, Method, Opening, Terms

Cause = Literal["lender", "assumed", "contract", "follows"]
"""`lender`: the contract, as its source has it, says otherwise.  `assumed`: our figure rests on a value without a
source.  `contract`: it rests on a term nobody named.  `follows`: only an earlier difference carried on.
"""
Origin = Literal["contract", "assumed", "nowhere"]
"""Where a term comes from: a source the person named, a product or a bare value, or nowhere."""
RESTS_ON: Final[Mapping[int, tuple[str, ...]]] = {
    PRINCIPAL: ("method", "payment", "prepayment"),
    INTEREST: ("rate", "method", "accrual", "day_count", "rounding"),
    PENALTY: ("rate", "penalty", "compound", "grace", "allocation"),
    COMPOUND: ("rate", "penalty", "compound", "grace", "allocation"),
    DAMAGES: ("late_fee", "grace"),
    FEES: ("fee_per_period",),
}
"""The keys of the file that a figure about a part rests on."""
RESTS_ON_OF_KIND: Final[Mapping[ClaimKind, tuple[str, ...]]] = {
    "paid": ("allocation", "prepayment"),
    "minimum": ("minimum",),
    "closing": ("rate", "accrual", "day_count", "prepayment"),
    "left": ("method", "rate", "allocation", "prepayment", "accrual", "day_count"),
    "owed": ("rate", "penalty", "allocation", "prepayment", "accrual", "day_count"),
    "agreed": ("settlement",),
}
"""The same for figures that are about how money was used, or about what is left."""
OF_CARD: Final[Mapping[int, tuple[str, ...]]] = {
    INTEREST: ("rate", "card-interest", "rounding"),
    DAMAGES: ("late_fee", "minimum", "grace"),
}
"""The keys that a figure of a card's bill rests on; no key of the file names what bears interest."""
CASH: Final = ("cash_rate", "card-cash")
OF_CASH: Final = frozenset({"cash-lot", "cash-lots"})
"""What a figure rests on besides where money drawn in cash is in it, and the entries that tell so."""
COUNTED: Final[frozenset[Method]] = frozenset(
    {"level-payment", "equal-principal", "interest-only", "bullet", "flat-fee"}
)
"""Methods whose dues hang on how many instalments there are."""
OURS: Final = frozenset({"statement-day", "start"})
"""Days that we took because nobody stated them."""
DEFAULT: Final = Terms.__dataclass_fields__


class NoBeginning(AshoreError):
    """Neither the statement nor the file says how much was lent and when, or in how many instalments."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A difference, who is to be asked, and the keys of the contract that decide it."""

    difference: Difference
    cause: Cause
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Audit:
    """A debt's statement held against its contract.

    `assumed_start`: the first day was not stated anywhere.  `untold`: figures of a card that hang on what is not in the
    statement, and how the sums of a settlement were used, which it does not decide.  `settlement`: how one went;
    `waived_fen`: what the statement says was waived in the end, None where it does not say.
    """

    debt: Debt
    statement: Statement
    comparison: Comparison
    verdicts: tuple[Verdict, ...]
    burden: Burden | None
    assumed_start: bool
    untold: tuple[Claim, ...] = ()
    settlement: Settlement | None = None
    waived_fen: int | None = None


def audit(
    debt: Debt,
    statement: Statement,
    as_of: date,
    working_days: WorkingDays = EVERY_DAY_WORKS,
    *,
    planned: bool = False,
) -> Audit:
    """Return a debt's statement recomputed day by day.  Raises NoBeginning and NotAudited.

    `planned`: the statement is a schedule; every due of ours is then taken as paid on its day.
    """
    if statement.card is not None:
        if planned:
            raise NotAudited("audit-revolving")
        return _audit_card(debt, statement, statement.card, as_of, working_days)
    opening, assumed_start = _opening(debt, statement, as_of)
    own = _own_events(debt, opening.on)
    statement = _agreed_by_file(statement, own)
    later = tuple(claim for claim in statement.claims if claim.on > opening.on)
    events = (*statement.events, *own)
    _check_settled(debt, statement, opening.on)
    settled = settled_on(events)
    untold = tuple(one for one in later if settled and one.kind == "paid" and one.on >= settled)
    # What was waived is owed no more: it is shown beside our figure, and nobody has to explain it.
    waived = [one for one in later if one.kind == "forgiven"]
    compared = tuple(claim for claim in later if claim not in untold and claim not in waived)
    statement = replace(statement, claims=compared)
    basis = Basis(debt.terms, opening, events, working_days, until=as_of, start_known=not assumed_start)
    if planned:
        rows = contract_schedule(debt.terms, opening, working_days)
        basis = replace(
            basis, events=tuple(Happened(0, Event(row.due, "payment", row.total_fen)) for row in rows)
        )
    comparison = compare(basis, statement)
    closing = {one.line for one in statement.events if one.early and one.early.closes}
    verdicts = tuple(_verdict(debt, one, closing=closing) for one in comparison.differences)
    burden = None if planned else burden_of(basis, statement, as_of)
    found = Audit(debt, statement, comparison, verdicts, burden, assumed_start, untold)
    waived_fen = sum(one.fen for one in waived) if waived else None
    return replace(found, settlement=settlement_of(basis, as_of), waived_fen=waived_fen)


def _check_settled(debt: Debt, statement: Statement, since: date) -> None:
    """Raise NoBeginning where a settlement that still stood when the recomputation begins was agreed before that."""
    for one in (*statement.events, *_own_events(debt, date.min)):
        concession = one.event.concession
        last = one.settled[-1].by if one.settled else concession.until if concession else None
        if one.settles and one.event.on <= since <= (last or date.max):
            raise NoBeginning("audit-settled-before", name=debt.name, agreed_on=one.event.on)


def _agreed_by_file(statement: Statement, own: Collection[Happened]) -> Statement:
    """Return the statement; a settlement that the file has too counts as the file has it, and its sum is compared."""
    if not any(one.settles for one in own):
        return statement
    agreed = [one for one in statement.events if one.settles]
    claims = (
        Claim(one.line, "agreed", one.event.on, sum(each.fen for each in one.settled)) for one in agreed
    )
    events = tuple(one for one in statement.events if not one.settles)
    return replace(statement, claims=(*statement.claims, *claims), events=events)


def _audit_card(
    debt: Debt, statement: Statement, card: Card, as_of: date, working_days: WorkingDays
) -> Audit:
    """Return a card's statement recomputed; figures that hang on what was posted before it are left out."""
    first = card.bills[0]
    opening = Opening(first.on, first.total_fen, 1, first.on)
    basis = Basis(
        debt.terms,
        opening,
        working_days=working_days,
        until=as_of,
        late_fees=debt.late_fee_range,
        card=card,
    )
    ours = figures(basis, statement.claims)
    told = (claim for claim, figure in zip(statement.claims, ours, strict=True) if figure.fen is not None)
    counted = replace(statement, claims=tuple(told))
    comparison = compare(basis, counted)
    verdicts = tuple(_verdict(debt, one, OF_CARD) for one in comparison.differences)
    untold = tuple(claim for claim in statement.claims if claim not in counted.claims)
    return Audit(debt, counted, comparison, verdicts, None, assumed_start=False, untold=untold)


def _opening(debt: Debt, statement: Statement, as_of: date) -> tuple[Opening, bool]:
    """Return where the recomputation begins, and whether its day had to be assumed (a month before the first due).

    The first day counts only where the statement reaches back to the first due after it, or tells of the paying out and
    of a settlement; else a stated balance does.
    """
    dues = [claim for claim in statement.claims if claim.kind == "due"]
    days = [claim.on for claim in dues] + [one.event.on for one in statement.events]
    first = min(days, default=None)
    start = statement.lent_on or debt.start
    whole = start is None or first is None or first <= first_due_after(start, debt.terms.due_day)
    if statement.lent_on is not None:
        # Before a settlement, dues that were all missed leave no line of their own.
        whole = whole or any(
            one.settles for one in (*statement.events, *_own_events(debt, start or date.min))
        )
    principal = statement.lent_fen or debt.terms.original_fen
    if principal is None and start is None and _lists_the_rest(debt, dues, as_of):
        early = {one.line for one in statement.events if one.early}
        repaid = (claim for claim in statement.claims if claim.kind == "due" or claim.line in early)
        principal = sum(claim.fen for claim in repaid if claim.parts == (PRINCIPAL,))
    left = next((claim for claim in statement.claims if claim.kind == "left"), None)
    if principal and whole and (start or dues):
        on = start or add_months(min(claim.on for claim in dues), -1, debt.terms.due_day)
        return Opening(on, principal, _periods(debt, statement, (on, principal), as_of), on), start is None
    if left is None:
        code = "audit-begins-later" if principal and start else "audit-no-beginning"
        raise NoBeginning(code, name=debt.name)
    since = max(last_due_until(left.on, debt.terms.due_day), start or date.min)
    return Opening(left.on, left.fen, instalments_from(debt, left.on, as_of), since), False


def _lists_the_rest(debt: Debt, dues: Collection[Claim], as_of: date) -> bool:
    """Return whether every instalment still to come is listed: only then do those listed add up to what was lent."""
    return len({claim.on for claim in dues if claim.on > as_of}) >= debt.periods_left


def _periods(debt: Debt, statement: Statement, lent: tuple[date, int], as_of: date) -> int:
    """Return how many instalments there are from the beginning on: those listed, or those past and those left.

    Those listed are all there are where they repay what was lent.  Raises NoBeginning where all have fallen due and
    nobody says how many there were.
    """
    since, principal = lent
    dues = [claim for claim in statement.claims if claim.kind == "due"]
    # A first line for the day of the paying out, with nothing due, is no instalment.
    listed = statement.instalments - len({claim.on for claim in dues if claim.on <= since})
    if listed and sum(claim.fen for claim in dues if claim.parts == (PRINCIPAL,)) == principal:
        return listed
    if not debt.periods_left and debt.terms.method in COUNTED:
        raise NoBeginning("audit-no-term", name=debt.name)
    return max(listed, instalments_from(debt, since, as_of), 1)


def _own_events(debt: Debt, since: date) -> tuple[Happened, ...]:
    """Return what the file says happened and no statement tells: rates, calls, agreements."""
    kinds = {"rate", "accelerate", "agree"}
    return tuple(Happened(0, event) for event in debt.events if event.kind in kinds and event.on > since)


def _verdict(
    debt: Debt,
    one: Difference,
    rests_on: Mapping[int, tuple[str, ...]] = RESTS_ON,
    closing: Collection[int] = (),
) -> Verdict:
    """Return who is to be asked; what the payment of a `closing` line was used for rests on what closes the loan."""
    if one.readings and one.readings[0].key in OURS:
        return Verdict(one, "assumed", (one.readings[0].key,))
    if one.readings:
        keys = (one.readings[0].key,)
    elif one.follows is not None:
        return Verdict(one, "follows", ())
    else:
        by_part = dict.fromkeys(key for part in one.claim.parts for key in rests_on.get(part, ()))
        if any(entry.kind in OF_CASH for entry in one.ours.entries):
            by_part |= dict.fromkeys(CASH)
        kind = "closing" if one.claim.kind == "paid" and one.claim.line in closing else one.claim.kind
        keys = tuple(key for key in RESTS_ON_OF_KIND.get(kind, by_part) if _matters(debt, key))
    origins = {origin_of(debt, key) for key in keys}
    cause: Cause = "lender"
    if "nowhere" in origins:
        cause = "contract"
    elif "assumed" in origins:
        cause = "assumed"
    return Verdict(one, cause, keys)


def _matters(debt: Debt, key: str) -> bool:
    """Return whether a term can move a figure: where interest is so much a day, by days is what that means.

    Then days of a year move nothing, nor does whether it is counted by days, unless somebody typed that.
    """
    by_days = debt.terms.rate.per == "day" and debt.terms.accrual == "daily"
    return not by_days or not (key == "day_count" or (key == "accrual" and key not in debt.sources))


def origin_of(debt: Debt, key: str) -> Origin:
    """Return where a term of a debt comes from.

    A settlement agreed in writing, or with any proof, is a contract; one that the file does not have the lender names.
    """
    if key == "settlement":
        agreed = [one.concession for one in debt.events if one.concession and one.concession.kind == "settle"]
        proved = all(one.status == "agreed-written" or one.proof != "none" for one in agreed)
        return "contract" if proved else "assumed"
    if key in debt.sources:
        return "assumed" if key in debt.assumed else "contract"
    name = {"payment": "payment_fen"}.get(key, key)
    if key in debt.assumed or name not in DEFAULT:
        return "nowhere"
    unset = getattr(debt.terms, name) == _default(name)
    return "nowhere" if unset else "assumed"


def _default(name: str) -> object:
    field = DEFAULT[name]
    return field.default_factory() if callable(field.default_factory) else field.default
