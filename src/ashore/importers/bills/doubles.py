"""One payment that two exports hold: the shop's and the wallet's, an app's and the bank's, both ends of a repayment.

The row nearest to the purchase is kept, the other set aside.  A transfer between two of the person's own accounts is
kept on both sides, as own on both.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from ashore.household.transactions import Nature, Transaction
from ashore.importers.bills.bank_words import COLUMNS
from ashore.importers.bills.identity import way_of
from ashore.importers.bills.matching import match
from ashore.importers.bills.naming import (
    BANK_RANK,
    INTO_BANK,
    OUT_OF_BANK,
    RANKS,
    apps_named,
    is_app,
    names_account,
    names_person,
    rank_of,
    says_account,
    says_own,
    wallets_in,
    words_of,
)
from ashore.importers.bills.words import credit_of
from ashore.importers.statement.columns import heading_of

OWN_BOOK: Final = "beancount"
"""A book that the person keeps: what is in it may be anything, so nothing is matched with it."""
THERE: Final = frozenset(COLUMNS["account_there"])
SENT: Final[frozenset[Nature]] = frozenset({"person", "own-account", "unclear"})
"""What a transfer to oneself may look like on a bank's export."""
COMPARED: Final = 10_000
"""So many pairs of one day and amount are compared by name; beyond, only their number tells."""
Bucket = tuple[str, int, str]
"""The app, the amount and which way a bank's money went."""


@dataclass(slots=True)
class Doubles:
    """Places in the rows: (kept, set aside), (one own account, the other), and what nobody can tell."""

    doubles: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    own: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    unclear: set[int] = field(default_factory=set[int])
    unknown_account: set[int] = field(default_factory=set[int])
    upper: set[int] = field(default_factory=set[int])
    lower: set[int] = field(default_factory=set[int])

    def keep(self, pairs: Sequence[tuple[int, int]], *, own: bool) -> None:
        """Keep pairs; each row is the upper of one pair at most, and the lower of one."""
        (self.own if own else self.doubles).extend(pairs)
        self.upper |= {up for up, _ in pairs}
        self.lower |= {low for _, low in pairs}


def find_doubles(rows: Sequence[Transaction]) -> Doubles:
    """Return the pairs of rows that are one payment or one transfer, and the rows that may be."""
    found = Doubles()
    _seen_twice(rows, found)
    _repaid_twice(rows, found)
    _own_transfers(rows, found)
    found.unclear -= found.lower
    found.unknown_account -= found.lower | found.unclear
    return found


def _seen_twice(rows: Sequence[Transaction], found: Doubles) -> None:
    """Find rows of a bank or wallet for what an app's export holds too: same amount, way and account, a day apart."""
    uppers: dict[Bucket, list[int]] = defaultdict(list)
    lowers: dict[tuple[Bucket, str, str], list[int]] = defaultdict(list)
    for place, one in enumerate(rows):
        if rank_of(one) < BANK_RANK:
            for fen in {one.amount_fen, one.amount_fen - one.fee_fen}:
                uppers[one.source, fen, bank_way(one)].append(place)
    for place, one in enumerate(rows):
        for app in () if one.source == OWN_BOOK else apps_named(one):
            bucket = (app, one.amount_fen, way_of(one))
            if bucket in uppers:
                lowers[bucket, one.source, one.account].append(place)
    for (bucket, *_), below in sorted(
        lowers.items(), key=lambda item: _nearest(item[0][0], rows[item[1][0]])
    ):
        paid = [(place, _paid_with(rows[place], rows[below[0]])) for place in uppers[bucket]]
        _settle(rows, [place for place, by in paid if by], below, found)
        days = {rows[place].day for place, by in paid if by is None and place not in found.upper}
        found.unknown_account |= {place for place in below if rows[place].day in days}


