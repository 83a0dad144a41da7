"""A plan with what its sentences need besides: names, help lines, days that follow from its rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ashore.dates import Month, month_of
from ashore.errors import Fact, Message
from ashore.household.model import Debt
from ashore.household.standing import is_silent
from ashore.packs.first import first_of_kind
from ashore.packs.pack import load_pack
from ashore.planning.outcome import Outcome, Payment
from ashore.planning.plan import Plan
from ashore.planning.urgent import COURT_STAGES
from ashore.planning.variants import Variant
from ashore.rules.helpline import HELPLINE_KINDS, Helpline
from ashore.scenarios.fan import Fan

FRIEND: Final = "friend:"
HOLDING_MONTHS: Final = 6
"""How far a holding plan is told: it is for the time of talking, not for years."""
SUED_CODES: Final = frozenset({"reason-sale"})
"""Sentences about things sold that are said otherwise once a court has a debt (practice §2, H3)."""
QUIET_CODES: Final = frozenset({"urgent-next-payment", "urgent-nothing", "urgent-promo-ends"})
"""Urgent sentences beside which the step may say that nothing else is to be done today."""
HOLDING_CODES: Final = frozenset({"reason-cuts", "urgent-next-payment"})
"""Sentences that promise less where no plan works."""
DEADLINE_CODES: Final = frozenset({"urgent-deadline", "urgent-deadline-unverified"})
CREDITOR_CODES: Final = frozenset({"next-write", "next-write-before", "next-accept"})
"""Sentences that name a creditor, where one is typed."""
PERSONS: Final = frozenset({"private", "friend"})
"""Kinds of creditors that have no official channel: people and shops one talks to."""

Help = Mapping[str, Helpline]
"""The help line offered first, by its kind."""


def help_of(jurisdiction: str) -> Help:
    """Return the help lines of a jurisdiction's pack, the first of each kind."""
    return first_of_kind(load_pack(jurisdiction))


