"""What a letter is made of: the debt and how it stands, what the pack says, what the person typed for this letter."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from ashore.errors import Fact, Message
from ashore.household.model import Debt, Household, Income
from ashore.household.position import arrears_of
from ashore.household.product import Owing
from ashore.household.standing import Standing, is_silent
from ashore.letters.proposed import Proposed
from ashore.loans.parts import COMPOUND, DAMAGES, FEES, PENALTY, Owed

Hardship = Literal["illness", "job-loss", "business", "family", "other"]
"""What made paying hard, as the person says it; the household file's `cause` is another thing."""
PLACES: Final = Decimal("0.00000001")
PART_NAMES: Final = ("principal", "interest", "penalty", "compound", "damages", "fees")
"""The parts of what is owed, by the constants of `loans.parts`."""
CHARGES: Final = frozenset({PENALTY, COMPOUND, DAMAGES, FEES})


@dataclass(frozen=True, slots=True)
class Rules:
    """What the pack says that letters need; None where it says nothing that holds today.

    `quiet_from`: `22:00`.  `checked_on`: on which day the numbers for a bad hour were last looked at, the older one's.
    """

    limitation_years: int | None = None
    card_months_max: int | None = None
    dispute_days: int | None = None
    quiet_from: str | None = None
    legal_number: str | None = None
    court_number: str | None = None
    mental_number: str | None = None
    emergency_number: str | None = None
    checked_on: date | None = None


@dataclass(frozen=True, slots=True)
class Typed:
    """What the person says for one letter; nothing of it is kept.

    `evidence`: codes of `evidence.py`.  `amount_fen`, `by`: what can be paid at once, and the last day for it.
    `months`: a term.  `due_day`: a day of the month.  `paid_on`: the day of the last payment of a closed debt.
    `share`: the person's part of the household's spending.  `mine`: names of the person's own incomes, None: not said.
    `got_on`: the day the lender's statement came.  `asked_on`: the day the lender was first asked about it.
    """

    cause: Hardship | None = None
    evidence: tuple[str, ...] = ()
    own: str = ""
    amount_fen: int | None = None
    by: date | None = None
    months: int | None = None
    due_day: int | None = None
    paid_on: date | None = None
    share: Fraction = Fraction(1)
    mine: tuple[str, ...] | None = None
    got_on: date | None = None
    asked_on: date | None = None


@dataclass(frozen=True, slots=True)
class Disputed:
    """A figure of a lender's statement that is not as the contract says; `ours_fen` None: no such thing is due.

    `parts`: what it was charged for, by the parts of `loans.parts`; none where it is about a balance or a payment.
    """

    on: date
    what: Message
    stated_fen: int
    ours_fen: int | None
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reached:
    """A contact of a collector that goes beyond a rule: its day, its time if it was written down, how it was made.

    `kept`: whether a recording, a picture or a paper of it was kept.
    """

    on: date
    at: time | None
    how: Message
    kept: bool


