"""Settings: the file in and out, backup, passphrase, deleting everything."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ashore.errors import AshoreError, Message
from ashore.household import read_source
from ashore.store import book, shelf
from ashore.store.folder import worries_of
from ashore.store.keyring import held
from ashore.store.locked import SUFFIX, NotOpened, TooShort, is_locked, lock, unlock
from ashore.texts.sentences import word
from ashore.web import guard, session
from ashore.web.clock import today
from ashore.web.config import place
from ashore.web.handed import handed_out
from ashore.web.keys import key_of
from ashore.web.shown import LOOKS, language_of, show


@require_GET
def settings(request: HttpRequest) -> HttpResponse:
    """Show the settings."""
    return _page(request)


def _page(request: HttpRequest, status: int = 200, **facts: object) -> HttpResponse:
    shown = {
        "worries": worries_of(place().folder),
        "looks": LOOKS,
        "idles": [(one, int(one)) for one in session.IDLE],
        "idle": request.COOKIES.get(session.LOCK, str(session.IDLE_MINUTES)),
        "folder": str(place().folder.path),
        **facts,
    }
    return show(request, "settings", shown, status=status)


@require_GET
def export(request: HttpRequest) -> HttpResponse:
    """Return the household file, readable by anyone and by every command."""
    return handed_out(
        book.load().text.encode(),
        word("export-file-name", language_of(request)) + ".toml",
        "application/toml",
    )


@require_POST
def export_locked(request: HttpRequest) -> HttpResponse:
    """Return the household file under a passphrase of its own; every command reads it, and so does this page."""
    typed = request.POST.get("word", "")
    if typed != request.POST.get("again", ""):
        return _page(request, 400, wrong=Message("vault-not-same"), locking=True)
    try:
        sealed = lock(book.load().text.encode(), typed)
    except TooShort as error:
        return _page(request, 400, wrong=Message(error.code, error.facts), locking=True)
    name = word("export-file-name", language_of(request)) + ".toml" + SUFFIX
    return handed_out(sealed, name, "application/octet-stream")


@require_POST
def take_in(request: HttpRequest) -> HttpResponse:
    """Put a household file in the place of what is in the book; the settings offer to undo it.

    One under a passphrase is opened with what was typed; whatever does not fit changes nothing.
    """
    given = request.FILES.get("file")
    if given is None:
        return _page(request, 400, wrong=Message("import-nothing"))
    data, typed = given.read(), request.POST.get("word", "")
    try:
        plain = _opened(data, typed)
    except AshoreError as error:
        return _page(request, 400, wrong=Message(error.code, error.facts))
    source = read_source(plain)
    reading = book.read_text(source.text) if source.tree is not None else None
    if reading is None or reading.household is None:
        findings = reading.findings if reading else ()
        return _page(request, 400, wrong=Message("import-not-read"), findings=findings)
    book.replace_all(key_of(request), source.text)
    return redirect("today")


def _opened(data: bytes, typed: str) -> bytes:
    """Return a file's bytes, of a locked one what it keeps.  Raises NotOpened."""
    if not is_locked(data):
        return data
    if not typed:
        raise NotOpened("import-locked")
    return unlock(data, typed)


@require_GET
def back_up(request: HttpRequest) -> HttpResponse:
    """Return a backup of the book, encrypted as the book is."""
    if held().demo:
        return redirect("settings")
    name = f"{word('export-file-name', language_of(request))}-{today().isoformat()}.zip"
    return handed_out(shelf.back_up(place().folder), name, "application/zip")


@require_POST
def passphrase(request: HttpRequest) -> HttpResponse:
    """Change the passphrase."""
    if held().demo:
        return redirect("settings")
    old, new = request.POST.get("old", ""), request.POST.get("new", "")
    try:
        if new != request.POST.get("again", ""):
            return _page(request, 400, wrong=Message("vault-not-same"))
        shelf.new_passphrase(place().folder, old, new)
    except AshoreError as error:
        return _page(request, 400, wrong=Message(error.code, error.facts))
    return _page(request, done=Message("passphrase-changed"))


@require_POST
def code(request: HttpRequest) -> HttpResponse:
    """Make a new recovery code and show it once."""
    if held().demo:
        return redirect("settings")
    try:
        made = shelf.new_code(place().folder, request.POST.get("old", ""))
    except AshoreError as error:
        return _page(request, 400, wrong=Message(error.code, error.facts))
    return show(request, "recovery", {"code": made, "today": today()})


@require_http_methods(["GET", "POST"])
def delete(request: HttpRequest) -> HttpResponse:
    """Delete everything, once the word that says so was typed; never from within the example."""
    if held().demo:
        return redirect("settings")
    expected = word("delete-word", language_of(request))
    if request.method == "GET":
        return show(request, "delete", {"expected": expected})
    if request.POST.get("word", "").strip() != expected:
        return show(
            request, "delete", {"expected": expected, "wrong": Message("delete-not-typed")}, status=400
        )
    guard.close()
    shelf.delete_all(place().folder)
    return redirect("unlock")
