"""Where each number lies in the lists of `search`: names for positions, and nothing else."""

from typing import Final

# menu: a header, then tables.  Words ending in _AT are positions in `menu`, but for M_SLOTS_AT.
M_DEBTS: Final = 0
M_OFFERS: Final = 1
M_PAIRED: Final = 2  # of the first so many offers two are also tried at once
M_WAYS: Final = 3  # first each debt's own contract, then what the offers make
M_ARREARS_UNIT: Final = 4  # arrears are compared in whole units of so many fen-months
M_TRIES: Final = 5  # runs at most from each start, and again for pairs
M_SLOT_SIZE: Final = 6  # numbers of a way's slot at the start
M_SLOTS_AT: Final = 7  # in `opening`
M_OFFERS_AT: Final = 8
M_PAIRS_AT: Final = 9
M_STARTS: Final = 10
M_STARTS_AT: Final = 11
M_STRATEGIES: Final = 12
M_STRATEGIES_AT: Final = 13
M_STEEP: Final = (
    14  # whether of all single moves from where it begins the best is made, or each that is better
)
MENU_SIZE: Final = 15
O_FIRST, O_COUNT = 0, 1  # of an offer: its pairs
O_SUM: Final = 2  # what it asks for when it is taken, less what it brings; and in which month
O_MONTH: Final = 3
O_DUES: Final = 4  # dues of its debts that are paid before it is taken; and in which month
O_DUES_MONTH: Final = 5
O_HARM: Final = 6  # harm, in halves, that is done before it is taken, and fen-months of arrears
O_ARREARS: Final = 7
O_TALKED: Final = 8  # last month in which it may still fail: nothing is repaid early
OFFER_SIZE: Final = 9
P_DEBT, P_WAY = 0, 1
PAIR_SIZE: Final = 2
WEIGHT_UNIT: Final = 16  # the weights of starts are sixteenths

# notes: the best now, the best of all (the same fields), what each debt takes (now, before a move, at best: an offer or
# -1), then for each way what it costs and its dues by month.  First the strategy being tried, as `kernel` reads it.
N_FLAGS: Final = 0
N_FAILS: Final = 5  # the goals of SPEC §5.3 in their order
N_UNPAID: Final = 6
N_HARM: Final = 7
N_ARREARS: Final = 8
N_CUT: Final = 9
N_NET: Final = 10
N_STRATEGY: Final = 11  # place of the strategy
N_TRIES: Final = 12  # runs so far, and after how many it ends
N_TRIES_MAX: Final = 13
N_UNIT: Final = 14  # of arrears
N_EXTRA: Final = 15  # where surplus goes, once nothing is talked about any more; and the last month of talk
N_TALKED: Final = 16
N_TRIED: Final = 17  # place of the strategy being tried
N_PAIRED: Final = 18  # of the first so many offers two are moved at once
N_STEEP: Final = 19  # whether of all single moves the best is made
N_ASKED: Final = 20  # last month in which something is asked for besides dues
BEST_SIZE: Final = 21
TAKEN: Final = 42
NOTHING_YET: Final = 2  # fails more than anything can
