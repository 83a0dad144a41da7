"""An ACTUS case's terms, as they stand in JSON, read into the terms of a contract."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Final, Literal, TypeVar

from ashore.dates import WorkingDays
from ashore.loans.unrounded.counting import DayCount
from ashore.loans.unrounded.moments import Cycle, Repeat
from ashore.loans.unrounded.shifting import Shift
from ashore.loans.unrounded.terms import Base, Deal, Fee, Kind, Reset, Scaling, Terms, UnfitTerms

Read = TypeVar("Read")

KINDS: Final[dict[str, Kind]] = {"PAM": "PAM", "ANN": "ANN", "LAM": "LAM", "NAM": "NAM"}
SIGNS: Final[dict[str, Literal[1, -1]]] = {
    "RPA": 1, "RPL": -1, "CLO": 1, "CNO": 1, "COL": 1, "LG": 1, "ST": -1,
    "BUY": 1, "SEL": -1, "RFL": 1, "PFL": -1, "RF": 1, "PF": -1,
}  # fmt: skip
DAY_COUNTS: Final[dict[str, DayCount]] = {
    "AA": "act/act", "AAISDA": "act/act", "A/AISDA": "act/act", "A360": "act/360", "A/360": "act/360",
    "A365": "act/365", "A/365": "act/365", "30E360": "30E/360", "30E/360": "30E/360",
    "30E360ISDA": "30E/360-isda", "30E/360ISDA": "30E/360-isda",
}  # fmt: skip
BASES: Final[dict[str, Base]] = {"NT": "NT", "NTIED": "NTIED", "NTL": "NTL"}
CALENDARS: Final[dict[str, WorkingDays | None]] = {
    "NC": None, "NoCalendar": None, "MF": WorkingDays(), "MondayToFriday": WorkingDays(),
}  # fmt: skip
SHIFT: Final = re.compile("(SC|CS)(M?)([FP])")
CYCLE: Final = re.compile(r"P?(\d+)([DWMQHY])(?:L([01])|([+-]))?")
MONTHS: Final = {"M": 1, "Q": 3, "H": 6, "Y": 12}
DAYS: Final = {"D": 1, "W": 7}
NO_SHIFT: Final = frozenset({"", "NULL", "NOS", "S"})
# Terms that change what is paid and that the engine does not know, with the values that change nothing.
UNKNOWN: Final[dict[str, frozenset[str]]] = {
    "prepaymentEffect": frozenset({"N"}),
    "penaltyType": frozenset({"O", "N"}),
    "objectCodeOfPrepaymentModel": frozenset(),
    "cycleOfOptionality": frozenset(),
    "arrayCycleAnchorDateOfPrincipalRedemption": frozenset(),
    "arrayCycleAnchorDateOfInterestPayment": frozenset(),
    "arrayCycleAnchorDateOfRateReset": frozenset(),
}


def terms(given: Mapping[str, object]) -> Terms:
    """Return the terms of a contract; raise UnfitTerms for one that is missing, or has a value that is not known."""
    return Reading(given).terms()


def moment(text: str) -> datetime:
    """Return the moment that a text such as `2013-01-01T00:00` names; 24:00 is the next midnight."""
    day, _, hour = text.strip().removesuffix("Z").partition("T")
    if hour.startswith("24:00"):
        return datetime.fromisoformat(day) + timedelta(days=1)
    return datetime.fromisoformat(f"{day}T{hour or '00:00'}")


def cycle(text: str) -> Cycle:
    """Return the cycle that a text such as `P1ML0` names: L0 has a long last stub, L1 a short one."""
    found = CYCLE.fullmatch(text)
    if found is None:
        raise UnfitTerms("unknown-cycle", text)
    number, unit = int(found[1]), found[2]
    if number == 0:
        raise UnfitTerms("unknown-cycle", text)
    long_stub = found[3] != "1" and found[4] != "-"
    return Cycle(number * MONTHS.get(unit, 0), number * DAYS.get(unit, 0), long_stub)


class Reading:
    """The terms of one case as texts, asked for by their ACTUS names."""

    def __init__(self, given: Mapping[str, object]) -> None:
        """Keep the texts without blanks around them, and without those that are empty."""
        texts = {name: str(value).strip() for name, value in given.items() if value is not None}
        self._texts = {name: text for name, text in texts.items() if text}

    def terms(self) -> Terms:
        """Return the contract's terms."""
        self._refuse()
        return Terms(
            kind=self._of("contractType", KINDS),
            sign=self._of("contractRole", SIGNS),
            as_of=self._moment("statusDate"),
            lent_on=self._moment("initialExchangeDate"),
            principal=self._number("notionalPrincipal"),
            rate_per_year=self._perhaps("nominalInterestRate"),
            day_count=self._of("dayCountConvention", DAY_COUNTS, unknown="unknown-day-count"),
            premium=self._perhaps("premiumDiscountAtIED") or Fraction(0),
            matures=self._when("maturityDate"),
            amortises_until=self._when("amortizationDate"),
            interest=self._repeat("InterestPayment"),
            capital_until=self._when("capitalizationEndDate"),
            accrued=self._perhaps("accruedInterest"),
            repayment=self._repeat("PrincipalRedemption"),
            instalment=self._perhaps("nextPrincipalRedemptionPayment"),
            base=self._of("interestCalculationBase", BASES, "NT"),
            base_amount=self._perhaps("interestCalculationBaseAmount"),
            base_resets=self._repeat("InterestCalculationBase"),
            reset=self._reset(),
            scaling=self._scaling(),
            fee=self._fee(),
            bought=self._deal("purchaseDate", "priceAtPurchaseDate"),
            sold=self._deal("terminationDate", "priceAtTerminationDate"),
            month_end=self._of("endOfMonthConvention", {"EOM": True, "SD": False}, "SD"),
            shift=self._shift(),
        )

    def _refuse(self) -> None:
        for name, neutral in UNKNOWN.items():
            if self._texts.get(name, "") not in neutral | {""}:
                raise UnfitTerms("unknown-term", name)
        currency = self._texts.get("currency")
        if self._texts.get("settlementCurrency", currency) != currency:
            raise UnfitTerms("unknown-term", "settlementCurrency")

    def _text(self, name: str) -> str:
        if name not in self._texts:
            raise UnfitTerms("missing-term", name)
        return self._texts[name]

    def _of(
        self, name: str, known: Mapping[str, Read], default: str = "", unknown: str = "unknown-value"
    ) -> Read:
        text = self._texts.get(name, default) if default else self._text(name)
        if text not in known:
            raise UnfitTerms(unknown, f"{name} {text}")
        return known[text]

    def _moment(self, name: str) -> datetime:
        return moment(self._text(name))

    def _when(self, name: str) -> datetime | None:
        return self._moment(name) if name in self._texts else None

    def _number(self, name: str) -> Fraction:
        text = self._text(name)
        try:
            return Fraction(text)
        except ValueError:
            raise UnfitTerms("unknown-value", f"{name} {text}") from None

    def _perhaps(self, name: str) -> Fraction | None:
        return self._number(name) if name in self._texts else None

    def _repeat(self, name: str) -> Repeat | None:
        text = self._texts.get(f"cycleOf{name}")
        anchor = self._when(f"cycleAnchorDateOf{name}")
        return Repeat(anchor, cycle(text) if text else None) if text or anchor else None

    def _reset(self) -> Reset | None:
        repeat = self._repeat("RateReset")
        if repeat is None:
            return None
        return Reset(
            repeat=repeat,
            index=self._texts.get("marketObjectCodeOfRateReset", ""),
            multiplier=self._number("rateMultiplier") if "rateMultiplier" in self._texts else Fraction(1),
            spread=self._perhaps("rateSpread") or Fraction(0),
            next_rate=self._perhaps("nextResetRate"),
            life_cap=self._perhaps("lifeCap"),
            life_floor=self._perhaps("lifeFloor"),
            period_cap=self._perhaps("periodCap"),
            period_floor=self._perhaps("periodFloor"),
        )

    def _scaling(self) -> Scaling | None:
        effect = self._texts.get("scalingEffect", "")
        repeat = self._repeat("ScalingIndex")
        if repeat is None or not {"I", "N"} & set(effect):
            return None
        at_deal = self._perhaps("scalingIndexAtContractDealDate")
        return Scaling(
            repeat=repeat,
            index=self._text("marketObjectCodeOfScalingIndex"),
            at_deal=self._perhaps("scalingIndexAtStatusDate") if at_deal is None else at_deal,
            principal="N" in effect,
            interest="I" in effect,
            principal_now=self._perhaps("notionalScalingMultiplier") or Fraction(1),
            interest_now=self._perhaps("interestScalingMultiplier") or Fraction(1),
        )

    def _fee(self) -> Fee | None:
        repeat, rate = self._repeat("Fee"), self._perhaps("feeRate")
        if repeat is None or not rate:
            return None
        return Fee(
            repeat=repeat,
            rate=rate,
            of_principal=self._of("feeBasis", {"A": False, "N": True}),
            accrued=self._perhaps("feeAccrued") or Fraction(0),
        )

    def _deal(self, on: str, price: str) -> Deal | None:
        return Deal(self._moment(on), self._number(price)) if on in self._texts else None

    def _shift(self) -> Shift | None:
        working = self._of("calendar", CALENDARS, "NC")
        text = self._texts.get("businessDayConvention", "")
        if text in NO_SHIFT:
            return None
        found = SHIFT.fullmatch(text)
        if found is None:
            raise UnfitTerms("unknown-value", f"businessDayConvention {text}")
        if working is None:
            return None
        return Shift(
            working, forward=found[3] == "F", modified=bool(found[2]), counts_shifted=found[1] == "SC"
        )
