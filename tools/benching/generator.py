"""The generator of synthetic households that the benchmark of plans is run on, loaded from where it lies.

It is research code beside the project (`shared/research/optplan_instances.py`; another place can be named in
ASHORE_INSTANCES).  Families, debts and seeds make a household; the same four words make the same household anywhere.
"""

import importlib.util
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final, Protocol, TypedDict, cast

FAMILIES: Final = ("steady", "bullet", "promo", "shock", "insolvent", "windfall")
PLACE: Final = Path(
    os.environ.get("ASHORE_INSTANCES")
    or Path(__file__).resolve().parents[3] / "shared" / "research" / "optplan_instances.py"
)


class Option(TypedDict):
    """What a creditor offers from the first month on; which of the keys are there depends on the kind."""

    kind: str
    months: int
    apr: float
    fee: float
    pct: float
    deadline: int
    ask: float


class LoanLike(TypedDict):
    """A debt: `term` instalments are left; `overdue0` is late already, beside the balance."""

    kind: str
    balance: float
    apr: float
    method: str
    term: int
    min_pct: float
    floor: float
    harm: float
    prepay_fee: float | None
    penalty_mult: float
    late_fee: float
    unpaid_min_fee: float
    overdue0: float
    promo: list[float] | None
    options: list[Option]


class Thing(TypedDict):
    """A thing that may be sold; `decay` is what is left of its value after a month."""

    value: float
    decay: float


class Side(TypedDict):
    """Work on the side: an hourly wage, at most so many hours a month."""

    wage: float
    cap: float


class Friend(TypedDict):
    """A friend's loan."""

    cap: float
    apr: float
    term: int


class Instance(TypedDict):
    """A household of the generator, in yuan by month."""

    family: str
    D: int
    H: int
    seed: int
    income: list[float]
    essential: list[float]
    cash0: float
    buffer_target: float
    buffer_ramp: int
    debts: list[LoanLike]
    items: list[Thing]
    side: Side | None
    friend_loan: Friend | None


class UnitSchedule(TypedDict):
    """What one choice of a debt leads to when every due is paid: balance before each month, due of each month."""

    kind: str
    B: Sequence[float]
    due: Sequence[float]
    fee: float


class Generator(Protocol):
    """The generator's two functions."""

    def household(self, family: str, D: int, H: int, seed: int) -> Instance:  # noqa: N803 - the generator's names
        """Return a household."""
        ...

    def schedules(self, h: Instance) -> list[list[UnitSchedule]]:
        """Return the unit schedules of each debt's choices."""
        ...


@cache
def generator() -> Generator:
    """Return the generator.  Raises FileNotFoundError where it is not there."""
    spec = importlib.util.spec_from_file_location("optplan_instances", PLACE)
    if spec is None or spec.loader is None or not PLACE.exists():
        raise FileNotFoundError(f"{PLACE} (set ASHORE_INSTANCES)")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast(Generator, cast(object, module))
