"""Why these asks, what each creditor receives and when, creditors treated alike, insolvency, what stays missing."""

from collections.abc import Iterator, Sequence

from ashore.documents.answer.asks import ask_set, consents_of, first_set, other_sets
from ashore.documents.answer.holding import routes
from ashore.documents.answer.opening import living_unknown
from ashore.documents.answer.parts import about
from ashore.documents.answer.view import View
from ashore.documents.blocks import Block, Cell, Column, Part, Say, Table
from ashore.documents.first_words import source_text
from ashore.errors import Fact, Message
from ashore.packs.pack import load_pack
from ashore.planning.ask_answer import AskAnswer, StillMissing, best_for_creditors
from ashore.planning.ask_received import Money, Received, received
from ashore.planning.ask_together import Alike
from ashore.planning.insolvency import Insolvency
from ashore.rules.fact import RuleFact
from ashore.texts.facts import as_rate
from ashore.texts.language import Language

LATER = (Column("column-by-12", "fen"), Column("column-by-36", "fen"), Column("column-by-60", "fen"))


def ask_parts(
    view: View, answer: AskAnswer, laws: Sequence[RuleFact], language: Language
) -> tuple[Part, ...]:
    """Return all that is said of a plan's asks, in order: where none is needed, that."""
    if view.plan.contract_works:
        unknown = living_unknown(view)
        late = any(end.overdue for end in view.outcome.ends) or view.overdue_now()
        none = Say(Message("asks-not-needed" + ("-unknown" if unknown else "-late" if late else "")))
        parts = (unknown, Part("answer-head-asks", "path", (none,)), about(view))
        return tuple(part for part in parts if part)
    found = [living_unknown(view), _asked(view, answer), _unsure(view, answer, language), _else(view)]
    found += [_rules(view, answer, language), _received(view)]
    found += [_alike(view, answer)]
    found += [
        _insolvency(view, answer, laws, language),
        None if view.plan.asks else routes(view),
        about(view),
    ]
    return tuple(part for part in found if part)


def _asked(view: View, answer: AskAnswer) -> Part:
    offered = tuple(_offered(view))
    if view.plan.asks:
        reasons: list[Block] = [Say(one, "item") for one in answer.reasons]
        why: list[Block] = [Say(Message("asks-why")), *reasons] if reasons else []
        told = (*offered, *first_set(view), *why, Say(Message("asks-note"), "note"))
        return Part("answer-head-asks", "path", told)
    blocks: list[Block] = [*offered, Say(Message("asks-none"))]
    if answer.missing:
        blocks += _missing(view, answer.missing)
    return Part("answer-head-asks", "path", tuple(blocks))


def _missing(view: View, one: StillMissing) -> Iterator[Block]:
    """Yield what stays missing, and with which sum and asks it would work; of living above income that alone."""
    if one.living_fen:
        yield Say(view.worded(Message("gap-living", {"short_fen": one.living_fen})))
        return
    facts: dict[str, Fact] = {
        "least_fen": one.least_fen,
        "enough_fen": one.enough_fen,
        "gap_month": one.month,
    }
    if one.enough_fen and one.asked:
        yield Say(Message("asks-missing-with", facts))
        yield from ask_set(view, one.asked)
    else:
        yield Say(Message("asks-missing" if one.enough_fen else "asks-missing-always", facts))


def _offered(view: View) -> Iterator[Block]:
    """Yield that what was offered is enough, where it is: asks are then for the case that it falls through."""
    if view.plan.status == "works-with-concessions":
        ids = tuple(dict.fromkeys(view.talked_about()))
        yield Say(Message("asks-offered", {"debts": view.names(ids)}))


def _unsure(view: View, answer: AskAnswer, language: Language) -> Part | None:
    """Return the rules on what a lender may grant that need checking, None where there are none."""
    facts = load_pack(view.plan.household.jurisdiction).facts
    named = tuple(
        Say(Message("asks-limit", {"name": facts[one].names[language]}), "item") for one in answer.unsure
    )
    lead = Say(Message("asks-limits-check"))
    return Part("asks-head-limits", "path", (lead, *named)) if named else None


def _rules(view: View, answer: AskAnswer, language: Language) -> Part | None:
    """Return the rules that say how far these lenders may go, with their sources; None where none is known."""
    facts = load_pack(view.plan.household.jurisdiction).facts
    named = tuple(Say(_law(view, facts[one], language), "item") for one in answer.rules)
    return Part("asks-head-rules", "path", (Say(Message("asks-rules")), *named)) if named else None


def _else(view: View) -> Part | None:
    """Return what to ask where one refuses; where nothing else would do, that and the ways on from there."""
    if not view.plan.asks:
        return None
    blocks = tuple(other_sets(view)) or (Say(Message("asks-else-none")), *routes(view).blocks)
    return Part("asks-head-else", "path", blocks)


def _received(view: View) -> Part | None:
    """Return what each creditor receives and when, with the asks and if nothing is agreed."""
    rows = view.plan.receives
    if not rows:
        return None
    worth = Table(
        Message("received-worth"),
        (
            Column("column-debt"),
            Column("column-asked", "fen"),
            Column("column-otherwise", "fen"),
            Column("column-at-rate"),
        ),
        tuple(
            (
                _name(view, one),
                one.asked_fen,
                one.otherwise_fen,
                Message("at-rate", {"at_rate": as_rate(one.rate)}),
            )
            for one in rows
        ),
    )
    asked = _when("received-asked", [(_name(view, one), one.asked) for one in rows])
    otherwise = _when("received-otherwise", [(_name(view, one), one.otherwise) for one in rows])
    notes: list[Block] = [Say(Message("received-note"), "note")]
    if left := tuple(_name(view, one) for one in rows if one.asked.left_fen or one.otherwise.left_fen):
        notes.append(Say(Message("received-left", {"debts": left}), "note"))
    return Part("asks-head-received", "path", (worth, asked, otherwise, *notes))


