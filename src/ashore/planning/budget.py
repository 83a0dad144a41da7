"""One month's amounts, decided at its start: how much of each due is met, what may be spent and repaid besides."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from ashore.dates import Month
from ashore.loans.account import TermAccount
from ashore.loans.concessions import Account
from ashore.loans.settlement import SettlingAccount
from ashore.money import share_out
from ashore.planning.policy import HOLDING_ORDERS, Policy, Runner, in_order, tier_of

DAY = timedelta(days=1)
ReserveOf = Callable[[Sequence[Runner]], int]
"""Cash to keep at this month's end for later protected spending and the dues of these debts."""


def pay_days(account: Account, month: Month) -> list[date]:
    """Return the days of a month on which a debt is paid: its dues; its due day if only arrears stand.

    A sum of a settlement that is due today, on which it was agreed, is paid today: tomorrow it would be missed.
    """
    days = due_days(account, month)
    if isinstance(account, SettlingAccount) and account.settling and account.due_fen:
        return [account.day, *days]
    if not days and account.due_fen:
        days.append(max(account.day + DAY, month.day(account.terms.due_day)))
    return days


def due_days(account: Account, month: Month) -> list[date]:
    """Return the days of a month, all still ahead, on which a due forms; a typed schedule can have several."""
    if not account.running or account.next_due > month.last:
        return []
    if isinstance(account, TermAccount) and account.rows:
        return sorted({row.due for row in account.rows if row.due <= month.last})
    return [account.next_due]


def find_needs(runners: Sequence[Runner], month: Month, *, by_day: bool) -> None:
    """Set what each debt needs this month so that nothing of it is unpaid, penalty to its pay day included.

    A settlement cannot be paid later: it needs its sums on their days.
    """
    for runner in runners:
        days = runner.pay_days = pay_days(runner.account, month)
        if not days and not runner.account.due_fen:
            runner.need_fen = 0
            continue
        waits = by_day and not (isinstance(runner.account, SettlingAccount) and runner.account.settling)
        runner.need_fen = sum(_dues(runner.account.copy(), [month.last] if waits else days))


def _dues(probe: Account, days: Sequence[date]) -> Iterator[int]:
    """Yield what is due on each of these days if it is paid each time; nobody looks at it after the last."""
    for place, day in enumerate(days, 1):
        probe.advance(day)
        due = probe.due_fen
        if due and place < len(days):
            probe.pay(due)
        yield due


def set_budgets(runners: Sequence[Runner], policy: Policy, spendable_fen: int, reserve_of: ReserveOf) -> int:
    """Set each debt's budget out of `spendable_fen` in the policy's order.  Returns what is left after them.

    With `reserve`, a group is met only from cash above what essential spending and the groups before it need later.
    """
    ranked = in_order([runner for runner in runners if runner.need_fen], policy)
    for runner in runners:
        runner.budget_fen = 0
    if policy.order == "pro-rata":
        return _share(ranked, spendable_fen)
    if policy.order == "dues-first":
        _dues_first(ranked, spendable_fen - (reserve_of(()) if policy.reserve else 0))
        return spendable_fen - sum(runner.budget_fen for runner in ranked)
    left, tier, room = spendable_fen, -1, spendable_fen
    for runner in ranked:
        if tier_of(runner, policy) != tier:
            tier = tier_of(runner, policy)
            before = [one for one in runners if tier_of(one, policy) < tier]
            room = left - (reserve_of(before) if policy.reserve else 0)
        runner.budget_fen = max(0, min(runner.need_fen, room))
        if (
            policy.order in HOLDING_ORDERS
            and runner.budget_fen < runner.need_fen
            and not runner.account.arrears_fen
        ):
            runner.budget_fen = 0  # part of a due keeps no debt clean; the money helps whole elsewhere
        room -= runner.budget_fen
        left -= runner.budget_fen
    return left


def release(done: Runner, runners: Sequence[Runner], policy: Policy) -> None:
    """Give what a debt that is paid for this month no longer needs to those met in part, in the policy's order.

    On real days a need counts penalty to the month's end, and a debt paid on time needs none of it.  Part of a due
    keeps no debt clean, so a holding order gives none.
    """
    if policy.order in HOLDING_ORDERS or not done.budget_fen:
        return
    for runner in in_order([one for one in runners if one is not done], policy):
        more = min(done.budget_fen, runner.short_fen)
        runner.budget_fen += more
        runner.short_fen -= more
        done.budget_fen -= more


def _dues_first(runners: Sequence[Runner], room_fen: int) -> None:
    """Set budgets so that no later due stays unpaid, then for what was overdue already."""
    for runner in runners:
        runner.budget_fen = max(0, min(runner.dues_fen, room_fen))
        room_fen -= runner.budget_fen
    for runner in runners:
        more = max(0, min(runner.need_fen - runner.budget_fen, room_fen))
        runner.budget_fen += more
        room_fen -= more


def _share(runners: Sequence[Runner], spendable_fen: int) -> int:
    needs = tuple(runner.need_fen for runner in runners)
    if not needs:
        return spendable_fen
    total = min(spendable_fen, sum(needs))
    for runner, share in zip(runners, share_out(max(0, total), needs), strict=True):
        runner.budget_fen = min(share, runner.need_fen)
    return spendable_fen - sum(runner.budget_fen for runner in runners)
