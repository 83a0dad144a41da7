"""Django set up once for the tests that open a book, and a book of one's own for each of them."""

import tempfile
from datetime import date
from pathlib import Path
from typing import Final
from uuid import uuid4

from ashore.store.folder import Folder
from ashore.web.config import Place, configure

PORT: Final = 8137
PASSPHRASE: Final = "a short sentence of mine"
configure(Place(Folder(Path(tempfile.gettempdir())), PORT))

from ashore.store import book, shelf  # noqa: E402 - Django must be set up before its models are imported

AS_OF: Final = date(2026, 11, 23)


def make(folder: Folder, passphrase: str = PASSPHRASE) -> str:
    """Make and open a book of a household of which nothing is known.  Returns the recovery code."""
    return shelf.create(folder, passphrase, lambda: book.replace_all(uuid4(), shelf.new_text(AS_OF), "made"))
