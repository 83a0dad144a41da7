"""A sheet of paper: steps written down as they are computed, with the figures to hold against."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any


def half_up(amount: Fraction) -> int:
    """Return a sum rounded half up to the fen."""
    return (2 * amount.numerator + amount.denominator) // (2 * amount.denominator)


def yuan(fen: int) -> str:
    """Return fen as 1,234.56."""
    return f"{fen // 100:,}.{fen % 100:02d}"


def percent(text: str) -> Fraction:
    """Return "0.045%" as a fraction."""
    return Fraction(text.removesuffix("%")) / 100


@dataclass
class Sheet:
    """The steps, the dues and the figures of certain days that they lead to, and what happens."""

    steps: list[str] = field(default_factory=list[str])
    dues: list[tuple[str, int, int, int]] = field(default_factory=list[tuple[str, int, int, int]])
    figures: dict[str, dict[str, int]] = field(default_factory=dict[str, dict[str, int]])
    events: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])

    def write(self, text: str) -> None:
        """Write a step down."""
        self.steps.append(text)

    def times(self, what: str, fen: int, rate: str, count: int | Fraction = 1) -> int:
        """Return amount × rate × count, rounded half up, and write it down."""
        result = half_up(fen * percent(rate) * count)
        counted = f" × {count}" if count != 1 else ""
        self.write(f"{what}: {yuan(fen)} × {rate}{counted} = {yuan(result)}")
        return result

    def level(self, fen: int, rate: str, periods: int) -> int:
        """Return the level payment of a period rate, and write it down."""
        each = percent(rate)
        result = half_up(fen * each / (1 - (1 + each) ** -periods))
        self.write(f"level payment: {yuan(fen)} × {rate} / (1 − (1 + {rate})^−{periods}) = {yuan(result)}")
        return result

    def due(self, day: str, principal: int, interest: int, fee: int = 0) -> None:
        """Hold a due of the contract's schedule."""
        self.dues.append((day, principal, interest, fee))
        extra = f" + fee {yuan(fee)}" if fee else ""
        self.write(f"due {day}: principal {yuan(principal)} + interest {yuan(interest)}{extra}")

    def pay(self, day: str, fen: int, why: str = "") -> None:
        """Let a payment happen."""
        self.events.append({"on": day, "kind": "payment", "amount": f"{fen // 100}.{fen % 100:02d}"})
        self.write(f"{day}: {yuan(fen)} is paid{' ' + why if why else ''}")

    def happen(self, day: str, kind: str, **words: Any) -> None:
        """Let something else happen."""
        self.events.append({"on": day, "kind": kind, **words})
        self.write(f"{day}: {kind} {' '.join(str(word) for word in words.values())}".rstrip())

    def owed(self, day: str, **figures: int) -> None:
        """Hold what is owed at the end of a day (names without _fen)."""
        self.figures[day] = figures
        told = ", ".join(
            f"{word.replace('_', ' ')} {yuan(value)}"
            for word, value in figures.items()
            if word != "days_past_due"
        )
        days = f"; {figures['days_past_due']} days past due" if "days_past_due" in figures else ""
        self.write(f"at the end of {day}: {told}{days}")
