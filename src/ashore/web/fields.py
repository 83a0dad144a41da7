"""A table's keys as the fields of a form, and what was typed into them as changes of the table.

The fields come from the schema of the household file, so a new key is a new field.  An empty field means "I don't
know": the key is not in the file, and the plan says what it took instead.
"""

import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final, Literal

from ashore.errors import Finding
from ashore.household.file.plain import is_list, is_table, items_of, to_toml
from ashore.household.file.wording import amount_from_text, number_from_text
from ashore.household.keys.scalars import YUAN_MAX
from ashore.household.schema import file_schema
from ashore.household.writing import Change, Remove, Set
from ashore.packs.own import subjects_of
from ashore.packs.pack import load_pack
from ashore.packs.products import all_products, product_ids
from ashore.texts.language import Language
from ashore.texts.sentences import SENTENCES, word
from ashore.web.config import JURISDICTION

Kind = Literal["text", "amount", "whole", "day", "choice", "yesno", "list", "raw", "fixed"]
Schema = Mapping[str, object]
ASKED_FIRST: Final[Mapping[str, tuple[str, ...]]] = {
    "household": ("cash", "emergency_fund", "dependants", "cause"),
    "income": ("name", "amount", "every", "day", "certainty", "low"),
    "spending": ("name", "amount", "every", "day", "essential"),
    "asset": ("name", "value", "sell", "selling", "asked", "fee"),
    "account": ("id", "balance", "for", "debited_by"),
    "business": ("name", "takings", "cost_of_goods", "fixed"),
    "due": ("name", "amount", "on", "keep"),
    "debt": (
        "name", "product", "balance", "arrears.since", "arrears.total", "due_day", "periods_left", "rate", "method",
        "payment", "priority", "stage",
    ),
    "lever": ("name", "hourly", "hours_month", "amount_max", "months", "from"),
    "own": ("about", "rate", "amount", "text", "from", "seen_on"),
    "debt.concession": (
        "status", "months", "rate", "payment", "amount", "percent", "instalments", "penalty", "fees", "interest",
        "principal", "if_paid_by", "upfront", "until", "proof",
    ),
    "debt.event": ("on", "amount", "rate"),
}  # fmt: skip
"""What a form asks for before the rest, which is one tap away."""
KIND: Final = "kind"
"""The key that says which kind of table an entry is, where its section has several."""
Names = Mapping[str, Sequence[tuple[str, str]]]
"""What a list may name, by its key: each value with what the person calls it."""
FEN: Final = Decimal("0.01")
HIDDEN: Final = frozenset({"id", "as_of", "jurisdiction", "source", "event", "concession"})
"""Keys that a form does not ask for; an account's name is its id."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its path in the table, its label, what it takes and holds, and the findings on it.

    `lacks`: it was left empty, and what was typed beside it cannot be saved without.
    """

    path: str
    label: str
    kind: Kind
    value: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    required: bool = False
    findings: tuple[Finding, ...] = ()
    lacks: bool = False

    @property
    def says(self) -> bool:
        """Return whether something is said below it."""
        return self.lacks or bool(self.findings)

    @property
    def needs(self) -> str:
        """Return the code of what is asked for where it was left empty."""
        return f"field-needs-{self.path}"

    @property
    def unclear(self) -> bool:
        """Return whether it holds what its own kind of input could not show: a day written otherwise."""
        return bool(self.value) and self.kind == "day" and _day(self.value) is None

    @property
    def ticked(self) -> tuple[tuple[str, str, bool], ...]:
        """Return each choice of a list, and whether it is in it; what the list names besides stays in it."""
        named = [part.strip() for part in self.value.split(",") if part.strip()]
        known = dict(self.choices)
        every = (*self.choices, *((one, one) for one in named if one not in known))
        return tuple((value, label, value in named) for value, label in every)

    @property
    def ident(self) -> str:
        """Return the field's id in its page."""
        return "f-" + self.path.replace(".", "-")


@cache
def schema_of(section: str) -> Schema:
    """Return the schema of one table of a section, `debt.concession` being what belongs to a debt."""
    table: Schema = file_schema()
    for name in section.split("."):
        below = _table(_table(table["properties"])[name])
        table = _table(below.get("items", below))
    return table


