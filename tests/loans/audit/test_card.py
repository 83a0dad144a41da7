"""A card's statement: by hand, and beside an account kept night by night that shares no code with the product."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.loans.audit.bills import Bill, Card, CardRule, Posted, PostedKind
from ashore.loans.audit.card import Contract, figures_of_bills, pay_by, sums_of
from ashore.loans.audit.comparing import compare
from ashore.loans.audit.recomputed import Basis
from ashore.loans.audit.stated import ALL, Claim, Statement
from ashore.loans.opening import EVERY_DAY_WORKS
from ashore.loans.parts import DAMAGES, INTEREST
from ashore.loans.terms import Grace, LateFee, Minimum, Opening, Terms
from ashore.money import Rate

TERMS = Terms(
    "revolving", Rate(Decimal("0.0005"), "day"), accrual="daily", due_day=25,
    minimum=Minimum(Fraction(1, 10)), late_fee=LateFee(Fraction(1, 20)),
)  # fmt: skip
NIGHT = timedelta(days=1)


def day(month: int, number: int) -> date:
    """Return a day of 2026."""
    return date(2026, month, number)


CARD = Card(
    (
        Bill(3, day(6, 5), 1_000_00, minimum_fen=100_00, minimum_line=3),
        Bill(7, day(7, 5), 1_125_50, minimum_fen=112_55, minimum_line=7),
        Bill(11, day(8, 5), 1_035_91, minimum_fen=103_59, minimum_line=11),
    ),
    (
        Posted(1, day(5, 10), "bought", 600_00),
        Posted(2, day(5, 20), "bought", 400_00),
        Posted(4, day(6, 25), "paid", 100_00),
        Posted(5, day(6, 30), "bought", 200_00),
        Posted(6, day(7, 5), "interest", 25_50),
        Posted(8, day(7, 28), "paid", 112_55),
        Posted(9, day(8, 5), "damages", 5_63),
        Posted(10, day(8, 5), "interest", 17_33),
    ),
)


def told(rule: CardRule | None = None, card: Card = CARD, **terms: object):
    """Return our figures of each bill."""
    contract = Contract(replace(TERMS, **terms), rule or CardRule(), EVERY_DAY_WORKS)
    return [(one.interest_fen, one.damages_fen, one.minimum_fen) for one in figures_of_bills(card, contract)]


def test_every_purchase_of_a_bill_not_paid_in_full():
    """The first bill: 600.00 × 46 days, 500.00 × 10 and 400.00 × 46: 51,000.00 for a day at 0.05 % = 25.50.

    The second: 500.00 × 23, then 412.95 × 8; 400.00 × 31; 200.00 × 36; 25.50 × 23: 34,990.10, 17.50.  112.55 were due
    on 25 July and paid on the 28th: 5 % of it is 5.63.  The minimum: a tenth of each bill.
    """
    assert told() == [(None, None, 100_00), (25_50, 0, 112_55), (17_50, 5_63, 103_59)]


def test_only_what_was_not_paid_in_time():
    """500.00 × 56 and 400.00 × 46 = 46,400.00: 23.20; from the due day on 900.00 × 10: 4.50."""
    assert [told(CardRule(charging))[1][0] for charging in ("unpaid", "from-due")] == [23_20, 4_50]


def test_interest_that_bears_none():
    """25.50 × 23 days less: 34,990.10 − 586.50 = 34,403.60, 17.20."""
    assert told(CardRule(on_interest=False))[2][0] == 17_20


def test_a_bill_paid_in_full_in_time_bears_nothing_and_in_grace_too():
    posted = (*CARD.posted[:2], Posted(4, day(6, 27), "paid", 1_000_00))
    bills = (CARD.bills[0], Bill(7, day(7, 5), 0))
    assert told(card=Card(bills, posted), grace=Grace(3, "waive"))[1][0] == 0
    assert told(card=Card(bills, posted))[1][0] == 600 * 48 * 5 // 100 + 400 * 38 * 5 // 100


def test_what_was_owed_before_the_first_bill_tells_nothing_but_what_came_after():
    card = Card(CARD.bills, CARD.posted[2:])
    assert [one[0] for one in told(card=card)] == [None, None, 17_50]


def test_a_bill_that_does_not_add_up_is_named_and_nothing_rests_on_it():
    bills = (CARD.bills[0], replace(CARD.bills[1], total_fen=1_175_50), CARD.bills[2])
    card = Card(bills, CARD.posted)
    first = next(sums_of(card))
    assert (first.line, first.total_fen, first.parts_fen) == (7, 1_175_50, 1_125_50)
    assert [one[0] for one in told(card=card)] == [None, None, None]


def test_a_minimum_holds_what_was_not_paid_of_the_last_one_and_is_never_more_than_the_bill():
    """Nothing paid on 100.00: a tenth of 1,200.00 and 100.00; of 90.00 with a floor of 50.00 there are 90.00."""
    posted = (*CARD.posted[:2], Posted(5, day(6, 30), "bought", 200_00))
    bills = (CARD.bills[0], Bill(7, day(7, 5), 1_200_00))
    assert told(card=Card(bills, posted))[1][2] == 220_00
    small = (Bill(3, day(6, 5), 90_00, minimum_fen=50_00), Bill(7, day(7, 5), 90_00))
    rule = Minimum(Fraction(1, 10), floor_fen=50_00)
    assert told(card=Card(small, ()), minimum=rule)[1][2] == 90_00


def test_a_bill_names_its_own_day():
    contract = Contract(TERMS, CardRule(), EVERY_DAY_WORKS)
    assert pay_by(CARD.bills[0], contract) == day(6, 25)
    assert pay_by(replace(CARD.bills[0], pay_by=day(6, 23)), contract) == day(6, 23)


def claims(interest: tuple[int, int], damages: int = 5_63, minimum: int = 103_59) -> tuple[Claim, ...]:
    """Return what a statement of this card states."""
    return (
        Claim(6, "charged", day(7, 5), interest[0], (INTEREST,)),
        Claim(10, "charged", day(8, 5), interest[1], (INTEREST,)),
        Claim(9, "charged", day(8, 5), damages, (DAMAGES,)),
        Claim(11, "minimum", day(8, 5), minimum, ALL),
    )


@pytest.mark.parametrize(
    ("said", "named"),
    [
        (claims((25_50, 17_50)), set()),
        (claims((23_20, 17_50)), {("card-interest", "unpaid")}),
        (claims((4_50, 15_00)), {("card-interest", "from-due")}),
        (claims((25_50, 17_20)), {("card-interest", "interest-free")}),
        (claims((30_60, 20_99)), {("rate", "0.06%/day")}),
        (claims((25_50, 17_50), damages=0), {("grace", "3")}),
        (claims((25_50, 17_50), damages=20_00), set()),
    ],
    ids=["right", "unpaid", "from the due day", "simple", "rate", "three days of grace", "no reading"],
)
def test_how_the_lender_read_it_is_named(said, named):
    """From the due day: 900.00 × 10 = 4.50; then 34,990.10 − 200.00 × 25 for 200.00 from 25 July: 15.00 (14.995)."""
    basis = Basis(TERMS, Opening(day(6, 5), 1_000_00, 1, day(6, 5)), card=CARD)
    found = compare(basis, Statement(said, card=CARD)).differences
    assert {(reading.key, reading.value) for one in found for reading in one.readings} == named
    assert bool(found) == (said != claims((25_50, 17_50)))


class Night:
    """A card kept night by night: what is left of each purchase at the end of each day, a bill on each 5th."""

    def __init__(self, charging: str) -> None:
        """Begin on 6 January with nothing."""
        self.today, self.charging = day(1, 6), charging
        self.items: list[dict] = []
        self.bills: list[Bill] = []
        self.posted: list[Posted] = []
        self.expected: list[int] = []
        self.paid = self.paid_in_time = 0

    @property
    def owed(self) -> int:
        """Return all that is owed."""
        return sum(item["fen"] for item in self.items)

    def add(self, kind: PostedKind, fen: int) -> None:
        """Post a purchase, or a bill's interest, which bears interest from the bill on."""
        self.items.append({"kind": kind, "on": self.today, "fen": fen, "old": kind == "interest", "ends": {}})
        self.posted.append(Posted(0, self.today, kind, fen))

    def pay(self, fen: int) -> None:
        """Pay billed interest first, then the oldest purchase."""
        fen = min(fen, self.owed)
        self.paid += fen
        if fen:
            self.posted.append(Posted(0, self.today, "paid", fen))
        for item in sorted(self.items, key=lambda one: one["kind"] == "bought"):
            share = min(fen, item["fen"])
            item["fen"], fen = item["fen"] - share, fen - share

    def sleep(self) -> None:
        """End the day: what is left of each item is what its night bears."""
        for item in self.items:
            item["ends"][self.today] = item["fen"]
        if self.today.day == 25:
            self.paid_in_time = self.paid
        if self.today.day == 5:
            self.bill()
        self.today += NIGHT

    def bill(self) -> None:
        """State a bill, with interest where the one before was not paid in full by the 25th."""
        if self.bills:
            before = self.bills[-1]
            nights = 0 if self.paid_in_time >= before.total_fen else sum(map(self.nights, self.items))
            cents = (Decimal(nights) * Decimal("0.0005")).quantize(Decimal(1), rounding=ROUND_HALF_UP)
            self.expected.append(int(cents))
            if cents:
                self.add("interest", int(cents))
                self.items[-1]["ends"][self.today] = int(cents)
            for item in self.items:
                item["old"] = item["old"] or item["on"] <= before.on
        self.bills.append(Bill(0, self.today, self.owed))
        self.paid = 0

    def nights(self, item: dict) -> int:
        """Return the fen × nights of what stands in the bill before; what was bought after it bears none yet."""
        since = self.bills[-1].on
        due = since.replace(day=25)
        if not item["old"] and item["on"] > since:
            return 0
        night = since if item["old"] else due if self.charging == "from-due" else item["on"]
        fens = 0
        while night < self.today:
            early = self.charging == "unpaid" and not item["old"] and night < due
            fens += item["ends"][due if early else max(since, night)]
            night += NIGHT
        return fens


HAPPENS = st.lists(
    st.tuples(st.integers(0, 119), st.sampled_from(["bought", "bought", "paid"]), st.integers(1, 500_000)),
    max_size=12,
)


@pytest.mark.property
@given(HAPPENS, st.sampled_from(["whole", "unpaid", "from-due"]))
def test_any_card_beside_one_kept_night_by_night(happens, charging):
    """Four bills, the first in February; nothing is paid before it, so that its purchases are known."""
    book = Night(charging)
    for offset in range(120):
        mine = [(kind, fen) for at, kind, fen in happens if at == offset]
        for _, fen in [one for one in mine if one[0] == "bought"]:
            book.add("bought", fen)
        for _, fen in [one for one in mine if one[0] == "paid" and book.bills]:
            book.pay(fen)
        book.sleep()
    contract = Contract(TERMS, CardRule(charging), EVERY_DAY_WORKS)
    card = Card(tuple(book.bills), tuple(book.posted))
    assert [one.interest_fen for one in figures_of_bills(card, contract)][1:] == book.expected
