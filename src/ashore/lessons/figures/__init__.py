"""The figures of the lessons by id: each computes a lesson's facts with the engine, from a person's book or an example.

A figure is a module of its own; here stand one import and one line for it.
"""

from collections.abc import Callable, Mapping
from typing import Final

from ashore.lessons.figures.budget import budget
from ashore.lessons.figures.compound import compound_interest
from ashore.lessons.figures.daily_rate import daily_rate
from ashore.lessons.figures.deferral import deferral_cost
from ashore.lessons.figures.emergency_fund import emergency_fund
from ashore.lessons.figures.flat_fee import flat_fee
from ashore.lessons.figures.minimum import minimum_payment
from ashore.lessons.figures.order_of_payments import order_of_payments
from ashore.lessons.figures.penalty import penalty_interest
from ashore.lessons.figures.rate_or_instalment import rate_or_instalment
from ashore.lessons.figures.scattered import scattered_payments
from ashore.lessons.figures.side_tax import side_work_tax
from ashore.lessons.known import Figures, Known
from ashore.lessons.lesson import Term

Figure = Callable[[Known, Mapping[str, Term], int | None], Figures]
"""What is known, the lesson's example and the slider's position (None: the lesson has no slider) -> the figures."""

FIGURES: Final[Mapping[str, Figure]] = {
    "daily-rate": daily_rate,
    "flat-fee": flat_fee,
    "minimum-payment": minimum_payment,
    "penalty-interest": penalty_interest,
    "compound-interest": compound_interest,
    "deferral-cost": deferral_cost,
    "emergency-fund": emergency_fund,
    "side-work-tax": side_work_tax,
    "scattered-payments": scattered_payments,
    "rate-or-instalment": rate_or_instalment,
    "order-of-payments": order_of_payments,
    "budget": budget,
}
