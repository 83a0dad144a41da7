"""A household relaxed for the bound: what its debts may do, what money there is, what must stay (SPEC §6)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, combinations, islice

from ashore.dates import Month
from ashore.household.flows import sale_fen
from ashore.planning.floors import floors, funds_of
from ashore.planning.friend import draw_day, friend_runner
from ashore.planning.offers import Offer, Selection, fits, offers_of
from ashore.planning.paths import contract_stretch
from ashore.planning.problem import Problem, needs_by_month
from ashore.planning.relaxed import SPENT, Group, Relaxed, Span, Stretch, Ways
from ashore.planning.ways import contract_ways, ways_with

SELECTIONS_MAX = 64
"""With more selections of concessions that hang together, each debt is taken to choose for itself: no dearer."""


def relax(problem: Problem, span: Span, debts: Sequence[Group] | None = None) -> Relaxed | None:
    """Return the household relaxed over the months of a plan; None where no bound can be shown.

    Side work is as in the plan.  None where something is waived only if it is paid by a day.  `debts`: what
    `relax_debts` returns, if it is known already.
    """
    if hangs_on_payment(problem):
        return None
    groups = [*(relax_debts(problem) if debts is None else debts), *_friends(problem, span.lent_fen)]
    months = len(span.worked_fen)
    spent = needs_by_month(problem, ("essential", "due", *SPENT))
    other = [need - less for need, less in zip(spent, needs_by_month(problem), strict=True)]
    net = tuple(worked - less for worked, less in zip(span.worked_fen, spent, strict=False))
    cash = problem.household.cash_fen + problem.extra_cash_fen
    funds = funds_of(problem, groups, net)
    return Relaxed(
        tuple(groups),
        cash,
        net,
        floors(problem, funds, cash),
        tuple(_prices(problem, months)),
        tuple(other[:months]),
        span.cuts_max_fen,
        *funds,
    )


def hangs_on_payment(problem: Problem) -> bool:
    """Return whether something is waived only if it is paid by a day: of that no relaxation is made."""
    return any(one.if_paid_by for debt in problem.household.debts for one in debt.concessions)


def _prices(problem: Problem, months: int) -> Iterator[tuple[int, ...]]:
    """Yield what each thing that may be sold brings in each month; nothing is sold in month 0."""
    for asset in problem.household.assets:
        if asset.for_sale:
            later = (sale_fen(asset, index) for index in range(1, months))
            yield (0, *later)


def relax_debts(problem: Problem) -> tuple[Group, ...]:
    """Return the debts relaxed, those that one agreement reaches together."""
    return tuple(_groups(problem))


def _groups(problem: Problem) -> Iterator[Group]:
    offers = offers_of(problem.household, problem.accounts)
    contracts = [contract_ways(problem, index) for index in range(len(problem.accounts))]
    for members in _connected(len(contracts), offers):
        reaching = tuple(one for one in offers if one.debt in members)
        ways = {
            (index, one): tuple(replace(way, offer=place) for way in ways_with(problem, index, one))
            for place, one in enumerate(offers)
            if one in reaching
            for index in one.members
        }
        alone = all(len(one.members) == 1 for one in reaching)
        selections = [] if alone else _selections(reaching)
        if 0 < len(selections) <= SELECTIONS_MAX:
            yield Group(tuple(_chosen(members, one, contracts, ways) for one in selections))
        else:
            free = ((*contracts[index], *_every(index, ways)) for index in members)
            yield Group((tuple(tuple(dict.fromkeys(one)) for one in free),))


def _every(index: int, ways: dict[tuple[int, Offer], Ways]) -> Iterator[Stretch]:
    for (member, _), found in ways.items():
        if member == index:
            yield from found


def _chosen(
    members: Sequence[int],
    selection: Selection,
    contracts: Sequence[Ways],
    ways: dict[tuple[int, Offer], Ways],
) -> tuple[Ways, ...]:
    """Return the ways of each debt under a selection of concessions."""
    by_debt = {index: one for one in selection for index in one.members}
    return tuple(ways[index, by_debt[index]] if index in by_debt else contracts[index] for index in members)


def _selections(offers: Selection) -> list[Selection]:
    """Return the selections that fit, up to one more than are looked at."""
    every = chain.from_iterable(combinations(offers, count) for count in range(len(offers) + 1))
    return list(islice(filter(fits, every), SELECTIONS_MAX + 1))


def _connected(debts: int, offers: Selection) -> list[list[int]]:
    """Return the debts in sets that no offer reaches across, each in file order."""
    sets = [{index} for index in range(debts)]
    for offer in offers:
        joined = set[int]().union(*(one for one in sets if one & set(offer.members)))
        sets = [one for one in sets if not one & joined] + [joined]
    return sorted(sorted(one) for one in sets)


def _friends(problem: Problem, most_fen: int) -> Iterator[Group]:
    """Yield each friend's loan: none of it, or the most that may be drawn; what lies between costs a share."""
    for index, lever in enumerate(problem.household.friend_loans):
        day = draw_day(lever, problem.as_of)
        month = Month(day.year, day.month)
        fen = min(most_fen, lever.amount_fen_max)
        runner = friend_runner(problem, index, fen, month, len(problem.accounts)) if fen else None
        if runner and (drawn := month.minus(problem.first)) <= problem.horizon:
            lent = contract_stretch(runner.id, runner.account, problem)
            none = Stretch(runner.id, 0, (), None)
            paid = (*lent.paid, (drawn, -fen))
            yield Group((((none, replace(lent, late=None, cost_fen=0, paid=paid)),),))
