"""Household files drawn by Hypothesis: clean TOML without a finding that stops, every optional key there or not."""

from datetime import date

from hypothesis import strategies as st

Section = st.SearchStrategy[dict[str, str]]
AS_OF = date(2026, 11, 23)


def fields(
    required: dict[str, st.SearchStrategy[str]], optional: dict[str, st.SearchStrategy[str]]
) -> Section:
    """Return sections with all of the required keys and some of the optional ones."""
    others = {key: values for key, values in optional.items() if key not in required}
    return st.fixed_dictionaries(required, optional=others)


def words(*choices: str) -> st.SearchStrategy[str]:
    """Return one of the words between quotes."""
    return st.sampled_from([f'"{choice}"' for choice in choices])


def inline(required: dict[str, st.SearchStrategy[str]], optional: dict[str, st.SearchStrategy[str]]):
    """Return tables in braces."""
    return fields(required, optional).map(
        lambda table: "{" + ", ".join(f"{key} = {value}" for key, value in table.items()) + "}"
    )


def listed(items: st.SearchStrategy[str], most: int = 3):
    """Return lists in brackets, not empty."""
    return st.lists(items, min_size=1, max_size=most).map(lambda found: "[" + ", ".join(found) + "]")


amounts = st.builds(lambda yuan, fen: f"{yuan}.{fen:02d}", st.integers(1, 99_999), st.integers(0, 99))
texts = st.text(
    st.characters(exclude_characters='"\\', exclude_categories=["C", "Z"]), min_size=1, max_size=8
).map(lambda text: f'"{text}"')
flags = st.sampled_from(["true", "false"])
past = st.dates(date(2025, 1, 1), AS_OF).map(str)
future = st.dates(date(2026, 11, 24), date(2029, 12, 31)).map(str)
months = st.integers(1, 60).map(str)
due_days = st.integers(1, 31).map(str)
rates = st.builds(
    lambda percent, period: f'"{percent / 1000}%/{period}"',
    st.integers(0, 30_000),
    st.sampled_from(["day", "month", "year"]),
).filter(lambda rate: "e" not in rate.split("%")[0])
shares = st.integers(0, 1000).map(lambda tenths: f'"{tenths / 10}%"')
buckets = words("past-due:fee", "past-due:principal", "due:interest", "due:penalty")
METHODS = ("level-payment", "equal-principal", "interest-only", "bullet", "daily")

