"""Sources side by side: the articles of one law are named together."""

import pytest

from ashore.documents.laws import joined_titles


@pytest.mark.parametrize(
    ("titles", "joined"),
    [
        (
            ["Mental Health Law 65", "Mental Health Law 4", "Mental Health Law 27, 30"],
            ["Mental Health Law 4, 27, 30, 65"],
        ),
        (
            ["民法典第188、192、195条", "民法典第一百九十五条", "民法典第一百九十三条"],
            ["民法典第188、192、193、195条"],
        ),
        (
            [
                "精神卫生法（2018 修正）第二十七、三十条",
                "法律援助法第三十一条",
                "精神卫生法（2018 修正）第四条",
            ],
            ["精神卫生法（2018 修正）第四、二十七、三十条", "法律援助法第三十一条"],
        ),
        (
            ["Procedure Law 254", "Procedure Law (2023) 254"],
            ["Procedure Law 254", "Procedure Law (2023) 254"],
        ),
        (
            ["Legal Aid Law 31; press of 2023", "press of 2023"],
            ["Legal Aid Law 31; press of 2023", "press of 2023"],
        ),
        (
            ["民法典第六百七十条；报道", "民法典第六百七十条"],
            ["民法典第六百七十条；报道", "民法典第六百七十条"],
        ),
    ],
)
def test_articles_of_one_law_are_named_together_in_their_order(titles, joined):
    assert joined_titles(titles) == joined
