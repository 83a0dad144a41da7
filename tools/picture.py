"""Make the picture of each README: the top of the demo household's page, as chromium shows it.

Run `python tools/picture.py` after a change to the page or the demo household.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

ROOT = Path(__file__).parent.parent
CHROMIUM = "/usr/bin/chromium"
SIZE: ViewportSize = {"width": 760, "height": 900}
PAGES = {"zh": "家庭账本.html", "en": "household-book.html"}


def main() -> None:
    """Write docs/picture.zh.png and docs/picture.en.png."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for language, page in PAGES.items():
            subprocess.run(
                [sys.executable, "-m", "ashore", "demo", "--lang", language],
                cwd=folder,
                check=True,
                stdout=subprocess.DEVNULL,
            )
            tab = browser.new_page(viewport=SIZE)
            tab.goto(Path(folder, page).as_uri())
            tab.screenshot(path=str(ROOT / "docs" / f"picture.{language}.png"))
        browser.close()


if __name__ == "__main__":
    main()
