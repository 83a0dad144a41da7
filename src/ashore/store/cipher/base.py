"""The database wrapper that Django loads by this module's name."""

# The stubs know neither the driver nor what Django's own backend imports and makes.
# pyright: reportAttributeAccessIssue=false, reportMissingImports=false, reportGeneralTypeIssues=false
# pyright: reportIncompatibleMethodOverride=false, reportUntypedBaseClass=false

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from django.db.backends.sqlite3 import base as sqlite
from django.db.backends.sqlite3._functions import register as register_functions

from ashore.store import keyring
from ashore.store.cipher import idle
from ashore.store.cipher.driver import driver
from ashore.store.cipher.standing import standing, stands
from ashore.store.faults import Damaged
from ashore.store.folder import MAIN
from ashore.store.keyring import OpenBook, held

PRAGMAS: Final = (
    "cipher_memory_security = OFF",  # locking memory fails on machines with a low limit, and swap is theirs to encrypt
    "journal_mode = WAL",
    "synchronous = FULL",  # with NORMAL a power cut takes back what was acknowledged
    "foreign_keys = ON",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "legacy_alter_table = OFF",
)


def _register() -> None:
    """Teach this module's SQLite the types that Django taught the standard one."""
    sqlite_types = {
        "bool": b"1".__eq__,
        "date": sqlite.decoder(sqlite.parse_date),
        "time": sqlite.decoder(sqlite.parse_time),
        "datetime": sqlite.decoder(sqlite.parse_datetime),
        "timestamp": sqlite.decoder(sqlite.parse_datetime),
    }
    for name, convert in sqlite_types.items():
        driver.register_converter(name, convert)
    driver.register_adapter(sqlite.decimal.Decimal, str)
    driver.register_adapter(sqlite.datetime.date, sqlite.adapt_date)
    driver.register_adapter(sqlite.datetime.datetime, sqlite.adapt_datetime)


_register()


def _opened(file: OpenBook, conn_params: dict[str, Any]) -> Any:  # noqa: ANN401 - a driver's connection
    """Return a new connection to a file; the key comes first, before anything is read."""
    connection = driver.connect(**conn_params)
    connection.execute(f"PRAGMA key = \"x'{file.key.hex()}'\"")
    register_functions(connection)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


class CipherCursor(driver.Cursor):
    """A cursor that takes Django's parameter styles."""

    convert_query = sqlite.SQLiteCursorWrapper.convert_query

    def execute(self, query: str, params: Any = None) -> Any:  # noqa: ANN401 - a driver's signature
        """Run one statement."""
        if params is None:
            return super().execute(query)
        names = list(params) if isinstance(params, Mapping) else None
        return super().execute(self.convert_query(query, param_names=names), params)

    def executemany(self, query: str, param_list: Iterable[Any]) -> Any:  # noqa: ANN401 - a driver's signature
        """Run one statement for each set of parameters."""
        rows: Sequence[Any] = list(param_list)
        names = list(rows[0]) if rows and isinstance(rows[0], Mapping) else None
        return super().executemany(self.convert_query(query, param_names=names), rows)


class DatabaseWrapper(sqlite.DatabaseWrapper):
    """SQLite through SQLCipher; the file and the key are those of the book that is open, or of its private stores."""

    Database = driver

    def get_connection_params(self) -> dict[str, Any]:
        """Return where to connect.  Raises Locked."""
        return {
            **super().get_connection_params(),
            "database": str(held().file(self.alias).path),
            "factory": idle.Connection,
            "uri": False,
        }

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:  # noqa: ANN401 - a driver's connection
        """Return a connection, one that was kept if there is one.

        Raises Locked, and Damaged where the book has gone while it was open: SQLite would make an empty one there.
        """
        turn, file = idle.turn(), held().file(self.alias)
        kept = idle.take(file)
        if kept is not None:
            return kept
        if self.alias == MAIN and keyring.is_made() and not file.path.exists():
            raise Damaged("book-gone")
        opened = _opened(file, conn_params)
        return idle.begun(opened, file, standing(file.path), turn)

    def _start_transaction_under_autocommit(self) -> None:
        """Begin a change; raises Damaged where what is written would be in no file that anybody reads again."""
        connection: Any = self.connection
        if not stands(connection.stood, connection.file.path):
            raise Damaged("book-gone")
        super()._start_transaction_under_autocommit()

    def close_if_unusable_or_obsolete(self) -> None:
        """Keep the connection for the next request, for which Django would close it; not one that met an error."""
        connection: Any = self.connection
        busy = self.in_atomic_block or self.errors_occurred
        if connection is None or busy or not self.get_autocommit():
            super().close_if_unusable_or_obsolete()
            return
        self.validate_thread_sharing()
        self.run_on_commit = []
        self.connection = None
        idle.give_back(connection)

    def create_cursor(self, name: str | None = None) -> Any:  # noqa: ANN401 - a driver's cursor
        """Return a cursor."""
        return self.connection.cursor(factory=CipherCursor)
