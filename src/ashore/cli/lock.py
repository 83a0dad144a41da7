"""`ashore lock FILE`: a file under a passphrase; every command then asks for it, `--open` makes the plain one again."""

from pathlib import Path

import click

from ashore.cli.common import FINE, language_option, leave, read_raw, unlocked
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.terminal import wrap
from ashore.documents.files import write_whole
from ashore.errors import Message
from ashore.store.locked import SUFFIX, NotOpened, TooShort, is_locked, lock, unlock
from ashore.texts import Language, say
from ashore.texts.language import translate_later as _n
from ashore.texts.os_errors import why_not


@click.command(cls=TranslatedCommand, name="lock")
@click.argument("file", type=click.Path())
@click.option("--open", "opens", is_flag=True, help=_n("Make the plain file again."))
@click.option("--remove", is_flag=True, help=_n("Remove the plain file once the locked one was read again."))
@language_option
@click.pass_context
def command(context: click.Context, file: str, *, opens: bool, remove: bool, lang: Language | None) -> None:
    """A file under a passphrase, for whoever shares a machine."""
    language = lang or language_of(context)
    data = read_raw(file, language)
    if opens:
        _open(data, file, language)
    else:
        _lock(data, file, language, remove=remove)
    context.exit(FINE)


def _lock(data: bytes, file: str, language: Language, *, remove: bool) -> None:
    if is_locked(data):
        leave(Message("lock-already", {"file": file}), language)
    target = Path(file + SUFFIX)
    _check_free(target, language)
    passphrase = _chosen(language)
    try:
        sealed = lock(data, passphrase)
    except TooShort as error:
        leave(error, language)
    _write(target, sealed, language)
    if not _is_kept(target, passphrase, data):
        leave(Message("lock-unsure", {"file": str(target), "plain": file}), language)
    told = ["lock-made", "lock-removed" if remove else "lock-left", "lock-forgotten"]
    if remove:
        _remove(Path(file), language)
    _tell(told, language, file=str(target), plain=file)


def _is_kept(target: Path, passphrase: str, data: bytes) -> bool:
    """Return whether what was written opens to what it was made of: only then may the plain file go."""
    try:
        return unlock(target.read_bytes(), passphrase) == data
    except (OSError, NotOpened):
        return False


def _open(data: bytes, file: str, language: Language) -> None:
    if not is_locked(data):
        leave(Message("lock-not", {"file": file}), language)
    name = file.removesuffix(SUFFIX)
    target = Path(name if name != file else file + ".open")
    _check_free(target, language)
    _write(target, unlocked(data, file, language), language)
    _tell(["lock-opened"], language, file=str(target), plain=file)


def _chosen(language: Language) -> str:
    """Return a passphrase that was typed twice."""
    first, again = (say(Message(code), language) for code in ("lock-ask", "lock-ask-again"))
    typed = str(click.prompt(first, hide_input=True, err=True))
    if str(click.prompt(again, hide_input=True, err=True)) != typed:
        leave(Message("vault-not-same"), language)
    return typed


def _check_free(target: Path, language: Language) -> None:
    if target.exists():
        leave(Message("lock-there", {"file": str(target)}), language)


def _write(target: Path, data: bytes, language: Language) -> None:
    try:
        write_whole(target, data)
        target.chmod(0o600)
    except OSError as error:
        facts = {"file": str(target), "why": why_not(error, language)}
        leave(Message("file-not-written", facts), language)


def _remove(plain: Path, language: Language) -> None:
    try:
        plain.unlink()
    except OSError as error:
        facts = {"file": str(plain), "why": why_not(error, language)}
        leave(Message("lock-not-removed", facts), language)


def _tell(codes: list[str], language: Language, **facts: str) -> None:
    for code in codes:
        click.echo("\n".join(wrap(say(Message(code, facts), language))))
