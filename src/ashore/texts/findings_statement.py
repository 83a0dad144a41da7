"""What is said about a lender's statement that is not a clean table, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

FINDINGS_STATEMENT: Final[Mapping[str, str]] = {
    "statement-empty": _n("There is nothing in this statement."),
    "statement-not-table": _n(
        "This is not a table that can be read. Please save it as CSV or XLSX, or type its lines into a text file."
    ),
    "statement-columns-wrong": _n(
        "No line names a column of days (such as due date) and a column of amounts (such as principal). The first line says: {seen}."
    ),
    "statement-no-rows": _n("Below the headings stands no line with a day and an amount."),
    "statement-day-wrong": _n(
        "“{read}” is no day that can be read for certain. Please write it as 2026-11-15."
    ),
    "statement-amount-wrong": _n(
        "“{read}” is no amount that can be read for certain. Please write it as 1199.70."
    ),
    "statement-amount-negative": _n(
        "“{read}” is negative. Please write the amount without a sign and say in the column of kinds whether it was paid or charged."
    ),
    "statement-amount-finer": _n("“{read}” has parts smaller than a fen."),
    "statement-row-unused": _n("This line has a day or an amount, not both; it was set aside: {read}"),
    "statement-kind-unknown": _n("“{read}” is no kind that is known here; the line was set aside."),
    "statement-day-order": _n(
        "This line is of {day}, the one above of {before}: out of order. It was counted on its day."
    ),
}
