"""The lender's table of costs as a form: its fields from a debt's values, and the values from what was typed."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from ashore.errors import Finding
from ashore.household.file.plain import is_list, is_table
from ashore.loans.disclosed import WHENS
from ashore.texts.language import Language
from ashore.texts.sentences import word
from ashore.web.fields import Kind, choice_word, value_of

TableKind = Literal["text", "amount", "whole", "day", "rate", "share", "method", "when", "per"]
MAIN: Final[Mapping[str, TableKind]] = {
    "principal": "amount",
    "received": "amount",
    "on": "day",
    "periods": "whole",
    "first_due": "day",
    "payment": "amount",
    "yearly": "rate",
    "rate": "rate",
    "method": "method",
    "fee_per_period": "share",
}
ROWS: Final[Mapping[str, Mapping[str, TableKind]]] = {
    "items": {"name": "text", "amount": "amount", "when": "when", "payee": "text"},
    "contingent": {"name": "text", "standard": "text"},
}
FILED: Final[Mapping[TableKind, Kind]] = {"amount": "amount", "whole": "whole", "day": "day"}
"""What is read as the forms of all entries read it."""
LEAST_ROWS: Final[Mapping[str, int]] = {"items": 4, "contingent": 2}
ROWS_MAX: Final = 20
METHODS: Final = ("level-payment", "equal-principal", "interest-only", "bullet", "flat-fee")
PERIODS: Final = ("year", "month", "day")
YEARLY: Final = "yearly"
"""A rate that is one of a year by its name."""
LONGEST: Final = 200
PERCENTS: Final = "% \uff05"
STEP: Final = re.compile(r"\[(\d+)\]\.?|\.")


@dataclass(frozen=True, slots=True)
class TableField:
    """One field: its name in the form, the code of its label, what it takes and holds, and whether it is wrong."""

    name: str
    label: str
    kind: TableKind
    value: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    wrong: bool = False

    @property
    def ident(self) -> str:
        """Return the field's id in its page."""
        return f"t-{self.name}"

    @property
    def unclear(self) -> bool:
        """Return whether it holds what a field of days could not show."""
        return self.kind == "day" and bool(self.value) and not re.fullmatch(r"\d{4}-\d\d-\d\d", self.value)


def texts_of(table: object) -> dict[str, str]:
    """Return a table's plain values as the texts of the form, by field."""
    held = table if is_table(table) else {}
    texts: dict[str, str] = {}
    for name, kind in MAIN.items():
        texts |= _texts(name, kind, held.get(name))
    for name, kinds in ROWS.items():
        rows = held.get(name)
        for place, row in enumerate(rows if is_list(rows) else ()):
            for key, kind in kinds.items():
                texts |= _texts(f"{name}-{place}-{key}", kind, row.get(key) if is_table(row) else None)
    return texts


def _texts(name: str, kind: TableKind, value: object) -> dict[str, str]:
    if value is None:
        return {}
    text = f"{value:f}" if kind == "amount" and not isinstance(value, str | bool) else str(value)
    if kind == "share":
        return {name: text.removesuffix("%")}
    percent, _, per = text.partition("%/")
    if kind == "rate" and per in PERIODS and (name != YEARLY or per == "year"):
        return {name: percent, f"{name}_per": per}
    return {name: text}


def table_of(texts: Mapping[str, str], stands: object) -> dict[str, object]:
    """Return the table that was typed, as plain values of the file; what the form does not ask stays as it was."""
    held = stands if is_table(stands) else {}
    made: dict[str, object] = {name: one for name, one in held.items() if name not in {*MAIN, *ROWS}}
    for name, kind in MAIN.items():
        value = _value(texts, name, kind)
        if value is not None:
            made[name] = value
    for name, kinds in ROWS.items():
        before = held.get(name)
        rows = [*_rows(texts, name, kinds, before), *(before[ROWS_MAX:] if is_list(before) else ())]
        if rows:
            made[name] = rows
    return made


