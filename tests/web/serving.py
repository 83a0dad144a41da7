"""The real server on a folder of its own, and browsers that were let in; for tests and for pictures."""

import re
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Playwright,
    StorageState,
)

from ashore.texts.language import Language
from ashore.texts.sentences import word
from ashore.web.serve import HOST, free_port
from needs import ROOT

Look = Literal["light", "dark"]
CHROMIUM: Final = "/usr/bin/chromium"
TAGS: Final[dict[Language, str]] = {"zh": "zh-CN", "en": "en-US"}
PASSPHRASE: Final = "a short sentence of mine"
STOP_S: Final = 20
ASHORE: Final = ROOT / "tests" / "ashore_on_the_day.py"
WAIT_MS: Final = 90_000
"""How long a page may take: a plan is worked out on a machine that does other things too."""


@dataclass(frozen=True, slots=True)
class Served:
    """A running server: where its pages are, and the address that lets one browser in, once."""

    home: str
    address: str


@contextmanager
def served(folder: Path, language: Language = "zh") -> Generator[Served]:
    """Run `ashore web` on a folder until the block ends."""
    port = free_port()
    command = [sys.executable, str(ASHORE), "web", "--folder", str(folder), "--port", str(port)]
    with subprocess.Popen(
        [*command, "--no-browser", "--lang", language], stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as server:
        try:
            assert server.stdout is not None
            home = f"http://{HOST}:{port}"
            told = server.stdout.readline()
            assert home in told, told
            yield Served(home, told[told.index(home) :].strip())
        finally:
            server.terminate()
            try:
                server.wait(STOP_S)
            except subprocess.TimeoutExpired:
                server.kill()
                raise


def launch(playwright: Playwright) -> Browser:
    """Return Debian's browser."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])


def let_in(browser: Browser, at: Served) -> StorageState:
    """Return the cookies of a browser that came with the address; the address has then been used."""
    page = browser.new_page()
    page.goto(at.address)
    page.wait_for_url(re.compile(f"{at.home}/(first)?$"))
    state = page.context.storage_state()
    page.context.close()
    return state


def window(
    browser: Browser, at: Served, cookies: StorageState, language: Language, look: Look, width: int
) -> BrowserContext:
    """Return a window of the browser that was let in, with a language, a look and a width in points."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, storage_state=cookies, locale=TAGS[language]
    )
    context.set_default_timeout(WAIT_MS)
    context.add_cookies(
        [
            {"name": name, "value": value, "url": at.home}
            for name, value in (("lang", language), ("look", look))
        ]
    )
    return context


def make_book(page: Page, at: Served, household: Path) -> None:
    """Make a book and take a household file into it."""
    page.goto(f"{at.home}/unlock")
    page.locator("#passphrase").fill(PASSPHRASE)
    page.locator("#again").fill(PASSPHRASE)
    page.locator("button.main").click()
    page.locator(".code").wait_for()
    page.goto(f"{at.home}/settings")
    page.locator("#file").set_input_files(household)
    page.locator("form[enctype] button").click()
    page.wait_for_url(f"{at.home}/")


