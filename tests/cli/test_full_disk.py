"""A place that cannot be written to: one sentence in the reader's language, exit code 2, what stood there untouched."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ashore.documents.files import write_whole

FULL = "/dev/full"
"""Every write to it fails as on a full disk."""
BLOCKS = 8
"""So many blocks of 512 bytes a file may have where the system is told to refuse larger ones: a page has more."""
OLD = "what stood there before\n"
HOUSEHOLD = """
format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 2600.00
[[income]]
name = "Pay"
amount = 2600.00
day = 10
[[spending]]
name = "Food"
amount = 1500.00
[[debt]]
id = "loan"
name = "Loan"
balance = 1000.00
rate = "1%/month"
method = "level-payment"
periods_left = 3
due_day = 15
"""
SAID = {
    "full": {"zh": "磁盘满了", "en": "the disk is full"},
    "large": {"zh": "放不下这么大的文件", "en": "may not be that large"},
}


@pytest.fixture
def household(tmp_path: Path) -> Path:
    """Return the path of a small household whose plan works."""
    path = tmp_path / "household.toml"
    path.write_text(HOUSEHOLD)
    return path


def run(line: list[str], then: str = "", blocks: str = "unlimited") -> subprocess.CompletedProcess[str]:
    """Return what a line answers, what it prints sent on; no file may become larger than so many blocks."""
    shell = f'ulimit -f {blocks} && "$@" {then}'
    command = ["sh", "-c", shell, "sh", sys.executable, "-m", "ashore", *line]
    # Else Python would keep what it compiled as half a file, and read that the next time.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "line", [["plan", "FILE", "--json"], ["plan", "FILE"], ["check", "FILE"], ["--help"]]
)
def test_an_answer_that_cannot_be_written_is_said_and_ends_with_2(household, language, line):
    asked = [str(household) if word == "FILE" else word for word in line]
    result = run([*asked, "--lang", language], f"> {FULL}")
    assert result.returncode == 2
    assert SAID["full"][language] in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_reader_who_goes_away_is_no_complaint(household):
    result = run(["check", str(household)], then="| true")
    assert result.stderr == ""


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("option", ["plan --report", "plan --certificate", "futures --report", "first --out"])
def test_a_file_that_cannot_be_written_whole_leaves_the_old_one(household, tmp_path, language, option):
    command, name = option.split()
    target = tmp_path / "target.html"
    target.write_text(OLD)
    line = [command, *([] if command == "first" else [str(household)]), name, str(target), "--lang", language]
    result = run(line, blocks="2" if name == "--certificate" else str(BLOCKS))
    assert result.returncode == 2, result.stderr
    assert SAID["large"][language] in result.stderr.replace("\n", " ")
    assert "Traceback" not in result.stderr
    assert target.read_text() == OLD
    assert sorted(path.name for path in tmp_path.iterdir()) == ["household.toml", "target.html"]


def test_a_link_stays_a_link_and_the_file_keeps_who_may_read_it(tmp_path):
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_text(OLD)
    file.chmod(0o600)
    link.symlink_to(file)
    write_whole(link, "new\n")
    assert link.is_symlink()
    assert file.read_text() == "new\n"
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_new_file_may_be_read_by_whom_the_system_says(tmp_path):
    plain = tmp_path / "plain"
    plain.write_text(OLD)
    write_whole(tmp_path / "new", OLD)
    assert (tmp_path / "new").stat().st_mode == plain.stat().st_mode


@pytest.mark.parametrize("name", ["no-such-folder/page.html", "folder", "household.toml/page.html"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_place_that_does_not_exist_is_said(household, tmp_path, name, language):
    (tmp_path / "folder").mkdir()
    result = run(["plan", str(household), "--certificate", str(tmp_path / name), "--lang", language])
    assert result.returncode == 2
    assert "Traceback" not in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "household.toml"]
