"""The `ashore` command and its sub-commands, each imported only when it is called."""

import os
import sys
from errno import EDQUOT, EFBIG, EIO, ENOSPC, EPIPE
from importlib import import_module
from typing import Any, Final, TextIO

import click

from ashore.cli.help import COLONS, LANG, LANG_HELP, TranslatedCommand, language_of, typed_language
from ashore.cli.steps import BEGIN, STEPS, commands, overview
from ashore.cli.usage import Mistyped
from ashore.errors import Message
from ashore.texts import say
from ashore.texts.language import gettext_for, guess_language
from ashore.texts.language import translate_later as _n
from ashore.texts.os_errors import why_not

ABOUT = _n("Ashore: from debts that cannot be paid today to the day the last one is closed.")
BAD = NO_COMMAND = 2
NO_ROOM: Final = frozenset({ENOSPC, EDQUOT, EFBIG, EIO, EPIPE})
"""Why what is printed may find no place; anything else that the system refuses is a fault of ours and stops the run."""
NOT_READ = 1
"""The code where whoever reads the answer has gone, as click has it."""
COMMANDS = {
    "first": _n("Before any number: what is urgent tonight, one card."),
    "support": _n("Help now: whom to call, where to go, a sheet to take along."),
    "demo": _n("The plan of the bundled example household, nothing to set up."),
    "check": _n("What in the file needs another look, nothing else."),
    "debts": _n("Each debt today: what it is made of, next due, true yearly rates."),
    "schedule": _n("The contract's schedule of one loan."),
    "cost": _n("The true cost of a loan, beside what was advertised."),
    "audit": _n("A lender's statement recomputed: every difference, explained."),
    "import": _n("Bills of payment apps and banks, read and added up."),
    "why": _n("Why the debt grew, from your own bills; for you alone."),
    "plan": _n("The plan: what to pay, when, and where it leads."),
    "budget": _n("Envelopes from your own past, beside what the plan leaves."),
    "asks": _n("The smallest things to ask of creditors so that the plan works."),
    "creditors": _n("Whom to talk to first, by when and why; who each one really is."),
    "levers": _n("What sales, work, spending, due days and a friend's loan are worth."),
    "futures": _n("The plan if something happens, and in many possible futures."),
    "letter": _n("A letter to a creditor, or a page beside the telephone."),
    "paper": _n("A paper or message that came: what it is, what to do by when."),
    "trap": _n("Whether a message or an offer shows known signs of a trap."),
    "iou": _n("A friend's loan in writing, as a court looks for it."),
    "closing": _n("How a debt is closed on a day: the sum, what to ask and to get."),
    "calendar": _n("The days ahead, and a calendar file that gives nothing away."),
    "log": _n("Each contact with creditors, in a log that shows every change."),
    "review": _n("The month looked through: plan and budget against fact, one goal."),
    "progress": _n("The way already walked; a page for the family, for a helper."),
    "learn": _n("Short lessons, three minutes each, with your own numbers."),
    "wellbeing": _n("Help lines first; then a check-in, if you want one."),
    "web": _n("The private app: the same journey in the browser, here alone."),
    "lock": _n("A file under a passphrase, for whoever shares a machine."),
    "words": _n("What a word means, in a sentence or two."),
    "facts": _n("Every rule and number used here: source, dates, how sure it is."),
    "verify": _n("Whether a plan's certificate is true, computed again."),
}

MODULES: Final = {"import": "importing"}
"""The module of a command whose name is a word of Python."""


class LazyGroup(TranslatedCommand, click.Group):
    """A group whose commands are imported when called; `--help` imports none of them."""

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 - click's own signature
        """Run a line; where the answer itself cannot be written (a full disk), one sentence, and the code is 2."""
        try:
            try:
                return super().main(*args, **extra)
            finally:
                sys.stdout.flush()
        except OSError as error:
            if error.filename is not None or error.errno not in NO_ROOM:
                raise
            _silence(sys.stdout)
            if error.errno == EPIPE:
                sys.exit(NOT_READ)
            language = typed_language(sys.argv) or guess_language(os.environ)
            why = why_not(error, language)
            click.echo(say(Message("answer-not-written", {"why": why}), language), err=True)
            sys.exit(BAD)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the command names in the order of the journey."""
        return list(commands())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, importing its module; None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"ashore.cli.{MODULES.get(cmd_name, cmd_name)}")
        command: click.Command = module.command
        command.help = COMMANDS[cmd_name]
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that a line names; raises Mistyped with the commands there are."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            facts = {"command": args[0], "choices": tuple(COMMANDS)}
            language = typed_language(args) or language_of(ctx)
            raise Mistyped(Message("usage-no-command", facts), ctx, language)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and, without importing them, the commands under the steps of the journey."""
        super().format_options(ctx, formatter)
        language = language_of(ctx)
        _, widest = gettext_for(language), max(map(len, COMMANDS))
        formatter.write_paragraph()
        for step, names in STEPS.items():
            formatter.write(_(step) + COLONS[language] + "\n")
            with formatter.indentation():
                formatter.write_dl([(name.ljust(widest), _(COMMANDS[name])) for name in names])
        formatter.write_paragraph()
        formatter.write(_(BEGIN) + "\n")


def _silence(stream: TextIO) -> None:
    """Let what is still to be written go nowhere, so that the end of the program does not try once more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


@click.command(cls=LazyGroup, help=ABOUT, invoke_without_command=True)
@click.option(LANG, type=click.Choice(["zh", "en"]), expose_value=False, help=LANG_HELP)
@click.version_option(package_name="ashore")
@click.pass_context
def main(context: click.Context) -> None:
    """Show the commands of each step where none is named; the sub-commands do the work."""
    if context.invoked_subcommand is None:
        click.echo("\n".join(overview(ABOUT, language_of(context))), err=True)
        context.exit(NO_COMMAND)
