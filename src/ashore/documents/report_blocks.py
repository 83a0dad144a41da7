"""The blocks of an answer as HTML: sentences, lists, tables with scopes, pictures with their tables."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from ashore.dates import Month
from ashore.documents.blocks import (
    Block,
    Call,
    CashChart,
    Cell,
    Chart,
    DebtsChart,
    FanChart,
    Listing,
    OwedChart,
    Say,
    SumsChart,
    Table,
)
from ashore.documents.html import Html, join, tag, whole_days
from ashore.documents.report_charts import cash_svg, debts_svg, fan_svg, legend, owed_svg
from ashore.documents.sums_chart import sums_legend, sums_svg
from ashore.errors import Message
from ashore.texts.cells import cell_text, head_text, line_to_call, listed
from ashore.texts.language import Language
from ashore.texts.sentences import say, word
from ashore.texts.together import kept_together

CARDS: Final = frozenset(
    {
        "payments-caption",
        "days-caption",
        "debt-days-caption",
        "share-days-caption",
        "share-debts-caption",
        "agenda-month",
        "agenda-last-caption",
    }
)
"""Tables whose rows become small cards on a narrow screen; the others scroll sideways."""
LABELLED: Final = frozenset(
    {
        "what-if-caption",
        "compare-caption",
        "variants-caption",
        "import-sums",
        "lesson-caption",
        "audit-differences",
        "mood-chart",
        "budget-lines-essential",
        "budget-lines-either",
        "budget-lines-discretionary",
        "budget-months-caption",
        "budget-shop-caption",
        "fund-caption",
        "change-caption-shocks",
        "change-caption-drawn",
        "change-caption-one",
    }
)
"""Tables whose rows become lists on a narrow screen, each figure beside its heading."""
NARROW: Final = (("cards", CARDS), ("labelled", LABELLED))
NUMBERS: Final = frozenset({"fen", "count"})


def blocks_html(blocks: Iterable[Block], language: Language) -> Html:
    """Return blocks one below the other; neighbouring items become one list."""
    found: list[Html] = []
    for listed_items, group in groupby(blocks, _is_item):
        inner = [_block(block, language) for block in group]
        found += [tag("ul", inner)] if listed_items else inner
    return join(found)


def _said(message: Message, language: Language) -> Html:
    return whole_days(_plain(message, language))


def _plain(message: Message, language: Language) -> str:
    return kept_together(say(message, language))


def _is_item(block: Block) -> bool:
    return isinstance(block, Call | Listing) or (isinstance(block, Say) and block.tone == "item")


def _block(block: Block, language: Language) -> Html:
    html = Html("")
    match block:
        case Say(message, "item"):
            html = tag("li", _said(message, language))
        case Say(message, "head"):
            html = tag("h3", _said(message, language))
        case Say(message, tone):
            html = tag("p", _said(message, language), class_=None if tone == "plain" else tone)
        case Call(line, is_due):
            number = tag("a", line.number, href=f"tel:{line.number.replace('-', '')}")
            called = kept_together(line_to_call(line, language, is_due=is_due))
            html = tag("li", number, " ", whole_days(called), class_="call")
        case Listing(about, items):
            html = tag("li", whole_days(listed(about, [_plain(item, language) for item in items], language)))
        case Table():
            html = table_html(block, language)
        case DebtsChart() | CashChart() | FanChart() | OwedChart() | SumsChart():
            html = _chart(block, language)
        case _:  # the picture in words is for a terminal
            pass
    return html


def _chart(block: Chart, language: Language) -> Html:
    """Return a picture with its caption, its legend and, closed on a screen, the table that says the same."""
    match block:
        case DebtsChart():
            draw = debts_svg(block, language)
        case CashChart():
            draw = cash_svg(block, language)
        case FanChart():
            draw = fan_svg(block, language)
        case OwedChart():
            draw = owed_svg(block, language)
        case SumsChart():
            draw = sums_svg(block, language)
    summary = tag("summary", word("report-show-table", language))
    table = tag("details", summary, table_html(block.table, language), class_="figures")
    text = tag("p", _said(block.summary, language))
    caption = tag("figcaption", _said(block.caption, language))
    keys = sums_legend(block, language) if isinstance(block, SumsChart) else legend(block, language)
    return join([text, tag("figure", caption, draw, keys), table])


def table_html(block: Table, language: Language) -> Html:
    """Return a table with a caption and scopes; roles are repeated, as a narrow screen lays rows out as cards."""
    narrow = next((kind for kind, codes in NARROW if block.caption.code.removesuffix("-app") in codes), None)
    heads = [head_text(column.head, language) for column in block.columns]
    units = [column.unit for column in block.columns]
    top = tag("tr", [_head(head, unit) for head, unit in zip(heads, units, strict=True)], role="row")
    links = block.links or ("",) * len(block.rows)
    rows = [
        tag("tr", _row(row, heads, units, language, link), role="row")
        for row, link in zip(block.rows, links, strict=True)
    ]
    foot = tag("tr", _row(block.total, heads, units, language), role="row") if block.total else None
    table = tag(
        "table",
        tag("caption", _said(block.caption, language)),
        tag("thead", top, role="rowgroup"),
        tag("tbody", rows, role="rowgroup"),
        tag("tfoot", foot, role="rowgroup") if foot else "",
        role="table",
        class_=narrow,
    )
    if narrow:
        return table
    return tag(
        "div", table, class_="scroll", tabindex=0, role="region", aria_label=_plain(block.caption, language)
    )


def _head(head: str, unit: str) -> Html:
    return tag("th", head, scope="col", role="columnheader", class_="n" if unit in NUMBERS else None)


def _row(
    row: Sequence[Cell], heads: Sequence[str], units: Sequence[str], language: Language, link: str = ""
) -> list[Html]:
    """Return a row's cells; the first that says something heads the row, and leads where the row leads."""
    first = next((index for index, cell in enumerate(row) if cell is not None), 0)
    cells: list[Html] = []
    for index, (cell, head, unit) in enumerate(zip(row, heads, units, strict=True)):
        kind = _kind(cell, unit)
        text = cell_text(cell, unit, language)
        if index == first:
            inside = tag("a", text, href=link) if link else text
            cells.append(tag("th", inside, scope="row", role="rowheader", class_=kind))
        else:
            cells.append(tag("td", text, role="cell", class_=kind, data_label=head))
    return cells


def _kind(cell: Cell, unit: str) -> str:
    """Return the classes of a cell: what it holds, and `z` for a figure of zero, which is printed softly."""
    if cell is None:
        return "none"
    if unit in NUMBERS and not isinstance(cell, Message | Month):
        return "n z" if cell == 0 else "n"
    return unit
