"""What must hold of a questionnaire: bands for every sum, places and cut-offs that there are, days that have been."""

from collections.abc import Iterator
from datetime import date

from ashore.errors import Finding
from ashore.packs.check_values import fault, not_after
from ashore.wellbeing.screener import Screener


def check_screener(one: Screener, file: str, latest: date) -> Iterator[Finding]:
    """Yield the faults of a questionnaire."""
    yield from _bands(one, file)
    yield from _cutoffs(one, file)
    for index, seen in enumerate(one.evidence):
        yield from not_after(file, f"evidence[{index}].seen_on", seen.seen_on, latest)
    if one.noise:
        yield from not_after(file, "noise.seen_on", one.noise.evidence.seen_on, latest)
        if not 0 < one.noise.points < one.top:
            yield fault("pack-screener-outside", file, "noise.points", top_count=one.top)


def _bands(one: Screener, file: str) -> Iterator[Finding]:
    """Yield that the bands do not follow one another from 0 to the highest sum."""
    sums = [total for band in one.bands for total in range(band.first, band.last + 1)]
    if sums != list(range(one.top + 1)):
        yield fault("pack-screener-bands", file, "bands", top_count=one.top)


def _cutoffs(one: Screener, file: str) -> Iterator[Finding]:
    """Yield items that there are not, and cut-offs that no sum reaches or every sum does."""
    most = len(one.answers) - 1
    if one.help_item is not None and one.help_item not in range(len(one.items)):
        yield fault("pack-screener-outside", file, "help_item", top_count=len(one.items))
    if one.cutoff is not None and not 0 < one.cutoff <= one.top:
        yield fault("pack-screener-outside", file, "cutoff", top_count=one.top)
    for index, pair in enumerate(one.pairs):
        if any(at not in range(len(one.items)) for at in pair.items):
            yield fault("pack-screener-outside", file, f"pairs[{index}].items", top_count=len(one.items))
        if not 0 < pair.cutoff <= most * len(pair.items):
            yield fault(
                "pack-screener-outside", file, f"pairs[{index}].cutoff", top_count=most * len(pair.items)
            )
