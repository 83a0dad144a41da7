"""Loans worked by hand: each function fills a sheet; work.py holds it against the second computation."""

from collections.abc import Callable
from fractions import Fraction

from worked.hand import Sheet, yuan

Work = Callable[[Sheet], None]


def monthly_level_payment(sheet: Sheet) -> None:
    """Twelve level instalments at 7.2 % a year, all paid but January's, which is paid six days late."""
    payment, balance = sheet.level(1_200_000, "0.6%", 12), 1_200_000
    days = ["2026-12-20", *(f"2027-{month:02d}-20" for month in range(1, 12))]
    balances: list[int] = []
    for day in days:
        interest = sheet.times(f"interest to {day}", balance, "0.6%")
        principal = balance if day == days[-1] else payment - interest
        balance -= principal
        balances.append(balance)
        sheet.due(day, principal, interest)
    sheet.owed("2026-11-23", principal_not_overdue=1_200_000, interest_not_overdue=720, payoff=1_200_720)
    sheet.write(
        "above: 3 of the 30 days of the period, 12,000.00 × 0.6% × 3/30 = 7.20, if it is paid off that day"
    )
    sheet.pay("2026-12-20", payment)
    principal = balances[0] - balances[1]
    penalty = sheet.times(
        "penalty on January's principal, 20 to 26 Jan, 7.2 %/360 × 1.5", principal, "0.03%", 6
    )
    sheet.write("its interest bears nothing, because the contract has no compound interest")
    running = sheet.times("interest not yet due, 6 of 31 days", balances[1], "0.6%", Fraction(6, 31))
    sheet.owed(
        "2027-01-25", principal_overdue=principal, days_past_due=5, interest_overdue=payment - principal
    )
    sheet.pay("2027-01-26", payment + penalty, "late, with the penalty")
    sheet.owed(
        "2027-01-26",
        principal_not_overdue=balances[1],
        principal_overdue=0,
        interest_overdue=0,
        penalty=0,
        days_past_due=0,
        interest_not_overdue=running,
    )


def daily_equal_principal(sheet: Sheet) -> None:
    """The specification's example: 86,000 in ten parts, three dues missed, 0.045 % a day, penalty × 1.5."""
    left = 8_600_000
    interests = [
        sheet.times("interest 15 Aug to 15 Sep", left, "0.045%", 31),
        sheet.times("interest 15 Sep to 15 Oct", left - 860_000, "0.045%", 30),
        sheet.times("interest 15 Oct to 15 Nov", left - 1_720_000, "0.045%", 31),
    ]
    whole = alone = 0
    for interest, days in zip(interests, (69, 39, 8), strict=True):
        whole += sheet.times(
            f"penalty and compound interest, {days} days to 23 Nov", 860_000 + interest, "0.0675%", days
        )
        alone += sheet.times("  of which on principal alone", 860_000, "0.0675%", days)
    running = sheet.times("interest not yet due, 15 to 23 Nov", 6_020_000, "0.045%", 8)
    sheet.owed(
        "2026-11-23",
        principal_not_overdue=6_020_000,
        principal_overdue=2_580_000,
        interest_overdue=sum(interests),
        interest_not_overdue=running,
        penalty=alone,
        compound=whole - alone,
        days_past_due=69,
    )
    balance, day = 6_020_000, "2026-12-15"
    rest = sheet.times(
        "interest 23 Nov to 15 Dec (the span to `as_of` was rounded apart)", balance, "0.045%", 22
    )
    sheet.due(day, 860_000, running + rest)
    for month, days in ((1, 31), (2, 31), (3, 28), (4, 31), (5, 30), (6, 31)):
        balance -= 860_000
        day = f"2027-{month:02d}-15"
        sheet.due(day, 860_000, sheet.times(f"interest of the {days} days to {day}", balance, "0.045%", days))


