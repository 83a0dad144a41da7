"""Which papers show what a person says, by cause: a list to tick, nothing is attached that was not ticked."""

from collections.abc import Mapping
from typing import Final

from ashore.errors import AshoreError
from ashore.letters.case import Hardship

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


class NoSuchEvidence(AshoreError):
    """A paper that does not show what the person says, or one that nobody knows."""


def evidence_for(cause: Hardship | None) -> tuple[str, ...]:
    """Return the codes of what may be attached; without a cause only what fits every one."""
    return EVIDENCE[cause] if cause else ALWAYS


def check_evidence(cause: Hardship | None, ticked: tuple[str, ...]) -> None:
    """Return nothing where every paper fits the cause.  Raises NoSuchEvidence with those that do."""
    wrong = next((one for one in ticked if one not in evidence_for(cause)), None)
    if wrong is not None:
        raise NoSuchEvidence("letter-evidence-unknown", evidence=wrong, choices=evidence_for(cause))
