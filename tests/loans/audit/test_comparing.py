"""Statements made by the independent oracle under an altered contract: the audit names the term that was altered."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from ashore.loans.audit.comparing import compare
from ashore.loans.audit.recomputed import Basis, NotAudited, figures
from ashore.loans.audit.stated import Claim, Early, Happened, Statement
from ashore.loans.parts import COMPOUND, INTEREST, PENALTY, PRINCIPAL
from ashore.loans.terms import Event, Opening, Penalty, Prepayment, Terms
from ashore.money import Rate
from documents.audits import audit_view
from oracle.answers import day_of
from oracle.opening import opened

LENT = date(2026, 3, 15)
UNTIL = date(2026, 11, 23)
WORDS = {
    "method": "equal-principal", "as_of": LENT, "start": LENT, "balance": "86000.00", "periods": 10, "due_day": 15,
    "rate": "0.045%/day", "penalty": "x1.5", "compound": True,
}  # fmt: skip
TERMS = Terms(
    "equal-principal", Rate(Decimal("0.00045"), "day"), accrual="daily", due_day=15,
    penalty=Penalty(multiple=Fraction(3, 2)), compound=True,
)  # fmt: skip
BY_YEAR = replace(TERMS, rate=Rate(Decimal("0.162"), "year"))
PRINCIPAL_FIRST = ["past-due:principal", "past-due:interest", "past-due:penalty"]
PAID = ((date(2026, 4, 15), 9_800_00), (date(2026, 5, 20), 9_900_00), (date(2026, 8, 3), 12_345_67))


def stated(words, paid=PAID):
    """Return what the oracle, as the lender, states: each due, what is left after payments, what stands at the end."""
    book, claims, line = opened(words), [], 0
    while book.day < UNTIL:
        day = date.fromordinal(book.day.toordinal() + 1)
        events = [
            {"on": on, "kind": "payment", "amount": f"{fen / 100:.2f}"} for on, fen in paid if on == day
        ]
        before = len(book.fallen)
        day_of(book, events)
        for due in book.fallen[before:]:
            line += 1
            claims.append(Claim(line, "due", due.due, due.principal, (PRINCIPAL,)))
            claims.append(Claim(line, "due", due.due, due.interest, (INTEREST,)))
        if events:
            line += 1
            left = book.settled()
            owed = left.not_due + sum(item.principal for item in left.items)
            claims.append(Claim(line, "left", day, owed))
    end = book.settled()
    late = sum(item.penalty + item.compound for item in end.items)
    claims.append(Claim(90, "charged", UNTIL, late, (PENALTY, COMPOUND)))
    return tuple(claims)


def basis_of(terms=TERMS, paid=PAID):
    """Return the product's own basis for the same loan."""
    events = tuple(Happened(index, Event(on, "payment", fen)) for index, (on, fen) in enumerate(paid, 50))
    return Basis(terms, Opening(LENT, 86_000_00, 10, LENT), events)


@pytest.mark.parametrize("effect", ["lower", "shorten"])
@pytest.mark.parametrize("method", ["equal-principal", "level-payment"])
@pytest.mark.parametrize("early", [None, Early()], ids=["a payment", "named early"])
def test_an_early_repayment_on_a_due_day_is_the_oracle_s(effect, method, early):
    """20,200.00 beyond the first instalment, its fee of 1 % in it; the later dues are paid, the last ones are not."""
    rule = {"allowed": True, "fee": "1%", "effect": effect}
    words = WORDS | {"method": method, "prepayment": rule}
    first = 9_799_70 if method == "equal-principal" else 9_253_73
    paid = (
        (date(2026, 4, 15), first + 20_200_00),
        (date(2026, 5, 15), 8_000_00),
        (date(2026, 7, 1), 9_000_00),
    )
    claims = [claim for claim in stated(words, paid) if claim.kind != "charged"]
    assert len(claims) > 10
    terms = replace(TERMS, method=method, prepayment=Prepayment(fee=Fraction(1, 100), effect=effect))
    events = tuple(
        Happened(line, Event(on, "payment", fen), early if line == 50 else None)
        for line, (on, fen) in enumerate(paid, 50)
    )
    basis = Basis(terms, Opening(LENT, 86_000_00, 10, LENT), events)
    assert compare(basis, Statement(tuple(claims))).differences == ()