def partial_payment_and_compound(sheet: Sheet) -> None:
    """Two dues missed; 1,300 on 1 December, 5,000 on 31 December; early repayment is not allowed."""
    october = sheet.times("interest 20 Sep to 20 Oct", 1_200_000, "0.05%", 30)
    november = sheet.times("interest 20 Oct to 20 Nov", 1_100_000, "0.05%", 31)
    one, one_alone = _penalty(sheet, "October's due, 34 days to 23 Nov", 100_000, october, 34)
    two, two_alone = _penalty(sheet, "November's due, 3 days to 23 Nov", 100_000, november, 3)
    more, more_alone = _penalty(sheet, "October's due, 8 days to 1 Dec", 100_000, october, 8)
    more_2, more_2_alone = _penalty(sheet, "November's due, 8 days to 1 Dec", 100_000, november, 8)
    first, second = one + more, two + more_2
    sheet.pay("2026-12-01", 130_000, "oldest due first: penalty, compound interest, interest, principal")
    rest = 130_000 - first - october - 100_000
    sheet.write(
        f"October's due takes {yuan(first)} + {yuan(october)} + 1,000.00 and is paid; {yuan(rest)} are left"
    )
    rest -= second
    interest_left = november - rest
    sheet.write(
        f"November's takes its penalty {yuan(second)}, then {yuan(rest)} of its interest; {yuan(interest_left)} stay"
    )
    sheet.owed(
        "2026-12-01",
        principal_overdue=100_000,
        interest_overdue=interest_left,
        penalty=0,
        compound=0,
        principal_not_overdue=1_000_000,
        days_past_due=11,
    )
    assert one_alone < one
    assert more_alone < more
    assert two_alone <= two
    assert more_2_alone <= more_2
    december = [
        sheet.times("interest 20 to 23 Nov", 1_000_000, "0.05%", 3),
        sheet.times("interest 23 Nov to 1 Dec (a payment ends a span)", 1_000_000, "0.05%", 8),
        sheet.times("interest 1 to 20 Dec", 1_000_000, "0.05%", 19),
    ]
    third, _ = _penalty(sheet, "November's due, 30 days to 31 Dec", 100_000, interest_left, 30)
    fourth, _ = _penalty(sheet, "December's due, 11 days to 31 Dec", 100_000, sum(december), 11)
    spent = 100_000 + interest_left + third + 100_000 + sum(december) + fourth
    sheet.pay("2026-12-31", 500_000, "all arrears; what is over is held, because nothing may be paid early")
    running = sheet.times("interest not yet due, 20 to 31 Dec", 900_000, "0.05%", 11)
    sheet.owed(
        "2026-12-31",
        principal_overdue=0,
        interest_overdue=0,
        interest_not_overdue=running,
        principal_not_overdue=900_000,
        held=500_000 - spent,
        days_past_due=0,
    )
    january = running + sheet.times("interest 31 Dec to 20 Jan", 900_000, "0.05%", 20)
    held = 500_000 - spent - january - 100_000
    sheet.write("20 January's due is paid from the money held, nobody has to do anything")
    sheet.owed("2027-01-20", principal_overdue=0, principal_not_overdue=800_000, held=held)


def _penalty(sheet: Sheet, what: str, principal: int, interest: int, days: int) -> tuple[int, int]:
    """Return penalty with compound interest, and the penalty alone, of 0.05 % × 1.5 a day."""
    whole = sheet.times(f"penalty and compound interest on {what}", principal + interest, "0.075%", days)
    alone = sheet.times("  of which on principal alone", principal, "0.075%", days)
    return whole, alone


