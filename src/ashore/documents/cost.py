"""What a loan truly costs, as parts: what arrives and is paid, yearly rates by convention, what was advertised."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from ashore.dates import WorkingDays
from ashore.documents.blocks import Block, Cell, Column, Part, Say, Table
from ashore.documents.cost_checks import table_checks
from ashore.documents.first_words import about_messages
from ashore.errors import AshoreError, Fact, Message
from ashore.household.costed import cost_basis
from ashore.household.keys.rates import percent_text, rate_text
from ashore.household.model import Debt, Household
from ashore.loans.disclosed import Disclosure
from ashore.loans.truecost import Charges, TrueCost, Yearly, times_advertised, true_cost
from ashore.loans.yearly.conventions import YearlyRate
from ashore.money import Rate, RatePeriod, decimal_of
from ashore.packs.pack import Pack, load_pack
from ashore.texts.language import Language
from ashore.texts.sentences import word

FLOWS: Final = (
    Column("cost-column-day", "date"),
    Column("cost-column-received", "fen"),
    Column("cost-column-paid", "fen"),
)
SHOWN: Final = Decimal("0.000001")
MATTERS: Final = frozenset({"rate", "method", "fee_per_period", "due_day", "day_count"})
"""The keys of a contract that its cost hangs on."""
FACTS: Final = ("yearly-rate-shown", "cost-disclosure")


@dataclass(frozen=True, slots=True)
class CostView:
    """A true cost with what its sentences need besides.

    `charges`: what comes on top of the contract's dues.  `said`: the yearly total that the lender's table states.
    `today`: the day for the age of sources.  `assumed`: keys of the contract that nobody typed.
    `left_only`: only what is still to be paid is known.  `checks`: how the table agrees within itself.
    `overdue_fen`: what is overdue besides, where only what is left is counted.
    """

    cost: TrueCost
    pack: Pack
    today: date
    charges: Charges
    table: Disclosure | None = None
    said: Rate | None = None
    assumed: tuple[str, ...] = ()
    advertised: Rate | None = None
    left_only: bool = False
    checks: tuple[Message, ...] = ()
    overdue_fen: int = 0


Facts = dict[str, Fact]


class NoCost(AshoreError):
    """A debt whose cost hangs on what will still be drawn and repaid: code `cost-revolving`."""


def cost_of_debt(
    household: Household, debt: Debt, working_days: WorkingDays, advertised: Rate | None = None
) -> CostView:
    """Return what a household's debt truly costs.  Raises NoCost, and what `cost_basis` raises."""
    if debt.terms.method == "revolving":
        raise NoCost("cost-revolving")
    basis = cost_basis(debt, household.as_of, working_days)
    table = debt.disclosure
    return CostView(
        true_cost(basis.flows, advertised),
        load_pack(household.jurisdiction),
        household.as_of,
        basis.charges,
        table,
        table.yearly if table else None,
        () if table else tuple(key for key in debt.assumed if key in MATTERS and not _fee_alone(debt, key)),
        advertised,
        left_only=basis.origin == "left",
        checks=table_checks(debt, household.as_of, working_days),
        overdue_fen=debt.arrears.total_fen if debt.arrears else 0,
    )


def _fee_alone(debt: Debt, key: str) -> bool:
    """Return whether a key says nothing of the cost because a flat fee is all that is charged."""
    return key in {"rate", "day_count"} and debt.terms.method == "flat-fee"


def cost_answer(
    household: Household,
    debt: Debt,
    working_days: WorkingDays,
    language: Language,
    advertised: Rate | None = None,
) -> tuple[Part, ...]:
    """Return all that is said of what a household's debt truly costs, or why that cannot be said."""
    try:
        view = cost_of_debt(household, debt, working_days, advertised)
    except AshoreError as error:
        return (Part("cost-head-yuan", "first", (Say(Message(error.code, error.facts)),)),)
    return cost_parts(view, language)


def cost_parts(view: CostView, language: Language) -> tuple[Part, ...]:
    """Return all that is said of a loan's cost, in order."""
    found = [
        _yuan(view, language),
        _yearly(view),
        _advertised(view),
        _table(view, language),
        _flows(view),
        _about(view, language),
    ]
    return tuple(part for part in found if part)


