"""The answers: a contract's schedule, and what is owed on a day."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from oracle.agreeing import agree
from oracle.contract import Words
from oracle.loan import Loan, changed_rate
from oracle.opening import opened
from oracle.paying import accelerate, charge, pay, use_credit, waive
from oracle.revolving import Revolving
from oracle.spreading import spread
from oracle.words import fen, rate

ORDER = ("charge", "rate", "agree", "waive", "payment", "accelerate", "statement", "close")  # within a day
AGREED = ("waive", "rate", "extend", "defer", "settle")  # two agreements within a day
Book = Loan | Revolving
Row = dict[str, int | str]
MONTHS_MAX = 1200


def opening(terms: Words) -> Book:
    """Return the debt at the end of `as_of`; what was agreed in writing by then is the contract."""
    if terms["method"] == "revolving":
        return Revolving(terms)
    loan = opened(terms)
    for words in terms.get("concession", ()):
        if words["status"] == "agreed-written":
            agree(loan, words)
    return loan


def day_of(book: Book, events: Iterable[Words]) -> Book:
    """Play the next day: the night, what falls due, the events, the end of the day.  Returns what the debt is then."""
    book.tomorrow()
    if isinstance(book, Loan) and book.credit and book.day == book.last_due:
        use_credit(book)
    for event in sorted(events, key=_place_in_day):
        book = happen(book, event)
    book.close_day()
    return book


def _place_in_day(event: Words) -> tuple[int, int, int, Fraction]:
    agreed = event.get("concession", {})
    said = agreed.get("rate") or event.get("rate")
    return (
        ORDER.index(event["kind"]),
        fen(event.get("amount", 0)),
        AGREED.index(agreed.get("kind", AGREED[0])),
        rate(said).each_year() if said else Fraction(0),
    )


def happen(book: Book, event: Words) -> Book:
    """Let one event of today happen.  Returns the debt: a card that is spread over instalments is a loan."""
    if isinstance(book, Revolving):
        if event.get("concession", {}).get("kind") == "extend":
            return spread(book, event["concession"])
        book.event(event)
        return book
    kind, amount = event["kind"], fen(event["amount"]) if "amount" in event else None
    if kind == "payment" and amount is not None:
        pay(book, amount)
    elif kind == "charge" and amount is not None:
        charge(book, amount)
    elif kind == "rate":
        changed_rate(book, event["rate"])
    elif kind == "accelerate":
        accelerate(book)
    elif kind == "waive":
        waive(book, event["parts"], amount)
    elif kind == "agree":
        agree(book, event["concession"])
    return book


def play(terms: Words, events: Iterable[Words], until: date) -> Book:
    """Return the debt at the end of a day, after the events up to it, in whatever order they are listed."""
    book, listed = opening(terms), list(events)
    while book.day < until:
        tomorrow = book.day.toordinal() + 1
        book = day_of(book, [event for event in listed if event["on"].toordinal() == tomorrow])
    return book


def owed(terms: Words, events: Iterable[Words], days: Iterable[date]) -> dict[str, Row]:
    """Return what is owed at the end of each day (none before `as_of`), by ISO day."""
    listed, book = list(events), opening(terms)
    answers: dict[str, Row] = {}
    for day in sorted(days):
        while book.day < day:
            tomorrow = book.day.toordinal() + 1
            book = day_of(book, [event for event in listed if event["on"].toordinal() == tomorrow])
        answers[day.isoformat()] = state(book)
    return answers


def state(book: Book) -> Row:
    """Return what is owed at the end of the book's day, part by part, in fen."""
    if isinstance(book, Revolving):
        return _revolving_state(book.settled())
    asked = book.settled()
    late = [item for item in asked.items if item.overdue]
    soon = [item for item in asked.items if not item.overdue]
    row: Row = {
        "principal_not_overdue_fen": asked.not_due + sum(item.principal for item in soon),
        "principal_overdue_fen": sum(item.principal for item in late),
        "interest_not_overdue_fen": asked.run
        + asked.deferred
        + asked.carried.get("interest", 0)
        + sum(item.interest for item in soon),
        "interest_overdue_fen": sum(item.interest for item in late),
    }
    for word, part in (
        ("penalty", "penalty"),
        ("compound", "compound"),
        ("damages", "damages"),
        ("fees", "fees"),
    ):
        row[f"{word}_fen"] = sum(getattr(item, part) for item in asked.items) + asked.carried.get(part, 0)
    row["fees_fen"] = int(row["fees_fen"]) + asked.pending_fees
    owed_fen = sum(int(amount) for amount in row.values())
    row["days_past_due"] = asked.days_past_due()
    row["held_fen"] = asked.credit
    extra = asked.prepayment_fee(asked.not_due) + (asked.fees_of_periods_left() if asked.not_due else 0)
    if asked.settlement:  # what was paid into it is off its sum already, held or not
        row["payoff_fen"] = min(asked.settlement[0], max(0, owed_fen - asked.credit))
    else:
        row["payoff_fen"] = max(0, owed_fen + extra - asked.credit)
    return row


def _revolving_state(asked: Revolving) -> Row:
    payoff = max(0, asked.owed() + asked.run - asked.credit)
    if asked.settlement:
        payoff = min(payoff, asked.settlement[0])
    unpaid = sum(line.fen for line in asked.unpaid if line.overdue)
    return {
        "principal_fen": asked.principal,
        "interest_fen": asked.interest + asked.run,
        "damages_fen": asked.damages,
        "fees_fen": asked.fees,
        "arrears_fen": unpaid,
        "days_past_due": asked.days_past_due(),
        "held_fen": asked.credit,
        "payoff_fen": payoff,
    }


def schedule(terms: Words) -> list[Row]:
    """Return the contract's dues after `as_of`, in fen; of a revolving debt, its minimums, each paid."""
    book = opening(terms)
    if isinstance(book, Revolving):
        return _minimums(book)
    while book.not_due or book.run or book.deferred:
        day_of(book, ())
    return [
        {
            "due": due.due.isoformat(),
            "principal_fen": due.principal,
            "interest_fen": due.interest,
            "fee_fen": due.fee,
            "balance_fen": due.not_due,
        }
        for due in book.fallen
        if due.due > terms["as_of"]
    ]


def _minimums(book: Revolving) -> list[Row]:
    rows: list[Row] = []
    while (book.owed() or book.run) and len(rows) < MONTHS_MAX:
        before = len(book.statements)
        book.tomorrow()
        if len(book.statements) > before:
            said = book.statements[-1]
            book.pay(said.minimum)
            rows.append(
                {
                    "due": said.due.isoformat(),
                    "minimum_fen": said.minimum,
                    "interest_fen": said.interest,
                    "statement_fen": said.whole,
                    "balance_fen": book.owed(),
                }
            )
        book.close_day()
    return rows
