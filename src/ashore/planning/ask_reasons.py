"""Why what is asked is of this kind and no smaller: what would still be missing with less, by solving again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ashore.errors import Fact, Message
from ashore.loans.terms import Concession
from ashore.planning.ask_model import Choices, Selection, missing_with
from ashore.planning.ask_options import KINDS, Ask
from ashore.planning.asks import Asking, AskSet
from ashore.planning.offers import Selection as Offers


@dataclass(frozen=True, slots=True)
class Lesser:
    """Something less that does not do: what it is, how much cash is missing at least, and by which month's end."""

    ask: Ask
    missing_fen: int
    month: str


def reasons_for(asking: Asking, one: AskSet) -> tuple[Message, ...]:
    """Return for each ask of a set why it is of this kind, and that less of it does not do."""
    return tuple(message for ask in one.asks for message in _reasons(asking, one, ask))


def _reasons(asking: Asking, one: AskSet, ask: Ask) -> Iterator[Message]:
    debt = asking.problem.household.debts[ask.offer.debt].name
    for lesser in _lighter_kinds(asking, one, ask):
        terms = lesser.ask.offer.concession
        code = "why-not-rate-cut" if _leaves_a_rate(terms) else f"why-not-{terms.kind}"
        yield Message(code, _facts(debt, lesser))
    if (less := _less(asking, one, ask)) is not None:
        yield Message("why-not-less", _facts(debt, less))


def _leaves_a_rate(terms: Concession) -> bool:
    """Return whether a cut of the rate leaves interest, as far as this lender may go."""
    return terms.kind == "rate" and (terms.rate is None or terms.rate.value > 0)


def _facts(debt: str, lesser: Lesser) -> dict[str, Fact]:
    months = lesser.ask.offer.concession.months
    return {
        "debt": debt,
        "missing_fen": lesser.missing_fen,
        "gap_month": lesser.month,
        "longest_nmonths": months,
    }


def _lighter_kinds(asking: Asking, one: AskSet, ask: Ask) -> Iterator[Lesser]:
    """Yield each kind that is granted more easily, taken as far as it goes, where it does not do."""
    mine = KINDS.index(ask.offer.concession.kind)
    kinds = [kind for kind in KINDS if kind not in {"settle", "waive"} and KINDS.index(kind) < mine]
    if asking.problem.household.cause == "shock" and ask.offer.concession.kind != "defer":
        kinds.append("defer")
    for kind in kinds:
        options = [
            other
            for other in _own(asking.choices, ask)
            if other.offer.concession.kind == kind and _pure(other)
        ]
        if options and (found := _tried(asking, one, ask, max(options, key=lambda other: other.weight))):
            yield found


def _pure(ask: Ask) -> bool:
    """Return whether it is of one kind only."""
    return ask.offer.concession.kind != "extend" or ask.offer.concession.rate is None


def _less(asking: Asking, one: AskSet, ask: Ask) -> Lesser | None:
    """Return that the next smaller ask of the same kind does not do; without one, that the contract does not."""
    same = [
        other
        for other in _own(asking.choices, ask)
        if other.offer.concession.kind == ask.offer.concession.kind
        and other.weight < ask.weight
        and _pure(other)
    ]
    return _tried(asking, one, ask, max(same, key=lambda other: other.weight)) if same else None


def _own(choices: Choices, ask: Ask) -> list[Ask]:
    return [one.ask for one in choices.options if one.ask and one.debt == ask.offer.debt]


def _tried(asking: Asking, one: AskSet, ask: Ask, instead: Ask) -> Lesser | None:
    """Return what is missing at least with another ask instead of one of the set; None if the months would fit."""
    asks = [instead if other is ask else other for other in one.asks]
    selection = place_of(asking.choices, asks, one.taken)
    if selection is None:
        return None
    found = missing_with(asking.choices, selection)
    if found is None:
        return None
    fen, month = found
    return Lesser(instead, fen, str(asking.problem.first.plus(month)))


def place_of(choices: Choices, asks: Sequence[Ask], taken: Offers = ()) -> Selection | None:
    """Return the options of these asks and of what is taken, and the contract of every other debt.

    None where a debt is reached twice.
    """
    wanted = {id(one) for one in (*asks, *taken)}
    chosen = [place for place, one in enumerate(choices.options) if {id(one.ask), id(one.offer)} & wanted]
    reached = [member for place in chosen for member in choices.options[place].members]
    if len(reached) != len(set(reached)):
        return None
    rest = [
        place
        for place, one in enumerate(choices.options)
        if one.ask is None and one.offer is None and one.debt not in reached
    ]
    return tuple(sorted([*chosen, *rest]))
