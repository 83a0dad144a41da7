"""Write a picture of every page of the web app, to look at: `python tools/web_pictures.py FOLDER`.

Each page of the example household, and today's page and the plan where nothing works, in Chinese and English, light
and dark, on a phone and on a desk; then what a newcomer sees from the address to the first plan, knowing little and
knowing more, each screen with its taps.  `--first` writes the newcomer's alone.  FOLDER lies outside the repository.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from ashore.texts.language import Language
from web.serving import PASSPHRASE, Look, Watched, book_pages, launch, let_in, make_book, served, window

ROOT: Final = Path(__file__).resolve().parent.parent
HOUSEHOLDS: Final[dict[str, tuple[str, ...]]] = {"demo": (), "nothing-works": ("today", "plan", "situation")}
"""The example households, and which of their pages; all if none are named."""
LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")
LOOKS: Final[tuple[Look, ...]] = ("light", "dark")
WIDTHS: Final = (320, 1280)
NEWCOMERS: Final[tuple[tuple[Language, int], ...]] = (("zh", 320), ("en", 1280))
KNOWN: Final[dict[str, dict[str, str]]] = {
    "income": {"f-amount": "6500", "f-day": "10"},
    "living": {"f-amount": "2600"},
    "rent": {"f-amount": "1200", "f-day": "1"},
    "cash": {"f-cash": "1800"},
}
DEBTS: Final[tuple[dict[str, str], ...]] = (
    {"f-product": "cn/mybank-wangshangdai", "f-balance": "42000", "f-due_day": "15", "f-periods_left": "8"},
    {"f-product": "cn/credit-card", "f-balance": "9800", "f-due_day": "22"},
)
LITTLE: Final = frozenset({"f-product", "f-balance"})


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


@dataclass
class Walk:
    """A newcomer's way: the pictures so far, and how often something was tapped or typed in."""

    person: Watched
    target: Path
    name: str
    seen: int = 0
    taps: int = 0
    typed: int = 0

    @property
    def page(self) -> Page:
        """Return the page that is looked at."""
        return self.person.page

    def look(self, what: str) -> Path:
        """Write a picture of what is seen now."""
        self.seen += 1
        path = self.target / f"{self.name}-{self.seen:02}-{what}-{self.taps}taps.png"
        self.page.screenshot(path=str(path), full_page=True)
        return path

    def tap(self, place: str) -> None:
        """Tap the first of these places and wait for what follows."""
        self.taps += 1
        with self.page.expect_navigation():
            self.page.locator(place).first.click()

    def fill(self, typed: dict[str, str]) -> None:
        """Fill in fields by their ids."""
        self.typed += len(typed)
        self.person.fill(typed)


def newcomer(
    browser: Browser, language: Language, width: int, target: Path, *, knows: bool
) -> Iterator[Path]:
    """Yield each picture from the address to the first plan of somebody who knows little or more."""
    name = f"first-{'more' if knows else 'little'}-{language}-{width}"
    with tempfile.TemporaryDirectory() as folder, served(Path(folder, "book"), language) as at:
        walk = Walk(Watched(browser, at, language, width), target, name)
        walk.page.goto(at.address)
        walk.person.at_path("/first")
        yield from _first_card(walk, knows=knows)
        walk.tap("main a.main[href='/']")
        yield walk.look("passphrase")
        walk.fill({"passphrase": PASSPHRASE, "again": PASSPHRASE})
        walk.tap("button.main")
        yield walk.look("recovery")
        walk.tap("main a.main")
        yield from _visit(walk, knows=knows)
        yield walk.look("today")
        walk.tap("nav a[href='/plan']")
        yield walk.look("plan")
        walk.tap("nav a[href='/situation']")
        yield walk.look("situation")
        print(f"{name}: {walk.taps} taps, {walk.typed} fields")
        walk.person.nothing_went_wrong()
        walk.person.context.close()


def _first_card(walk: Walk, *, knows: bool) -> Iterator[Path]:
    """Answer each question of the first page, or pass it over, and see the card."""
    while walk.page.locator(".ask .question").count():
        yield walk.look("ask")
        chosen = knows and walk.page.locator(".ask button.choice").count()
        passed = ".ask button.link" if walk.page.locator(".ask button.link").count() else ".ask button.main"
        walk.tap(".ask button.choice:last-of-type" if chosen else passed)
    yield walk.look("card")


def _visit(walk: Walk, *, knows: bool) -> Iterator[Path]:
    for step, typed in KNOWN.items():
        walk.person.at_path(f"/visit/{step}")
        yield walk.look(step)
        if knows:
            walk.fill(typed)
        walk.tap("main form button.main" if knows else "main form a.second")
    for debt in DEBTS:
        yield walk.look("debt")
        walk.fill({key: value for key, value in debt.items() if knows or key in LITTLE})
        walk.tap("main form button.main")
    yield walk.look("debts")
    walk.tap("main form a.second")


def main() -> None:
    """Write the pictures into the folder named, and print how many."""
    names = [one for one in sys.argv[1:] if not one.startswith("-")]
    if not names:
        sys.exit("Name a folder for the pictures, outside the repository.")
    target = Path(names[0]).resolve()
    if target.is_relative_to(ROOT):
        sys.exit(f"{target} lies in the repository; name a folder outside it.")
    target.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        count = 0
        for (language, width), knows in product(NEWCOMERS, (False, True)):
            count += sum(1 for _ in newcomer(browser, language, width, target, knows=knows))
        for name, wanted in () if "--first" in sys.argv else HOUSEHOLDS.items():
            count += sum(1 for _ in pictures(browser, name, wanted, target))
        browser.close()
    print(f"{count} pictures in {target}")


if __name__ == "__main__":
    main()
