"""A mistyped command line, said in the reader's language instead of click's English."""

import sys
from typing import IO, Any

import click
from click.exceptions import NoArgsIsHelpError

from ashore.errors import Message
from ashore.texts import Language, say


class Mistyped(click.UsageError):
    """What was mistyped, as one sentence, and where to read what can be typed."""

    def __init__(self, message: Message, context: click.Context | None, language: Language) -> None:
        """Keep the sentence and the language."""
        super().__init__(say(message, language), context)
        self.language: Language = language

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentence, then the command that shows everything that can be typed."""
        click.echo(self.message, file=file, err=file is None)
        if self.ctx:
            hint = Message("usage-hint", {"command": self.ctx.command_path})
            click.echo(say(hint, self.language), file=file, err=file is None)
        # For a person; a program that reads stderr gets the fault alone.
        if file is None and sys.stderr.isatty():
            click.echo(say(Message("usage-help"), self.language), err=True)


def mistyped(error: click.UsageError, language: Language) -> click.UsageError:
    """Return an error of click's as one that speaks the reader's language; unknown kinds stay as they are."""
    message = _message_of(error)
    return Mistyped(message, error.ctx, language) if message else error


def _message_of(error: click.UsageError) -> Message | None:
    match error:
        case click.NoSuchOption():
            near = error.possibilities or ()
            code = "usage-no-option-near" if near else "usage-no-option"
            return Message(code, {"option": error.option_name, "near": tuple(near)})
        case click.MissingParameter():
            return Message("usage-missing", {"option": _name(error.param)})
        case click.BadParameter():
            return _value_message(error.param)
        case click.BadOptionUsage():
            return Message("usage-empty", {"option": error.option_name})
        case NoArgsIsHelpError() | Mistyped():
            return None
        case _:
            return Message("usage-other")


def _value_message(parameter: click.Parameter | None) -> Message:
    name = _name(parameter)
    match parameter.type if parameter else None:
        case click.Choice(choices=choices):
            return Message("usage-choice", {"option": name, "choices": tuple(str(one) for one in choices)})
        case click.IntRange(min=low, max=high):
            return Message("usage-range", {"option": name, "low_count": low, "high_count": high})
        case click.DateTime():
            return Message("usage-day", {"option": name})
        case _:
            return Message("usage-value", {"option": name})


def _name(parameter: click.Parameter | None) -> str:
    """Return how a person types a parameter: `--goal`, or FILE."""
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return parameter.make_metavar(click.get_current_context()).strip("[]") if parameter else ""
