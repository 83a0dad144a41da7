"""The ceilings on what a year may cost, as a pack's file writes them."""

from collections.abc import Mapping
from datetime import date

from ashore.household.keys.debt_keys import LENDER_KINDS
from ashore.packs.entry import Entry
from ashore.rules.ceilings import COST_PARTS, EFFECTS, RATE_DAYS, CeilingRule


def read_ceilings(entry: Entry) -> Mapping[str, CeilingRule]:
    """Return the ceilings of a file by id, in its order.  Raises BrokenPack."""
    return {key: read_ceiling(rule, key) for key, rule in entry.subs().items()}


def read_ceiling(rule: Entry, rule_id: str) -> CeilingRule:
    """Return one ceiling: either `rate`, or `multiple` and `of`.  Raises BrokenPack."""
    fixed = rule.has("rate")
    return CeilingRule(
        id=rule_id,
        lenders=rule.choices("lenders", LENDER_KINDS),
        effect=rule.choice("effect", EFFECTS),
        counts=rule.choices("counts", COST_PARTS),
        rate=rule.text("rate") if fixed else None,
        multiple=None if fixed else rule.text("multiple"),
        of=None if fixed else rule.text("of"),
        rate_day=rule.choice("rate_day", RATE_DAYS) if rule.has("rate_day") else "contract",
        formed_from=_day(rule, "formed_from"),
        formed_to=_day(rule, "formed_to"),
        charged_from=_day(rule, "charged_from"),
        charged_to=_day(rule, "charged_to"),
        also=rule.texts("also") if rule.has("also") else (),
    )


def _day(rule: Entry, key: str) -> date | None:
    return rule.day(key) if rule.has(key) else None
