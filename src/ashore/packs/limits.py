"""What each lender may grant at most, by debt, from the rules of a jurisdiction's pack."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from ashore.household.model import Debt, Household
from ashore.packs.pack import load_pack
from ashore.rules.fact import FactNotUsable, RuleFact
from ashore.rules.grants import UNLIMITED, Grants

CARD: Final = "card-personal-instalments-max"
BUSINESS: Final = "business-loan-term"
CONSUMER: Final = "consumer-loan-term"
LICENSED: Final = frozenset({None, "bank", "consumer-finance"})
"""Lenders whose loans the rules on terms are about; None: not typed, taken for a bank."""
MONTHS: Final[Mapping[str, int]] = {"months": 1, "years": 12}
Facts = Mapping[str, RuleFact]


def grants_of(household: Household) -> dict[str, Grants]:
    """Return by debt what its lender may grant at most.

    A rule that is not in force counts as none; so does one that needs checking, which is named.  A loan secured by the
    home has no limit on its term there.
    """
    facts = load_pack(household.jurisdiction).facts
    return {debt.id: _grants(debt, household, facts) for debt in household.debts}


def _grants(debt: Debt, household: Household, facts: Facts) -> Grants:
    found = {key: value for key, *ids in _rules(debt) if (value := _first(ids, household, facts))}
    term, cut, rate, defer = (found.get(key) for key in ("term", "cut", "rate", "defer"))
    home = debt.secured_by in {"home", "second-charge"}
    return Grants(
        term_months=int(term[1]) if term else None if home else UNLIMITED.term_months,
        cut_share=min(UNLIMITED.cut_share, cut[1]) if cut else UNLIMITED.cut_share,
        rate_share=min(UNLIMITED.rate_share, rate[1]) if rate else UNLIMITED.rate_share,
        defer_months=min(UNLIMITED.defer_months, int(defer[1])) if defer else UNLIMITED.defer_months,
        sources=tuple(one[0] for one in found.values()),
        unsure=tuple(_unsure(debt, household, facts)),
    )


def _unsure(debt: Debt, household: Household, facts: Facts) -> Iterator[str]:
    """Yield the rules that need checking and would come before any that can be used."""
    for _, *ids in _rules(debt):
        for one in (each for each in ids if each in facts):
            if facts[one].stale(household.as_of):
                yield one
            elif _value(facts[one], household) is not None:
                break


def _rules(debt: Debt) -> Iterator[tuple[str, ...]]:
    """Yield for each limit the ids of its rules, that of this kind of lender first."""
    kind = debt.lender_kind or "bank"
    general = [_term_rule(debt)] if debt.lender_kind in LICENSED and debt.secured_by == "none" else []
    yield "term", f"term-max-{kind}", *general
    yield "cut", f"principal-cut-max-{kind}"
    yield "rate", f"rate-cut-max-{kind}"
    yield "defer", f"deferral-max-{kind}"


def _term_rule(debt: Debt) -> str:
    if debt.terms.method == "revolving":
        return CARD
    return BUSINESS if debt.business else CONSUMER


def _first(ids: list[str], household: Household, facts: Facts) -> tuple[str, Fraction] | None:
    """Return the first of these rules that is in force, with its value; months where it is a time."""
    for one in ids:
        value = _value(facts[one], household) if one in facts else None
        if value is not None:
            return one, value
    return None


def _value(fact: RuleFact, household: Household) -> Fraction | None:
    try:
        value = fact.use(household.as_of)
    except FactNotUsable:
        return None
    if not isinstance(value, int | Decimal):
        return None
    return Fraction(value) * MONTHS[fact.unit] if fact.unit in MONTHS else Fraction(value)
