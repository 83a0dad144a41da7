"""Writes sent to the app as a browser sends them, what the book must then hold, and what it does hold.

The model of the book shares no code with the store: a list of incomes, and a stack of the lists before each change.
"""

import http.client
import io
import random
import re
import tomllib
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal, Protocol
from wsgiref.util import setup_testing_defaults

from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from ashore.store import book, shelf
from ashore.store.folder import BOOK, Folder
from ashore.store.models import Change
from ashore.web import session
from ashore.web.keys import marked
from open_book import PASSPHRASE
from web.asking import Answer

Kind = Literal["add", "edit", "remove", "import", "undo", "again"]
Incomes = tuple[tuple[str, int], ...]
MARK: Final = "a" * 32
"""What a form's own mark may be, sent in the cookie and in the form."""
FILE: Final = 'format = "ashore/1"\n[household]\nas_of = 2027-01-31\njurisdiction = "cn"\n'
INCOME: Final = '[[income]]\nname = "{}"\namount = {}\n'


@dataclass(frozen=True, slots=True)
class Op:
    """One write; `again` repeats `first`, which was acknowledged, under the same key."""

    kind: Kind
    key: uuid.UUID
    name: str = ""
    amount: int = 0
    change: int = 0
    incomes: Incomes = ()
    first: "Op | None" = None


LATER: Final = Op("add", marked(bytes(8), BOOK), "later", 1)
"""A write after a backup, which restoring takes back."""
NEXT_PASSPHRASE: Final = "another short sentence"


@dataclass(frozen=True, slots=True)
class Model:
    """What the book must hold: the incomes, how many changes were made, and what each undo would bring back."""

    incomes: Incomes = ()
    changes: int = 1
    before: tuple[tuple[int, Incomes], ...] = ()

    def after(self, op: Op) -> "Model":
        """Return what the book must hold after a write."""
        if op.kind == "again":
            return self
        if op.kind == "undo":
            return Model(self.before[-1][1], self.changes + 1, self.before[:-1])
        made = {
            "add": (*self.incomes, (op.name, op.amount)),
            "edit": tuple((name, op.amount if name == op.name else old) for name, old in self.incomes),
            "remove": tuple(one for one in self.incomes if one[0] != op.name),
            "import": op.incomes,
        }[op.kind]
        number = self.changes + 1
        return Model(made, number, (*self.before, (number, self.incomes)))

    def seen(self) -> "Found":
        """Return what must be found in the file."""
        return Found(self.incomes, self.changes)


@dataclass(frozen=True, slots=True)
class Found:
    """What a file holds."""

    incomes: Incomes
    changes: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Writes in order, and what the book must hold before each of them and after the last."""

    ops: tuple[Op, ...]
    models: tuple[Model, ...]


def plan_of(rng: random.Random, start: Model, count: int, retry: Op | None = None) -> Plan:
    """Return writes drawn at random: adds, edits, removals, files taken in whole, undos, repeats.

    `retry`: a write that goes first, as a browser sends again what it got no answer to.
    """
    ops: list[Op] = [retry] if retry else []
    models = [start, start.after(retry)] if retry else [start]
    while len(ops) < count:
        op = _drawn(rng, models[-1], ops)
        ops.append(op)
        models.append(models[-1].after(op))
    return Plan(tuple(ops), tuple(models))


def _drawn(rng: random.Random, now: Model, past: Sequence[Op]) -> Op:
    key, amount = marked(rng.randbytes(8), BOOK), rng.randrange(1, 10_000)
    kinds: list[Kind] = ["add", "add", "add", "add", "import"]
    if now.incomes:
        kinds.extend(("edit", "edit", "remove"))
    if now.before:
        kinds.extend(("undo",) * 3)
    if past and past[-1].kind in ("add", "import"):
        kinds.append("again")
    kind = rng.choice(kinds)
    if kind == "again":
        return Op(kind, past[-1].key, first=past[-1])
    if kind == "undo":
        return Op(kind, key, change=now.before[-1][0])
    if kind == "import":
        incomes = tuple(
            (f"{key.hex[:8]}-{at}", rng.randrange(1, 10_000)) for at in range(rng.randrange(1, 9))
        )
        return Op(kind, key, incomes=incomes)
    name = key.hex[:8] if kind == "add" else rng.choice(now.incomes)[0]
    return Op(kind, key, name, amount)


def sent_again(plan: Plan, acked: int, applied: bool) -> Op | None:
    """Return what a browser sends again: the write that got no answer, if its kind can be repeated as it was."""
    if acked == len(plan.ops) or plan.ops[acked].kind not in ("add", "import"):
        return None
    lost = plan.ops[acked]
    return Op("again", lost.key, first=lost) if applied else lost


class Asker(Protocol):
    """Who sends requests as a browser that was let in."""

    def ask(self, path: str, fields: dict[str, object] | None = None) -> Answer:
        """Return what came back to a GET, or to a POST of fields."""
        ...


def perform(asker: Asker, op: Op) -> bool:
    """Send a write; return whether it was acknowledged."""
    if op.first:
        return perform(asker, op.first)
    fields: dict[str, object] = {"key": str(op.key)}
    if op.kind == "add":
        path = "/add/income"
        fields |= {"name": op.name, "amount": str(op.amount)}
    elif op.kind == "undo":
        path = f"/undo/{op.change}"
    elif op.kind == "import":
        path = "/settings/import"
        fields["file"] = _upload(FILE + "".join(INCOME.format(*one) for one in op.incomes))
    else:
        listed = asker.ask("/situation").text
        found = re.search(rf'href="(/entry/[0-9a-f-]{{36}})"><span>{op.name}<', listed)
        assert found, f"{op.name} is not listed"
        path = found[1]
        if op.kind == "edit":
            fields = {**asker.ask(path).form(path), **fields, "amount": str(op.amount)}
        else:
            page, path = asker.ask(path), f"{path}/remove"
            fields = {**page.form(path), **fields}
    return asker.ask(path, fields).status == http.HTTPStatus.FOUND


def _upload(text: str) -> io.BytesIO:
    file = io.BytesIO(text.encode())
    file.name = "household.toml"
    return file


def _body(fields: dict[str, object]) -> bytes:
    return encode_multipart(BOUNDARY, {**fields, "csrfmiddlewaretoken": MARK})


@dataclass
class Wire:
    """A browser at the other end of a connection."""

    port: int
    secret: str = ""

    def ask(self, path: str, fields: dict[str, object] | None = None) -> Answer:
        """Return what came back.  Raises OSError or HTTPException where the server is gone."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        sent = {
            "Origin": f"http://127.0.0.1:{self.port}",
            "Content-Type": MULTIPART_CONTENT,
            "Cookie": f"c={MARK}; s={self.secret}",
        }
        try:
            connection.request("POST" if fields else "GET", path, _body(fields) if fields else None, sent)
            response = connection.getresponse()
            text = response.read().decode()
        finally:
            connection.close()
        if given := re.search(r"\bs=([\w-]+)", response.getheader("Set-Cookie") or ""):
            self.secret = given[1]
        return Answer(response.status, text, response.getheader("Location") or "")


