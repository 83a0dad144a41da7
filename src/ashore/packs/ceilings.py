"""Which ceilings on a year's cost bind a lender, from the table of a jurisdiction's pack."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from ashore.errors import Message
from ashore.household.model import LenderKind, Own
from ashore.packs.own import own_rate
from ashore.packs.pack import Pack
from ashore.rules.ceilings import Ceiling, CeilingRule, NotKnown
from ashore.rules.dated import Dated, NotKnownOnDay
from ashore.rules.fact import RuleFact

NOTHING_TYPED: Final[Mapping[str, Decimal]] = {}


def ceilings_for(
    pack: Pack,
    lender_kind: LenderKind,
    formed_on: date,
    today: date,
    typed: Mapping[str, Decimal] = NOTHING_TYPED,
    owns: Sequence[Own] = (),
) -> tuple[Ceiling, ...]:
    """Return every ceiling on a loan contract, in the order of the pack's table; none where no rule is known.

    `formed_on`: the day the contract was made; between private persons the day the money came.  A moving rate that
    nobody has looked up for its day, or a rule past its review day, gives NotKnown, never the last known value.
    `typed`: yearly rates that the person looked up, by the fact's id (`{"lpr-1y": Decimal("0.03")}`), for just that
    day.  `owns`: what stands in the person's file; it fills a day that the pack does not know, and is never put in the
    place of a value that it does.  About loans only: the price of goods on account is none, whoever is owed it.
    """
    rules = [rule for rule in pack.ceilings.values() if rule.binds(lender_kind, formed_on)]
    return tuple(_ceiling(rule, pack.facts, formed_on, today, typed, owns) for rule in rules)


def _ceiling(
    rule: CeilingRule,
    facts: Mapping[str, RuleFact],
    formed_on: date,
    today: date,
    typed: Mapping[str, Decimal],
    owns: Sequence[Own],
) -> Ceiling:
    day = None if rule.of is None else formed_on if rule.rate_day == "contract" else today
    yearly, own = _fixed(facts[rule.rate or rule.multiple or ""], today), rule.of in typed
    if rule.of and day and isinstance(yearly, Fraction):
        base = Fraction(typed[rule.of]) if own else _moving(facts[rule.of], day)
        if isinstance(base, NotKnown) and (seen := own_rate(owns, rule.of, day)) is not None:
            base, own = seen, True
        yearly = yearly * base if isinstance(base, Fraction) else base
    rests_on = tuple(facts[one] for one in rule.fact_ids)
    return Ceiling(rule, yearly, rests_on, day, typed=own)


def _fixed(fact: RuleFact, today: date) -> Fraction | NotKnown:
    """Return a number that does not move.  The table says which contracts it is for, so only its age is looked at."""
    if fact.stale(today):
        return NotKnown(
            Message("fact-needs-checking", {"fact": fact.id, "review_by": fact.review_by}), fact.id
        )
    assert isinstance(fact.value, int | Decimal), fact.id
    return Fraction(fact.value)


def _moving(fact: RuleFact, day: date) -> Fraction | NotKnown:
    """Return a moving rate's value of a day.  What was published for a past day does not age."""
    assert isinstance(fact.value, Dated), fact.id
    try:
        return Fraction(fact.value.on(day))
    except NotKnownOnDay as error:
        return NotKnown(Message(error.code, error.facts), fact.id, day)
