"""Which offers to take, found by going through the months with each: from several starts, single moves, then pairs.

Written for a compiler as well, as `kernel` is.  A debt's *ways* are its own contract and what each offer makes of it;
an offer puts each debt that it reaches on one of its ways.  Runs are compared by the goals of SPEC §5.3 in their order,
and a run ends as soon as it is worse than what it is compared with: counts only grow.

The lists, beside those of `kernel`: `facts` (every way's block), `opening` (room to run in, then every way's slot),
`menu` and `notes` (`menu_layout`); `notes`, `data`, `state` and `out` are worked on.
"""

from ashore.simulation import layout as at
from ashore.simulation import menu_layout as of
from ashore.simulation.debts import is_open
from ashore.simulation.expected import expect, set_keep
from ashore.simulation.kernel import one_month
from ashore.simulation.month_end import end_month, post_accrued


def search(
    facts: list[int],
    opening: list[int],
    money: list[int],
    menu: list[int],
    notes: list[int],
    data: list[int],
    state: list[int],
    out: list[int],
) -> int:
    """Return how many runs it took.  It begins with what is taken at best in `notes`, and leaves the best there."""
    foresee(facts, opening, menu, notes, data, state)
    notes[of.BEST_SIZE + of.N_FAILS], notes[of.N_TRIES] = of.NOTHING_YET, 0
    take_best(menu, notes)
    notes[of.N_FAILS], notes[of.N_STRATEGY], notes[of.N_PAIRED] = of.NOTHING_YET, 0, 0
    notes[of.N_STEEP] = menu[of.M_STEEP]
    improve(facts, opening, money, menu, notes, data, state, out)
    keep_best(menu, notes)
    notes[of.N_STEEP] = 0
    if menu[of.M_OFFERS] and menu[of.M_STARTS]:
        best_start(facts, opening, money, menu, notes, data, state, out)
        improve(facts, opening, money, menu, notes, data, state, out)
        keep_best(menu, notes)
    if menu[of.M_PAIRED]:
        take_best(menu, notes)
        for field in range(of.N_TRIES):
            notes[field] = notes[of.BEST_SIZE + field]
        notes[of.N_PAIRED] = menu[of.M_PAIRED]
        improve(facts, opening, money, menu, notes, data, state, out)
        keep_best(menu, notes)
    return notes[of.N_TRIES]


def take_best(menu: list[int], notes: list[int]) -> None:
    """Take what is taken at best."""
    for debt in range(of.TAKEN, of.TAKEN + menu[of.M_DEBTS]):
        notes[debt] = notes[debt + 2 * menu[of.M_DEBTS]]


def best_start(
    facts: list[int],
    opening: list[int],
    money: list[int],
    menu: list[int],
    notes: list[int],
    data: list[int],
    state: list[int],
    out: list[int],
) -> None:
    """Begin anew with the best of several weights of early dues."""
    chosen, months = 0, data[at.H_MONTHS]
    notes[of.N_FAILS], notes[of.N_STRATEGY], notes[of.N_TRIED] = of.NOTHING_YET, 0, 0
    for start in range(menu[of.M_STARTS]):
        begin(menu, notes, menu[menu[of.M_STARTS_AT] + start], months)
        if better(facts, opening, money, menu, notes, data, state, out):
            chosen = start
    begin(menu, notes, menu[menu[of.M_STARTS_AT] + chosen], months)


def foresee(
    facts: list[int], opening: list[int], menu: list[int], notes: list[int], data: list[int], state: list[int]
) -> None:
    """Note for each way what it costs if every due is paid, and its dues by month."""
    debts, months = menu[of.M_DEBTS], data[at.H_MONTHS]
    copy_rows(facts, opening, menu, state)
    for way in range(menu[of.M_WAYS]):
        put_on(facts, opening, menu, data, state, 0, way)
        expect(data, state, 0, 0)
        row, cost, trial = known_at(menu, way, months), 0, debts * data[at.H_SLOT_SIZE]
        if is_open(state, 0):
            for part in range(at.PART_COUNT):
                cost += state[trial + at.S_CHARGED + part]
        notes[row] = cost - state[at.S_FORGIVEN]
        for month in range(months):
            notes[row + 1 + month] = state[data[at.H_DUES_AT] + month]


def known_at(menu: list[int], way: int, months: int) -> int:
    """Return where in `notes` a way's cost lies, and after it its dues by month."""
    return of.TAKEN + 3 * menu[of.M_DEBTS] + way * (months + 1)


