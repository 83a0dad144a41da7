"""The answer about a message or an offer, drawn from what was found: what it comes to, what to do now, what to check.

It has no word for “safe”: where nothing was found it says that this proves nothing, and gives three checks.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from ashore.errors import Fact, Message
from ashore.traps.reading import Found, Heard, Wanted
from ashore.traps.signs import HANDED, Handed, SenderKind, TrapRules

Numbers = Mapping[str, Fact]
"""The help lines' numbers, as the sentences name them (`fraud_number`)."""
CHECKS: Final = ("trap-check-who", "trap-check-wants", "trap-check-ask")
TODAY: Final = "trap-check-today"
"""Stands for the last check, which says to wait a night, where the sender's day would count if it is real."""
SETS_DAYS: Final[frozenset[SenderKind]] = frozenset({"court", "arbitrator", "notary"})
NOW: Final = ("trap-now-stop", "trap-now-moving", "trap-now-ask", "trap-now-keep", "trap-now-lender")
IMITATED: Final = "trap-official-imitated"
LAST: Final = "trap-done-last"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said: what it comes to, the signs, what to do now, if already paid or given, how to verify a sender.

    `wants`: without a sign, what the message asks of its reader; `worded`: its clauses that are worded like a trap.
    """

    verdict: Message
    found: tuple[Found, ...]
    now: tuple[Message, ...]
    done: tuple[Message, ...]
    official: tuple[Message, ...]
    checks: tuple[Message, ...]
    wants: tuple[Wanted, ...] = ()
    worded: tuple[str, ...] = ()

    @property
    def warned(self) -> tuple[str, ...]:
        """Return the facts that say who warned of these signs, each once."""
        return tuple(dict.fromkeys(fact for one in self.found for fact in one.sign.warnings))


def together(heard: Heard, yes: Collection[str], rules: TrapRules) -> Heard:
    """Return what was read of a message, with the signs added that the questions answered yes mean."""
    named = {sign for ask in rules.asks if ask.id in yes for sign in ask.signs}
    known = {one.sign.id: one for one in heard.found}
    told = (known.get(sign.id) or Found(sign) for sign in rules.signs if sign.id in named | set(known))
    found = tuple(told)
    return Heard(found, heard.senders, heard.warns, () if found else heard.wants)


def draw(heard: Heard, given: Collection[Handed], numbers: Numbers, worded: tuple[str, ...] = ()) -> Answer:
    """Return the answer; `given`: what was already paid or given away, where the person said so.

    `worded`: the clauses by which a message is worded like a trap (`likeness.resembling`); said where no sign is.
    """
    found = heard.found
    after: list[Handed] = [one for one in HANDED if one in given]
    return Answer(
        verdict=_verdict(heard, numbers),
        found=found,
        now=tuple(Message(code, numbers) for code in NOW) if found else (),
        done=_done(after or _sought(found), numbers),
        official=_official(heard, numbers),
        checks=() if found else tuple(Message(code, numbers) for code in _checks(heard)),
        wants=heard.wants,
        worded=() if found else worded,
    )


def _verdict(heard: Heard, numbers: Numbers) -> Message:
    if heard.found:
        return Message("trap-found", {**numbers, "signs_count": len(heard.found)})
    return Message("trap-nothing-warns" if heard.warns else "trap-nothing", numbers)


def _checks(heard: Heard) -> tuple[str, ...]:
    """Return what to check first; nobody is told to wait where a day may be running."""
    return (*CHECKS[:-1], TODAY) if SETS_DAYS & set(heard.senders) else CHECKS


def _sought(found: Iterable[Found]) -> list[Handed]:
    """Return what offers with these signs are after, in the order in which to see to it."""
    sought = {handed for one in found for handed in one.sign.handed}
    return [one for one in HANDED if one in sought]


def _done(after: Collection[Handed], numbers: Numbers) -> tuple[Message, ...]:
    """Return what to do about what was already paid or given away, the most pressing first."""
    if not after:
        return ()
    steps = [Message(f"trap-done-{one}", numbers) for one in after]
    return (*steps, Message(LAST, numbers))


def _official(heard: Heard, numbers: Numbers) -> tuple[Message, ...]:
    """Return how to verify whom a message names as its sender; with a sign in it, first that a name proves nothing."""
    if not heard.senders:
        return ()
    head = [Message(IMITATED, numbers)] if heard.found else [Message("trap-official-heed", numbers)]
    return (*head, *(Message(f"trap-official-{kind}", numbers) for kind in heard.senders))