def kinds_of(section: str) -> tuple[str, ...]:
    """Return the kinds of table that a section has; none where all its tables are alike."""
    return tuple(_kind_of(variant) for variant in variants_of(section) if _kind_of(variant))


def variants_of(section: str, kind: object = None) -> tuple[Schema, ...]:
    """Return the schemas of a section's tables: of one kind where it is known, else of all kinds."""
    schema = schema_of(section)
    every = tuple(_table(one) for one in items_of(schema.get("oneOf"))) or (schema,)
    return tuple(one for one in every if kind is not None and _kind_of(one) == kind) or every


def _kind_of(variant: Schema) -> str:
    return str(_table(_table(variant["properties"]).get(KIND)).get("const", ""))


def fields_of(
    section: str,
    values: Mapping[str, object],
    language: Language,
    findings: Sequence[Finding] = (),
    path: str = "",
    names: Names | None = None,
) -> tuple[tuple[Field, ...], tuple[Field, ...]]:
    """Return the fields asked first and the other fields, with the values of a table and the findings on it."""
    made = {
        field.path: replace(field, choices=tuple((names or {}).get(field.path, field.choices)))
        for field in _all(section, values, language, findings, path)
        if field.value or (names or {}).get(field.path, True)
    }
    asked = [made[name] for name in (KIND, *ASKED_FIRST[section]) if name in made]
    first = {field.path for field in asked}
    return tuple(asked), tuple(field for field in made.values() if field.path not in first)


def _all(
    section: str, values: Mapping[str, object], language: Language, findings: Sequence[Finding], path: str
) -> Iterator[Field]:
    for variant in variants_of(section, values.get(KIND)):
        needed = items_of(variant.get("required"))
        for name, raw in _table(variant["properties"]).items():
            if name in HIDDEN and not (section == "account" and name == "id"):
                continue
            found = values.get(name)
            label = word(_called(section, _kind_of(variant), name), language)
            for field in _fields(name, label, _table(raw), found, language):
                yield Field(
                    field.path,
                    field.label,
                    field.kind,
                    field.value,
                    field.choices,
                    name in needed and "." not in field.path,
                    tuple(one for one in findings if _is_on(one, f"{path}.{field.path}")),
                )


def _called(section: str, kind: str, name: str) -> str:
    """Return the code of a key's label: the kind's or section's own, where the word common to all is not plain."""
    own = (f"key-{section}-{kind}-{name}", f"key-{section}-{name}")
    return next((code for code in own if code in SENTENCES), f"key-{name}")


def _is_on(finding: Finding, path: str) -> bool:
    """Return whether a finding is on a field: on its path, or below it."""
    return finding.place.path == path or finding.place.path.startswith((f"{path}.", f"{path}["))


def _fields(name: str, label: str, schema: Schema, value: object, language: Language) -> Iterator[Field]:
    inner = _table(schema.get("properties"))
    if inner and name != "disclosure":
        held = _table(value)
        for key, raw in inner.items():
            own = f"key-{name}-{key}"
            below = word(own, language) if own in SENTENCES else f"{label} · {word(f'key-{key}', language)}"
            yield from _fields(f"{name}.{key}", below, _table(raw), held.get(key), language)
        return
    yield _field(name, label, schema, value, language)


def _field(name: str, label: str, schema: Schema, value: object, language: Language) -> Field:
    last = name.rsplit(".", maxsplit=1)[-1]
    if name == "product":
        ids = product_ids(JURISDICTION)
        choices = tuple((key, all_products()[key].names[language]) for key in ids)
        return Field(name, label, "choice", _text(value), _with(choices, value))
    if name == "about":
        subjects = subjects_of(load_pack(JURISDICTION))
        choices = tuple((key, names[language]) for key, names in subjects.items())
        return Field(name, label, "choice", _text(value), _with(choices, value))
    if "const" in schema:
        return Field(name, label, "fixed", _text(value))
    if words := items_of(schema.get("enum")):
        choices = tuple((str(one), choice_word(last, str(one), language)) for one in words)
        return Field(name, label, "choice", _text(value), _with(choices, value))
    kind = _kind(schema)
    return Field(name, label, kind, _raw(value) if kind == "raw" else _text(value))


