"""A photo in a real browser: it looks as it did, turned as it was held, and a large one is sent smaller."""

from base64 import b64decode
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from importers.made_pictures import FULL_OF_SECRETS
from needs import needs
from web.serving import Served, Watched, make_book
from web.test_pages_browser import Opened, looks_right

pytestmark = [needs("chromium", "the app is tried in a browser"), pytest.mark.long]
DEMO = Path(str(resources.files("ashore") / "examples" / "demo.toml"))
DRAWN = """async ([width, height, kind]) => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const pen = canvas.getContext('2d');
  for (let y = 0; y < height; y += 4) { for (let x = 0; x < width; x += 4) {
    pen.fillStyle = `rgb(${(x * 7 + y * 13) % 256},${(x * y) % 256},${(y * 5) % 256})`;
    pen.fillRect(x, y, 4, 4);
  } }
  return canvas.toDataURL(`image/${kind}`, 0.95).split(',')[1];
}"""
SEEN = """async (address) => {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0);
  const data = pen.getImageData(0, 0, canvas.width, canvas.height).data;
  const sum = await crypto.subtle.digest('SHA-256', data);
  const told = [...new Uint8Array(sum)].map((one) => one.toString(16).padStart(2, '0')).join('');
  return [canvas.width, canvas.height, told];
}"""
"""How large a picture is on a page, turned as it says, and a digest of all its points."""


NAMED = "document.getElementById('photo').files[0].name"
WAITS = 300
"""A page may run nothing that is handed to it as text, so a test asks it again and again."""


@pytest.fixture
def seller(browser: Browser, server: Served) -> Iterator[Watched]:
    """Return a person on the page of the thing that the example's household may sell."""
    person = Watched(browser, server, "zh")
    person.page.goto(server.address)
    person.page.wait_for_url(f"{server.home}/first")
    make_book(person.page, server, DEMO)
    person.page.goto(f"{server.home}/situation")
    person.page.locator("a[href^='/things/']").first.click()
    person.page.locator("#photo").wait_for()
    yield person
    person.context.close()


def drawn(page: Page, width: int, height: int, kind: str) -> bytes:
    """Return a picture of many colours that the browser itself made."""
    return b64decode(page.evaluate(DRAWN, [width, height, kind]))


def keep(seller: Watched, path: Path) -> str:
    """Keep a photo.  Returns its address."""
    page = seller.page
    page.locator("#photo").set_input_files(path)
    page.locator("form[enctype] button").click()
    page.wait_for_load_state()
    return f"{seller.at.home}{page.locator('.photos img').last.get_attribute('src')}"


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp"])
def test_what_is_kept_looks_as_it_did(seller, tmp_path, kind):
    """Of a JPEG that was held upright (6) width and height change places, as the browser turns it."""
    data = drawn(seller.page, 240, 120, kind)
    if kind == "jpeg":
        data = data[:2] + b"".join(FULL_OF_SECRETS) + data[2:]
    path = tmp_path / f"photo.{kind}"
    path.write_bytes(data)
    kept = seller.page.evaluate(SEEN, keep(seller, path))
    encoded = f"data:image/{kind};base64," + seller.page.evaluate(
        "(bytes) => btoa(String.fromCharCode(...bytes))", list(data)
    )
    assert kept == seller.page.evaluate(SEEN, encoded)
    assert kept[:2] == ([120, 240] if kind == "jpeg" else [240, 120])
    seller.nothing_went_wrong()


def test_a_large_photo_is_sent_smaller(seller, tmp_path):
    data = drawn(seller.page, 5000, 3500, "png")
    assert len(data) > 1 << 20
    path = tmp_path / "large.png"
    path.write_bytes(data)
    page = seller.page
    page.locator("#photo").set_input_files(path)
    for _ in range(WAITS):
        if page.evaluate(NAMED) == "photo.jpg":
            break
        page.wait_for_timeout(100)
    assert page.evaluate(NAMED) == "photo.jpg"
    page.locator("form[enctype] button").click()
    page.wait_for_load_state()
    address = f"{seller.at.home}{page.locator('.photos img').last.get_attribute('src')}"
    assert page.evaluate(SEEN, address)[:2] == [1600, 1120]
    seller.nothing_went_wrong()


@pytest.mark.parametrize("how", [("zh", "dark", 320), ("en", "light", 1280)])
def test_a_page_with_photos_fits_and_can_be_read(browser, server, seller, tmp_path, how):
    path = tmp_path / "photo.png"
    path.write_bytes(drawn(seller.page, 90, 240, "png"))
    for _ in range(3):
        keep(seller, path)
    seller.page.locator(".photos form button").first.click()
    expect(seller.page.locator("details .photos img")).to_have_count(1)
    book = Opened(server, seller.context.storage_state(), {})
    looks_right(browser, book, seller.page.url.removeprefix(server.home), *how)
