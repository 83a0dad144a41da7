"""A dated flow of a loan, as the borrower sees it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Flow:
    """Money on a day, in whole fen: positive is what the borrower receives, negative what he pays."""

    on: date
    fen: int
