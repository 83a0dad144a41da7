"""What a lesson may look at, and what its figure answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ashore.errors import Fact, Facts, Message
from ashore.household.model import Household
from ashore.rules.fact import RuleValue

Cell = Fact | Message


@dataclass(frozen=True, slots=True)
class Known:
    """What a lesson may look at.

    `household` is None where no book is open.  `values` are the pack's facts by id; which of them must be looked at
    again is said where the lesson is shown.  `causes` are those that the person named; they never leave the app.
    """

    today: date
    household: Household | None = None
    values: Mapping[str, RuleValue] = field(default_factory=dict[str, RuleValue])
    causes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """A table's column: the code of its heading in `texts`, and the key whose last word says how cells are written."""

    code: str
    key: str


@dataclass(frozen=True, slots=True)
class Figures:
    """The facts for a lesson's sentences.

    `own` says whether they are the person's, else they are the lesson's example.  Both give the same keys: what an
    example has no word for (`debt_name`) is empty there.  `rows` is a small table under `heads`, None for none.
    """

    facts: Facts
    own: bool = False
    heads: tuple[Head, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
