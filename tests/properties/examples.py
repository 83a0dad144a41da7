"""How many households a property draws that plans each of them: fewer in `make check`, which has an hour."""

from typing import Final

from hypothesis import settings

DRAWN: Final = settings().max_examples
PLANNED: Final = settings(max_examples=max(min(DRAWN, 30), DRAWN // 10))
"""30 in `make test`, 100 of the 1,000 of `make check`."""
