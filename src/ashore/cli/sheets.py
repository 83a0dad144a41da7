"""A paper written to the file that a line names."""

from collections.abc import Mapping
from pathlib import Path

from ashore.cli.common import leave
from ashore.documents.files import write_whole
from ashore.documents.sheets.making import MAKERS, Maker
from ashore.errors import AshoreError, Message
from ashore.letters.sheet import Sheet
from ashore.texts.language import Language
from ashore.texts.os_errors import why_not


def endings(makers: Mapping[str, Maker] = MAKERS) -> tuple[str, ...]:
    """Return the endings of the files a paper can be written to, with their dots."""
    return tuple(f".{one}" for one in makers)


def check_ending(path: Path | None, language: Language, makers: Mapping[str, Maker] = MAKERS) -> None:
    """Return nothing where a paper can be written to a file of that name, or none is named; else that ends with 2."""
    if path and path.suffix.lower() not in endings(makers):
        leave(Message("sheet-ending", {"file": str(path), "endings": endings(makers)}), language)


def write_sheet(sheet: Sheet, path: Path, language: Language, makers: Mapping[str, Maker] = MAKERS) -> None:
    """Write a paper as its file's ending says; what stands in the way is said and ends with 2."""
    try:
        write_whole(path, makers[path.suffix.lower().removeprefix(".")](sheet, language))
    except AshoreError as error:  # a character that no font of this machine has
        leave(error, language)
    except OSError as error:
        leave(Message("file-not-written", {"file": str(path), "why": why_not(error, language)}), language)
