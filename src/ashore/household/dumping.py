"""A household as a full file in the order of the keys, without comments."""

from collections.abc import Iterator, Mapping
from typing import Final

from ashore.household.file.plain import is_list, is_table, to_toml, toml_key
from ashore.household.keys.file_keys import FORMAT, file_table
from ashore.household.model import Household

TABLES: Final = ("event", "concession")


def dump_household(household: Household) -> str:
    """Return a file that reads as the same household with the same products."""
    lines = [f"format = {to_toml(FORMAT)}"]
    for key in file_table({}).keys:
        if key.name == "format":
            continue
        if key.name == "household":
            lines += ["", "[household]", *_lines(_plain(key.kind.write(household)))]
            continue
        owned = (
            (*household.side_work, *household.friend_loans)
            if key.name == "lever"
            else key.value_in(household)
        )
        for entry in _entries(key.kind.write(owned)):
            lines += ["", f"[[{key.name}]]", *_entry(entry, key.name)]
    return "\n".join(lines) + "\n"


def _plain(value: object) -> Mapping[str, object]:
    assert is_table(value)
    return value


def _entries(value: object) -> Iterator[Mapping[str, object]]:
    assert is_list(value)
    return (_plain(entry) for entry in value)


def _entry(entry: Mapping[str, object], name: str) -> list[str]:
    """Return the lines of an entry, its own lists of tables last."""
    below = [key for key in TABLES if key in entry]
    lines = _lines({key: value for key, value in entry.items() if key not in below})
    for key in below:
        for table in _entries(entry[key]):
            lines += ["", f"[[{name}.{key}]]", *_lines(table)]
    return lines


def _lines(table: Mapping[str, object]) -> list[str]:
    return [f"{toml_key(key)} = {_value(value)}" for key, value in table.items()]


def _value(value: object) -> str:
    """Return a value, a list of tables with one table on each line."""
    if is_list(value) and value and is_table(value[0]):
        return "[\n" + "".join(f"    {to_toml(item)},\n" for item in value) + "]"
    return to_toml(value)