def revolving_minimum(sheet: Sheet) -> None:
    """A card: the minimum paid in December, five days late in January, half of it in February."""
    running = sheet.times("interest 10 to 23 Nov", 800_000, "0.05%", 13)
    interest = running + sheet.times("interest 23 Nov to 10 Dec", 800_000, "0.05%", 17)
    statement = 800_000 + interest
    minimum = sheet.times(f"minimum of 10 December, interest {yuan(interest)}", statement, "10%")
    sheet.pay("2026-12-10", minimum)
    owed = statement - minimum
    interest = sheet.times("interest 10 Dec to 10 Jan", owed, "0.05%", 31)
    statement = owed + interest
    minimum = sheet.times("minimum of 10 January", statement, "10%")
    fee = sheet.times("late fee on the unpaid minimum, at the end of 10 January", minimum, "5%")
    sheet.owed("2027-01-10", principal=owed, interest=interest, damages=fee, arrears=minimum, days_past_due=0)
    running = sheet.times(
        "interest 10 to 15 Jan on principal and carried interest", owed + interest, "0.05%", 5
    )
    sheet.pay("2027-01-15", minimum, "first the late fee, then the carried interest, then principal")
    principal = owed + interest + fee - minimum
    sheet.owed("2027-01-15", principal=principal, interest=running, damages=0, arrears=0, days_past_due=0)
    more = sheet.times("interest 15 Jan to 10 Feb", principal, "0.05%", 26)
    statement = principal + running + more
    minimum = sheet.times("minimum of 10 February", statement, "10%")
    sheet.pay("2027-02-10", 40_000)
    unpaid = minimum - 40_000
    fee = sheet.times("late fee on the unpaid part", unpaid, "5%")
    sheet.owed(
        "2027-02-10", principal=statement - 40_000, interest=0, damages=fee, arrears=unpaid, days_past_due=0
    )
    sheet.owed(
        "2027-02-20",
        principal=statement - 40_000,
        damages=fee,
        arrears=unpaid,
        days_past_due=10,
        interest=sheet.times("interest 10 to 20 Feb", statement - 40_000, "0.05%", 10),
    )


def flat_fee(sheet: Sheet) -> None:
    """Nine parts of 1,000 and a fee of 72 each; the rest at once on 20 February, fees of the periods left waived."""
    fee = sheet.times("fee of each period, of the original sum", 1_200_000, "0.6%")
    for day in ["2026-12-08", *(f"2027-{month:02d}-08" for month in range(1, 9))]:
        sheet.due(day, 100_000, 0, fee)
    for day in ("2026-12-08", "2027-01-08", "2027-02-08"):
        sheet.pay(day, 100_000 + fee)
    sheet.owed("2027-02-10", principal_not_overdue=600_000, fees=0, payoff=600_000)
    sheet.pay("2027-02-20", 600_000)
    sheet.owed("2027-02-20", principal_not_overdue=0, fees=0, payoff=0)


def _grace(sheet: Sheet, penalty_days: int) -> None:
    first = sheet.times("interest of December's period", 2_400_000, "1%")
    sheet.owed("2026-12-17", principal_overdue=0, principal_not_overdue=2_400_000, days_past_due=0, penalty=0)
    sheet.pay("2026-12-18", 200_000 + first, "on the third day of grace")
    sheet.owed("2026-12-18", principal_overdue=0, principal_not_overdue=2_200_000, penalty=0, days_past_due=0)
    second = sheet.times(
        "interest of January's period, one part of it to each side of the payment of 18 December",
        2_200_000,
        "1%",
        Fraction(3, 31),
    )
    second += sheet.times("  and from 18 December on", 2_200_000, "1%", Fraction(28, 31))
    penalty = sheet.times(
        f"penalty of {penalty_days} day(s) to 19 Jan, 12 %/360 × 1.5", 200_000, "0.05%", penalty_days
    )
    sheet.owed("2027-01-17", principal_overdue=0, days_past_due=0, penalty=0)
    sheet.owed(
        "2027-01-18",
        principal_overdue=200_000,
        interest_overdue=second,
        days_past_due=3,
        penalty=sheet.times("penalty to 18 Jan", 200_000, "0.05%", penalty_days - 1),
    )
    sheet.pay("2027-01-19", 200_000 + second + penalty, "a day after the grace")
    sheet.owed(
        "2027-01-19", principal_overdue=0, interest_overdue=0, penalty=0, principal_not_overdue=2_000_000
    )


