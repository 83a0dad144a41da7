"""Plans of the open book, each worked out once and kept in memory while the book is open."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock
from typing import Final, Protocol, TypeVar, cast

from ashore.documents.answer.view import View, help_of
from ashore.documents.called import told_apart
from ashore.household.estimating import Estimates
from ashore.household.model import Household
from ashore.household.reading import Reading
from ashore.packs.estimates import estimates_for
from ashore.packs.insolvency import insolvency_rule
from ashore.packs.limits import grants_of
from ashore.packs.planned import as_planned, plan_of
from ashore.packs.workdays import working_days_of
from ashore.planning.ask_answer import AskAnswer, answer_of
from ashore.planning.goals import Goal
from ashore.planning.outcome import Outcome
from ashore.planning.problem import HORIZON_MONTHS
from ashore.planning.variants import Variant, variants_of
from ashore.planning.what_if import Outlook, kept, outlook, read_change
from ashore.planning.worth import Levers, Worth
from ashore.scenarios.assumed import assumed_with
from ashore.scenarios.friend import Gate, gates_of_levers
from ashore.scenarios.futures import Draws, Futures
from ashore.scenarios.futures import futures_of as many_futures
from ashore.texts.language import Language
from ashore.web.clock import today
from ashore.web.config import JURISDICTION

T = TypeVar("T")
KEPT_MAX: Final = 400
READINGS_MAX: Final = 4
PATHS: Final = 40
"""How many futures a page draws: as many as the report does."""
SEED: Final = 1
Name = tuple[str, ...]
Key = tuple[int, Name]


class Readable(Protocol):
    """A book: its file's text, and what is read from it.  Models are not loaded before Django is set up."""

    @property
    def text(self) -> str:
        """Return the household file."""
        ...

    def reading(self) -> Reading:
        """Return the household and the findings on it."""
        ...


class Incomplete(Readable, Protocol):
    """A book that can be read although something of a contract is not known yet."""

    @property
    def jurisdiction(self) -> str | None:
        """Return where the household lives, None where nobody said."""
        ...

    def estimated(self, estimates: Estimates) -> Reading:
        """Return the household with what is not known taken, and the findings on it."""
        ...


_turns: Final[dict[Key, Lock]] = {}


@dataclass(slots=True)
class _Memory:
    """What was worked out, with what it was worked out from: while that is kept, nothing else has its identity."""

    kept: OrderedDict[Key, tuple[object, object]] = field(
        default_factory=OrderedDict[Key, tuple[object, object]]
    )
    readings: OrderedDict[str, Reading] = field(default_factory=OrderedDict[str, Reading])
    estimated: OrderedDict[str, Reading] = field(default_factory=OrderedDict[str, Reading])


_memory: Final = _Memory()


def forget() -> None:
    """Drop every plan at once, without waiting for one that is being worked out: that one is not kept either."""
    _memory.kept, _memory.readings, _memory.estimated = OrderedDict(), OrderedDict(), OrderedDict()


def reading_of(now: Readable) -> Reading:
    """Return the household of a book with the findings on it; of the same text it is the same household."""
    return _read(_memory.readings, now.text, now.reading)


def planned_from(now: Incomplete) -> Reading:
    """Return what a first plan is made from: the book as it is read, else with what nobody knows yet taken."""
    strict = reading_of(now)
    if strict.household is not None:
        return strict
    return _read(_memory.estimated, now.text, lambda: now.estimated(_estimates(now)))


def _estimates(now: Incomplete) -> Estimates:
    return estimates_for(now.jurisdiction or JURISDICTION, today())


def _read(known: OrderedDict[str, Reading], text: str, read: Callable[[], Reading]) -> Reading:
    found = known.get(text) or read()
    known[text] = found
    while len(known) > READINGS_MAX:
        known.popitem(last=False)
    return found