def test_a_right_statement_has_no_difference():
    claims = [claim for claim in stated(WORDS) if claim.kind != "charged"]
    assert compare(basis_of(), Statement(tuple(claims))).differences == ()


@pytest.mark.parametrize(
    ("altered", "key", "value"),
    [
        ({"rate": "0.05%/day"}, "rate", "0.05%/day"),
        ({"rate": "16.2%/year", "accrual": "daily", "day_count": "act/365"}, "day_count", "act/365"),
        ({"penalty": "x2"}, "penalty", "x2"),
        ({"penalty": "x1.3"}, "penalty", "x1.3"),
        ({"compound": False}, "compound", "false"),
        ({"rounding": "down"}, "rounding", "down"),
        ({"rounding": "up"}, "rounding", "up"),
        ({"method": "level-payment"}, "method", "level-payment"),
        ({"allocation": PRINCIPAL_FIRST}, "allocation", "principal-first"),
    ],
)  # fmt: skip
def test_the_altered_term_is_named(altered, key, value):
    claims = [claim for claim in stated(WORDS | altered) if claim.kind != "charged"]
    found = compare(basis_of(BY_YEAR if "day_count" in altered else TERMS), Statement(tuple(claims)))
    assert found.differences
    assert {(one.readings[0].key, one.readings[0].value) for one in found.differences} == {(key, value)}


@pytest.mark.parametrize(
    ("altered", "key"), [({"penalty": "x1.75"}, "penalty"), ({"compound": False}, "compound")]
)
def test_penalty_interest_never_paid_is_held_against_the_contract(altered, key):
    """Nothing is paid: all the penalty interest of eight months stands at the end."""
    claims = [claim for claim in stated(WORDS | altered, ()) if claim.kind == "charged"]
    found = compare(basis_of(paid=()), Statement(tuple(claims)))
    assert [one.readings[0].key for one in found.differences] == [key]
    assert (
        compare(
            basis_of(paid=()), Statement(tuple(c for c in stated(WORDS, ()) if c.kind == "charged"))
        ).differences
        == ()
    )


def test_one_day_too_many_of_penalty_interest_is_named():
    """8,600.00 + 1,199.70 of one instalment, 69 days at 0.0675 %: 456.42; with both ends 70 days: 463.04."""
    opened = Opening(date(2026, 8, 15), 86_000_00, 10, date(2026, 8, 15))
    claim = Claim(4, "late", date(2026, 11, 23), 463_04, (PENALTY, COMPOUND), date(2026, 9, 15))
    found = compare(Basis(TERMS, opened), Statement((claim,)))
    (one,) = found.differences
    assert (one.ours.fen, one.fen) == (456_42, 6_62)
    assert [(reading.key, reading.value) for reading in one.readings] == [("penalty-days", "both-ends")]


def test_a_slip_is_carried_and_said_to_follow():
    """The lender books 100.00 less principal in April; from its own balance every later line is right."""
    opened, terms = Opening(LENT, 86_000_00, 10, LENT), TERMS
    dues = [date(2026, month, 15) for month in range(4, 8)]
    plan = Basis(terms, opened)
    paid = tuple(
        Happened(index, Event(day, "payment", fen))
        for index, (day, fen) in enumerate(zip(dues, (9_799_70, 9_644_90, 9_559_76, 9_412_70), strict=True))
    )
    basis = replace(plan, events=paid)
    claims = [Claim(1, "left", dues[0], 77_500_00), Claim(2, "due", dues[1], 1_046_25, (INTEREST,))]
    found = compare(basis, Statement(tuple(claims)))
    assert [(one.claim.line, one.readings, one.follows) for one in found.differences] == [
        (1, (), None),
        (2, (), 1),
    ]


def test_what_the_contract_knows_nothing_of_is_a_difference_without_a_figure():
    found = compare(basis_of(paid=()), Statement((Claim(1, "due", date(2026, 4, 20), 5_00, (INTEREST,)),)))
    (one,) = found.differences
    assert (one.ours.fen, one.fen, one.readings) == (None, 5_00, ())


