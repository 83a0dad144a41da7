"""A debt's end as parts: what closes it on a day, what to ask before, what to get after, and other endings."""

from collections.abc import Iterator
from typing import Final

from ashore.documents.answer.closing_case import Case
from ashore.documents.answer.closing_other import other_endings
from ashore.documents.blocks import Block, Cell, Column, Part, Say, Table
from ashore.documents.first_words import about_messages
from ashore.errors import Fact, Message
from ashore.household.standing import is_silent
from ashore.packs.records import record_years
from ashore.planning.closing import Payoff
from ashore.planning.urgent import COURT_STAGES
from ashore.texts.language import Language

GUARANTOR: Final = "guarantor:"
HOMES: Final = frozenset({"home", "second-charge"})
ELSEWHERE: Final = frozenset({"outsourced", "assigned"})
PARTS: Final = ("principal", "interest", "penalty", "fee")


def closing_parts(case: Case, language: Language) -> tuple[Part, ...]:
    """Return what is said of a debt's end, in the order in which it is needed."""
    found = [
        _payoff(case),
        _before(case),
        _after(case),
        other_endings(case, language),
        _about(case, language),
    ]
    return tuple(part for part in found if part)


def _payoff(case: Case) -> Part:
    blocks: list[Block] = [Say(note) for note in _old(case)]
    if not case.owes:
        blocks.append(Say(Message("closing-nothing"), "lead"))
    else:
        blocks += [*_sums(case), _table(case), *(Say(note, "note") for note in _remarks(case))]
    return Part("closing-head-payoff", "first", tuple(blocks))


def _old(case: Case) -> Iterator[Message]:
    """Yield what to ask before anything is paid on a debt that nobody has asked for in years (practice §2, H10)."""
    if is_silent(case.debt, case.household.as_of):
        yield Message("note-old", {"debt": case.debt.name, **case.numbers})


def _differ(case: Case) -> bool:
    return case.kept.fen != case.unpaid.fen


def _sums(case: Case) -> Iterator[Block]:
    facts: dict[str, Fact] = {"on": case.kept.on, "payoff_fen": case.kept.fen}
    if not _differ(case):
        yield Say(Message("closing-payoff-plain", facts), "lead")
        return
    code = "closing-payoff-late" if case.debt.arrears else "closing-payoff"
    yield Say(Message(code, facts), "lead")
    yield Say(Message("closing-unpaid", {"payoff_fen": case.unpaid.fen}))


def _table(case: Case) -> Table:
    """Return the parts of the sum, of both sums where they differ; what the lender holds is taken off."""
    shown = [case.kept, case.unpaid] if _differ(case) else [case.kept]
    rows: list[tuple[Cell, ...]] = [
        (Message(f"closing-part-{name}"), *values)
        for name in PARTS
        if any(values := tuple(getattr(one, f"{name}_fen") for one in shown))
    ]
    if any(one.held_fen for one in shown):
        rows.append((Message("closing-part-held"), *(-one.held_fen for one in shown)))
    heads = ("kept", "unpaid") if _differ(case) else ("fen",)
    columns = (Column("closing-column-part"), *(Column(f"closing-column-{head}", "fen") for head in heads))
    total = (Message("row-together"), *(one.fen for one in shown)) if len(rows) > 1 else None
    return Table(Message("closing-caption"), columns, tuple(rows), total)


def _remarks(case: Case) -> Iterator[Message]:
    kept, debt = case.kept, case.debt
    if kept.settles:
        yield Message("closing-settles")
    if kept.before_fen and _differ(case):
        yield Message("closing-before", {"before_fen": kept.before_fen})
    if kept.early_fee_fen:
        yield Message("closing-early", {"early_fen": kept.early_fee_fen})
    if not kept.allowed:
        yield Message("closing-not-allowed")
    if debt.terms.method == "revolving":
        yield Message("closing-card", {"as_of": case.household.as_of})
    if debt.assumed:
        yield Message("closing-assumed")
    yield Message("closing-theirs")


def _before(case: Case) -> Part | None:
    """Return what to ask before anything is paid; None where nothing is owed."""
    if not case.owes:
        return None
    ending = "-private" if case.private else ""
    said = [
        Message(f"closing-ask-figure{ending}", {"on": case.kept.on}),
        Message(f"closing-ask-account{ending}"),
    ]
    if case.debt.stage in ELSEWHERE:
        said.insert(0, Message("closing-ask-owner"))
    if case.debt.stage in COURT_STAGES:
        said.insert(0, Message("closing-ask-court"))
    if not case.private:
        said.append(Message("closing-ask-debit"))
    return Part("closing-head-before", "path", tuple(Say(one, "item") for one in said))