def _name(view: View, one: Received) -> str:
    return view.plan.household.debts[one.debt].name


def _when(caption: str, rows: Sequence[tuple[str, Money]]) -> Table:
    """Return when the money comes: the first and last day, how much by the end of months 12, 36 and 60."""
    columns = (Column("column-debt"), Column("column-first", "date"), Column("column-last", "date"), *LATER)
    cells: tuple[tuple[Cell, ...], ...] = tuple(
        (name, one.first, one.last, *one.by_fen) for name, one in rows
    )
    return Table(Message(caption), columns, cells)


def _alike(view: View, answer: AskAnswer) -> Part | None:
    """Return the price of paying in proportion, and one proposal that is the same for everyone; None for one debt."""
    if len(view.plan.household.debts) == 1:
        return None
    blocks: list[Block] = []
    if one := answer.proportion:
        month = one.outcome.shortfall_month
        works = "pro-rata-dearer" if one.more_fen > 0 else "pro-rata-same"
        code = works if one.outcome.works else "pro-rata-fails"
        facts: dict[str, Fact] = {"more_fen": one.more_fen}
        facts |= {"gap_month": str(month)} if month else {}
        blocks.append(Say(Message(code, facts)))
    if uniform := answer.uniform:
        blocks += [Say(_uniform(uniform.alike)), *_stays(view, answer)]
        blocks += consents_of(view, uniform.found.debts)
        free = uniform.found.outcome.debt_free
        blocks.append(Say(Message("asks-lead-free", {"on": free}) if free else Message("asks-lead-left")))
        blocks.append(_uniform_table(view, answer))
    elif view.plan.asking:
        blocks.append(Say(Message("uniform-none")))
    return Part("asks-head-alike", "path", tuple(blocks)) if blocks else None


def _uniform(alike: Alike) -> Message:
    facts: dict[str, Fact] = {
        "periods_count": alike.months,
        "put_off_nmonths": alike.deferred,
        "cut_rate": as_rate(alike.rate_cut),
    }
    if alike.deferred:
        return Message("uniform-defer", facts)
    cut = "-free" if alike.rate_cut == 1 else "-cut" if alike.rate_cut else ""
    return Message(f"uniform-term{cut}" if alike.months else f"uniform-rate{cut}", facts)


def _stays(view: View, answer: AskAnswer) -> Iterator[Block]:
    """Yield which debts stay by contract under the proposal to all."""
    assert answer.uniform is not None
    asked = answer.uniform.found.debts
    names = tuple(debt.name for index, debt in enumerate(view.plan.household.debts) if index not in asked)
    if names:
        yield Say(Message("uniform-stays", {"names": names}), "note")


def _uniform_table(view: View, answer: AskAnswer) -> Table:
    assert answer.uniform is not None
    assert answer.plan.asking is not None
    outcome = answer.uniform.found.outcome
    rows = received(answer.plan.asking.problem, outcome, outcome)
    return _when("received-uniform", [(_name(view, one), one.asked) for one in rows])


def _insolvency(view: View, answer: AskAnswer, laws: Sequence[RuleFact], language: Language) -> Part | None:
    """Return what creditors would receive in an insolvency; else in one line that no such law is known here."""
    if view.plan.asking is None:
        return None
    if answer.insolvency:
        blocks = tuple(_compared(view, answer, answer.insolvency, language))
    else:
        blocks = (Say(Message("insolvency-none")), *(Say(_law(view, one, language), "item") for one in laws))
    return Part("asks-head-insolvency", "path", blocks)


def _law(view: View, one: RuleFact, language: Language) -> Message:
    source = source_text(one, view.read_on, language)
    facts = {"name": one.names[language], "source": source, "seen": one.seen_on}
    return Message(f"law-{one.confidence}", facts)


def _compared(view: View, answer: AskAnswer, one: Insolvency, language: Language) -> Iterator[Block]:
    yield Say(
        Message(
            "insolvency-assumed",
            {
                "years_count": one.rule.years,
                "protected_fen": one.protected_month_fen,
                "persons_count": one.persons,
                "exempt_fen": one.rule.exempt_fen,
                "sold_fen": one.sold_fen,
                "income_fen": one.income_fen,
            },
        )
    )
    proposal = best_for_creditors(answer)
    money = (
        received(answer.plan.asking.problem, proposal.outcome, proposal.outcome)
        if proposal and answer.plan.asking
        else ()
    )
    asked = {row.debt: row.asked_fen for row in money}
    columns = [Column("column-debt"), Column("column-insolvency", "fen")]
    columns += [Column("column-proposal", "fen")] if asked else []
    rows: list[tuple[Cell, ...]] = [
        (debt.name, found.worth_fen, *((asked[index],) if asked else ()))
        for index, (debt, found) in enumerate(zip(view.plan.household.debts, one.money, strict=True))
        if found
    ]
    yield Table(Message("insolvency-caption"), tuple(columns), tuple(rows))
    secured = tuple(
        debt.name for debt, found in zip(view.plan.household.debts, one.money, strict=True) if not found
    )
    if secured:
        yield Say(Message("insolvency-apart", {"names": secured}), "note")
    for fact in one.rule.facts:
        yield Say(_law(view, fact, language), "note")
