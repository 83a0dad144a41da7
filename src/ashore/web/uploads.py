"""Files that are sent to the app: into memory alone, so that nothing of a bill is put down on the way."""

from typing import Any, Final

from django.core.files.uploadhandler import MemoryFileUploadHandler

BACKUP: Final = "/restore"
"""Where a backup is sent: as large a one as the server takes (`serve.IN_MEMORY_BYTES`); years of bills may be in it."""


class InMemory(MemoryFileUploadHandler):
    """Takes a backup of any size that the server takes, and any other file up to `config.UPLOAD_MAX`."""

    def handle_raw_input(self, *given: Any, **named: Any) -> None:  # noqa: ANN401 - handed over as Django gives them
        """Find out whether a file is taken."""
        super().handle_raw_input(*given, **named)
        if self.request is not None and self.request.path == BACKUP:
            self.activated = True
