"""`ashore creditors FILE`: whom to talk to first, by when and why, and who each creditor really is."""

import click

from ashore.cli.common import (
    FINE,
    answer_options,
    check_redact,
    echo_json,
    echo_lines,
    own_day,
    redact_option,
)
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.household import read_told
from ashore.cli.plan_view import show_parts
from ashore.documents.answer.view import View, help_of
from ashore.documents.creditors import creditor_parts, creditors_json
from ashore.packs.planned import plan_of
from ashore.texts.language import Language


@click.command(cls=TranslatedCommand, name="creditors")
@click.argument("file", type=click.Path())
@redact_option
@answer_options
@click.pass_context
def command(context: click.Context, file: str, *, redact: bool, as_json: bool, lang: Language | None) -> None:
    """Whom to talk to first, by when and why, and who each creditor really is."""
    language = lang or language_of(context)
    check_redact(language, redact=redact, as_json=as_json)
    plan = plan_of(read_told(file, language, as_json=as_json))
    today = own_day()
    view = View(plan, help_of(plan.household.jurisdiction), today=today)
    if as_json:
        echo_json(creditors_json(view))
    else:
        echo_lines(show_parts(creditor_parts(view, language), language), redact=redact)
    context.exit(FINE)
