"""What is said about a mistyped command line, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

USAGE: Final[Mapping[str, str]] = {
    "usage-no-command": _n("There is no command “{command}”. There are: {choices}."),
    "usage-no-option": _n("There is no option “{option}”."),
    "usage-no-option-near": _n("There is no option “{option}”. There is: {near}."),
    "usage-missing": _n("“{option}” is missing."),
    "usage-choice": _n("“{option}” must be one of: {choices}."),
    "usage-range": _n("“{option}” must be a whole number from {low_count} to {high_count}."),
    "usage-day": _n("“{option}” must be a day, such as 2026-11-20."),
    "usage-value": _n("What stands after “{option}” could not be read."),
    "usage-empty": _n("Something is missing after “{option}”."),
    "usage-other": _n(
        "There is more in this line than could be read. A name with spaces goes between quotes."
    ),
    "usage-term": _n("“{option}”: {what}"),
    "answer-not-written": _n("The answer could not be written: {why}."),
    "usage-hint": _n("What can be typed: {command} --help"),
    "usage-two-ways": _n(
        "Only one of these can be answered at a time: {given}. Please type the line again with a file and a debt, or with the options."
    ),
    "usage-help": _n("Too much just now? ashore support says whom to call."),
}
