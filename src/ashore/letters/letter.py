"""A letter of a kind as a sheet: its blocks in order, what is signed, what to know before it is sent."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from ashore.errors import Message
from ashore.letters.asked import asks_of, named_plan
from ashore.letters.before import before
from ashore.letters.budget import budget_blocks
from ashore.letters.case import PART_NAMES, Case, facts_of, fen_by_part, questioned_of
from ashore.letters.evidence import check_evidence
from ashore.letters.fitting import check_fits
from ashore.letters.kinds import BlockName, Kind, LetterKind
from ashore.letters.proposed import Proposed, Run, runs_of
from ashore.letters.script import script_blocks
from ashore.letters.sheet import Blank, Block, Cell, Figures, Items, Own, Paragraph, Parting, Sheet, Unit

Columns = tuple[tuple[str, Unit], ...]
ROWS_MAX: Final = 12
"""A table of payments has at most so many rows; what comes after them is said in a sentence."""
DAYS: Final[Columns] = (("letter-column-by", "date"), ("letter-column-amount", "fen"))
NAME_THE_DAY: Final = frozenset({"proposal-before", "proposal-card", "proposal-agreed", "term"})
"""Letters whose first sentence names the next due day and its sum."""
CLOSES: Final[Mapping[LetterKind, str]] = {
    "complaint": "-check",
    "conduct": "-check",
    "record": "-check",
    "statement": "-provide",
    "settled": "-provide",
}
"""What the last sentence asks for where it is no consent: that something is looked into, or handed over."""
SILENT: Final = frozenset({"statement", "conduct"})
"""Letters that say of a debt long silent that they accept nothing: a period must not begin again by them (H10)."""
CONTACTS: Final[Columns] = (
    ("letter-column-day", "date"), ("letter-column-time", "text"), ("letter-column-how", "text"),
)  # fmt: skip
RUNS: Final[Columns] = (("letter-column-by", "text"), ("letter-column-each", "fen"))


def letter(kind: Kind, case: Case) -> Sheet:
    """Return a letter about one debt.  Raises NotThisLetter and NoSuchEvidence.

    What is not in the file, not in the plan and was not typed or ticked for this letter stands nowhere in it.
    """
    check_fits(kind, case)
    check_evidence(kind.name, case.typed.cause, case.typed.evidence)
    example = (Paragraph(Message("letter-example")),) if case.example else ()
    blocks = (block for name in kind.blocks for block in BUILD[name](kind, case))
    return Sheet(
        kind=kind.name,
        title=Message(f"letter-{_form(kind, case)}", facts_of(case)),
        to="" if kind.name == "call" else case.debt.creditor or None,
        blocks=(*example, *blocks),
        signed=() if kind.name == "call" else tuple(_signed(case)),
        day=case.day,
        before=tuple(before(kind, case)),
    )


def _form(kind: Kind, case: Case) -> str:
    """Return the kind, of a proposal with its time: an extension before a due day, an arrangement after it.

    Where an arrangement was agreed on, what is asked for before its next day is to change that.
    """
    if kind.name != "proposal":
        return kind.name
    if not case.in_time:
        return "proposal-after"
    if case.is_agreed:
        return "proposal-agreed"
    return "proposal-card" if case.is_card else "proposal-before"


def _signed(case: Case) -> Iterator[Blank]:
    """Yield the lines to fill in by hand; a spouse has one only where the file says that both borrowed (H2)."""
    for name in ("name", "id", "phone"):
        yield Blank(Message(f"letter-sign-{name}"))
    if "spouse" in case.debt.liable:
        yield Blank(Message("letter-sign-co-borrower"))


def _lead(kind: Kind, case: Case) -> Iterator[Block]:
    yield Paragraph(Message("letter-hello"))
    on = "-on" if kind.name == "settled" and case.typed.paid_on else ""
    yield Paragraph(Message(f"letter-{_form(kind, case)}-lead{on}", facts_of(case)))
    if kind.name in SILENT and case.is_silent:
        yield Paragraph(Message(f"letter-{kind.name}-only"))


def _contract(_kind: Kind, _case: Case) -> Iterator[Block]:
    """Yield a line for the contract's number: what a loan is called at home may say what it was used for (H1)."""
    yield Blank(Message("letter-contract"))


def _position(kind: Kind, case: Case) -> Iterator[Block]:
    parts = {name: fen for name, fen in zip(PART_NAMES, fen_by_part(case.standing.owed), strict=True) if fen}
    rows: tuple[tuple[Cell, ...], ...] = tuple((_part(name, case), fen) for name, fen in parts.items())
    head = Message("letter-head-position", facts_of(case))
    total = (Message("letter-part-total"), case.standing.owed.total_fen)
    yield Figures(head, (("letter-column-part", "text"), ("letter-column-amount", "fen")), rows, total)
    if questioned_of(case).intersection(parts):
        yield Paragraph(Message("letter-position-questioned"))
    if case.since:
        yield Paragraph(Message("letter-position-late", facts_of(case)))
    elif case.standing.next_due and case.day <= case.standing.next_due:
        yield Paragraph(Message(_next(kind, case), facts_of(case)))


def _next(kind: Kind, case: Case) -> str:
    """Return what is said where nothing is overdue: the next due day, unless the letter has begun with it."""
    if _form(kind, case) in NAME_THE_DAY:
        return "letter-position-clean"
    minimum = case.debt.terms.method == "revolving" and not case.is_agreed
    return "letter-position-next-card" if minimum else "letter-position-next"