def told(household: Household, language: Language) -> Household:
    """Return a household as it is spoken of to the person: no two of its debts are called alike."""
    return once(household, ("told", language), lambda: told_apart(household, language))


def view_of(household: Household, goal: Goal = "cheapest") -> View:
    """Return the plan of a household with what its sentences need, as it is read today."""
    plan = once(household, ("plan", goal), lambda: plan_of(household, goal))
    on = today()
    return once(plan, ("view", on.isoformat()), lambda: View(plan, help_of(household.jurisdiction), today=on))


def variants(household: Household) -> tuple[Variant, ...]:
    """Return the plans for the other goals, each with its price."""
    days = working_days_of(household, HORIZON_MONTHS)
    counted = as_planned(household, view_of(household).plan)
    return once(household, ("variants",), lambda: variants_of(counted, HORIZON_MONTHS, days))


def outlook_of(household: Household, goal: Goal, texts: Sequence[str]) -> Outlook:
    """Return what the best plan leads to under changes that come together.  Raises NotAChange."""
    changes, days = (
        [read_change(text, household) for text in texts],
        working_days_of(household, HORIZON_MONTHS),
    )
    counted = as_planned(household, view_of(household, goal).plan)
    return once(
        household,
        ("outlook", goal, *texts),
        lambda: outlook(counted, changes, goal, HORIZON_MONTHS, days),
    )


def kept_under(household: Household, goal: Goal, texts: Sequence[str]) -> Outcome:
    """Return what the plan as it is leads to under changes, at once: nothing is planned anew.  Raises NotAChange."""
    changes, days = (
        [read_change(text, household) for text in texts],
        working_days_of(household, HORIZON_MONTHS),
    )
    return kept(view_of(household, goal).plan, changes, days)


def asks_of(household: Household) -> AskAnswer:
    """Return what could be asked of the creditors, and all there is to say of it."""
    return once(household, ("asks",), lambda: _asks(household))


def _asks(household: Household) -> AskAnswer:
    plan = plan_of(household, asked_if="no-contract")
    rule = insolvency_rule(household.jurisdiction, household.as_of)
    return answer_of(plan, grants_of(household), rule)


def levers_of(household: Household) -> tuple[Worth, ...]:
    """Return what money, sales, spending, due days and a friend's loan are worth to the plan."""
    plan, days = view_of(household).plan, working_days_of(household, HORIZON_MONTHS)
    return once(
        household,
        ("levers",),
        lambda: tuple(Levers(plan.household, plan.policy, plan.horizon, days).all()),
    )


def gates_of(household: Household) -> tuple[Gate, ...]:
    """Return what becomes of each friend's loan that is told among the levers, in futures."""
    plan, days = view_of(household).plan, working_days_of(household, HORIZON_MONTHS)
    worths = levers_of(household)
    return once(household, ("gates",), lambda: gates_of_levers(plan, worths, assumed_with(), days))


def futures_of(household: Household) -> Futures:
    """Return the plan under named shocks and in many futures, under the figures assumed unless others are named."""
    plan, days = view_of(household).plan, working_days_of(household, HORIZON_MONTHS)
    return once(
        household,
        ("futures",),
        lambda: many_futures(plan, assumed_with(()), Draws(PATHS, SEED), days),
    )


def once(owner: object, name: Name, make: Callable[[], T]) -> T:
    """Return what is kept of an object under a name, made first where it is not.

    Who asks for the same thing meanwhile waits for it; who asks for another does not.
    """
    key, known = (id(owner), name), _memory.kept
    if (found := known.get(key)) is not None:
        with suppress(KeyError):  # another request may just have dropped it
            known.move_to_end(key)
        return cast(T, found[1])
    with _turns.setdefault(key, Lock()):
        found = known.get(key)
        made = cast(T, found[1]) if found else make()
        known[key] = (owner, made)
        while len(known) > KEPT_MAX:
            known.popitem(last=False)
        _turns.pop(key, None)
        return made
