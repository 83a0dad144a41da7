"""A written loan between two people (an IOU): the terms checked, the dues to the fen, the paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from ashore.dates import DayCount, add_months, first_due_after, month_of
from ashore.errors import Fact, Finding, Message, Place
from ashore.letters.sheet import Blank, Block, Cell, Figures, Own, Paragraph, Sheet, Unit
from ashore.loans.schedule import Row, contract_schedule
from ashore.loans.terms import Opening, Terms
from ashore.money import Rate

IouMethod = Literal["level-payment", "equal-principal", "bullet"]
METHODS: Final[tuple[IouMethod, ...]] = ("bullet", "level-payment", "equal-principal")
MONTHS_MAX: Final = 120
AMOUNT_MAX_FEN: Final = 10**12
EACH_MIN_FEN: Final = 10_00
"""The least principal of an instalment on average: below it, rounding each could end the loan a due early."""
BY_DAYS: Final[DayCount] = "act/365"
"""How the interest of a loan repaid at its end is counted; the paper says so."""
DAYS_OF_YEAR: Final = 365
PLACES: Final = 8


@dataclass(frozen=True, slots=True)
class IouTerms:
    """What two people agree on.

    `on`: the day the money comes; `until`: the day of the last repayment.  `rate`, `late_rate`: per year, as fractions;
    None for a late rate that is not agreed.  `purpose`: the borrower's own words, empty for a line to fill in.
    """

    amount_fen: int
    on: date
    until: date
    rate: Fraction = Fraction(0)
    late_rate: Fraction | None = None
    method: IouMethod = "bullet"
    purpose: str = ""

    @property
    def bears(self) -> bool:
        """Return whether any rate is agreed on, so that the cap of the month must be known."""
        return self.rate > 0 or bool(self.late_rate)

    @property
    def months(self) -> int:
        """Return how many months lie between the money and the last repayment, a part of one counted as one."""
        months = month_of(self.until).minus(month_of(self.on))
        return months + (add_months(self.on, months) < self.until)


@dataclass(frozen=True, slots=True)
class Cap:
    """What private loans made on a day may cost in a year at most: four times the one-year LPR, both as fractions.

    `typed`: the LPR was confirmed by the person, because nobody had looked it up for that day.
    """

    yearly: Fraction
    lpr: Fraction
    typed: bool = False


def check_terms(terms: IouTerms, cap: Cap | None) -> tuple[Finding, ...]:
    """Return what keeps these terms from becoming a paper, all `stop`; none where they can.

    `cap`: None only where no rate is agreed on; a rate without a known cap is never put on paper (asserted).
    A part of a month fits a loan repaid at its end alone: instalments need a whole number of months.
    """
    found = list(_check_sum_and_days(terms))
    if not found:
        found += _check_rates(terms, cap)
    return tuple(found)


def _check_sum_and_days(terms: IouTerms) -> Iterator[Finding]:
    if not 0 < terms.amount_fen <= AMOUNT_MAX_FEN:
        yield _stop("iou-amount", "amount", {"most_fen": AMOUNT_MAX_FEN})
    if terms.until <= terms.on:
        yield _stop("iou-days", "until", {"on": terms.on, "until": terms.until})
    elif terms.months > MONTHS_MAX:
        yield _stop("iou-too-long", "until", {"most_months": MONTHS_MAX})
    elif terms.method != "bullet" and add_months(terms.on, terms.months) != terms.until:
        near = add_months(terms.on, terms.months)
        yield _stop("iou-not-months", "until", {"on": terms.on, "until": terms.until, "near": near})
    elif terms.method != "bullet" and terms.amount_fen < terms.months * EACH_MIN_FEN:
        yield _stop("iou-too-small", "amount", {"least_fen": EACH_MIN_FEN})


def _check_rates(terms: IouTerms, cap: Cap | None) -> Iterator[Finding]:
    if not terms.bears:
        return
    assert cap is not None, "a rate needs the cap of its day"
    for place, rate in (("rate", terms.rate), ("late_rate", terms.late_rate or Fraction(0))):
        if rate > cap.yearly:
            facts: dict[str, Fact] = {
                "typed_percent": exact(rate),
                "cap_percent": exact(cap.yearly),
                "lpr_percent": exact(cap.lpr),
                "on": terms.on,
            }
            yield _stop(f"iou-{place.replace('_', '-')}-over", place, facts)


def _stop(code: str, place: str, facts: dict[str, Fact]) -> Finding:
    return Finding(code, "stop", Place(place), facts)


def exact(share: Fraction) -> Decimal:
    """Return a share as a decimal, to eight places: a rate that was typed as one stays what it is."""
    return round(Decimal(share.numerator) / Decimal(share.denominator), PLACES).normalize()


def dues(terms: IouTerms) -> tuple[Row, ...]:
    """Return what is repaid on which day, to the fen; the principal of the rows is the sum lent (asserted).

    Instalments bear a twelfth of the year's interest each month on what is still owed; a loan repaid at its end bears
    interest for its actual days, a year having 365.
    """
    due_day = terms.until.day if terms.method == "bullet" else terms.on.day
    rate = Rate(exact(terms.rate), "year")
    if terms.method == "bullet":
        contract = Terms("bullet", rate, accrual="daily", day_count=BY_DAYS, due_day=due_day)
        opening = Opening(terms.on, terms.amount_fen, _ends_until(terms), terms.on)
    else:
        contract = Terms(terms.method, rate, due_day=due_day)
        opening = Opening(terms.on, terms.amount_fen, terms.months, terms.on)
    rows = contract_schedule(contract, opening)
    assert sum(row.principal_fen for row in rows) == terms.amount_fen, terms
    assert rows[-1].due == terms.until, terms
    return rows


def _ends_until(terms: IouTerms) -> int:
    """Return how many due days lie after the money up to the last repayment, which is one of them."""
    first = first_due_after(terms.on, terms.until.day)
    return month_of(terms.until).minus(month_of(first)) + 1


def iou_sheet(
    terms: IouTerms, cap: Cap | None, day: date, *, sued: bool = False, tax_number: str | None = None
) -> Sheet:
    """Return the paper.  Names, numbers of ID cards and accounts are lines to fill in by hand; so is any purpose.

    The terms must have passed `check_terms`.  `day`: the day it is made; `sued`: a court has one of the borrower's
    debts, so the warning about it comes with the paper; `tax_number`: where tax on interest can be asked about.
    """
    assert not check_terms(terms, cap), terms
    return Sheet(
        "iou",
        Message("iou-title"),
        "",
        tuple(_blocks(terms, cap)),
        (Blank(Message("iou-signs-lender")), Blank(Message("iou-signs-borrower"))),
        day,
        (
            *_before(terms, cap, day, sued=sued, tax_number=tax_number),
            Message("iou-before-day", {"day": day}),
        ),
    )


def _blocks(terms: IouTerms, cap: Cap | None) -> Iterator[Block]:
    yield from (_blank("iou-lender"), _blank("iou-borrower"))
    yield _said("iou-lent", {"amount_fen": terms.amount_fen, "amount_capitals": terms.amount_fen})
    yield _said("iou-transfer", {"on": terms.on})
    yield from (_blank("iou-account"), _blank("iou-arrived"))
    if terms.purpose:
        yield from (_said("iou-purpose"), Own(terms.purpose))
    else:
        yield _blank("iou-purpose-blank")
    yield _said("iou-term", {"on": terms.on, "until": terms.until})
    yield _said(*_interest(terms, cap))
    yield _table(terms)
    yield from (Paragraph(one) for one in _late(terms, cap))
    yield from (_said("iou-early"), _said("iou-repay"), _blank("iou-repay-account"))
    yield from (_said("iou-copies"), _blank("iou-place"))


def _said(code: str, facts: dict[str, Fact] | None = None) -> Paragraph:
    return Paragraph(Message(code, facts or {}))


def _blank(code: str) -> Blank:
    return Blank(Message(code))


def _interest(terms: IouTerms, cap: Cap | None) -> tuple[str, dict[str, Fact]]:
    """Return what is said of interest: that there is none, or the rate beside the cap it stays under."""
    if terms.rate == 0 or cap is None:
        return "iou-no-interest", {}
    facts: dict[str, Fact] = {
        "rate_percent": exact(terms.rate),
        "cap_percent": exact(cap.yearly),
        "year_days": DAYS_OF_YEAR,
    }
    return f"iou-interest-{'days' if terms.method == 'bullet' else 'months'}", facts


def _table(terms: IouTerms) -> Figures:
    rows: list[tuple[Cell, ...]] = [
        (row.due, row.principal_fen, row.interest_fen, row.total_fen) for row in dues(terms)
    ]
    sums = [
        sum(cell for cell in column if isinstance(cell, int)) for column in list(zip(*rows, strict=True))[1:]
    ]
    columns: tuple[tuple[str, Unit], ...] = (
        ("column-day", "date"),
        ("column-principal", "fen"),
        ("column-interest", "fen"),
        ("schedule-total", "fen"),
    )
    return Figures(Message("iou-table"), columns, tuple(rows), (Message("row-together"), *sums))


def _late(terms: IouTerms, cap: Cap | None) -> Iterator[Message]:
    if terms.late_rate and cap:
        facts: dict[str, Fact] = {
            "late_percent": exact(terms.late_rate),
            "cap_percent": exact(cap.yearly),
            "year_days": DAYS_OF_YEAR,
        }
        yield Message("iou-late", facts)
    elif terms.late_rate == 0:
        yield Message("iou-late-none")
    elif terms.rate > 0:
        yield Message("iou-late-same")


def _before(
    terms: IouTerms, cap: Cap | None, day: date, *, sued: bool, tax_number: str | None
) -> Iterator[Message]:
    """Yield what the person is told beside the paper, the gravest first."""
    if sued:
        yield Message("iou-before-sued")
    if terms.on < day:
        yield Message("iou-before-past", {"on": terms.on})
    yield Message("iou-before-own-money")
    yield Message("iou-before-loss")
    yield Message("iou-before-transfer")
    if terms.rate > 0:
        yield Message("iou-before-tax", {"tax_number": tax_number})
    elif terms.late_rate is None:
        yield Message("iou-before-late")
    if cap and cap.typed:
        yield Message("iou-before-lpr", {"lpr_percent": exact(cap.lpr), "on": terms.on})
    yield Message("iou-before-guarantor")
    yield Message("iou-before-hand")
