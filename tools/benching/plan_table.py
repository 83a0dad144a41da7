"""The table of plans: medians and worst cases by family and by size, losses included, nothing but ratios for time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from statistics import median
from typing import Final, cast

from benching.generator import FAMILIES
from benching.plan_run import Fast, Judged, Ours, Row

FLOOR, SHARE = 100.0, 0.001
"""A plan is as good as the best known within so many yuan or so much of the debt."""
GAP_AIM: Final = 0.01
TOLERANCE: Final = 0.005
HEADS: Final = (
    "n",
    "answered",
    "seconds ours ÷ HiGHS",
    "J ours − best known, ¥",
    "within max(¥100, 0.1 %)",
    "dearer than the best no worse before cost, ¥",
    "more harm than another plan",
    "as good by SPEC's goals",
    "nothing late possible: ours late",
    "bound shown",
    "gap, % of debt",
    "gap ≤ 1 %",
    "bound broken",
    "asks found of those that do not work",
)


def known(row: Row) -> list[Judged]:
    """Return every judged plan of an instance that can be done."""
    plans = (row.ours, row.plain, row.punctual, row.fast)
    judged = (plan["judged"] for plan in plans if plan)
    return [one for one in judged if one is not None and one["wrong"] == 0]


def behind(row: Row) -> float | None:
    """Return how many yuan of the weighted measure ours is behind the best known plan; None without ours."""
    if row.ours is None:
        return None
    own = row.ours["judged"]
    return own["weighted"] - min(one["weighted"] for one in [own, *known(row)])


def close(row: Row) -> bool:
    """Return whether ours is as good as the best known."""
    yuan = behind(row)
    return yuan is not None and yuan <= max(FLOOR, SHARE * row.debt)


def ratio(row: Row) -> float | None:
    """Return our seconds over those of the plain model; an answer that never came counts as infinite."""
    if row.plain is None:
        return None
    return row.ours["judged"]["seconds"] / row.plain["seconds"] if row.ours else float("inf")


def _goals(one: Judged) -> tuple[float, float, float, float]:
    """Return what comes before cost (SPEC §5.3)."""
    return one["unpaid"], one["harm"], one["arrears"], one["cut"]


def worse_goals(row: Row) -> bool:
    """Return whether another plan leaves less living unpaid, or as little and less harm."""
    return row.ours is not None and any(
        _goals(row.ours["judged"])[:2] > _goals(one)[:2] for one in known(row)
    )


def dearer(row: Row) -> float | None:
    """Return how many yuan ours costs above the cheapest plan no worse in the goals before cost; None without ours.

    A plan with more side work or more lent by a friend is no such plan: both are used only as far as harm needs them
    (SPEC §5.7).
    """
    if row.ours is None:
        return None
    own = row.ours["judged"]
    return own["net"] - min(one["net"] for one in [own, *known(row)] if _no_worse_before_cost(one, own))


def _no_worse_before_cost(one: Judged, own: Judged) -> bool:
    asks_no_more = one["hours"] <= own["hours"] and one["lent"] <= own["lent"]
    return asks_no_more and _goals(one) <= _goals(own)


def as_good(row: Row) -> bool:
    """Return whether no plan does less harm, and none no worse before cost is cheaper by more than the tolerance."""
    yuan = dearer(row)
    return yuan is not None and not worse_goals(row) and yuan <= max(FLOOR, SHARE * row.debt)


def clean(one: Judged) -> bool:
    """Return whether a plan works, with nothing late but what was late as it began."""
    return one["works"] and one["unpaid"] == 0


def could_be_clean(row: Row) -> bool:
    """Return whether a plan that works is known to exist, because a judged one does."""
    return any(map(clean, known(row)))


def misses(row: Row) -> bool:
    """Return whether a plan that works exists and ours does not work, or never came."""
    return could_be_clean(row) and (row.ours is None or not clean(row.ours["judged"]))


def gap(row: Row) -> float | None:
    """Return the proven gap as a share of the debt; None where no bound is shown."""
    if row.ours is None or row.ours["bound"] is None:
        return None
    return (row.ours["judged"]["net"] - row.ours["bound"]) / row.debt


def broken(row: Row) -> bool:
    """Return whether a judged plan that works, as free of harm as ours, costs less than our bound."""
    if row.ours is None or row.ours["bound"] is None:
        return False
    own, bound = row.ours["judged"], row.ours["bound"]
    return any(
        clean(one)
        and one["harm"] <= own["harm"]
        and one["hours"] == own["hours"]
        and one["lent"] <= own["lent"]
        and one["net"] < bound - TOLERANCE
        for one in known(row)
    )


def table(rows: Sequence[Row]) -> str:
    """Return the tables by family and by size."""
    by_family = [(family, [row for row in rows if row.instance.family == family]) for family in FAMILIES]
    sizes = sorted({(row.instance.debts, row.instance.months) for row in rows})
    by_size = [
        (f"D {debts}, H {months}", [row for row in rows if _size(row) == (debts, months)])
        for debts, months in sizes
    ]
    parts = (("family", by_family), ("size", by_size), ("all", [("all", list(rows))]))
    return "\n\n".join(_markdown(name, groups) for name, groups in parts)


def _size(row: Row) -> tuple[int, int]:
    return row.instance.debts, row.instance.months


def _markdown(name: str, groups: Iterable[tuple[str, Sequence[Row]]]) -> str:
    heads = (name, *HEADS)
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    lines += ["| " + " | ".join(_cells(group, rows)) + " |" for group, rows in groups if rows]
    return "\n".join(lines)


def _cells(group: str, rows: Sequence[Row]) -> Iterator[str]:
    answered = [row for row in rows if row.ours]
    yield group
    yield str(len(rows))
    yield str(len(answered))
    yield _middle_and_worst(rows, ratio, "{:.3g}")
    yield _middle_and_worst(answered, behind, "{:,.0f}")
    yield _share(rows, close)
    yield _middle_and_worst(answered, dearer, "{:,.0f}")
    yield _count(answered, worse_goals)
    yield _share(rows, as_good)
    possible = [row for row in rows if could_be_clean(row)]
    yield _count(possible, misses)
    yield _count(answered, lambda row: gap(row) is not None)
    yield _middle_and_worst(rows, lambda row: None if (one := gap(row)) is None else one * 100, "{:.2f}")
    yield _share(rows, lambda row: (one := gap(row)) is not None and one <= GAP_AIM)
    yield str(sum(map(broken, rows)))
    failing = [row for row in rows if row.ours and row.ours["status"] == "does-not-work"]
    yield _count(failing, lambda row: row.ours is not None and row.ours["asks"] > 0)


def _middle_and_worst(rows: Iterable[Row], value: Callable[[Row], float | None], form: str) -> str:
    found = [one for row in rows if (one := value(row)) is not None]
    return f"{form.format(median(found))}; {form.format(max(found))}" if found else "–"


def _share(rows: Sequence[Row], holds: Callable[[Row], bool]) -> str:
    return f"{100 * sum(map(holds, rows)) / len(rows):.0f} %" if rows else "–"


def _count(rows: Sequence[Row], holds: Callable[[Row], bool]) -> str:
    return f"{sum(map(holds, rows))} of {len(rows)}"


AIM_TIMES: Final = 100.0
FAST_HEADS: Final = (
    "n",
    "HiGHS ÷ search",
    "at least 100",
    "HiGHS ÷ all of it",
    "replay as the kernel says",
    "works where a plan is known to",
    "of these: J − best known, ¥",
    "within max(¥100, 0.1 %)",
    "as good by SPEC's goals",
    "more harm than another plan",
)


def fast_table(rows: Sequence[Row]) -> str:
    """Return the table of the compiled fast tier by size and family; least instead of worst for the ratios."""
    found = [row for row in rows if row.fast]
    sizes = sorted({row.instance.debts for row in found})
    groups = [(f"D {size}", [row for row in found if row.instance.debts == size]) for size in sizes]
    groups += [(family, [row for row in found if row.instance.family == family]) for family in FAMILIES]
    heads = ("fast tier", *FAST_HEADS)
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    groups.append(("all", found))
    lines += ["| " + " | ".join(_fast_cells(group, some)) + " |" for group, some in groups if some]
    return "\n".join(lines)


def _fast_cells(group: str, rows: Sequence[Row]) -> Iterator[str]:
    possible = [row for row in rows if could_be_clean(row)]
    mine = [_exchanged(row) for row in possible]
    yield group
    yield str(len(rows))
    yield _middle_and_least(rows, lambda row: _times_as_fast(row, whole=False))
    yield _share(rows, lambda row: (_times_as_fast(row, whole=False) or 0.0) >= AIM_TIMES)
    yield _middle_and_least(rows, lambda row: _times_as_fast(row, whole=True))
    yield _count(rows, lambda row: row.fast is not None and row.fast["as_found"])
    yield _count(mine, lambda row: row.ours is not None and clean(row.ours["judged"]))
    yield _middle_and_worst(mine, behind, "{:,.0f}")
    yield _share(mine, close)
    yield _share(mine, as_good)
    yield _count(mine, worse_goals)


def _exchanged(row: Row) -> Row:
    """Return the row with the fast tier's plan as ours, and ours as the other."""
    if row.fast is None:
        return row
    works = "works" if row.fast["judged"]["works"] else "does-not-work"
    mine = Ours(judged=row.fast["judged"], status=works, tier="fast", bound=None, offers=0, asks=0)
    other = cast("Fast", row.fast | {"judged": row.ours["judged"]}) if row.ours else None
    return replace(row, ours=mine, fast=other)


