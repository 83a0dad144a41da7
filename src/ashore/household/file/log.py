"""Where a value stands while a file is read, and the findings made there (lines are added afterwards)."""

from dataclasses import dataclass, field

from ashore.errors import Fact, Facts, Level

Path = tuple[str | int, ...]
Raw = object


@dataclass(slots=True, eq=False, repr=False)
class Remark:
    """A finding whose line is not looked up yet.

    What is found in the text before the values are known has a `line` and no path (None: to be looked up by
    the line); what concerns the whole file has the empty path and no line.
    """

    code: str
    level: Level
    path: Path | None
    facts: Facts
    line: int | None = None


@dataclass(slots=True, eq=False, repr=False)
class Log:
    """The remarks of one reading, in the order they were made."""

    remarks: list[Remark] = field(default_factory=list[Remark])

    @property
    def stopped(self) -> bool:
        """Return whether any remark says that no plan can be made."""
        return any(remark.level == "stop" for remark in self.remarks)


@dataclass(slots=True, eq=False, repr=False)
class At:
    """A place in the file: the log it reports to and its path, such as `("debt", 2, "rate")`."""

    log: Log
    path: Path = ()

    def key(self, name: str) -> "At":
        """Return the place of a key below this one."""
        return At(self.log, (*self.path, name))

    def item(self, index: int) -> "At":
        """Return the place of an entry of this list, 0 is the first."""
        return At(self.log, (*self.path, index))

    @property
    def name(self) -> str:
        """Return the key that stands here, as the person wrote it."""
        return next((part for part in reversed(self.path) if isinstance(part, str)), "")

    def stop(self, code: str, **facts: Fact) -> None:
        """Report something that must be put right before a plan is made."""
        self._say("stop", code, facts)

    def note(self, code: str, **facts: Fact) -> None:
        """Report something that was read, or left out, and is worth a look."""
        self._say("note", code, facts)

    def _say(self, level: Level, code: str, facts: Facts) -> None:
        self.log.remarks.append(Remark(code, level, self.path, {"key": self.name, **facts}))


def dotted(path: Path) -> str:
    """Return a path as `debt[2].arrears.since`; entries are counted from 0, as in the JSON answers."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text
