"""Help and usage errors in the language of the reader: click's headings, the commands' texts, every option's."""

import copy
import os
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import Any, Final

import click

from ashore.cli.usage import mistyped
from ashore.texts.language import Language, gettext_for, guess_language
from ashore.texts.language import translate_later as _n

USAGE = _n("Usage:")
OPTIONS = _n("Options")
CLICKS_OWN = (_n("Show this message and exit."), _n("Show the version and exit."))
"""Sentences that click itself writes; named here so that the catalogue has them."""
LANG: Final = "--lang"
LANG_HELP: Final = _n("The language; the locale's if not given.")
CHOSEN: Final = "ashore.lang"
"""Where the language typed anywhere in the line is kept for the whole line, `--help` and errors included."""
COLONS: Final[dict[Language, str]] = {"zh": "\uff1a", "en": ":"}


def language_of(context: click.Context | None = None) -> Language:
    """Return the language in force: `--lang` of the command line, else the locale's."""
    chosen = context.params.get("lang") or context.meta.get(CHOSEN) if context else None
    return chosen or guess_language(os.environ)


def typed_language(arguments: Sequence[str]) -> Language | None:
    """Return the language that `--lang zh` or `--lang=zh` names anywhere in a line, None if none does."""
    for place, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        match (name, value or next(iter(arguments[place + 1 : place + 2]), "")):
            case ("--lang", ("zh" | "en") as language):
                return language
            case _:
                continue
    return None


class TranslatedCommand(click.Command):
    """A command whose `--help` and usage errors are in the reader's language."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401 - click's own signature
    ) -> click.Context:
        """Return the context of a line; a mistyped line raises an error in the reader's language."""
        typed = typed_language(args) or (language_of(parent) if parent else None)
        try:
            return super().make_context(info_name, args, parent, **extra)
        except click.UsageError as error:
            raise mistyped(error, typed or guess_language(os.environ)) from None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Note the language before anything is read, so that `--help` speaks it wherever `--lang` stands."""
        if language := typed_language(args):
            ctx.meta[CHOSEN] = language
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line under its translated heading."""
        heading = gettext_for(language_of(ctx))(USAGE)
        prefix = heading + " " if heading.isascii() else heading
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix)

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
        with headed(formatter, OPTIONS, language_of(ctx)):
            formatter.write_dl(records)


@contextmanager
def headed(formatter: click.HelpFormatter, heading: str, language: Language) -> Generator[None]:
    """Write a translated heading with the colon of its language, and set in what follows."""
    formatter.write_paragraph()
    formatter.write(gettext_for(language)(heading) + COLONS[language] + "\n")
    with formatter.indentation():
        yield
