"""Payments to one debt: into what is due in the contract's order, and early repayment of principal."""

from ashore.simulation import layout as at
from ashore.simulation.debts import (
    accrue,
    days_past_due,
    due,
    fix_instalment,
    post_penalties,
    standing,
)
from ashore.simulation.exact import times


def fill(state: list[int], place: int, left: int) -> int:
    """Return what is left of a payment after paying into one amount."""
    paid = min(left, state[place])
    state[place] -= paid
    return left - paid


def fill_item(state: list[int], item: int, amount: int) -> int:
    """Return what is left after an instalment: fees, damages, penalty, compound interest, interest, principal."""
    left = fill(state, item + at.I_PARTS + at.FEES, amount)
    left = fill(state, item + at.I_PARTS + at.DAMAGES, left)
    left = fill(state, item + at.I_PARTS + at.PENALTY, left)
    left = fill(state, item + at.I_PARTS + at.COMPOUND, left)
    left = fill(state, item + at.I_PARTS + at.INTEREST, left)
    left = fill(state, item + at.I_PARTS + at.PRINCIPAL, left)
    state[item + at.I_UNPAID] -= amount - left
    return left


def fill_bucket(state: list[int], s: int, bucket: int, left: int) -> int:
    """Return what is left after one part of all instalments that are late (or not), oldest first."""
    late, word = 1 - bucket // at.WORDS, bucket % at.WORDS
    for index in range(state[s + at.S_COUNT]):
        item = s + at.S_ITEMS + index * at.ITEM_SIZE
        if state[item + at.I_LATE] == late:
            parts, before = item + at.I_PARTS, left
            if word == at.FEE_WORD:
                left = fill(state, parts + at.FEES, left)
                left = fill(state, parts + at.DAMAGES, left)
            elif word == at.PENALTY_WORD:
                left = fill(state, parts + at.PENALTY, left)
                left = fill(state, parts + at.COMPOUND, left)
            elif word == at.INTEREST_WORD:
                left = fill(state, parts + at.INTEREST, left)
            else:
                left = fill(state, parts + at.PRINCIPAL, left)
            state[item + at.I_UNPAID] -= before - left
    return left


def fill_items(data: list[int], state: list[int], t: int, s: int, day: int, amount: int) -> None:
    """Pay into the instalments: the buckets of the contract's order in force, then oldest first."""
    order = t + at.T_ORDER
    days = data[t + at.T_ORDER_DAYS]
    if days >= 0 and days_past_due(state, s, day) > days:
        order = t + at.T_ORDER_AFTER
    last = order + at.ORDER_SIZE
    while order < last and data[order] >= 0 and amount:
        amount = fill_bucket(state, s, data[order], amount)
        order += 1
    item = s + at.S_ITEMS
    while amount:
        amount = fill_item(state, item, amount)
        item += at.ITEM_SIZE
    drop_paid(state, s)


def drop_paid(state: list[int], s: int) -> None:
    """Take away the instalments of which nothing is unpaid."""
    first = target = s + at.S_ITEMS
    for item in range(first, first + state[s + at.S_COUNT] * at.ITEM_SIZE, at.ITEM_SIZE):
        if state[item + at.I_UNPAID]:
            if target != item:
                for place in range(at.ITEM_SIZE):
                    state[target + place] = state[item + place]
            target += at.ITEM_SIZE
    state[s + at.S_COUNT] = (target - first) // at.ITEM_SIZE


def fill_carried(data: list[int], state: list[int], t: int, s: int, amount: int) -> None:
    """Pay into a revolving debt: fees, damages, carried interest, principal, interest of the running period.

    Its minimums fall, oldest first.
    """
    left = fill(state, s + at.S_HELD + at.FEES, amount)
    left = fill(state, s + at.S_HELD + at.DAMAGES, left)
    left = fill(state, s + at.S_HELD + at.INTEREST, left)
    left = fill(state, s + at.S_PRINCIPAL, left)
    fill(state, s + at.S_RUN, left)
    left, owed = amount, standing(data, state, t, s)
    for index in range(state[s + at.S_COUNT]):
        item = s + at.S_ITEMS + index * at.ITEM_SIZE
        left = fill(state, item + at.I_UNPAID, left)
        if owed == 0:
            state[item + at.I_UNPAID] = 0
        state[item + at.I_PARTS] = state[item + at.I_UNPAID]
    drop_paid(state, s)


