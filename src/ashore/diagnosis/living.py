"""What living took and what came in over the months that are seen wholly, and what of it was out of the usual."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ashore.dates import Month, month_of
from ashore.diagnosis.months import Window, sums_by_month
from ashore.diagnosis.ranges import Range, median_fen
from ashore.diagnosis.roles import Role, Sorted, cash_fen
from ashore.diagnosis.usual import Fall, Sudden, falls, suddens


@dataclass(frozen=True, slots=True)
class Living:
    """The months seen wholly: sums by month and role, income by month, what fell away, what came once.

    A shop that earns is income, month by month; one that loses is apart (`shop_loss_fen`), with the months in which
    its takings fell.  `cash_by_month`: by how much cash changed, as far as payments show.  `unclear`: what transfers
    that may have stayed with the person would add to spending if they did not.
    """

    months: tuple[Month, ...]
    sums: Mapping[Month, Counter[Role]]
    income_fen: Mapping[Month, int]
    falls: tuple[Fall, ...]
    suddens: tuple[Sudden, ...]
    shop_loss_fen: int
    shop_falls: tuple[Fall, ...]
    cash_by_month: tuple[int, ...]
    unclear: Range

    def total_fen(self, role: Role) -> int:
        """Return what a role adds up to over all months."""
        return sum(self.sums[month][role] for month in self.months)


def living_of(rows: Sequence[Sorted], window: Window) -> Living:
    """Return what living took in the months that are seen wholly; sums that came once in the others too."""
    months = window.whole
    within = set(months)
    held = [one for one in rows if month_of(one.row.day) in within]
    sums = sums_by_month(held, months)
    loss = sum(sums[month]["shop"] - sums[month]["takings"] for month in months)
    income = {
        month: sums[month]["income"] + (sums[month]["takings"] - sums[month]["shop"] if loss <= 0 else 0)
        for month in months
    }
    cash: Counter[Month] = Counter()
    for one in held:
        cash[month_of(one.row.day)] += cash_fen(one)
    usual = median_fen(list(income.values()))
    unclear = [one.fen for one in held if one.role == "unclear"]
    return Living(
        months=months,
        sums=sums,
        income_fen=income,
        falls=falls(income),
        suddens=suddens(rows, window, usual),
        shop_loss_fen=max(0, loss),
        shop_falls=falls({month: sums[month]["takings"] for month in months}) if loss > 0 else (),
        cash_by_month=tuple(cash[month] for month in months),
        unclear=Range(0, sum(min(0, one) for one in unclear), sum(max(0, one) for one in unclear)),
    )


def missing_of(found: Sequence[Fall]) -> Range:
    """Return what is missing in all months in which income fell."""
    return Range(
        sum(one.missing.fen for one in found),
        sum(one.missing.low_fen for one in found),
        sum(one.missing.high_fen for one in found),
    )