def _nearest(bucket: Bucket, lower: Transaction) -> tuple[int, int, Bucket]:
    """Return what comes first: a wallet's rows before a bank's, and of a bank's those that a wallet may hold."""
    return (rank_of(lower), -RANKS[bucket[0]], bucket)


def bank_way(app: Transaction) -> str:
    """Return which way an app's row moved the money of the account it was paid from, as far as its words say.

    One that was found to be own has its way.
    """
    if not _is_own_move(app) or app.kind != "transfer":
        return way_of(app)
    words = words_of(app)
    if any(word in words for word in INTO_BANK):
        return "in"
    return "out" if any(word in words for word in OUT_OF_BANK) else "unknown"


def _is_own_move(app: Transaction) -> bool:
    """Return whether an app's row itself is a transfer between own accounts; one that was found to be has its way."""
    return app.nature == "own-account" and not app.way


def _paid_with(upper: Transaction, lower: Transaction) -> bool | None:
    """Return whether an app's row names the account of a bank's or wallet's row; None where nobody can tell.

    A shop's row paid with a wallet may be the bank's too, where the bank's row names that wallet.
    """
    own = _is_own_move(upper)
    words = words_of(upper) if own else upper.method.lower()
    wallets = frozenset[str]() if own else wallets_in(words)
    if rank_of(lower) < BANK_RANK:
        return lower.source in wallets
    if wallets and not wallets & set(apps_named(lower)):
        return False
    return names_account(words, lower.account) if wallets or says_account(words) else False


def _settle(rows: Sequence[Transaction], above: Sequence[int], below: Sequence[int], found: Doubles) -> None:
    """Match rows that name each other first, then the rest; keep what is certain and say what is not."""
    for named in (True, False):
        ours = [place for place in above if place not in found.upper]
        theirs = [place for place in below if place not in found.lower]
        if named:
            pairs = list(_named(rows, ours, theirs))
        else:
            matched = match(((rows[up].day, up) for up in ours), ((rows[low].day, low) for low in theirs))
            pairs = list(matched.pairs)
            found.unclear |= set(matched.unclear)
        for own in (True, False):
            found.keep([pair for pair in pairs if _is_own_move(rows[pair[0]]) == own], own=own)


