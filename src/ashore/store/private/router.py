"""Which tables stand in which file."""

from ashore.store.files import PRIVATE_ROWS
from ashore.store.folder import PRIVATE


class Router:
    """Notes stand in the private stores and nowhere else; nothing else stands there."""

    def allow_migrate(self, db: str, app_label: str, **hints: object) -> bool:
        """Return whether an app's tables belong in a file."""
        return (app_label == PRIVATE_ROWS[0]) == (db in PRIVATE)
