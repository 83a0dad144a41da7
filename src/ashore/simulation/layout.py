"""Where each number lies in the kernel's flat lists: names for positions, and nothing else.

The hot functions know only whole numbers and lists of whole numbers, so that the same source can be bound to a
compiler.  Four lists: `data` (facts that a run never changes: a header, then one block per debt), `money` (one row per
month), `state` (one slot per debt and one to try things on, then shared rows), `out` (what came of it).
"""

from typing import Final

# data: header.  Words ending in _AT are positions in `data`.
H_DEBTS: Final = 0
H_MONTHS: Final = 1  # months simulated, month 0 included
H_TERMS_AT: Final = 2  # the debts' blocks, TERMS_SIZE each
H_ENDS_AT: Final = 3  # per month: its last day, as an ordinal
H_SLOT_SIZE: Final = 4
H_DUES_AT: Final = 5  # in `state`: dues expected, by debt and month
H_KEEP_AT: Final = 6  # in `state`: rows of cash to keep by month end (KEEP_…)
H_RANK_AT: Final = 7  # in `state`: debt indices in order
H_CASH: Final = 8
H_PAID_FROM: Final = 9  # first month that has a day after `as_of`: 0 or 1
H_STOCK: Final = 10  # cash never used for debts
HEADER_SIZE: Final = 11

# data: one debt
T_KIND: Final = 0
T_FREE: Final = 1  # no contract interest by rate
T_DAILY: Final = 2
T_ROUNDING: Final = 3
T_COMPOUND: Final = 4
T_GRACE: Final = 5  # days
T_POSTPONE: Final = 6  # penalty runs from the end of the grace
T_FIRST: Final = 7  # month of the first due by due day; beyond the last month for a typed schedule
T_DEFER_MODE: Final = 8
T_OPENING_MONTHS: Final = 9  # whole months of the opening period; 0: charged by days
T_OPENING_DAYS: Final = 10
T_POINTS_AT: Final = 11  # per point: day, position under the day count, hook (POINT_SIZE)
T_PAY_BY_AT: Final = 12  # per month: the day by which to pay
T_RATE_AFTER_AT: Final = 13  # per month: index of the rate that holds after its due
T_RATES_AT: Final = 14
T_ANNUITY_AT: Final = 15  # per month: level payment per fen after its due, in limbs; -1: never needed
T_ROWS_AT: Final = 16  # in `state`: a typed schedule's rows
T_PERIOD_FEE: Final = 17
T_LATE: Final = 18  # whether a late fee is charged; then numerator, denominator, least, most (-1: no most)
T_MINIMUM: Final = 23  # numerator, denominator, floor, whether the base is before interest
T_PREPAY: Final = (
    27  # allowed; then fee numerator, denominator, lower, lock day, least, whether fees left are due
)
T_ORDER: Final = 34  # buckets in order, ORDER_SIZE; -1: none
T_ORDER_AFTER: Final = 42
T_ORDER_DAYS: Final = 50  # days past due beyond which the second order holds; -1: never
T_WEIGHT: Final = 51
TERMS_SIZE: Final = 52

LATE_NUM, LATE_DEN, LATE_LEAST, LATE_MOST = 1, 2, 3, 4
MINIMUM_DEN, MINIMUM_FLOOR, MINIMUM_BEFORE = 1, 2, 3
FEE_NUM, FEE_DEN, LOWERS, LOCK, LEAST, FEES_LEFT_DUE = 1, 2, 3, 4, 5, 6
ORDER_SIZE: Final = 8
FEE_WORD, PENALTY_WORD, INTEREST_WORD = 0, 1, 2  # and 3: principal
WORDS: Final = 4  # a bucket is its word, + WORDS if not yet late

# kinds of debts, roundings, deferrals
LEVEL, PARTS, AT_END, BULLET, REVOLVING, TYPED = 0, 1, 2, 3, 4, 5
HALF_UP, DOWN, UP = 0, 1, 2
ACCRUE, ADD, PAY, WAIVE = 0, 1, 2, 3

# points of a debt's calendar: 0 where the open span began, 1 where the open period began, then two a month
OPENING_SPAN: Final = 0
OPENING_PERIOD: Final = 1
FIRST_START: Final = 2  # the end of the day before month 0; month m: FIRST_START + 2 * m
FIRST_PAY: Final = 3  # the pay day of month 0 (0: none)
PER_MONTH: Final = 2
P_DAY, P_POSITION, P_HOOK = 0, 1, 2
POINT_SIZE: Final = 3

# data: one rate
R_MONTH_NUM, R_MONTH_DEN = 0, 1  # per month of a monthly contract
R_DAY_NUM, R_DAY_DEN = 2, 3  # per day or per unit of position
R_ACTUAL: Final = 4  # quoted per day: actual days count, whatever the day count
R_PENALTY_NUM, R_PENALTY_DEN = 5, 6  # per day
R_YEARLY: Final = 7  # per year, in millionths: only to rank
RATE_SIZE: Final = 8
PER_UNIT: Final = 1_000_000
LIMBS: Final = 5  # a whole part and four fractions of LIMB_BITS each
LIMB_BITS: Final = 24

