"""Whether a message is worded as traps are worded, learnt from labelled messages: words in a row, each with a weight.

It is no proof and names no sign; it catches some of the messages whose words no pattern knows.  The weights are data of
a pack (`likeness.tsv`, made by `tools/trap_likeness.py`), and every step of the sum can be followed by hand.
"""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ashore.traps.pattern import Letters
from ashore.traps.spelling import COMMA, END, plain

ROW: Final = 3
"""At most so many words, or Chinese characters, in a row are one feature."""
NUMBER: Final = "#"
"""What every number counts as: which sum is asked for says nothing."""
TOKENS: Final = re.compile(r"[a-z]+|[0-9.]+|[^\W\d_a-z]")
CLAUSES: Final = re.compile(f"[^{END}{COMMA}]+")
SHOWN: Final = 2
"""At most so many clauses of a message are shown."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What was learnt.  `weights`: thousandths for each feature; `base` is added; from `least` on, it is said."""

    weights: Mapping[str, int]
    base: int
    least: int


NOTHING_LEARNT: Final = Likeness({}, 0, 1)
"""What a pack without labelled messages knows."""


def features(text: str) -> frozenset[str]:
    """Return what stands in a plain text: one, two or three words or Chinese characters in a row, within a clause."""
    return frozenset(one for clause in CLAUSES.findall(text) for one in _rows(clause))


def _rows(clause: str) -> Iterator[str]:
    tokens = [NUMBER if one[0] in "0123456789." else one for one in TOKENS.findall(clause)]
    for first in range(len(tokens)):
        for length in range(1, min(ROW, len(tokens) - first) + 1):
            yield " ".join(tokens[first : first + length])


def score(text: str, learnt: Likeness) -> float:
    """Return how much a plain text is worded like a trap, in thousandths; long texts and short ones alike.

    The weights of the known features, each counted once, over the square root of their number, and the base.
    """
    known = [learnt.weights[one] for one in features(text) if one in learnt.weights]
    return sum(known) / math.sqrt(len(known) or 1) + learnt.base


def resembling(text: str, letters: Letters, learnt: Likeness) -> tuple[str, ...]:
    """Return the clauses of a message that weigh most, in its order; none where it is not worded like a trap."""
    made = plain(text, letters)
    if score(made.text, learnt) < learnt.least:
        return ()
    weighed = sorted(
        ((_weight(one[0], learnt), one.span()) for one in CLAUSES.finditer(made.text)), reverse=True
    )
    heavy = [span for weight, span in weighed[:SHOWN] if weight > 0] or [span for _, span in weighed[:1]]
    spans = [made.original(*span) for span in sorted(heavy)]
    return tuple(text[start:stop].strip() for start, stop in spans)


def _weight(clause: str, learnt: Likeness) -> int:
    return sum(learnt.weights.get(one, 0) for one in frozenset(_rows(clause)))
