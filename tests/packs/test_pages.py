"""The reference pages say what the packs say."""

import pytest

from pack_pages import FOLDER, pages

PAGES = pages()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_is_what_the_pack_says(path):
    assert path.exists()
    assert path.read_text("utf-8") == PAGES[path], "run `python tools/pack_pages.py`"


def test_no_page_is_left_over():
    assert {path.name for path in FOLDER.glob("pack-*.md")} == {path.name for path in PAGES}


def test_every_product_line_and_fact_is_on_both_pages():
    english, chinese = PAGES[FOLDER / "pack-cn.md"], PAGES[FOLDER / "pack-cn.zh.md"]
    for page in (english, chinese):
        assert "`cn/mybank-wangshangdai`" in page
        assert "400-161-9995" in page
        assert "`private-lending-cap`" in page
        assert "2025-05-20 3%" in page
    assert "toyland" not in english
