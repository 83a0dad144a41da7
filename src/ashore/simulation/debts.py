"""One debt through its months, in whole fen: interest, dues, lateness; the rules of `loans` as a kernel.

In each function `t` is where the debt's facts begin in `data`, `s` where its slot begins in `state`, `point` a point
of its calendar (`layout`), `day` a day as an ordinal.
"""

from ashore.simulation import layout as at
from ashore.simulation.exact import by_limbs, times


def day_of(data: list[int], t: int, point: int) -> int:
    """Return the day of a point of the debt's calendar."""
    return data[data[t + at.T_POINTS_AT] + point * at.POINT_SIZE + at.P_DAY]


def is_open(state: list[int], s: int) -> int:
    """Return 1 if anything is owed, due or not yet due, else 0."""
    if state[s + at.S_PRINCIPAL] or state[s + at.S_COUNT] or state[s + at.S_RUN]:
        return 1
    return 1 if held(state, s) else 0


def held(state: list[int], s: int) -> int:
    """Return what waits for the next instalment; of a revolving debt: what is carried."""
    total = 0
    for place in range(s + at.S_HELD, s + at.S_HELD + at.PART_COUNT):
        total += state[place]
    return total


def is_running(state: list[int], s: int) -> int:
    """Return 1 if further dues will form, else 0."""
    return 1 if state[s + at.S_PRINCIPAL] > 0 or state[s + at.S_RUN] > 0 or held(state, s) else 0


def span_interest(data: list[int], state: list[int], t: int, s: int, base: int, point: int) -> int:
    """Return the interest on `base` from where the open span began to a point, rounded once."""
    rate = data[t + at.T_RATES_AT] + state[s + at.S_RATE] * at.RATE_SIZE
    points = data[t + at.T_POINTS_AT]
    since, until = points + state[s + at.S_SPAN] * at.POINT_SIZE, points + point * at.POINT_SIZE
    days = data[until + at.P_DAY] - data[since + at.P_DAY]
    months, period = 1, state[s + at.S_PERIOD]
    if period == at.OPENING_PERIOD:
        months, period_days = data[t + at.T_OPENING_MONTHS], data[t + at.T_OPENING_DAYS]
    else:
        period_days = day_of(data, t, period + at.PER_MONTH) - day_of(data, t, period)
    if data[t + at.T_DAILY] or months == 0:
        if data[rate + at.R_ACTUAL] == 0:
            days = data[until + at.P_POSITION] - data[since + at.P_POSITION]
            days += data[since + at.P_HOOK] & (data[until + at.P_HOOK] >> 1)
        num, den = data[rate + at.R_DAY_NUM] * days, data[rate + at.R_DAY_DEN]
    else:
        num, den = data[rate + at.R_MONTH_NUM] * months, data[rate + at.R_MONTH_DEN]
        if days != period_days:
            num, den = num * days, den * period_days
    return times(base, num, den, data[t + at.T_ROUNDING])


def accrue(data: list[int], state: list[int], t: int, s: int, point: int) -> None:
    """Post the interest run up to a point and begin a new span there."""
    if data[t + at.T_FREE] or day_of(data, t, state[s + at.S_SPAN]) >= day_of(data, t, point):
        return
    base = state[s + at.S_PRINCIPAL]
    if data[t + at.T_KIND] == at.REVOLVING:
        base += state[s + at.S_HELD + at.INTEREST]
    waived = state[s + at.S_DEFERRED] and data[t + at.T_DEFER_MODE] == at.WAIVE
    if base > 0 and not waived:
        interest = span_interest(data, state, t, s, base, point)
        state[s + at.S_RUN] += interest
        state[s + at.S_CHARGED + at.INTEREST] += interest
    state[s + at.S_SPAN] = point


def penalty(data: list[int], state: list[int], t: int, s: int, item: int, day: int, base: int) -> int:
    """Return penalty interest on `base` of a late instalment, not yet posted; each span is rounded once."""
    since, total = state[item + at.I_PENALTY_FROM], 0
    if day <= since or base == 0:
        return 0
    for place in range(item + at.I_MARKS, item + at.I_MARKS + at.MARKS):
        mark = state[place]
        if mark:
            until = mark >> at.MARK_BITS
            total += span_penalty(data, t, mark - (until << at.MARK_BITS), base, until - since)
            since = until
    return total + span_penalty(data, t, state[s + at.S_RATE], base, day - since)


def span_penalty(data: list[int], t: int, rate: int, base: int, days: int) -> int:
    """Return the penalty interest of one span at the rate of an index."""
    numbers = data[t + at.T_RATES_AT] + rate * at.RATE_SIZE
    num = data[numbers + at.R_PENALTY_NUM] * days
    return times(base, num, data[numbers + at.R_PENALTY_DEN], data[t + at.T_ROUNDING]) if num else 0


def bearing(data: list[int], state: list[int], t: int, item: int) -> int:
    """Return what of an instalment bears penalty interest: principal, with `compound` interest too."""
    if data[t + at.T_COMPOUND]:
        return state[item + at.I_PARTS + at.PRINCIPAL] + state[item + at.I_PARTS + at.INTEREST]
    return state[item + at.I_PARTS + at.PRINCIPAL]


