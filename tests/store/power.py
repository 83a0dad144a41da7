"""What a process did to a folder's files, told by strace, and what a power cut may leave of it.

The disk's model: what was synced is there; of every write after a file's last sync all, nothing, or some sectors are
there, whatever their order; names come and go in order, as in a file system with a journal, and surely once their
folder was synced.  A sync is believed: a disk that says so before it is so is not covered.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

SECTOR: Final = 512
CALLS: Final = (
    "write", "pwrite64", "writev", "pwritev", "pwritev2", "fsync", "fdatasync", "sync_file_range", "ftruncate",
    "truncate", "creat", "open", "openat", "rename", "renameat", "renameat2", "unlink", "unlinkat", "link",
    "linkat", "fallocate", "mmap", "copy_file_range", "sendfile",
)  # fmt: skip
LINE: Final = re.compile(r"(\w+)\((.*)\) += (-?\d+|0x[0-9a-f]+)")
TEXT: Final = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')
OPENED: Final = re.compile(r"(?<![\w])\d+<([^>]*)>")
Does = Literal["write", "size", "make", "rename", "drop", "sync", "ack"]
Left = Literal["all", "none", "some"]


class Untold(Exception):
    """The record is not all of what was done: a fault of the test, not of the app."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing done, in order: to a file by its name in the folder, or an acknowledgement; `at` is where or a size."""

    does: Does
    name: str = ""
    data: bytes = b""
    at: int | None = None
    to: str = ""


def strace(log: Path) -> list[str]:
    """Return the command that runs another and tells what it does to files."""
    return [
        *("strace", "-qq", "-y", "-xx", "-s", "4000000"),
        *("-e", f"trace={','.join(CALLS)}", "-e", "signal=none", "-o", str(log)),
    ]


def events(log: Path, folder: Path) -> Iterator[Event]:
    """Yield what was done to the files of a folder, and each dot that was written to standard output.

    SQLite's shared memory (`-shm`) is left out: it is rebuilt from the log.  A call that the model does not know, on a
    file of the folder, raises Untold: nothing is passed over.
    """
    inside = f"{folder}/"
    for line in log.read_text(encoding="ascii").splitlines():
        if not (found := LINE.match(line)) or found[3].startswith("-"):
            continue
        call, given, result = found[1], found[2], found[3]
        texts = [_bytes(text) for text, cut in TEXT.findall(given) if not cut]
        opened = [_bytes(one).decode() if one.startswith("\\x") else one for one in OPENED.findall(given)]
        if call == "write" and given.startswith("1<"):
            yield from (Event("ack") for _ in texts[0])
            continue
        paths = (
            [text.decode() for text in texts]
            if call.startswith(("open", "re", "un", "creat"))
            else opened[:1]
        )
        paths = [path for path in paths if path == str(folder) or path.startswith(inside)]
        if paths and not paths[0].endswith("-shm"):
            names = [path.removeprefix(inside) if path != str(folder) else "." for path in paths]
            yield from _event(call, given, int(result, 0), names, texts)


def _event(call: str, given: str, result: int, names: list[str], texts: list[bytes]) -> Iterator[Event]:
    last = given.rpartition(", ")[2]
    if call == "openat":
        if "O_CREAT" in given:
            yield Event("make", names[0])
        if "O_TRUNC" in given:
            yield Event("size", names[0], at=0)
    elif call in ("write", "pwrite64"):
        if len(texts[-1]) != result:
            raise Untold(f"a {call} on {names} was not told whole")
        yield Event("write", names[0], texts[-1], int(last) if call == "pwrite64" else None)
    elif call == "ftruncate":
        yield Event("size", names[0], at=int(last))
    elif call in ("fsync", "fdatasync"):
        yield Event("sync", names[0])
    elif call == "rename":
        yield Event("rename", names[0], to=names[1])
    elif call == "unlink":
        yield Event("drop", names[0])
    else:
        raise Untold(f"{call} on {names}: the model of the disk does not know it")


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def _put(held: bytearray, data: bytes, at: int) -> None:
    held.extend(bytes(max(0, at + len(data) - len(held))))
    held[at : at + len(data)] = data


def _resize(held: bytearray, size: int) -> None:
    del held[size:]
    held.extend(bytes(size - len(held)))


@dataclass(eq=False)
class File:
    """A file whatever its name: what the process sees, what is surely on the disk, and what was done since."""

    seen: bytearray = field(default_factory=bytearray)
    solid: bytearray = field(default_factory=bytearray)
    since: list[tuple[bytes | None, int]] = field(default_factory=list)

    def write(self, data: bytes, at: int | None) -> None:
        """Write at a place, or at the end."""
        place = len(self.seen) if at is None else at
        _put(self.seen, data, place)
        self.since.append((data, place))

    def resize(self, size: int) -> None:
        """Cut off or lengthen."""
        _resize(self.seen, size)
        self.since.append((None, size))

    def sync(self) -> None:
        """Make everything so far sure."""
        self.solid = bytearray(self.seen)
        self.since.clear()

    def left(self, rng: random.Random) -> bytes:
        """Return what a power cut leaves."""
        held = bytearray(self.solid)
        for data, at in self.since:
            kept: Left = rng.choice(("all", "none", "some"))
            if data is None:
                if kept == "all":
                    _resize(held, at)
            elif kept == "all":
                _put(held, data, at)
            elif kept == "some":
                for sector_at, sector in _sectors(data, at):
                    if rng.random() < 0.5:
                        _put(held, sector, sector_at)
        return bytes(held)


def _sectors(data: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield the parts of a write that lie in one sector each."""
    end = at + len(data)
    while at < end:
        stop = min(end, (at // SECTOR + 1) * SECTOR)
        yield at, data[len(data) - (end - at) : len(data) - (end - stop)]
        at = stop


@dataclass
class Disk:
    """A folder on a disk: its names as the process sees them, those that are sure, and what was done to them since."""

    names: dict[str, File] = field(default_factory=dict)
    sure: dict[str, File] = field(default_factory=dict)
    since: list[dict[str, File]] = field(default_factory=list)

    def do(self, event: Event) -> None:
        """Do what the process did."""
        if event.does == "ack":
            return
        if event.does == "sync" and event.name == ".":
            self.sure = dict(self.names)
            self.since.clear()
        elif event.does in ("make", "rename", "drop"):
            self._rename(event)
        elif file := self.names.get(event.name):
            if event.does == "sync":
                file.sync()
            elif event.does == "size":
                file.resize(event.at or 0)
            else:
                file.write(event.data, event.at)

    def _rename(self, event: Event) -> None:
        if event.does == "make" and event.name in self.names:
            return
        if event.does == "make":
            self.names[event.name] = File()
        else:
            file = self.names.pop(event.name, None)
            if event.does == "rename" and file:
                self.names[event.to] = file
        self.since.append(dict(self.names))

    def cut(self, rng: random.Random, into: Path) -> None:
        """Write out what a power cut at this moment may leave."""
        names = rng.choice([self.sure, *self.since])
        _put_out({name: file.left(rng) for name, file in names.items()}, into)

    def stop(self, into: Path) -> None:
        """Write out what stands there where the process is killed at this moment and the machine goes on."""
        _put_out(self.whole(), into)

    def whole(self) -> dict[str, bytes]:
        """Return the files as the process sees them."""
        return {name: bytes(file.seen) for name, file in self.names.items()}


def _put_out(files: dict[str, bytes], into: Path) -> None:
    into.mkdir()
    for name, data in files.items():
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        (into / name).write_bytes(data)
