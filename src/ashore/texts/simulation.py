"""What the month loop of `simulation` cannot answer."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

SIMULATION: Final[Mapping[str, str]] = {
    "settlement-not-simulated": _n(
        "“{debt}” has a full and final settlement in writing. The plan counts it to the day; the quick look at "
        "many possible futures does not cover it yet."
    ),
}
