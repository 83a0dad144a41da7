"""What a month's end counts: late dues, harm, what breaks a plan, and what has accrued by the last one (SPEC §5)."""

from ashore.simulation import layout as at
from ashore.simulation.debts import (
    accrue,
    day_of,
    days_past_due,
    due,
    held,
    is_open,
    mark_late,
    post_penalties,
)

CURE_MONTHS = 6
DAY_90 = 90
RUNAWAY_FEN = 1 << 39
FIRST_MONTH, LATER_MONTH, PAST_DAY_90, PASSING_DAY_90 = 10, 4, 1, 10  # halves of the weight


def end_month(
    data: list[int], money: list[int], state: list[int], out: list[int], month: int, cash: int
) -> int:
    """Return the status after a month has ended: late dues, harm, counts."""
    failed = out[at.O_UNPAID] > 0
    total, closed, arrears = 0, 1, 0
    end = data[data[at.H_ENDS_AT] + month]
    for index in range(data[at.H_DEBTS]):
        t, s = data[at.H_TERMS_AT] + index * at.TERMS_SIZE, index * data[at.H_SLOT_SIZE]
        if is_open(state, s):
            closed = 0
            mark_late(data, state, t, s, end + 1)
            late = due(data, state, t, s, end, 1)
            arrears += late
            broken = count_late(data, state, out, t, s, month, end, late)
            failed = failed or broken > 0
            total += late + state[s + at.S_PRINCIPAL] + state[s + at.S_RUN] + held(state, s)
        else:
            state[s + at.S_OVERDUE_BEFORE] = 0
    out[at.O_ARREARS] += arrears
    if failed and out[at.O_FAILED_IN] < 0:
        out[at.O_FAILED_IN] = month
    if cash < money[month * at.MONEY_SIZE + at.M_TARGET]:
        out[at.O_MISSED_FUND] = 1
    row = at.OUT_SIZE + month * at.OUT_ROW
    out[row + at.OUT_CASH], out[row + at.OUT_ARREARS] = cash, arrears
    if total >= RUNAWAY_FEN:
        return at.RUNAWAY
    return at.CLOSED if closed else at.OPEN


def count_late(
    data: list[int], state: list[int], out: list[int], t: int, s: int, month: int, end: int, late: int
) -> int:
    """Return 1 if a debt's overdue month, counted here, breaks a plan that works, else 0."""
    if late == 0:
        state[s + at.S_OVERDUE_BEFORE] = 0
        return 0
    out[at.O_OVERDUE_MONTHS] += 1
    state[s + at.S_OVERDUE_MONTHS] += 1
    weight = data[t + at.T_WEIGHT]
    if days_past_due(state, s, end) > DAY_90:
        passing = 0 if state[s + at.S_PAST_90] else PASSING_DAY_90
        out[at.O_HARM] += weight * (PAST_DAY_90 + passing)
        state[s + at.S_PAST_90] = 1
    else:
        out[at.O_HARM] += weight * (LATER_MONTH if state[s + at.S_OVERDUE_BEFORE] else FIRST_MONTH)
    state[s + at.S_OVERDUE_BEFORE] = 1
    if state[s + at.S_OVERDUE_START] == 0 or month >= CURE_MONTHS:
        return 1
    return 0 if late_dues(data, state, t, s) <= state[s + at.S_ARREARS_START] else 1


def late_dues(data: list[int], state: list[int], t: int, s: int) -> int:
    """Return what is late without what being late has added since `as_of` (of a revolving debt: all that is late)."""
    total = 0
    for index in range(state[s + at.S_COUNT]):
        item = s + at.S_ITEMS + index * at.ITEM_SIZE
        if state[item + at.I_LATE]:
            total += state[item + at.I_UNPAID]
    if data[t + at.T_KIND] != at.REVOLVING:
        for part in (at.PENALTY, at.COMPOUND, at.DAMAGES):
            total -= state[s + at.S_CHARGED + part]
    return total


def post_accrued(data: list[int], state: list[int], months: int) -> None:
    """Post what has accrued by the end of the last month: penalty, and interest where it accrues by days."""
    point = at.FIRST_START + at.PER_MONTH * months
    for index in range(data[at.H_DEBTS]):
        t, s = data[at.H_TERMS_AT] + index * at.TERMS_SIZE, index * data[at.H_SLOT_SIZE]
        if data[t + at.T_DAILY]:
            accrue(data, state, t, s, point)
        post_penalties(data, state, t, s, day_of(data, t, point))
