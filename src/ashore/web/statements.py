"""A lender's statement as a form sends it; it is read from memory, carried on by the form, and kept nowhere."""

from base64 import b64decode, b64encode
from binascii import Error as NotCoded
from typing import Final

from django.http import HttpRequest

STATEMENT_MAX: Final = 2 << 20
"""So many bytes of a statement are taken: years of rows are a tenth of it."""


def statement_of(request: HttpRequest) -> bytes:
    """Return the lender's statement: the file that was chosen, else the rows that were pasted, else the one before.

    No bytes where there is none; of one that is too large a byte more than is taken.
    """
    chosen = request.FILES.get("statement")
    if chosen is not None:
        return chosen.read(STATEMENT_MAX + 1)
    if pasted := request.POST.get("pasted", "").strip():
        return pasted.encode()
    try:
        return b64decode(request.POST.get("held", ""), validate=True)
    except (NotCoded, ValueError):
        return b""


def held(statement: bytes) -> str:
    """Return a statement as a form carries it on, so that it need not be chosen again."""
    return b64encode(statement).decode()
