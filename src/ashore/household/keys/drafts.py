"""A debt as read, product values under the person's own, before it is known whether the whole file is good."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from fractions import Fraction
from typing import Final

from ashore.household.file.log import At, Log
from ashore.household.file.plain import is_list, is_table, items_of, shown
from ashore.household.keys.contract import Switch, TypedArrears
from ashore.household.keys.debt_keys import DEBT_KEYS, SILENT
from ashore.household.keys.debt_writing import DISCLOSED
from ashore.household.keys.disclosed import disclosed_values, is_disclosed
from ashore.household.keys.kinds import Schema
from ashore.household.keys.tables import Key, Table, Values, build, defaults_of
from ashore.household.model import Debt
from ashore.household.product import Product
from ashore.loans.terms import Accrual, DatedRate, Terms
from ashore.money import Rate

NAMES: Final[Mapping[str, str]] = {key.target: key.name for key in DEBT_KEYS}


def _nothing(**_: object) -> None:
    """Stand in for the maker of a debt, which is made later."""


DEBT: Final = Table(DEBT_KEYS, _nothing, tag="terms.method")
DEFAULTS: Final = defaults_of(Debt) | {f"terms.{name}": value for name, value in defaults_of(Terms).items()}
WITHOUT_PERIODS: Final = ("revolving", "schedule")
SUPPLIED: Final = Table(tuple(key for key in DEBT_KEYS if not key.required), _nothing)


@dataclass(slots=True, eq=False, repr=False)
class Draft:
    """What could be read of one debt: its place, the keys typed, all values by target, what was filled in.

    A key that seems to mean one of ours (`due_dya`) counts as typed, so that it is not reported missing as well.
    `disclosed`: the keys whose values came from the lender's disclosure table; `estimated`: those taken for a first
    plan because nobody knows them yet.
    """

    at: At
    typed: frozenset[str]
    values: Mapping[str, object]
    product: Product | None
    supplied: frozenset[str]
    disclosed: frozenset[str]
    estimated: frozenset[str] = frozenset()

    @property
    def present(self) -> frozenset[str]:
        """Return the keys that have a value or were typed, readable or not."""
        return self.typed | self.supplied | self.disclosed | self.estimated

    def get(self, target: str) -> object:
        """Return a value by target, None if there is none."""
        return self.values.get(target)

    @property
    def name(self) -> str:
        """Return the id, or the place of a debt without one."""
        return str(self.values.get("id", ""))


def drafts_in(values: Values) -> tuple[Draft, ...]:
    """Return the drafts of a file's debts in file order."""
    return tuple(draft for draft in items_of(values.get("debts")) if isinstance(draft, Draft))


@dataclass(slots=True, eq=False, repr=False)
class DebtKind:
    """A `[[debt]]` table, merged with its product."""

    products: Mapping[str, Product]

    def read(self, raw: object, at: At) -> Draft | None:
        """Return the draft; keys that hold nothing (an empty list or table) count as not written."""
        if not is_table(raw):
            return at.stop("table-wrong", read=shown(raw))
        full = {
            key: item for key, item in raw.items() if not ((is_list(item) or is_table(item)) and not item)
        }
        product = self._product(full, at)
        typed = DEBT.values(full, at) or {}
        written = frozenset((*full, *DEBT.meant(full).values()))
        table = disclosed_values(typed.get("disclosure"))
        told = {target: value for target, value in table.items() if NAMES[target] not in written}
        disclosed = frozenset(NAMES[target] for target in told)
        supplied = self._supplied(product, written | disclosed)
        filled = frozenset(NAMES[key] for key in supplied)
        return Draft(at, written, {**supplied, **told, **typed}, product, filled, disclosed)

    def _product(self, raw: Mapping[str, object], at: At) -> Product | None:
        name = raw.get("product")
        if not isinstance(name, str) or name in self.products:
            return self.products.get(name) if isinstance(name, str) else None
        near = get_close_matches(name, self.products, n=1)
        report = at.key("product").note if "rate" in raw and "method" in raw else at.key("product").stop
        if near:
            report("product-unknown-near", read=name, near=near[0])
        else:
            report("product-unknown", read=name)
        return None

    def _supplied(self, product: Product | None, given: frozenset[str]) -> Values:
        """Return the product's values for keys that were not given; an unknown rate takes the top of the range."""
        if product is None:
            return {}
        filled = {**({"creditor": product.creditor} if product.creditor else {}), **product.defaults}
        if product.rate_top is not None:
            filled["rate"] = product.rate_top
        log = Log()
        values = SUPPLIED.values({key: item for key, item in filled.items() if key not in given}, At(log))
        assert values is not None and not log.stopped, (product.id, log.remarks)
        return values

    def write(self, value: object) -> object:
        """Return the plain table that reads as the debt with the same products."""
        assert isinstance(value, Debt)
        return {key.name: key.kind.write(key.value_in(value)) for key in DEBT_KEYS if _is_written(key, value)}

    def schema(self) -> Schema:
        """Return: the object of a debt."""
        return DEBT.schema()


def _is_written(key: Key, debt: Debt) -> bool:
    """Return whether a key must stand in the file: nobody else gives its value, or another would be given."""
    value = key.value_in(debt)
    if (
        key.name in debt.assumed
        or value is None
        or (not value and not isinstance(value, (bool, int, Fraction)))
    ):
        return False
    if debt.sources.get(key.name) == DISCLOSED and is_disclosed(key.target, value, debt.disclosure):
        return False
    if key.name == "accrual":
        return debt.terms.accrual != accrual_of(debt.terms.rate)
    if key.name == "stage" and debt.arrears is not None:
        return True
    if key.name == "periods_left" and debt.terms.method not in WITHOUT_PERIODS:
        return True  # 0 too: every instalment has fallen due
    needed = debt.product is not None or key.name in SILENT or debt.terms.method in key.only
    return needed or value != DEFAULTS.get(key.target)


def accrual_of(rate: Rate) -> Accrual:
    """Return how interest accrues where nobody says: daily when the rate is quoted per day."""
    return "daily" if rate.per == "day" else "monthly"


def make_debt(complete: Values) -> Debt:
    """Return the debt of complete values that no finding stopped."""
    values = dict(complete)
    terms = {key.removeprefix("terms."): values.pop(key) for key in list(values) if key.startswith("terms.")}
    rate = terms["rate"]
    assert isinstance(rate, Rate)
    terms.setdefault("accrual", accrual_of(rate))
    terms["rates"] = _rates(values)
    switch = values.pop("allocation_after", None)
    if isinstance(switch, Switch):
        terms |= {"allocation_after_days": switch.days, "allocation_after": switch.order}
    arrears = values.pop("arrears", None)
    values |= _arrears(arrears) if isinstance(arrears, TypedArrears) else {}
    return build(Debt, {"terms": build(Terms, terms), **values})


def _rates(values: dict[str, object]) -> tuple[DatedRate, ...]:
    typed = (*items_of(values.pop("rates", ())), values.pop("promo", None))
    return tuple(dated for dated in typed if isinstance(dated, DatedRate))


def _arrears(typed: TypedArrears) -> dict[str, object]:
    return {
        "arrears": typed.arrears,
        "arrears_total_fen": typed.total_fen,
        "arrears_typed": bool(typed.parts),
    }
