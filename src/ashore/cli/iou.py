"""`ashore iou`: a written loan from a friend, as a court looks for it; what to know before signing."""

from pathlib import Path

import click

from ashore.cli.common import BAD, FINE, JURISDICTION, answer_options, echo_json, own_day
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.plan_view import show_parts
from ashore.cli.sheets import check_ending, write_sheet
from ashore.cli.terminal import wrap
from ashore.documents.iou import before_parts, iou_json, iou_of
from ashore.documents.sheets.text import sheet_text
from ashore.errors import Message
from ashore.letters.iou import METHODS
from ashore.packs.pack import load_pack
from ashore.texts import say, say_finding
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n


@click.command(cls=TranslatedCommand, name="iou")
@click.option("--amount", required=True, help=_n("How much is lent, yuan."))
@click.option("--on", required=True, metavar="2026-12-01", help=_n("The day the money comes."))
@click.option("--until", required=True, metavar="2027-12-01", help=_n("The day of the last repayment."))
@click.option("--rate", default="0%", help=_n("Per year, 3%; none if not given."))
@click.option("--late-rate", help=_n("Per year on what is repaid late, 6%."))
@click.option("--lpr", help=_n("The one-year LPR of that month as you looked it up, 3.0%."))
@click.option(
    "--method",
    type=click.Choice(METHODS),
    default=METHODS[0],
    show_default=True,
    help=_n("How it is repaid."),
)
@click.option("--purpose", help=_n("What it is for, in your own words; a line to fill in if not given."))
@click.option("--sued", is_flag=True, help=_n("A court has one of the borrower's debts."))
@click.option(
    "--out", type=click.Path(path_type=Path), help=_n("Write the paper to this file: .pdf, .docx or .txt.")
)
@answer_options
@click.pass_context
def command(
    context: click.Context,
    *,
    out: Path | None,
    sued: bool,
    as_json: bool,
    lang: Language | None,
    **typed: str | None,
) -> None:
    """A written loan from a friend, as a court looks for it; what to know before signing."""
    language, pack = lang or language_of(context), load_pack(JURISDICTION)
    today = own_day()
    check_ending(out, language)
    iou = iou_of({name: text for name, text in typed.items() if text}, pack, today, sued=sued)
    if iou.sheet is None:
        for one in iou.findings:
            click.echo("\n".join(wrap(say_finding(one, language))), err=True)
        context.exit(BAD)
    if out:
        write_sheet(iou.sheet, out, language)
    if as_json:
        echo_json(iou_json(iou))
    else:
        before, about = before_parts(iou, pack, today, language)
        paper = [] if out else ["", *sheet_text(iou.sheet, language).splitlines(), ""]
        own = [*wrap(say(Message("iou-sign-chinese"), language)), ""] if language == "en" else []
        lines = [*show_parts([before], language), *paper, *own, *show_parts([about], language)]
        click.echo("\n".join(lines))
    context.exit(FINE)
