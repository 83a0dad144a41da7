"""Help in the language of the reader: click's headings, the commands' texts and every option's."""

import copy
import os

import click

from ashore.texts.language import Language, gettext_for, guess_language
from ashore.texts.language import translate_later as _n

USAGE = _n("Usage:")
OPTIONS = _n("Options")
CLICKS_OWN = (_n("Show this message and exit."), _n("Show the version and exit."))
"""Sentences that click itself writes; named here so that the catalogue has them."""


def language_of(context: click.Context | None = None) -> Language:
    """Return the language in force: `--lang` of the command line, else the locale's."""
    chosen = context.params.get("lang") if context else None
    return chosen or guess_language(os.environ)


class TranslatedCommand(click.Command):
    """A command whose `--help` is in the reader's language."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line under its translated heading."""
        _ = gettext_for(language_of(ctx))
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), _(USAGE) + " ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        _ = gettext_for(language_of(ctx))
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_(self.help or ""))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options with their translated texts."""
        _ = gettext_for(language_of(ctx))
        records: list[tuple[str, str]] = []
        for parameter in self.get_params(ctx):
            if not isinstance(parameter, click.Option):
                continue
            shown = copy.copy(parameter)
            shown.help = _(shown.help) if shown.help else None
            if record := shown.get_help_record(ctx):
                records.append(record)
        with formatter.section(_(OPTIONS)):
            formatter.write_dl(records)