def _part(name: str, case: Case) -> Message:
    """Return the name of a part; of one that a statement was found wrong about also whose figure this is."""
    if name not in questioned_of(case):
        return Message(f"letter-part-{name}")
    theirs = case.debt.arrears is not None and case.debt.arrears_typed
    code = "letter-part-questioned" if theirs else "letter-part-by-contract"
    return Message(code, {"owed_parts": (name,)})


def _cause(_kind: Kind, case: Case) -> Iterator[Block]:
    if case.typed.cause and case.typed.cause != "other":
        yield Paragraph(Message(f"letter-cause-{case.typed.cause}"))


def _asks(kind: Kind, case: Case) -> Iterator[Block]:
    offered = case.proposed is not None and case.proposed.offered and "plan" in kind.asks
    head = Message("letter-head-offered" if offered else "letter-head-asks")
    yield Items(head, tuple(asks_of(kind, case)))


def _payments(kind: Kind, case: Case) -> Iterator[Block]:
    """Yield what the plan pays on the debt with what is asked here; nothing where it rests on another ask."""
    one = named_plan(kind, case)
    if one is None:
        return
    runs = runs_of(one.shown)
    if not runs:
        yield Paragraph(Message("letter-no-amount"))
        return
    head = Message("letter-head-payments" if one.works else "letter-head-holding")
    yield _table(head, runs[:ROWS_MAX])
    more = len(runs) > ROWS_MAX or len(one.shown) < len(one.months)
    yield Paragraph(_after(one, more=more))


def _table(head: Message, runs: Sequence[Run]) -> Figures:
    """Return payments as a table: each month by its last day with its sum, months of equal sums in one row."""
    if all(run.times == 1 for run in runs):
        return Figures(head, DAYS, tuple((run.first, run.fen) for run in runs))
    return Figures(head, RUNS, tuple((_days(run), run.fen) for run in runs))


def _days(run: Run) -> Cell:
    if run.times == 1:
        return run.first
    return Message("letter-run", {"first": run.first, "last": run.last, "times_count": run.times})


def _after(one: Proposed, *, more: bool) -> Message:
    """Return what is said below a table of payments: when the debt is closed, or that the rest follows the contract."""
    if not one.works:
        return Message("letter-payments-holding")
    if one.ends and one.concession is not None and one.concession.kind == "settle":
        return Message("letter-payments-rest" if more else "letter-payments-settled", {"ends": one.ends})
    if one.ends is None:
        return Message("letter-payments-rest" if more else "letter-payments-kept")
    return Message("letter-payments-end-cut" if more else "letter-payments-end", {"ends": one.ends})


def _evidence(_kind: Kind, case: Case) -> Iterator[Block]:
    if case.typed.evidence:
        items = tuple(Message(f"letter-evidence-{code}") for code in case.typed.evidence)
        yield Items(Message("letter-head-evidence"), items)


def _own(_kind: Kind, case: Case) -> Iterator[Block]:
    if case.typed.own.strip():
        yield Own(case.typed.own.strip())


def _disputed(_kind: Kind, case: Case) -> Iterator[Block]:
    """Yield the figures of the statement that are not as the contract says, ours beside them."""
    columns: Columns = (
        ("letter-column-day", "date"), ("letter-column-what", "text"), ("letter-column-stated", "fen"),
        ("letter-column-ours", "fen"),
    )  # fmt: skip
    rows = tuple((one.on, one.what, one.stated_fen, one.ours_fen) for one in case.disputed)
    yield Figures(Message("letter-head-disputed"), columns, rows)


def _facts(_kind: Kind, case: Case) -> Iterator[Block]:
    """Yield what the person knows of the statement and of asking about it, each only where a day was typed."""
    if case.typed.got_on and case.disputed:
        yield Paragraph(Message("letter-complaint-got", {"got_on": case.typed.got_on}))
    if case.typed.asked_on:
        yield Paragraph(Message("letter-complaint-asked", {"asked_on": case.typed.asked_on}))


def _contacts(_kind: Kind, case: Case) -> Iterator[Block]:
    """Yield each contact with its day and time, the rules to hold them against, and of how many something was kept."""
    rows = tuple(
        (one.on, f"{one.at:%H:%M}" if one.at else Message("letter-contact-no-time"), one.how)
        for one in case.contacts
    )
    yield Figures(Message("letter-head-contacts"), CONTACTS, rows)
    yield Items(Message("letter-head-beyond"), case.beyond)
    kept = sum(one.kept for one in case.contacts)
    if kept:
        yield Paragraph(Message("letter-contacts-kept", {"kept_count": kept}))


def _close(kind: Kind, _case: Case) -> Iterator[Block]:
    yield Paragraph(Message(f"letter-close{CLOSES.get(kind.name, '')}"))
    yield Parting(Message("letter-regards"))


def _budget(_kind: Kind, case: Case) -> Iterator[Block]:
    yield from budget_blocks(case)


def _script(kind: Kind, case: Case) -> Iterator[Block]:
    yield from script_blocks(kind, case)


BUILD: Final[Mapping[BlockName, Callable[[Kind, Case], Iterator[Block]]]] = {
    "lead": _lead,
    "contract": _contract,
    "position": _position,
    "cause": _cause,
    "asks": _asks,
    "payments": _payments,
    "evidence": _evidence,
    "own": _own,
    "close": _close,
    "disputed": _disputed,
    "facts": _facts,
    "contacts": _contacts,
    "budget": _budget,
    "script": _script,
}
"""Each block of a letter by its name."""