@dataclass(frozen=True, slots=True)
class View:
    """A plan beside the help lines of its jurisdiction.

    Where they are asked for: the plans for the other goals, and the plan in many futures.  `today`: the day on which it
    is read, where that may be later than that of its figures; how far ahead a day is counts from it.
    """

    plan: Plan
    help: Help
    variants: tuple[Variant, ...] = ()
    fan: Fan | None = None
    today: date | None = None

    @property
    def outcome(self) -> Outcome:
        """Return what following the plan leads to."""
        return self.plan.outcome

    @property
    def as_of(self) -> date:
        """Return the day at whose end the figures are true."""
        return self.plan.as_of

    @property
    def read_on(self) -> date:
        """Return the day on which it is read, never before that of its figures."""
        return max(self.today or self.as_of, self.as_of)

    @property
    def first(self) -> Month:
        """Return the calendar month of `as_of`."""
        return month_of(self.plan.as_of)

    @property
    def holds(self) -> bool:
        """Return whether this is a holding plan."""
        return self.plan.status == "does-not-work"

    @property
    def sued(self) -> bool:
        """Return whether a court, or a mediator for one, has any of the debts."""
        return any(debt.stage in COURT_STAGES for debt in self.plan.household.debts)

    @property
    def last_shown(self) -> Month:
        """Return the last month that tables and pictures go to."""
        end = self.outcome.ends[-1].month if self.outcome.ends else self.first
        return min(end, self.first.plus(HOLDING_MONTHS)) if self.holds else end

    @property
    def payments(self) -> tuple[Payment, ...]:
        """Return the payments up to the last month shown."""
        return tuple(row for row in self.outcome.payments if month_of(row.on) <= self.last_shown)

    def debt(self, debt_id: str) -> Debt | None:
        """Return the debt of the household, None for a friend's loan drawn in the plan."""
        return next((debt for debt in self.plan.household.debts if debt.id == debt_id), None)

    def named(self, name: Fact) -> Debt | None:
        """Return the debt that the person calls so."""
        return next((debt for debt in self.plan.household.debts if debt.name == name), None)

    def is_old(self, debt: Debt) -> bool:
        """Return whether nobody has asked for a debt, nor paid on it, for more than three years."""
        return is_silent(debt, self.as_of)

    def name(self, debt_id: str) -> str | Message:
        """Return what the person calls a debt."""
        debt = self.debt(debt_id)
        if debt:
            return debt.name
        name = debt_id.removeprefix(FRIEND)
        return Message("friend-debt", {"name": name}) if name else Message("friend-debt-unnamed")

    def names(self, debt_ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return what the person calls these debts, for a sentence."""
        debts = (self.debt(debt_id) for debt_id in debt_ids)
        return tuple(
            debt.name if debt else debt_id.removeprefix(FRIEND)
            for debt, debt_id in zip(debts, debt_ids, strict=True)
        )

    def worded(self, message: Message) -> Message:
        """Return a message as it is said here: with numbers to call, days ahead, and the words that fit the case."""
        facts = {**self.numbers(), **message.facts}
        days, on = facts.get("days"), facts.get("on")
        if isinstance(days, int):
            left = (on - self.today).days if self.today and isinstance(on, date) else days
            if left < 0:
                code = "urgent-deadline-past" if message.code in DEADLINE_CODES else "urgent-day-past"
                return Message(code, facts | {"as_of": self.as_of})
            facts["days_ahead"] = left
        cleared = self._cleared_before(message)
        if cleared:
            return Message(f"{message.code}-cleared", {**facts, "cleared": cleared})
        return Message(message.code + self._case(message), facts)

    def _cleared_before(self, message: Message) -> date | None:
        """Return the day on which the plan has done with a debt before the day an urgent sentence warns of."""
        on, debt = message.facts.get("on"), self.named(message.facts.get("debt"))
        if debt is None or not isinstance(on, date):
            return None
        if message.code.startswith("urgent-day-"):
            cleared = self.cleared_on(debt.id)
            return cleared if cleared and cleared < on else None
        return None

    def _case(self, message: Message) -> str:
        """Return what is added to a code where the plain sentence would not fit."""
        code, facts = message.code, message.facts
        if code in SUED_CODES and self.sued:
            return "-sued"
        debt = self.named(facts.get("debt"))
        if code in CREDITOR_CODES:
            return _creditor_case(message, debt)
        if code == "next-pay" and self.plan.urgent.code not in QUIET_CODES:
            return "-besides"
        if code == "urgent-next-payment" and debt and self.is_old(debt):
            return "-old"
        if code in HOLDING_CODES and self.holds:
            return "-holding"
        return ""

    def numbers(self) -> dict[str, Fact]:
        """Return the number of each kind of help line as a fact, None for a kind that the pack lacks."""
        numbers = {kind: line.number for kind, line in self.help.items()}
        return {f"{kind.replace('-', '_')}_number": numbers.get(kind) for kind in HELPLINE_KINDS}

    def talked_about(self) -> tuple[str, ...]:
        """Return the ids of the debts under a concession that the plan takes and that is not in writing yet."""
        debts = self.plan.household.debts
        return tuple(debts[member].id for one in self.outcome.taken for member in one.offer.members)

    def overdue_now(self) -> tuple[str, ...]:
        """Return the ids of the debts that are overdue today."""
        return tuple(debt.id for debt in self.plan.household.debts if debt.arrears)

    def cleared_on(self, debt_id: str) -> date | None:
        """Return the day on which what is overdue today has been paid, None where that is not so in the plan.

        A debt under an offer that is not in writing yet has no such day: it hangs on the offer.
        """
        if debt_id in self.talked_about():
            return None
        old = [
            row
            for row in self.outcome.payments
            if row.debt == debt_id and pays_arrears_of_today(row, self.as_of)
        ]
        if not old:
            return None
        later = [end for end in self.outcome.ends if end.month >= month_of(old[-1].on)]
        return old[-1].on if any(debt_id not in end.overdue for end in later) else None

    def closed_on(self, debt_id: str) -> date | None:
        """Return the day of a debt's last payment, None where something is left or nothing was to pay."""
        if debt_id in self.outcome.left_debts:
            return None
        return max((row.on for row in self.outcome.payments if row.debt == debt_id), default=None)


def _creditor_case(message: Message, debt: Debt | None) -> str:
    """Return what is added to a code about a creditor that has no name, or is a person or a shop one talks to."""
    if not message.facts.get("creditor"):
        return "-unnamed"
    person = debt is not None and debt.lender_kind in PERSONS
    return "-person" if person and message.code.startswith("next-write") else ""


def due_of(row: Payment) -> date:
    """Return the day on which the oldest part of a payment was due."""
    return row.on - timedelta(days=row.days_late)


def pays_arrears_of_today(row: Payment, as_of: date) -> bool:
    """Return whether a payment pays what is overdue at `as_of` already."""
    return row.days_late > 0 and due_of(row) <= as_of
