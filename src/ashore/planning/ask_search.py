"""Which sets of asks no rule excludes, the smallest first: a small choice in whole numbers (HiGHS)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ashore.planning.ask_fit import LEAST_YUAN, missing
from ashore.planning.ask_model import Choices, Rule, Selection
from ashore.planning.solver import INFINITY, Programme

TWELFTHS: Final = 12
"""Weights are counted in twelfths, so that sizes differ by whole numbers and a gap below one proves the least."""
HALF: Final = 0.5
SHARE: Final = 1e-6
"""What share of an option counts at all."""
WARM_ROUNDS: Final = 5
NODES_MAX: Final = 400
"""Branches that one choice in whole numbers looks at."""


@dataclass(slots=True)
class Search:
    """Sets in order of size: the number of creditors, then the weight.

    `barred`: options that may not be chosen.  `proved`: whether every choice so far was shown to be the smallest.
    `ended`: whether no set is left.
    """

    choices: Choices
    barred: frozenset[int] = frozenset()
    tried: list[Selection] = field(default_factory=list[Selection])
    creditors: int = 0
    rounds: int = 0
    solved: int = 0
    proved: bool = True
    ended: bool = False

    def following(self, rounds_max: int) -> Iterator[Selection]:
        """Yield each set that no rule excludes, the smallest first, until none is left or the rounds are used up."""
        self._warm(by_creditors=True)
        while self.rounds < rounds_max:
            least = self._choose(by_creditors=True)
            if least is None:
                self.ended = True
                return
            self.creditors = max(self.creditors, self._asked(least))
            if self._broken(least):
                continue
            yield from self._by_weight(rounds_max)

    def _by_weight(self, rounds_max: int) -> Iterator[Selection]:
        """Yield the sets that ask as few creditors as can be, the lightest first."""
        self._warm(by_creditors=False)
        while self.rounds < rounds_max:
            chosen = self._choose(by_creditors=False)
            if chosen is None:
                return
            if not self._broken(chosen):
                self.tried.append(chosen)
                yield chosen

    def _broken(self, chosen: Selection) -> bool:
        """Return whether a set cannot work; the rule that it breaks is added."""
        falls = self.choices.misfit(chosen)
        if falls is None:
            return False
        self.choices.add_rule(falls)
        rule = self.choices.rules[-1]
        return sum(rule.needs[place] for place in chosen) > rule.there

    def _asked(self, chosen: Selection) -> int:
        options = [self.choices.options[place] for place in chosen]
        return len({self.choices.creditors[one.debt] for one in options if one.ask})

    def _idle(self, *, by_creditors: bool) -> set[int]:
        """Return the options that another of the same debt may stand for: no heavier, and needing no more by any rule.

        One that stands for others was in no set tried, so that no set is lost but for a twin as small (rule 66).
        """
        import numpy as np

        options, rules = self.choices.options, self.choices.rules
        used = {place for chosen in self.tried for place in chosen}
        needs = np.array([rule.needs for rule in rules], dtype=float).T.reshape(len(options), len(rules))
        weights = [0.0 if by_creditors else float(one.weight) for one in options]
        groups: dict[tuple[int, bool], list[int]] = {}
        for place, one in enumerate(options):
            if len(one.members) == 1 and place not in self.barred:
                groups.setdefault((one.debt, one.ask is None), []).append(place)
        idle: set[int] = set()
        for places in groups.values():
            kept, count = np.empty((len(places), len(rules))), 0
            for place in sorted(places, key=lambda place: (weights[place], float(needs[place].sum()))):
                if bool((kept[:count] <= needs[place]).all(axis=1).any()):
                    idle.add(place)
                elif place not in used:
                    kept[count], count = needs[place], count + 1
        return idle

    def _warm(self, *, by_creditors: bool) -> None:
        """Find rules by sets in shares, which are quick to choose: whole sets then break few of them."""
        options = self.choices.options
        for _ in range(0 if self.choices.strict else WARM_ROUNDS):
            values = self._values(by_creditors=by_creditors, whole=False)
            if values is None:
                return
            pairs = [
                (path, value)
                for one, value in zip(options, values, strict=False)
                if value > SHARE
                for path in one.paths
            ]
            paths, shares = zip(*pairs, strict=True)
            found = missing(paths, self.choices.cash_fen, shares)
            if found is None or found[0] <= 1:
                break
            self.choices.add_rule(found[1])
        if (values := self._values(by_creditors=by_creditors, whole=False)) is not None:
            self.choices.keep_tight(values)

    def _choose(self, *, by_creditors: bool) -> Selection | None:
        """Return the smallest set that no rule excludes and that was not tried; None if there is none."""
        self.rounds += 1
        values = self._values(by_creditors=by_creditors, whole=True)
        return None if values is None else tuple(place for place, value in enumerate(values) if value > HALF)

    def _values(self, *, by_creditors: bool, whole: bool) -> Sequence[float] | None:
        """Return how much of each option is in the smallest set, whole or in shares; None if there is none."""
        idle = self._idle(by_creditors=by_creditors) | self.barred
        programme, choices = Programme(), self.choices
        debts = sorted({member for one in choices.options for member in one.members})
        one_each = {debt: programme.row(1, 1) for debt in debts}
        rules = [(programme.row(rule.there), rule.needs) for rule in choices.rules]
        tried = [(programme.row(len(chosen) - 1), chosen) for chosen in self.tried]
        asked = {debt: programme.row(0.0) for debt in debts}
        places = [place for place in range(len(choices.options)) if place not in idle]
        for place in places:
            one = choices.options[place]
            entries = [(one_each[member], 1.0) for member in one.members]
            entries += [(row, float(needs[place])) for row, needs in rules if needs[place]]
            entries += [(row, 1.0) for row, chosen in tried if place in chosen]
            entries += [(asked[one.debt], 1.0)] if one.ask else []
            programme.column(entries, 0.0 if by_creditors else float(one.weight * TWELFTHS), 0, 1)
        self._count(programme, asked, by_creditors=by_creditors)
        found = programme.solve(whole=whole, nodes_max=NODES_MAX if whole else None, exact=True)
        self.solved += 1
        if found is None:
            return None
        self.proved &= found.best or not whole
        values = [0.0] * len(choices.options)
        for place, value in zip(places, found.values, strict=False):
            values[place] = value
        return values

    def _count(self, programme: Programme, asked: Mapping[int, int], *, by_creditors: bool) -> None:
        """Count the creditors asked: as few as can be, or no more than are known to be needed."""
        names: dict[str, list[tuple[int, float]]] = {}
        for debt, row in asked.items():
            names.setdefault(self.choices.creditors[debt], []).append((row, -1.0))
        count = programme.row(
            INFINITY if by_creditors else self.creditors, self.creditors if by_creditors else 0
        )
        for rows in names.values():
            programme.column([*rows, (count, 1.0)], float(by_creditors), 0, 1)


def least_missing(choices: Choices, rounds_max: int) -> Selection:
    """Return the set with which the least cash is missing, as far as the rules found in so many rounds say."""
    best: Selection = ()
    least: float | None = None
    for _ in range(rounds_max):
        chosen = _least_short(choices)
        found = missing([path for one in chosen for path in choices.options[one].paths], choices.cash_fen)
        if found is None:
            return chosen
        if least is None or found[0] < least - LEAST_YUAN:
            best, least = chosen, found[0]
        count = len(choices.rules)
        choices.add_rule(found[1])
        if any(_same(choices.rules[-1], rule) for rule in choices.rules[:count]):
            break
    return best


def _same(one: Rule, other: Rule) -> bool:
    return one.there == other.there and list(one.needs) == list(other.needs)


def _least_short(choices: Choices) -> Selection:
    """Return the set that breaks the rules so far by the least cash."""
    programme = Programme()
    debts = sorted({member for one in choices.options for member in one.members})
    one_each = {debt: programme.row(1, 1) for debt in debts}
    rules = [programme.row(rule.there) for rule in choices.rules]
    for place, one in enumerate(choices.options):
        entries = [(one_each[member], 1.0) for member in one.members]
        entries += [(row, rule.needs[place]) for row, rule in zip(rules, choices.rules, strict=True)]
        programme.column(entries, 0.0, 0, 1)
    programme.column(((row, -1.0) for row in rules), 1.0)  # in whole yuan, which is fine enough here
    found = programme.solve(whole=True)
    assert found is not None
    return tuple(place for place, value in enumerate(found.values[: len(choices.options)]) if value > HALF)
