"""`ashore review FILE BILL…`: the month looked through: plan and budget against fact, the statements, the new date."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

import click

from ashore.cli.budget import share_of
from ashore.cli.common import BAD, FINE, NOT_FEASIBLE, answer_options, echo_json, leave, own_day, read_bytes
from ashore.cli.findings_view import show_findings
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.household import find_debt, read_household, write_file
from ashore.cli.ledger import Opening, bill_options, read_ledger
from ashore.cli.plan_view import show_parts
from ashore.documents.answer.review import ReviewView, review_parts
from ashore.documents.answer.review_json import review_json
from ashore.documents.called import called_by_id
from ashore.documents.ics import SAME_DAY, Shape, calendar_bytes
from ashore.documents.monthly import Reader, Said, SortedBills, last_day, review_view
from ashore.errors import Message
from ashore.household.keys.scalars import fen_from_text
from ashore.household.model import Household
from ashore.packs.planned import plan_of
from ashore.planning.paydays import payday_events
from ashore.planning.reviewed_file import read_reviewed, write_reviewed
from ashore.planning.slippage import ReviewedMonth
from ashore.texts import say
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n

AHEAD = 12


@dataclass(frozen=True, slots=True)
class Typed:
    """What a line says beside the bills: the last day, lenders' balances by debt, money at hand."""

    until: date | None
    said: dict[str, int]
    cash_fen: int | None


@click.command(cls=TranslatedCommand, name="review")
@click.argument("file", type=click.Path())
@bill_options
@click.option(
    "--until",
    type=click.DateTime(["%Y-%m-%d"]),
    help=_n("The last day; the last that the bills cover if not given."),
)
@click.option(
    "--said",
    "balances",
    multiple=True,
    metavar="DEBT=YUAN",
    help=_n("The principal left that a lender shows on that day. May be given several times."),
)
@click.option(
    "--cash", metavar="YUAN", help=_n("The money at hand on that day; counted from the bills if not given.")
)
@click.option(
    "--share", default="100%", show_default=True, help=_n("Your part of what the home takes, as 60% or 2/3.")
)
@click.option(
    "--keep",
    type=click.Path(path_type=Path),
    help=_n("The file in which each month's two sums are kept, to learn from."),
)
@click.option(
    "--calendar",
    type=click.Path(path_type=Path),
    help=_n("Write the next paydays as a calendar file (.ics)."),
)
@answer_options
@click.pass_context
def command(  # noqa: PLR0913 - click hands each option over by name
    context: click.Context,
    file: str,
    bills: tuple[str, ...],
    *,
    password: str | None,
    mapping: Path | None,
    corrections: Path | None,
    corrects: tuple[str, ...],
    until: datetime | None,
    balances: tuple[str, ...],
    cash: str | None,
    share: str,
    keep: Path | None,
    calendar: Path | None,
    as_json: bool,
    lang: Language | None,
) -> None:
    """Plan and budget against fact, the lenders' balances, the honest new date, one goal; for you alone."""
    language = lang or language_of(context)
    household = read_household(file, language)
    typed = Typed(
        until.date() if until else None, _said(household, balances, language), _cash(cash, language)
    )
    read = read_ledger(household, bills, Opening(password, mapping), corrections, corrects, language)
    view = _view(household, read, typed, share_of(share, language), keep, language)
    if calendar:
        events = payday_events(view.review.moved, view.review.until, AHEAD)
        shape = Shape(language, reminds=True, remind_at=SAME_DAY)
        write_file(calendar, calendar_bytes(events, view.review.until, shape).decode(), language)
    if as_json:
        echo_json(review_json(view))
    else:
        spoken = view.called(called_by_id(household, language))
        click.echo("\n".join(show_parts(review_parts(spoken), language)))
    context.exit(NOT_FEASIBLE if view.after.status == "does-not-work" else FINE)


def _said(household: Household, texts: Sequence[str], language: Language) -> dict[str, int]:
    """Return the balances that lenders show, by debt; a text that is none ends with 2."""
    found: dict[str, int] = {}
    for text in texts:
        debt, _, yuan = text.partition("=")
        fen = fen_from_text(yuan)
        if fen is None:
            leave(Message("review-said-unclear"), language)
        found[find_debt(household, debt, language).id] = fen
    return found


def _cash(text: str | None, language: Language) -> int | None:
    fen = None if text is None else fen_from_text(text)
    if text is not None and fen is None:
        leave(Message("review-cash-unclear"), language)
    return fen


def _view(
    household: Household,
    read: SortedBills,
    typed: Typed,
    share: Fraction,
    keep: Path | None,
    language: Language,
) -> ReviewView:
    """Return the review, and keep its month where a file is named; nothing to look at ends with 2."""
    until = typed.until or last_day(read.seen, household.as_of)
    if until is None or until <= household.as_of:
        leave(Message("review-nothing-since", {"as_of": household.as_of}), language)
    reader = Reader(own_day(), language)
    said = Said(until, typed.said, typed.cash_fen)
    kept = _kept(keep, language)
    view = review_view(household, plan_of(household), read, said, kept, reader, share)
    if keep and view.review.reviewed:
        write_file(keep, write_reviewed((*kept, *view.review.reviewed)), language)
    elif keep:
        click.echo(say(Message("review-keep-nothing", {"file": str(keep)}), language), err=True)
    return view


def _kept(keep: Path | None, language: Language) -> tuple[ReviewedMonth, ...]:
    """Return the months of a file, none where there is no file yet; what is wrong in it is said on stderr."""
    if keep is None or not keep.exists():
        return ()
    found = read_reviewed(read_bytes(str(keep), language).decode("utf-8", "replace"))
    if found.findings:
        click.echo("\n".join([*show_findings(found.findings, language), ""]), err=True)
    if any(one.level == "stop" for one in found.findings):
        raise SystemExit(BAD)
    return found.months