def post_penalties(data: list[int], state: list[int], t: int, s: int, day: int) -> None:
    """Post penalty and compound interest up to a day on every late instalment; what is in grace notes the day."""
    for index in range(state[s + at.S_COUNT]):
        item = s + at.S_ITEMS + index * at.ITEM_SIZE
        if state[item + at.I_LATE]:
            alone = penalty(data, state, t, s, item, day, state[item + at.I_PARTS + at.PRINCIPAL])
            compound = penalty(data, state, t, s, item, day, bearing(data, state, t, item)) - alone
            state[item + at.I_PARTS + at.PENALTY] += alone
            state[item + at.I_PARTS + at.COMPOUND] += compound
            state[item + at.I_UNPAID] += alone + compound
            state[s + at.S_CHARGED + at.PENALTY] += alone
            state[s + at.S_CHARGED + at.COMPOUND] += compound
            state[item + at.I_PENALTY_FROM] = max(state[item + at.I_PENALTY_FROM], day)
            for mark in range(at.MARKS):
                state[item + at.I_MARKS + mark] = 0
        elif day > state[item + at.I_PENALTY_FROM]:
            mark_grace(state, item, day, state[s + at.S_RATE])


def mark_grace(state: list[int], item: int, day: int, rate: int) -> None:
    """Note that a span ends on a day of grace, should the penalty run from the due date after all."""
    for place in range(item + at.I_MARKS, item + at.I_MARKS + at.MARKS):
        if state[place] == 0:
            state[place] = (day << at.MARK_BITS) + rate
        if state[place] >> at.MARK_BITS == day:
            return


def due(data: list[int], state: list[int], t: int, s: int, day: int, late_only: int) -> int:
    """Return what is due and unpaid (with `late_only`: late) on a day, penalty until then included."""
    total, first = 0, s + at.S_ITEMS
    numbers = data[t + at.T_RATES_AT] + state[s + at.S_RATE] * at.RATE_SIZE
    num, den, rounding = (
        data[numbers + at.R_PENALTY_NUM],
        data[numbers + at.R_PENALTY_DEN],
        data[t + at.T_ROUNDING],
    )
    for item in range(first, first + state[s + at.S_COUNT] * at.ITEM_SIZE, at.ITEM_SIZE):
        if state[item + at.I_LATE]:
            total += state[item + at.I_UNPAID]
            if state[item + at.I_MARKS]:
                total += penalty(data, state, t, s, item, day, bearing(data, state, t, item))
            elif num and day > state[item + at.I_PENALTY_FROM]:
                days = day - state[item + at.I_PENALTY_FROM]
                total += times(bearing(data, state, t, item), num * days, den, rounding)
        elif late_only == 0:
            total += state[item + at.I_UNPAID]
    return total


def days_past_due(state: list[int], s: int, day: int) -> int:
    """Return the days since the oldest late due date, that of the first late instalment; 0 if nothing is late."""
    first = s + at.S_ITEMS
    for item in range(first, first + state[s + at.S_COUNT] * at.ITEM_SIZE, at.ITEM_SIZE):
        if state[item + at.I_LATE]:
            return day - state[item + at.I_DUE]
    return 0


def principal_left(data: list[int], state: list[int], t: int, s: int) -> int:
    """Return all principal not yet repaid, the overdue part included."""
    total = state[s + at.S_PRINCIPAL]
    if data[t + at.T_KIND] != at.REVOLVING:
        for index in range(state[s + at.S_COUNT]):
            total += state[s + at.S_ITEMS + index * at.ITEM_SIZE + at.I_PARTS + at.PRINCIPAL]
    return total


def standing(data: list[int], state: list[int], t: int, s: int) -> int:
    """Return all that is owed, as posted; a revolving debt's minimums are part of what it carries."""
    total = state[s + at.S_PRINCIPAL] + state[s + at.S_RUN] + held(state, s)
    if data[t + at.T_KIND] != at.REVOLVING:
        for index in range(state[s + at.S_COUNT]):
            total += state[s + at.S_ITEMS + index * at.ITEM_SIZE + at.I_UNPAID]
    return total


def late_fee(data: list[int], t: int, amount: int) -> int:
    """Return the damages charged once on an unpaid due, within the contract's bounds."""
    fee = t + at.T_LATE
    if data[fee] == 0 or amount <= 0:
        return 0
    charge = max(
        times(amount, data[fee + at.LATE_NUM], data[fee + at.LATE_DEN], at.HALF_UP), data[fee + at.LATE_LEAST]
    )
    most = data[fee + at.LATE_MOST]
    return charge if most < 0 else min(charge, most)


def mark_late(data: list[int], state: list[int], t: int, s: int, day: int) -> None:
    """Let what could be paid in time only before `day` become late, with its late fee."""
    for index in range(state[s + at.S_COUNT]):
        item = s + at.S_ITEMS + index * at.ITEM_SIZE
        if state[item + at.I_LATE] == 0 and state[item + at.I_LATE_AFTER] < day:
            state[item + at.I_LATE] = 1
            charge = late_fee(data, t, state[item + at.I_UNPAID])
            state[s + at.S_CHARGED + at.DAMAGES] += charge
            if data[t + at.T_KIND] == at.REVOLVING:
                state[s + at.S_HELD + at.DAMAGES] += charge
            else:
                state[item + at.I_PARTS + at.DAMAGES] += charge
                state[item + at.I_UNPAID] += charge


def fix_instalment(data: list[int], state: list[int], t: int, s: int, month: int) -> None:
    """Fix the equal part and the level payment over principal and periods left, as they stand after a month's due."""
    periods = max(1, state[s + at.S_PERIODS])
    state[s + at.S_PART] = (2 * state[s + at.S_PRINCIPAL] + periods) // (2 * periods)
    if data[t + at.T_KIND] == at.LEVEL:
        place = data[t + at.T_ANNUITY_AT] + month * at.LIMBS
        state[s + at.S_PAYMENT] = by_limbs(state[s + at.S_PRINCIPAL], data, place)
