"""What can be said about bad input or an unanswerable question, as codes with facts.

No sentence is made here: `texts` turns a code and its facts into Chinese or English.
A fact's key carries its unit last (`missing_fen`, `days`), so that `texts` knows how to print it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Fact = int | str | date | Decimal | tuple[str, ...] | None
Facts = Mapping[str, Fact]
Level = Literal["stop", "note"]


class AshoreError(Exception):
    """A question with no answer, as a code with the facts that a sentence needs."""

    def __init__(self, code: str, **facts: Fact) -> None:
        """Keep the code and the facts; the exception's own text is for developers."""
        super().__init__(f"{code} {facts}")
        self.code = code
        self.facts: Facts = facts


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to say: a code of `texts` and the facts its sentence names."""

    code: str
    facts: Facts = field(default_factory=dict[str, Fact])


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding is: the field's dotted path (`debt[2].rate`) and its line, 1 is the first."""

    path: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem in input.  `stop` means no plan is made from it; `note` means it is worth a look."""

    code: str
    level: Level
    place: Place
    facts: Facts = field(default_factory=dict[str, Fact])
