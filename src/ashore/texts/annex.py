"""Words of the paper that an audit becomes, by code: it goes out with a complaint and speaks to whoever reads it."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

ANNEX: Final[Mapping[str, str]] = {
    "annex-title": _n("The statement, computed again"),
    "annex-lead": _n(
        "The statement of {creditor} was computed again from the contract, day by day, up to {as_of}: {figures_count} figures in all."
    ),
    "annex-lead-open": _n(
        "The lender's statement was computed again from the contract, day by day, up to {as_of}: {figures_count} figures in all."
    ),
    "annex-wrong": _n(
        "By the contract, {wrong_count} of them come out differently. They are listed below, with how each was computed."
    ),
    "annex-others": _n(
        "Another {others_count} figures can only be told by the contract's wording and are not listed here."
    ),
    "annex-head-figures": _n("Figures that are not as the contract says"),
    "annex-column-number": _n("No."),
    "annex-none": _n("not in the contract"),
    "annex-more": _n("Of these, what was charged comes to {more_fen} more than by the contract."),
    "annex-head-worked": _n("How these were computed: no. {numbers}"),
    "annex-head-basis": _n("By which rules it was counted"),
    "annex-start-assumed": _n(
        "The day the money came stands nowhere; a month before the first due was taken."
    ),
    "annex-only": _n("This paper checks figures only. It accepts no debt and promises no payment."),
    "annex-nothing": _n(
        "There is nothing to put on the paper yet. It takes a difference that the contract decides, with its source named, or a statement that does not agree within itself."
    ),
    "annex-reading": _n("This may be how the statement came to them. {reading}"),
    "annex-column-more": _n("More"),
    "annex-lines": _n("Lines are those of the statement's own table, counted from its first row."),
    "annex-work-agreed": _n("as agreed: {sum_fen} by {by}"),
    "annex-card-untold": _n(
        "What line {lines} charges was not counted: lines of its bill are missing, or do not add up."
    ),
    "annex-given": _n(
        "For these lines of the statement no way of counting was found that comes to its figure: {lines}. Below them that figure was taken as it stands, so that one difference is not counted again in every later line."
    ),
    "annex-card-began": _n(
        "Counted from the bill of {since} on, {bills_count} bills in all. What the statement books between them was taken as it stands, so that one wrong figure is not counted again in the next bill."
    ),
}
