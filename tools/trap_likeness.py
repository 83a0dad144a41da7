"""Writes what is learnt of the wording of traps: src/ashore/packs/data/cn/traps/likeness.tsv.

Learnt from the known sets of tests/traps/messages, never from the held-out one.  A logistic regression on the features
of `ashore.traps.likeness`, each message's features together of length one, with a ridge.  From which score on a message
is worded like a trap is set without the messages that were learnt from: each known set is read by what the others
teach, and at most one honest message in ten may reach it.  `--check` exits with 1 where a weight would change by more
than rounding does; `--figures` prints what the wording alone tells of each set.
"""

import sys
from calendar import month_name
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np  # noqa: TID253 - a tool, not the product, whose start must stay quick
from numpy.typing import NDArray  # noqa: TID253 - as above

from ashore.packs.likeness import BASE, LEAST, read_likeness
from ashore.packs.pack import load_pack
from ashore.traps.likeness import Likeness, features, score
from ashore.traps.spelling import plain
from trap_report import HELD_OUT, KNOWN, TRAP, message_rows

ROOT: Final = Path(__file__).resolve().parent.parent
CN: Final = ROOT / "src" / "ashore" / "packs" / "data" / "cn"
FILE: Final = CN / "traps" / "likeness.tsv"
RIDGE: Final = 0.03
TIMES_MIN: Final = 3
"""In at least so many messages a feature stands."""
SMALL: Final = 100
"""Weights below it, in thousandths, are left out: they change no score that matters."""
TAKEN_SHARE: Final = 10
"""At most one honest message in so many may be worded like a trap."""
MADE_UP: Final = frozenset({"某", "example"} | {month.lower() for month in month_name})
"""Words that tell how these messages were made up, not how traps are worded: a bank without a name, the season."""
STEPS_MAX: Final = 50
SETTLED: Final = 1e-9
ROUNDING: Final = 2
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled message made plain."""

    text: str
    is_trap: bool


def read_rows(name: str) -> list[Row]:
    """Return the messages of the files whose names begin so."""
    letters = load_pack("cn").traps().letters
    return [Row(plain(str(row["text"]), letters).text, row["label"] == TRAP) for row in message_rows(name)]


def learn(rows: Sequence[Row]) -> Likeness:
    """Return the weights that some messages teach, in thousandths; `least` is left at zero."""
    stands = [features(row.text) for row in rows]
    counted = Counter(one for some in stands for one in some)
    often = (one for one in counted if counted[one] >= TIMES_MIN and MADE_UP.isdisjoint(one.split()))
    known = {one: place for place, one in enumerate(sorted(often))}
    matrix = np.zeros((len(rows), len(known) + 1))
    for number, some in enumerate(stands):
        places = [known[one] for one in some if one in known]
        matrix[number, places] = 1 / np.sqrt(len(places) or 1)
    matrix[:, -1] = 1
    fitted = np.round(1000 * _fitted(matrix, np.array([float(row.is_trap) for row in rows])))
    weights = {one: int(fitted[place]) for one, place in known.items() if abs(fitted[place]) >= SMALL}
    return Likeness(weights, int(fitted[-1]), 0)


def _fitted(matrix: Vector, labels: Vector) -> Vector:
    """Return the weights of a logistic regression with a ridge, by Newton's steps on the messages' own products."""
    products = matrix @ matrix.T
    own = np.zeros(len(labels))
    for _ in range(STEPS_MAX):
        told = products @ own
        share = 1 / (1 + np.exp(-told))
        slope = np.maximum(share * (1 - share), 1e-9)
        before, own = (
            own,
            np.linalg.solve(products + RIDGE * np.diag(1 / slope), told + (labels - share) / slope),
        )
        if np.abs(own - before).max() < SETTLED:
            break
    return matrix.T @ own


def least_of(sets: Sequence[Sequence[Row]]) -> int:
    """Return the score that at most one honest message in ten reaches, each set read by what the others teach."""
    scores: list[float] = []
    for number, held in enumerate(sets):
        learnt = learn([row for other, rows in enumerate(sets) if other != number for row in rows])
        scores += [score(row.text, learnt) for row in held if not row.is_trap]
    return int(sorted(scores, reverse=True)[len(scores) // TAKEN_SHARE]) + 1


def made() -> Likeness:
    """Return what the known sets teach."""
    sets = [read_rows(name) for name in KNOWN]
    learnt = learn([row for rows in sets for row in rows])
    return Likeness(learnt.weights, learnt.base, least_of(sets))


@dataclass(frozen=True, slots=True)
class Alone:
    """What the wording alone tells of a set: of each trap, and of each other message, whether it is worded like one."""

    name: str
    traps: list[bool]
    others: list[bool]


def alone() -> Iterator[Alone]:
    """Yield what the wording alone tells of each set, by what the other known sets teach."""
    least = made().least
    for name in (*KNOWN, HELD_OUT):
        rows = read_rows(name)
        learnt = learn([row for other in KNOWN if other != name for row in read_rows(other)])
        near = [(row.is_trap, score(row.text, learnt) >= least) for row in rows]
        yield Alone(name, *([worded for is_trap, worded in near if is_trap is one] for one in (True, False)))


def figures() -> Iterator[str]:
    """Yield what the wording alone tells of each set, as lines."""
    for one in alone():
        yield (
            f"{one.name}: {sum(one.traps)} of {len(one.traps)} traps,"
            f" {sum(one.others)} of {len(one.others)} others"
        )


def text_of(learnt: Likeness) -> str:
    """Return the file's text."""
    lines = [(BASE, learnt.base), (LEAST, learnt.least), *sorted(learnt.weights.items())]
    return "".join(f"{feature}\t{weight}\n" for feature, weight in lines)


def agrees(one: Likeness, other: Likeness) -> bool:
    """Return whether two have the same weights, but for rounding, which may also leave a small one out."""
    away = [
        abs(one.weights.get(key, 0) - other.weights.get(key, 0))
        for key in one.weights.keys() | other.weights.keys()
        if max(abs(some.weights.get(key, 0)) for some in (one, other)) > SMALL + ROUNDING
    ]
    return max([*away, abs(one.base - other.base), abs(one.least - other.least)]) <= ROUNDING


def main() -> None:
    """Write the file; or with `--check` say whether it would change; or print the figures."""
    if "--figures" in sys.argv:
        sys.stdout.write("\n".join(figures()) + "\n")
        return
    learnt = made()
    if "--check" in sys.argv:
        sys.exit(not agrees(learnt, read_likeness(CN)))
    FILE.write_text(text_of(learnt), "utf-8")


if __name__ == "__main__":
    main()
