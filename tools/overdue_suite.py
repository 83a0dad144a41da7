"""Writes conformance/overdue: the figures of every case, from the second computation in tests/oracle alone.

Without arguments the figures of all cases, and the list in suite.json, are computed anew; `--check` lists the files
that would change and exits with 1; `random` draws the random cases anew from their seeds.  What a case is (terms,
events, the days asked about, words) is written by hand in its file; what comes out of it never is: a new case needs
`"expect": {"owed": [{"on": "2026-11-23"}]}`, with `"schedule": []` too where the dues are to be shown.
"""

import json
import sys
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Final, cast

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from conforming.json_text import dated, undated, written
from conforming.overdue_rows import DAYS, RATE, Value, Values, due_values, owed_values
from oracle.answers import owed, play, schedule
from oracle.cases import case
from oracle.loan import Loan

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = ROOT / "conformance" / "overdue"
SUITE: Final = FOLDER / "suite.json"
RANDOM: Final = {"random.json": 160, "random-agreements.json": 40}
DAYS_MOST: Final = 8
Words = dict[str, Any]  # JSON


def files() -> dict[Path, str]:
    """Return every file's text by its path."""
    made = {path: filled_file(json.loads(path.read_text("utf-8"))) for path in case_files()}
    return {
        **{path: written(file) for path, file in made.items()},
        SUITE: written(listing(json.loads(SUITE.read_text("utf-8")), made)),
    }


def case_files() -> list[Path]:
    """Return the files that hold cases."""
    return sorted(path for path in FOLDER.glob("*.json") if path != SUITE)


def listing(suite: Words, made: dict[Path, Words]) -> Words:
    """Return the suite's description with its files and numbers of cases."""
    rows = [
        {"file": path.name, "topic": file["topic"], "cases": len(file["cases"])}
        for path, file in made.items()
    ]
    return {**suite, "files": rows, "cases": sum(len(file["cases"]) for file in made.values())}


def filled_file(file: Words) -> Words:
    """Return a file with the figures of every case."""
    return {**file, "cases": [{**one, "expect": figures(one)} for one in file["cases"]]}


def figures(one: Words) -> Words:
    """Return what a case expects: of the days, and of the schedule, that it asks for."""
    terms, events = cast("Words", dated(one["terms"])), cast("list[Words]", dated(one["events"]))
    asked: Words = {}
    if "schedule" in one["expect"]:
        asked["schedule"] = [as_text(due_values(row)) for row in schedule(terms)]
    rows = one["expect"].get("owed", [])
    states = owed(terms, events, [date.fromisoformat(row["on"]) for row in rows])
    asked["owed"] = [
        {
            "on": row["on"],
            **_owed(states[row["on"]]),
            **(_penalty_rate(terms, events, row) if RATE in row else {}),
        }
        for row in rows
    ]
    return asked


def _owed(row: Words) -> Words:
    """Return what is owed; once paid up, whether a part is called held or not yet posted is nobody's debt."""
    values = owed_values(row)
    return as_text(values) if values["payoff"] else as_text({"payoff": 0})


def _penalty_rate(terms: Words, events: list[Words], row: Words) -> Words:
    book = play(terms, events, date.fromisoformat(row["on"]))
    if not isinstance(book, Loan):
        return {}
    days = 365 if book.contract.day_count in ("act/365", "act/act") else 360
    return as_text({RATE: book.penalty_rate() * days})


def as_text(values: Values) -> Words:
    """Return numbers as they stand in a file: yuan as text, days as numbers, a rate for a year."""
    return {key: _text(key, value) for key, value in values.items()}


def _text(key: str, value: Value) -> str | int:
    if isinstance(value, str) or key == DAYS:
        return value if isinstance(value, str) else int(value)
    if key == RATE:
        per_cent = Fraction(value) * 100
        return f"{Decimal(per_cent.numerator) / per_cent.denominator:f}%/year"
    return f"{int(value) // 100}.{int(value) % 100:02d}"


def random_file(name: str) -> Words:
    """Return a file of random cases: the first seeds without, or with, an agreement among the events."""
    file = json.loads((FOLDER / name).read_text("utf-8"))
    cases: list[Words] = []
    seed = 0
    while len(cases) < RANDOM[name]:
        made = case(seed)
        if ("event:agree" in made["tags"]) == ("agreements" in name):
            cases.append(random_case(made))
        seed += 1
    return {**file, "cases": cases}


def random_case(made: Words) -> Words:
    """Return a random case as it stands in a file; of many days, some and the last."""
    days = made["days"][:: -(-len(made["days"]) // DAYS_MOST)]
    days = days if days[-1] == made["days"][-1] else [*days, made["days"][-1]]
    terms = {"periods_left" if key == "periods" else key: value for key, value in made["terms"].items()}
    return {
        "id": f"random-{made['seed']:04d}",
        "title": f"Random contract {made['seed']}",
        "about": {
            "en": "Nobody chose this contract, so nobody's idea of a usual one is in it.",
            "zh": "这份合同不是谁挑出来的，也就不带谁的习惯看法。",
        },
        "tags": made["tags"],
        "terms": undated(terms),
        "events": undated([{"on": event["on"], **event} for event in _in_order(made["events"])]),
        "expect": {
            **({} if terms["method"] == "revolving" else {"schedule": []}),
            "owed": [{"on": day.isoformat()} for day in days],
        },
    }


def _in_order(events: list[Words]) -> list[Words]:
    return sorted(events, key=lambda event: event["on"])


def main(arguments: list[str]) -> int:
    """Write the files, or with `--check` say which would change."""
    if arguments == ["random"]:
        for name in RANDOM:
            (FOLDER / name).write_text(written(filled_file(random_file(name))), "utf-8")
    changed = {path: text for path, text in files().items() if path.read_text("utf-8") != text}
    if arguments == ["--check"]:
        for path in changed:
            print(path.relative_to(ROOT))
        return int(bool(changed))
    for path, text in changed.items():
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
