"""Dated amounts in `*.csv`: the yearly rates that fit, held against a second computation with 50 digits.

A line is `date,amount` or `date,amount,rate`, the date as 2026-11-23; a first line without a date is a heading.
Order is free, amounts may be 0. `expected.json` beside the files may say `{"name.csv": rate or null}`. A case passes
when all roots, the one that counts, and that there are no others agree with the second computation (see
`accurate.reference`), and the rate with the third column or `expected.json` to 1e-9, where there is one.
"""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Final

from accurate.compare import compared
from ashore.loans.yearly.answers import Found
from ashore.loans.yearly.roots import rates_of
from conforming.report import Outcome

EXPECTED: Final = "expected.json"
AGREES: Final = Decimal("1e-9")
NONE: Final = {"", "none", "null", "nan"}


@dataclass(frozen=True, slots=True)
class Sample:
    """A file's days (ordinal) and amounts, and the rates its third column names."""

    days: list[int]
    amounts: list[Fraction]
    rates: list[str]


def outcomes(place: Path) -> Iterator[Outcome]:
    """Yield the outcome of every file in the folder, or of one file; one that cannot be read fails."""
    files = sorted(place.glob("*.csv")) if place.is_dir() else [place]
    listed = files[0].parent / EXPECTED if files else place
    expected: dict[str, object] = (
        json.loads(listed.read_text("utf-8")) if listed.name == EXPECTED and listed.exists() else {}
    )
    for file in files:
        try:
            sample = sample_of(file.read_text("utf-8"))
            found = tuple(_differences(sample, _wanted(sample, expected, file.name)))
        except (ArithmeticError, IndexError, ValueError) as problem:
            found = (f"{type(problem).__name__}: {problem}",)
        yield Outcome(file.name, found)


def sample_of(text: str) -> Sample:
    """Return what a file says.  Raises ValueError for a line that is neither dated amount nor first heading."""
    sample = Sample([], [], [])
    for number, row in enumerate(csv.reader(text.splitlines(), skipinitialspace=True)):
        cells = [cell.strip() for cell in row]
        if not any(cells) or (number == 0 and not cells[0][:1].isdigit()):
            continue
        sample.days.append(date.fromisoformat(cells[0]).toordinal())
        sample.amounts.append(Fraction(cells[1]))
        sample.rates.extend(cells[2:3])
    return sample


def _wanted(sample: Sample, expected: dict[str, object], name: str) -> str | None:
    """Return the rate that a file asks for, as text ("" for none), or None where it asks for nothing."""
    if name in expected:
        return "" if expected[name] is None else str(expected[name])
    return next((rate for rate in sample.rates if rate), None)


def _differences(sample: Sample, wanted: str | None) -> Iterator[str]:
    answer = rates_of(sample.amounts, sample.days, 365)
    yield from compared(answer, sample.amounts, sample.days).differences
    rate = answer.rate if isinstance(answer, Found) else None
    if wanted is None:
        return
    if wanted.lower() in NONE:
        if rate is not None:
            yield f"{rate:.12g}, but the file says there is none"
    elif rate is None or abs(rate - Decimal(wanted)) > AGREES * max(1, abs(rate)):
        yield f"{rate}, but the file says {wanted}"