def _after(case: Case) -> Part:
    said = [*_papers(case), *_released(case)]
    if not case.private:
        said += _record(case)
    return Part("closing-head-after", "path", tuple(Say(one, "item") for one in said))


def _papers(case: Case) -> Iterator[Message]:
    proof = "closing-do-proof-private" if case.private else "closing-do-proof"
    yield Message(proof, {"on": case.checks["proof"].on})
    if not case.private:
        yield Message("closing-do-zero")
    if case.debt.terms.method in {"revolving", "daily"} and not case.private:
        yield Message("closing-do-account")
    yield Message("closed-debits")


def _released(case: Case) -> Iterator[Message]:
    """Yield what must be released: a pledge, a guarantee."""
    if case.debt.secured_by in HOMES:
        yield Message("closing-do-lien-home")
    if case.debt.secured_by == "car":
        yield Message("closing-do-lien-car")
    names = tuple(who.removeprefix(GUARANTOR) for who in case.debt.liable if who.startswith(GUARANTOR))
    if names:
        yield Message("closing-do-guarantor", {"names": names})


def _record(case: Case) -> Iterator[Message]:
    """Yield when to look at the report, and what it keeps: never that it will be clean (practice §2, H11)."""
    yield Message("closing-do-report", {"on": case.checks["report"].on})
    free, answer = _days(case, "free-reports"), _days(case, "dispute-days")
    if free:
        yield Message("closing-do-free", {"free_count": free})
    if answer:
        yield Message("closing-do-dispute", {"answer_ndays": answer})
    years, check = record_years(case.household.jurisdiction, case.today), case.checks.get("record")
    if years and check:
        facts = {"record_nyears": years, "ended": case.kept.on, "on": check.on}
        yield Message("closing-do-record", facts)
    elif years:
        yield Message("closing-do-record-any", {"record_nyears": years})
    yield Message("closing-do-agents")


def _days(case: Case, name: str) -> int | None:
    """Return a number of the pack, None where it has none or it needs checking."""
    fact = case.pack.facts.get(name)
    usable = fact and not fact.stale(case.today) and fact.in_force(case.today)
    return fact.value if fact and usable and isinstance(fact.value, int) else None


def _about(case: Case, language: Language) -> Part:
    facts = [one for one in _facts(case) if one in case.pack.facts]
    said = tuple(Say(one, "note") for one in about_messages(facts, case.pack, case.today, language))
    return Part("paper-head-about", "about", said)


def _facts(case: Case) -> Iterator[str]:
    """Yield the facts that the sentences rest on."""
    debt = case.debt
    if debt.stage in ELSEWHERE:
        yield "assignment-notice"
    if debt.secured_by != "none":
        yield from ("security-ends", "sale-shortfall", "sale-notice")
    if any(who.startswith(GUARANTOR) for who in debt.liable):
        yield "side-rights-end"
    if any(one.kind == "settle" for one in debt.concessions):
        yield "release-ends"
    if not case.private:
        yield from (
            "bad-record-years",
            "dispute-where",
            "dispute-days",
            "free-reports",
            "report-lenders",
            "agent-warning",
        )


def closing_json(case: Case) -> dict[str, object]:
    """Return a debt's end as JSON (`ashore-closing/1`): what closes it, part by part, and the days to look again."""
    return {
        "format": "ashore-closing/1",
        "debt": case.debt.id,
        "as_of": case.household.as_of,
        "on": case.kept.on,
        "if_kept_up": _payoff_json(case.kept),
        "if_nothing_paid": _payoff_json(case.unpaid),
        "checks": [{"on": one.on, "kind": one.kind} for one in case.checks.values()],
    }


def _payoff_json(one: Payoff) -> dict[str, object]:
    return {
        "fen": one.fen,
        **{f"{name}_fen": getattr(one, f"{name}_fen") for name in PARTS},
        "held_fen": one.held_fen,
        "early_fee_fen": one.early_fee_fen,
        "before_fen": one.before_fen,
        "allowed": one.allowed,
        "settles": one.settles,
    }
