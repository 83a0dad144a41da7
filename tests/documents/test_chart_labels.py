"""The months below a picture stand evenly, and two pictures of the same months name the same ones."""

from itertools import pairwise

import pytest

from ashore.documents.html import whole_days
from ashore.documents.report_charts import labelled_points


@pytest.mark.parametrize("most", [3, 4])
@pytest.mark.parametrize("way", range(121))
def test_labels_are_even_few_and_end_at_the_last(way, most):
    found = labelled_points(0, way, most)
    assert found[-1] == way
    assert 1 <= len(found) <= most
    assert len({right - left for left, right in pairwise(found)}) <= 1
    assert found[0] == 0 or found[0] < found[1] - found[0], "as many as there is room for"


@pytest.mark.parametrize("way", range(1, 121))
def test_a_point_before_the_months_changes_nothing(way):
    assert [at - 1 for at in labelled_points(1, way + 1, 4)] == labelled_points(0, way, 4)


def test_nine_months_show_first_middle_and_last():
    assert labelled_points(0, 8, 4) == [0, 4, 8]


def test_of_two_labels_one_is_at_each_end():
    assert labelled_points(0, 7, 2) == [0, 7]


def test_a_chinese_date_is_kept_whole_and_the_rest_is_escaped():
    html = whole_days("<a> (2026年11月23日查过): 12356")
    assert html == '&lt;a&gt; (<span class="day">2026年11月23日查过</span>): 12356'
    assert whole_days("checked 23 Nov 2026") == "checked 23 Nov 2026"
