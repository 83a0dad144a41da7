"""The month loop: income, protected spending, dues in the strategy's order, other spending, extra repayment.

Every month is whole: its income and protected spending are there before its first due (SPEC §5.1 from month 3 on).
A strategy is three numbers: the order of dues, where surplus goes, whether cash is kept for what is known ahead.
Written for a compiler as well: whole numbers, flat lists and loops, nothing else.
"""

from ashore.simulation import layout as at
from ashore.simulation.debts import day_of, days_past_due, due, is_open, is_running, mark_late
from ashore.simulation.dues import form, form_rows, next_row, row_principal
from ashore.simulation.exact import share_out
from ashore.simulation.expected import keep_of, keep_until, last_due, refresh_expected
from ashore.simulation.month_end import end_month, post_accrued
from ashore.simulation.payments import early_cost, pay, prepay, prepayable
from ashore.simulation.ranking import rank, set_extra_keys, set_keys


def run(data: list[int], money: list[int], state: list[int], out: list[int], strategy: list[int]) -> int:
    """Return the status (layout: OPEN, CLOSED, RUNAWAY) after going through the months; `state`, `out` are filled."""
    cash, status = data[at.H_CASH], at.OPEN
    out[at.O_LAST_PAID] = out[at.O_FAILED_IN] = -1
    for month in range(data[at.H_MONTHS]):
        if status == at.OPEN:
            cash = one_month(data, money, state, out, strategy, month, cash)
            status = end_month(data, money, state, out, month, cash)
            out[at.O_MONTHS] = month + 1
    post_accrued(data, state, out[at.O_MONTHS])
    out[at.O_STATUS], out[at.O_CASH] = status, cash
    return status


def one_month(
    data: list[int],
    money: list[int],
    state: list[int],
    out: list[int],
    strategy: list[int],
    month: int,
    cash: int,
) -> int:
    """Return the cash at a month's end, having let its money move."""
    order, extra, keep = strategy[at.ORDER], strategy[at.EXTRA], strategy[at.KEEP]
    flows = month * at.MONEY_SIZE
    cash += money[flows + at.M_INCOME]
    protected = min(cash, money[flows + at.M_PROTECTED])
    out[at.O_UNPAID] += money[flows + at.M_PROTECTED] - protected
    cash -= protected
    asked = min(max(0, cash - data[at.H_STOCK]), money[flows + at.M_ASKED])
    out[at.O_UNPAID] += money[flows + at.M_ASKED] - asked
    cash -= asked
    if keep:
        refresh_expected(data, money, state, month)
    set_keys(data, state, month, order)
    set_extra_keys(data, state, extra)
    needs = find_needs(data, state, month)
    usable = max(0, cash - data[at.H_STOCK])
    left = set_budgets(data, state, month, usable, needs, order, keep)
    kept = keep_of(data, state, at.KEEP_ALL, month) if keep else 0
    other = min(max(0, left - kept), money[flows + at.M_OTHER])
    out[at.O_CUT] += money[flows + at.M_OTHER] - other
    before = cash
    for index in range(data[at.H_DEBTS]):
        cash -= pay_debt(data, state, out, index, month)
    if strategy[at.SPARE]:
        kept = keep_of(data, state, at.KEEP_SPENT, month)
    surplus = left - other - max(kept, money[flows + at.M_TARGET])
    lumps = left - other if strategy[at.LUMPS] and other == money[flows + at.M_OTHER] else -1
    if extra != at.NO_EXTRA and (surplus > 0 or lumps > 0) and usable - left == needs:
        cash -= repay_early(data, state, out, month, surplus, extra, lumps, money[flows + at.M_TARGET])
    row = at.OUT_SIZE + month * at.OUT_ROW
    out[row + at.OUT_DEBT], out[row + at.OUT_OTHER] = before - cash, other
    return cash - other


