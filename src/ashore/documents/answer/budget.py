"""A budget as parts: whether the money reaches, the envelopes, what is set aside, the months, the shop, what is open.

For the person alone (practice H1): no plan, letter or export is made of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from ashore.diagnosis.category_rules import Need
from ashore.documents.blocks import Block, Column, Part, Say, Table
from ashore.errors import Fact, Message
from ashore.planning.envelopes import LUMP_FEN_MIN, LUMP_TIMES, MONTHS_MIN, Envelope
from ashore.planning.home_budget import SHOP, Budget, Line
from ashore.planning.plausible import FAR, Beside
from ashore.texts.facts import as_rate

NEEDS: Final[tuple[Need, ...]] = ("essential", "either", "discretionary")
LINE_COLUMNS: Final = (
    Column("budget-column-line"),
    Column("budget-column-usual", "fen"),
    Column("budget-column-next", "fen"),
)
MONTH_COLUMNS: Final = (
    Column("column-month", "month"),
    Column("budget-column-in", "fen"),
    Column("budget-column-envelopes", "fen"),
    Column("budget-column-plan", "fen"),
    Column("budget-column-early", "fen"),
    Column("budget-column-short", "fen"),
    Column("budget-column-left", "fen"),
)
SHOP_COLUMNS: Final = (
    Column("column-month", "month"),
    Column("budget-column-takings", "fen"),
    Column("budget-column-received", "fen"),
    Column("budget-column-costs", "fen"),
    Column("budget-column-aside", "fen"),
    Column("budget-column-supplier", "fen"),
    Column("budget-column-hands", "fen"),
)

LUMP_RULE: Final[Mapping[str, Fact]] = {"lump_count": LUMP_TIMES, "least_fen": LUMP_FEN_MIN}
"""From when on a month stands out: said beside what rests on it, from the figures that the budget was made with."""


@dataclass(frozen=True, slots=True)
class BudgetView:
    """A budget with what its page needs besides: names of categories, averages, what the plan counts, who it is for.

    `names`, and `sources` by fact, are in the reader's language.  `supplier_fen`: what the plan pays on the shop's own
    debts, by month.  `unknown_count` and `unknown_fen`: payments of the whole ledger of which nobody has said what for.
    `from_plan`: what the plan spends less than is usual, and the days on which its money does not reach.
    """

    budget: Budget
    as_of: date
    names: Mapping[str, str]
    beside: tuple[Beside, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict[str, str])
    plan_counts_fen: tuple[int, ...] = ()
    supplier_fen: tuple[int, ...] = ()
    unknown_count: int = 0
    unknown_fen: int = 0
    from_plan: tuple[Message, ...] = ()

    def name(self, line: Line | Envelope) -> str | Message:
        """Return what a line is called: the file's own name, else its category's."""
        if line.name:
            return line.name
        if line.category == SHOP:
            return Message("budget-line-shop")
        return self.names.get(line.category) or Message("budget-line-unknown")


def budget_parts(view: BudgetView) -> tuple[Part, ...]:
    """Return the parts of a budget, whether the money reaches first."""
    parts = (
        _first(view),
        _lines(view),
        _spreads(view),
        _months(view),
        _shop(view),
        _beside(view),
        _open(view),
    )
    return tuple(part for part in parts if part)


def _first(view: BudgetView) -> Part:
    short = view.budget.short
    said: list[Block] = []
    if short:
        said.append(Say(Message("budget-short-lead", {"month_count": len(short)}), "lead"))
        said += [
            Say(Message("budget-short", {"of_month": str(one.month), "short_fen": one.short_fen}), "item")
            for one in short
        ]
        said.append(Say(Message("budget-short-then")))
    elif not any(one.given_fen for one in view.budget.months):
        said.append(Say(Message("budget-living-unknown"), "lead"))
    else:
        said.append(Say(Message("budget-reaches", {"ahead_nmonths": len(view.budget.months)}), "lead"))
    if cut := [one for one in view.budget.months if one.cut_fen]:
        facts = {"of_month": str(cut[0].month), "cut_fen": cut[0].cut_fen, "cut_nmonths": len(cut)}
        said.append(Say(Message("budget-cut", facts)))
    said += [Say(one) for one in view.from_plan]
    if hopes := hopes_of(view):
        said.append(Say(hopes))
    said.append(Say(_rests(view)))
    said.append(Say(Message("budget-private"), "note"))
    return Part("budget-head", "first", tuple(said))


def hopes_of(view: BudgetView) -> Message | None:
    """Return that the shop's past took less than the file counts on, where the plan is too hopeful for that."""
    shop = view.budget.shop
    if shop is None or not shop.is_hopeful:
        return None
    return Message(
        "budget-shop-hopes", {"file_fen": shop.filed_takings_fen, "past_fen": shop.past_takings_fen}
    )


