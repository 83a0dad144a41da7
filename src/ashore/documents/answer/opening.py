"""The first parts of an answer: the urgent thing, what stays safe, the one next step, this month's payments."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from ashore.dates import Month, month_of
from ashore.documents.answer.besides import exposed, kept_back, kept_for, living_days, whom_to_pay
from ashore.documents.answer.view import QUIET_CODES, View, due_of, pays_arrears_of_today
from ashore.documents.blocks import Block, Cell, Column, Part, Say, Table
from ashore.errors import Fact, Message
from ashore.household.model import Debt
from ashore.planning.outcome import Payment

FEW_DAYS: Final = timedelta(days=14)
"""With fewer days than these left in this month, next month's payments are shown too."""

LAST: Final = {"for-due": "for-due-last", "for-minimum": "for-due-last", "for-extra": "for-extra-last"}
"""How the payment that closes a debt is told."""


def urgent(view: View) -> Part:
    """Return the one most urgent thing."""
    blocks: list[Block] = [Say(_presses(view), "lead")]
    if objects_to_order(view):
        blocks.append(Say(Message("note-objection"), "note"))
    return Part("answer-head-urgent", "first", tuple(blocks))


def _presses(view: View) -> Message:
    """Return the urgent thing; that nothing presses is not said by figures whose next day has passed."""
    quiet = view.plan.urgent.code in QUIET_CODES
    old = view.plan.next_step if quiet else view.plan.urgent
    if (quiet or old.code == "urgent-living-days") and _has_passed(view, old):
        return Message("urgent-old", {"old_ndays": (view.read_on - view.as_of).days})
    return view.worded(view.plan.urgent)


def objects_to_order(view: View) -> bool:
    """Return whether the urgent thing is to object, which only a true objection helps (practice §2, H9)."""
    return view.plan.urgent.facts.get("what") == "objection"


def safe(view: View) -> Part:
    """Return what a holding plan keeps safe, before anything is asked of the person."""
    blocks: list[Block] = [Say(_living(view), "lead"), *(Say(message) for message in exposed(view))]
    blocks += [Say(message) for message in _kept_clean(view)]
    blocks.append(Say(Message("safe-proposal"), "note"))
    return Part("answer-head-safe", "first", tuple(blocks))


def knows_living(view: View) -> bool:
    """Return whether anything says what the household lives on: else nothing of it is kept back by the plan."""
    return any(one.essential and not one.business for one in view.plan.household.spendings)


def living_unknown(view: View) -> Part | None:
    """Return, before figures that rest on it, that nobody said what living takes; None where somebody did."""
    if knows_living(view):
        return None
    return Part("answer-head-living", "first", (Say(Message("figures-living-unknown"), "lead"),))


def knows_no_money(view: View) -> bool:
    """Return whether neither money at hand nor anything that comes in is known: nothing can then be said of paying."""
    home = view.plan.household
    return not (home.cash_fen or home.incomes or home.businesses)


def _living(view: View) -> Message:
    """Return what is kept for food and the home; where nobody said what they take, that they come first."""
    if not knows_living(view):
        return Message("safe-living-unknown")
    month = view.outcome.essential_month
    if month:
        return _living_until(view, month)
    return next(living_days(view, "safe-living-days"), Message("safe-living"))


def _living_until(view: View, month: Month) -> Message:
    """Return until when living is kept, and the days before then on which it waits for money."""
    facts: dict[str, Fact] = {"first_month": str(month)}
    gap = view.plan.living_gap
    if gap and gap.on < month.first:
        for days in living_days(view, "safe-living-days-until"):
            return Message(days.code, {**days.facts, **facts})
    return Message("safe-living-until", facts)


def _kept_clean(view: View) -> Iterator[Message]:
    """Yield which debts that are not overdue stay so, and how long; then which do not, and from when."""
    shown = [end for end in view.outcome.ends if end.month <= view.last_shown]
    clean = [debt for debt in view.plan.household.debts if debt.id not in view.overdue_now()]
    paid = {row.debt for row in view.outcome.payments if month_of(row.on) <= view.last_shown}
    falls = {debt.id: next((end.month for end in shown if debt.id in end.overdue), None) for debt in clean}
    kept = tuple(debt.name for debt in clean if falls[debt.id] is None and debt.id in paid)
    if kept:
        yield Message("safe-clean", {"debts": kept, "last_month": str(view.last_shown)})
    for month in sorted({month for month in falls.values() if month}):
        names = tuple(debt.name for debt in clean if falls[debt.id] == month)
        yield Message("safe-falls", {"debts": names, "first_month": str(month)})


