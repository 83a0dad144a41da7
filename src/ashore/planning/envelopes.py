"""Envelopes: what each part of living usually takes in a month, and what comes once a year set aside month by month.

The person's own past comes first; what the file says fills in where the past shows nothing.  Nothing here is a norm.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from ashore.dates import MONTHS as YEAR
from ashore.dates import Month, month_of
from ashore.diagnosis.category_rules import CATEGORIES, UNKNOWN, Need
from ashore.household.model import Due, Every, Household, Spending
from ashore.money import round_half_up, share_out
from ashore.planning.festivals import FESTIVE, again_before
from ashore.planning.past import ByMonth, Past, median_fen

MONTHS_MIN: Final = 3
"""On fewer whole months nothing is built: what the file says stands then."""
LUMP_TIMES: Final = 3
LUMP_FEN_MIN: Final = 30_000
"""A month stands out where it took three times the usual and at least ¥300 more."""
SEASONAL: Final = frozenset({
    "housing", "utilities", "insurance", "education", "gifts", "travel", "tax", "family", "clothing", "shop-rent",
})  # fmt: skip
"""What comes back in the same month of the year: rent by the year, heating, festivals, school fees."""
ORDER: Final = (
    "food", "housing", "utilities", "medical", "children", "education", "phone", "transport", "insurance", "tax",
    "daily-goods", "other", UNKNOWN,
)  # fmt: skip
"""Which essential spending is met first where the money does not reach; then the others as the table has them."""
COVERED: Final[Mapping[str, tuple[str, ...]]] = {
    "food": ("food", "eating-out", "daily-goods"),
    "utilities": ("utilities", "phone", "transport"),
    "transport": ("transport", "rides", "car"),
    "leisure": ("leisure", "games", "sport", "travel"),
}
"""Where a file's one word stands for several: the past shows it already where it shows any of them."""
TIMES_A_YEAR: Final[Mapping[Every, int]] = {"month": 12, "week": 52}
SourceOf = Literal["past", "file"]


@dataclass(frozen=True, slots=True)
class Envelope:
    """One part of living, in fen a month.

    `usual_fen`: the middle of the past months, or the file's amount; `aside_fen`: what irregular months took beyond
    it, shared out evenly.  `low_fen` and `high_fen`: the least and the most a month took.  `months`: how many whole
    months it rests on, 0 where it comes from the file.  `name`: the file's own name for it.
    """

    category: str
    need: Need
    usual_fen: int
    aside_fen: int = 0
    low_fen: int = 0
    high_fen: int = 0
    months: int = 0
    source: SourceOf = "past"
    name: str = ""

    @property
    def month_fen(self) -> int:
        """Return what it takes in a month."""
        return self.usual_fen + self.aside_fen


@dataclass(frozen=True, slots=True)
class Spread:
    """What comes in one month and is set aside for before: its sum in fen, its month, whether it comes each year.

    `moves`: it is a festival's, whose day is another in each year.
    """

    name: str
    category: str
    need: Need
    fen: int
    due: Month
    yearly: bool
    source: SourceOf
    shop: bool = False
    moves: bool = False


def envelopes_of(past: Past, household: Household, needs: Mapping[str, Need]) -> tuple[Envelope, ...]:
    """Return the envelopes of the home, essential spending first.

    The past decides where it has at least three whole months; of the file counts what the past does not show.
    """
    enough = len(past.months) >= MONTHS_MIN
    found = [_from_past(code, sums, needs, past) for code, sums in past.home.items()] if enough else []
    shown = {one.category for one in found}
    found += [
        _from_file(one)
        for one in household.spendings
        if one.every in TIMES_A_YEAR and not one.business and not is_shown(one.category, shown)
    ]
    return tuple(
        sorted((one for one in found if one.month_fen), key=lambda one: rank(one.need, one.category))
    )


def need_of(code: str, needs: Mapping[str, Need]) -> Need:
    """Return whether a household can do without a category.

    What nobody has said counts as essential: no budget is made by doing without something that may be food.
    """
    return "essential" if code == UNKNOWN else needs.get(code, "either")


def rank(need: Need, category: str) -> tuple[int, int, int]:
    """Return where a part of living stands: essential first, then what only the person can say, then the rest."""
    needs: Sequence[Need] = ("essential", "either", "discretionary")
    first = ORDER.index(category) if category in ORDER else len(ORDER)
    return (
        needs.index(need),
        first,
        CATEGORIES.index(category) if category in CATEGORIES else len(CATEGORIES),
    )


def is_shown(category: str, shown: set[str]) -> bool:
    """Return whether the past shows what the file calls by a word; by one that is no category: whether it shows any."""
    if category not in CATEGORIES or category == "other":
        return bool(shown)
    return bool(shown & set(COVERED.get(category, (category,))))