def copy_rows(facts: list[int], opening: list[int], menu: list[int], state: list[int]) -> None:
    """Bring back the rows of typed schedules, which a run changes."""
    for index in range(facts[at.H_SLOT_SIZE] * (menu[of.M_DEBTS] + 1), facts[at.H_DUES_AT]):
        state[index] = opening[index]


def put_on(
    facts: list[int],
    opening: list[int],
    menu: list[int],
    data: list[int],
    state: list[int],
    debt: int,
    way: int,
) -> None:
    """Put a debt on one of the ways: its terms, and where it stands at the start."""
    terms = facts[at.H_TERMS_AT] + debt * at.TERMS_SIZE
    source = facts[at.H_TERMS_AT] + way * at.TERMS_SIZE
    for field in range(at.TERMS_SIZE):
        data[terms + field] = facts[source + field]
    slot = debt * facts[at.H_SLOT_SIZE]
    source = menu[of.M_SLOTS_AT] + way * menu[of.M_SLOT_SIZE]
    for field in range(menu[of.M_SLOT_SIZE]):
        state[slot + field] = opening[source + field]


def begin(menu: list[int], notes: list[int], weight: int, months: int) -> None:
    """Take for each debt the offer that is worth most if a yuan due early counts so much more than one due late.

    What is taken of what may not be moved (M_OFFERS) stays.
    """
    for debt in range(of.TAKEN, of.TAKEN + menu[of.M_DEBTS]):
        if notes[debt] < menu[of.M_OFFERS]:
            notes[debt] = -1
    for debt in range(menu[of.M_DEBTS]):
        most, chosen = 0, -1
        for offer in range(menu[of.M_OFFERS]):
            pair = first_pair(menu, offer)
            if menu[pair + of.P_DEBT] == debt:
                row = menu[of.M_OFFERS_AT] + offer * of.OFFER_SIZE
                gain = -(menu[row + of.O_SUM] + menu[row + of.O_DUES]) * weight // of.WEIGHT_UNIT
                for place in range(pair, pair + menu[row + of.O_COUNT] * of.PAIR_SIZE, of.PAIR_SIZE):
                    gain += burden(menu, notes, menu[place + of.P_DEBT], weight, months)
                    gain -= burden(menu, notes, menu[place + of.P_WAY], weight, months)
                if gain > most:
                    most, chosen = gain, offer
        if chosen >= 0:
            switch(menu, notes, chosen)


def first_pair(menu: list[int], offer: int) -> int:
    """Return where the first debt that an offer reaches lies, and its way."""
    first = menu[menu[of.M_OFFERS_AT] + offer * of.OFFER_SIZE + of.O_FIRST]
    return menu[of.M_PAIRS_AT] + first * of.PAIR_SIZE


def burden(menu: list[int], notes: list[int], way: int, weight: int, months: int) -> int:
    """Return what a way costs, and its dues times `weight`, the earlier the more."""
    row, early = known_at(menu, way, months), 0
    for month in range(months):
        early += notes[row + 1 + month] * (months - month) // months
    return notes[row] + early * weight // of.WEIGHT_UNIT


def improve(
    facts: list[int],
    opening: list[int],
    money: list[int],
    menu: list[int],
    notes: list[int],
    data: list[int],
    state: list[int],
    out: list[int],
) -> None:
    """Move from where it is to what is better, under the strategy that is best there, until neither changes."""
    before, notes[of.N_TRIES_MAX] = -1, notes[of.N_TRIES] + menu[of.M_TRIES]
    while before != notes[of.N_STRATEGY] and notes[of.N_TRIES] < notes[of.N_TRIES_MAX]:
        before = notes[of.N_STRATEGY]
        for other in range(menu[of.M_STRATEGIES]):
            notes[of.N_TRIED] = other
            if better(facts, opening, money, menu, notes, data, state, out):
                notes[of.N_STRATEGY] = other
        notes[of.N_TRIED] = notes[of.N_STRATEGY]
        moved = 1
        while moved:
            moved = sweep(facts, opening, money, menu, notes, data, state, out)


