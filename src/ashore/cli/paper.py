"""`ashore paper KIND`: a paper or message that came: what it is, by when to act, what to do."""

from datetime import datetime

import click

from ashore.cli.common import FINE, JURISDICTION, answer_options, echo_json, own_day
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.plan_view import show_parts
from ashore.creditors.papers import PAPERS, paper_of
from ashore.documents.paper import paper_json, paper_parts
from ashore.packs.pack import load_pack
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n

KINDS = tuple(paper.kind for paper in PAPERS)


@click.command(cls=TranslatedCommand, name="paper")
@click.argument("kind", type=click.Choice(KINDS))
@click.option("--received", type=click.DateTime(["%Y-%m-%d"]), help=_n("The day it came."))
@answer_options
@click.pass_context
def command(
    context: click.Context, kind: str, received: datetime | None, *, as_json: bool, lang: Language | None
) -> None:
    """A paper or message that came: what it is, by when to act, what to do."""
    language, pack = lang or language_of(context), load_pack(JURISDICTION)
    paper = paper_of(kind)
    assert paper is not None, kind
    came = received.date() if received else None
    if as_json:
        echo_json(paper_json(paper, came, pack))
    else:
        today = own_day()
        click.echo("\n".join(show_parts(paper_parts(paper, came, pack, today, language), language)))
    context.exit(FINE)
