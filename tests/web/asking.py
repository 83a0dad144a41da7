"""A browser without a window: it asks for pages, fills in their forms, and sends them as a browser does."""

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Final

from django.test import Client

from ashore.web.session import COOKIE
from open_book import PORT

ORIGIN: Final = f"http://127.0.0.1:{PORT}"
FORM: Final = re.compile(r'<form method="post" action="([^"]+)"[^>]*>(.*?)</form>', re.DOTALL)
INPUT: Final = re.compile(r"<input\b[^>]*>")
SELECT: Final = re.compile(r'<select\b[^>]*name="([^"]+)"[^>]*>(.*?)</select>', re.DOTALL)
AREA: Final = re.compile(r'<textarea\b[^>]*name="([^"]+)"[^>]*>(.*?)</textarea>', re.DOTALL)


@dataclass
class Answer:
    """What came back."""

    status: int
    text: str
    where: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    data: bytes = b""

    @property
    def words(self) -> str:
        """Return the page without its tags."""
        whole = re.sub(r'<span class="day">([^<]*)</span>', r"\1", self.text)
        return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", whole)))

    def form(self, action: str) -> dict[str, object]:
        """Return a form's fields with what stands in them, as a browser would send them."""
        inside = next(body for found, body in FORM.findall(self.text) if found == action)
        filled: dict[str, object] = {}
        for one in INPUT.findall(inside):
            parts = dict(re.findall(r'(\w[\w-]*)="([^"]*)"', one))
            if parts.get("type") == "checkbox" and " checked" in one:
                filled[parts["name"]] = [*_several(filled.get(parts["name"])), unescape(parts["value"])]
            if parts.get("type") not in ("checkbox", "file") and "name" in parts:
                filled[parts["name"]] = unescape(parts.get("value", ""))
        for name, options in SELECT.findall(inside):
            chosen = re.search(r'<option value="([^"]*)" selected', options)
            filled[name] = unescape(chosen[1]) if chosen else ""
        for name, text in AREA.findall(inside):
            filled[name] = unescape(text)
        return filled


def _several(value: object) -> list[object]:
    return [*value] if isinstance(value, list) else [] if value is None else [value]


class Visitor:
    """A browser with the cookie of one that was let in."""

    def __init__(self, secret: str, language: str = "zh") -> None:
        self.client = Client(HTTP_HOST=f"127.0.0.1:{PORT}", SERVER_PORT=str(PORT), enforce_csrf_checks=True)
        self.client.cookies[COOKIE] = secret
        self.client.cookies["lang"] = language

    def speaks(self, language: str) -> None:
        """Ask for another language from now on."""
        self.client.cookies["lang"] = language

    def get(self, path: str) -> Answer:
        """Return a page."""
        return self._answer(self.client.get(path))

    def send(self, path: str, filled: dict[str, object], action: str = "") -> Answer:
        """Fill in the form of a page and send it; `action`: where to, if not to the page itself."""
        page = self.get(path)
        to = action or path
        return self.post(to, {**page.form(to), **filled})

    def post(self, path: str, fields: dict[str, object]) -> Answer:
        """Send fields as they are."""
        return self._answer(self.client.post(path, fields, headers={"Origin": ORIGIN}))

    def _answer(self, response) -> Answer:
        data = response.content if not response.streaming else b"".join(response.streaming_content)
        text = data.decode("utf-8", errors="replace")
        return Answer(
            response.status_code, text, response.headers.get("Location", ""), dict(response.headers), data
        )
