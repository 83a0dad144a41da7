"""A household's debts with every way to put them on, as the lists that `search` reads; and the search itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ashore.household.model import Household
from ashore.simulation import layout as at
from ashore.simulation import menu_layout as of
from ashore.simulation.arrays import lay_out, money_of
from ashore.simulation.binding import PLAIN, Bound
from ashore.simulation.bounds import fits_money, fits_places
from ashore.simulation.calendar import Span
from ashore.simulation.rates import Contract
from ashore.simulation.search import begin, foresee, search
from ashore.simulation.simulate import STRATEGIES

SEARCH: Final = (search,)
"""What to bind for a `Searcher`."""
SEARCHED: Final = (
    "clean-first",
    "clean-first-lumps",
    "oldest-first",
    "look-ahead",
    "clean-first-smallest",
    "oldest-first-smallest",
    "avalanche",
    "snowball",
)
"""The strategies tried, the likeliest first."""
STARTS: Final = (0, 1, 4, 16, 64, 256)
"""What a yuan due at once counts on top of what a debt costs, in sixteenths, for where a search begins."""
TRIES_MAX: Final = 300
"""Runs from one start."""
PAIRED_MAX: Final = 40
ARREARS_SHARE: Final = 1024
"""Arrears are compared in units of this part of all debts: what the kernel's whole months cannot tell is no reason."""


@dataclass(frozen=True, slots=True)
class Way:
    """A debt as it begins: its contract, its harm weight, and what was written off to come to it.

    `late`, `past_90`: how it stood at `as_of`, where an offer has changed that; None: as its contract says.
    """

    contract: Contract
    weight: int
    forgiven_fen: int = 0
    late: bool | None = None
    past_90: bool | None = None


@dataclass(frozen=True, slots=True)
class MenuOffer:
    """Something that may be taken: the ways that it puts debts on, by index.

    `sum_fen`: what it asks for in month `month`, below 0 what it brings; `dues_fen`: what falls due in `dues_month` and
    is paid before it.  `harm_halves`, `arrears_fen`: what an evening of `as_of` that ends its month counts before it.
    `talked`: the last month in which it may still fail, so that nothing is repaid early.
    """

    ways: Mapping[int, Way]
    sum_fen: int = 0
    month: int = 0
    dues_fen: int = 0
    dues_month: int = 0
    harm_halves: int = 0
    arrears_fen: int = 0
    talked: int = -1


@dataclass(frozen=True, slots=True)
class Menu:
    """What the search reads (`layout`, `menu_layout`).

    `room`: where in `opening` the ways' slots begin: a run needs so much room.  `fits`: whether no number of a run can
    leave 64 bits.
    """

    facts: list[int]
    opening: list[int]
    money: list[int]
    menu: list[int]
    room: int
    fits: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: a strategy, the offers taken in order, and where they lead; `tries`: runs it took.

    The figures are the kernel's, whose months are whole; `works` as SPEC §5.4 says, `arrears` in units (ARREARS_SHARE).
    """

    strategy: str
    taken: tuple[int, ...]
    works: bool
    unpaid_fen: int
    harm_halves: int
    arrears: int
    cut_fen: int
    net_fen: int
    tries: int

    @property
    def key(self) -> tuple[int, ...]:
        """Return what is compared, in the order of SPEC §5.3; less is better."""
        return (not self.works, self.unpaid_fen, self.harm_halves, self.arrears, self.cut_fen, self.net_fen)


def menu_of(
    household: Household,
    horizon: int,
    debts: Sequence[Way | None],
    offers: Sequence[MenuOffer],
    sales: Mapping[int, int] | None = None,
    more_fen: int = 0,
) -> Menu:
    """Return the lists for debts as they stand (None: only an offer brings it about) and the offers that change them.

    `sales`: month index by asset index.  `more_fen`: what may come in on top of the household's own money in all.
    """
    span = Span(household.as_of, horizon + 1)
    made = [(debt, way) for offer in offers for debt, way in offer.ways.items()]
    stands_for = dict(reversed(made))
    kept = [index for index, way in enumerate(debts) if way or index in stands_for]
    ways = [debts[index] or stands_for[index] for index in kept] + [way for _, way in made]
    facts, opening, slots = lay_out(
        [way.contract for way in ways], [way.weight for way in ways], span, len(kept)
    )
    facts[at.H_CASH], facts[at.H_STOCK] = household.cash_fen, household.stock_fen
    items, room = max((slot[at.S_COUNT] for slot in slots), default=0), len(opening)
    size = at.S_ITEMS + items * at.ITEM_SIZE
    for index, (way, slot) in enumerate(zip(ways, slots, strict=True)):
        slot[at.S_FORGIVEN] += way.forgiven_fen
        if way.late is not None:
            slot[at.S_OVERDUE_START] = int(way.late)
        if way.past_90 is not None:
            slot[at.S_PAST_90] = int(way.past_90)
        there = index >= len(kept) or debts[kept[index]]
        opening += slot[:size] if there else _nothing(size)
    money = money_of(household, horizon, sales or {})
    moved = [*money, more_fen, *(abs(offer.sum_fen) + offer.dues_fen for offer in offers)]
    inside = fits_places(facts, opening, _places(len(ways), room, size)) and fits_money(facts, moved)
    seats = {debt: seat for seat, debt in enumerate(kept)}
    owed_fen = sum(way.contract.standing_fen for way in debts if way)
    return Menu(facts, opening, money, _menu(seats, offers, size, room, owed_fen), room, inside)


def _places(ways: int, room: int, size: int) -> Iterator[tuple[int, int]]:
    """Yield where each way's terms and slot lie."""
    return ((at.HEADER_SIZE + way * at.TERMS_SIZE, room + way * size) for way in range(ways))


