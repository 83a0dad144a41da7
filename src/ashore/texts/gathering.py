"""What is said about several bills as one ledger, and about banks' exports, mappings and beancount books; by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

GATHERING: Final[Mapping[str, str]] = {
    "gather-unclear": _n(
        "{file}: this payment of {day} over {amount_fen} may be the same as one in another export, or a transfer between your own accounts. Several fit, and which one it is cannot be told. It was counted. If it is counted twice, take it out in one of the two."
    ),
    "gather-account-unknown": _n(
        '{file}: payments that may stand in an app\'s bill too, and so be counted twice: {rows_count}. Nothing says which card this file is of, or which card the app paid with. If you know the card of this file, write it into its mapping: account = "…", best with the last four digits.'
    ),
    "gather-refund-above": _n(
        "{file}: the refund of {day} over {amount_fen} is more than what was left of its purchase. It was counted as it stands."
    ),
    "gather-refund-alone": _n(
        "{file}: the purchase that the refund of {day} over {amount_fen} gives back is in none of the files. The refund was counted; it is no income."
    ),
    "bank-columns-guessed": _n(
        "Read as a bank's export: the day from {day_column}, the amount from {amount_columns}. If that is wrong, say it in a saved mapping."
    ),
    "bank-account-unknown": _n(
        "This export does not say which card it is of. Without that, payments that an app's export holds too cannot be told apart. Say the account in a saved mapping, best with the card's last four digits."
    ),
    "bank-other-currency": _n(
        "Rows in another currency than yuan ({rows_count}) were left out, this one first."
    ),
    "bank-sign-unclear": _n(
        'The column {column} does not say whether this money came or went. Say it in a saved mapping: plus = "in" or plus = "out".'
    ),
    "bank-plus-in": _n(
        "Amounts without a minus sign were read as money that came, by what the rows say of themselves."
    ),
    "bank-plus-out": _n(
        "Amounts without a minus sign were read as money that went, as many credit cards write them, by what the rows say of themselves."
    ),
    "bank-balance-wrong": _n(
        "From this row on, the column {column} does not add up with the row before it; {missing_fen} are missing between them. Rows may have been left out of the export."
    ),
    "mapping-not-toml": _n("This mapping is not written as TOML."),
    "mapping-key-unknown": _n("A mapping has no {key}."),
    "mapping-value-wrong": _n("What stands under {key} in this mapping is none of what it may be."),
    "mapping-columns-missing": _n(
        "Under {key}, a mapping names a column for the day and one for the amount (or one for what came in and one for what went out)."
    ),
    "bean-line-unclear": _n(
        "This line is none that a simple beancount book has. Nothing of the book is read until it is mended."
    ),
    "bean-entry-unread": _n(
        "This entry is not read: it has a price, a cost, arithmetic, another currency than CNY, or an amount finer than a fen."
    ),
    "bean-directive-unread": _n(
        "Lines that begin with {directive} ({rows_count}) are not read, this one first."
    ),
    "bean-equity": _n(
        "This entry is not read: postings to Equity, such as opening balances, are no payments."
    ),
    "bean-unbalanced": _n("This entry is not read: its postings do not add up to nothing."),
    "bank-card-unclear": _n(
        "What came to this credit card here says neither repayment nor refund; it was taken for a repayment."
    ),
}
