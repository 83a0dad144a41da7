"""What a paper's file is called: a name that tells whoever sees the folder nothing (practice §2, H13)."""

from datetime import date

from ashore.letters.sheet import Sheet
from ashore.texts.language import Language
from ashore.texts.sentences import word


def file_name(sheet: Sheet, language: Language, suffix: str, on: date) -> str:
    """Return `paper-2026-11-26.pdf`: neither the paper's kind nor whom it is for; `suffix` with or without its dot."""
    return f"{word('sheet-file', language)}-{on.isoformat()}.{suffix.removeprefix('.')}"
