"""The product's answers to a case, in the oracle's words: the one place that knows both."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ashore.dates import WorkingDays
from ashore.loans.concessions import Account, contract_of
from ashore.loans.ledger import replay
from ashore.loans.opening import accrued_from, open_account, rebuild_arrears
from ashore.loans.parts import COMPOUND, DAMAGES, FEES, INTEREST, PENALTY, PRINCIPAL
from ashore.loans.revolving import RevolvingAccount
from ashore.loans.terms import (
    Arrears,
    Concession,
    DatedRate,
    Event,
    Grace,
    Instalment,
    LateFee,
    Minimum,
    Opening,
    Part,
    Penalty,
    Prepayment,
    Terms,
)
from ashore.money import Rate, fen_from_yuan

Words = dict[str, Any]
WAIVED: tuple[tuple[str, Part], ...] = (("penalty", "penalty"), ("fees", "fee"), ("interest", "interest"))
PART_WORDS = ("principal", "interest", "penalty", "compound", "damages", "fees")
MONTHS = 1200


def fen(value: object) -> int:
    """Return yuan text as fen."""
    return fen_from_yuan(Decimal(str(value)))


def share(text: str) -> Fraction:
    """Return `5%` as 1/20."""
    return Fraction(Decimal(text.rstrip("%"))) / 100


def rate(text: str) -> Rate:
    """Return `0.045%/day` as a rate."""
    value, per = text.split("/")
    return Rate(Decimal(value.rstrip("%")) / 100, per)  # type: ignore[arg-type]  # the oracle's words are the product's


def penalty(text: str | None) -> Penalty:
    """Return `x1.5`, a rate or nothing as a penalty."""
    if text is None or text == "none":
        return Penalty()
    return Penalty(multiple=Fraction(text[1:])) if text.startswith("x") else Penalty(rate=rate(text))


def terms_of(words: Words) -> Terms:
    """Return the contract."""
    quoted = rate(words.get("rate", "0%/year"))
    rates = [DatedRate(rate(one["rate"]), one["from"]) for one in words.get("rates", ())]
    if "promo" in words:
        rates.append(DatedRate(rate(words["promo"]["rate"]), until=words["promo"]["until"]))
    late, least, grace = words.get("late_fee"), words.get("minimum"), words.get("grace")
    after, early = words.get("allocation_after"), words.get("prepayment", {})
    return Terms(
        method=words["method"],
        rate=quoted,
        accrual=words.get("accrual", "daily" if quoted.per == "day" else "monthly"),
        day_count=words.get("day_count", "act/360"),
        due_day=words["due_day"],
        payment_fen=fen(words["payment"]) if "payment" in words else None,
        rounding=words.get("rounding", "half-up"),
        penalty=penalty(words.get("penalty")),
        compound=words.get("compound", False),
        grace=Grace(grace["days"], grace["effect"]) if grace else None,
        late_fee=LateFee(
            share(late["percent"]), fen(late.get("min", 0)), fen(late["max"]) if "max" in late else None
        )
        if late
        else None,
        fee_per_period=share(words.get("fee_per_period", "0%")),
        original_fen=fen(words["original"]) if "original" in words else None,
        schedule=tuple(
            Instalment(row["due"], fen(row["principal"]), fen(row["interest"]), fen(row.get("fee", 0)))
            for row in words.get("schedule", ())
        ),
        rates=tuple(rates),
        minimum=Minimum(share(least["percent"]), least.get("of", "statement"), fen(least.get("floor", 0)))
        if least
        else None,
        allocation=buckets(words["allocation"]) if "allocation" in words else None,
        allocation_after_days=after["days"] if after else None,
        allocation_after=buckets(after["order"]) if after else (),
        shift=words.get("shift", "none"),
        prepayment=Prepayment(
            allowed=early.get("allowed", True),
            fee=share(early.get("fee", "0%")),
            effect=early.get("effect", "shorten"),
            lock_until=early.get("lock_until"),
            minimum_fen=fen(early.get("minimum", 0)),
            remaining_fees=early.get("remaining_fees", "waived"),
        ),
    )


def buckets(order: list[str]) -> tuple[Any, ...]:
    """Return an order of buckets."""
    return tuple(tuple(one.split(":")) for one in order)


def opening_of(words: Words, terms: Terms) -> Opening:
    """Return where the loan stands at `as_of`."""
    as_of, start = words["as_of"], words.get("start")
    periods = words.get("periods", 0)
    arrears: tuple[Arrears, ...] = ()
    typed = words.get("arrears")
    if typed and set(typed) <= {"since", "total"}:
        arrears = rebuild_arrears(terms, fen(words["balance"]), periods, typed["since"], as_of, start)
    elif typed:
        amounts = {name: fen(typed.get(name, 0)) for name in PART_WORDS}
        arrears = (
            Arrears(
                typed["since"],
                principal_fen=amounts["principal"],
                interest_fen=amounts["interest"],
                penalty_fen=amounts["penalty"],
                compound_fen=amounts["compound"],
                damages_fen=amounts["damages"],
                fees_fen=amounts["fees"],
            ),
        )
    since = words.get("accrued_from") or accrued_from(terms, as_of, start)
    return Opening(as_of, fen(words["balance"]), periods, since, arrears)


def event_of(words: Words) -> Event:
    """Return an event."""
    agreed = words.get("concession")
    return Event(
        on=words["on"],
        kind=words["kind"],
        amount_fen=fen(words["amount"]) if "amount" in words else None,
        rate=rate(words["rate"]) if "rate" in words else None,
        parts=tuple(words.get("parts", ())),
        concession=concession_of(agreed) if agreed else None,
    )


def concession_of(words: Words) -> Concession:
    """Return a concession."""
    waives: tuple[tuple[Part, int | None], ...] = tuple(
        (part, None if words[key] == "all" else fen(words[key]))
        for key, part in WAIVED
        if key in words and words["kind"] == "waive"
    )
    return Concession(
        kind=words["kind"],
        status=words["status"],
        until=words.get("until"),
        months=words.get("months", 0),
        method=words.get("method"),
        rate=rate(words["rate"]) if "rate" in words else None,
        payment_fen=fen(words["payment"]) if "payment" in words else None,
        interest=words.get("interest", "accrue") if words["kind"] == "defer" else "accrue",
        waives=waives,
        settle_fen=fen(words["amount"]) if "amount" in words else None,
        settle_share=share(words["percent"]) if "percent" in words else None,
        instalments=words.get("instalments", 1),
        arrears=words.get("arrears"),
    )


def answers(words: Words, events: list[Words], days: list[date]) -> Words:
    """Return the product's schedule and owed rows."""
    terms = terms_of(words)
    opening = opening_of(words, terms)
    happened = [event_of(event) for event in events]
    owed = {
        day.isoformat(): state(replay(terms, opening, happened, day, WorkingDays()).account) for day in days
    }
    rows = None if terms.method == "revolving" else schedule(terms, opening)
    return {"schedule": rows, "owed": owed}


