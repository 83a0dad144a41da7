"""What the month loop of `simulation` cannot answer."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

SIMULATION: Final[Mapping[str, str]] = {
    "settlement-not-simulated": _n(
        "“{debt}” has a full and final settlement in writing. The plan counts it to the day; the quick look at "
        "many possible futures does not cover it yet."
    ),
    "batch-not-installed": _n(
        'Going through very many futures at once needs the extra “batch”, which is not installed. Where Ashore was set up with make: `make batch`. Else: `pip install "ashore[batch]"`. Everything else works without it.'
    ),
    "first-due-not-simulated": _n(
        "“{debt}” was spread over new instalments, the first of which falls on another day of the month than the rest. The plan counts it to the day; the quick look at many possible futures does not cover it yet."
    ),
}