def test_a_card_is_refused_by_name():
    terms = replace(TERMS, method="revolving")
    with pytest.raises(NotAudited) as raised:
        figures(Basis(terms, Opening(LENT, 100, 1, LENT)), ())
    assert raised.value.code == "audit-revolving"


def test_a_slip_does_not_hide_a_doubled_penalty_below_it():
    """July's interest is 34.83 too much; from the lender's own balance on the penalty is exactly doubled."""
    differences = audit_view().audit.comparison.differences
    found = {(one.claim.line, one.claim.parts): one for one in differences}
    slip = found[3, (INTEREST,)]
    assert (slip.fen, slip.readings, slip.follows) == (34_83, (), None)
    late = [found[line, (PENALTY, COMPOUND)] for line in (5, 6, 7)]
    assert [[(reading.key, reading.value) for reading in one.readings] for one in late] == [
        [("penalty", "x2")]
    ] * 3
    assert [one.ours.fen for one in late] == [439_66, 244_73, 49_68]
    carried = [one for one in differences if one.follows is not None]
    assert {one.follows for one in carried} <= {3, 4}
    assert len(carried) + 5 == len(differences)


def test_a_statement_of_another_day_is_our_assumption_to_look_at():
    """The file is of 23 November, the statement was made on the 26th: three more days on each instalment."""
    opened = Opening(date(2026, 8, 15), 86_000_00, 10, date(2026, 8, 15))
    made = Basis(TERMS, opened, until=UNTIL)
    dues = [date(2026, 9, 15), date(2026, 10, 15), date(2026, 11, 15)]
    fen = [476_27, 273_43, 70_98]  # 9,799.70 × 72, 9,644.90 × 42, 9,559.76 × 11 days at 0.0675 %
    claims = [
        Claim(line, "late", UNTIL, one, (PENALTY, COMPOUND), due)
        for line, (due, one) in enumerate(zip(dues, fen, strict=True))
    ]
    found = compare(made, Statement(tuple(claims)))
    assert len(found.differences) == 3
    named = {(one.readings[0].key, one.readings[0].value) for one in found.differences}
    assert named == {("statement-day", "2026-11-26")}


def test_a_first_day_that_nobody_stated_is_found():
    """18 days before the first due, not a month: 86,000.00 × 18 × 0.045 % = 696.60."""
    opened = Opening(date(2026, 8, 15), 86_000_00, 10, date(2026, 8, 15))
    claims = (Claim(1, "due", date(2026, 9, 15), 696_60, (INTEREST,)),)
    (one,) = compare(Basis(TERMS, opened, start_known=False), Statement(claims)).differences
    assert [(reading.key, reading.value) for reading in one.readings] == [("start", "2026-08-28")]
    (known,) = compare(Basis(TERMS, opened), Statement(claims)).differences
    assert "start" not in {reading.key for reading in known.readings}


def test_an_instalment_fixed_otherwise_is_found():
    """12,000 at 1 % a month over 12 months is 1,066.19 by the formula; this lender asks 1,067."""
    terms = replace(TERMS, method="level-payment", rate=Rate(Decimal("0.12"), "year"), accrual="monthly")
    opened = Opening(date(2026, 8, 15), 12_000_00, 12, date(2026, 8, 15))
    dues = [date(2026, 9, 15), date(2026, 10, 15)]
    paid = tuple(Happened(0, Event(day, "payment", 1_067_00)) for day in dues)
    claims = [Claim(1, "due", dues[0], 947_00, (PRINCIPAL,)), Claim(1, "due", dues[0], 120_00, (INTEREST,))]
    claims += [Claim(2, "due", dues[1], 956_47, (PRINCIPAL,)), Claim(2, "due", dues[1], 110_53, (INTEREST,))]
    found = compare(Basis(terms, opened, paid), Statement(tuple(claims)))
    assert {(one.readings[0].key, one.readings[0].value) for one in found.differences} == {
        ("payment", "1,067.00")
    }