def book_pages(page: Page, at: Served) -> dict[str, str]:
    """Return the path of each page of an open book by a name, one of each kind of entry among them."""
    page.goto(f"{at.home}/situation")
    links = page.locator(".list li a").evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    paths: list[str] = [str(link) for link in links]
    debt = next(path for path in paths if path.startswith("/debt/"))
    named = {
        "today": "/",
        "situation": "/situation",
        "situation-total": "/situation?total",
        "plan": "/plan",
        "plan-compare": "/plan?compare=1",
        "plan-if": "/plan/if?income=-10&spending=5",
        "asks": "/plan/asks?wait=1",
        "levers": "/plan/levers?wait=1",
        "futures": "/plan/futures?wait=1",
        "deeper": "/plan/futures",
        "checkin": "/checkin",
        "settings": "/settings",
        "delete": "/settings/delete",
        "creditors": "/creditors",
        "agenda": "/agenda",
        "money": "/money?wait=1&pay=7000&cost=300&hours=60",
        "iou": "/iou",
        "papers": "/papers",
        "log": "/log",
        "log-new": "/log/new",
        "paper": "/papers/claim?received=2026-11-20",
        "report": "/report",
        "report-part": "/report/card",
        "report-end": "/report/end",
        "notes": "/notes/causes",
        "note": "/notes/causes/new",
        "letters": "/notes/wellbeing",
        "phone-door": "/phone-door",
        "mood": "/mood",
        "mood-form": "/mood/phq-9",
        "crisis": "/mood/help",
        "bills": "/bills",
        "bills-payments": "/bills/payments",
        "bills-banks": "/bills/banks",
        **{name: f"/{name}" for name in ("why", "budget", "review")},
        "why-statement": "/why/statement",
        "support-pack": "/support/pack",
        "visit-income": "/visit/income",
        "visit-debt": "/visit/debt",
        "add-debt": "/add/debt",
        "add-account": "/add/account",
        "kinds": "/add/lever",
        "debt": debt,
        "offer": f"{debt}/offer?kind=defer",
        "letter-list": "/letters",
        "letter": f"/letters/statement/{debt.removeprefix('/debt/')}",
        "complaint": f"/letters/complaint/{debt.removeprefix('/debt/')}",
        **{name: f"{debt}/{name}" for name in ("closing", "audit", "cost")},
        "entry": next(path for path in paths if path.startswith("/entry/")),
    }
    named["thing"] = next((one for one in paths if one.startswith("/things/")), "/money")
    return named | TO_KEEP_GOING | OUTSIDE


TO_KEEP_GOING: Final = {
    "wellbeing": "/wellbeing",
    "goal": "/wellbeing/goal",
    "progress": "/wellbeing/progress",
    "family": "/wellbeing/family?numbers=1",
    "share": "/wellbeing/share?show=1&need=papers&need=days&details=1",
}
"""Pages of the hub that were not somewhere else before, by a name."""
OUTSIDE: Final = {
    "start": "/start",
    "first": "/first",
    "unlock": "/unlock",
    "restore": "/restore",
    "help": "/help",
    "about": "/about",
    "trap": "/trap",
    "support": "/support",
    "circle": "/support/circle",
    "words": "/words",
    "learn": "/learn",
    "lesson": "/learn/daily-rate",
}
"""Pages that need no open book, by a name."""


class Watched:
    """A person's page, with every request and every complaint noted."""

    def __init__(self, browser: Browser, at: Served, language: Language, width: int = 390) -> None:
        """Open a window in which nobody has been let in yet."""
        self.at: Served = at
        self.language: Language = language
        self.context: BrowserContext = browser.new_context(
            viewport={"width": width, "height": 800}, locale=TAGS[language], accept_downloads=True
        )
        self.context.set_default_timeout(WAIT_MS)
        self.page: Page = self.context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", self._note)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _note(self, message: ConsoleMessage) -> None:
        """Note an error or a warning; the browser's advice on password fields is neither."""
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def said(self, code: str, role: Literal["button", "link"] = "button") -> Locator:
        """Return the button or link with these words."""
        return self.page.get_by_role(role, name=word(code, self.language), exact=True).first

    def tap(self, code: str, role: Literal["button", "link"] = "button") -> None:
        """Tap the button or link with these words."""
        self.said(code, role).click()

    def fill(self, typed: dict[str, str]) -> None:
        """Fill in fields by their ids."""
        for ident, value in typed.items():
            place = self.page.locator(f"#{ident}")
            if place.evaluate("one => one.tagName") == "SELECT":
                place.select_option(value)
            else:
                place.fill(value)

    def words(self) -> str:
        """Return what the page says."""
        return self.page.locator("main").inner_text()

    def at_path(self, path: str) -> None:
        """Wait until the page of this path is there."""
        self.page.wait_for_url(f"{self.at.home}{path}")

    def nothing_went_wrong(self) -> None:
        """Check that the browser complained of nothing and asked nobody else."""
        assert self.complaints == []
        assert {urlsplit(url).hostname for url in self.requests if not url.startswith("data:")} == {
            "127.0.0.1"
        }
