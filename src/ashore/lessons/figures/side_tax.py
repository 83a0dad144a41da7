"""Side work through a platform: what is withheld from equal pay over a calendar year, and from a single payment."""

from typing import Final

from ashore.household.model import SideWork
from ashore.lessons.figures.fitting import Example, whole
from ashore.lessons.known import Figures, Head, Known
from ashore.planning.earning import withheld_by_platform, withheld_per_payment
from ashore.planning.withholding import Rules, rules_of

MONTHS: Final = 12
SHOWN_FEN: Final = (2_000_00, 4_000_00, 6_000_00, 8_000_00, 10_000_00)
HEADS: Final = (
    Head("lesson-column-pay-month", "pay_fen"),
    Head("lesson-column-platform-year", "platform_fen"),
    Head("lesson-column-single", "single_fen"),
)


def side_work_tax(known: Known, example: Example, turned: int | None) -> Figures:
    """Return what is withheld; the slider holds a month's pay in fen.  Raises KeyError where the pack has no rules.

    Facts: `work_name` with `pay_fen` a month, `year_withheld_fen` by a platform over twelve equal months and
    `year_net_fen`; the same for the slider's pay (`turned_pay_fen`, `turned_year_withheld_fen`, `turned_year_net_fen`),
    and `turned_single_fen` withheld from that pay where it is paid once without a platform.
    """
    rules = rules_of(known.values)
    works = known.household.side_work if known.household else ()
    work = max(works, key=_month_fen, default=None)
    pay = _month_fen(work) if work else whole(example, "pay_fen")
    other = pay if turned is None else turned
    withheld, of_other = _year_fen(pay, rules), _year_fen(other, rules)
    return Figures(
        {
            "work_name": work.name if work else "",
            "pay_fen": pay,
            "year_withheld_fen": withheld,
            "year_net_fen": pay * MONTHS - withheld,
            "turned_pay_fen": other,
            "turned_year_withheld_fen": of_other,
            "turned_year_net_fen": other * MONTHS - of_other,
            "turned_single_fen": withheld_per_payment(other, rules[1]),
        },
        work is not None,
        HEADS,
        tuple((one, _year_fen(one, rules), withheld_per_payment(one, rules[1])) for one in SHOWN_FEN),
    )


def _month_fen(work: SideWork) -> int:
    return work.hourly_fen * work.hours_month


def _year_fen(pay_fen: int, rules: Rules) -> int:
    return sum(withheld_by_platform([pay_fen] * MONTHS, rules[0]))
