"""How a debt's dues form, month by month: instalments, statements, deferrals, typed rows, changed rates."""

from ashore.simulation import layout as at
from ashore.simulation.debts import accrue, day_of, due, fix_instalment, is_running, mark_late, post_penalties
from ashore.simulation.exact import times


def add_item(data: list[int], state: list[int], t: int, s: int, pay_by: int, principal: int) -> None:
    """Put a new instalment last: principal, the interest run, and what was held."""
    item = s + at.S_ITEMS + state[s + at.S_COUNT] * at.ITEM_SIZE
    for part in range(at.PART_COUNT):
        state[item + at.I_PARTS + part] = state[s + at.S_HELD + part]
        state[s + at.S_HELD + part] = 0
    state[s + at.S_PRINCIPAL] -= principal
    state[item + at.I_PARTS + at.PRINCIPAL] += principal
    state[item + at.I_PARTS + at.INTEREST] += state[s + at.S_RUN]
    state[s + at.S_RUN] = 0
    keep_item(data, state, t, s, pay_by)


def keep_item(data: list[int], state: list[int], t: int, s: int, pay_by: int) -> None:
    """Count the instalment just written if it asks for anything; set its days."""
    item = s + at.S_ITEMS + state[s + at.S_COUNT] * at.ITEM_SIZE
    end = pay_by + data[t + at.T_GRACE]
    state[item + at.I_DUE] = pay_by
    state[item + at.I_LATE_AFTER] = end
    state[item + at.I_PENALTY_FROM] = end if data[t + at.T_POSTPONE] else pay_by
    state[item + at.I_LATE] = 0
    for mark in range(at.MARKS):
        state[item + at.I_MARKS + mark] = 0
    total = 0
    for place in range(item + at.I_PARTS, item + at.I_PARTS + at.PART_COUNT):
        total += state[place]
    state[item + at.I_UNPAID] = total
    if total:
        state[s + at.S_COUNT] += 1


def set_rate(data: list[int], state: list[int], t: int, s: int, month: int, day: int, rate: int) -> None:
    """Let another rate hold after a due; the penalty's spans end and a level payment is fixed again."""
    if rate == state[s + at.S_RATE]:
        return
    post_penalties(data, state, t, s, day)
    state[s + at.S_RATE] = rate
    if data[t + at.T_KIND] == at.LEVEL and state[s + at.S_PRINCIPAL] and state[s + at.S_PERIODS]:
        fix_instalment(data, state, t, s, month)


def turn(data: list[int], state: list[int], t: int, s: int, month: int, keep_period: int) -> None:
    """Turn to the period after a month's due day."""
    point = at.FIRST_PAY + at.PER_MONTH * month
    rate = data[data[t + at.T_RATE_AFTER_AT] + month]
    if keep_period == 0:
        state[s + at.S_PERIOD] = state[s + at.S_SPAN] = point
    elif rate != state[s + at.S_RATE]:
        accrue(data, state, t, s, point)
    set_rate(data, state, t, s, month, day_of(data, t, point), rate)


def skip(data: list[int], state: list[int], t: int, s: int, month: int) -> None:
    """Let a month's due fall away, treating its interest as the deferral says."""
    mode = data[t + at.T_DEFER_MODE]
    if data[t + at.T_KIND] == at.BULLET:
        state[s + at.S_DEFERRED] -= 1
        turn(data, state, t, s, month, 1)
        return
    accrue(data, state, t, s, at.FIRST_PAY + at.PER_MONTH * month)
    state[s + at.S_DEFERRED] -= 1
    if mode == at.PAY:
        add_item(data, state, t, s, data[data[t + at.T_PAY_BY_AT] + month], 0)
    else:
        place = s + at.S_PRINCIPAL if mode == at.ADD else s + at.S_HELD + at.INTEREST
        state[place] += state[s + at.S_RUN]
        state[s + at.S_RUN] = 0
    turn(data, state, t, s, month, 0)
    if mode == at.ADD:
        fix_instalment(data, state, t, s, month)


def principal_due(data: list[int], state: list[int], t: int, s: int) -> int:
    """Return the principal that falls due; the last period takes what is left."""
    principal, kind = state[s + at.S_PRINCIPAL], data[t + at.T_KIND]
    if state[s + at.S_PERIODS] <= 1:
        return principal
    if kind == at.LEVEL:
        return min(principal, max(0, state[s + at.S_PAYMENT] - state[s + at.S_RUN]))
    return min(principal, state[s + at.S_PART]) if kind == at.PARTS else 0


def instalment(data: list[int], state: list[int], t: int, s: int, month: int) -> None:
    """Form a month's instalment."""
    accrue(data, state, t, s, at.FIRST_PAY + at.PER_MONTH * month)
    principal = principal_due(data, state, t, s)
    if state[s + at.S_PRINCIPAL]:
        state[s + at.S_HELD + at.FEES] += data[t + at.T_PERIOD_FEE]
        state[s + at.S_CHARGED + at.FEES] += data[t + at.T_PERIOD_FEE]
    state[s + at.S_PERIODS] = max(0, state[s + at.S_PERIODS] - 1)
    add_item(data, state, t, s, data[data[t + at.T_PAY_BY_AT] + month], principal)
    turn(data, state, t, s, month, 0)