def step(view: View) -> Part:
    """Return the one next step, with what must be known before it."""
    message = view.worded(_next(view))
    if message.code == "next-no-debt" and view.plan.set_aside:
        asked = view.worded(Message("next-ask-first", {"debt": view.plan.set_aside[0].debt.name}))
        return Part("answer-head-step", "first", (Say(asked, "lead"),))
    debt = view.named(message.facts.get("debt"))
    if debt and view.is_old(debt):
        asked = view.worded(Message("next-ask-first", {"debt": debt.name}))
        return Part("answer-head-step", "first", (Say(asked, "lead"),))
    blocks: list[Block] = [Say(message, "lead")]
    if debt and message.code.startswith("next-write"):
        words = "step-words-person" if message.code.endswith("-person") else "step-words"
        blocks.append(
            Say(Message(words))
        )  # goes to the creditor: without what the debt is called at home (H1)
        if view.plan.asks:
            blocks.append(Say(Message("step-asks-below"), "note"))
    if debt and message.code.startswith(("next-write", "next-accept")):
        blocks += [Say(note, "note") for note in _before_writing(debt)]
    return Part("answer-head-step", "first", tuple(blocks))


def _next(view: View) -> Message:
    """Return the next step of the plan; where its day has passed, what is to be done instead."""
    planned = view.plan.next_step
    if not _has_passed(view, planned):
        return planned
    if planned.code == "next-write-before":
        return Message("next-write", planned.facts)
    return Message("next-told", {"as_of": view.as_of})


def _has_passed(view: View, message: Message) -> bool:
    """Return whether the day that a message names is over; `before` a day means that this day is too late."""
    on, before = message.facts.get("on"), message.code.endswith("-before")
    return isinstance(on, date) and (on <= view.read_on if before else on < view.read_on)


def _before_writing(debt: Debt) -> Iterator[Message]:
    """Yield whom to ask before terms are changed (practice §2, H2 and H5)."""
    if any(who.startswith("guarantor") for who in debt.liable):
        yield Message("note-guarantor")
    if debt.secured_by in {"home", "second-charge"}:
        yield Message("note-home")
    if "spouse" in debt.liable:
        yield Message("note-spouse")


def payments(view: View) -> Part | None:
    """Return what is to be paid this month, and next month when few days are left; None without debts or dues."""
    until = shown_until(view)
    rows = sorted((*_debt_rows(view, until), *_other_rows(view, until)), key=lambda row: row[0])
    if not rows:
        return _nothing_to_pay(view, until)
    cells = tuple(cells for _, cells in rows)
    total = sum(cell for row in cells if isinstance(cell := row[2], int))
    columns = (
        Column("column-day", "day"),
        Column("column-to"),
        Column("column-amount", "fen"),
        Column("column-for"),
    )
    last = (None, Message("row-together"), total, None) if len(rows) > 1 else None
    table = Table(Message("payments-caption", {"until": until}), columns, cells, last)
    unknown = () if knows_living(view) else (Message("payments-living-unknown"),)
    past = [Message("payments-past", {"today": view.read_on})] if rows[0][0] < view.read_on else []
    told = [*past, *unknown, *_talked_about(view), *_payday_notes(view, until), *_old_notes(view, until)]
    told += [*kept_back(view, until), *whom_to_pay(view, until), *(() if view.holds else exposed(view))]
    return _due(table, *(Say(note, "note") for note in told), *_done(view))


def _due(*blocks: Block) -> Part:
    return Part("answer-head-payments", "first", blocks)


def _done(view: View) -> Iterator[Say]:
    """Yield what was paid this month already, as it was told, each with its tick."""
    month = month_of(view.as_of)
    found = sorted(
        (event.on, at, debt.name, event.amount_fen)
        for at, debt in enumerate(view.plan.household.debts)
        for event in debt.events
        if event.kind == "payment" and event.amount_fen and month_of(event.on) == month
    )
    if found:
        yield Say(Message("payments-done"), "head")
    for on, _, name, fen in found:
        yield Say(Message("payments-done-one", {"on": on, "debt": name, "amount_fen": fen}), "item")