def _with(choices: tuple[tuple[str, str], ...], value: object) -> tuple[tuple[str, str], ...]:
    """Return the choices with what stands in the file, where it is none of them."""
    typed = _text(value)
    return choices if not typed or typed in dict(choices) else (*choices, (typed, typed))


def choice_word(key: str, choice: str, language: Language) -> str:
    """Return a word of the file as a person says it."""
    for code in (f"choice-{key}-{choice}", f"choice-{choice}"):
        if code in SENTENCES:
            return word(code, language)
    return choice


def _kind(schema: Schema) -> Kind:
    if schema.get("format") == "date":
        return "day"
    kinds: Mapping[object, Kind] = {
        "number": "amount",
        "integer": "whole",
        "boolean": "yesno",
        "string": "text",
    }
    if schema.get("type") == "array" and _table(schema.get("items")).get("type") == "string":
        return "list"
    return kinds.get(schema.get("type"), "raw")


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if is_list(value):
        return ", ".join(str(one) for one in value)
    return str(value)


def _raw(value: object) -> str:
    return "" if value is None else to_toml(value)


def asked_for(fields: Iterable[Field], needed: Collection[str], *, typed: bool) -> list[Field]:
    """Return fields with those marked that a table cannot do without, and of these what was left empty once typed."""
    marked = [replace(one, required=one.path in needed) for one in fields]
    return [replace(one, lacks=typed and one.required and not one.value) for one in marked]


def lacking(typed: Mapping[str, str], needed: Collection[str]) -> bool:
    """Return whether something needed was left empty: a browser may send a form that it should have held back."""
    return any(not typed.get(path, "").strip() for path in needed)


def values_from(typed: Mapping[str, str], section: str) -> dict[str, object]:
    """Return what was typed as the plain values of a new table."""
    return {one.path: one.value for one in changes_of({}, typed, section) if isinstance(one, Set)}


def changes_of(values: Mapping[str, object], typed: Mapping[str, str], section: str) -> list[Change]:
    """Return the changes that make a table what was typed; a field that was not on the form stays as it is."""
    wanted: dict[str, object] = dict(values)
    kinds = _kinds(section, str(typed.get(KIND) or values.get(KIND)))
    for path, text in typed.items():
        kind = kinds.get(path)
        if kind is None:
            continue
        name, _, below = path.partition(".")
        value = value_of(text, kind)
        if below:
            held = {**_table(wanted.get(name)), below: value}
            kept = {key: one for key, one in held.items() if one is not None}
            wanted[name] = kept or None
        else:
            wanted[name] = value
    made: list[Change] = []
    for name, value in wanted.items():
        if value is None and name in values:
            made.append(Remove(name))
        elif value is not None and (name not in values or value != values[name]):
            made.append(Set(name, value))
    return made


@cache
def _kinds(section: str, kind: str) -> Mapping[str, Kind]:
    """Return the kind of each field of a section's tables, or of its tables of one kind, by its path."""
    return {field.path: field.kind for field in _all(section, {KIND: kind}, "en", (), "")}


def value_of(text: str, kind: Kind) -> object:
    """Return what was typed as a value of the file; None for nothing, and the text itself where it is unclear.

    What cannot be read is kept as typed: the reading of the file then says what is wrong with it.
    """
    typed = text.strip()
    if not typed:
        return None
    if kind == "yesno":
        return typed == "true" if typed in {"true", "false"} else typed
    if kind == "list":
        return [
            part.strip()
            for part in typed.replace("\uff0c", ",").replace("\u3001", ",").split(",")
            if part.strip()
        ]
    if kind == "raw":
        return _from_raw(typed)
    readers = {"amount": _amount, "whole": number_from_text, "day": _day}
    read = readers[kind](typed) if kind in readers else typed
    return typed if read is None else read


def _amount(typed: str) -> Decimal | None:
    """Return an amount with its fen; one finer than that as it is, for the reading to say so."""
    amount = amount_from_text(typed)
    if amount is None or amount >= YUAN_MAX:
        return amount
    return amount.quantize(FEN) if amount == round(amount, 2) else amount


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def _from_raw(typed: str) -> object:
    try:
        return tomllib.loads(f"x = {typed}", parse_float=Decimal)["x"]
    except tomllib.TOMLDecodeError:
        return typed


def _table(value: object) -> Mapping[str, object]:
    return value if is_table(value) else {}