def pay(data: list[int], state: list[int], t: int, s: int, amount: int, point: int, day: int) -> None:
    """Pay an amount ≤ what is due on a day (`point` of the debt's calendar); the debt's spans end there."""
    accrue(data, state, t, s, point)
    state[s + at.S_PAID] += amount
    if data[t + at.T_KIND] == at.REVOLVING:
        fill_carried(data, state, t, s, amount)
    else:
        post_penalties(data, state, t, s, day)
        fill_items(data, state, t, s, day, amount)


def prepayment_fee(data: list[int], t: int, principal: int) -> int:
    """Return the fee for repaying so much principal early, half up."""
    rule = t + at.T_PREPAY
    return times(principal, data[rule + at.FEE_NUM], data[rule + at.FEE_DEN], at.HALF_UP)


def fees_left(data: list[int], state: list[int], t: int, s: int) -> int:
    """Return the flat fees that repaying all principal makes due at once."""
    if data[t + at.T_PREPAY + at.FEES_LEFT_DUE] == 0:
        return 0
    return data[t + at.T_PERIOD_FEE] * state[s + at.S_PERIODS]


def prepayable(data: list[int], state: list[int], t: int, s: int, cash: int, day: int) -> int:
    """Return how much principal `cash` repays early on a day with all that this makes due; 0 if none."""
    rule, principal = t + at.T_PREPAY, state[s + at.S_PRINCIPAL]
    if data[rule] == 0 or cash <= 0 or due(data, state, t, s, day, 1):
        return 0
    if data[t + at.T_KIND] == at.REVOLVING:
        for part in range(at.PART_COUNT):
            principal += state[s + at.S_HELD + part]
        return min(cash, principal + state[s + at.S_RUN])
    if day <= data[rule + at.LOCK]:
        return 0
    whole, num, den = principal, data[rule + at.FEE_NUM], data[rule + at.FEE_DEN]
    principal = min(whole, times(cash, den, den + num, at.DOWN) + 1)
    while principal and principal + prepayment_fee(data, t, principal) > cash:
        principal -= 1
    if principal < whole:
        return principal if principal >= data[rule + at.LEAST] else 0
    needed = principal + prepayment_fee(data, t, principal) + fees_left(data, state, t, s)
    return principal if needed <= cash else 0


def early_cost(data: list[int], state: list[int], t: int, s: int, principal: int) -> int:
    """Return what repaying so much principal early takes, with all that it makes due."""
    if principal == 0 or data[t + at.T_KIND] == at.REVOLVING:
        return principal
    cost = principal + prepayment_fee(data, t, principal)
    return cost + fees_left(data, state, t, s) if principal == state[s + at.S_PRINCIPAL] else cost


def prepay(data: list[int], state: list[int], t: int, s: int, principal: int, month: int, day: int) -> int:
    """Return all that was paid by repaying principal early after a month's due."""
    if data[t + at.T_KIND] == at.REVOLVING:
        pay(data, state, t, s, principal, at.FIRST_PAY + at.PER_MONTH * month, day)
        return principal
    accrue(data, state, t, s, at.FIRST_PAY + at.PER_MONTH * month)
    fees = early_cost(data, state, t, s, principal) - principal
    state[s + at.S_PRINCIPAL] -= principal
    state[s + at.S_CHARGED + at.FEES] += fees
    state[s + at.S_PAID] += principal + fees
    drop_rows(data, state, t, s, principal)
    if data[t + at.T_PREPAY + at.LOWERS]:
        fix_instalment(data, state, t, s, month)
    return principal + fees


def drop_rows(data: list[int], state: list[int], t: int, s: int, principal: int) -> None:
    """Take principal repaid early off the end of a typed schedule; a due that falls away takes its interest along."""
    if data[t + at.T_KIND] != at.TYPED:
        return
    while state[s + at.S_ROW] < state[s + at.S_ROW_END] and principal:
        row = data[t + at.T_ROWS_AT] + (state[s + at.S_ROW_END] - 1) * at.ROW_SIZE
        before = state[row + at.ROW_PRINCIPAL]
        part = min(principal, before)
        principal -= part
        if part == before:
            state[s + at.S_ROW_END] -= 1
        else:
            state[row + at.ROW_PRINCIPAL] = before - part
    if state[s + at.S_PRINCIPAL] == 0:
        state[s + at.S_ROW_END] = state[s + at.S_ROW]