def sweep(
    facts: list[int],
    opening: list[int],
    money: list[int],
    menu: list[int],
    notes: list[int],
    data: list[int],
    state: list[int],
    out: list[int],
) -> int:
    """Return 1 if a move was made, else 0: single ones; if none is better, two at once of the first N_PAIRED offers.

    N_STEEP: of all single moves the best is made; else each that is better.
    """
    offers, paired, debts, moved, chosen = menu[of.M_OFFERS], notes[of.N_PAIRED], menu[of.M_DEBTS], 0, -1
    for one in range(offers + paired * paired):
        first, second = one, -1
        if one >= offers:
            first, second = (one - offers) % paired, (one - offers) // paired
        if second < first and (second < 0 or moved == 0) and notes[of.N_TRIES] < notes[of.N_TRIES_MAX]:
            for debt in range(of.TAKEN, of.TAKEN + debts):
                notes[debt + debts] = notes[debt]
            switch(menu, notes, first)
            if second >= 0:
                switch(menu, notes, second)
            found = better(facts, opening, money, menu, notes, data, state, out)
            if found:
                moved, chosen = 1, first
            if notes[of.N_STEEP] or found == 0:
                for debt in range(of.TAKEN, of.TAKEN + debts):
                    notes[debt] = notes[debt + debts]
    if notes[of.N_STEEP] and chosen >= 0:
        switch(menu, notes, chosen)
    return moved


def switch(menu: list[int], notes: list[int], offer: int) -> None:
    """Take an offer that was not taken, or leave one that was; what it rules out is left."""
    pair = first_pair(menu, offer)
    end = pair + menu[menu[of.M_OFFERS_AT] + offer * of.OFFER_SIZE + of.O_COUNT] * of.PAIR_SIZE
    was = notes[of.TAKEN + menu[pair + of.P_DEBT]] == offer
    for place in range(pair, end, of.PAIR_SIZE):
        other = notes[of.TAKEN + menu[place + of.P_DEBT]]
        for debt in range(of.TAKEN, of.TAKEN + menu[of.M_DEBTS]):
            if other >= 0 and notes[debt] == other:
                notes[debt] = -1
    if was == 0:
        for place in range(pair, end, of.PAIR_SIZE):
            notes[of.TAKEN + menu[place + of.P_DEBT]] = offer


def better(
    facts: list[int],
    opening: list[int],
    money: list[int],
    menu: list[int],
    notes: list[int],
    data: list[int],
    state: list[int],
    out: list[int],
) -> int:
    """Return 1 if the offers taken lead, under strategy N_TRIED, to more than the best now, which is then replaced."""
    notes[of.N_TRIES] += 1
    for field in range(at.STRATEGY_SIZE):
        place = menu[of.M_STRATEGIES_AT] + notes[of.N_TRIED] * at.STRATEGY_SIZE + field
        notes[of.N_FLAGS + field] = menu[place]
    set_out(facts, opening, menu, notes, data, state)
    begin_run(menu, notes, out)
    move_sums(menu, notes, money, 1)
    set_keep(data, money, state, 0)
    found = followed(data, money, state, out, notes)
    move_sums(menu, notes, money, -1)
    return found


def move_sums(menu: list[int], notes: list[int], money: list[int], direction: int) -> None:
    """Let the offers taken ask for their sums in their months, or bring them; with -1 no longer."""
    for debt in range(menu[of.M_DEBTS]):
        offer = notes[of.TAKEN + debt]
        if offer >= 0 and menu[first_pair(menu, offer) + of.P_DEBT] == debt:
            row = menu[of.M_OFFERS_AT] + offer * of.OFFER_SIZE
            place, fen = menu[row + of.O_MONTH] * at.MONEY_SIZE, menu[row + of.O_SUM]
            if fen < 0:
                money[place + at.M_INCOME] -= fen * direction
            else:
                money[place + at.M_ASKED] += fen * direction
            place = menu[row + of.O_DUES_MONTH] * at.MONEY_SIZE
            money[place + at.M_ASKED] += menu[row + of.O_DUES] * direction


def begin_run(menu: list[int], notes: list[int], out: list[int]) -> None:
    """Note what is so before the first month: what was late until an offer is taken, until when one may fail or ask."""
    for index in range(len(out)):
        out[index] = 0
    notes[of.N_UNIT], notes[of.N_TALKED], notes[of.N_ASKED] = menu[of.M_ARREARS_UNIT], -1, -1
    notes[of.N_EXTRA] = notes[of.N_FLAGS + at.EXTRA]
    for debt in range(menu[of.M_DEBTS]):
        offer = notes[of.TAKEN + debt]
        if offer >= 0 and menu[first_pair(menu, offer) + of.P_DEBT] == debt:
            row = menu[of.M_OFFERS_AT] + offer * of.OFFER_SIZE
            out[at.O_HARM] += menu[row + of.O_HARM]
            out[at.O_ARREARS] += menu[row + of.O_ARREARS]
            notes[of.N_TALKED] = max(notes[of.N_TALKED], menu[row + of.O_TALKED])
            notes[of.N_ASKED] = max(notes[of.N_ASKED], menu[row + of.O_MONTH])


