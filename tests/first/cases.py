"""Every combination of answers, and each different card they lead to."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import combinations, product

from ashore.packs.first import known_for_first
from ashore.packs.pack import load_pack
from ashore.planning.triage import Answers, Card, Figures, Paper, first_card

TODAY = date(2026, 11, 23)
PACK = load_pack("cn")
KNOWN = known_for_first(PACK)
YES_NO = (None, "yes", "no")
RECEIVED = (None, date(2026, 11, 20), date(2026, 9, 1))
OTHER_PAPERS: tuple[Paper, ...] = ("notary", "arbitration", "mediator", "collector", "none")
PAPERS: tuple[tuple[Paper | None, date | None], ...] = (
    (None, None),
    *(("court", day) for day in RECEIVED),
    *((paper, None) for paper in OTHER_PAPERS),
)
LIABLE = (
    None,
    *(
        frozenset(some)
        for count in range(4)
        for some in combinations(("spouse", "guarantor", "house"), count)
    ),
)
SHORT = Figures(money_in_fen=800_000, essential_fen=500_000, dues_fen=630_000)


def all_answers() -> Iterator[Answers]:
    """Yield every combination of answers: 6,561 of them."""
    for safe, (paper, day), debit, asked, liable, current in product(
        YES_NO, PAPERS, YES_NO, YES_NO, LIABLE, YES_NO
    ):
        yield Answers(safe, paper, day, debit, asked, liable, current)


@cache
def all_cards() -> tuple[tuple[Answers, Card], ...]:
    """Return the card of every combination, with a rough sum on it."""
    return tuple((answers, first_card(answers, KNOWN, TODAY, SHORT)) for answers in all_answers())


@cache
def different_cards() -> tuple[Card, ...]:
    """Return one card for each that shows something different."""
    shown = {
        (card.short, str(card.today), str(card.avoid), card.help_kinds, card.fact_ids): card
        for _, card in all_cards()
    }
    return tuple(shown.values())
