"""`ashore budget FILE BILL…`: envelopes from the person's own past, beside what the plan leaves in each month."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import click

from ashore.cli.common import FINE, NOT_FEASIBLE, answer_options, echo_json, leave
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.household import read_household
from ashore.cli.ledger import Bills, Opening, bill_options, read_ledger
from ashore.cli.plan_view import show_parts
from ashore.documents.answer.budget import BudgetView, budget_parts
from ashore.documents.answer.budget_json import budget_json
from ashore.errors import Message
from ashore.household.model import Household
from ashore.packs.averages import averages_of
from ashore.packs.pack import load_pack
from ashore.packs.planned import as_planned, plan_of
from ashore.planning.envelopes import envelopes_of
from ashore.planning.home_budget import AHEAD, budget_of, plan_counts_fen
from ashore.planning.past import past_of, whole_months
from ashore.planning.plan import Plan
from ashore.planning.plausible import beside_averages
from ashore.planning.supplier import shop_debts_fen
from ashore.rules.fact import RuleFact
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n

MONTHS_MAX = 36


@click.command(cls=TranslatedCommand, name="budget")
@click.argument("file", type=click.Path())
@bill_options
@click.option(
    "--share", default="100%", show_default=True, help=_n("Your part of what the home takes, as 60% or 2/3.")
)
@click.option(
    "--months",
    type=click.IntRange(1, MONTHS_MAX),
    default=AHEAD,
    show_default=True,
    help=_n("How many months ahead."),
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
    share: str,
    months: int,
    as_json: bool,
    lang: Language | None,
) -> None:
    """Envelopes from your own past, months ahead with the plan's payments, the shop apart; for you alone."""
    language = lang or language_of(context)
    part = share_of(share, language)
    household = read_household(file, language)
    read = read_ledger(household, bills, Opening(password, mapping), corrections, corrects, language)
    view = view_of(household, plan_of(household), read, part, months, language)
    if as_json:
        echo_json(budget_json(view))
    else:
        click.echo("\n".join(show_parts(budget_parts(view), language)))
    context.exit(NOT_FEASIBLE if view.budget.short else FINE)


def share_of(text: str, language: Language) -> Fraction:
    """Return the share that a text such as `60%` or `2/3` means, above 0 and at most all; else that ends with 2."""
    try:
        share = Fraction(text.removesuffix("%")) / 100 if text.endswith("%") else Fraction(text)
    except (ValueError, ZeroDivisionError):
        share = Fraction(0)
    if not 0 < share <= 1:
        leave(Message("budget-share-unclear"), language)
    return share


def source_of(fact: RuleFact, language: Language) -> str:
    """Return what a fact's source is called in a language; a title that has no English as it stands."""
    return (fact.source.title_en if language == "en" else None) or fact.source.title


def view_of(
    household: Household, plan: Plan, read: Bills, share: Fraction, months: int, language: Language
) -> BudgetView:
    """Return the budget of a household and its plan, with what its page needs besides."""
    household, needs = as_planned(household, plan), read.rules.needs
    past = past_of(read.sorted.ledger, whole_months(read.sorted.ledger, read.seen, household.as_of))
    budget = budget_of(household, plan.outcome, past, needs, share, months)
    pack = load_pack(household.jurisdiction)
    averages = averages_of(pack, date.today())  # noqa: DTZ011 - the person's own day
    beside = beside_averages(envelopes_of(past, household, needs), averages, 1 + household.dependants)
    ahead = [one.month for one in budget.months]
    return BudgetView(
        budget,
        household.as_of,
        {code: one.names[language] for code, one in read.rules.categories.items()},
        beside,
        {one.fact: source_of(pack.facts[one.fact], language) for one in beside},
        plan_counts_fen(household, ahead),
        shop_debts_fen(household, plan.outcome, ahead),
        read.sorted.unknown_count,
        read.sorted.unknown_fen,
    )
