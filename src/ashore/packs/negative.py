"""The wrong common claims of a pack, each with what is true instead."""

from collections.abc import Mapping

from ashore.packs.entry import Entry
from ashore.rules.negative import NegativeFact


def read_negatives(entry: Entry) -> Mapping[str, NegativeFact]:
    """Return the claims of a file by id, in its order.  Raises BrokenPack."""
    return {key: read_negative(claim, key) for key, claim in entry.subs().items()}


def read_negative(claim: Entry, claim_id: str) -> NegativeFact:
    """Return one claim.  Raises BrokenPack."""
    return NegativeFact(
        id=claim_id,
        claim=claim.bilingual("claim"),
        truth=claim.bilingual("truth"),
        facts=claim.texts("facts"),
        evidence=claim.evidence(),
    )