class Inside:
    """A browser in the same process: the whole app without the socket.

    The app's own clean-up (Django closes the connection, SQLite then empties its log into the file) comes after the
    answer is out, as it may in the server: so it waits for the next request here.
    """

    def __init__(self, port: int) -> None:
        self.app = get_wsgi_application()
        self.port = port
        self.secret = session.exchange(session.new_token()) or ""
        session.touch()
        self.leave: Callable[[], None] = lambda: None

    def ask(self, path: str, fields: dict[str, object] | None = None) -> Answer:
        """Return what came back."""
        self.leave()
        body = _body(fields) if fields else b""
        environ: dict[str, object] = {
            "REQUEST_METHOD": "POST" if fields else "GET",
            "PATH_INFO": path,
            "CONTENT_LENGTH": str(len(body)),
            "CONTENT_TYPE": MULTIPART_CONTENT,
            "HTTP_HOST": f"127.0.0.1:{self.port}",
            "HTTP_ORIGIN": f"http://127.0.0.1:{self.port}",
            "HTTP_COOKIE": f"c={MARK}; s={self.secret}",
            "wsgi.input": io.BytesIO(body),
        }
        setup_testing_defaults(environ)
        status: list[str] = []
        response = self.app(environ, lambda code, headers, error=None: status.append(code) or bytes)
        text = b"".join(response).decode()
        self.leave = response.close
        return Answer(int(status[0].split()[0]), text)


def look(folder: Folder, passphrase: str = PASSPHRASE) -> Found:
    """Return what the book holds, opened as the app opens it and closed again; whatever is damaged raises.

    Pages of the file that a crash tore are not read while SQLite's log has them whole, so the file itself is looked
    through once the log was emptied into it.
    """
    shelf.unlock(folder, passphrase)
    try:
        assert _asked("integrity_check") == [("ok",)]
        rows = tomllib.loads(book.load().text, parse_float=Decimal).get("income", [])
        changes = list(Change.objects.values_list("pk", flat=True))
        assert _asked("wal_checkpoint(TRUNCATE)") == [(0, 0, 0)]
        assert _asked("cipher_integrity_check") == [], "pages of the file are torn"
    finally:
        shelf.lock()
    assert changes == list(range(1, len(changes) + 1)), changes
    return Found(tuple((row["name"], row["amount"]) for row in rows), len(changes))


def _asked(pragma: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        return cursor.fetchall()


def settled(plan: Plan, acked: int, found: Found) -> bool:
    """Return whether the write under way was made, too; asserts that all acknowledged were, once, and no more."""
    allowed = [model.seen() for model in plan.models[acked : acked + 2]]
    assert found in allowed, f"{acked} acknowledged: {plan.ops[:acked]}\nallowed: {allowed}\nfound: {found}"
    return found == allowed[-1] and len(allowed) > 1