def grace_that_waives(sheet: Sheet) -> None:
    """Paid on day 3 nothing is added; paid on day 4 the penalty has run from the due day: four days."""
    _grace(sheet, 4)


def grace_that_postpones(sheet: Sheet) -> None:
    """Paid on day 4 the penalty has run from the last day of grace: one day."""
    _grace(sheet, 1)


def allocation_switch(sheet: Sheet) -> None:
    """1,000 on day 90 in the usual order, 1,000 on day 101 to principal first."""
    whole = sheet.times(
        "penalty and compound interest, 16 days to 9 Dec, 18 %/360 × 1.5", 530_000, "0.075%", 16
    )
    alone = sheet.times("  of which on principal alone", 500_000, "0.075%", 16)
    sheet.pay("2026-12-09", 100_000, "day 90: fee, damages, penalty, compound, interest, principal")
    penalty, compound = 27_750 + alone, 1_665 + whole - alone
    principal = 500_000 - (100_000 - 3_000 - 5_000 - penalty - compound - 30_000)
    sheet.owed(
        "2026-12-09",
        principal_overdue=principal,
        interest_overdue=0,
        penalty=0,
        compound=0,
        damages=0,
        fees=0,
        days_past_due=90,
    )
    penalty = sheet.times("penalty, 11 days to 20 Dec", principal, "0.075%", 11)
    sheet.pay("2026-12-20", 100_000, "day 101: principal first")
    sheet.owed(
        "2026-12-20",
        principal_overdue=principal - 100_000,
        interest_overdue=0,
        penalty=penalty,
        days_past_due=101,
    )


def acceleration(sheet: Sheet) -> None:
    """Two dues in arrears and a third missed; on 10 December the lender calls the rest."""
    interest = sheet.times("interest of the period to 1 December, 9 %/12", 810_000, "0.75%")
    principal = 103_800 - interest
    sheet.write(f"due 2026-12-01, not paid: principal {yuan(principal)}, interest {yuan(interest)}")
    rest = 810_000 - principal
    run = sheet.times("interest run up to 10 December, 9 of 31 days", rest, "0.75%", Fraction(9, 31))
    sheet.happen("2026-12-10", "accelerate")
    typed = sheet.times(
        "penalty on the typed arrears, 23 Nov to 10 Dec, 9 %/360 × 1.5", 190_000, "0.0375%", 17
    )
    third = sheet.times("penalty on December's due, 1 to 10 Dec", principal, "0.0375%", 9)
    sheet.owed(
        "2026-12-10",
        principal_not_overdue=0,
        principal_overdue=1_000_000,
        interest_not_overdue=0,
        interest_overdue=17_600 + interest + run,
        penalty=3_300 + typed + third,
        days_past_due=70,
    )
    typed = 3_300 + sheet.times("penalty on the typed arrears, 23 Nov to 5 Jan", 190_000, "0.0375%", 43)
    third = sheet.times("penalty on December's due, 1 Dec to 5 Jan", principal, "0.0375%", 35)
    called = sheet.times("penalty on what was called, 10 Dec to 5 Jan", rest, "0.0375%", 26)
    sheet.pay("2027-01-05", 300_000, "the oldest due first")
    left = 300_000 - typed - 17_600 - 190_000 - third - interest
    sheet.write(
        f"the typed arrears are paid, December's penalty and interest too; {yuan(left)} go to its principal"
    )
    sheet.owed(
        "2027-01-05",
        principal_overdue=1_000_000 - 190_000 - left,
        interest_overdue=run,
        penalty=called,
        days_past_due=35,
    )


def odd_first_period(sheet: Sheet) -> None:
    """From 12 to 30 November 18 days of 365; then each month a twelfth, and 28 February costs a whole one."""
    payment = sheet.level(600_000, "1.2%", 6)
    interest = sheet.times("interest 12 to 30 Nov, 18 days", 600_000, "14.4%", Fraction(18, 365))
    balance, days = (
        600_000,
        ["2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"],
    )
    for day in days:
        principal = balance if day == days[-1] else payment - interest
        sheet.due(day, principal, interest)
        balance -= principal
        interest = sheet.times(f"interest of the period from {day}", balance, "1.2%") if balance else 0


