"""Which debt comes first: keys found as a month begins, and the order they make."""

from ashore.simulation import layout as at
from ashore.simulation.debts import day_of, days_past_due, is_open, principal_left

MONTHS_PER_YEAR = 12
TIER = 1 << 20


def marginal(data: list[int], state: list[int], t: int, s: int) -> int:
    """Return about what a yuan repaid early saves per year, in millionths of a yuan; 0 where nothing is saved."""
    principal = state[s + at.S_PRINCIPAL]
    if data[t + at.T_KIND] == at.TYPED:
        first, cost = state[s + at.S_ROW] + state[s + at.S_DEFERRED], 0
        rows = state[s + at.S_ROW_END] - first
        for index in range(first, state[s + at.S_ROW_END]):
            row = data[t + at.T_ROWS_AT] + index * at.ROW_SIZE
            cost += state[row + at.ROW_INTEREST] + state[row + at.ROW_FEE]
        return cost * 2 * MONTHS_PER_YEAR * at.PER_UNIT // (principal * rows) if principal and rows else 0
    if data[t + at.T_FREE]:
        if principal == 0 or state[s + at.S_PERIODS] == 0 or data[t + at.T_PREPAY + at.FEES_LEFT_DUE]:
            return 0
        return data[t + at.T_PERIOD_FEE] * MONTHS_PER_YEAR * at.PER_UNIT // principal
    return data[data[t + at.T_RATES_AT] + state[s + at.S_RATE] * at.RATE_SIZE + at.R_YEARLY]


def pays(data: list[int], state: list[int], t: int, s: int, rate: int) -> int:
    """Return 1 if the interest saved until the end is more than the fee for paying early, else 0."""
    rule = t + at.T_PREPAY
    saved = rate * half_periods_saved(data, state, t, s)
    fee = 2 * data[rule + at.FEE_NUM] * MONTHS_PER_YEAR * at.PER_UNIT
    return 1 if saved > 0 and saved * data[rule + at.FEE_DEN] > fee else 0


def half_periods_saved(data: list[int], state: list[int], t: int, s: int) -> int:
    """Return twice the periods for which a yuan repaid early saves interest, on average.

    Where the instalments become smaller it would have been repaid bit by bit, else at the end.
    """
    kind, periods = data[t + at.T_KIND], state[s + at.S_PERIODS]
    if kind == at.REVOLVING:
        return 2 * MONTHS_PER_YEAR
    in_parts = kind == at.LEVEL or (kind == at.PARTS and data[t + at.T_FREE] == 0)
    return periods + 1 if in_parts and data[t + at.T_PREPAY + at.LOWERS] else 2 * periods


def set_keys(data: list[int], state: list[int], month: int, order: int) -> None:
    """Set the keys by which dues are met when money is short; the smallest comes first."""
    for index in range(data[at.H_DEBTS]):
        t, s = data[at.H_TERMS_AT] + index * at.TERMS_SIZE, index * data[at.H_SLOT_SIZE]
        key, key2 = 0, 0
        if order == at.BY_RATE:
            key = -marginal(data, state, t, s)
        elif order == at.BY_SIZE:
            key = principal_left(data, state, t, s)
        elif order in (at.CLEAN_FIRST, at.BY_AGE):
            late = days_past_due(state, s, day_of(data, t, at.FIRST_START + at.PER_MONTH * month))
            weight, late_start = data[t + at.T_WEIGHT], state[s + at.S_OVERDUE_START]
            key, key2 = (late_start * TIER - weight, -late) if order == at.CLEAN_FIRST else (-late, -weight)
        state[s + at.S_KEY], state[s + at.S_KEY2] = key, key2


def set_extra_keys(data: list[int], state: list[int], extra: int) -> None:
    """Set the keys by which a surplus is used; NEVER for a debt that is not repaid early."""
    for index in range(data[at.H_DEBTS]):
        t, s = data[at.H_TERMS_AT] + index * at.TERMS_SIZE, index * data[at.H_SLOT_SIZE]
        key, size = at.NEVER, 0
        if data[t + at.T_PREPAY] and extra != at.NO_EXTRA and is_open(state, s):
            size = principal_left(data, state, t, s)
            if extra == at.BY_RATE:
                rate = marginal(data, state, t, s)
                key = -rate if pays(data, state, t, s, rate) else at.NEVER
            else:
                key = size if extra == at.BY_SIZE else 0
        state[s + at.S_EXTRA_KEY], state[s + at.S_SIZE] = key, size


def rank(data: list[int], state: list[int], field: int, second: int) -> None:
    """Write the debts' indices in the order of two fields of their slots, then of the file."""
    ranks, size = data[at.H_RANK_AT], data[at.H_SLOT_SIZE]
    for index in range(data[at.H_DEBTS]):
        place = ranks + index
        key, key2 = state[index * size + field], state[index * size + second]
        while place > ranks:
            before = state[place - 1] * size
            ahead = key - state[before + field]
            if ahead > 0 or (ahead == 0 and state[before + second] <= key2):
                break
            state[place] = state[place - 1]
            place -= 1
        state[place] = index
