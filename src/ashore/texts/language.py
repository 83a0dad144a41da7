"""The language of an answer and its message catalogue (gettext domain `ashore`; English is the msgid)."""

import gettext
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

Language = Literal["zh", "en"]
DOMAIN = "ashore"
LOCALE = Path(__file__).parent.parent / "locale"
FOLDERS: Mapping[Language, str] = {"zh": "zh_Hans", "en": "en"}


def guess_language(environment: Mapping[str, str]) -> Language:
    """Return the language that LC_ALL, LC_MESSAGES or LANG asks for: Chinese for `zh…`, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    path = LOCALE / FOLDERS[language] / "LC_MESSAGES" / f"{DOMAIN}.mo"
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def gettext_for(language: Language) -> Callable[[str], str]:
    """Return the function that turns a msgid into that language.  Raises FileNotFoundError when not compiled."""
    return _catalogue(language).gettext


def translate_later(message: str) -> str:
    """Return the message unchanged; marks it for the catalogue (imported as `_n`)."""
    return message
