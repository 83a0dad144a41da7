"""Random flows of each kind that a rate is asked for: whole fen on whole days, from a class, a seed and a number."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Final

MONTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Case:
    """Amounts in fen on days, the first day 0."""

    amounts: tuple[int, ...]
    days: tuple[int, ...]


def case_of(kind: str, seed: int, number: int) -> Case:
    """Return the same case for the same class, seed and number."""
    return CLASSES[kind](Random(f"{kind} {seed} {number}"))  # noqa: S311 - test data, not secrets


def _due_days(random: Random, count: int) -> list[int]:
    first = random.randrange(12)
    days = [random.choice((0, 0, 0, random.randrange(25)))]
    for month in range(count):
        days.append(days[-1] + MONTHS[(first + month) % 12])
    return days[1:]


def _level(random: Random, count: int, total: float) -> Case:
    """Return a loan of 1,000 to a million yuan and so many equal payments of `total` times it, the last one odd."""
    lent = random.randrange(100_000, 100_000_000)
    each = max(1, round(lent * total / count))
    odd = max(1, each - random.randrange(max(1, each // 50)))
    return Case((lent, *[-each] * (count - 1), -odd), (0, *_due_days(random, count)))


def ordinary(random: Random) -> Case:
    """Return a monthly loan that costs up to 60 % a year, some with a fee withheld."""
    count = random.randrange(3, 121)
    case = _level(random, count, 1 + random.uniform(0.002, 0.6) * (count + 1) / 24)
    fee = random.choice((0, case.amounts[0] * random.randrange(1, 15) // 100))
    return Case((case.amounts[0] - fee, *case.amounts[1:]), case.days)


def negative(random: Random) -> Case:
    """Return a loan of which less is repaid than was lent."""
    return _level(random, random.randrange(2, 61), random.uniform(0.3, 0.999))


def zero(random: Random) -> Case:
    """Return a loan repaid without any cost."""
    count = random.randrange(1, 61)
    parts = [random.randrange(1, 10_000_00) for _ in range(count)]
    return Case((sum(parts), *[-part for part in parts]), (0, *_due_days(random, count)))


def multi_sign(random: Random) -> Case:
    """Return flows whose sign changes more than once, from a few to many, over days to forty years."""
    count = random.randrange(3, 41)
    days = sorted(random.sample(range(random.choice((60, 900, 14_600))), count))
    amounts = [random.choice((-1, 1)) * random.randrange(1, 10 ** random.randrange(3, 8)) for _ in days]
    amounts[0], amounts[1], amounts[2] = abs(amounts[0]), -abs(amounts[1]), abs(amounts[2])
    return Case(tuple(amounts), tuple(day - days[0] for day in days))


def several(random: Random) -> Case:
    """Return flows with two to four known rates, rounded to the fen: (1 − g·x)-products on yearly, daily, odd gaps."""
    powers = [10**9]
    for _ in range(random.randrange(2, 5)):
        growth = random.choice(
            (random.uniform(0.4, 0.99), random.uniform(1.001, 1.6), random.uniform(1.5, 12))
        )
        powers = [round(a - growth * b) for a, b in zip([*powers, 0], [0, *powers], strict=True)]
    gap = random.choice((365, 30, 182, 1))
    kept = [(amount, place * gap) for place, amount in enumerate(powers) if amount]
    return Case(tuple(amount for amount, _ in kept), tuple(day - kept[0][1] for _, day in kept))


def long(random: Random) -> Case:
    """Return a home loan of 360 to 480 months, some with lower payments at first."""
    count = random.randrange(360, 481)
    case = _level(random, count, 1 + random.uniform(0.01, 0.15) * count / 20)
    low = random.choice((0, 12, 60))
    amounts = [fen // 2 if 0 < place <= low else fen for place, fen in enumerate(case.amounts)]
    return Case(tuple(amounts), case.days)


def payday(random: Random) -> Case:
    """Return a loan of days that costs a large part of itself: up to millions of per cent a year."""
    lent = random.randrange(50_000, 500_000)
    count = random.randrange(1, 4)
    days = sorted(random.sample(range(1, 31), count))
    each = round(lent * random.uniform(1.03, 1.9) / count)
    return Case((lent, *[-each] * count), (0, *days))


def near_total_loss(random: Random) -> Case:
    """Return a loan of which nearly nothing comes back."""
    lent = random.randrange(1_000_000, 1_000_000_000)
    count = random.randrange(1, 13)
    back = max(1, round(lent * 10 ** random.uniform(-7, -1.5) / count))
    return Case((lent, *[-back] * count), (0, *_due_days(random, count)))


def century(random: Random) -> Case:
    """Return flows of any sign on any days of a hundred years."""
    count = random.randrange(2, 60)
    days = sorted(random.sample(range(36_500), count))
    return Case(tuple(random.randrange(1, 10**8) * random.choice((-1, 1)) for _ in days), tuple(days))


CLASSES: Final[dict[str, Callable[[Random], Case]]] = {
    "ordinary": ordinary,
    "negative": negative,
    "zero": zero,
    "multi-sign": multi_sign,
    "several roots": several,
    "360 to 480 flows": long,
    "payday": payday,
    "near −100 %": near_total_loss,
    "a century": century,
}