def find_needs(data: list[int], state: list[int], month: int) -> int:
    """Return all that must be paid this month, noted debt by debt; each debt's first due is formed."""
    total = 0
    for index in range(data[at.H_DEBTS]):
        t, s = data[at.H_TERMS_AT] + index * at.TERMS_SIZE, index * data[at.H_SLOT_SIZE]
        state[s + at.S_PAY_DAY], state[s + at.S_FORMED] = -1, 0
        state[s + at.S_NEED] = state[s + at.S_BUDGET] = 0
        if is_open(state, s) and month >= data[at.H_PAID_FROM]:
            day = first_due(data, state, t, s, month)
            state[s + at.S_PAY_DAY] = day
            state[s + at.S_DUE] = due(data, state, t, s, day, 0)
            state[s + at.S_NEED] = state[s + at.S_DUE] + later_rows(data, state, t, s, month)
            total += state[s + at.S_NEED]
    return total


def first_due(data: list[int], state: list[int], t: int, s: int, month: int) -> int:
    """Return the debt's pay day, having formed the first due of the month if there is one."""
    day = day_of(data, t, at.FIRST_PAY + at.PER_MONTH * month)
    row = next_row(data, state, t, s) if data[t + at.T_KIND] == at.TYPED and is_running(state, s) else -1
    if row >= 0:
        if state[row + at.ROW_DUE] <= data[data[at.H_ENDS_AT] + month]:
            day = form_rows(data, state, t, s, month)
            state[s + at.S_FORMED] = 1
            return day
    elif month >= data[t + at.T_FIRST]:
        state[s + at.S_FORMED] = is_running(state, s)
        form(data, state, t, s, month)
        return day
    mark_late(data, state, t, s, day)
    return day


def later_rows(data: list[int], state: list[int], t: int, s: int, month: int) -> int:
    """Return what further rows of a typed schedule ask for in the same month."""
    total, left = 0, state[s + at.S_PRINCIPAL]
    if data[t + at.T_KIND] == at.TYPED:
        for index in range(state[s + at.S_ROW], state[s + at.S_ROW_END]):
            row = data[t + at.T_ROWS_AT] + index * at.ROW_SIZE
            if left and state[row + at.ROW_DUE] <= data[data[at.H_ENDS_AT] + month]:
                principal = row_principal(data, state, t, s, index, left)
                left -= principal
                total += principal + state[row + at.ROW_INTEREST] + state[row + at.ROW_FEE]
    return total


def set_budgets(
    data: list[int], state: list[int], month: int, cash: int, needs: int, order: int, keep: int
) -> int:
    """Return what is left of the cash after each debt's budget is set, in the strategy's order.

    With `keep`, a group of debts is met only from cash above what is known ahead of it and the groups before.
    """
    debts, size = data[at.H_DEBTS], data[at.H_SLOT_SIZE]
    if order == at.BY_SHARE:
        total = min(cash, needs)
        if needs:
            share_out(total, state, debts, size, at.S_NEED, at.S_BUDGET)
        return cash - total
    left, room, tier = cash, cash, -1
    rank(data, state, at.S_KEY, at.S_KEY2)
    for place in range(debts):
        s = state[data[at.H_RANK_AT] + place] * size
        own = state[s + at.S_OVERDUE_START] if order == at.CLEAN_FIRST else 0
        if state[s + at.S_NEED]:
            if own != tier:
                tier = own
                ahead = at.KEEP_CLEAN if own else at.KEEP_NEEDS
                room = left - (keep_of(data, state, ahead, month) if keep else 0)
            budget = max(0, min(state[s + at.S_NEED], room))
            state[s + at.S_BUDGET] = budget
            room -= budget
            left -= budget
    return left


def pay_debt(data: list[int], state: list[int], out: list[int], index: int, month: int) -> int:
    """Return what was paid of a debt's dues of the month from its budget."""
    t, s = data[at.H_TERMS_AT] + index * at.TERMS_SIZE, index * data[at.H_SLOT_SIZE]
    if state[s + at.S_PAY_DAY] < 0:
        return 0
    before = state[s + at.S_PAID]
    pay_due(data, state, t, s, month)
    row = next_row(data, state, t, s) if data[t + at.T_KIND] == at.TYPED else -1
    while row >= 0 and state[row + at.ROW_DUE] <= data[data[at.H_ENDS_AT] + month]:
        day = form_rows(data, state, t, s, month)
        state[s + at.S_PAY_DAY], state[s + at.S_DUE] = day, due(data, state, t, s, day, 0)
        pay_due(data, state, t, s, month)
        row = next_row(data, state, t, s)
    paid = state[s + at.S_PAID] - before
    if paid:
        out[at.O_LAST_PAID] = state[s + at.S_LAST_PAID] = month
    out[at.O_PAID] += paid
    return paid


