"""`ashore demo`: the main job on the bundled example household, with nothing to set up."""

from importlib import resources
from pathlib import Path

import click

from ashore.cli.common import answer_options, echo_json
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.household import household_from
from ashore.cli.plan_view import show_plan
from ashore.cli.report import write_report
from ashore.cli.terminal import wrap
from ashore.errors import Message
from ashore.packs.planned import plan_of
from ashore.planning.shape import plan_json
from ashore.texts import say
from ashore.texts.language import Language

REPORT_NAMES: dict[Language, str] = {"zh": "家庭账本.html", "en": "household-book.html"}


@click.command(cls=TranslatedCommand, name="demo")
@answer_options
@click.pass_context
def command(context: click.Context, *, as_json: bool, lang: Language | None) -> None:
    """The plan of the bundled example household, nothing to set up."""
    language = lang or language_of(context)
    data = (resources.files("ashore") / "examples" / "demo.toml").read_bytes()
    plan = plan_of(household_from(data, language))
    if as_json:
        echo_json(plan_json(plan))
        return
    click.echo("\n".join(show_plan(plan, language)))
    report = Path(REPORT_NAMES[language])
    write_report(plan, report, language)
    click.echo()
    for code in ("demo-about", "demo-report", "demo-next"):
        click.echo("\n".join(wrap(say(Message(code, {"file": str(report)}), language))))