def _yuan(view: CostView, language: Language) -> Part:
    cost, charges = view.cost, view.charges
    facts = {"received_fen": cost.received_fen, "paid_fen": cost.paid_fen, "cost_fen": cost.cost_fen}
    code = "cost-lead" if cost.cost_fen >= 0 else "cost-lead-less"
    code = "cost-lead-left" if view.left_only else code
    blocks: list[Block] = [Say(Message(code, facts), "lead")]
    if view.left_only and view.overdue_fen:
        blocks.append(Say(Message("cost-left-overdue", {"overdue_fen": view.overdue_fen})))
    dues = sum(1 for flow in cost.flows if flow.fen < 0)
    for name, fen in (
        ("withheld", charges.withheld_fen),
        ("upfront", charges.upfront_fen),
        ("end", charges.end_fen),
    ):
        if fen:
            blocks.append(Say(Message(WITHIN[name], {"fee_fen": fen}), "item"))
    if charges.each_fen:
        total = charges.each_fen * dues
        blocks.append(
            Say(Message("cost-within-each", {"fee_fen": charges.each_fen, "total_fen": total}), "item")
        )
    if view.left_only:
        blocks.append(Say(Message("cost-left-only")))
    if view.assumed:
        terms = tuple(word(f"key-{key}", language) for key in view.assumed)
        blocks.append(Say(Message("cost-assumed", {"terms": terms}), "note"))
    return Part("cost-head-yuan", "first", tuple(blocks))


WITHIN: Final = {
    "withheld": "cost-within-withheld",
    "upfront": "cost-within-upfront",
    "end": "cost-within-end",
}


def _yearly(view: CostView) -> Part:
    cost = view.cost
    rates: Sequence[tuple[str, Yearly | None]] = (
        ("cost-rate-nominal", cost.nominal),
        ("cost-rate-effective", cost.effective),
        ("cost-rate-xirr", cost.xirr),
        ("cost-rate-flat", cost.advertised_flat),
    )
    blocks: list[Block] = []
    for code, rate in rates:
        if isinstance(rate, YearlyRate):
            blocks.append(Say(Message(code, {"yearly_rate": rate.rate.quantize(SHOWN)}), "item"))
    if cost.nominal is None:
        blocks.append(Say(Message("cost-not-monthly")))
    if not isinstance(cost.xirr, YearlyRate):
        blocks.append(Say(Message("cost-no-rate")))
    elif cost.xirr.found and cost.xirr.found.several:
        blocks.append(Say(Message("cost-several", {"rates_count": len(cost.xirr.found.roots)})))
    blocks.append(Say(Message("cost-conventions"), "note"))
    return Part("cost-head-yearly", "first", tuple(blocks))


def _advertised(view: CostView) -> Part | None:
    cost, against = view.cost, view.cost.against
    blocks: list[Block] = []
    if against:
        times = times_advertised(cost)
        facts: Facts = {
            "percent": percent_text(against.rate.value),
            "simple_rate": decimal_of(against.yearly, SHOWN),
            "times": "" if times is None else f"{times:f}",
            "cost_fen": against.cost_fen,
            "more_fen": cost.cost_fen - against.cost_fen,
        }
        if isinstance(cost.nominal, YearlyRate):
            facts["nominal_rate"] = cost.nominal.rate.quantize(SHOWN)
        if against.by_days is not None and isinstance(cost.xirr, YearlyRate):
            facts |= {
                "asked_rate": against.by_days.quantize(SHOWN),
                "xirr_rate": cost.xirr.rate.quantize(SHOWN),
            }
        blocks.append(Say(Message(QUOTED[against.rate.per], facts)))
        blocks.append(Say(Message(_advertised_code(cost, facts), facts)))
    elif view.advertised:
        blocks.append(Say(Message("cost-advertised-not-monthly")))
    if view.said and isinstance(cost.nominal, YearlyRate):
        stated = view.said.per_year()
        said: Facts = {
            "said_rate": decimal_of(stated, SHOWN),
            "nominal_rate": cost.nominal.rate.quantize(SHOWN),
        }
        if isinstance(cost.effective, YearlyRate):
            said["effective_rate"] = cost.effective.rate.quantize(SHOWN)
        blocks.append(Say(Message(_said_code(view, cost), said)))
    return Part("cost-head-advertised", "first", tuple(blocks)) if blocks else None


QUOTED: Final[Mapping[RatePeriod, str]] = {
    "day": "cost-quoted-day",
    "month": "cost-quoted-month",
    "year": "cost-quoted-year",
}


