"""What is said of a certificate that was checked, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

VERIFY: Final[Mapping[str, str]] = {
    "verify-agrees": _n(
        "The plan can be carried out as it stands, and costs what it says: {net_fen} in interest, penalty interest "
        "and fees, less what is written off."
    ),
    "verify-differs": _n("Played through the contracts, this is not as the plan says ({wrong_count}):"),
    "verify-bound": _n(
        "The bound holds: no way of paying that works, with the same side work, costs less than {bound_fen}. The plan is "
        "at most {gap_fen} above the best."
    ),
    "verify-bound-differs": _n(
        "The bound does not hold: {claimed_fen} is claimed, the certificate's own prices give {bound_fen}."
    ),
    "verify-bound-none": _n("For this household no bound can be shown, so none can be claimed."),
    "verify-bad": _n("{file} cannot be checked as a certificate of this household: {why}"),
    "prove-step": _n(
        "So far: at most {gap_fen} above the best way of paying ({cases_count} cases told apart)."
    ),
    "prove-done": _n("Nothing is left to tell apart: the plan is at most {gap_fen} above the best."),
    "prove-clock": _n("Stopped after {run_seconds} seconds: the plan is at most {gap_fen} above the best."),
    "prove-none": _n("For this household no bound can be shown, so there is nothing to go on proving."),
    "certificate-none": _n(
        "No certificate was written: for this household no bound can be shown (no plan works, or something is waived only "
        "if it is paid by a day)."
    ),
}
