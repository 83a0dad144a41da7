"""One page beside the telephone: what to say, what to ask, what to say tonight, what never to say, what to note."""

from collections.abc import Iterator

from ashore.errors import Fact, Message
from ashore.letters.asked import asks_of
from ashore.letters.case import Case, facts_of
from ashore.letters.kinds import Kind
from ashore.letters.proposed import runs_of
from ashore.letters.sheet import Blank, Block, Items, Quoted

ASKED = ("reported", "miss", "written", "upfront")
NEVER = ("date", "relatives", "code", "borrow")
NOTED = ("when", "who", "said")


def script_blocks(kind: Kind, case: Case) -> Iterator[Block]:
    """Yield the parts of the page, in the order in which they are needed."""
    yield Items(Message("letter-call-head-tonight"), tuple(_tonight(case)))
    yield Items(Message("letter-call-head-say"), tuple(_say(kind, case)))
    if not case.is_silent:
        asked = tuple(Message(f"letter-call-ask-{one}") for one in ASKED)
        yield Items(Message("letter-call-head-ask"), asked)
    yield Items(Message("letter-call-head-never"), tuple(_never(case)))
    yield from (Blank(Message(f"letter-call-note-{one}")) for one in NOTED)


def _tonight(case: Case) -> Iterator[Message]:
    """Yield what is enough when they call tonight; late at night it may be said that it is late."""
    yield Message("letter-call-tonight-silent" if case.is_silent else "letter-call-tonight-words")
    if case.rules.quiet_from:
        yield Message("letter-call-tonight-late", facts_of(case))
    yield Message("letter-call-tonight-end")
    if case.rules.mental_number and case.rules.emergency_number:
        yield Message("letter-call-tonight-help", facts_of(case))


def _say(kind: Kind, case: Case) -> Iterator[Message | Quoted]:
    yield Message("letter-call-say-who")
    if case.is_silent:  # "I know that it is due, I want to repay it" could let the period begin again (H10)
        yield Message("letter-call-say-silent")
        return
    yield Message("letter-call-say-late" if case.since else "letter-call-say-soon", facts_of(case))
    one = None if case.is_kept else case.proposed
    runs = runs_of(one.shown) if one else ()
    # No sum on the telephone that hangs on another creditor's answer.
    if one is None or one.rests or not runs:
        yield Message("letter-call-say-open")
        return
    if one.concession is not None:
        yield from map(Quoted, asks_of(kind, case))
    facts: dict[str, Fact] = {"first": runs[0].first, "each_fen": runs[0].fen, "times_count": runs[0].times}
    yield Message("letter-call-say-sum" if runs[0].times == 1 else "letter-call-say-sums", facts)


def _never(case: Case) -> Iterator[Message]:
    if case.is_silent:
        yield Message("letter-call-never-silent", facts_of(case))
    yield from (Message(f"letter-call-never-{one}") for one in NEVER)
