"""Write a picture of every page of the web app, to look at: `python tools/web_pictures.py FOLDER`.

Each page of the example household, and today's page and the plan where nothing works, in Chinese and English, light
and dark, on a phone and on a desk.  FOLDER lies outside the repository.
"""

import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from ashore.texts.language import Language
from web.serving import Look, book_pages, launch, let_in, make_book, served, window

ROOT: Final = Path(__file__).resolve().parent.parent
HOUSEHOLDS: Final[dict[str, tuple[str, ...]]] = {"demo": (), "nothing-works": ("today", "plan", "situation")}
"""The example households, and which of their pages; all if none are named."""
LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")
LOOKS: Final[tuple[Look, ...]] = ("light", "dark")
WIDTHS: Final = (390, 1280)


def pictures(browser: Browser, name: str, wanted: tuple[str, ...], target: Path) -> Iterator[Path]:
    """Yield each picture of a household's pages once it is written."""
    with tempfile.TemporaryDirectory() as folder, served(Path(folder, "book")) as at:
        cookies = let_in(browser, at)
        first = window(browser, at, cookies, "zh", "light", WIDTHS[0]).new_page()
        make_book(first, at, ROOT / "examples" / f"{name}.toml")
        paths = book_pages(first, at)
        for language, look, width in product(LANGUAGES, LOOKS, WIDTHS):
            page = window(browser, at, cookies, language, look, width).new_page()
            for kind in wanted or paths:
                path = target / f"{name}-{kind}-{language}-{look}-{width}.png"
                page.goto(f"{at.home}{paths[kind]}")
                page.screenshot(path=str(path), full_page=True)
                yield path
            page.context.close()


def main() -> None:
    """Write the pictures into the folder named, and print how many."""
    target = Path(sys.argv[1]).resolve()
    if target.is_relative_to(ROOT):
        sys.exit(f"{target} lies in the repository; name a folder outside it.")
    target.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        count = sum(1 for name, wanted in HOUSEHOLDS.items() for _ in pictures(browser, name, wanted, target))
        browser.close()
    print(f"{count} pictures in {target}")


if __name__ == "__main__":
    main()