def set_out(
    facts: list[int], opening: list[int], menu: list[int], notes: list[int], data: list[int], state: list[int]
) -> None:
    """Put each debt on the way of the offer taken, or on its own contract, with the dues that are then expected."""
    copy_rows(facts, opening, menu, state)
    months = data[at.H_MONTHS]
    for debt in range(menu[of.M_DEBTS]):
        way, offer = debt, notes[of.TAKEN + debt]
        if offer >= 0:
            pair = first_pair(menu, offer)
            while menu[pair + of.P_DEBT] != debt:
                pair += of.PAIR_SIZE
            way = menu[pair + of.P_WAY]
        put_on(facts, opening, menu, data, state, debt, way)
        state[debt * data[at.H_SLOT_SIZE] + at.S_STALE] = 0
        row, dues = known_at(menu, way, months) + 1, data[at.H_DUES_AT] + debt * months
        for month in range(months):
            state[dues + month] = notes[row + month]


def followed(data: list[int], money: list[int], state: list[int], out: list[int], notes: list[int]) -> int:
    """Return 1 if the months lead to something better than the best now, which is then replaced, else 0."""
    cash, status = data[at.H_CASH], at.OPEN
    out[at.O_LAST_PAID] = out[at.O_FAILED_IN] = -1
    for month in range(data[at.H_MONTHS]):
        if status == at.OPEN or month <= notes[of.N_ASKED]:
            notes[of.N_FLAGS + at.EXTRA] = at.NO_EXTRA if month <= notes[of.N_TALKED] else notes[of.N_EXTRA]
            cash = one_month(data, money, state, out, notes, month, cash)
            status = end_month(data, money, state, out, month, cash)
            out[at.O_MONTHS] = month + 1
            order = compare(out, notes)
            dearer = order == 0 and net_of(data, state) >= notes[of.N_NET]
            if status == at.RUNAWAY or order > 0 or dearer:
                return 0
    post_accrued(data, state, out[at.O_MONTHS])
    net, order = net_of(data, state), compare(out, notes)
    if order > 0 or (order == 0 and net >= notes[of.N_NET]):
        return 0
    notes[of.N_FAILS], notes[of.N_UNPAID] = fails(out), out[at.O_UNPAID]
    notes[of.N_HARM], notes[of.N_ARREARS] = out[at.O_HARM], out[at.O_ARREARS] // notes[of.N_UNIT]
    notes[of.N_CUT], notes[of.N_NET] = out[at.O_CUT], net
    return 1


def compare(out: list[int], notes: list[int]) -> int:
    """Return 1, 0 or -1 as a run's goals before cost are worse than the best's now, the same, or better."""
    order = sign(fails(out) - notes[of.N_FAILS])
    if order == 0:
        order = sign(out[at.O_UNPAID] - notes[of.N_UNPAID])
    if order == 0:
        order = sign(out[at.O_HARM] - notes[of.N_HARM])
    if order == 0:
        order = sign(out[at.O_ARREARS] // notes[of.N_UNIT] - notes[of.N_ARREARS])
    if order == 0:
        order = sign(out[at.O_CUT] - notes[of.N_CUT])
    return order


def sign(number: int) -> int:
    """Return 1, 0 or -1."""
    if number == 0:
        return 0
    return 1 if number > 0 else -1


def fails(out: list[int]) -> int:
    """Return 1 if a run broke a plan that works, else 0."""
    return 1 if out[at.O_FAILED_IN] >= 0 else 0


def net_of(data: list[int], state: list[int]) -> int:
    """Return what was charged less what was forgiven on all debts, in fen."""
    net = 0
    for index in range(data[at.H_DEBTS]):
        s = index * data[at.H_SLOT_SIZE]
        for part in range(at.PART_COUNT):
            net += state[s + at.S_CHARGED + part]
        net -= state[s + at.S_FORGIVEN]
    return net


def keep_best(menu: list[int], notes: list[int]) -> None:
    """Keep what was found if it is the best so far."""
    order, debts = 0, menu[of.M_DEBTS]
    for goal in range(of.N_FAILS, of.N_NET + 1):
        if order == 0:
            order = sign(notes[goal] - notes[of.BEST_SIZE + goal])
    if order < 0:
        for field in range(of.BEST_SIZE):
            notes[of.BEST_SIZE + field] = notes[field]
        for debt in range(of.TAKEN, of.TAKEN + debts):
            notes[debt + 2 * debts] = notes[debt]