# money: one month
M_INCOME, M_PROTECTED, M_OTHER, M_TARGET = 0, 1, 2, 3
M_ASKED: Final = (
    4  # what creditors ask for besides dues: as protected spending, but never out of the stock money
)
MONEY_SIZE: Final = 5

# state: one debt's slot
S_PRINCIPAL: Final = 0  # not yet due
S_RUN: Final = 1  # interest run, not yet due
S_PERIODS: Final = 2
S_PAYMENT: Final = 3
S_PART: Final = 4
S_SPAN: Final = 5  # point at which the open span began
S_PERIOD: Final = 6  # point at which the open period began
S_DEFERRED: Final = 7
S_RATE: Final = 8
S_ROW: Final = 9  # rows of a typed schedule from here ...
S_ROW_END: Final = 10  # ... to before here
S_HELD: Final = 11  # six parts: due with the next instalment; of a revolving debt: carried
S_CHARGED: Final = 17  # six parts since `as_of`
S_PAID: Final = 23
S_FORGIVEN: Final = 24
S_COUNT: Final = 25  # instalments due and unpaid
S_OVERDUE_START: Final = 26
S_ARREARS_START: Final = 27
S_OVERDUE_BEFORE: Final = 28
S_PAST_90: Final = 29
S_OVERDUE_MONTHS: Final = 30
S_STALE: Final = 31  # the dues expected must be found again
S_NEED: Final = 32
S_BUDGET: Final = 33
S_KEY: Final = 34
S_KEY2: Final = 35
S_EXTRA_KEY: Final = 36  # -1: not repaid early
S_PAY_DAY: Final = 37  # -1: nothing is paid this month
S_FORMED: Final = 38  # a due forms this month
S_SHARE: Final = 39  # of the surplus: what is to be repaid early, fees included
S_SIZE: Final = 40  # principal left as the month began, if it may be repaid early
S_LAST_PAID: Final = 41  # month of its last payment; -1: none
S_DUE: Final = 42  # due on the pay day
S_ITEMS: Final = 43

# state: one unpaid instalment
I_DUE, I_LATE_AFTER, I_PENALTY_FROM, I_LATE = 0, 1, 2, 3
I_PARTS: Final = 4
I_MARKS: Final = 10  # spans that ended within the grace: their day and rate, packed; 0: none
MARKS: Final = 4
MARK_BITS: Final = 10  # for the rate's index
I_UNPAID: Final = 14  # the sum of the parts
ITEM_SIZE: Final = 15
PRINCIPAL, INTEREST, PENALTY, COMPOUND, DAMAGES, FEES = 0, 1, 2, 3, 4, 5
PART_COUNT: Final = 6

# state: one row of a typed schedule
ROW_DUE, ROW_PAY_BY, ROW_PRINCIPAL, ROW_INTEREST, ROW_FEE = 0, 1, 2, 3, 4
ROW_RATE: Final = 5  # index of the rate that holds after its due
ROW_SIZE: Final = 6

# a strategy, and what it is made of
ORDER, EXTRA, KEEP, SPARE, LUMPS = 0, 1, 2, 3, 4
STRATEGY_SIZE: Final = 5
BY_FILE, BY_RATE, BY_SIZE, BY_SHARE, CLEAN_FIRST, BY_AGE = 0, 1, 2, 3, 4, 5
NO_EXTRA: Final = 0  # else BY_RATE, BY_SIZE, BY_SHARE
# cash kept for protected spending; with the clean debts' dues; with all dues; with other spending as well
KEEP_NEEDS, KEEP_CLEAN, KEEP_ALL, KEEP_SPENT = 0, 1, 2, 3
KEEP_FLOW: Final = 4  # what each month needs of all that, income taken off
KEEP_ROWS: Final = 5
NEVER: Final = 1 << 60  # a key that is never reached

# out: totals, then one row per month
O_STATUS: Final = 0  # OPEN, CLOSED or RUNAWAY
O_MONTHS: Final = 1  # months simulated
O_LAST_PAID: Final = 2  # month of the last payment to a creditor; -1: none
O_CASH: Final = 3
O_PAID: Final = 4
O_UNPAID: Final = 5  # protected spending not paid
O_CUT: Final = 6
O_HARM: Final = 7  # in halves
O_OVERDUE_MONTHS: Final = 8
O_ARREARS: Final = 9  # fen-months
O_MISSED_FUND: Final = 10
O_FAILED_IN: Final = 11  # first month that breaks a plan that works; -1: none
OUT_SIZE: Final = 12
OUT_CASH, OUT_DEBT, OUT_OTHER, OUT_ARREARS = 0, 1, 2, 3
OUT_ROW: Final = 4
OPEN, CLOSED, RUNAWAY = 0, 1, 2

# what is told of a debt after a run
D_CHARGED: Final = 0  # six parts since `as_of`
D_FORGIVEN: Final = 6
D_LEFT: Final = 7
D_OVERDUE_MONTHS: Final = 8
DEBT_SIZE: Final = 9
