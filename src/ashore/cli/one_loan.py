"""One loan from terms typed as options, read by the same rules as any file."""

from collections.abc import Collection, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Final

import click
from click.core import ParameterSource

from ashore.cli.common import BAD, Command, leave, own_day
from ashore.cli.terminal import wrap
from ashore.errors import Finding, Message, Place
from ashore.household import read_parsed, read_source
from ashore.household.model import Household
from ashore.packs.files import jurisdictions
from ashore.packs.products import all_products
from ashore.planning.triage_answers import Unclear, read_amount_fen
from ashore.texts import say, say_finding
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n

METHODS: Final = ("level-payment", "equal-principal", "interest-only", "bullet", "daily", "flat-fee")
LOAN: Final = "loan"
OPTIONS: Final = {"balance": "amount", "original": "amount", "periods_left": "periods"}
"""The option that a key of the loan was typed as, where the two differ."""
LEFT_OUT: Final = frozenset({"key-unused"})
"""What is a note in a file, and stops here: an option that was typed and not counted would make the answer too low."""


TERMS: Final = (
    click.option("--amount", help=_n("Principal in yuan.")),
    click.option("--rate", help=_n("As the contract quotes it: 0.045%/day, 16.2%/year.")),
    click.option("--periods", type=click.IntRange(1, 600), help=_n("How many instalments.")),
    click.option(
        "--method",
        type=click.Choice(METHODS),
        show_default="level-payment",
        help=_n("How it is repaid."),
    ),
    click.option("--fee-per-period", help=_n("For flat-fee: share of the first amount, 0.6%.")),
    click.option(
        "--start", type=click.DateTime(["%Y-%m-%d"]), help=_n("The day the money came; today if not given.")
    ),
    click.option(
        "--due-day", type=click.IntRange(1, 31), help=_n("The day of the month; the start's if not given.")
    ),
    click.option("--accrual", type=click.Choice(["monthly", "daily"])),
    click.option("--day-count", type=click.Choice(["act/360", "act/365", "act/act", "30/360", "30E/360"])),
)


def loan_options(command: Command) -> Command:
    """Return a command with the options that name a loan's terms."""
    for option in reversed(TERMS):
        command = option(command)
    return command


def only_one_way(context: click.Context, ways: Sequence[Collection[str]], language: Language) -> None:
    """End with 2 where a loan was named in more than one way, saying what was typed; a way is a set of parameters."""
    typed = [
        param
        for param in context.command.get_params(context)
        if param.name and context.get_parameter_source(param.name) is ParameterSource.COMMANDLINE
    ]
    used = [[param for param in typed if param.name in way] for way in ways]
    if sum(map(bool, used)) > 1:
        leave(
            Message("usage-two-ways", {"given": tuple(_typed(context, one) for way in used for one in way)}),
            language,
        )


def _typed(context: click.Context, param: click.Parameter) -> str:
    """Return what was typed for an argument, of an option its name."""
    return param.opts[0] if isinstance(param, click.Option) else str(context.params[str(param.name)])


def loan_from_terms(terms: dict[str, object], language: Language) -> Household:
    """Return the household of one loan; what the terms leave unclear is said by option, and ends with 2."""
    try:
        amount = Decimal(read_amount_fen(str(terms["amount"]))).scaleb(-2)
    except Unclear as unclear:
        leave(unclear, language)
    if not amount:
        leave(Message("schedule-which"), language)
    reading = read_parsed(
        read_source(loan_file({**terms, "amount": amount})), all_products(), jurisdictions()
    )
    unfit = [one for one in reading.findings if one.level == "stop" or one.code in LEFT_OUT]
    for finding in unfit:
        _, dot, last = finding.place.path.rpartition(".")
        key = last if dot else str(finding.facts.get("key", last))
        _refuse(OPTIONS.get(key, key), say_finding(finding, language), language)
    if terms["rate"] and _method(terms) == "flat-fee":
        unused = {"key": "rate", "tag_key": "method", "tag": "flat-fee"}
        unfit.append(Finding("key-unused", "stop", Place("rate"), unused))
        _refuse("rate", say_finding(unfit[-1], language), language)
    if unfit or reading.household is None:
        raise SystemExit(BAD)
    return reading.household


def _refuse(option: str, what: str, language: Language) -> None:
    facts = {"option": f"--{option.replace('_', '-')}", "what": what}
    click.echo("\n".join(wrap(say(Message("usage-term", facts), language))), err=True)


def _method(terms: dict[str, object]) -> object:
    """Return how the loan is repaid: as typed, else a fee of each instalment says so."""
    return terms["method"] or ("flat-fee" if terms["fee_per_period"] else "level-payment")


def loan_file(terms: dict[str, object]) -> bytes:
    """Return a household file with this one loan, so that terms are read by the same rules as any file."""
    terms = {key: value.replace('"', "") if isinstance(value, str) else value for key, value in terms.items()}
    typed = terms["start"]
    start = typed.date() if isinstance(typed, datetime) else own_day()
    keys = {"accrual": "accrual", "day_count": "day_count", "fee_per_period": "fee_per_period"}
    extra = "".join(f'{key} = "{terms[name]}"\n' for name, key in keys.items() if terms[name])
    flat = f"original = {terms['amount']}\n" if _method(terms) == "flat-fee" else ""
    return (
        f'format = "ashore/1"\n[household]\nas_of = {start}\n[[debt]]\nid = "{LOAN}"\nname = "{LOAN}"\n'
        f'creditor = "{LOAN}"\nbalance = {terms["amount"]}\nrate = "{terms["rate"] or "0%/year"}"\n'
        f'method = "{_method(terms)}"\nperiods_left = {terms["periods"]}\nstart = {start}\n'
        f"due_day = {terms['due_day'] or start.day}\n{extra}{flat}"
    ).encode()
