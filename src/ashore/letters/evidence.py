"""Which papers show what a person says, by cause: a list to tick, nothing is attached that was not ticked."""

from collections.abc import Mapping
from typing import Final

from ashore.errors import AshoreError
from ashore.letters.case import Hardship
from ashore.letters.kinds import LetterKind

ALWAYS: Final = ("income", "budget")
"""Papers that fit every cause: what comes in, and what living takes."""
EVIDENCE: Final[Mapping[Hardship, tuple[str, ...]]] = {
    "illness": ("diagnosis", "medical-bills", "sick-leave", *ALWAYS),
    "job-loss": ("job-ended", "unemployment", *ALWAYS),
    "business": ("takings", "closed", "tax-return", *ALWAYS),
    "family": ("family-paper", "family-bills", *ALWAYS),
    "other": ("other-paper", *ALWAYS),
}
"""By cause: the codes of what may be attached."""
OF_KIND: Final[Mapping[LetterKind, tuple[str, ...]]] = {
    "complaint": ("recomputed", "contract-copy", "statement-copy", "payment-records"),
}
"""The same for kinds of letter that no hardship stands behind."""


class NoSuchEvidence(AshoreError):
    """A paper that does not show what the person says, or one that nobody knows."""


def evidence_for(kind: LetterKind, cause: Hardship | None) -> tuple[str, ...]:
    """Return the codes of what may be attached to a kind; without a cause only what fits every one."""
    if kind in OF_KIND:
        return OF_KIND[kind]
    return EVIDENCE[cause] if cause else ALWAYS


def check_evidence(kind: LetterKind, cause: Hardship | None, ticked: tuple[str, ...]) -> None:
    """Return nothing where every paper fits.  Raises NoSuchEvidence with those that do."""
    choices = evidence_for(kind, cause)
    wrong = next((one for one in ticked if one not in choices), None)
    if wrong is not None:
        raise NoSuchEvidence("letter-evidence-unknown", evidence=wrong, choices=choices)
