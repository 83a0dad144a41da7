"""Lives with planted causes: what a person earned, spent, borrowed and paid, day by day, and why their debt grew.

Nothing here uses `ashore.diagnosis` but the values and words it is asked with.  The truth is kept while the life is
lived, from what was planned and what came, never from the ledger; the ledger then loses categories, names, rows, files.
"""

from calendar import monthrange
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from random import Random
from typing import Any

from ashore.diagnosis.category_rules import Need
from ashore.household.transactions import Transaction

NEEDS: dict[str, Need] = {
    "housing": "essential", "food": "essential", "utilities": "essential", "transport": "essential",
    "medical": "essential", "car": "either", "family": "either", "games": "discretionary",
    "eating-out": "discretionary", "clothing": "discretionary", "electronics": "discretionary", "stock": "essential",
}  # fmt: skip
CAUSES = ("income-fell", "illness", "once", "gap", "habits", "left-over", "shop", "cost", "rolling", "cash")


@dataclass
class Loan:
    """A debt as it is lived: what is owed, of that what came to repay other loans, its rate and its due."""

    name: str
    per_year: float
    due_day: int
    part: float
    owed: int = 0
    rolled: float = 0.0
    interest: float = 0.0
    of_rolled: float = 0.0

    @property
    def due_fen(self):
        """Return what falls due each month: a share of what is owed."""
        return int(self.owed * self.part)


