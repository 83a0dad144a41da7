"""Pages of the web app: requests answered by the real server, each page beside the server's own empty page."""

import gzip
import re
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from importlib import resources
from itertools import cycle
from pathlib import Path
from time import perf_counter, process_time
from typing import Final, TypeVar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

from ashore.household import read_household
from ashore.packs.products import all_products
from ashore.packs.workdays import working_days_of
from ashore.planning.problem import HORIZON_MONTHS
from ashore.planning.what_if import outlook, read_change
from ashore.web.serve import HOST, free_port
from benching.timing import Side, compare

REQUESTS: Final = 10
BARE: Final = "/away"
PAGES: Final = ("/", "/plan")
EVERY: Final = (
    "/",
    "/plan",
    "/plan?compare=1",
    "/situation",
    "/checkin",
    "/settings",
    "/help",
    "/about",
    "/first",
    "/creditors",
    "/agenda",
    "/letters",
    "/money",
    "/report/card",
    "/papers/claim",
    "/learn",
    "/words",
    "/wellbeing",
    "/support",
    "/why",
    "/budget",
    "/bills/payments",
)
RPS_AIM: Final = 4.0
"""A page may take four times the empty page's time: a quarter of its requests per second."""
KB_MAX: Final = 600
ASSETS: Final = ("/static/documents/report.css", "/static/web/app.css", "/static/web/app.js")
TOKEN: Final = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
SHARES: Final = (-30, -25, -20, -15, -10, -5, 5, 10, 15, 20, 25, 30)


T = TypeVar("T")


def known(value: T | None) -> T:
    """Return a value that must be there."""
    if value is None:
        raise RuntimeError("the server, or the example, is not what it was")
    return value


class Visitor:
    """A browser that was let in and has the example book open."""

    def __init__(self, address: str) -> None:
        self.home, _, token = address.partition("/start#")
        self.browser: OpenerDirector = build_opener(HTTPCookieProcessor(CookieJar()))
        self.send("/start", "/start", token=token)
        self.send("/unlock", "/example")

    def get(self, path: str) -> bytes:
        """Return what an address answers."""
        with self.browser.open(self.home + path) as answer:
            return answer.read()

    def send(self, page: str, to: str, **fields: str) -> None:
        """Send a form with the mark of the page that it stands on."""
        mark = known(TOKEN.search(self.get(page).decode()))
        data = urlencode({"csrfmiddlewaretoken": mark[1], **fields}).encode()
        form = Request(self.home + to, data, {"Origin": self.home})  # noqa: S310 - this machine's own server
        self.browser.open(form).close()

    def seconds(self, path: str) -> float:
        """Return how long one request takes, over a few."""
        begun = perf_counter()
        for _ in range(REQUESTS):
            self.get(path)
        return (perf_counter() - begun) / REQUESTS


@contextmanager
def visiting() -> Generator[Visitor]:
    """Run the real server on a folder of its own, with the example book open."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        command = [
            sys.executable,
            "-m",
            "ashore",
            "web",
            "--folder",
            str(Path(folder, "book")),
            "--no-browser",
        ]
        with subprocess.Popen(
            [*command, "--port", str(port)], stdout=subprocess.PIPE, text=True, encoding="utf-8"
        ) as server:
            told = known(server.stdout).readline()
            home = f"http://{HOST}:{port}"
            try:
                yield Visitor(told[told.index(home) :].strip())
            finally:
                server.terminate()


def bench() -> None:
    """Time the pages and print the ratios; print the largest page as it would be sent compressed."""
    with visiting() as visitor:
        print("Pages of the web app, by the clock:")
        bare = Side(f"the empty page {BARE}", lambda: visitor.seconds(BARE))
        for path in PAGES:
            compare(Side(path, lambda path=path: visitor.seconds(path)), bare, RPS_AIM)
        _what_if(visitor)
        _sizes(visitor)


def _what_if(visitor: Visitor) -> None:
    """Time a slider's two answers, each for a change not asked about before, beside the engine's own time."""
    text = (resources.files("ashore") / "examples" / "demo.toml").read_bytes()
    household = known(read_household(text, all_products()).household)
    days = working_days_of(household, HORIZON_MONTHS)
    spent, asked = cycle(SHARES), ((income, spending) for spending in SHARES for income in SHARES)

    def engine() -> float:
        change = read_change(f"income {next(spent):+d}%", household)
        begun = process_time()
        outlook(household, [change], "cheapest", HORIZON_MONTHS, days)
        return process_time() - begun

    def answered(way: str) -> float:
        income, spending = next(asked)
        begun = perf_counter()
        visitor.get(f"/plan/if?income={income}&spending={spending}&alone=1&{way}=1")
        return perf_counter() - begun

    other = Side("the engine's own time for a new plan", engine)
    compare(Side("what-if, the plan as it is", lambda: answered("quick")), other)
    compare(Side("what-if, the new plan", lambda: answered("whole")), other)


def _sizes(visitor: Visitor) -> None:
    """Print the largest page with what it loads, compressed."""
    assets = sum(len(gzip.compress(visitor.get(path))) for path in ASSETS)
    sizes = {path: len(gzip.compress(visitor.get(path))) + assets for path in EVERY}
    path = max(sizes, key=lambda one: sizes[one])
    largest = sizes[path] / 1024
    verdict = "met" if largest <= KB_MAX else "MISSED"
    print(f"  largest page {path}: {largest:.1f} KB compressed, with its files; aim {KB_MAX}: {verdict}")
