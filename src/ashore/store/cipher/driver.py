"""SQLCipher's driver, which has no types of its own."""

from typing import Any, Final

from sqlcipher3 import dbapi2

driver: Final[Any] = dbapi2
