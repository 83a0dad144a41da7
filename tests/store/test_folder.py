"""Where the books lie, and what is said of a place that is not safe."""

from pathlib import Path

import pytest

from ashore.store import folder
from ashore.store.folder import Folder, default_folder, worries_of

HOME = Path("/own")


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, "/own/.local/share/ashore"),
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/ashore"),
        ("darwin", {}, "/own/Library/Application Support/Ashore"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/Ashore"),
    ],
)
def test_the_systems_own_place(platform, environment, expected):
    assert default_folder(environment, HOME, platform) == Path(expected)


@pytest.mark.parametrize("name", ["Dropbox", "OneDrive - Personal", "坚果云", "百度网盘", "iCloud Drive"])
def test_a_folder_that_a_sync_program_copies_is_told(tmp_path, name):
    inside = tmp_path / name / "book"
    inside.mkdir(parents=True)
    assert [one.code for one in worries_of(Folder(inside))] == ["folder-synced"]


def test_a_mark_of_a_sync_program_is_enough(tmp_path):
    (tmp_path / ".stfolder").mkdir()
    (tmp_path / "book").mkdir()
    assert [one.code for one in worries_of(Folder(tmp_path / "book"))] == ["folder-synced"]


def test_a_network_drive_is_told(tmp_path, monkeypatch):
    mounts = tmp_path / "mounts"
    mounts.write_text(f"disk / ext4 rw 0 0\nserver:/x {tmp_path} nfs4 rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(folder, "MOUNTS", mounts)
    assert [one.code for one in worries_of(Folder(tmp_path))] == ["folder-far"]


def test_a_plain_folder_is_fine(tmp_path, monkeypatch):
    mounts = tmp_path / "mounts"
    mounts.write_text("disk / ext4 rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(folder, "MOUNTS", mounts)
    assert worries_of(Folder(tmp_path)) == ()
