"""The keys of every section but the debts: income, spending, things of value, accounts, the shop, dues, levers."""

from typing import Final

from ashore.household.keys.kinds import Flag, Many, Text, Word
from ashore.household.keys.rates import Share, YearlyRate
from ashore.household.keys.scalars import Amount, Day, Factor, Whole
from ashore.household.keys.section_checks import (
    check_business,
    check_flow,
    check_household,
    check_income,
    check_own,
)
from ashore.household.keys.tables import Key, Table, Variants, build
from ashore.household.model import (
    Account,
    Alternative,
    Asset,
    Business,
    Due,
    FriendLoan,
    Household,
    Income,
    Own,
    SideWork,
    Spending,
)

EVERY: Final = Word(
    ("month", "week", "year", "once"),
    {
        "monthly": "month",
        "weekly": "week",
        "yearly": "year",
        "每月": "month",
        "每周": "week",
        "每年": "year",
        "一次": "once",
    },
)
SELLING: Final = Word(
    ("thinking", "listed", "sold"),
    {"在考虑": "thinking", "已挂出": "listed", "挂着": "listed", "已卖": "sold", "卖了": "sold"},
)
FLOW_DATES: Final = (
    Key("every", EVERY),
    Key("day", Whole(1, 31)),
    Key("on", Day()),
    Key("from", Day(), "since"),
    Key("until", Day()),
)
INCOME: Final = Table(
    (
        Key("name", Text(filled=True), required=True),
        Key("amount", Amount(), "amount_fen", required=True),
        *FLOW_DATES,
        Key("certainty", Word(("steady", "variable"))),
        Key("low", Amount(), "low_fen"),
        Key("business", Flag()),
    ),
    Income,
    check=check_income,
)
SPENDING: Final = Table(
    (
        Key("name", Text(filled=True), required=True),
        Key("category", Text()),
        Key("amount", Amount(), "amount_fen", required=True),
        *FLOW_DATES,
        Key("essential", Flag()),
        Key("business", Flag()),
    ),
    Spending,
    check=check_flow,
)
ASSET: Final = Table(
    (
        Key("name", Text(filled=True), required=True),
        Key("value", Amount(), "value_fen", required=True),
        Key("sell", Flag()),
        Key("decay", Share("/month")),
        Key("asked", Amount(), "asked_fen"),
        Key("fee", Share()),
        Key("selling", SELLING),
        Key("note", Text()),
    ),
    Asset,
)
ACCOUNT: Final = Table(
    (
        Key("id", Text(filled=True), required=True),
        Key("holder", Text()),
        Key("balance", Amount(), "balance_fen", required=True),
        Key("debited_by", Many(Text())),
        Key("for", Word(("living", "stock", "free")), "purpose"),
    ),
    Account,
)
ALTERNATIVE: Final = Table(
    (
        Key("wage", Amount(), "wage_fen"),
        Key("stock", Amount(), "stock_fen"),
        Key("lost_deposit", Amount(), "lost_deposit_fen"),
    ),
    Alternative,
)
BUSINESS: Final = Table(
    (
        Key("name", Text(filled=True), required=True),
        Key("form", Word(("sole-trader", "family", "company"))),
        Key("takings", Amount(), "takings_fen", required=True),
        Key("cost_of_goods", Share(), "cost_share"),
        Key("fixed", Amount(), "fixed_fen"),
        Key("season", Many(Factor(), 12)),
        Key("alternative", ALTERNATIVE),
    ),
    Business,
    check=check_business,
)
DUE: Final = Table(
    (
        Key("name", Text(filled=True), required=True),
        Key("amount", Amount(), "amount_fen", required=True),
        Key("on", Day(), required=True),
        Key("keep", Word(("home", "shop", "law", "family"))),
    ),
    Due,
)


def _friend_loan(*, name: str = "", **values: object) -> FriendLoan:
    return build(FriendLoan, {"name": name, **values})


def _side_work(*, name: str = "", **values: object) -> SideWork:
    return build(SideWork, {"name": name, **values})


OWN: Final = Table(
    (
        Key("about", Text(filled=True), required=True),
        Key("rate", YearlyRate(), "rate_per_year"),
        Key("amount", Amount(), "amount_fen"),
        Key("text", Text()),
        Key("from", Day(), "since"),
        Key("seen_on", Day(), required=True),
        Key("note", Text()),
    ),
    Own,
    check=check_own,
)
LEVER: Final = Variants(
    "kind",
    {
        "side-work": Table(
            (
                Key("name", Text()),
                Key("hourly", Amount(), "hourly_fen", required=True),
                Key("hours_month", Whole(0, 744), required=True),
                Key("from", Day(), "since"),
                Key("until", Day()),
            ),
            _side_work,
            like=SideWork,
        ),
        "friend-loan": Table(
            (
                Key("name", Text()),
                Key("amount_max", Amount(), "amount_fen_max", required=True),
                Key("rate", YearlyRate(), "rate_per_year"),
                Key("months", Whole(1, 360)),
                Key("from", Day(), "since"),
            ),
            _friend_loan,
            like=FriendLoan,
        ),
    },
    lambda lever: "side-work" if isinstance(lever, SideWork) else "friend-loan",
)


HOUSEHOLD: Final = Table(
    (
        Key("id", Whole()),
        Key("name", Text()),
        Key("as_of", Day(), required=True),
        Key("jurisdiction", Text(filled=True)),
        Key("cash", Amount(), "cash_fen"),
        Key("emergency_fund", Amount(), "emergency_fund_fen"),
        Key("emergency_fund_months", Whole(1, 120)),
        Key("cause", Word(("shock", "structural", "habits", "unknown"))),
        Key("dependants", Whole(0, 50)),
    ),
    Household,
    check=check_household,
)
