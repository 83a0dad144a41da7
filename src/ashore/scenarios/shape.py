"""The futures as the published JSON shape `ashore-futures/1`: amounts in fen, lists in the order of the file."""

from collections.abc import Mapping
from fractions import Fraction

from ashore.dates import Month
from ashore.money import Rate
from ashore.planning.shape import harm_number
from ashore.scenarios.assumed import ASSUMPTIONS, Value
from ashore.scenarios.changes import Changes
from ashore.scenarios.fan import Fan, Spread
from ashore.scenarios.funds import Funds
from ashore.scenarios.futures import Futures
from ashore.scenarios.lives import Life
from ashore.scenarios.named import Named, Trial, Warned
from ashore.scenarios.shocks import Shock

Json = dict[str, object]


def futures_json(futures: Futures) -> Json:
    """Return the futures as a JSON-able mapping."""
    plan = futures.plan
    return {
        "format": "ashore-futures/1",
        "status": plan.status,
        "as_of": plan.as_of,
        "horizon": plan.horizon,
        "assumed": {
            name: {"unit": ASSUMPTIONS[name].unit, "value": _value(value)}
            for name, value in futures.assumed.values.items()
        },
        "quiet": _life(futures.quiet),
        "shocks": [_named(futures, one) for one in futures.named],
        "warnings": [_warned(futures, one) for one in futures.warned],
        "drawn": None if futures.fan is None else _fan(futures.fan),
        "fund": None if futures.funds is None else _funds(futures.funds),
        "changes": None if futures.changes is None else _changes(futures.changes),
    }


def _value(value: Value) -> object:
    """Return an assumption exactly: months and fen as numbers, shares as text, rates with their period."""
    match value:
        case Rate():
            return f"{(value.value * 100).normalize():f}%/{value.per}"
        case Fraction():
            return f"{float(value * 100):g}%"
        case _:
            return value


def _shock(futures: Futures, shock: Shock) -> Json:
    debt = None if shock.debt is None else futures.plan.household.debts[shock.debt].id
    return {"kind": shock.kind, "debt": debt}


def _named(futures: Futures, one: Named) -> Json:
    return {
        **_shock(futures, one.shock),
        "starts": [_trial(futures, trial) for trial in one.trials],
        "worst_start": str(one.worst.start),
        "missing_fen": one.missing_fen,
    }


def _trial(futures: Futures, trial: Trial) -> Json:
    more = trial.life.net_fen - futures.quiet.net_fen
    return {
        "start": str(trial.start),
        "income": trial.income or None,
        **_life(trial.life),
        "extra_net_fen": more,
    }


def _warned(futures: Futures, one: Warned) -> Json:
    return {
        "kind": one.shock.kind,
        "start": str(one.start),
        "loan_fen": one.loan.fen,
        "fee_fen": one.loan.fee_fen,
        "dues_fen": one.dues_fen,
        **_life(one.life),
        "extra_net_fen": one.life.net_fen - futures.quiet.net_fen,
    }


def _life(life: Life) -> Json:
    return {
        "holds": life.holds,
        "breaks": str(life.breaks) if life.breaks else None,
        "overdue_months": life.overdue_months,
        "harm": harm_number(life.harm_halves),
        "unpaid_essential_fen": life.unpaid_essential_fen,
        "cut_fen": life.cut_fen,
        "cost_fen": life.cost_fen,
        "net_fen": life.net_fen,
        "left_fen": life.left_fen,
        "debt_free": life.debt_free,
        "past_due_90_days": list(life.past_90),
        "planned_again": [str(month) for month in life.changes],
    }


def _fan(fan: Fan) -> Json:
    return {
        "paths": fan.paths,
        "seed": fan.seed,
        "low_chance": str(fan.low_chance),
        "held": fan.held,
        "past_due_90_days": fan.overdue_past_90,
        "breaks": _counted(fan.breaks),
        "debt_free": list(fan.free),
        "months": [
            {"month": str(month), "owed_fen": _spread(owed), "cash_fen": _spread(cash)}
            for month, owed, cash in zip(fan.months, fan.owed, fan.cash, strict=True)
        ],
    }


def _counted(counts: Mapping[Month, int]) -> Json:
    return {str(month): count for month, count in counts.items()}


def _spread(spread: Spread) -> list[int]:
    return [spread.low_fen, spread.middle_fen, spread.high_fen]


def _funds(funds: Funds) -> Json:
    return {
        "tried": funds.tried,
        "worth_fen": funds.best.target_fen,
        "targets": [
            {
                "target_fen": one.target_fen,
                "own": one.own,
                "works": one.works,
                "more_fen": one.more_fen,
                "debt_free": one.debt_free,
                "held": one.held,
                "unpaid_essential_fen": one.unpaid_fen,
            }
            for one in funds.funds
        ],
    }


def _changes(changes: Changes) -> Json:
    return {
        "tried": changes.tried,
        "held": changes.held,
        "unpaid_essential_fen": changes.unpaid_fen,
        "changes": [
            {
                "kind": one.change.kind,
                "names": list(one.change.names),
                "fen": one.change.fen or None,
                "hours_month": one.change.hours or None,
                "works": one.works,
                "held": one.held,
                "unpaid_essential_fen": one.unpaid_fen,
            }
            for one in changes.helped
        ],
    }
