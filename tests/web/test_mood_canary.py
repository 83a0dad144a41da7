"""What was answered, the name that was given and the pause: looked for wherever they must not be.

`test_notes.py` looks for the answers and the name on every other page; here a pause is on, and somebody looks on.
"""

import socket

import pytest

from ashore.cli import main
from ashore.store.private import mood
from ashore.web import session
from web.planted import HELPER, plant_mood, plant_rest

PAGES = (
    "/",
    "/?all",
    "/agenda",
    "/situation",
    "/plan",
    "/settings",
    "/phone",
    "/help",
    "/wellbeing",
    "/letters",
)


def test_no_page_export_file_log_or_connection_carries_a_word_of_it(
    owner, folder, tmp_path, capfd, caplog, monkeypatch
):
    asked: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _, address: asked.append(address))
    words = plant_mood() + plant_rest()
    seen = []
    for cover in ("1", "0"):
        owner.client.cookies[session.COVER] = cover
        seen += [(f"{path} {cover}", owner.get(path).data) for path in PAGES]
    owner.client.cookies[session.COVER] = "1"
    seen += [(path, owner.get(path).data) for path in ("/mood", "/mood/help", "/mood/phq-9")]
    owner.client.cookies[session.COVER] = "0"
    exported = tmp_path / "household.toml"
    exported.write_bytes(owner.get("/settings/file").data)
    with pytest.raises(SystemExit):
        main(["check", str(exported)])
    printed = capfd.readouterr()
    seen += [("printed", (printed.out + printed.err + caplog.text).encode()), ("file", exported.read_bytes())]
    seen += [(path.name, path.read_bytes()) for path in folder.path.rglob("*") if path.is_file()]
    seen += [("backup", owner.get("/settings/backup").data)]
    assert min(len(data) for name, data in seen if name.endswith((" 0", " 1"))) > 1000
    found = [
        (name, one)
        for name, data in seen
        for one in words
        for code in ("utf-8", "utf-16-le", "gb18030")
        if one.encode(code) in data
    ]
    assert found == []
    assert asked == []


def test_the_canaries_are_found_where_they_may_be(owner):
    """The same search sees them on their own pages, so that finding none elsewhere says something."""
    plant_mood()
    plant_rest()
    own = owner.get("/mood").text + owner.get("/mood/help").text
    assert HELPER in own
    assert all(str(found) in own for found, _ in mood.all_taken())