def state(account: Account) -> Words:
    """Return what is owed at the end of the account's day."""
    payoff = account.payoff_fen()
    account = contract_of(account)
    if isinstance(account, RevolvingAccount):
        owed = account.owed()
        return {
            "principal_fen": owed.principal_fen,
            "interest_fen": account.parts[INTEREST] + account.run_fen + account.open_interest_fen,
            "damages_fen": owed.damages_fen,
            "fees_fen": owed.fees_fen,
            "arrears_fen": owed.arrears_fen,
            "days_past_due": owed.days_past_due,
            "held_fen": account.credit_fen,
            "payoff_fen": payoff,
        }
    owed = account.owed()
    soon = sum(item.parts[INTEREST] for item in account.items if not item.late)
    return {
        "principal_not_overdue_fen": owed.principal_fen - owed.overdue_principal_fen,
        "principal_overdue_fen": owed.overdue_principal_fen,
        "interest_not_overdue_fen": account.run_fen + soon + account.held[INTEREST],
        "interest_overdue_fen": owed.overdue_interest_fen,
        "penalty_fen": owed.penalty_fen,
        "compound_fen": owed.compound_fen,
        "damages_fen": owed.damages_fen,
        "fees_fen": owed.fees_fen,
        "days_past_due": owed.days_past_due,
        "held_fen": account.credit_fen,
        "payoff_fen": payoff,
    }


def schedule(terms: Terms, opening: Opening) -> list[Words]:
    """Return the contract's dues after the opening, each paid in full on its day, arrears left as they are."""
    terms = replace(terms, original_fen=terms.original_fen or opening.principal_fen)
    opening = replace(opening, principal_fen=opening.principal_fen - late_principal(opening), arrears=())
    account = open_account(terms, opening)
    rows: list[Words] = []
    for _ in range(MONTHS):
        if not account.running:
            break
        due = account.next_due
        account.advance(due)
        if account.due_fen:
            paid = account.pay(account.due_fen)
            rows.append(
                {
                    "due": due.isoformat(),
                    "principal_fen": paid[PRINCIPAL],
                    "interest_fen": paid[INTEREST],
                    "fee_fen": paid[FEES] + paid[DAMAGES] + paid[PENALTY] + paid[COMPOUND],
                    "balance_fen": account.principal_left_fen,
                }
            )
    return rows


def late_principal(opening: Opening) -> int:
    """Return the overdue principal of an opening."""
    return sum(one.principal_fen for one in opening.arrears)
