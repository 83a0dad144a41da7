"""What `ashore debts` prints: one block per debt, every part of the amount apart."""

from collections.abc import Iterator, Sequence
from datetime import date

from ashore.cli.terminal import hang, wrap
from ashore.documents.answer.assumed import items_of
from ashore.documents.answer.debt import rate_messages
from ashore.errors import Fact, Message
from ashore.household.model import Household
from ashore.household.standing import Standing, late_as_one
from ashore.texts import say
from ashore.texts.cells import SEMICOLONS
from ashore.texts.facts import SEPARATORS
from ashore.texts.language import Language

SET_IN = "  "


def show_standings(household: Household, standings: Sequence[Standing], language: Language) -> list[str]:
    """Return the lines of all debts."""
    as_of = household.as_of
    lines = [_say("debts-title", language, as_of=as_of), ""]
    if not standings:
        return [*lines, _say("debts-none", language)]
    for one in standings:
        lines += [*_block(one, as_of, language), ""]
    return [*lines, *wrap(_say("debts-footer", language))]


def _say(code: str, language: Language, **facts: Fact) -> str:
    return say(Message(code, facts), language)


def _block(one: Standing, as_of: date, language: Language) -> Iterator[str]:
    name = _say("debts-creditor", language, name=one.debt.name, creditor=one.debt.creditor)
    yield from wrap(name)
    for line in _lines(one, as_of, language):
        yield from hang(SET_IN, line)


def _lines(one: Standing, as_of: date, language: Language) -> Iterator[str]:
    owed = one.owed
    yield _say("debts-owed", language, owed_fen=owed.total_fen, parts=_parts(one, language))
    if owed.arrears_fen:
        yield _say("debts-overdue", language, arrears_fen=owed.arrears_fen, past_days=owed.days_past_due)
        if one.debt.terms.method == "revolving":
            yield _say("debts-minimum-note", language)
        if as_one := late_as_one(one.debt, as_of):
            yield say(as_one, language)
    else:
        yield _say("debts-not-overdue", language)
    if one.next_due:
        yield _say(_next_code(one), language, on=one.next_due, next_fen=one.next_fen)
    else:
        yield _say("debts-no-next", language)
    yield _say("debts-payoff", language, payoff_fen=one.payoff_fen)
    if one.payoff_fen != owed.total_fen:
        yield _say("debts-payoff-note", language)
    yield from (say(message, language) for message in rate_messages(one))
    if one.debt.assumed:
        taken = SEMICOLONS[language].join(say(item, language) for item in items_of(one.debt))
        yield _say("debts-assumed", language, fields=taken)


def _next_code(one: Standing) -> str:
    """Return how the next due is told: what is overdue is not in it, and a minimum counts it as paid today."""
    if not one.owed.arrears_fen:
        return "debts-next"
    return "debts-next-cured" if one.debt.terms.method == "revolving" else "debts-next-apart"


def _parts(one: Standing, language: Language) -> str:
    owed = one.owed
    pieces = [
        _with_overdue("principal", owed.principal_fen, owed.overdue_principal_fen, language),
        _with_overdue("interest", owed.interest_fen, owed.overdue_interest_fen, language),
        _part("penalty", owed.penalty_fen, language),
        _part("compound", owed.compound_fen, language),
        _part("damages", owed.damages_fen, language),
        _part("fees", owed.fees_fen, language),
    ]
    return SEPARATORS[language].join(piece for piece in pieces if piece)


def _part(name: str, fen: int, language: Language) -> str:
    return _say(f"debts-{name}", language, **{f"{name}_fen": fen}) if fen else ""


def _with_overdue(name: str, fen: int, overdue_fen: int, language: Language) -> str:
    if not overdue_fen:
        return _part(name, fen, language)
    return _say(f"debts-{name}-overdue", language, **{f"{name}_fen": fen, "overdue_fen": overdue_fen})