@dataclass
class Life:
    """A life while it is lived, and its ledger."""

    random: Random
    first: date
    count: int
    cash: int
    loans: dict
    rows: list = field(default_factory=list)
    truth: dict = field(default_factory=lambda: defaultdict(Counter))
    owed_at: dict = field(default_factory=dict)
    cash_at: dict = field(default_factory=dict)
    start_owed: dict = field(default_factory=dict)

    def months(self):
        """Return the first days of its months."""
        return [add(self.first, step) for step in range(self.count)]

    def note(self, day, key, fen):
        """Keep what a cause added in a month."""
        self.truth[day.replace(day=1)][key] += fen

    def write(self, day, fen, kind, nature, source="wallet", **more):
        """Write a payment into the ledger, each a second after the one before."""
        at = time(len(self.rows) // 3600 % 24, len(self.rows) // 60 % 60, len(self.rows) % 60)
        self.rows.append(
            Transaction(day, fen, kind, nature, at=at, source=source, file=f"{source}.csv", **more)
        )

    def true_causes(self, since, until):
        """Return what each cause added from one month to another, both included."""
        months = [one for one in self.months() if since <= one <= until]
        total = {key: sum(self.truth[one][key] for one in months) for key in KEYS}
        usual, essential = total["income"] + total["income-fell"], total["essential"]
        gap = max(0, essential - usual)
        rest = total["other"] - max(0, usual - essential)
        before = add(months[0], -1)
        found = {key: total[key] for key in ("income-fell", "illness", "once", "cost", "rolling")}
        found |= {"gap": gap, "habits": max(0, rest), "left-over": min(0, rest), "shop": total["shop"]}
        found["cash"] = self.cash_at[months[-1]] - self.cash_at[before]
        change = self.owed_at[months[-1]] - self.owed_at[before]
        assert sum(found.values()) == change
        return found, change


KEYS = ("income", "income-fell", "essential", "other", "illness", "once", "shop", "cost", "rolling")


def add(month, count):
    """Return the first of the month so many months later."""
    index = month.year * 12 + month.month - 1 + count
    return date(index // 12, index % 12 + 1, 1)


def on(month, day):
    """Return a day of a month, its last where it is shorter."""
    return month.replace(day=min(day, monthrange(month.year, month.month)[1]))


def live(seed):
    """Return a life: its plan drawn from the seed, then lived day by day."""
    random = Random(f"life {seed}")
    plan = planned(random)
    life = Life(
        random, add(date(2022, 1, 1), random.randrange(24)), plan["months"], plan["cash"], plan["loans"]
    )
    life.owed_at[add(life.first, -1)] = sum(one.owed for one in life.loans.values())
    life.cash_at[add(life.first, -1)] = life.cash
    life.start_owed = {name: one.owed for name, one in life.loans.items()}
    for step, month in enumerate(life.months()):
        live_month(life, plan, step, month)
    lost = sum(one["trade"] for one in life.truth.values())
    for one in life.truth.values():
        one["shop" if lost > 0 else "income"] += one["trade"] if lost > 0 else -one["trade"]
    return life, plan


def planned(random: Random) -> dict[str, Any]:
    """Return what a life will be: earnings, needs, habits, shocks, loans."""
    wage = random.randrange(4_000, 12_001, 100) * 100
    kind = random.choice(("gap", "habits", "shock", "mixed", "debt"))
    essential = {"gap": 1.08, "habits": 0.6, "shock": 0.75, "mixed": 0.9, "debt": 0.7}[kind] + random.uniform(
        -0.08, 0.12
    )
    other = {"gap": 0.12, "habits": 0.5, "shock": 0.12, "mixed": 0.3, "debt": 0.25}[kind] + random.uniform(
        -0.05, 0.1
    )
    months = random.randrange(12, 37)
    fall = kind == "shock" or random.random() < 0.3
    start = random.randrange(5, months - 2)
    return {
        "wage": wage, "kind": kind, "months": months, "essential": int(wage * essential), "other": int(wage * other),
        "raise": (random.randrange(2, months), random.choice((1.0, 1.0, 1.0, random.uniform(1.03, 1.2)))),
        "noise": random.choice((0.0, 0.02, 0.02, 0.06)), "payday": random.randrange(5, 26),
        "fall": (start, start + random.randrange(2, 9), random.uniform(0.3, 1.0)) if fall else (99, 99, 0.0),
        "illness": sudden(random, months, 0.35, 4_000, 40_000),
        "once": sudden(random, months, 0.2, 9_000, 25_000),
        "shop": random.choice((0, 0, 0, 0, 0, 1)) * random.randrange(-2_000, 3_000) * 100,
        "cash": random.randrange(1_000, 15_000) * 100, "gifts": random.choice((0, 0, 1, 2)),
        "said": random.choice((1.0, 1.0, random.uniform(0.94, 1.06))),
        "hidden": random.choice((0.0, 0.0, 0.02, 0.05, 0.1)),
        "loans": {
            "Harbour Bank": Loan("Harbour Bank", random.uniform(0.06, 0.15), random.randrange(1, 29), 0.03,
                                 random.choice((0, random.randrange(10_000, 80_000) * 100))),
            "Plum Card": Loan("Plum Card", random.uniform(0.14, 0.1825), random.randrange(1, 29), 0.1,
                              random.randrange(0, 20_000) * 100),
            "Quick Cash": Loan("Quick Cash", random.uniform(0.15, 0.24), random.randrange(1, 29), 0.06,
                               random.randrange(0, 20_000) * 100),
            "Bridge Loans": Loan("Bridge Loans", random.uniform(0.15, 0.36), random.randrange(1, 29), 0.08),
        },
    }  # fmt: skip


def live_month(life, plan, step, month):
    """Live one month: events on their days, interest at its end."""
    days = monthrange(month.year, month.month)[1]
    events = sorted(events_of(life, plan, step), key=lambda one: one[0])
    for number in range(1, days + 1):
        for day, act, facts in events:
            if min(day, days) == number:
                act(life, month.replace(day=number), *facts)
        for loan in life.loans.values():
            loan.interest += loan.owed * loan.per_year / 365
            loan.of_rolled += loan.rolled * loan.per_year / 365
    for loan in life.loans.values():
        post(life, month, loan)
    life.owed_at[month] = sum(one.owed for one in life.loans.values())
    life.cash_at[month] = life.cash


def sudden(random, months, chance, least, most):
    """Return a month with a sum that comes once, in fen, or nothing."""
    return (
        {random.randrange(3, months): random.randrange(least, most) * 100} if random.random() < chance else {}
    )


def events_of(life, plan, step):
    """Return what happens in a month: its day, what is done and with what."""
    random, (raised_at, factor) = life.random, plan["raise"]
    start, end, depth = plan["fall"]
    # A rise just before income falls, or while it is low, is no earlier level of anybody's.
    rises = step >= raised_at and not start - 3 <= raised_at < end
    wage = int(plan["wage"] * (factor if rises else 1))
    pays = int(wage * (1 + random.uniform(-1, 1) * plan["noise"]))
    lost = min(pays, int(wage * depth)) if start <= step < end else 0
    events = [
        (plan["payday"], earn, (pays - lost, lost)),
        (1, spend, ("housing", plan["essential"] * 2 // 5, "bank")),
    ]
    for category, share, times in (
        ("food", 35, 12),
        ("utilities", 8, 2),
        ("transport", 15, 6),
        ("medical", 2, 1),
    ):
        events += spread(random, category, plan["essential"] * share // 100, times)
    for category, share, times in (("games", 20, 3), ("eating-out", 50, 6), ("clothing", 30, 2)):
        events += spread(random, category, plan["other"] * share // 100, times)
    events += [
        (random.randrange(1, 29), give, (random.randrange(50, 500) * 100,)) for _ in range(plan["gifts"])
    ]
    for day, part in ((3, 2), (9, 1)) if step in plan["illness"] else ():
        events.append((day, fall_ill, (plan["illness"][step] * part // 3,)))
    events += [(11, once, (plan["once"][step],))] if step in plan["once"] else []
    weeks = range(4) if plan["shop"] else ()
    events += [(random.randrange(1, 29), trade, (plan["shop"], random.randrange(20, 60))) for _ in weeks]
    events += [(loan.due_day, repay, (loan,)) for loan in life.loans.values()]
    return events + [(random.randrange(1, 29), shift, ()) for _ in range(2)]


def post(life, month, loan):
    """Add a month's interest to what is owed, that of rolled loans apart."""
    total, rolled = round(loan.interest), round(loan.of_rolled)
    loan.owed += total
    loan.rolled += rolled
    loan.interest = loan.of_rolled = 0.0
    life.note(month, "rolling", rolled)
    life.note(month, "cost", total - rolled)


def spread(random, category, fen, times):
    """Return a month's sum of a category as so many payments."""
    weights = [random.uniform(0.5, 1.5) for _ in range(times)]
    scale = random.uniform(0.92, 1.08) * fen / sum(weights)
    return [(random.randrange(1, 29), spend, (category, int(one * scale), "wallet")) for one in weights]


def earn(life, day, fen, lost):
    """Earn a wage, and note what is missing of it: only where a fall was planned."""
    life.cash += fen
    life.note(day, "income", fen)
    life.note(day, "income-fell", lost)
    if fen:
        life.write(day, fen, "income", "wage", "bank", counterparty="Employer")


def spend(life, day, category, fen, source):
    """Spend on something: in cash or on the card, and now and then some of it comes back."""
    if fen <= 0:
        return
    key = "other" if NEEDS[category] == "discretionary" else "essential"
    on_credit = source == "wallet" and life.random.random() < 0.25
    pay(life, day, fen, on_credit=on_credit)
    life.note(day, key, fen)
    order = f"o{len(life.rows)}"
    more = {"credit": "card", "method": "Plum Card"} if on_credit else {"method": "balance"}
    life.write(
        day,
        fen,
        "spending",
        "purchase",
        source,
        category=category,
        order=order,
        counterparty=f"{category} place",
        **more,
    )
    if category == "clothing" and life.random.random() < 0.15:
        back, later = (
            fen // life.random.choice((1, 2)),
            min(day + timedelta(days=3), on(day.replace(day=1), 31)),
        )
        pay(life, later, -back, on_credit=on_credit)
        life.note(later, key, -back)
        life.write(
            later, back, "refund", "refund", source, refund_of=order, order=f"r{len(life.rows)}", **more
        )


def pay(life, day, fen, *, on_credit=False):
    """Pay a sum from cash or on the card; borrow for living where cash does not reach."""
    if on_credit:
        life.loans["Plum Card"].owed += fen
        return
    if fen > life.cash:
        borrow(life, day, life.loans["Quick Cash"], fen - life.cash, rolled=False)
    life.cash -= fen


def borrow(life, day, loan, short, *, rolled):
    """Borrow at least what is short, in whole hundreds of yuan."""
    fen = -(-short // 10_000) * 10_000
    loan.owed += fen
    loan.rolled += fen if rolled else 0
    life.cash += fen
    life.write(day, fen, "transfer", "borrowed", "bank", counterparty=loan.name)


def give(life, day, fen):
    """Give to a person; only they know whether it was needed."""
    pay(life, day, fen)
    life.note(day, life.random.choice(("other", "essential")), fen)
    life.write(day, fen, "transfer", "person", counterparty="somebody")


def fall_ill(life, day, fen):
    """Pay for an illness; a part may come back."""
    pay(life, day, fen)
    life.note(day, "illness", fen)
    life.write(
        day,
        fen,
        "spending",
        "purchase",
        category="medical",
        order=f"o{len(life.rows)}",
        counterparty="hospital",
    )


def once(life, day, fen):
    """Pay a large sum that comes once."""
    pay(life, day, fen)
    life.note(day, "once", fen)
    category = life.random.choice(("car", "family"))
    life.write(
        day, fen, "spending", "purchase", category=category, order=f"o{len(life.rows)}", counterparty="once"
    )


def trade(life, day, monthly, takings):
    """Trade a quarter of a month in the shop: takings and stock, which differ by what the shop loses or earns."""
    came = takings * 10_000
    gone = max(0, came + monthly // 4)
    life.cash += came
    pay(life, day, gone)
    life.write(day, came, "income", "takings", counterparty="customers", business=True)
    life.write(day, gone, "spending", "purchase", category="stock", counterparty="wholesale", business=True)
    life.note(day, "trade", gone - came)


def repay(life, day, loan):
    """Pay a loan's due from cash, and what cash lacks with a new loan."""
    fen = loan.due_fen
    if fen < 100:
        return
    if fen > life.cash and loan.name != "Bridge Loans":
        borrow(life, day, life.loans["Bridge Loans"], fen - life.cash, rolled=True)
    late, fen = max(0, fen - life.cash), max(0, min(fen, life.cash))
    charge(life, day, loan, late // 50)
    if not fen:
        return
    life.cash -= fen
    loan.rolled *= (loan.owed - fen) / loan.owed
    loan.owed -= fen
    life.write(day, fen, "repayment", "repaid", "bank", counterparty=loan.name)


def charge(life, day, loan, fen):
    """Add a penalty to what is owed, that of rolled loans apart."""
    rolled = round(fen * loan.rolled / loan.owed)
    loan.owed += fen
    loan.rolled += rolled
    life.note(day, "rolling", rolled)
    life.note(day, "cost", fen - rolled)


def shift(life, day):
    """Move money between own accounts."""
    life.write(day, life.random.randrange(100, 5_000) * 100, "transfer", "own-account", "bank")
