"""`ashore first` as a person runs it: with nothing answered, with options, key by key, and stopped half-way."""

import json
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from datetime import timedelta
from pathlib import Path

import pytest

from day import TODAY
from needs import ROOT

RUN = [sys.executable, str(ROOT / "tests" / "ashore_on_the_day.py"), "first"]
NOTHING_ANSWERED = "Look in your post and messages"


def first(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Return what a run with these options answers; stdin is no terminal."""
    return subprocess.run([*RUN, *arguments], input=stdin, capture_output=True, text=True, check=False)


def test_nothing_answered_gives_the_card_at_once():
    for extra in ([], ["--no-questions"], ["--safe", "skip", "--paper", "skip", "--debit", "skip"]):
        answer = first("--lang", "en", *extra)
        assert answer.returncode == 0
        assert answer.stderr == ""
        assert NOTHING_ANSWERED in answer.stdout
        assert "12356" in answer.stdout


def test_the_language_is_the_locale_s_unless_given():
    zh = subprocess.run(
        RUN,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        env={**os.environ, "LANG": "zh_CN.UTF-8"},
    )
    assert zh.stdout.decode().startswith("先稳住\n")
    assert first().stdout.startswith("First things first\n")
    assert first("--lang", "zh").stdout.startswith("先稳住\n")


def test_options_answer_the_questions():
    received = TODAY - timedelta(days=1)
    answer = first(
        *(
            "--lang",
            "en",
            "--json",
            "--safe",
            "yes",
            "--paper",
            "court",
            "--paper-date",
            received.isoformat(),
        ),
        *("--debit", "yes", "--asked", "yes", "--liable", "spouse,house", "--still-current", "no"),
        *("--money-in", "8,000", "--essential", "5000", "--dues", "¥６３００"),
    )
    card = json.loads(answer.stdout)
    assert card["format"] == "ashore-first/1"
    assert card["state"] == {
        "safe": "yes",
        "paper": "court",
        "deadline": "open",
        "debit": "yes",
        "asked": "yes",
        "liable": "several",
        "current": "no",
    }
    assert card["facts"]["until"] == (received + timedelta(days=15)).isoformat()
    assert [step["title"] for step in card["today"]] == [
        "first-court-open",
        "first-money-sued",
        "first-agent",
    ]
    assert card["rough"] == {
        "code": "first-rough-short",
        "facts": {**card["rough"]["facts"], "about_fen": 330_000},
    }
    assert set(card) == {
        *(
            "format",
            "as_of",
            "state",
            "facts",
            "short",
            "tonight",
            "today",
            "avoid",
            "phone",
            "rough",
            "help",
        ),
        *("last", "sources"),
    }


def test_none_is_an_answer():
    card = json.loads(first("--json", "--liable", "none", "--paper", "none").stdout)
    assert card["state"]["liable"] == "none"
    assert card["state"]["paper"] == "none"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--paper", "court", "--paper-date", "20.11.2026"], "could not be read"),
        (["--paper", "court", "--paper-date", "2026-02-30"], "could not be read"),
        (["--paper", "court", "--paper-date", "2999-01-01"], "still to come"),
        (["--paper-date", "2026-11-20"], "--paper-date needs --paper"),
        (["--paper", "none", "--paper-date", "2026-11-20"], "--paper-date needs --paper"),
        (["--liable", "spouse,none"], "--liable takes"),
        (["--liable", "cousin"], "--liable takes"),
        (["--money-in", "8000"], "needs all three"),
        (["--money-in", "much", "--essential", "1", "--dues", "1"], "digits only"),
        (["--money-in", "-5", "--essential", "1", "--dues", "1"], "digits only"),
        (["--money-in", "1.005", "--essential", "1", "--dues", "1"], "digits only"),
        (["--paper", "judge"], "must be one of"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(arguments: list[str], told: str):
    answer = first("--lang", "en", *arguments)
    assert answer.returncode == 2
    assert answer.stdout == ""
    assert told in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_page_is_written_to_a_file_or_under_a_neutral_name(tmp_path: Path):
    for language, name in (("zh", "家庭账本.html"), ("en", "household-book.html")):
        answer = first("--lang", language, "--out", str(tmp_path))
        assert answer.returncode == 0
        assert name in answer.stderr
        assert (tmp_path / name).read_text("utf-8").startswith("<!doctype html>")
    target = tmp_path / "急救.html"
    assert first("--out", str(target)).returncode == 0
    assert first("--out", str(target)).returncode == 0, "written again"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["家庭账本.html", "household-book.html", "急救.html"]
    )


def test_a_page_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path):
    answer = first("--lang", "en", "--out", str(tmp_path / "not-there" / "page.html"))
    assert answer.returncode == 2
    assert "Could not write" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert list(tmp_path.iterdir()) == []


class Terminal:
    """A terminal with `ashore first` in it: keys go in, the screen comes out."""

    def __init__(self, *arguments: str) -> None:
        """Start the command."""
        self.process_id, self.handle = pty.fork()
        if self.process_id == 0:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # a job in the background would ignore Ctrl-C
            os.execv(sys.executable, [*RUN, "--lang", "en", *arguments])  # noqa: S606 - no shell between
        self.screen = ""

    def wait_for(self, text: str) -> None:
        """Read until the text is on the screen."""
        end = time.monotonic() + 20
        while text not in self.screen:
            assert time.monotonic() < end, f"{text!r} did not come:\n{self.screen}"
            self._read()

    def _read(self) -> bool:
        if select.select([self.handle], [], [], 0.2)[0]:
            try:
                got = os.read(self.handle, 65536)
            except OSError:  # the other end is closed
                return False
            self.screen += got.decode("utf-8", "replace")
            return bool(got)
        return True

    def press(self, keys: str) -> None:
        """Send keys one by one, each when the command waits for a key."""
        for key in keys:
            self._wait_until(reads_lines=False)
            os.write(self.handle, key.encode())
            time.sleep(0.05)

    def type(self, line: str) -> None:
        """Send what is typed when the command waits for a line."""
        self._wait_until(reads_lines=True)
        os.write(self.handle, line.encode())

    def _wait_until(self, *, reads_lines: bool) -> None:
        end = time.monotonic() + 20
        while bool(termios.tcgetattr(self.handle)[3] & termios.ICANON) != reads_lines:
            assert time.monotonic() < end, self.screen
            time.sleep(0.01)

    def end(self) -> str:
        """Return the whole screen once the command has ended well."""
        end = time.monotonic() + 60
        while self._read():
            assert time.monotonic() < end, self.screen
        assert os.waitstatus_to_exitcode(os.waitpid(self.process_id, 0)[1]) == 0
        os.close(self.handle)
        return self.screen


QUESTIONS = [
    "safe tonight?",
    "Any paper or message",
    "account a lender can debit?",
    "Has anyone asked",
    "touch someone else",
    "not yet overdue?",
]


def test_every_question_skipped_gives_the_same_card_as_none():
    terminal = Terminal()
    for question in QUESTIONS:
        terminal.wait_for(question)
        terminal.press("\r")
    terminal.wait_for("Money in each month")
    terminal.type("\r")
    screen = terminal.end().replace("\r\n", "\n")
    assert first("--lang", "en").stdout.splitlines()[-3:] == screen.splitlines()[-3:]
    assert NOTHING_ANSWERED in screen


def test_keys_answer():
    terminal = Terminal()
    terminal.wait_for(QUESTIONS[0])
    terminal.press("1")
    terminal.wait_for(QUESTIONS[1])
    terminal.press("x91")
    terminal.wait_for("Which day")
    terminal.type("yesterday\r")
    terminal.wait_for("could not be read")
    terminal.type("2020-01-02\r")
    terminal.wait_for(QUESTIONS[2])
    terminal.press("2")
    terminal.wait_for(QUESTIONS[3])
    terminal.press("1")
    terminal.wait_for(QUESTIONS[4])
    terminal.press("12\r")
    terminal.wait_for(QUESTIONS[5])
    terminal.press("2")
    terminal.wait_for("Money in each month")
    terminal.type("8000\r")
    terminal.wait_for("Food, home, power")
    terminal.type("5000\r")
    terminal.wait_for("All that lenders ask")
    terminal.type("6300\r")
    screen = terminal.end()
    assert "the day may have passed" in screen
    assert "Stop: no more money" in screen
    assert "Mark the debts that touch" in screen
    assert "¥3,300" in screen


@pytest.mark.parametrize("key", ["q", "Q", "\x03", "\x04"], ids=["q", "Q", "Ctrl-C", "Ctrl-D"])
@pytest.mark.parametrize("after", [0, 2])
def test_the_card_comes_at_any_time(key: str, after: int):
    terminal = Terminal()
    for question in QUESTIONS[:after]:
        terminal.wait_for(question)
        terminal.press("1")
        if question == QUESTIONS[1]:
            terminal.wait_for("Which day")
            terminal.type("\r")
    terminal.wait_for(QUESTIONS[after])
    terminal.press(key)
    screen = terminal.end()
    assert ("find out which day it came" if after else NOTHING_ANSWERED) in screen
    assert "Keep this month's food money first." in screen
    assert "Traceback" not in screen


@pytest.mark.parametrize("key", ["q\r", "\x03", "\x04"], ids=["q", "Ctrl-C", "Ctrl-D"])
def test_the_card_comes_out_of_a_line_too(key: str):
    terminal = Terminal("--safe", "yes", "--paper", "court")
    terminal.wait_for("Which day")
    terminal.type(key)
    screen = terminal.end()
    assert "find out which day it came" in screen
    assert QUESTIONS[2] not in screen


def test_an_unsafe_tonight_ends_the_questions():
    terminal = Terminal()
    terminal.wait_for(QUESTIONS[0])
    terminal.press("2")
    screen = terminal.end()
    assert "Thank you for saying so." in screen
    assert QUESTIONS[1] not in screen


def test_what_was_given_is_not_asked_again():
    terminal = Terminal(
        "--safe", "yes", "--debit", "no", "--money-in", "1", "--essential", "1", "--dues", "1"
    )
    terminal.wait_for(QUESTIONS[1])
    terminal.press("6")
    terminal.wait_for(QUESTIONS[3])
    terminal.press("q")
    screen = terminal.end()
    assert QUESTIONS[0] not in screen
    assert QUESTIONS[2] not in screen
