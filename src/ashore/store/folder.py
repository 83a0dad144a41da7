"""The folder that holds the books: private, with neutral names, and a word where another program copies it away."""

import json
import os
import re
import stat
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ashore.errors import Message

BOOK, KEYS, DEMO, BEFORE = "book.db", "book.key", "example.db", "before"
"""File names that say nothing of debts; `BEFORE` holds a copy from before each change of the tables."""
MAIN: Final = "default"
PRIVATE: Final[Mapping[str, str]] = {
    "causes": "notes-1", "wellbeing": "notes-2", "bills": "notes-3", "mood": "notes-4", "photos": "notes-5",
}  # fmt: skip
"""The stores that are in no export, by the name of their database, and how their files' names begin."""
OWN: Final = re.compile(
    rf"(?:{'|'.join(map(re.escape, (Path(BOOK).stem, Path(DEMO).stem, *PRIVATE.values())))})"
    rf"(?:-[0-9a-f]{{8}})*\.db(?:-wal|-shm|-journal)?|{re.escape(KEYS)}|\.(?:[\w-]+-)?[0-9a-f]{{16}}\.part"
)
"""What a file is called that this program made: a book, a store beside it, a key file, what was being written."""
SYNCED: Final = (
    "dropbox", "onedrive", "google drive", "googledrive", "icloud", "mobile documents", "nutstore", "坚果云",
    "baidunetdisk", "baidusyncdisk", "百度网盘", "weiyun", "微云", "wpsdrive", "wps云盘", "nextcloud", "owncloud",
    "syncthing", "resilio",
)  # fmt: skip
SYNC_MARKS: Final = (".stfolder", ".dropbox", ".sync")
FAR: Final = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "davfs", "fuse.rclone"})
"""File systems over a network, on which SQLite's write-ahead log is not safe."""
MOUNTS: Final = Path("/proc/mounts")


@dataclass(frozen=True, slots=True)
class Folder:
    """Where the books lie."""

    path: Path

    @property
    def book(self) -> Path:
        """Return the book's file, as the key file names it."""
        try:
            named: object = json.loads(self.keys.read_text(encoding="utf-8"))["book"]
        except (OSError, ValueError, KeyError, TypeError):
            named = BOOK
        return self.path / Path(str(named)).name

    @property
    def keys(self) -> Path:
        """Return the key file."""
        return self.path / KEYS

    @property
    def demo(self) -> Path:
        """Return the example's own file."""
        return self.path / DEMO

    @property
    def is_new(self) -> bool:
        """Return whether there is no book yet."""
        return not self.keys.exists()


def files_of(book: Path) -> Mapping[str, Path]:
    """Return the files of a book by the name of their database: its own, and those of its private stores beside it.

    A private store's file is named after its book's, so that the key file, which names the book, names them all.
    """
    rest = book.stem.removeprefix(Path(BOOK).stem) + book.suffix
    return {MAIN: book, **{store: book.with_name(start + rest) for store, start in PRIVATE.items()}}


def own_files(folder: Folder) -> Iterator[Path]:
    """Yield every file here that this program made, older copies among them; in a folder of one's own others stay."""
    for path in (*folder.path.glob("*"), *(folder.path / BEFORE).rglob("*")):
        if path.is_file() and OWN.fullmatch(path.name):
            yield path


def default_folder(environment: Mapping[str, str], home: Path, platform: str = sys.platform) -> Path:
    """Return where the books lie unless another folder is named: the system's own place for a program's data."""
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Ashore"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "Ashore"
    return Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share") / "ashore"


def open_folder(path: Path) -> Folder:
    """Return the folder, made where it was missing, readable by its owner alone.  Raises OSError."""
    path.mkdir(parents=True, exist_ok=True, mode=stat.S_IRWXU)
    if os.name == "posix":
        path.chmod(stat.S_IRWXU)
    return Folder(path.resolve())


def worries_of(folder: Folder) -> tuple[Message, ...]:
    """Return what is to be said about where the folder lies: copied away by a sync program, or on a network."""
    found: list[Message] = []
    parents = (folder.path, *folder.path.parents)
    names = {parent.name.lower() for parent in parents}
    marked = any((parent / mark).exists() for parent in parents for mark in SYNC_MARKS)
    if marked or any(word in name for name in names for word in SYNCED):
        found.append(Message("folder-synced", {"file": str(folder.path)}))
    if _system_of(folder.path) in FAR:
        found.append(Message("folder-far", {"file": str(folder.path)}))
    return tuple(found)


def _system_of(path: Path) -> str:
    """Return the kind of file system a path lies on; nothing where the system does not tell."""
    if not MOUNTS.exists():
        return ""
    rows = [line.split() for line in MOUNTS.read_text(encoding="utf-8").splitlines()]
    mounts = [(row[1].encode().decode("unicode_escape"), row[2]) for row in rows]
    inside = [(where, kind) for where, kind in mounts if path.is_relative_to(where)]
    return max(inside, key=lambda found: len(found[0]), default=("", ""))[1]