def _times_as_fast(row: Row, *, whole: bool) -> float | None:
    if row.fast is None or row.plain is None:
        return None
    return row.plain["seconds"] / (row.fast["judged"]["seconds"] if whole else row.fast["search_seconds"])


def _middle_and_least(rows: Iterable[Row], value: Callable[[Row], float | None]) -> str:
    found = [one for row in rows if (one := value(row)) is not None]
    return f"{median(found):.0f}; {min(found):.0f}" if found else "–"


def losses(rows: Sequence[Row], most: int = 20) -> str:
    """Return the instances in which ours is furthest behind, works missed first."""
    ranked = sorted(rows, key=lambda row: (not misses(row), -(behind(row) or 0.0)))
    lines = [
        "| instance | ours: status, harm, net ¥ | best J known: harm, net ¥ | behind, ¥ | note |",
        "|---|---|---|---|---|",
    ]
    shown = [row for row in ranked if misses(row) or not close(row)]
    return "\n".join([*lines, *map(_loss, shown[:most])])


def _loss(row: Row) -> str:
    best = min(known(row), key=lambda one: one["weighted"], default=None)
    yuan = behind(row)
    ours = f"{row.ours['status']}, {_short(row.ours['judged'])}" if row.ours else "no answer within the limit"
    cells = (
        " ".join(row.instance.words),
        ours,
        _short(best) if best else "–",
        "–" if yuan is None else f"{yuan:,.0f}",
        "a plan that works exists" if misses(row) else "",
    )
    return "| " + " | ".join(cells) + " |"


def _short(one: Judged) -> str:
    return f"{one['harm']:g}, {one['net']:,.0f}"
