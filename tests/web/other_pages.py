"""Every page of the app that is not for one's own eyes alone, as it is shown."""

import re
from collections import Counter
from html import unescape
from urllib.parse import urljoin, urlsplit

from django.urls import resolve

from ashore.store import book
from ashore.web.urls import urlpatterns

PRIVATE_PAGES = ("/notes/", "/mood", "/bills", "/why", "/budget", "/review")


SLOW_PAGES = ("/plan/futures?wait", "/money?wait")


def every_other_page(owner, most: int, left_out: tuple[str, ...] = ()) -> dict[str, bytes]:
    """Return what each page that is not a private one shows: each that has one address, and what they lead to.

    `most`: how many of one kind (an entry's page, a lesson's) are looked at.
    """
    kinds: Counter[str] = Counter()
    waiting = [f"/{one.pattern}" for one in urlpatterns if "<" not in str(one.pattern)]
    waiting += ["/plan/if?income=-10", *(f"/entry/{one.pk}" for one in book.load().entries if one.section)]
    seen: dict[str, bytes] = {}
    while waiting:
        path = waiting.pop()
        kind = resolve(urlsplit(path).path).route
        if path not in seen and not path.startswith((*PRIVATE_PAGES, *left_out)) and kinds[kind] < most:
            kinds[kind] += 1
            page = owner.get(path)
            seen[path] = page.data
            if "html" in page.headers.get("Content-Type", ""):
                found = (unescape(one) for one in re.findall(r'href="(/[^"#]*|\?[^"#]*)', page.text))
                waiting += [urljoin(path, one) for one in found if not one.startswith("/static/")]
    return seen
