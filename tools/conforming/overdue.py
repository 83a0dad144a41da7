"""The overdue suite's cases against the product, to the fen: `conformance/overdue` or any folder of that shape.

The shape is told in conformance/overdue/README.md.  A file or a case that is not of it is a failed outcome that
says where; the others go on.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from ashore.loans.concessions import Account
from conforming.overdue_contract import KEYS, opening_of, terms_of, working_days_of
from conforming.overdue_events import event_of
from conforming.overdue_owed import minimums, owed, penalty_rate, schedule, state
from conforming.overdue_rows import DUES, OWED, RATE, Values, due_values, expected_values, owed_values, told
from conforming.reading import At, BadCase, Table, read_json
from conforming.report import Outcome

FORMAT: Final = "ashore-overdue/1"
SUITE: Final = "suite.json"
FILE: Final = frozenset({"format", "topic", "about", "cases"})
LISTED: Final = frozenset({"format", "name", "version", "licence", "about", "files", "cases"})
CASE: Final = frozenset({"id", "title", "about", "tags", "terms", "events", "expect", "worked"})
CASES_MOST: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Expected:
    """What a case says comes out: its schedule (None: not asked), and what is owed on days."""

    schedule: list[Values] | None
    owed: list[tuple[date, Values]]


def outcomes(place: Path) -> Iterator[Outcome]:
    """Yield one outcome for each case of every `*.json` in a folder, and for what is wrong with files.

    A file may be named instead of a folder.  Each expected figure is compared as it stands, to the fen.
    """
    seen: dict[str, str] = {}
    counts: dict[str, int] = {}
    files = [place] if place.is_file() else sorted(place.glob("*.json"))
    for path in files:
        if path.name != SUITE:
            told = list(_of_file(path, seen))
            counts[path.name] = len(told)
            yield from told
    if (place / SUITE).is_file():
        yield from _listing(place / SUITE, counts)


def _of_file(path: Path, seen: dict[str, str]) -> Iterator[Outcome]:
    try:
        cases = _cases(path)
    except BadCase as error:
        yield Outcome(path.name, (str(error),))
        return
    for index, case in enumerate(cases):
        name = _name(case, f"{path.name}[{index}]")
        if name in seen:
            yield Outcome(name, (f"the id stands twice: in {seen[name]} and in {path.name}",))
            continue
        seen[name] = path.name
        yield Outcome(name, tuple(_differences(At(name, case.value))))


def _cases(path: Path) -> list[At]:
    file = At(path.name, read_json(path)).table(FILE)
    file["format"].word((FORMAT,))
    cases = list(file["cases"].items())
    if not cases:
        raise file["cases"].bad("a list of at least one case")
    return cases


def _name(case: At, otherwise: str) -> str:
    try:
        return Table(case.where, case.table(CASE).values)["id"].text() or otherwise
    except BadCase:
        return otherwise


def _differences(case: At) -> Iterator[str]:
    """Yield where the product differs from a case, or what is wrong with the case."""
    try:
        yield from compared(case.table(CASE))
    except BadCase as error:
        yield str(error)
    # Terms that make no loan may stop the product anywhere; the other cases are still to be told.
    except Exception as error:  # noqa: BLE001 - whatever it was, it is this case's failure
        yield f"the product stopped: {type(error).__name__}: {error}"


def compared(case: Table) -> Iterator[str]:
    """Yield each figure in which the product differs from what a case expects.  Raises BadCase."""
    case["id"].text()
    words = case["terms"].table(KEYS)
    terms, working_days = terms_of(words), working_days_of(words)
    opening = opening_of(words, terms, working_days)
    listed = case.get("events")
    events = [event_of(event) for event in listed.items()] if listed else []
    expected = expected_of(case["expect"], opening.on)
    if expected.schedule is not None:
        rows = (minimums if terms.method == "revolving" else schedule)(terms, opening, working_days)
        yield from _schedule(expected.schedule, [due_values(row) for row in rows])
    accounts = owed(terms, opening, events, [day for day, _ in expected.owed], working_days)
    for day, row in expected.owed:
        yield from _row(f"owed on {day}", row, _owed_values(accounts[day]))


def expected_of(at: At, as_of: date) -> Expected:
    """Return what a case expects; a case must expect something, and nothing of a day before `as_of`."""
    words = at.table({"schedule", "owed"})
    asked, rows = words.get("schedule"), words.get("owed")
    dues = [_expected(row, DUES, "due") for row in asked.items()] if asked else None
    days: list[tuple[date, Values]] = []
    for row in rows.items() if rows else ():
        values = _expected(row, OWED, "on")
        day = date.fromisoformat(str(values["on"]))
        if day < as_of:
            raise At(f"{row.where}.on", values["on"]).bad(f"as_of ({as_of}) or a later day")
        days.append((day, values))
    if dues is None and not days:
        raise BadCase(f"{at.where}: expects nothing")
    return Expected(dues, days)


def _expected(at: At, keys: frozenset[str], day: str) -> Values:
    row = at.table(keys)
    row[day].day()
    if len(row.values) == 1:
        raise at.bad("a row that expects something")
    return expected_values(row)


def _owed_values(account: Account) -> Values:
    rate = penalty_rate(account)
    return {
        "on": account.day.isoformat(),
        **owed_values(state(account)),
        **({} if rate is None else {RATE: rate}),
    }


def _schedule(expected: list[Values], rows: list[Values]) -> Iterator[str]:
    if len(expected) != len(rows):
        yield f"schedule: expected {len(expected)} dues, computed {len(rows)}"
    for mine, row in zip(expected, rows, strict=False):
        yield from _row(f"due {mine['due']}", mine, row)


def _row(where: str, expected: Values, computed: Values) -> Iterator[str]:
    for key, value in expected.items():
        if key not in computed:
            yield f"{where}: {key} is not told of a loan of this method"
        elif computed[key] != value:
            yield f"{where}: {key}: expected {told(key, value)}, computed {told(key, computed[key])}"


def _listing(path: Path, counts: dict[str, int]) -> Iterator[Outcome]:
    """Yield a failed outcome if the suite's list of files and numbers of cases is not what lies there."""
    try:
        suite = At(SUITE, read_json(path)).table(LISTED)
        suite["format"].word((FORMAT,))
        files = [row.table({"file", "topic", "cases"}) for row in suite["files"].items()]
        listed = {row["file"].text(): row["cases"].whole(0, CASES_MOST) for row in files}
    except BadCase as error:
        yield Outcome(SUITE, (str(error),))
        return
    wrong = [
        f"{name}: {listed.get(name, 'not listed')} by the list, {counts.get(name, 'not there')} in the folder"
        for name in sorted({*listed, *counts})
        if listed.get(name) != counts.get(name)
    ]
    if wrong:
        yield Outcome(SUITE, tuple(wrong))
