"""How much of an amount leaves nothing missing: by hand, against trying every amount, and with slack of a bad shape."""

from hypothesis import given
from hypothesis import strategies as st

from ashore.planning.chord import CHORDS, largest


def test_all_of_it_where_all_fits():
    assert largest(lambda amount: 500 - amount, 500) == 500


def test_nothing_where_nothing_is_there():
    assert largest(lambda amount: -1 - amount, 500) == 0


def test_a_straight_line_is_met_at_once():
    """¥100 there, each fen repaid takes two: 5,000 fen, found with the first chord."""
    tried: list[int] = []

    def slack(amount: int) -> int:
        tried.append(amount)
        return 100_00 - 2 * amount

    assert largest(slack, 200_00) == 50_00
    assert tried == [200_00, 0, 50_00]


lines = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 2000)), min_size=1, max_size=4)


@given(lines, st.integers(0, 2000))
def test_what_is_found_fits_and_is_no_less_than_the_first_chord(slopes: list[tuple[int, int]], most: int):
    """Slack as the least of straight lines that fall: the largest is found by trying every amount."""

    def slack(amount: int) -> int:
        return min(begin - slope * amount for slope, begin in slopes)

    best = max((amount for amount in range(most + 1) if slack(amount) >= 0), default=0)
    found = largest(slack, most)
    chord = most * slack(0) // (slack(0) - slack(most)) if slack(most) < 0 else most
    assert chord <= found <= best
    assert slack(found) >= 0


@given(st.lists(st.integers(-50, 50), min_size=1, max_size=40))
def test_slack_of_any_shape_only_makes_it_smaller(values: list[int]):
    """Never an amount that was not tried and found to fit; never more tries than the chords and both ends."""
    tried: list[int] = []

    def slack(amount: int) -> int:
        tried.append(amount)
        return values[amount]

    found = largest(slack, len(values) - 1)
    assert found == 0 or values[found] >= 0
    assert len(tried) <= CHORDS + 2
