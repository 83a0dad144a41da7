"""How many examples a property draws that plans or prints each of them: fewer in `make check`, which has an hour."""

from typing import Final

from hypothesis import settings

DRAWN: Final = settings().max_examples
SOAKED: Final = not settings().derandomize
"""Whether this is `make soak`."""
PLANNED: Final = settings(max_examples=max(min(DRAWN, 8), DRAWN // 10))
"""8 in `make test`, 60 of the 600 of `make check`."""
SHOWN: Final = settings(max_examples=max(min(DRAWN, 5), DRAWN // 20))
"""Where an example is planned twice, or only what is shown is looked at: 5 in `make test`, 30 of the 600."""
PRINTED: Final = settings(max_examples=max(min(DRAWN, 50), DRAWN // 5))
"""Where each example is set as a PDF, a quarter of a second: 120 of the 600 of `make check`."""
