"""The JSON Schema of a household file, from the same key tables that read it."""

from decimal import Decimal
from typing import Final

from ashore.household.file.plain import is_list, is_table
from ashore.household.keys.file_keys import file_table
from ashore.household.keys.kinds import Schema

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def file_schema() -> Schema:
    """Return the JSON Schema (2020-12) of the clean spelling; days are ISO texts, amounts numbers of yuan."""
    schema = _json({"$schema": DIALECT, "title": "Ashore household file", **file_table({}).schema()})
    assert is_table(schema)
    return dict(schema)


def _json(value: object) -> object:
    """Return a schema with its decimals as whole numbers; every default in it is one."""
    if isinstance(value, Decimal):
        return int(value)
    if is_table(value):
        return {key: _json(item) for key, item in value.items()}
    return [_json(item) for item in value] if is_list(value) else value
