"""Plans worked by hand: households in which no choice is open, so that every figure follows."""

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from worked.hand import Sheet, yuan

Row = dict[str, Any]


@dataclass
class Ledger:
    """The cash of a household month by month, and the payments made from it, in fen."""

    sheet: Sheet
    cash: int
    months: list[Row] = field(default_factory=list[Row])
    payments: list[Row] = field(default_factory=list[Row])

    def month(self, month: str, income: int = 0, essential: int = 0, other: int = 0, debt: int = 0) -> None:
        """Close a month: start + income − essential − other − debt = end, which is never below nothing."""
        end = self.cash + income - essential - other - debt
        assert end >= 0, month
        self.sheet.write(
            f"{month}: {yuan(self.cash)} + {yuan(income)} − {yuan(essential)} − {yuan(other)} − "
            f"{yuan(debt)} = {yuan(end)}"
        )
        self.months.append(
            {
                "month": month,
                "start_fen": self.cash,
                "income_fen": income,
                "essential_fen": essential,
                "other_fen": other,
                "debt_fen": debt,
                "end_fen": end,
            }
        )
        self.cash = end

    def pay(
        self, day: str, debt: str, principal: int, interest: int, penalty: int = 0, *, balance: int
    ) -> int:
        """Write a payment down and return it; `balance` is the principal left after it."""
        fen = principal + interest + penalty
        self.payments.append(
            {
                "date": day,
                "debt": debt,
                "fen": fen,
                "principal_fen": principal,
                "interest_fen": interest,
                "penalty_fen": penalty,
                "fee_fen": 0,
                "balance_fen": balance,
            }
        )
        return fen

    def total(self, part: str) -> int:
        """Return the sum of a part over all payments."""
        return sum(row[part] for row in self.payments)

    def answer(self, **fields: Any) -> Row:
        """Return the fields of SPEC §8 that follow, for a plan that closes every debt."""
        interest, penalty = self.total("interest_fen"), self.total("penalty_fen")
        return {
            "status": "works",
            "unpaid_essential_fen": 0,
            "overdue_months": 0,
            "harm": 0,
            "forgiven_fen": 0,
            "left_fen": 0,
            "fee_fen": 0,
            "paid_fen": self.total("fen"),
            "principal_fen": self.total("principal_fen"),
            "interest_fen": interest,
            "penalty_fen": penalty,
            "cost_fen": interest + penalty,
            "net_fen": interest + penalty,
            "debt_free": self.payments[-1]["date"],
            **fields,
            "payments": self.payments,
            "cash": self.months,
        }


def emergency_fund_and_sale(sheet: Sheet) -> Row:
    """Everything above the month's target of the emergency fund repays principal on the due day."""
    ledger = Ledger(sheet, 200_000)
    payment = sheet.level(1_000_000, "1%", 12)
    phone = int(Fraction(90_000) * Fraction(97, 100))
    sheet.write(f"the phone in month 1: 900.00 × 0.97 = {yuan(phone)}")
    ledger.month("2026-11")
    balance, months = 1_000_000, ("2026-12", "2027-01", "2027-02", "2027-03")
    for index, month in enumerate(months, start=1):
        income = 600_000 + (phone if index == 1 else 0)
        interest = sheet.times(f"interest of {month}", balance, "1%")
        principal = payment - interest
        target = 300_000 * min(6, index + 1) // 6
        free = ledger.cash + income - 350_000 - payment - target
        extra = min(free, balance - principal)
        sheet.write(
            f"{month}: due {yuan(payment)}, target {yuan(target)}, so {yuan(extra)} more on the due day"
        )
        balance -= principal + extra
        paid = ledger.pay(f"{month}-20", "loan", principal + extra, interest, balance=balance)
        ledger.month(month, income, 350_000, 0, paid)
    assert balance == 0
    sheet.write(
        "no plan costs less: all that the fund leaves is paid at once; one that keeps some yuan longer is as good"
    )
    return ledger.answer(
        months=4,
        sales=[{"month": "2026-12", "asset": "旧手机", "fen": phone}],
        not_determined=["paid_fen", "interest_fen", "cost_fen", "net_fen", "payments", "cash"],
        net_within_fen=5_000,  # SPEC §6: a search may stop ¥50 above what is proved
    )