def _rests(view: BudgetView) -> Message:
    """Return what the budget rests on."""
    months = view.budget.past.months
    if len(months) < MONTHS_MIN:
        return Message("budget-rests-file", {"month_count": len(months), "least_count": MONTHS_MIN})
    facts = {"month_count": len(months), "first_month": str(months[0]), "last_month": str(months[-1])}
    return Message("budget-rests-past", facts)


def _lines(view: BudgetView) -> Part | None:
    """Return the envelopes by how far a household can do without them, with what they get next month."""
    blocks: list[Block] = []
    for need in NEEDS:
        rows = tuple(
            (view.name(one), one.whole[0], one.given[0])
            for one in view.budget.lines
            if one.need == need and one.spread is None
        )
        if rows:
            total = (Message("budget-total"), sum(row[1] for row in rows), sum(row[2] for row in rows))
            blocks.append(Table(Message(f"budget-lines-{need}"), LINE_COLUMNS, rows, total))
    if not blocks:
        return None
    if view.budget.share < 1:
        blocks.append(Say(Message("budget-share", {"share_rate": as_rate(view.budget.share)}), "note"))
    blocks += [Say(one, "note") for one in _range_notes(view)]
    return Part("budget-head-lines", "path", tuple(blocks))


def _range_notes(view: BudgetView) -> Iterator[Message]:
    """Yield what was set aside for irregular months, and where the file alone says something."""
    irregular = False
    for one in view.budget.lines:
        if one.envelope and one.envelope.aside_fen:
            facts = {
                "name": _plain(view, one),
                "aside_fen": one.envelope.aside_fen,
                "high_fen": one.envelope.high_fen,
            }
            known = isinstance(view.name(one), str)
            yield Message("budget-irregular" if known else "budget-irregular-unknown", facts)
            irregular = True
    if irregular:
        yield Message("budget-lump-rule", LUMP_RULE)
    typed = tuple(
        one.envelope.name for one in view.budget.lines if one.envelope and one.envelope.source == "file"
    )
    if typed and view.budget.past.months:
        yield Message("budget-from-file", {"names": typed})


def _plain(view: BudgetView, one: Line) -> str:
    name = view.name(one)
    return name if isinstance(name, str) else ""


def _spreads(view: BudgetView) -> Part | None:
    """Return what comes in single months and is put away for, with the first month's part."""
    said: list[Block] = []
    for one in view.budget.lines:
        if one.spread:
            facts: dict[str, Fact] = {
                "name": _plain(view, one),
                "sum_fen": one.spread.fen,
                "due_month": str(one.spread.due),
                "first_fen": one.wanted[0],
            }
            code = f"budget-spread-{one.spread.source}" + (
                "-moves" if one.spread.moves else "-yearly" if one.spread.yearly else ""
            )
            said.append(Say(Message(code, facts), "item"))
    if not said:
        return None
    first = view.budget.months[0].month
    short = [one for one in view.budget.lines if one.missing_fen(first)]
    for one in short:
        missing: dict[str, Fact] = {"name": _plain(view, one), "missing_fen": one.missing_fen(first)}
        said.append(Say(Message("budget-spread-short", missing)))
    note = "budget-spread-apart" if short else "budget-spread-note"
    said.append(Say(Message(note), "note"))
    if any(one.spread and one.spread.source == "past" for one in view.budget.lines):
        said.append(Say(Message("budget-lump-rule", LUMP_RULE), "note"))
    return Part("budget-head-spreads", "path", tuple(said))