def _from_past(code: str, sums: ByMonth, needs: Mapping[str, Need], past: Past) -> Envelope:
    usual = median_fen(sums)
    lumps = [fen for _, fen in lumps_of(past.months, sums)] if code not in SEASONAL else []
    aside = -(-sum(lumps) // len(past.months))
    need: Need = need_of(code, needs)
    return Envelope(code, need, usual, aside, max(0, min(sums)), max(0, *sums), len(past.months))


def _from_file(one: Spending) -> Envelope:
    month = round_half_up(one.amount_fen * TIMES_A_YEAR[one.every], YEAR)
    category = one.category if one.category in CATEGORIES else "other"
    need: Need = "essential" if one.essential else "discretionary"
    return Envelope(category, need, month, 0, month, month, 0, "file", one.name)


def lumps_of(months: Sequence[Month], sums: ByMonth) -> Iterator[tuple[Month, int]]:
    """Yield the months that stand out, each with what it took beyond the usual."""
    usual = median_fen(sums)
    for month, fen in zip(months, sums, strict=True):
        if fen >= LUMP_TIMES * usual and fen - usual >= LUMP_FEN_MIN:
            yield month, fen - usual


def spreads_of(
    past: Past,
    household: Household,
    needs: Mapping[str, Need],
    first: Month,
    festivals: Sequence[date] = (),
) -> tuple[Spread, ...]:
    """Return what comes in single months from `first` on, by its month: what the file says, then what the past shows.

    Of the past count the categories that have their season, and only where the file says nothing about it.
    `festivals` are the days of one that moves: what its month took is needed again before its next day.
    """
    typed = [*_typed(household, first)]
    known = {one.category for one in typed}
    found = list(typed)
    if len(past.months) >= MONTHS_MIN:
        for sums, shop in ((past.home, False), (past.shop, True)):
            for code in sorted(SEASONAL & set(sums) - known):
                need: Need = need_of(code, needs)
                for month, fen in lumps_of(past.months, sums[code]):
                    moved = again_before(month, first, festivals) if code in FESTIVE else None
                    due = moved or _again(month, first)
                    one = Spread(
                        "",
                        code,
                        need,
                        fen,
                        due,
                        yearly=True,
                        source="past",
                        shop=shop,
                        moves=moved is not None,
                    )
                    if not any(_same(one, other) for other in typed):
                        found.append(one)
    return tuple(sorted(found, key=lambda one: (one.due, rank(one.need, one.category), one.name, -one.fen)))


def _again(month: Month, first: Month) -> Month:
    """Return the first month from `first` on that has the same place in its year."""
    while month < first:
        month = month.plus(YEAR)
    return month


def _same(one: Spread, other: Spread) -> bool:
    """Return whether two are likely the same: one month of the year, and sums a tenth apart at most.

    A festival that moves may have been typed a month off.
    """
    apart = abs(one.fen - other.fen) * 10
    months = (one.due.month - other.due.month) % YEAR
    same = months in ({0, 1, YEAR - 1} if one.moves else {0})
    return same and one.shop == other.shop and apart <= max(one.fen, other.fen)


def _typed(household: Household, first: Month) -> Iterator[Spread]:
    """Yield what the file says of years and single days."""
    for one in household.spendings:
        day = _next_day(one, first)
        if day is not None:
            category = one.category if one.category in CATEGORIES else "other"
            need: Need = "essential" if one.essential else "discretionary"
            yearly = one.every == "year"
            yield Spread(
                one.name, category, need, one.amount_fen, month_of(day), yearly, "file", one.business
            )
    for due in household.dues:
        if month_of(due.on) >= first:
            yield _of_due(due)


def _of_due(due: Due) -> Spread:
    category = {"home": "housing", "shop": "shop-rent", "law": "tax"}.get(due.keep, "other")
    need: Need = "either" if due.keep == "family" else "essential"
    return Spread(
        due.name,
        category,
        need,
        due.amount_fen,
        month_of(due.on),
        yearly=False,
        source="file",
        shop=due.keep == "shop",
    )


def _next_day(one: Spending, first: Month) -> date | None:
    """Return the next day, from `first` on, of what comes once or once a year; None for all else and after its end."""
    if one.every == "once":
        day = one.on
    elif one.every == "year" and one.since is not None:
        day = one.since
        while month_of(day) < first:
            day = month_of(day).plus(YEAR).day(one.since.day)
    else:
        return None
    ended = day is not None and one.until is not None and day > one.until
    return None if day is None or ended or month_of(day) < first else day


def set_aside(spread: Spread, months: Sequence[Month]) -> ByMonth:
    """Return what to put away for it in each month: by its month all of it, to the fen; then for the next year.

    Fen that do not divide go to the first months.  A sum that is due beyond the months is put away in part.
    """
    first = months[0]
    before = spread.due.minus(first) + 1
    put = list(share_out(spread.fen, (1,) * before))
    while spread.yearly and len(put) < len(months):
        put += share_out(spread.fen, (1,) * YEAR)
    put += [0] * (len(months) - len(put))
    return tuple(put[: len(months)])
