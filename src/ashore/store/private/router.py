"""Which tables stand in which file."""

from ashore.store.files import rows_of


class Router:
    """Each private store has the tables of one app, and the book those of its own: nothing stands in two."""

    def allow_migrate(self, db: str, app_label: str, **hints: object) -> bool:
        """Return whether an app's tables belong in a file."""
        return app_label == rows_of(db)[0]
