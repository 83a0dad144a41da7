"""What is withheld from side work, by a pack's facts."""

from ashore.packs.pack import Pack
from ashore.planning.withholding import LABOUR, PLATFORM, Rules, rules_of

__all__ = ["LABOUR", "PLATFORM", "Rules", "withholding_of"]


def withholding_of(pack: Pack) -> Rules | None:
    """Return how platforms and how other payers withhold; None for a pack that does not say."""
    needed = (*PLATFORM, *LABOUR)
    if any(name not in pack.facts for name in needed):
        return None
    return rules_of({name: pack.facts[name].value for name in needed})
