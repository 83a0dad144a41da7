"""Cash to keep for what is known ahead: protected spending, and the dues of debts if all is paid from here on."""

from ashore.simulation import layout as at
from ashore.simulation.debts import day_of, due, is_open, is_running
from ashore.simulation.dues import form, form_rows, next_row
from ashore.simulation.payments import pay


def keep_of(data: list[int], state: list[int], what: int, month: int) -> int:
    """Return the least cash at a month's end with which what is known ahead can be paid (KEEP_… of the layout)."""
    return state[data[at.H_KEEP_AT] + what * data[at.H_MONTHS] + month]


def refresh_expected(data: list[int], money: list[int], state: list[int], month: int) -> None:
    """Find again the dues expected of debts that did not go as expected, and the cash to keep."""
    changed = 0
    for index in range(data[at.H_DEBTS]):
        s = index * data[at.H_SLOT_SIZE]
        if state[s + at.S_STALE]:
            expect(data, state, index, month)
            state[s + at.S_STALE] = 0
            changed = 1
    if changed:
        set_keep(data, money, state, month)


def expect(data: list[int], state: list[int], index: int, month: int) -> None:
    """Write the dues of a debt from a month on if all that stands and every later due is paid."""
    months, dues = data[at.H_MONTHS], data[at.H_DUES_AT] + index * data[at.H_MONTHS]
    t, s, trial = data[at.H_TERMS_AT] + index * at.TERMS_SIZE, index * data[at.H_SLOT_SIZE], data[at.H_DEBTS]
    trial *= data[at.H_SLOT_SIZE]
    for ahead in range(month, months):
        state[dues + ahead] = 0
    if is_open(state, s) == 0:
        return
    for place in range(at.S_ITEMS + state[s + at.S_COUNT] * at.ITEM_SIZE):
        state[trial + place] = state[s + place]
    start = at.FIRST_START + at.PER_MONTH * month
    standing = due(data, state, t, trial, day_of(data, t, start), 0)
    if standing:
        pay(data, state, t, trial, standing, start, day_of(data, t, start))
    for ahead in range(month, months):
        if is_running(state, trial):
            state[dues + ahead] = dues_in(data, state, t, trial, ahead)


def dues_in(data: list[int], state: list[int], t: int, s: int, month: int) -> int:
    """Return the sum of a month's dues, formed and paid on a trial slot."""
    point, total = at.FIRST_PAY + at.PER_MONTH * month, 0
    if data[t + at.T_KIND] == at.TYPED:
        row = next_row(data, state, t, s)
        while row >= 0 and state[row + at.ROW_DUE] <= data[data[at.H_ENDS_AT] + month]:
            day = form_rows(data, state, t, s, month)
            total += pay_all(data, state, t, s, point, day)
            row = next_row(data, state, t, s)
    elif month >= data[t + at.T_FIRST]:
        form(data, state, t, s, month)
        total = pay_all(data, state, t, s, point, day_of(data, t, point))
    return total


def pay_all(data: list[int], state: list[int], t: int, s: int, point: int, day: int) -> int:
    """Return what is due on a day, having paid it."""
    amount = due(data, state, t, s, day, 0)
    if amount:
        pay(data, state, t, s, amount, point, day)
    return amount


def set_keep(data: list[int], money: list[int], state: list[int], month: int) -> None:
    """Write the cash to keep at each month's end from a month on, going backwards from the last one."""
    months, rows, size = data[at.H_MONTHS], data[at.H_KEEP_AT], data[at.H_SLOT_SIZE]
    needs, clean, whole, spent = 0, 0, 0, 0
    for ahead in range(months - 1, month - 1, -1):
        state[rows + at.KEEP_NEEDS * months + ahead] = needs
        state[rows + at.KEEP_CLEAN * months + ahead] = clean
        state[rows + at.KEEP_ALL * months + ahead] = whole
        state[rows + at.KEEP_SPENT * months + ahead] = spent
        flows = ahead * at.MONEY_SIZE
        net = money[flows + at.M_PROTECTED] + money[flows + at.M_ASKED] - money[flows + at.M_INCOME]
        clean_dues, dues = 0, 0
        for index in range(data[at.H_DEBTS]):
            own = state[data[at.H_DUES_AT] + index * months + ahead]
            dues += own
            if state[index * size + at.S_OVERDUE_START] == 0:
                clean_dues += own
        flow = net + dues + money[flows + at.M_OTHER]
        state[rows + at.KEEP_FLOW * months + ahead] = flow
        needs, clean = max(0, needs + net), max(0, clean + net + clean_dues)
        whole, spent = max(0, whole + net + dues), max(0, spent + flow)


def keep_until(data: list[int], state: list[int], month: int, until: int) -> int:
    """Return the least cash at a month's end with which all that is known of the months before `until` can be paid."""
    flows, total, most = data[at.H_KEEP_AT] + at.KEEP_FLOW * data[at.H_MONTHS], 0, 0
    for ahead in range(month + 1, until):
        total += state[flows + ahead]
        most = max(most, total)
    return most


def last_due(data: list[int], state: list[int], index: int, month: int) -> int:
    """Return the last month from this one on in which a debt has a due, if every due is paid; -1: none."""
    dues = data[at.H_DUES_AT] + index * data[at.H_MONTHS]
    last = -1
    for ahead in range(month, data[at.H_MONTHS]):
        if state[dues + ahead]:
            last = ahead
    return last
