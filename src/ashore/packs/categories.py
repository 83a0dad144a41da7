"""The table of a pack that says what payments were for: its categories, and its rules in their order."""

from collections.abc import Mapping
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Final, TypeVar, get_args

from ashore.diagnosis.category_rules import CATEGORIES, NEEDS, UNKNOWN, Category, Rule, Rules, plain
from ashore.household.file.plain import is_list
from ashore.household.transactions import KINDS, NATURES, Credit
from ashore.money import fen_from_yuan
from ashore.packs.entry import Entry, read_entry
from ashore.packs.files import SHIPPED

W = TypeVar("W", bound=str)
CREDITS: Final[tuple[Credit, ...]] = tuple(one for one in get_args(Credit) if one)
SAYS: Final = frozenset({"id", "category", "business", "trader", "without"})
CONDITIONS: Final = frozenset({
    "words", "said", "kinds", "natures", "credits", "methods", "yuan_min", "yuan_max", "since", "until",
})  # fmt: skip


@cache
def load_rules(jurisdiction: str, root: Path = SHIPPED) -> Rules:
    """Return the table of a jurisdiction's pack.  Raises BrokenPack."""
    return read_rules(read_entry(root / jurisdiction, "categories"))


def read_rules(entry: Entry) -> Rules:
    """Return the table of a file.  Raises BrokenPack, also where two rules have one id."""
    categories = read_categories(entry.sub("category"))
    rows, ids = entry.rows("rule"), set[str]()
    for row in rows:
        if row.text("id") in ids:
            raise row.fail("pack-field-wrong", "id", expected="id of its own")
        ids.add(row.text("id"))
    return Rules(
        categories,
        tuple(read_rule(row) for row in rows),
        _plain(entry, "debt_signs"),
        _days(entry, "festivals"),
    )


def read_categories(entry: Entry) -> Mapping[str, Category]:
    """Return the categories in the file's order: every code that a payment can carry, and no other."""
    missing = [code for code in CATEGORIES if not entry.has(code)]
    if missing:
        raise entry.fail("pack-field-missing", missing[0])
    for code in entry.table:
        if code not in CATEGORIES:
            raise entry.fail("pack-word-unknown", code, read=code, allowed=CATEGORIES)
    return {
        code: Category(code, one.bilingual("names"), one.choice("need", NEEDS))
        for code, one in entry.subs().items()
    }


def read_rule(row: Entry) -> Rule:
    """Return one rule.  Raises BrokenPack, also for an unknown key, and for a rule that names no condition."""
    for key in row.table:
        if key not in SAYS | CONDITIONS:
            raise row.fail("pack-word-unknown", key, read=key, allowed=tuple(sorted(SAYS | CONDITIONS)))
    if not CONDITIONS & set(row.table):
        raise row.fail("pack-field-missing", "words")
    if row.has("since") != row.has("until"):
        raise row.fail("pack-field-missing", "until" if row.has("since") else "since")
    business = _flag(row, "business")
    category = row.choice("category", CATEGORIES) if row.has("category") else UNKNOWN
    if not category and business is None:
        raise row.fail("pack-field-missing", "category")
    return Rule(
        id=row.text("id"),
        category=category,
        business=business,
        words=_plain(row, "words"),
        without=_plain(row, "without"),
        said=row.optional_texts("said"),
        kinds=_choices(row, "kinds", KINDS),
        natures=_choices(row, "natures", NATURES),
        credits=_choices(row, "credits", CREDITS),
        methods=_plain(row, "methods"),
        fen_min=_fen(row, "yuan_min"),
        fen_max=_fen(row, "yuan_max"),
        since=_time(row, "since"),
        until=_time(row, "until"),
        trader=_flag(row, "trader") or False,
    )


def _plain(row: Entry, key: str) -> tuple[str, ...]:
    return tuple(plain(word) for word in row.optional_texts(key))


def _choices(row: Entry, key: str, words: tuple[W, ...]) -> tuple[W, ...]:
    return row.choices(key, words) if row.has(key) else ()


def _flag(row: Entry, key: str) -> bool | None:
    if not row.has(key):
        return None
    value = row.raw(key)
    if not isinstance(value, bool):
        raise row.fail("pack-field-wrong", key, expected="true or false")
    return value


def _fen(row: Entry, key: str) -> int | None:
    if not row.has(key):
        return None
    try:
        return fen_from_yuan(row.number(key))
    except ValueError as error:
        raise row.fail("pack-field-wrong", key, expected="yuan") from error


def _days(entry: Entry, key: str) -> tuple[date, ...]:
    if not entry.has(key):
        return ()
    found = entry.raw(key)
    days = tuple(day for day in found if isinstance(day, date)) if is_list(found) else ()
    if not is_list(found) or len(days) != len(found):
        raise entry.fail("pack-field-wrong", key, expected="days")
    return days


def _time(row: Entry, key: str) -> time | None:
    if not row.has(key):
        return None
    value = row.raw(key)
    if not isinstance(value, time):
        raise row.fail("pack-field-wrong", key, expected="time")
    return value