@dataclass(frozen=True, slots=True)
class Case:
    """One debt of a household on the day a letter is written.

    `maturity`: the last day of the contract's schedule, None where it has none.  `proposed`: what the plan asks of this
    creditor and pays, None where no plan was made or the debt is asked about first.  `passed`: a plan was made, but the
    day of one of its payments is over, so nothing of it is proposed.  `example`: nobody's real figures.
    `contacts`: those about the debt that go beyond the industry's own rules; `beyond`: which rules these are,
    `beyond_facts`: the ids of the pack's facts that they rest on.
    `owing`: what the debt's product says it comes from, None where the file names no product.
    """

    household: Household
    debt: Debt
    standing: Standing
    day: date
    typed: Typed = Typed()
    rules: Rules = Rules()
    maturity: date | None = None
    proposed: Proposed | None = None
    passed: bool = False
    disputed: tuple[Disputed, ...] = ()
    contacts: tuple[Reached, ...] = ()
    beyond: tuple[Message, ...] = ()
    beyond_facts: tuple[str, ...] = ()
    example: bool = False
    owing: Owing | None = None

    @property
    def as_of(self) -> date:
        """Return the day at whose end the figures are true."""
        return self.household.as_of

    @property
    def since(self) -> date | None:
        """Return the first day of what is due and not paid, None where nothing is."""
        found = [one.since for one in arrears_of(self.debt, self.as_of)]
        return min(found, default=None) if self.standing.owed.arrears_fen else None

    @property
    def in_time(self) -> bool:
        """Return whether nothing is overdue and the next due day is still to come: then an extension can be asked."""
        due = self.standing.next_due
        return self.since is None and due is not None and self.day < due

    @property
    def is_agreed(self) -> bool:
        """Return whether an agreement in writing says what is to be paid and when: the contract's own dues are past."""
        return any(one.kind != "waive" for one in self.debt.in_writing)

    @property
    def is_kept(self) -> bool:
        """Return whether the plan pays the debt as its contract says: then there is nothing of it to propose."""
        one = self.proposed
        return self.since is None and one is not None and one.works and one.concession is None

    @property
    def is_loan(self) -> bool:
        """Return whether money was lent, not goods that are still to be paid for."""
        return self.owing != "goods"

    @property
    def is_card(self) -> bool:
        """Return whether it is a debt of a bank's credit card."""
        banks = self.debt.lender_kind in {None, "bank"} and self.debt.terms.method == "revolving"
        return self.owing == "card" or (banks and self.owing is None)

    @property
    def is_silent(self) -> bool:
        """Return whether asking could let the limitation period begin again: long silent, or unknown and long due."""
        if is_silent(self.debt, self.as_of):
            return True
        unknown = self.debt.last_demand is None and self.debt.last_payment is None
        years = self.rules.limitation_years
        since = self.since
        return unknown and bool(years and since) and _years_after(since, years) < self.as_of

    @property
    def incomes(self) -> tuple[Income, ...]:
        """Return the person's own incomes: those named, or the only one there is; of several unnamed none (H2)."""
        mine, every = self.typed.mine, self.household.incomes
        if mine is None:
            return every if len(every) == 1 else ()
        return tuple(one for one in every if one.name in mine)

    @property
    def charges(self) -> Mapping[str, int]:
        """Return penalty interest, compound interest, damages and fees that are owed, in fen by name."""
        named = zip(PART_NAMES, fen_by_part(self.standing.owed), strict=True)
        return {name: fen for index, (name, fen) in enumerate(named) if fen and index in CHARGES}

    @property
    def charges_fen(self) -> int:
        """Return what these come to."""
        return sum(self.charges.values())


def fen_by_part(owed: Owed) -> tuple[int, ...]:
    """Return what is owed in fen, part by part, in the order of `PART_NAMES`."""
    return (
        owed.principal_fen,
        owed.interest_fen,
        owed.penalty_fen,
        owed.compound_fen,
        owed.damages_fen,
        owed.fees_fen,
    )


def questioned_of(case: Case) -> frozenset[str]:
    """Return the names of the parts about which a lender's statement was found to say other than the contract."""
    return frozenset(PART_NAMES[part] for one in case.disputed for part in one.parts)


def _years_after(day: date | None, years: int | None) -> date:
    assert day is not None
    assert years is not None
    return date(day.year + years, day.month, min(day.day, 28))


def as_rate(fraction: Fraction) -> Decimal:
    """Return an exact fraction as a decimal with eight places."""
    return (Decimal(fraction.numerator) / Decimal(fraction.denominator)).quantize(PLACES)


def facts_of(case: Case) -> Mapping[str, Fact]:
    """Return the facts that sentences of a letter may name: amounts in fen, rates as fractions, days."""
    standing, typed, rules = case.standing, case.typed, case.rules
    return {
        "debt": case.debt.name,
        "as_of": case.as_of,
        "day": case.day,
        "due": standing.next_due,
        "due_fen": standing.next_fen,
        "due_day_count": case.debt.terms.due_day,
        "since": case.since,
        "late_ndays": standing.owed.days_past_due,
        "arrears_fen": standing.owed.arrears_fen,
        "charges_fen": case.charges_fen,
        "charges_parts": tuple(case.charges),
        "owed_fen": standing.owed.total_fen,
        "old_rate": as_rate(standing.quoted_360),
        "maturity": case.maturity,
        "amount_fen": typed.amount_fen,
        "by": typed.by,
        "paid_on": typed.paid_on,
        "periods_count": typed.months,
        "limitation_nyears": rules.limitation_years,
        "most_count": rules.card_months_max,
        "dispute_ndays": rules.dispute_days,
        "quiet_from": rules.quiet_from,
        "legal_number": rules.legal_number,
        "court_number": rules.court_number,
        "mental_number": rules.mental_number,
        "emergency_number": rules.emergency_number,
        "checked_on": rules.checked_on,
    }