def statement(data: list[int], state: list[int], t: int, s: int, month: int) -> None:
    """Form a revolving debt's statement: interest joins what is carried, the minimum falls due."""
    held = s + at.S_HELD
    before = state[s + at.S_PRINCIPAL]
    for part in range(at.PART_COUNT):
        before += state[held + part]
    accrue(data, state, t, s, at.FIRST_PAY + at.PER_MONTH * month)
    total = before + state[s + at.S_RUN]
    state[held + at.INTEREST] += state[s + at.S_RUN]
    state[s + at.S_RUN] = 0
    rule, pay_by = t + at.T_MINIMUM, data[data[t + at.T_PAY_BY_AT] + month]
    base = before if data[rule + at.MINIMUM_BEFORE] else total
    least = times(base, data[rule], data[rule + at.MINIMUM_DEN], at.HALF_UP)
    least = min(total, max(data[rule + at.MINIMUM_FLOOR], least))
    deferred = state[s + at.S_DEFERRED]
    if deferred:
        state[s + at.S_DEFERRED] -= 1
        least = total - before if data[t + at.T_DEFER_MODE] == at.PAY else 0
    if least or not deferred:
        item = s + at.S_ITEMS + state[s + at.S_COUNT] * at.ITEM_SIZE
        for part in range(at.PART_COUNT):
            state[item + at.I_PARTS + part] = 0
        owed_before = due(data, state, t, s, pay_by, 0)
        state[item + at.I_PARTS + at.PRINCIPAL] = max(0, min(least, total - owed_before))
        keep_item(data, state, t, s, pay_by)
    turn(data, state, t, s, month, 0)


def form(data: list[int], state: list[int], t: int, s: int, month: int) -> None:
    """Form what falls due on a month's due day; a typed schedule's rows form by `form_row`."""
    mark_late(data, state, t, s, day_of(data, t, at.FIRST_PAY + at.PER_MONTH * month))
    if is_running(state, s) == 0:
        if state[s + at.S_COUNT]:
            turn(data, state, t, s, month, 0)
    elif data[t + at.T_KIND] == at.REVOLVING:
        statement(data, state, t, s, month)
    elif state[s + at.S_DEFERRED]:
        skip(data, state, t, s, month)
    elif data[t + at.T_KIND] == at.BULLET and state[s + at.S_PERIODS] > 1:
        state[s + at.S_PERIODS] -= 1
        turn(data, state, t, s, month, 1)
    else:
        instalment(data, state, t, s, month)


def next_row(data: list[int], state: list[int], t: int, s: int) -> int:
    """Return where a typed schedule's next row lies in `state`; -1 if none is left."""
    if state[s + at.S_ROW] >= state[s + at.S_ROW_END]:
        return -1
    return data[t + at.T_ROWS_AT] + state[s + at.S_ROW] * at.ROW_SIZE


def row_principal(data: list[int], state: list[int], t: int, s: int, index: int, left: int) -> int:
    """Return the principal of a typed row when `left` is not yet due; the last row takes it all."""
    row = data[t + at.T_ROWS_AT] + index * at.ROW_SIZE
    return left if index + 1 == state[s + at.S_ROW_END] else min(left, state[row + at.ROW_PRINCIPAL])


def form_rows(data: list[int], state: list[int], t: int, s: int, month: int) -> int:
    """Return the day of a typed schedule's next row, having formed it and all others of the same day."""
    row = next_row(data, state, t, s)
    day = state[row + at.ROW_DUE]
    while row >= 0 and state[row + at.ROW_DUE] == day:
        form_row(data, state, t, s, month)
        row = next_row(data, state, t, s)
    return day


def pass_row(data: list[int], state: list[int], t: int, s: int, row: int) -> None:
    """Let a typed due fall away; the interest that the wait adds is treated as the deferral says."""
    state[s + at.S_DEFERRED] -= 1
    state[s + at.S_ROW] += 1
    waited = state[row + at.ROW_INTEREST]
    state[s + at.S_CHARGED + at.INTEREST] += waited
    if data[t + at.T_DEFER_MODE] == at.PAY:
        state[s + at.S_RUN] += waited
        add_item(data, state, t, s, state[row + at.ROW_PAY_BY], 0)
    elif data[t + at.T_DEFER_MODE] == at.ADD:
        last = data[t + at.T_ROWS_AT] + (state[s + at.S_ROW_END] - 1) * at.ROW_SIZE
        state[s + at.S_PRINCIPAL] += waited
        state[last + at.ROW_PRINCIPAL] += waited
    else:
        state[s + at.S_HELD + at.INTEREST] += waited


def form_row(data: list[int], state: list[int], t: int, s: int, month: int) -> None:
    """Form the instalment of a typed schedule's next row; a row put there for a deferral passes."""
    row = next_row(data, state, t, s)
    mark_late(data, state, t, s, state[row + at.ROW_DUE])
    if state[s + at.S_DEFERRED]:
        pass_row(data, state, t, s, row)
        set_rate(data, state, t, s, month, state[row + at.ROW_DUE], state[row + at.ROW_RATE])
        return
    principal = row_principal(data, state, t, s, state[s + at.S_ROW], state[s + at.S_PRINCIPAL])
    state[s + at.S_RUN] += state[row + at.ROW_INTEREST]
    state[s + at.S_CHARGED + at.INTEREST] += state[row + at.ROW_INTEREST]
    state[s + at.S_HELD + at.FEES] += state[row + at.ROW_FEE]
    state[s + at.S_CHARGED + at.FEES] += state[row + at.ROW_FEE]
    state[s + at.S_ROW] += 1
    add_item(data, state, t, s, state[row + at.ROW_PAY_BY], principal)
    if state[s + at.S_PRINCIPAL] == 0:
        state[s + at.S_ROW] = state[s + at.S_ROW_END]
    state[s + at.S_PERIODS] = state[s + at.S_ROW_END] - state[s + at.S_ROW]
    set_rate(data, state, t, s, month, state[row + at.ROW_DUE], state[row + at.ROW_RATE])
