"""The commands by the steps of the journey: the order of every list of them."""

from collections.abc import Iterator
from typing import Final

from ashore.cli.help import COLONS
from ashore.cli.terminal import pad, width, wrap
from ashore.texts.language import Language, gettext_for
from ashore.texts.language import translate_later as _n

STEPS: Final = {
    _n("First things first"): ("first", "support", "paper", "trap"),
    _n("Understand"): ("check", "debts", "schedule", "cost", "audit"),
    _n("Find the reasons"): ("import", "why"),
    _n("Plan ahead"): ("demo", "plan", "futures", "verify"),
    _n("Earn and sell"): ("levers", "iou"),
    _n("Talk to creditors"): ("creditors", "asks", "letter", "log"),
    _n("Look back"): ("calendar", "budget", "review"),
    _n("Keep going"): ("wellbeing", "progress", "learn"),
    _n("Close a debt"): ("closing",),
    _n("Besides"): ("web", "lock", "words", "facts"),
}
"""The commands of each step, by its heading."""
BEGIN: Final = _n("Not sure where to begin: ashore first")
MORE: Final = _n("What each command does: ashore --help")
COLUMNS: Final = 80


def commands() -> tuple[str, ...]:
    """Return the names of all commands in the order of the journey."""
    return tuple(name for names in STEPS.values() for name in names)


def overview(about: str, language: Language) -> Iterator[str]:
    """Yield a card of all commands that fits a small screen: a line a step, then where to begin."""
    _ = gettext_for(language)
    heads = {_(step) + COLONS[language]: names for step, names in STEPS.items()}
    widest = max(map(width, heads))
    yield from wrap(_(about), COLUMNS)
    yield ""
    for head, names in heads.items():
        yield f"  {pad(head, widest)}  {', '.join(names)}"
    yield ""
    yield _(BEGIN)
    yield _(MORE)