def business_and_family(sheet: Sheet) -> Row:
    """The shop's month comes on its last day; February's loss is essential spending; the shop's due is kept for it."""
    ledger = Ledger(sheet, 150_000)
    usual = 2_000_000 * 40 // 100 - 300_000
    loss = 300_000 - 2_000_000 * 3 // 10 * 40 // 100
    sheet.write(
        f"the shop: 20,000.00 × 40% − 3,000.00 = {yuan(usual)}; February 6,000.00 × 40% − 3,000.00 = "
        f"−{yuan(loss)}"
    )
    ledger.month("2026-11", usual)
    balance = 1_080_000
    for month in ["2026-12", *(f"2027-{number:02d}" for number in range(1, 12))]:
        interest = sheet.times(f"interest of {month}", balance, "1%")
        balance -= 90_000
        paid = ledger.pay(f"{month}-10", "shop", 90_000, interest, balance=balance)
        february = month == "2027-02"
        due = 400_000 if month == "2027-03" else 0
        ledger.month(
            month,
            400_000 + (0 if february else usual),
            550_000 + (loss if february else 0),
            30_000 + due,
            paid,
        )
    return ledger.answer(months=12)


def due_before_payday(sheet: Sheet) -> Row:
    """December's due waits for the payday: fifteen days of penalty, and a span of interest that ends there."""
    ledger = Ledger(sheet, 150_000)
    ledger.month("2026-11")
    sheet.write("the 1,500.00 in hand on 10 December were needed on 1 December to live on: nothing is there")
    first = sheet.times("interest of December's period", 600_000, "1%")
    penalty = sheet.times("penalty 10 to 25 December, 1 %/30 × 1.5", 100_000, "0.05%", 15)
    paid = ledger.pay("2026-12-25", "loan", 100_000, first, penalty, balance=500_000)
    ledger.month("2026-12", 500_000, 150_000, 0, paid)
    balance = 500_000
    for month in ("2027-01", "2027-02", "2027-03", "2027-04", "2027-05"):
        interest = sheet.times(
            f"interest of {month}'s period", balance, "1%", 1 if month != "2027-01" else Fraction(15, 31)
        )
        if month == "2027-01":
            interest += sheet.times("  and from 25 December on", balance, "1%", Fraction(16, 31))
        balance -= 100_000
        paid = ledger.pay(f"{month}-10", "loan", 100_000, interest, balance=balance)
        ledger.month(month, 500_000, 150_000, 0, paid)
    return ledger.answer(months=6)


def holding_plan(sheet: Sheet) -> Row:
    """Essential spending, the clean debt's due, the rest to the overdue one; harm counted at each month's end."""
    ledger = Ledger(sheet, 0)
    ledger.month("2026-11")
    months = ["2026-12", *(f"2027-{number:02d}" for number in range(1, 11))]
    for index, month in enumerate(months, start=1):
        ledger.pay(f"{month}-15", "clean", 30_000, 0, balance=360_000 - 30_000 * index)
        ledger.month(month, 350_000, 300_000, 0, 50_000)
    sheet.write("large, overdue since 15 Oct: 46 days on 30 Nov, 77 on 31 Dec, 108 on 31 Jan, more later")
    harm = [2 * 10, 2 * 10, 10 // 2 + 5 * 10, *[10 // 2] * 9]
    sheet.write(
        f"harm to October 2027: {' + '.join(str(part) for part in harm)} = {sum(harm)}; no month of `clean`"
    )
    return {
        "status": "does-not-work",
        "unpaid_essential_fen": 0,
        "harm_to_2027_10": sum(harm),
        "overdue_months_to_2027_10": 12,
        "payments_of_clean": ledger.payments,
        "paid_each_month_to_large_fen": 20_000,
        "cash": ledger.months,
    }


def deferral_in_writing(sheet: Sheet) -> Row:
    """Three dues fall away; their interest is paid with the due of 12 March, and every later due moves three months."""
    ledger = Ledger(sheet, 50_000)
    payment = sheet.level(2_400_000, "0.5%", 24)
    deferred = sum(
        sheet.times(f"interest of the period to 12 {month}, deferred", 2_400_000, "0.5%")
        for month in ("Dec", "Jan", "Feb")
    )
    ledger.month("2026-11")
    for month in ("2026-12", "2027-01", "2027-02"):
        ledger.month(month, 200_000, 190_000)
    balance = 2_400_000
    for index in range(24):
        month = f"{2027 + (index + 2) // 12}-{(index + 2) % 12 + 1:02d}"
        interest = sheet.times(f"interest of the period to {month}-12", balance, "0.5%")
        principal = balance if index == 23 else payment - interest
        balance -= principal
        paid = ledger.pay(
            f"{month}-12", "loan", principal, interest + (deferred if index == 0 else 0), balance=balance
        )
        ledger.month(month, 600_000, 190_000, 0, paid)
    return ledger.answer(months=27)


PLANS: dict[str, Callable[[Sheet], Row]] = {
    "10-emergency-fund-and-sale": emergency_fund_and_sale,
    "11-business-and-family": business_and_family,
    "12-due-before-payday": due_before_payday,
    "13-holding-plan": holding_plan,
    "14-deferral-in-writing": deferral_in_writing,
}