def pay_due(data: list[int], state: list[int], t: int, s: int, month: int) -> None:
    """Pay what is due on the debt's pay day as far as its budget goes."""
    day, owed = state[s + at.S_PAY_DAY], state[s + at.S_DUE]
    amount = min(owed, state[s + at.S_BUDGET])
    if amount > 0:
        if amount < owed or days_past_due(state, s, day):
            state[s + at.S_STALE] = 1
        state[s + at.S_BUDGET] -= amount
        pay(data, state, t, s, amount, at.FIRST_PAY + at.PER_MONTH * month, day)


def repay_early(
    data: list[int],
    state: list[int],
    out: list[int],
    month: int,
    surplus: int,
    extra: int,
    lumps: int,
    target: int,
) -> int:
    """Return what was repaid early, in the strategy's order: the surplus, and what `add_lumps` finds (-1: no)."""
    set_shares(data, state, surplus, extra)
    if lumps >= 0:
        add_lumps(data, state, month, lumps, target)
    paid = 0
    for place in range(data[at.H_DEBTS]):
        index = state[data[at.H_RANK_AT] + place]
        t, s = data[at.H_TERMS_AT] + index * at.TERMS_SIZE, index * data[at.H_SLOT_SIZE]
        principal = prepayable(data, state, t, s, state[s + at.S_SHARE], state[s + at.S_PAY_DAY])
        if principal:
            paid += prepay(data, state, t, s, principal, month, state[s + at.S_PAY_DAY])
            state[s + at.S_STALE] = 1
            out[at.O_LAST_PAID] = state[s + at.S_LAST_PAID] = month
    out[at.O_PAID] += paid
    return paid


def set_shares(data: list[int], state: list[int], surplus: int, extra: int) -> None:
    """Set what each debt gets of the surplus, in the strategy's order."""
    debts, size, left, whole = data[at.H_DEBTS], data[at.H_SLOT_SIZE], max(0, surplus), 0
    for index in range(debts):
        whole += state[index * size + at.S_SIZE]
        state[index * size + at.S_SHARE] = 0
    if extra == at.BY_SHARE and whole:
        share_out(left, state, debts, size, at.S_SIZE, at.S_SHARE)
    rank(data, state, at.S_EXTRA_KEY, at.S_EXTRA_KEY)
    for place in range(debts):
        index = state[data[at.H_RANK_AT] + place]
        s = index * size
        room = state[s + at.S_SHARE] if extra == at.BY_SHARE else left
        state[s + at.S_SHARE] = share_of(data, state, index, room)
        left -= state[s + at.S_SHARE]


def share_of(data: list[int], state: list[int], index: int, room: int) -> int:
    """Return how much of some cash a debt takes early this month, with all that this makes due."""
    t, s = data[at.H_TERMS_AT] + index * at.TERMS_SIZE, index * data[at.H_SLOT_SIZE]
    if state[s + at.S_FORMED] == 0 or state[s + at.S_EXTRA_KEY] >= at.NEVER:
        return 0
    principal = prepayable(data, state, t, s, room, state[s + at.S_PAY_DAY])
    return early_cost(data, state, t, s, principal)


def add_lumps(data: list[int], state: list[int], month: int, cash: int, target: int) -> None:
    """Let cash that waits for a debt's last large due repay that debt now, as far as no month before needs it.

    At least `target` stays.  A level payment's last due is as small as the others and is not waited for.
    """
    total, size = 0, data[at.H_SLOT_SIZE]
    for index in range(data[at.H_DEBTS]):
        total += state[index * size + at.S_SHARE]
    for place in range(data[at.H_DEBTS]):
        index = state[data[at.H_RANK_AT] + place]
        kind, s = data[data[at.H_TERMS_AT] + index * at.TERMS_SIZE + at.T_KIND], index * size
        last = last_due(data, state, index, month) if kind in (at.AT_END, at.BULLET) else -1
        if last > month:
            own = state[s + at.S_SHARE]
            room = cash - max(keep_until(data, state, month, last), target) - (total - own)
            share = max(own, share_of(data, state, index, room))
            state[s + at.S_SHARE] = share
            total += share - own
