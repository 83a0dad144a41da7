"""What can go wrong with a pack: it is not there, or a file of it is not as it should be."""

from ashore.errors import AshoreError, Fact


class UnknownPack(AshoreError):
    """No pack has that jurisdiction, or no product that id."""


class BrokenPack(AshoreError):
    """A field of a pack's file is missing or wrong: a fault of the pack, not of a person."""

    def __init__(self, code: str, file: str, field: str, **facts: Fact) -> None:
        """Keep where the fault is (`file`, `field`: dotted) beside the code and its facts."""
        super().__init__(code, file=file, field=field, **facts)
        self.file = file
        self.field = field
