"""Mappings that read a file when one of its entries is first asked for."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")


class OnDemand(Mapping[str, T]):
    """Entries with known keys, each read on its own and kept."""

    def __init__(self, keys: Callable[[], tuple[str, ...]], read: Callable[[str], T]) -> None:
        """Keep how to list the keys and how to read one entry; nothing is read yet."""
        self._keys = keys
        self._read = read
        self._kept: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        """Return one entry.  Raises KeyError for a key that is not listed."""
        if key not in self._kept:
            if key not in self._keys():
                raise KeyError(key)
            self._kept[key] = self._read(key)
        return self._kept[key]

    def __iter__(self) -> Iterator[str]:
        """Return the keys in their order."""
        return iter(self._keys())

    def __len__(self) -> int:
        """Return how many entries there are."""
        return len(self._keys())


class ReadOnce(Mapping[str, T]):
    """Entries that lie together, all read when the first is asked for."""

    def __init__(self, read: Callable[[], Mapping[str, T]]) -> None:
        """Keep how to read them; nothing is read yet."""
        self._read = read
        self._kept: Mapping[str, T] | None = None

    def _all(self) -> Mapping[str, T]:
        if self._kept is None:
            self._kept = self._read()
        return self._kept

    def __getitem__(self, key: str) -> T:
        """Return one entry.  Raises KeyError for an unknown key."""
        return self._all()[key]

    def __iter__(self) -> Iterator[str]:
        """Return the keys in the order of the files."""
        return iter(self._all())

    def __len__(self) -> int:
        """Return how many entries there are."""
        return len(self._all())
