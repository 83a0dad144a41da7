"""What the app says on the terminal when it fails: the kind of fault, where in the program, and no value of a book.

A fault's own words may hold what somebody typed, and an address names an entry: neither is printed.
"""

import logging
import sys
from contextlib import suppress
from traceback import format_tb
from typing import Final

LOGGERS: Final = ("django", "waitress")


class Bare(logging.Handler):
    """Prints a fault as its kind with the lines of the program that led to it."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print one record; where there is no place for it, the page is more important than the record."""
        with suppress(OSError):
            sys.stderr.write(f"{told(record)}\n")


def told(record: logging.LogRecord) -> str:
    """Return who reports; of a fault its kind and its frames, without its words."""
    if not record.exc_info or record.exc_info[0] is None:
        return f"{record.name}: {record.levelname}"
    kind, _, frames = record.exc_info
    return f"{record.name}: {kind.__name__}\n{''.join(format_tb(frames))}".rstrip()


def hush() -> None:
    """Let the app and its server tell of faults alone, and of each no value."""
    handler = Bare()
    for name in LOGGERS:
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(logging.ERROR)
