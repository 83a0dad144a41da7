"""The signs of traps of a pack, five files in `traps`: spelling, lists of words, questions, signs, wants."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from ashore.packs.entry import Entry, read_entry
from ashore.traps.pattern import BadPattern, Group, Letters, Names, Pattern, read_group, read_pattern
from ashore.traps.signs import HANDED, SENDERS, Ask, Sender, Sign, TrapRules, Voice, Want

TRAPS: Final = "traps"
FILES: Final = ("spelling", "words", "asks", "signs", "wants")
GAPS: Final[Mapping[str, int]] = {"zh": 15, "en": 54}
"""How many characters may stand between two groups of a pattern, by the language it is written in."""


def read_traps(folder: Path) -> TrapRules:
    """Return what a pack's folder says about traps.  Raises BrokenPack."""
    spelling, words, asks, signs, wants = (read_entry(folder, TRAPS, name) for name in FILES)
    letters = read_letters(spelling)
    names = read_names(words)
    return TrapRules(
        letters=letters,
        signs=tuple(read_sign(one, key, letters, names) for key, one in signs.subs().items()),
        wants=tuple(read_want(one, key, letters, names) for key, one in wants.subs().items()),
        senders=read_senders(words, letters, names),
        asks=tuple(read_ask(one, key) for key, one in asks.subs().items()),
        voice=read_voice(words, letters, names),
    )


def read_letters(spelling: Entry) -> Letters:
    """Return one letter for each other that stands for it.  Raises BrokenPack."""
    letters: dict[str, str] = {}
    table = spelling.sub("letters")
    for letter in table.table:
        letters |= dict.fromkeys(table.text(letter), letter)
    return letters


def read_names(words: Entry) -> Names:
    """Return the lists of words by name; a list may name those above it.  Raises BrokenPack."""
    lists = words.sub("lists")
    names: dict[str, tuple[str, ...]] = {}
    for name in lists.table:
        listed: list[str] = []
        for word in lists.text(name).split("|"):
            key = word.strip("{}")
            listed += names.get(key, (word,)) if word.startswith("{") else (word,)
        names[name] = tuple(listed)
    return names


def read_senders(words: Entry, letters: Letters, names: Names) -> tuple[Sender, ...]:
    """Return who a message may say that it comes from.  Raises BrokenPack."""
    table = words.sub("senders")
    unknown = [key for key in table.table if key not in SENDERS]
    if unknown:
        raise table.fail("pack-word-unknown", unknown[0], read=unknown[0], allowed=SENDERS)
    return tuple(
        Sender(kind, _patterns(table.sub(kind), letters, names)) for kind in SENDERS if table.has(kind)
    )


def read_voice(words: Entry, letters: Letters, names: Names) -> Voice:
    """Return the words that turn a sentence round.  Raises BrokenPack."""
    voice = words.sub("voice")
    keys = ("denied", "denied_near", "judged", "warns", "tells", "invites")
    return Voice(*(_group(voice, key, letters, names) for key in keys))


def read_ask(ask: Entry, ask_id: str) -> Ask:
    """Return one question.  Raises BrokenPack."""
    return Ask(ask_id, ask.bilingual("asks"), ask.texts("signs"))


def read_sign(sign: Entry, sign_id: str, letters: Letters, names: Names) -> Sign:
    """Return one sign.  Raises BrokenPack, also for a pattern that cannot be read."""
    handed = sign.optional_texts("handed") if sign.raw("handed") else ()
    unknown = [one for one in handed if one not in HANDED]
    if unknown:
        raise sign.fail("pack-word-unknown", "handed", read=unknown[0], allowed=HANDED)
    return Sign(
        id=sign_id,
        names=sign.bilingual("names"),
        means=sign.bilingual("means"),
        do=sign.bilingual("do"),
        warnings=sign.texts("warnings"),
        handed=tuple(one for one in HANDED if one in handed),
        says=_patterns(sign, letters, names),
        unless=_group(sign, "unless", letters, names) if sign.has("unless") else Group(),
        refuted=_group(sign, "refuted", letters, names) if sign.has("refuted") else Group(),
        loud=sign.flag("loud") or False,
        firm=sign.flag("firm") or False,
    )


def read_want(want: Entry, want_id: str, letters: Letters, names: Names) -> Want:
    """Return one thing that a message may ask of its reader.  Raises BrokenPack, also for a pattern."""
    return Want(
        id=want_id,
        names=want.bilingual("names"),
        never=want.bilingual("never"),
        says=_patterns(want, letters, names),
        unless=_group(want, "unless", letters, names) if want.has("unless") else Group(),
        refuted=_group(want, "refuted", letters, names) if want.has("refuted") else Group(),
        firm=want.flag("firm") or False,
    )


def _patterns(entry: Entry, letters: Letters, names: Names) -> tuple[Pattern, ...]:
    """Return the patterns of an entry in the order of its languages, at least one.  Raises BrokenPack."""
    found: list[Pattern] = []
    for language, gap in GAPS.items():
        for written in entry.optional_texts(language):
            try:
                found.append(read_pattern(written, gap, letters, names))
            except BadPattern as error:
                raise entry.fail(error.code, language, **error.facts) from error
    if not found:
        raise entry.fail("pack-field-missing", next(iter(GAPS)))
    return tuple(found)


def _group(entry: Entry, key: str, letters: Letters, names: Names) -> Group:
    try:
        return read_group(entry.text(key), letters, names)
    except BadPattern as error:
        raise entry.fail(error.code, key, **error.facts) from error
