"""An official average of spending, and what it is an average of: types only."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Average:
    """The fact that holds an average per head and year, and what of a budget it is about.

    `categories` are those of payments.  `line` is the spending category of a household file whose line in a statement
    of spending it stands beside, `""` for none.
    """

    fact: str
    categories: tuple[str, ...]
    line: str = ""
