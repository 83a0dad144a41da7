"""Sentences of the page that takes a lender's statement for the question why a debt grew."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

STATED: Final[Mapping[str, str]] = {
    "stated-title": _n("What a lender's statement says of earlier days"),
    "stated-lead": _n(
        "A lender's statement, as a table, can make the answer surer. It is read here and kept nowhere: only the days, and what was owed at the end of each, and those only if you say so."
    ),
    "stated-debt": _n("Which debt it is of"),
    "stated-debt-open": _n("choose one"),
    "stated-debt-none": _n("Say first which debt the statement is of."),
    "stated-go": _n("See what it says"),
    "stated-stopped": _n("The statement could not be read, and nothing was taken from it."),
    "stated-found-head": _n("What was owed, by this statement"),
    "stated-found": _n(
        "{debt}: days on which it says all that was owed: {days_count}, the first {since}, the last {until}. Nothing of it is kept yet."
    ),
    "stated-none": _n(
        "This statement names no day on which all that was owed on {debt} is certain, so there is nothing to take from it. If you know what was owed on a day, type it on the page “Why the debt grew”."
    ),
    "stated-unsure": _n(
        "Days left out: {left_count}. For these it says the principal left, and something was late, open or added by then: that is not all that was owed."
    ),
    "stated-same": _n("Kept already, with the same sum: {same_count}."),
    "stated-other": _n(
        "Kept already, with another sum: {other_count}. If you count with this statement, its sums take their place."
    ),
    "stated-caption": _n("Owed at the end of the day, in yuan"),
    "stated-more": _n("Earlier days that are not shown here: {more_count}."),
    "stated-check": _n("Hold a few of these sums against the statement before you count with them."),
    "stated-keep": _n("Count with it"),
    "stated-kept": _n("What is kept of earlier days"),
    "stated-kept-none": _n("Nothing yet."),
    "stated-line": _n("By a statement: {days_count} days, {since} to {until}"),
    "stated-line-by": _n("By a statement: {owed_fen} at the end of {on}"),
    "stated-line-typed": _n("You typed: {owed_fen} at the end of {on}"),
    "stated-cash": _n("Money in all accounts"),
    "stated-gone": _n("A debt that is not in your book any more"),
    "stated-link": _n("Take it from a lender's statement, or see what is kept"),
    "stated-file": _n("The lender's statement, as a table (CSV or Excel)"),
    "stated-pasted": _n("Or paste the statement's rows here, with their headings"),
    "stated-none-given": _n("No statement was given yet. Choose its file, or paste its rows."),
    "stated-too-large": _n("That file is too large for a lender's statement. Give the table alone."),
    "stated-look": _n("Worth a look in it"),
}