def _months(view: BudgetView) -> Part:
    rows = tuple(
        (
            one.month,
            one.income_fen,
            one.given_fen,
            one.plan_fen,
            one.early_paid_fen,
            one.short_fen,
            one.left_fen,
        )
        for one in view.budget.months
    )
    said: list[Block] = [Table(Message("budget-months-caption"), MONTH_COLUMNS, rows)]
    early = sum(one.early_fen for one in view.budget.months)
    paid = sum(one.early_paid_fen for one in view.budget.months)
    if paid < early:
        said.append(Say(Message("budget-early-less", {"early_fen": early, "paid_fen": paid})))
    said += [Say(one) for one in _counted(view)]
    return Part("budget-head-months", "path", tuple(said))


def _counted(view: BudgetView) -> Iterator[Message]:
    """Yield that the past took more for living than the file counts on, in which case the plan is too hopeful."""
    if len(view.budget.past.months) < MONTHS_MIN or not view.plan_counts_fen:
        return
    months = len(view.plan_counts_fen)
    wanted = sum(sum(one.wanted) for one in view.budget.lines if one.category != SHOP)
    more = wanted - sum(view.plan_counts_fen)
    if more >= months * 100:
        counted = sum(view.plan_counts_fen) // months
        yield Message("budget-file-low", {"file_fen": counted, "past_fen": wanted // months})


def _shop(view: BudgetView) -> Part | None:
    shop = view.budget.shop
    if shop is None:
        return None
    supplier = view.supplier_fen or (0,) * len(shop.months)
    rows = tuple(
        (
            one.month,
            one.takings_fen,
            one.received_fen,
            one.stock_fen + one.fixed_fen + one.other_fen,
            one.aside_fen,
            owed,
            one.hands_fen,
        )
        for one, owed in zip(shop.months, supplier, strict=True)
    )
    said: list[Block] = [Table(Message("budget-shop-caption"), SHOP_COLUMNS, rows)]
    for one in shop.spreads:
        name = one.name or view.names.get(one.category, "")
        facts = {"name": name, "sum_fen": one.fen, "due_month": str(one.due)}
        said.append(Say(Message("budget-shop-spread", facts), "item"))
    if shop.past_takings_fen is not None:
        said.append(Say(Message("budget-shop-takings", {"past_fen": shop.past_takings_fen})))
    if shop.past_stock_fen is not None:
        said.append(Say(Message("budget-shop-stock", {"past_fen": shop.past_stock_fen})))
    said.append(Say(Message("budget-shop-note"), "note"))
    return Part("budget-head-shop", "path", tuple(said))


def _beside(view: BudgetView) -> Part | None:
    """Return the entries beside official averages, each with its source."""
    said: list[Block] = []
    for one in view.beside:
        names = tuple(view.names[code] for code in one.categories)
        facts: dict[str, Fact] = {
            "names": names,
            "mine_fen": one.mine_fen,
            "average_fen": one.average_fen,
            "source": view.sources[one.fact],
        }
        said.append(Say(Message(f"budget-beside-{one.look}", facts), "item"))
    if not said:
        return None
    rule = Message("budget-beside-rule", {"far_count": FAR})
    notes = (Say(Message("budget-beside-note"), "note"), Say(rule, "note"))
    return Part("budget-head-beside", "details", (*said, *notes))


def _open(view: BudgetView) -> Part | None:
    """Return what nobody has said the purpose of, and how to say it."""
    said: list[Block] = []
    if view.unknown_count:
        facts: dict[str, Fact] = {"row_count": view.unknown_count, "sum_fen": view.unknown_fen}
        said.append(Say(Message("budget-unknown", facts)))
    if view.budget.people_fen:
        said.append(Say(Message("budget-people", {"month_fen": view.budget.people_fen})))
    if not said:
        return None
    return Part("budget-head-open", "details", (*said, Say(Message("budget-teach"), "note")))
