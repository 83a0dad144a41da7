"""What can be wrong with a book itself."""

from ashore.errors import AshoreError


class Damaged(AshoreError):
    """A row is not as it was written: nothing is shown of the book until it is restored."""


class UnreadableBackup(AshoreError):
    """A file that is no backup, is damaged, or is not opened by this passphrase: nothing was changed."""
