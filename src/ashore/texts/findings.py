"""What is said about each finding in a household file, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.findings_file import FINDINGS_FILE
from ashore.texts.findings_values import FINDINGS_VALUES

FINDINGS: Final[Mapping[str, str]] = {**FINDINGS_FILE, **FINDINGS_VALUES}
