"""Debian's browser and the real server on an empty folder, as fixtures."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from web.serving import Served, launch, served


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return Debian's browser."""
    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Served]:
    """Return the server on an empty folder."""
    with served(tmp_path / "book") as at:
        yield at
