"""What each column of one bank's export holds, saved by the person: it wins over any guess."""

import re
import tomllib
from collections import abc
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from ashore.errors import Finding, Place
from ashore.household.file.plain import is_table, to_toml, toml_key
from ashore.importers.bills.bank_words import COLUMNS, FIELDS

Plus = Literal["", "in", "out"]
"""Which way money went where an amount has no sign: in, out (many credit cards), or `""` to be found out."""
DayOrder = Literal["ymd", "dmy", "mdy"]


@dataclass(frozen=True, slots=True)
class Mapping:
    """The columns of one bank's export by their headings, and what the export does not say of itself.

    `account` is what the account is called in the ledger, best with the card's last digits: `招商银行(1234)`.
    """

    columns: abc.Mapping[str, str] = field(default_factory=dict[str, str])
    account: str = ""
    plus: Plus = ""
    credit_card: bool = False
    day_order: DayOrder = "ymd"


AT_LINE: Final = re.compile(r"line (\d+)")
CHOICES: Final[abc.Mapping[str, tuple[object, ...]]] = {
    "plus": get_args(Plus),
    "credit_card": (True, False),
    "day_order": get_args(DayOrder),
}


def mapping_to_toml(mapping: Mapping) -> str:
    """Return a mapping as the text of a TOML file."""
    lines = [
        f"account = {to_toml(mapping.account)}",
        f"plus = {to_toml(mapping.plus)}",
        f"credit_card = {to_toml(mapping.credit_card)}",
        f"day_order = {to_toml(mapping.day_order)}",
        "",
        "[columns]",
        *(f"{toml_key(name)} = {to_toml(heading)}" for name, heading in mapping.columns.items()),
    ]
    return "\n".join(lines) + "\n"


def mapping_from_toml(text: str) -> tuple[Mapping | None, tuple[Finding, ...]]:
    """Return the mapping of a TOML text; None with findings where it is none."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = AT_LINE.search(str(error))
        return None, (Finding("mapping-not-toml", "stop", Place("", int(line[1]) if line else None)),)
    columns = raw.pop("columns", {})
    named = {str(name): heading for name, heading in columns.items()} if is_table(columns) else {}
    findings = [
        *(_stop("mapping-key-unknown", name) for name in raw if name not in {"account", *CHOICES}),
        *(_stop("mapping-key-unknown", f"columns.{name}") for name in named if name not in FIELDS),
        *(
            _stop("mapping-value-wrong", f"columns.{name}")
            for name, heading in named.items()
            if not isinstance(heading, str) or not heading.strip()
        ),
        *(
            _stop("mapping-value-wrong", name)
            for name, values in CHOICES.items()
            if name in raw and (raw[name] not in values or type(raw[name]) is not type(values[0]))
        ),
    ]
    if not isinstance(raw.get("account", ""), str):
        findings.append(_stop("mapping-value-wrong", "account"))
    if not _holds_money(named):
        findings.append(_stop("mapping-columns-missing", "columns"))
    if findings:
        return None, tuple(findings)
    return Mapping({name: str(heading) for name, heading in named.items()}, **raw), ()


def _holds_money(columns: abc.Mapping[str, object]) -> bool:
    """Return whether columns name a day and an amount, or what came in and what went out."""
    return bool({"day", "posted"} & columns.keys()) and (
        "amount" in columns or {"in", "out"} <= columns.keys()
    )


def _stop(code: str, path: str) -> Finding:
    return Finding(code, "stop", Place(path), {"key": path})


assert set(FIELDS) == set(COLUMNS), "a field has no headings"