def _named(
    rows: Sequence[Transaction], above: Sequence[int], below: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield pairs of one day whose lower row names the other side of the upper, where there is an upper for each."""
    if len(above) * len(below) > COMPARED:
        return
    sides: dict[tuple[object, str], list[int]] = defaultdict(list)
    for place in above:
        sides[rows[place].day, rows[place].counterparty].append(place)
    used: set[int] = set()
    for (day, side), ups in sides.items():
        lows = [
            place
            for place in below
            if place not in used and rows[place].day == day and names_person(words_of(rows[place]), side)
        ]
        if len(lows) <= len(ups):
            used |= set(lows)
            yield from zip(ups, lows, strict=False)


def _repaid_twice(rows: Sequence[Transaction], found: Doubles) -> None:
    """Find the card's own row of a repayment that another account's export holds as paid.

    What an app paid from a bank's account has that bank's row as a double, too: three exports may hold one repayment.
    """
    used: set[int] = set()
    paid: dict[int, list[int]] = defaultdict(list)
    received: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    for place, one in enumerate(rows):
        if one.kind != "repayment" or one.source == OWN_BOOK or place in found.lower:
            continue
        if one.way == "in":
            received[one.amount_fen, one.source, account_of(one)].append(place)
        else:
            paid[one.amount_fen].append(place)
    for (fen, source, account), below in received.items():
        above = [
            place
            for place in paid[fen]
            if (rows[place].source, account_of(rows[place])) != (source, account)
            and _may_be_for(rows[place], account)
            and place not in used
        ]
        matched = match(((rows[up].day, up) for up in above), ((rows[low].day, low) for low in below))
        used |= {up for up, _ in matched.pairs}
        found.keep(matched.pairs, own=False)
        found.unclear |= set(matched.unclear)


def _may_be_for(one: Transaction, account: str) -> bool:
    """Return whether a repayment may have gone to a card: it names neither another one nor the credit of an app.

    Its method is not looked at, which names the account that it was paid from.
    """
    words = f"{one.counterparty} {one.text} {one.said_category}".lower()
    return credit_of(words) in {"", "card"} and names_account(words, account) is not False


def account_of(one: Transaction) -> str:
    """Return what tells an account from another: a bank's name and digits or else its file, an app's name."""
    return one.account or (one.file if rank_of(one) == BANK_RANK else one.source)


def _own_transfers(rows: Sequence[Transaction], found: Doubles) -> None:
    """Find what left one of the person's accounts and reached one at a bank: the same amount, at most a day apart."""
    sides: dict[str, dict[int, dict[str, list[int]]]] = {
        way: defaultdict(lambda: defaultdict(list)) for way in ("out", "in")
    }
    for place, one in enumerate(rows):
        wallet = rank_of(one) == BANK_RANK - 1
        other = one.source == OWN_BOOK or rank_of(one) < BANK_RANK - 1 or one.kind in {"refund", "repayment"}
        if wallet and (way_of(one) != "out" or (one.nature != "person" and not one.way)):
            continue  # what a wallet says of its own transfers is matched above
        if not other and one.nature in SENT and place not in found.lower and way_of(one):
            sides[way_of(one)][one.amount_fen][account_of(one)].append(place)
    for fen, accounts in sides["out"].items():
        for account, outs in accounts.items():
            for other, ins in sides["in"].get(fen, {}).items():
                if other != account:
                    _between(rows, outs, ins, found)


def _between(rows: Sequence[Transaction], outs: Sequence[int], ins: Sequence[int], found: Doubles) -> None:
    """Pair what left one account with what reached the other, where a row says so or both name the same side."""
    taken = {place for pair in found.own for place in pair}
    outs = [place for place in outs if place not in taken]
    ins = [place for place in ins if place not in taken]
    there, here = account_of(rows[ins[0]]) if ins else "", account_of(rows[outs[0]]) if outs else ""
    said_out = [place for place in outs if _says_own(rows[place], there)]
    said_in = [place for place in ins if _says_own(rows[place], here)]
    out_to, in_from = ({rows[place].counterparty for place in some} for some in (outs, ins))
    alike = out_to & in_from
    if ("" in out_to or "" in in_from) and len(out_to | in_from) * len((*outs, *ins)) <= COMPARED:
        alike = out_to | in_from  # a name may stand in the words of the other row
    sides = [side for side in sorted(alike) if side and not is_app(side)]
    groups = [
        (
            [place for place in outs if _is_with(rows[place], side)],
            [place for place in ins if _is_with(rows[place], side)],
        )
        for side in sides
    ]
    for above, below in (*groups, (said_out, ins), (outs, said_in)):
        free = {place for pair in found.own for place in pair}
        matched = match(
            ((rows[up].day, up) for up in above if up not in free),
            ((rows[low].day, low) for low in below if low not in free),
            both=True,
        )
        found.keep(matched.pairs, own=True)
        found.unclear |= set(matched.unclear)


def _is_with(one: Transaction, side: str) -> bool:
    """Return whether a row's other side is this one: by its own column, or in its words where it has none."""
    return one.counterparty == side or (not one.counterparty and names_person(words_of(one), side))


def _says_own(one: Transaction, other: str) -> bool:
    """Return whether a row says that the money stayed with the person, by its words or by the account it was with."""
    return says_own(one) or names_account(f"{words_of(one)} {_tail_there(one)}", other) is True


def _tail_there(one: Transaction) -> str:
    """Return the last digits of the account on the other side, where the export has a column for it."""
    there = next((cell for heading, cell in one.raw if heading_of(heading) in THERE), "")
    return f"({there[-4:]})" if there[-4:].isdigit() else ""
