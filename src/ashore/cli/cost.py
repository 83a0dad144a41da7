"""`ashore cost`: what a loan truly costs, from terms, from a list of payments, or from the lender's table in a file."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import click

from ashore.cli.common import BAD, FINE, JURISDICTION, answer_options, echo_json, leave, own_day, read_bytes
from ashore.cli.findings_view import show_findings
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.household import find_debt, read_household
from ashore.cli.one_loan import LOAN, loan_from_terms, loan_options, only_one_way
from ashore.cli.plan_view import show_parts
from ashore.documents.cost import CostView, cost_json, cost_of_debt, cost_parts
from ashore.errors import AshoreError, Message
from ashore.household.keys.rates import rate_from_text
from ashore.household.model import Household
from ashore.importers.payments import read_payments
from ashore.loans.schedule import contract_schedule
from ashore.loans.terms import Opening
from ashore.loans.truecost import Charges, flows_of, level_flows, true_cost
from ashore.loans.yearly.flows import Flow
from ashore.money import Rate
from ashore.packs.pack import load_pack
from ashore.packs.workdays import working_days_of
from ashore.planning.triage_answers import Unclear, read_amount_fen
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n


@dataclass(frozen=True, slots=True)
class _Case:
    """What the command was asked about without a file: flows, and what comes on top."""

    flows: tuple[Flow, ...]
    charges: Charges
    today: date


@click.command(cls=TranslatedCommand, name="cost")
@click.argument("file", required=False, type=click.Path())
@click.argument("debt", required=False)
@click.option(
    "--payments",
    type=click.Path(),
    help=_n("A list of what arrived and what was paid (CSV, XLSX; - for what is typed)."),
)
@loan_options
@click.option("--payment", help=_n("One instalment, yuan, with everything in it."))
@click.option("--withheld", help=_n("Kept back from what is paid out, yuan."))
@click.option("--upfront-fee", help=_n("Paid by you on the first day, yuan (a fee, an insurance)."))
@click.option("--each-fee", help=_n("On top of each instalment, yuan (a guarantee, an insurance)."))
@click.option("--end-fee", help=_n("On top of the last instalment, yuan."))
@click.option("--advertised", help=_n("The rate as advertised: 0.6%/month, 0.02%/day."))
@answer_options
@click.pass_context
def command(
    context: click.Context,
    file: str | None,
    debt: str | None,
    *,
    payments: str | None,
    advertised: str | None,
    as_json: bool,
    lang: Language | None,
    **terms: object,
) -> None:
    """The true cost of a loan in yuan and a year, beside what was advertised."""
    language = lang or language_of(context)
    only_one_way(context, ({"file", "debt"}, {"payments"}, set(terms)), language)
    quoted = _rate(advertised, language)
    if file and debt:
        view = _of_file(read_household(file, language), debt, quoted, language)
    else:
        view = _view(_of_payments(payments, language) if payments else _of_terms(terms, language), quoted)
    if as_json:
        echo_json(cost_json(view))
    else:
        click.echo("\n".join(show_parts(cost_parts(view, language), language)))
    context.exit(FINE)


def _view(case: _Case, advertised: Rate | None) -> CostView:
    cost = true_cost(case.flows, advertised)
    return CostView(cost, load_pack(JURISDICTION), case.today, case.charges, advertised=advertised)


def _of_file(household: Household, debt_id: str, advertised: Rate | None, language: Language) -> CostView:
    debt = find_debt(household, debt_id, language)
    try:
        return cost_of_debt(household, debt, working_days_of(household, 0), advertised)
    except AshoreError as error:
        leave(error, language)


def _of_payments(path: str, language: Language) -> _Case:
    reading = read_payments(read_bytes(path, language))
    if not reading.flows:
        click.echo("\n".join(show_findings(reading.findings, language)), err=True)
        raise SystemExit(BAD)
    if not any(flow.fen > 0 for flow in reading.flows) or not any(flow.fen < 0 for flow in reading.flows):
        leave(Message("cost-one-way"), language)
    return _Case(reading.flows, Charges(), own_day())


def _of_terms(terms: dict[str, object], language: Language) -> _Case:
    if not (
        terms["amount"]
        and terms["periods"]
        and (terms["rate"] or terms["fee_per_period"] or terms["payment"])
    ):
        leave(Message("cost-which"), language)
    names = ("withheld", "upfront_fee", "each_fee", "end_fee")
    charges = Charges(*(_fen(terms[name], language) for name in names))
    household = loan_from_terms(terms, language)
    (loan,) = (one for one in household.debts if one.id == LOAN)
    on = household.as_of
    if terms["payment"]:
        arrives = loan.balance_fen - charges.withheld_fen - charges.upfront_fen
        paid = _fen(terms["payment"], language)
        first = contract_schedule(loan.terms, Opening(on, loan.balance_fen, loan.periods_left, on))[0].due
        flows = level_flows(on, arrives, first, paid, loan.periods_left, charges.end_fen)
    else:
        rows = contract_schedule(loan.terms, Opening(on, loan.balance_fen, loan.periods_left, on))
        flows = flows_of(on, loan.balance_fen, rows, charges)
    return _Case(flows, charges, own_day())


def _fen(typed: object, language: Language) -> int:
    """Return an amount option in fen, 0 where it was not given; leaves with 2 where it is unclear."""
    if typed is None:
        return 0
    try:
        return read_amount_fen(str(typed))
    except Unclear as unclear:
        leave(unclear, language)


def _rate(typed: str | None, language: Language) -> Rate | None:
    if typed is None:
        return None
    rate = rate_from_text(typed)
    if rate is None or rate.value >= Decimal(100):
        leave(Message("cost-advertised-unclear", {"read": typed}), language)
    return rate