def _talked_about(view: View) -> Iterator[Message]:
    """Yield that a contract holds until what was offered is in writing."""
    debts = view.plan.household.debts
    names = tuple(debts[member].name for one in view.outcome.taken for member in one.offer.members)
    if names and not view.holds:
        yield Message("payments-by-contract", {"debts": names})


def _nothing_to_pay(view: View, until: date) -> Part | None:
    if not view.plan.household.debts:
        return None
    if view.holds and knows_no_money(view):
        return _due(Say(Message("payments-no-money")), *_done(view))
    nothing = kept_for(view, until) if view.holds else Message("payments-none", {"until": until})
    return _due(Say(nothing), *_done(view))


def shown_until(view: View) -> date:
    """Return the last day of this month, or of the next one when few days are left."""
    last = view.first.last
    return last if last - view.as_of >= FEW_DAYS else view.first.plus(1).last


def _debt_rows(view: View, until: date) -> Iterator[tuple[date, tuple[Cell, ...]]]:
    for row in view.outcome.payments:
        if row.on <= until:
            yield row.on, (row.on, view.name(row.debt), row.fen, paid_for(view, row))


def _other_rows(view: View, until: date) -> Iterator[tuple[date, tuple[Cell, ...]]]:
    for due in view.plan.household.dues:
        if view.as_of < due.on <= until:
            yield due.on, (due.on, due.name, due.amount_fen, Message(f"for-due-{due.keep}"))


def paid_for(view: View, row: Payment) -> Message:
    """Return what a payment is for."""
    debt = view.debt(row.debt)
    if debt is None:
        return Message("for-friend")
    if view.is_old(debt):
        return Message("for-old")
    if any(
        row.on == one.on and view.plan.household.debts[one.offer.debt] is debt for one in view.outcome.taken
    ):
        return Message("for-agreement")
    if pays_arrears_of_today(row, view.as_of):
        return Message("for-arrears")
    if row.days_late:
        return Message("for-late", {"late_ndays": row.days_late})
    minimum = debt.terms.method == "revolving" and not _spread(debt)
    plain = "for-minimum" if minimum else "for-due"
    plain += "-part" if _leaves_late(view, row) else ""
    code = "for-extra" if row.extra else plain
    last = row.on == view.closed_on(debt.id) and row.balance_fen == 0
    return Message(LAST.get(code, code) if last else code)


def _leaves_late(view: View, row: Payment) -> bool:
    """Return whether the debt is overdue at the end of the month of a payment: it was not all that was due."""
    month = month_of(row.on)
    return any(end.month == month and row.debt in end.overdue for end in view.outcome.ends)


def _spread(debt: Debt) -> bool:
    """Return whether a card is paid by agreed instalments, no longer by its minimum."""
    return any(
        one.status == "agreed-written" and one.kind in {"extend", "settle"} for one in debt.concessions
    )


def _payday_notes(view: View, until: date) -> Iterator[Message]:
    """Yield that dues are paid late, within their month, because the money comes later (SPEC §5.1)."""
    late = [row for row in view.outcome.payments if row.on <= until and waits_for_money(view, row)]
    if len(late) == 1:
        row = late[0]
        (name,) = view.names((row.debt,))
        yield Message(
            "note-payday", {"debt": name, "due": due_of(row), "on": row.on, "late_ndays": row.days_late}
        )
    elif late:
        ids = tuple(dict.fromkeys(row.debt for row in late))
        yield Message("note-paydays", {"debts": view.names(ids)})


def waits_for_money(view: View, row: Payment) -> bool:
    """Return whether a payment is late and yet leaves its debt with nothing overdue at the month's end."""
    due, month = due_of(row), month_of(row.on)
    end = next(end for end in view.outcome.ends if end.month == month)
    return row.days_late > 0 and due > view.as_of and month_of(due) == month and row.debt not in end.overdue


def _old_notes(view: View, until: date) -> Iterator[Message]:
    """Yield the debts that nobody has asked for or paid on in three years: to ask about before paying."""
    paid = {row.debt for row in view.outcome.payments if row.on <= until}
    for debt in view.plan.household.debts:
        if debt.id in paid and view.is_old(debt):
            yield view.worded(Message("note-old", {"debt": debt.name}))