def _advertised_code(cost: TrueCost, facts: Facts) -> str:
    """Return how the loan stands beside the advertised rate; free of interest is a sentence of its own."""
    days = "-days" if "xirr_rate" in facts else ""
    if cost.against and cost.against.yearly == 0 and cost.cost_fen > 0:
        facts["cost_fen"] = cost.cost_fen
        return f"cost-advertised-free{days}"
    dearer = cost.against is not None and cost.cost_fen > cost.against.cost_fen
    if days and cost.against and cost.against.by_days is not None and isinstance(cost.xirr, YearlyRate):
        dearer = cost.xirr.rate > cost.against.by_days + DAYS_DOUBT
    return f"cost-advertised{days}" if dearer else "cost-advertised-true"


def _said_code(view: CostView, cost: TrueCost) -> str:
    """Return whether a table's yearly total is that of either convention, to a hundredth of a per cent."""
    stated = view.said.per_year() if view.said else 0
    for rate in (cost.nominal, cost.effective):
        if isinstance(rate, YearlyRate) and abs(rate.rate - decimal_of(Fraction(stated), SHOWN)) < CLOSE:
            return "cost-said-right"
    return "cost-said-wrong"


CLOSE: Final = Decimal("0.0001")
DAYS_DOUBT: Final = Decimal("0.005")
"""On real dates the same contract comes to half a per cent more or less, by how its days are counted."""


def _table(view: CostView, language: Language) -> Part | None:
    """Return the costs of the lender's table, and those that arise only if something goes wrong."""
    if view.table is None:
        return None
    blocks: list[Block] = []
    if view.table.items:
        columns = (
            Column("cost-column-item"),
            Column("cost-column-when"),
            Column("cost-column-amount", "fen"),
            Column("cost-column-payee"),
        )
        rows: list[tuple[Cell, ...]] = [
            (one.name, Message(WHEN[one.when]), one.amount_fen, one.payee or None) for one in view.table.items
        ]
        blocks.append(Table(Message("cost-items"), columns, tuple(rows)))
    blocks += [Say(one) for one in view.checks]
    blocks += [
        Say(Message("cost-contingent", {"name": one.name, "standard": one.standard or "—"}), "item")
        for one in view.table.contingent
    ]
    rule = view.pack.facts.get("cost-disclosure")
    if rule and rule.valid_from:
        blocks.append(Say(Message("cost-table-only", {"since": rule.valid_from})))
        if rule.stale(view.today):
            blocks.append(Say(Message("first-about-stale", {"name": rule.names[language]}), "note"))
    return Part("cost-head-table", "path", tuple(blocks))


WHEN: Final = {
    "withheld": "cost-when-withheld",
    "start": "cost-when-start",
    "each": "cost-when-each",
    "end": "cost-when-end",
}


def _flows(view: CostView) -> Part:
    rows: list[tuple[Cell, ...]] = [
        (flow.on, max(0, flow.fen), max(0, -flow.fen)) for flow in view.cost.flows
    ]
    total: tuple[Cell, ...] = (Message("schedule-sum"), view.cost.received_fen, view.cost.paid_fen)
    return Part("cost-head-flows", "details", (Table(Message("cost-flows"), FLOWS, tuple(rows), total),))


def _about(view: CostView, language: Language) -> Part:
    ids = [one for one in FACTS if one in view.pack.facts]
    blocks = tuple(Say(one, "note") for one in about_messages(ids, view.pack, view.today, language))
    return Part("cost-head-about", "about", blocks)


def cost_json(view: CostView) -> dict[str, object]:
    """Return the cost as JSON (`ashore-cost/1`): amounts in fen, each rate under the name of its convention."""
    cost = view.cost
    return {
        "format": "ashore-cost/1",
        "received_fen": cost.received_fen,
        "paid_fen": cost.paid_fen,
        "cost_fen": cost.cost_fen,
        "nominal": _rate(cost.nominal),
        "effective": _rate(cost.effective),
        "xirr": _rate(cost.xirr),
        "flat": _rate(cost.advertised_flat),
        "several": isinstance(cost.xirr, YearlyRate) and bool(cost.xirr.found and cost.xirr.found.several),
        "advertised": cost.against
        and {
            "rate": rate_text(cost.against.rate),
            "yearly": decimal_of(cost.against.yearly, SHOWN),
            "cost_fen": cost.against.cost_fen,
        },
        "assumed": list(view.assumed),
        "flows": [{"date": flow.on, "fen": flow.fen} for flow in cost.flows],
    }


def _rate(rate: Yearly | None) -> Decimal | str | None:
    """Return a rate as a fraction, the reason where there is none, null where the convention does not apply."""
    if rate is None:
        return None
    return rate.rate if isinstance(rate, YearlyRate) else rate.why
