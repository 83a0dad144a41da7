"""`ashore check`: what is printed, the JSON shape, and the exit codes, on the command itself."""

import json
import subprocess
from pathlib import Path

import pytest

from ashore.texts.findings import FINDINGS
from household.files import CLEAN

BROKEN = CLEAN.replace('"1%/month"', '"12%"').replace("12000.00", '"1.2万"')
RATE_LINE = BROKEN.splitlines().index('rate = "12%"') + 1


@pytest.fixture
def check(python: str, tmp_path: Path):
    """Return a function that writes a file, checks it, and returns exit code, output and errors."""

    def run(data: bytes | str, *options: str, name: str = "household.toml") -> tuple[int, str, str]:
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return ashore(python, "check", str(path), *options)

    return run


def ashore(python: str, *arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
    """Return exit code, output and errors of a command, without the folder's name."""
    ended = subprocess.run(
        [python, "-m", "ashore", *arguments], capture_output=True, input=stdin, check=False
    )
    return ended.returncode, ended.stdout.decode(), ended.stderr.decode()


def test_a_clean_file_ends_with_0_and_says_what_to_do_next(check):
    code, out, errors = check(CLEAN, "--lang", "en")
    assert (code, errors) == (0, "")
    assert "Nothing in this file needs another look." in out
    assert out.splitlines()[-1].startswith("    ashore plan ")


def test_a_file_that_must_be_mended_ends_with_2_in_both_languages(check):
    for language, level, where in (("en", "must be mended first", "line"), ("zh", "须先改", "第")):
        code, out, errors = check(BROKEN, "--lang", language)
        assert (code, errors) == (2, "")
        head = next(line for line in out.splitlines() if level in line)
        assert str(RATE_LINE) in head
        assert where in head
        assert "debt “card” · rate" in head
        assert out.splitlines()[-1].startswith("    ashore check ")


def test_a_file_with_notes_only_can_be_used(check):
    code, out, _ = check(CLEAN.replace("12000.00", '"1.2万"'), "--lang", "zh")
    assert code == 0
    assert "待核对" in out
    assert "须先改 0 处" in out


def test_every_finding_is_a_block_and_no_line_is_wider_than_the_screen(check):
    _, out, _ = check(BROKEN, "--lang", "en")
    blocks = out.strip().split("\n\n")
    assert len(blocks) == 3
    assert all(len(line) <= 80 for line in out.splitlines() if "household.toml" not in line)


def test_the_json_is_one_shape_for_every_file(check):
    code, out, _ = check(BROKEN, "--json", "--lang", "en")
    answer = json.loads(out)
    assert code == 2
    assert list(answer) == ["format", "file", "usable", "stops", "notes", "findings"]
    assert (answer["format"], answer["usable"], answer["stops"], answer["notes"]) == (
        "ashore-check/1",
        False,
        1,
        1,
    )
    note, stop = answer["findings"]
    assert list(stop) == ["code", "level", "line", "path", "facts", "sentence"]
    assert (stop["code"], stop["level"], stop["line"], stop["path"]) == (
        "rate-period-missing",
        "stop",
        RATE_LINE,
        "debt[0].rate",
    )
    assert stop["facts"] == {"key": "rate", "read": "12%", "entry": "card"}
    assert "12%" in stop["sentence"]
    assert note["level"] == "note"
    clean = json.loads(check(CLEAN, "--json")[1])
    assert (clean["usable"], clean["findings"]) == (True, [])


def test_codes_in_json_are_those_of_the_reference(check):
    answer = json.loads(check(b"\xff\xfe", "--json")[1])
    assert all(finding["code"] in FINDINGS for finding in answer["findings"])
    assert answer["findings"][0]["line"] is None


def test_facts_that_are_days_are_iso_text_in_json(check):
    late = CLEAN + "arrears = {since = 2026-12-15}\n"
    (finding,) = json.loads(check(late, "--json")[1])["findings"]
    assert finding["facts"]["since"] == "2026-12-15"


def test_a_file_from_standard_input(python):
    code, out, _ = ashore(python, "check", "-", "--lang", "en", stdin=CLEAN.encode())
    assert code == 0
    assert out.splitlines()[-1] == "    ashore plan -"


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        ("missing.toml", "en", "There is no file"),
        ("missing.toml", "zh", "没有找到文件"),
        ("", "en", "is a folder"),
    ],
)
def test_a_file_that_cannot_be_opened_ends_with_2_and_one_sentence(python, tmp_path, name, language, said):
    code, out, errors = ashore(python, "check", str(tmp_path / name), "--lang", language)
    assert (code, out) == (2, "")
    assert said in " ".join(errors.split())
    assert "Traceback" not in errors


def test_a_household_with_everything_wrong_is_still_answered(check):
    code, out, errors = check("[household]\n" + "x = [\n" * 50 + "“\n=,,={[\n", "--lang", "zh")
    assert code == 2
    assert "Traceback" not in errors
    assert "须先改" in out
