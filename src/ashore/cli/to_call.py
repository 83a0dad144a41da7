"""Whom to call, as one line of a terminal: before questions and sheets, and below what went wrong."""

import sys

import click

from ashore.cli.terminal import wrap
from ashore.documents.helping import always_of
from ashore.packs.first import first_of_kind
from ashore.packs.pack import load_pack
from ashore.texts.language import Language
from ashore.texts.sentences import word


def to_call_line(jurisdiction: str, language: Language) -> str:
    """Return the numbers that stand on every page as one line."""
    lines = always_of(first_of_kind(load_pack(jurisdiction)))
    return " · ".join(
        [word("help-strip-head", language), *(f"{one.number} {one.names[language]}" for one in lines)]
    )


def tell_whom_to_call(jurisdiction: str, language: Language) -> None:
    """Print that line on stderr."""
    click.echo("\n".join(wrap(to_call_line(jurisdiction, language))), err=True)


def tell_below_a_fault(jurisdiction: str, language: Language) -> None:
    """Print it where a person reads what went wrong; a program that reads stderr gets the fault alone."""
    if sys.stderr.isatty():
        tell_whom_to_call(jurisdiction, language)
