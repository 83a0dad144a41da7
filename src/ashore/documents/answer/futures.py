"""A plan under what could come: named shocks, loans to pay loans with, many futures, and what is assumed."""

from collections.abc import Iterator
from fractions import Fraction

from ashore.dates import month_of
from ashore.documents.answer.futures_fan import drawn
from ashore.documents.answer.futures_worth import change, fund
from ashore.documents.answer.opening import living_unknown
from ashore.documents.answer.parts import about
from ashore.documents.answer.view import View
from ashore.documents.blocks import Block, Column, Part, Say, Table
from ashore.errors import Fact, Message
from ashore.money import Rate
from ashore.scenarios.assumed import ASSUMPTIONS, Assumed, Value
from ashore.scenarios.futures import Futures
from ashore.scenarios.lives import Life
from ashore.scenarios.named import Named, Warned
from ashore.texts.facts import as_rate

Facts = dict[str, Fact]


def futures_parts(view: View, futures: Futures, *, page: bool) -> tuple[Part, ...]:
    """Return everything that is said of a plan under what could come, in order."""
    found = [
        living_unknown(view),
        _lead(view),
        change(view, futures.changes),
        shocks(view, futures),
        drawn(futures.fan, page=page),
        fund(futures.funds),
        warned(view, futures),
        assumed(futures),
        about(view),
    ]
    return tuple(part for part in found if part)


def _lead(view: View) -> Part | None:
    """Return what comes before all else where no plan works as the file stands."""
    if not view.holds:
        return None
    return Part("futures-head-now", "first", (Say(Message("futures-not-now"), "lead"),))


def shocks(view: View, futures: Futures) -> Part | None:
    """Return each named shock: from how many starts the plan holds, the worst of them, and what it leads to."""
    if not futures.named:
        return None
    starts = tuple(str(trial.start) for trial in futures.named[0].trials)
    facts: Facts = {"first_month": starts[0], "last_month": starts[-1], "starts_count": len(starts)}
    lead = "futures-shocks-lead" if len(starts) > 1 else "futures-shocks-lead-one"
    blocks: list[Block] = [Say(Message(lead, facts), "note")]
    for one in futures.named:
        name = Message(f"futures-{one.shock.kind}", what(view, futures.assumed, one))
        blocks += [Say(name, "head"), Say(_verdict(view, one), "item")]
        blocks += [Say(message, "item") for message in _after(view, futures, one)]
    return Part("futures-head-shocks", "path", tuple(blocks))


def what(view: View, assumed: Assumed, one: Named) -> Facts:
    """Return the facts that name a shock, its assumed figures among them."""
    shock = one.shock
    facts: Facts = {"income": one.worst.income}
    if shock.debt is not None:
        facts["debt"] = view.plan.household.debts[shock.debt].name
    match shock.kind:
        case "job-lost":
            facts["lost_nmonths"] = assumed.months("job-lost.months")
        case "illness":
            facts["lost_nmonths"] = assumed.months("illness.months")
            facts["lost_rate"] = as_rate(assumed.share("illness.income-lost"))
            facts["costs_fen"] = assumed.fen("illness.cost")
        case "slow-season":
            facts["lost_nmonths"] = assumed.months("slow-season.months")
            facts["lost_rate"] = as_rate(assumed.share("slow-season.takings-lost"))
        case _:
            pass
    return facts


def _verdict(view: View, one: Named) -> Message:
    """Return whether the plan holds through a shock, and when and where it breaks in the worst case."""
    tried, worst = len(one.trials), one.worst
    facts: Facts = {"held_count": one.held, "tried_count": tried, "start_month": str(worst.start)}
    if view.holds:
        return Message("futures-besides", facts)
    if one.held == tried:
        return Message("futures-holds" if tried > 1 else "futures-holds-one", facts)
    facts["breaks_month"] = str(worst.life.breaks)
    if tried == 1:
        return Message("futures-breaks-one", facts)
    return Message("futures-breaks-some" if one.held else "futures-breaks-all", facts)


