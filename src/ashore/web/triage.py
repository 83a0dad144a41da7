"""What was answered before any number: in memory only, gone when the app ends."""

from collections.abc import Mapping

_said: dict[str, str] = {}


def said() -> Mapping[str, str]:
    """Return the answers so far, by question."""
    return dict(_said)


def answer(key: str, value: str) -> None:
    """Keep an answer; an empty one is a question passed over."""
    _said[key] = value


def forget() -> None:
    """Begin anew."""
    _said.clear()
