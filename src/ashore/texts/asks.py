"""What could be asked of creditors, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

ASKS: Final[Mapping[str, str]] = {
    "answer-head-asks": _n("What to ask for"),
    "step-asks-below": _n("What to ask for stands below, under “What to ask for”."),
    "asks-lead": _n("The smallest asks with which each one could be paid:"),
    "ask-defer": _n("{debt}: ask them to put instalments off for {put_off_nmonths}; the interest goes on."),
    "ask-extend": _n("{debt}: ask them to spread what is left over {periods_count} instalments."),
    "ask-rate": _n("{debt}: ask them to lower the rate to {new_rate} a year."),
    "ask-rate-free": _n("{debt}: ask them to charge no more interest from now on."),
    "ask-waive": _n("{debt}: ask them to waive the penalty interest, damages and fees run up so far."),
    "ask-typed": _n("{debt}: what your file says you want to ask."),
    "asks-lead-free": _n("If they agree, each one can be paid; the last is closed on {on}."),
    "asks-lead-left": _n("If they agree, each one can be paid; what is left goes on by contract."),
    "asks-receives": _n(
        "{debt}: with this they receive {asked_fen} as a value today, without it {otherwise_fen} (at the contract's own "
        "rate, if it stays as in the holding plan). Say so: it is better for them too."
    ),
    "asks-receives-less": _n(
        "{debt}: with this they receive {asked_fen} as a value today, without it {otherwise_fen} (at the contract's own "
        "rate, if it stays as in the holding plan)."
    ),
    "asks-else": _n("If they refuse that, ask instead:"),
    "asks-note": _n(
        "They may agree or not. Ask early, through their official channel, with papers that show why; what is agreed "
        "counts when it is in writing. Ask how it is reported to the credit system."
    ),
    "asks-none": _n(
        "Of what could be asked of the creditors, nothing was found with which everything could be paid. Something else "
        "must change as well: more income, something sold, a lower rent, or public help you are entitled to."
    ),
    "asks-not-needed": _n(
        "On today's figures each one can be paid by contract; nothing needs to be asked for."
    ),
}
