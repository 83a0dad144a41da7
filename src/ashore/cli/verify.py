"""`ashore verify CERTIFICATE FILE`: is a plan's certificate true?  Played and computed again without any search."""

import json
from typing import cast

import click

from ashore.cli.common import BAD, FINE, NOT_FEASIBLE, answer_options, echo_json, leave, read_bytes
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.household import read_household
from ashore.cli.terminal import hang, wrap
from ashore.errors import Fact, Message
from ashore.packs.workdays import working_days_of
from ashore.planning.judging.intentions import BadPlan, Json
from ashore.planning.judging.proof import Checked, check
from ashore.planning.problem import HORIZON_MONTHS
from ashore.texts import say
from ashore.texts.language import Language


@click.command(cls=TranslatedCommand, name="verify")
@click.argument("certificate", type=click.Path())
@click.argument("file", type=click.Path())
@answer_options
@click.pass_context
def command(
    context: click.Context, certificate: str, file: str, *, as_json: bool, lang: Language | None
) -> None:
    """Whether a plan's certificate is true, computed again without any search."""
    language = lang or language_of(context)
    household = read_household(file, language)
    try:
        typed = _certificate(read_bytes(certificate, language))
        checked = check(typed, household, working_days_of(household, _horizon(typed)))
    except BadPlan as error:
        leave(Message("verify-bad", {"file": certificate, "why": str(error)}), language, BAD)
    if as_json:
        echo_json(_json(checked))
    else:
        for message in _told(checked):
            click.echo("\n".join(wrap(say(message, language))))
        for line in checked.wrong:
            click.echo("\n".join(hang("- ", line)))
    context.exit(FINE if checked.holds else NOT_FEASIBLE)


def _certificate(data: bytes) -> Json:
    try:
        typed: object = json.loads(data)
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise BadPlan(f"no JSON: {error}") from error
    if not isinstance(typed, dict):
        raise BadPlan("no object")
    return cast(Json, typed)


def _horizon(certificate: Json) -> int:
    plan = certificate.get("plan")
    horizon = cast(Json, plan).get("horizon") if isinstance(plan, dict) else None
    return horizon if isinstance(horizon, int) else HORIZON_MONTHS


def _told(checked: Checked) -> list[Message]:
    """Return what was found, in the order of what matters."""
    facts: dict[str, Fact] = {"net_fen": checked.net_fen, "claimed_fen": checked.claimed_fen}
    if checked.bound_fen is None:
        bound = Message("verify-bound-none")
    elif checked.bound_fen != checked.claimed_fen:
        bound = Message("verify-bound-differs", facts | {"bound_fen": checked.bound_fen})
    else:
        gap = checked.net_fen - checked.bound_fen
        bound = Message("verify-bound", facts | {"bound_fen": checked.bound_fen, "gap_fen": gap})
    plan = Message("verify-differs", {"wrong_count": len(checked.wrong)}) if checked.wrong else None
    return [bound, plan or Message("verify-agrees", facts)]


def _json(checked: Checked) -> dict[str, object]:
    return {
        "format": "ashore-verify/1",
        "holds": checked.holds,
        "net_fen": checked.net_fen,
        "claimed_fen": checked.claimed_fen,
        "bound_fen": checked.bound_fen,
        "wrong": list(checked.wrong),
    }
