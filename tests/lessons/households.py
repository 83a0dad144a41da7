"""Household files for the lessons: a plain one, and what is added to it for each need."""

from typing import Final

HEAD: Final = """\
format = "ashore/1"

[household]
as_of = 2026-11-23
cash = 9000.00
{fund}
{household}

[[income]]
name = "Pay"
amount = 6000.00
day = 10
{income}
"""
DEBT: Final = """
[[debt]]
id = "{id}"
name = "{name}"
creditor = "Bank"
lender_kind = "{lender}"
balance = 6000.00
rate = "{rate}"
method = "{method}"
periods_left = 12
due_day = 15
{more}
"""
ARREARS: Final = "arrears = {since = 2026-10-15, principal = 400.00, interest = 60.00}"


def debt(ident: str = "one", **chosen: str) -> str:
    """Return a debt's table: a bank's interest-only loan by the year, on time, unless said otherwise."""
    named = {
        "name": f"Loan {ident}",
        "lender": "bank",
        "rate": "10%/year",
        "method": "interest-only",
        "more": "",
    }
    return DEBT.format(id=ident, **(named | chosen))


FUND: Final = "emergency_fund = 3000.00\nemergency_fund_months = 6"


def household(*debts: str, head: str = "", income: str = "", more: str = "", fund: str = FUND) -> str:
    """Return a file of a household that earns, has its emergency fund, and owes these debts."""
    return HEAD.format(household=head, income=income, fund=fund) + "".join(debts) + more


def concession(text: str) -> str:
    """Return what is added to a debt for a concession."""
    return f"[[debt.concession]]\n{text}"


OVERDUE: Final = ("overdue",)
CARD: Final = 'statement_day = 25\nminimum = {percent = "10%", floor = 100.00}'
DEBT_NEEDS: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "plain": (debt(), ("still-current",)),
    "late": (debt(more=ARREARS), OVERDUE),
    "a paper": (debt(more='deadline = {on = 2026-12-08, what = "answer"}'), ("court-paper", "still-current")),
    "a payment order": (debt(more='stage = "payment-order"'), ("court-paper", *OVERDUE)),
    "a suit": (debt(more='stage = "sued"'), ("court-paper", *OVERDUE)),
    "a judgment": (debt(more='stage = "judgment"'), ("court-paper", *OVERDUE)),
    "enforcement": (debt(more='stage = "enforcement"'), ("enforcement", *OVERDUE)),
    "mediation": (debt(more='stage = "mediation"'), ("mediation", *OVERDUE)),
    "an agency": (debt(more='stage = "outsourced"'), ("outsourced", *OVERDUE)),
    "sold": (debt(more='stage = "assigned"'), ("sold-debt", *OVERDUE)),
    "a buyer of debts": (debt(lender="amc"), ("sold-debt", "still-current")),
    "silent": (
        debt(more="last_demand = 2023-11-20\nlast_payment = 2022-01-01"),
        ("old-debt", "still-current"),
    ),
    "asked three years ago": (debt(more="last_demand = 2023-11-24"), ("still-current",)),
    "a home": (debt(more='secured_by = "home"'), ("secured", "still-current")),
    "a car": (debt(more='secured_by = "car"'), ("secured", "still-current")),
    "a guarantor": (debt(more='liable = ["self", "guarantor:Li"]'), ("guarantor", "still-current")),
    "a spouse": (debt(more='liable = ["self", "spouse"]'), ("spouse", "still-current")),
    "penalty on time": (debt(more='penalty = "x1.5"'), ("still-current",)),
    "penalty late": (debt(more=f'penalty = "x1.5"\n{ARREARS}'), ("penalty", *OVERDUE)),
    "compound late": (debt(more=f"compound = true\n{ARREARS}"), ("compound", *OVERDUE)),
    "compound on time": (debt(more="compound = true"), ("still-current",)),
    "a late fee": (
        debt(more=f'late_fee = {{percent = "5%", min = 10.00}}\n{ARREARS}'),
        ("penalty", *OVERDUE),
    ),
    "by the day": (debt(rate="0.04%/day"), ("daily-rate", "still-current")),
    "daily": (debt(method="daily"), ("daily-rate", "still-current")),
    "instalments": (debt(method="level-payment"), ("instalments", "still-current")),
    "a card": (debt(method="revolving", more=CARD), ("card", "still-current")),
    "a fee for instalments": (
        debt(method="flat-fee", more='original = 12000.00\nfee_per_period = "0.6%"'),
        ("flat-fee", "still-current"),
    ),
    "a person": (debt(lender="private"), ("private-lender", "still-current")),
    "a settlement": (
        debt(more=concession('kind = "settle"\nstatus = "offered"\namount = 4000.00\nuntil = 2026-12-20')),
        ("settlement-offered", "still-current"),
    ),
    "a settlement that ended": (
        debt(more=concession('kind = "settle"\nstatus = "offered"\namount = 4000.00\nuntil = 2026-11-20')),
        ("still-current",),
    ),
    "a deferral": (
        debt(more=concession('kind = "defer"\nstatus = "to-ask"\nmonths = 3')),
        ("deferral-offered", "still-current"),
    ),
    "a deferral refused": (
        debt(more=concession('kind = "defer"\nstatus = "refused"\nmonths = 3')),
        ("still-current",),
    ),
}
"""One debt each, with the needs that it must show, told by hand."""

ACCOUNT: Final = '\n[[account]]\nid = "wallet"\nbalance = 9000.00\n'
HOME_NEEDS: Final[dict[str, tuple[dict[str, str], tuple[str, ...]]]] = {
    "plain": ({}, ()),
    "an account": ({"more": ACCOUNT}, ()),
    "a debited account": ({"more": ACCOUNT + 'debited_by = ["one"]\n'}, ("debited",)),
    "no pay any more": ({"income": "until = 2026-10-31"}, ("no-income",)),
    "pay until spring": ({"income": "until = 2027-03-31"}, ()),
    "varying pay": ({"income": 'certainty = "variable"\nlow = 4000.00'}, ("varying-income",)),
    "a friend": (
        {"more": '\n[[lever]]\nkind = "friend-loan"\nname = "Wang"\namount_max = 2000.00\n'},
        ("friend-loan",),
    ),
    "a thing for sale": ({"more": '\n[[asset]]\nname = "Bike"\nvalue = 900.00\nsell = true\n'}, ("selling",)),
    "a thing kept": ({"more": '\n[[asset]]\nname = "Bike"\nvalue = 900.00\n'}, ()),
    "side work": (
        {"more": '\n[[lever]]\nkind = "side-work"\nname = "Rides"\nhourly = 20.00\nhours_month = 40\n'},
        ("side-work",),
    ),
    "a shop": ({"more": '\n[[business]]\nname = "Noodles"\ntakings = 9000.00\n'}, ("shop",)),
    "no fund": ({"fund": ""}, ("no-emergency-fund",)),
    "a fund not yet full": (
        {"fund": "emergency_fund = 9000.01\nemergency_fund_months = 6"},
        ("no-emergency-fund",),
    ),
    "a fund just full": ({"fund": "emergency_fund = 9000.00\nemergency_fund_months = 6"}, ()),
    "children": ({"head": "dependants = 2"}, ("dependants",)),
    "four debts": ({"more": debt("b") + debt("c") + debt("d")}, ("many-debts",)),
    "three debts": ({"more": debt("b") + debt("c")}, ()),
}
"""What is added to the plain household, with the needs beside `still-current` that it must show."""