def _after(view: View, futures: Futures, one: Named) -> Iterator[Message]:
    """Yield what the worst start leads to: what is missing, what stays unpaid, where the way planned again leads."""
    life, quiet = one.worst.life, futures.quiet
    if one.held < len(one.trials) and one.missing_fen:
        yield Message(
            "futures-missing", {"missing_fen": one.missing_fen, "start_month": str(one.worst.start)}
        )
    unpaid = life.unpaid_essential_fen - quiet.unpaid_essential_fen
    if unpaid > 0:
        ill = one.shock.kind == "illness"
        yield Message("futures-unpaid-illness" if ill else "futures-unpaid", {"unpaid_fen": unpaid})
    late = tuple(debt for debt in life.past_90 if debt not in quiet.past_90)
    more = life.overdue_months - quiet.overdue_months
    if more > 0:
        yield Message("futures-overdue", {"more_count": more})
    if late:
        yield Message("futures-past-90", {"debts": view.names(late)})
    yield _end(life, quiet)


def _end(life: Life, quiet: Life) -> Message:
    """Return when the last debt is closed on the way planned again, against the plan, and what it costs more."""
    extra = life.net_fen - quiet.net_fen
    facts: Facts = {"extra_fen": extra}
    if life.debt_free is None:
        return Message("futures-end-open" if extra > 0 else "futures-end-open-same", facts)
    facts["end_month"] = str(month_of(life.debt_free))
    if quiet.debt_free is None or month_of(life.debt_free) == month_of(quiet.debt_free):
        return Message("futures-end-same" if extra > 0 else "futures-end-same-free", facts)
    facts["plan_month"] = str(month_of(quiet.debt_free))
    return Message("futures-end-moved" if extra > 0 else "futures-end-moved-free", facts)


def warned(view: View, futures: Futures) -> Part | None:
    """Return what a loan taken to pay other loans with really does; it is never a way of this plan."""
    if not futures.warned:
        return None
    blocks: list[Block] = []
    for one in futures.warned:
        blocks += _warned(futures, one)
    blocks.append(Say(Message("futures-warned-note"), "note"))
    return Part("futures-head-warned", "path", tuple(blocks))


def _warned(futures: Futures, one: Warned) -> Iterator[Block]:
    facts: Facts = {
        "loan_fen": one.loan.fen,
        "fee_fen": one.loan.fee_fen,
        "hand_fen": one.loan.fen - one.loan.fee_fen,
        "dues_fen": one.dues_fen,
        "start_month": str(one.start),
        "loan_nmonths": one.loan.months,
        "covers_nmonths": futures.assumed.months(f"{one.shock.kind}.covers"),
    }
    yield Say(Message(f"futures-{one.shock.kind}", facts))
    quiet, life = futures.quiet, one.life
    if life.breaks and not quiet.breaks:
        yield Say(Message("futures-warned-breaks", {"breaks_month": str(life.breaks)}), "item")
    elif life.breaks and quiet.breaks and life.breaks > quiet.breaks:
        yield Say(
            Message(
                "futures-warned-later", {"breaks_month": str(life.breaks), "plan_month": str(quiet.breaks)}
            ),
            "item",
        )
    yield Say(_end(life, quiet), "item")


def assumed(futures: Futures) -> Part:
    """Return every assumed figure with the name by which it can be typed otherwise."""
    names = [name for name in futures.assumed.values if _used(name, futures)]
    rows = tuple(
        (Message(f"assume-{name}"), name, _written(ASSUMPTIONS[name].unit, futures.assumed.values[name]))
        for name in names
    )
    columns = (Column("column-assumed"), Column("column-name"), Column("column-value"))
    table = Table(Message("assume-caption"), columns, rows)
    return Part("futures-head-assumed", "details", (table, Say(Message("assume-note"), "note")))


def _used(name: str, futures: Futures) -> bool:
    kinds = {one.shock.kind for one in futures.named} | {one.shock.kind for one in futures.warned}
    return name.split(".", maxsplit=1)[0] in kinds or (name == "low-month.chance" and futures.fan is not None)


def _written(unit: str, value: Value) -> Message:
    """Return an assumed figure as it is read."""
    if isinstance(value, Rate):
        return Message(f"value-rate-{value.per}", {"value_rate": value.value})
    if isinstance(value, Fraction):
        return Message("value-share", {"value_rate": as_rate(value)})
    return Message(f"value-{unit}", {"value_nmonths": value, "value_fen": value})
