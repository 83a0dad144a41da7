"""Published examples computed again, with plain fractions and no code of the product.

`python -m worked.external` (from tests/) writes external.json: what was published, under which rounding it can be
confirmed, and what whole fen rounded half up each month give instead (`whole_fen`).
"""

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "external.json"
Round = Callable[[Fraction], Fraction]
MONTHS_MAX = 1_500


def exact(amount: Fraction) -> Fraction:
    """Return the amount as it is."""
    return amount


def whole_fen(amount: Fraction) -> Fraction:
    """Return an amount in yuan rounded half up to the fen."""
    return Fraction((amount * 200 + 1) // 2, 100)


def printed(amount: Fraction) -> str:
    """Return an amount as published: two decimals, half up."""
    fen = int(whole_fen(amount) * 100)
    return f"{fen // 100}.{fen % 100:02d}"


class Debt:
    """A card or loan of convention A: a yearly rate in percent, a fixed minimum."""

    def __init__(self, balance: str, percent: str, minimum: str = "0") -> None:
        self.balance, self.minimum = Fraction(balance), Fraction(minimum)
        self.monthly = Fraction(percent) / 1200
        self.interest = Fraction(0)
        self.closed = 0


def pay_down(debts: list[Debt], budget: Fraction, order: list[int], how: Round) -> tuple[int, Fraction]:
    """Return months and interest of convention A: interest, every minimum, the rest to the first still open.

    The budget stays the same when a debt closes; what is over in that month goes to the next at once.
    """
    for month in range(1, MONTHS_MAX):
        accrue(debts, how)
        left = budget
        for debt in debts:
            left -= settle(debt, min(debt.minimum, left))
        for index in order:
            left -= settle(debts[index], left)
        mark(debts, month)
        if not any(debt.balance for debt in debts):
            return month, sum((debt.interest for debt in debts), Fraction(0))
    raise ValueError("does not end")


def minimums_only(debts: list[Debt], how: Round) -> tuple[int, Fraction]:
    """Return months and interest when each debt gets its minimum and nothing rolls over."""
    for month in range(1, MONTHS_MAX):
        accrue(debts, how)
        for debt in debts:
            settle(debt, debt.minimum)
        if not any(debt.balance for debt in debts):
            return month, sum((debt.interest for debt in debts), Fraction(0))
    raise ValueError("does not end")


def accrue(debts: list[Debt], how: Round) -> None:
    """Add a month's interest to each debt."""
    for debt in debts:
        interest = how(debt.balance * debt.monthly)
        debt.balance += interest
        debt.interest += interest


def settle(debt: Debt, amount: Fraction) -> Fraction:
    """Pay one debt and return what it took."""
    used = min(amount, debt.balance)
    debt.balance -= used
    return used


def mark(debts: list[Debt], month: int) -> None:
    """Note the month in which a debt closed."""
    for debt in debts:
        if not debt.balance and not debt.closed:
            debt.closed = month


def by_rate(debts: list[Debt]) -> list[int]:
    """Return avalanche: the highest rate first."""
    return sorted(range(len(debts)), key=lambda index: -debts[index].monthly)


def by_balance(debts: list[Debt]) -> list[int]:
    """Return snowball: the smallest balance first."""
    return sorted(range(len(debts)), key=lambda index: debts[index].balance)


def made(rows: list[list[str]]) -> list[Debt]:
    """Return debts from [balance, percent, minimum] rows."""
    return [Debt(*row) for row in rows]


def both_orders(rows: list[list[str]], budget: str, how: Round) -> dict[str, Any]:
    """Return months and interest of avalanche and snowball."""
    answer: dict[str, Any] = {}
    for name, rule in (("avalanche", by_rate), ("snowball", by_balance)):
        debts = made(rows)
        months, interest = pay_down(debts, Fraction(budget), rule(debts), how)
        answer[name] = {"months": months, "interest": printed(interest)}
    return answer


def e1(given: dict[str, Any], how: Round) -> dict[str, Any]:
    """Four cards, avalanche: totals and closing months."""
    debts = made(given["debts"])
    months, interest = pay_down(debts, Fraction(given["budget"]), by_rate(debts), how)
    paid = interest + sum(Fraction(row[0]) for row in given["debts"])
    return {
        "months": months,
        "interest": printed(interest),
        "paid": printed(paid),
        "closed": [debt.closed for debt in debts],
        "interest_each": [printed(debt.interest) for debt in debts],
    }


def e2(given: dict[str, Any], how: Round) -> dict[str, Any]:
    """Two cards and a car: avalanche, snowball, minimums only."""
    answer = both_orders(given["debts"], given["budget"], how)
    months, interest = minimums_only(made(given["debts"]), how)
    return answer | {"minimums_only": {"months": months, "interest": printed(interest)}}


def one_debt(given: dict[str, Any], how: Round) -> dict[str, Any]:
    """One debt, a fixed payment."""
    months, interest = pay_down(
        [Debt(given["balance"], given["percent"])], Fraction(given["payment"]), [0], how
    )
    return {"months": months, "interest": printed(interest)}


def e7(given: dict[str, Any], how: Round) -> dict[str, Any]:
    """A card's minimum of max(2 % of the balance before interest, 35), and a fixed payment beside it."""
    balance, monthly, month = Fraction(given["balance"]), Fraction(given["percent"]) / 1200, 0
    answer: dict[str, Any] = {}
    while balance:
        month += 1
        minimum = how(max(balance * Fraction(given["minimum_percent"]) / 100, Fraction(given["floor"])))
        interest = how(balance * monthly)
        balance = max(Fraction(0), balance + interest - minimum)
        if month == 1:
            answer |= {"first_minimum": printed(minimum), "first_interest": printed(interest)}
        if month == 12:
            answer["balance_after_12"] = printed(balance)
    fixed = one_debt({**given, "payment": given["fixed"]}, how)
    return answer | {"months": month, "fixed_months": fixed["months"], "fixed_interest": fixed["interest"]}


def instalments(given: dict[str, Any], how: Round, *, level: bool) -> dict[str, Any]:
    """The first `after` months of a loan by level payments or by equal principal."""
    principal, months = Fraction(given["principal"]), given["months"]
    monthly = Fraction(given["percent"]) / 1200
    payment = how(principal * monthly / (1 - (1 + monthly) ** -months))
    share, balance, total = how(principal / months), principal, Fraction(0)
    for _ in range(given["after"]):
        interest = how(balance * monthly)
        total += interest
        balance -= payment - interest if level else share
    answer = {
        "interest": printed(total),
        "principal": printed(principal - balance),
        "balance": printed(balance),
    }
    return answer | ({"payment": printed(payment)} if level else {})


def e14(given: dict[str, Any], how: Round) -> dict[str, Any]:
    """A month's interest on actual days over 365, beside a twelfth of the year."""
    balance, yearly = Fraction(given["balance"]), Fraction(given["percent"]) / 100
    months = {
        name: printed(how(balance * yearly * Fraction(days, 365))) for name, days in given["days"].items()
    }
    return months | {"twelfth": printed(how(balance * yearly / 12))}


def e15(given: dict[str, Any], how: Round) -> dict[str, Any]:
    """Shares in proportion to debts; in whole fen the fen left over go one each in file order."""
    total = sum(given["debts"])
    shares = [Fraction(given["available"]) * debt / total for debt in given["debts"]]
    if how is exact:
        return {"shares": [printed(share) for share in shares]}
    fen = [int(share * 100) for share in shares]
    over = Fraction(given["available"]) * 100 - sum(fen)
    fen = [share + (1 if index < over else 0) for index, share in enumerate(fen)]
    return {"shares": [printed(Fraction(share, 100)) for share in fen]}


def orders(given: dict[str, Any], how: Round) -> dict[str, Any]:
    """Avalanche and snowball of one budget."""
    return both_orders(given["debts"], given["budget"], how)


def payments(given: dict[str, Any], how: Round) -> dict[str, Any]:
    """One debt under several payments."""
    return {amount: one_debt({**given, "payment": amount}, how) for amount in given["payments"]}


RECOMPUTE: dict[str, Callable[[dict[str, Any], Round], dict[str, Any]]] = {
    "E1": e1, "E2": e2, "E4": one_debt, "E7": e7, "E14": e14, "E15": e15,
    "E11": lambda given, how: instalments(given, how, level=True),
    "E11-rate2": lambda given, how: instalments(given, how, level=True),
    "E11b": lambda given, how: instalments(given, how, level=False),
    "E11b-rate2": lambda given, how: instalments(given, how, level=False),
    "T1": orders, "T2": orders, "T3": orders, "T4": orders, "T5": payments, "T6": payments, "T8": payments,
}  # fmt: skip


def recomputed(case: dict[str, Any]) -> dict[str, Any]:
    """Return a case with its confirmed and its whole-fen values."""
    rule = RECOMPUTE.get(case["id"])
    if rule is None:
        return case
    given = case["inputs"]
    return case | {"confirmed": rule(given, exact), "whole_fen": rule(given, whole_fen)}


def main() -> None:
    """Write the recomputed values beside the published ones."""
    cases = [recomputed(case) for case in json.loads(FILE.read_text("utf-8"))]
    FILE.write_text(json.dumps(cases, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