def _nothing(size: int) -> list[int]:
    """Return the slot of a debt that is not there."""
    slot = [0] * size
    slot[at.S_STALE], slot[at.S_LAST_PAID] = 1, -1
    return slot


def _menu(
    seats: Mapping[int, int], offers: Sequence[MenuOffer], size: int, room: int, owed_fen: int
) -> list[int]:
    rows, pairs = list[int](), list[int]()
    for offer in offers:
        rows += (len(pairs) // of.PAIR_SIZE, len(offer.ways))
        rows += (offer.sum_fen, offer.month, offer.dues_fen, offer.dues_month)
        rows += (offer.harm_halves, offer.arrears_fen, offer.talked)
        for debt in offer.ways:
            pairs += (seats[debt], len(seats) + len(pairs) // of.PAIR_SIZE)
    menu = [0] * of.MENU_SIZE
    menu[of.M_DEBTS], menu[of.M_OFFERS] = len(seats), len(offers)
    menu[of.M_WAYS] = len(seats) + len(pairs) // of.PAIR_SIZE
    menu[of.M_TRIES], menu[of.M_SLOT_SIZE], menu[of.M_SLOTS_AT] = TRIES_MAX, size, room
    menu[of.M_ARREARS_UNIT] = max(1, owed_fen // ARREARS_SHARE)
    menu[of.M_STARTS], menu[of.M_STRATEGIES] = len(STARTS), len(SEARCHED)
    for place, table in (
        (of.M_OFFERS_AT, rows),
        (of.M_PAIRS_AT, pairs),
        (of.M_STARTS_AT, STARTS),
        (of.M_STRATEGIES_AT, [number for name in SEARCHED for number in STRATEGIES[name].flags]),
    ):
        menu[place] = len(menu)
        menu += table
    return menu


def starts_of(menu: Menu) -> tuple[tuple[int, ...], ...]:
    """Return where searches begin, each once: per debt the offer worth most, at each weight of what is due early."""
    searcher, debts = Searcher(menu), menu.menu[of.M_DEBTS]
    notes = searcher.notes(())
    foresee(searcher.facts, searcher.opening, searcher.rows, notes, searcher.data, searcher.state)
    found: dict[tuple[int, ...], None] = {}
    for weight in STARTS:
        begin(searcher.rows, notes, weight, menu.facts[at.H_MONTHS])
        found[_taken(notes[of.TAKEN : of.TAKEN + debts])] = None
    return tuple(found)


def _taken(by_debt: Sequence[int]) -> tuple[int, ...]:
    """Return the offers taken, in order."""
    return tuple(sorted({one for one in by_debt if one >= 0}))


class Searcher:
    """A menu under a binding, to be searched more than once."""

    def __init__(self, menu: Menu, bound: Bound = PLAIN, paired: int = PAIRED_MAX) -> None:
        """Lay the lists out as the binding takes them; numbers that might not fit 64 bits are left to PLAIN.

        `paired`: of the first so many offers two are also moved at once.
        """
        self.menu, self.paired = menu, min(paired, PAIRED_MAX)
        self.bound = bound if bound.compiled and menu.fits else PLAIN
        whole, months = self.bound.whole, menu.facts[at.H_MONTHS]
        self.facts, self.opening, self.rows = whole(menu.facts), whole(menu.opening), whole(menu.menu)
        self.data, self.state = whole(menu.facts), whole([0] * menu.room)
        self.out = whole([0] * (at.OUT_SIZE + months * at.OUT_ROW))
        self.known = [0] * (menu.menu[of.M_WAYS] * (months + 1))

    @property
    def arrears_unit(self) -> int:
        """Return the fen-months in which arrears are compared."""
        return self.menu.menu[of.M_ARREARS_UNIT]

    def spare(self, fen: int) -> None:
        """Keep so much cash out of the debts' reach, beside the money that buys stock."""
        self.data[at.H_STOCK] = self.menu.facts[at.H_STOCK] + fen

    def best(
        self,
        money: Sequence[int] | None = None,
        taken: Sequence[int] = (),
        offers: int | None = None,
        *,
        wide: bool = True,
    ) -> Found:
        """Return the best found from the offers taken on; of the first `offers` only, the others stay as they are.

        `money` stands for the household's own months.  Not `wide`: by single moves only, each that is better.
        """
        debts, whole = self.menu.menu[of.M_DEBTS], self.bound.whole
        own = self.menu.money if money is None else money
        assert fits_money(self.menu.facts, own) or not self.bound.compiled, "more than `more_fen`"
        notes = whole(self.notes(taken))
        self.rows[of.M_OFFERS] = self.menu.menu[of.M_OFFERS] if offers is None else offers
        self.rows[of.M_PAIRED] = min(int(self.rows[of.M_OFFERS]), self.paired) if wide else 0
        self.rows[of.M_STARTS], self.rows[of.M_STEEP] = (len(STARTS), 1) if wide else (0, 0)
        tries = self.bound.of(search)(
            self.facts, self.opening, whole(own), self.rows, notes, self.data, self.state, self.out
        )
        told = self.bound.listed(notes)
        by_debt = told[of.TAKEN + 2 * debts : of.TAKEN + 3 * debts]
        return _read(told[of.BEST_SIZE : 2 * of.BEST_SIZE], by_debt, int(tries))

    def notes(self, taken: Sequence[int]) -> list[int]:
        """Return the notes of a search that begins with these offers taken."""
        debts = self.menu.menu[of.M_DEBTS]
        return [*[0] * of.TAKEN, *[-1] * (2 * debts), *self._by_debt(taken), *self.known]

    def _by_debt(self, taken: Sequence[int]) -> list[int]:
        """Return the offer taken by each debt, or -1."""
        menu = self.menu.menu
        by_debt = [-1] * menu[of.M_DEBTS]
        for offer in taken:
            row = menu[of.M_OFFERS_AT] + offer * of.OFFER_SIZE
            first = menu[of.M_PAIRS_AT] + menu[row + of.O_FIRST] * of.PAIR_SIZE
            for pair in range(first, first + menu[row + of.O_COUNT] * of.PAIR_SIZE, of.PAIR_SIZE):
                by_debt[menu[pair + of.P_DEBT]] = offer
        return by_debt


def _read(best: Sequence[int], by_debt: Sequence[int], tries: int) -> Found:
    return Found(
        strategy=SEARCHED[best[of.N_STRATEGY]],
        taken=_taken(by_debt),
        works=best[of.N_FAILS] == 0,
        unpaid_fen=best[of.N_UNPAID],
        harm_halves=best[of.N_HARM],
        arrears=best[of.N_ARREARS],
        cut_fen=best[of.N_CUT],
        net_fen=best[of.N_NET],
        tries=tries,
    )
