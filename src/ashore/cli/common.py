"""What every command shares: `--json`, `--lang`, exit codes, reading a household file, writing an answer."""

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final, NoReturn, TypeVar

import click

from ashore.cli.help import LANG, LANG_HELP
from ashore.cli.terminal import wrap
from ashore.cli.to_call import tell_below_a_fault
from ashore.documents.covered import covered_lines
from ashore.errors import AshoreError, Message
from ashore.household import Reading, read_parsed, read_source
from ashore.packs.files import jurisdictions
from ashore.packs.products import all_products
from ashore.store.locked import NotOpened, is_locked, unlock
from ashore.texts import Language, say
from ashore.texts.language import translate_later as _n
from ashore.texts.os_errors import why_not
from ashore.web import clock

FINE: Final = 0
NOT_FEASIBLE: Final = 1
BAD: Final = 2
STDIN: Final = "-"
Command = TypeVar("Command", bound=Callable[..., object])
JURISDICTION: Final = "cn"
"""The pack of whoever asks without a household file."""


def answer_options(command: Command) -> Command:
    """Return a command with `--json` (as `as_json`) and `--lang` (as `lang`, None: the locale's)."""
    with_json = click.option("--json", "as_json", is_flag=True, help=_n("The answer as JSON."))
    return with_json(language_option(command))


def language_option(command: Command) -> Command:
    """Return a command with `--lang` (as `lang`, None: the locale's)."""
    return click.option(LANG, type=click.Choice(["zh", "en"]), help=LANG_HELP)(command)


def redact_option(command: Command) -> Command:
    """Return a command with `--redact` (as `redact`): every amount of what it prints and writes is covered."""
    option = click.option("--redact", is_flag=True, help=_n("Every amount covered, to show it to somebody."))
    return option(command)


def own_day() -> date:
    """Return today's date where the person is, not that of a time zone."""
    return clock.today()


def check_redact(language: Language, *, redact: bool, as_json: bool) -> None:
    """End with 2 where amounts are to be covered in an answer that programs read."""
    if redact and as_json:
        leave(Message("redact-not-json"), language)


def echo_lines(lines: Iterable[str], *, redact: bool = False) -> None:
    """Print lines, every amount in them covered where that is asked for."""
    click.echo("\n".join(covered_lines(lines) if redact else lines))


def read_bytes(path: str, language: Language) -> bytes:
    """Return a file's bytes (standard input for `-`); says why not and leaves with 2 when it cannot be read.

    Of a file that `ashore lock` locked, its passphrase is asked for.
    """
    data = read_raw(path, language)
    return unlocked(data, path, language) if is_locked(data) else data


def unlocked(data: bytes, path: str, language: Language) -> bytes:
    """Return what a locked file holds, once its passphrase was typed; leaves with 2 where that does not open it."""
    asked = say(Message("lock-ask-open", {"file": path}), language)
    try:
        return unlock(data, str(click.prompt(asked, hide_input=True, err=True)))
    except NotOpened as error:
        leave(error, language)


def read_raw(path: str, language: Language) -> bytes:
    """Return a file's bytes as they lie there; says why not and leaves with 2 when it cannot be read."""
    try:
        if path == STDIN:
            return sys.stdin.buffer.read()
        return Path(path).read_bytes()
    except FileNotFoundError:
        leave(Message("file-not-found", {"file": path}), language)
    except IsADirectoryError:
        leave(Message("file-is-folder", {"file": path}), language)
    except OSError as error:
        leave(Message("file-unreadable", {"file": path, "why": why_not(error, language)}), language)


def read_file(path: str, language: Language) -> Reading:
    """Return the household in a file with every finding on it; products come from the shipped packs."""
    return read_parsed(read_source(read_bytes(path, language)), all_products(), jurisdictions())


def leave(message: Message | AshoreError, language: Language, code: int = BAD) -> NoReturn:
    """Print one sentence on stderr and end with an exit code."""
    told = Message(message.code, message.facts)
    click.echo("\n".join(wrap(say(told, language))), err=True)
    if code == BAD:
        tell_below_a_fault(JURISDICTION, language)
    raise SystemExit(code)


def as_json_text(answer: Mapping[str, object]) -> str:
    """Return an answer as JSON: dates as ISO text, exact decimals as text, Chinese as it is."""
    return json.dumps(answer, ensure_ascii=False, indent=2, default=_plain) + "\n"


def echo_json(answer: Mapping[str, object]) -> None:
    """Print an answer as JSON."""
    click.echo(as_json_text(answer), nl=False)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    raise TypeError(f"no JSON for {type(value)}")
