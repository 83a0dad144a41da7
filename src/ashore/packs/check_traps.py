"""What must hold of a pack's signs of traps: the warnings they rest on, the numbers they name, the questions."""

from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Final

from ashore.errors import Finding
from ashore.packs.check_values import fault
from ashore.packs.files import SUFFIX
from ashore.packs.traps import TRAPS
from ashore.rules.fact import RuleFact
from ashore.rules.helpline import HELPLINE_KINDS
from ashore.traps.signs import TrapRules

NUMBERS: Final = tuple(f"{kind.replace('-', '_')}_number" for kind in HELPLINE_KINDS)
"""What the text of a sign may name: the number of a kind of help line."""
SIGNS: Final = f"{TRAPS}/signs{SUFFIX}"
ASKS: Final = f"{TRAPS}/asks{SUFFIX}"


def check_traps(rules: TrapRules, known: Mapping[str, RuleFact | None]) -> Iterator[Finding]:
    """Yield the faults: a warning that is no fact, a number that is none, a question about no sign."""
    for sign in rules.signs:
        for fact_id in sign.warnings:
            if fact_id not in known:
                yield fault("pack-fact-unknown", SIGNS, sign.id, fact=fact_id)
        for language, text in sign.do.items():
            for _, name, _, _ in Formatter().parse(text):
                if name is not None and name not in NUMBERS:
                    yield fault(
                        "pack-word-unknown", SIGNS, f"{sign.id}.do.{language}", read=name, allowed=NUMBERS
                    )
    ids = {sign.id for sign in rules.signs}
    for ask in rules.asks:
        for sign_id in ask.signs:
            if sign_id not in ids:
                yield fault("trap-sign-unknown", ASKS, ask.id, read=sign_id)
