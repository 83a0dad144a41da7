"""What a page keeps on one line: an English date, a Chinese number with what it counts."""

import pytest

from ashore.texts.together import KEPT, kept_together


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Write before 3 Dec 2026.", "Write before 3~Dec~2026."),
        ("Tue 15 Dec, closed in Jul 2027", "Tue~15~Dec, closed in Jul~2027"),
        ("in 12 days, 4 debts", "in 12 days, 4 debts"),
        ("15 天、30 天，还有 4 笔", "15~天、30~天，还有 4~笔"),
        ("2026年12月5日", "2026年12月5日"),
    ],
)
def test_a_date_and_a_count_do_not_part_at_a_lines_end(text, shown):
    assert kept_together(text) == shown.replace("~", KEPT)