def _rows(
    texts: Mapping[str, str], name: str, kinds: Mapping[str, TableKind], before: object
) -> Iterator[dict[str, object]]:
    """Yield the rows in which anything but when it is paid was typed; what the form does not ask goes with its name."""
    named = {row.get("name"): row for row in (before if is_list(before) else ()) if is_table(row)}
    for place in range(ROWS_MAX):
        row = {key: _value(texts, f"{name}-{place}-{key}", kind) for key, kind in kinds.items()}
        typed = {key: value for key, value in row.items() if value is not None}
        if set(typed) - {"when"}:
            other = named.get(typed.get("name"), {})
            yield {**typed, **{key: value for key, value in other.items() if key not in kinds}}


def _value(texts: Mapping[str, str], name: str, kind: TableKind) -> object:
    text = texts.get(name, "").strip()[:LONGEST]
    if not text:
        return None
    bare = text.rstrip(PERCENTS)
    if kind == "share":
        return f"{bare}%"
    if kind == "rate" and "/" not in text:
        per = texts.get(f"{name}_per", "")
        return f"{bare}%/{per if per in PERIODS else PERIODS[0]}"
    filed = FILED.get(kind)
    return value_of(text, filed) if filed else text


def fields_of_table(
    texts: Mapping[str, str], wrong: Collection[str], language: Language
) -> tuple[TableField, ...]:
    """Return the fields of the table itself with what was typed; `wrong`: the fields that something was found on."""
    made: list[TableField] = []
    for name, kind in MAIN.items():
        made.append(_field(name, name, kind, texts, wrong, language))
        if kind == "rate" and name != YEARLY:
            made.append(_field(f"{name}_per", "per", "per", texts, wrong, language))
    return tuple(made)


def rows_of_table(
    name: str, texts: Mapping[str, str], wrong: Collection[str], language: Language
) -> tuple[tuple[TableField, ...], ...]:
    """Return the rows of one list of costs, an empty one more than are filled in."""
    filled = max(_places(name, texts), default=-1) + 1
    return tuple(
        tuple(
            _field(f"{name}-{place}-{key}", f"{name}-{key}", kind, texts, wrong, language)
            for key, kind in ROWS[name].items()
        )
        for place in range(min(ROWS_MAX, max(LEAST_ROWS[name], filled + 1)))
    )


def _places(name: str, texts: Mapping[str, str]) -> list[int]:
    """Return the rows of the form in which something was typed: those are the rows of the file."""
    asked = [key for key in ROWS[name] if key != "when"]
    return [
        place
        for place in range(ROWS_MAX)
        if any(texts.get(f"{name}-{place}-{key}", "").strip() for key in asked)
    ]


def _field(
    name: str,
    label: str,
    kind: TableKind,
    texts: Mapping[str, str],
    wrong: Collection[str],
    language: Language,
) -> TableField:
    choices = {
        "method": tuple((one, choice_word("method", one, language)) for one in METHODS),
        "when": tuple((one, word(f"cost-when-{one}", language)) for one in WHENS),
        "per": tuple((one, word(f"table-per-{one}", language)) for one in PERIODS),
    }.get(kind, ())
    return TableField(name, f"table-{label}", kind, texts.get(name, ""), choices, name in wrong)


def found_on(one: Finding, path: str, texts: Mapping[str, str]) -> tuple[str, str, int]:
    """Return the field of the form that a finding is on, the code of its label, and its row, 0 outside of rows.

    `path`: where the table stands in the file.  What is about the table or a row as a whole has no field.
    """
    steps = [step for step in STEP.split(one.place.path.removeprefix(path)) if step]
    if len(steps) > 1 and steps[0] in ROWS:
        place = _places(steps[0], texts)[int(steps[1])]
        key = "".join(steps[2:3])
        return (
            f"{steps[0]}-{place}-{key}",
            f"table-{steps[0]}-{key}" if key else f"table-{steps[0]}",
            place + 1,
        )
    return (steps[0], f"table-{steps[0]}", 0) if steps else ("", "", 0)
