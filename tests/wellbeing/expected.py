"""The questionnaires' rules written down a second time, from the published scoring, and nothing of the product's."""

from itertools import product

ITEMS = {"phq-9": 9, "gad-7": 7, "phq-4": 4}
BANDS = {"phq-9": (5, 10, 15, 20), "gad-7": (5, 10, 15), "phq-4": (3, 6, 9)}
"""The sum at which each band after the first begins."""
ANSWERS = 4


def sums_of(items):
    """Return how many patterns have each sum: the coefficients of (1 + x + x² + x³) to the number of items."""
    ways = [1]
    for _ in range(items):
        longer = [0] * (len(ways) + ANSWERS - 1)
        for total, count in enumerate(ways):
            for answer in range(ANSWERS):
                longer[total + answer] += count
        ways = longer
    return ways


def band(name, total):
    """Return the number of the band of a sum, from 0."""
    return sum(total >= start for start in BANDS[name])


def route(name, total, last, first_pair, second_pair):
    """Return where a whole pattern leads: its sum, its last answer, the sums of its first and second two answers."""
    if name == "phq-9" and last > 0:
        return "help"
    if name == "phq-4":
        return "doctor" if first_pair > 2 or second_pair > 2 else "limits"
    return "doctor" if total > 9 else "limits"


def patterns(name):
    """Yield every pattern with its sum and route, the sum carried along as in an odometer, not added up."""
    items = ITEMS[name]
    heads = list(product(range(ANSWERS), repeat=2))
    tails = [(tail, sum(tail)) for tail in product(range(ANSWERS), repeat=items - 2)]
    for head in heads:
        first = head[0] + head[1]
        for tail, rest in tails:
            total = first + rest
            yield (*head, *tail), total, route(name, total, tail[-1], first, tail[0] + tail[1])