def bullet_with_a_rate_change(sheet: Sheet) -> None:
    """Simple interest from 5 May; the rate falls on 1 January; 10,000 ahead on 1 March, used on the 5th."""
    spans = [
        sheet.times("interest 5 May to 23 Nov", 3_000_000, "0.02%", 202),
        sheet.times("interest 23 Nov to 1 Jan", 3_000_000, "0.02%", 39),
    ]
    without = sheet.times("interest 23 Nov to 5 May, had nothing changed", 3_000_000, "0.02%", 163)
    sheet.due("2027-05-05", 3_000_000, spans[0] + without)
    sheet.happen("2027-01-01", "rate", rate="0.015%/day")
    spans.append(sheet.times("interest 1 Jan to 1 Mar", 3_000_000, "0.015%", 59))
    sheet.pay("2027-03-01", 1_000_000, "ahead: held until the due day of that month")
    sheet.owed("2027-03-01", principal_not_overdue=3_000_000, interest_not_overdue=sum(spans), held=1_000_000)
    spans.append(sheet.times("interest 1 Mar to 5 Mar, the payment ended a span", 3_000_000, "0.015%", 4))
    sheet.write("2027-03-05: the money held repays 10,000.00 of principal")
    sheet.owed("2027-03-05", principal_not_overdue=2_000_000, interest_not_overdue=sum(spans), held=0)
    spans.append(sheet.times("interest 5 Mar to 5 May", 2_000_000, "0.015%", 61))
    sheet.owed("2027-05-04", principal_not_overdue=2_000_000, days_past_due=0)
    sheet.owed("2027-05-05", principal_overdue=2_000_000, interest_overdue=sum(spans), days_past_due=0)
    penalty = sheet.times("penalty 5 to 15 May, 0.015 % × 1.3", 2_000_000, "0.0195%", 10)
    sheet.owed(
        "2027-05-15",
        principal_overdue=2_000_000,
        interest_overdue=sum(spans),
        penalty=penalty,
        days_past_due=10,
    )


def prepayment_that_lowers(sheet: Sheet) -> None:
    """December's due and 20,000 ahead with 200 on top; a new level payment over the 23 periods left."""
    payment = sheet.level(5_000_000, "0.5%", 24)
    interest = sheet.times("interest of December's period", 5_000_000, "0.5%")
    rest = 5_000_000 - (payment - interest)
    fee = sheet.times("fee for repaying early", 2_000_000, "1%")
    sheet.pay("2026-12-23", payment + 2_000_000 + fee, "the due, then 20,000 ahead and its fee")
    rest -= 2_000_000
    sheet.owed("2026-12-23", principal_not_overdue=rest, fees=0, held=0)
    lower = sheet.level(rest, "0.5%", 23)
    interest = sheet.times("interest of January's period", rest, "0.5%")
    sheet.pay("2027-01-23", lower)
    sheet.owed("2027-01-23", principal_not_overdue=rest - (lower - interest), principal_overdue=0, held=0)


LOANS: dict[str, tuple[str, Work]] = {
    "01-monthly-level-payment": ("bank", monthly_level_payment),
    "02-daily-equal-principal": ("shop", daily_equal_principal),
    "03-overdue-partial-payment-compound": ("car", partial_payment_and_compound),
    "04-revolving-minimum": ("card", revolving_minimum),
    "05-flat-fee": ("phone", flat_fee),
    "06-grace-waives": ("loan", grace_that_waives),
    "07-grace-postpones": ("loan", grace_that_postpones),
    "08-allocation-switch": ("old", allocation_switch),
    "09-acceleration": ("called", acceleration),
    "15-odd-first-period-month-end": ("month-end", odd_first_period),
    "16-bullet-with-a-rate-change": ("seed", bullet_with_a_rate_change),
    "17-prepayment-that-lowers": ("home", prepayment_that_lowers),
}
