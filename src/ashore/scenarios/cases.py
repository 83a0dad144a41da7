"""The futures against which an emergency fund and single changes are tried."""

from fractions import Fraction

from ashore.scenarios.assumed import Assumed
from ashore.scenarios.fan import MONTHS_MAX
from ashore.scenarios.future import QUIET, Future
from ashore.scenarios.lives import Life, Setting
from ashore.scenarios.luck import Luck, variable_incomes
from ashore.scenarios.named import starts_of
from ashore.scenarios.shocks import future_of, shocks_of

DRAWN_MAX = 40
"""So many of the drawn futures are used; more would not change which change helps most, and take long."""


def shock_cases(setting: Setting, quiet: Life, assumed: Assumed) -> list[Future]:
    """Return the shocks to the household's own money, from every month tried; a called loan is another matter."""
    problem = setting.problem()
    return [
        future_of(shock, problem, start, assumed)
        for shock in shocks_of(problem)
        if shock.kind != "called"
        for start in starts_of(setting, quiet)
    ]


def drawn_cases(setting: Setting, seed: int, low_chance: Fraction, paths: int) -> list[Future]:
    """Return the first of the futures drawn from variable incomes; the quiet one alone where none varies."""
    if not variable_incomes(setting.household):
        return [QUIET]
    luck = Luck(setting.household, min(setting.horizon, MONTHS_MAX) + 1, seed, low_chance)
    return [luck.future(path) for path in range(min(paths, DRAWN_MAX))] or [QUIET]