flow_days = {
    "day": due_days,
    "from": st.just("2026-12-01"),
    "until": future.filter(lambda day: day > "2026-12-01"),
}
incomes = fields(
    {"name": texts, "amount": amounts},
    {**flow_days, "certainty": words("steady"), "low": amounts, "business": flags},
)
spendings = fields(
    {"name": texts, "amount": amounts},
    {**flow_days, "category": texts, "essential": flags, "business": flags},
)
assets = fields(
    {"name": texts, "value": amounts},
    {
        "sell": flags,
        "decay": st.integers(0, 99).map(lambda percent: f'"{percent}%/month"'),
        "fee": st.integers(0, 100).map(lambda percent: f'"{percent}%"'),
        "selling": st.sampled_from(('"thinking"', '"listed"', '"sold"')),
    },
)
factors = st.one_of(st.integers(0, 9).map(str), st.integers(0, 99).map(lambda tenths: f"{tenths / 10}"))
businesses = fields(
    {"name": texts, "takings": amounts},
    {
        "form": words("sole-trader", "family", "company"),
        "cost_of_goods": shares,
        "fixed": amounts,
        "season": st.lists(factors, min_size=12, max_size=12).map(lambda found: "[" + ", ".join(found) + "]"),
        "alternative": inline({}, {"wage": amounts, "stock": amounts, "lost_deposit": amounts}),
    },
)
dues = fields(
    {"name": texts, "amount": amounts, "on": future}, {"keep": words("home", "shop", "law", "family")}
)
side_work = fields(
    {"kind": words("side-work"), "hourly": amounts, "hours_month": months},
    {"name": texts, "from": future, "until": future},
)
friend_loans = fields(
    {"kind": words("friend-loan"), "amount_max": amounts}, {"name": texts, "rate": rates, "months": months}
)
agreed = {
    "upfront": amounts,
    "fee": amounts,
    "proof": words("none", "chat", "recording", "signed"),
    "reported_as": texts,
    "until": future,
}
status = {"status": words("offered", "agreed-verbal", "agreed-written", "to-ask", "refused")}
arrears_kept = {"arrears": words("keep", "merge")}
concessions = st.one_of(
    fields(
        {"kind": words("defer"), "months": months, **status},
        {**agreed, **arrears_kept, "interest": words("accrue", "add", "pay", "waive")},
    ),
    fields(
        {"kind": words("extend"), "months": months, **status},
        {**agreed, **arrears_kept, "method": words(*METHODS), "rate": rates, "payment": amounts},
    ),
    fields({"kind": words("rate"), "rate": rates, **status}, {**agreed, **arrears_kept}),
    fields(
        {"kind": words("waive"), "penalty": st.one_of(words("all"), amounts), **status},
        {**agreed, "fees": amounts, "interest": words("all"), "if_paid_by": future},
    ),
    fields(
        {"kind": words("settle"), "percent": shares, **status, "until": future},
        {"instalments": months, "fee": amounts},
    ),
    fields({"kind": words("settle"), "amount": amounts, **status, "until": future}, {}),
)
events = st.one_of(
    fields({"kind": words("payment", "charge", "statement"), "on": past, "amount": amounts}, {}),
    fields({"kind": words("rate"), "on": past, "rate": rates}, {}),
    fields({"kind": words("accelerate", "close"), "on": past}, {}),
    fields(
        {"kind": words("waive"), "on": past},
        {"amount": amounts, "parts": listed(words("fee", "penalty", "interest", "principal"))},
    ),
)
arrears = st.one_of(
    inline({"since": past}, {"total": amounts}),
    inline(
        {"since": past, "interest": amounts},
        {
            "principal": st.just("0.50"),
            "penalty": amounts,
            "compound": amounts,
            "damages": amounts,
            "fees": amounts,
        },
    ),
)
contract = {
    "accrual": words("monthly", "daily"),
    "day_count": words("act/360", "act/365", "act/act", "30/360", "30E/360"),
    "rounding": words("half-up", "down", "up"),
    "payment": amounts,
    "shift": words("none", "next-working-day"),
    "penalty": st.one_of(st.sampled_from(['"x1.5"', '"x1.3"', '"none"']), rates),
    "compound": flags,
    "grace": inline({"days": months, "effect": words("waive", "postpone")}, {}),
    "late_fee": inline({"percent": shares}, {"min": st.just("0.01"), "max": amounts}),
    "rates": listed(inline({"rate": rates, "from": future}, {})),
    "promo": inline({"rate": rates, "until": future}, {}),
    "allocation": listed(buckets),
    "allocation_after": inline({"days": months, "order": listed(buckets)}, {}),
    "prepayment": inline(
        {},
        {
            "allowed": flags,
            "fee": shares,
            "effect": words("shorten", "lower"),
            "lock_until": future,
            "minimum": amounts,
            "remaining_fees": words("waived", "due"),
        },
    ),
    "original": amounts,
}
standing = {
    "name": texts,
    "creditor": texts,
    "business": flags,
    "start": past,
    "arrears": arrears,
    "priority": words("home", "utilities", "court", "guarantor", "credit-record", "family", "none"),
    "stage": words("current", "overdue", "assigned", "sued", "enforcement"),
    "lender_kind": words("bank", "consumer-finance", "micro-lender", "amc", "private", "friend"),
    "line": texts,
    "liable": listed(words("self", "spouse", "guarantor:老张")),
    "secured_by": words("none", "home", "car", "second-charge"),
    "deadline": inline({"on": future, "what": texts}, {"verified": texts}),
    "last_demand": past,
    "last_payment": past,
    "disclosure": inline(
        {"principal": amounts},
        {
            "on": past,
            "received": amounts,
            "payment": amounts,
            "items": listed(
                inline(
                    {"name": texts, "amount": amounts, "when": words("withheld", "each")}, {"payee": texts}
                )
            ),
            "contingent": listed(inline({"name": texts}, {"standard": texts})),
        },
    ),
    "source": inline({}, {"rate": texts, "balance": texts, "method": texts}),
}
own = {"balance": amounts, "due_day": due_days}
debts = st.one_of(
    fields(
        {**own, "rate": rates, "method": words(*METHODS), "periods_left": months}, {**contract, **standing}
    ),
    fields(
        {
            **own,
            "rate": rates,
            "method": words("revolving"),
            "minimum": inline(
                {"percent": shares, "floor": amounts}, {"of": words("statement", "before-interest")}
            ),
        },
        {**contract, **standing, "statement_day": due_days, "cash_rate": rates},
    ),
    fields(
        {
            **own,
            "method": words("flat-fee"),
            "periods_left": months,
            "fee_per_period": shares,
            "original": amounts,
        },
        {**contract, **standing, "rate": rates},
    ),
)
looked_up = {"about": texts, "seen_on": st.just(str(AS_OF))}
owns = st.one_of(
    fields({**looked_up, "rate": rates, "from": past}, {"note": texts}),
    fields({**looked_up, "amount": amounts}, {"from": past, "note": texts}),
    fields({**looked_up, "text": texts}, {"from": past, "note": texts}),
)
people = fields(
    {"as_of": st.just(str(AS_OF))},
    {
        "id": st.integers(0, 2**63 - 1).map(str),
        "name": texts,
        "jurisdiction": words("cn", "toyland"),
        "cash": amounts,
        "emergency_fund": amounts,
        "emergency_fund_months": months,
        "cause": words("shock", "structural", "habits", "unknown"),
        "dependants": st.integers(0, 9).map(str),
    },
)


@st.composite
def files(draw: st.DrawFn) -> str:
    """Return the text of a household file."""
    text = 'format = "ashore/1"\n' + section("[household]", draw(people))
    for name, entries in (
        ("income", incomes),
        ("spending", spendings),
        ("asset", assets),
        ("business", businesses),
        ("due", dues),
        ("lever", st.one_of(side_work, friend_loans)),
        ("own", owns),
    ):
        for entry in draw(st.lists(entries, max_size=1)):
            text += section(f"[[{name}]]", entry)
    for number, debt in enumerate(draw(st.lists(debts, max_size=2))):
        text += section("[[debt]]", {"id": f'"debt-{number}"', **debt})
        for event in draw(st.lists(events, max_size=2)):
            text += section("[[debt.event]]", event)
        for concession in draw(st.lists(concessions, max_size=2)):
            text += section("[[debt.concession]]", concession)
    return text


def section(header: str, entry: dict[str, str]) -> str:
    """Return one section's lines."""
    return f"\n{header}\n" + "".join(f"{key} = {value}\n" for key, value in entry.items())
