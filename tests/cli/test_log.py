"""`ashore log`: an own copy is made, added to, read, checked; what was changed is told and left as it is."""

import json
from datetime import timedelta

import pytest
from click.testing import CliRunner

from ashore.cli.main import main
from day import TODAY

CALL = (
    "--on",
    "2026-11-20",
    "--at",
    "22:30",
    "--with",
    "agency",
    "--way",
    "in",
    "--by",
    "call",
    "--said",
    "付款 说",
)


def run(*arguments):
    """Run the command."""
    return CliRunner().invoke(main, ["log", *map(str, arguments)])


@pytest.fixture
def file(tmp_path):
    """Return a log of three entries."""
    path = tmp_path / "log.jsonl"
    for number in range(3):
        assert run("add", path, *CALL, "--name", f"caller {number}", "--answered").exit_code == 0
    return path


def check(path, *arguments):
    """Return the exit code and the answer of a check."""
    told = run("check", path, "--json", *arguments)
    return told.exit_code, json.loads(told.output)


def test_entries_are_added_and_the_log_is_whole(file):
    code, told = check(file)
    assert (code, told["whole"], told["entries"], told["findings"]) == (0, True, 3, [])
    assert told["format"] == "ashore-log-check/1"
    assert len(file.read_text("utf-8").splitlines()) == 4
    assert told["head"]["count"] == 3


def test_a_seal_from_paper_fits_a_longer_log_and_not_another(file):
    paper = check(file)[1]["head"]["short"]
    run("add", file, *CALL)
    assert check(file, "--head", paper)[0] == 0
    assert "3" in run("check", file, "--head", paper, "--lang", "en").output
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.unlink()
    for number in range(4):
        run("add", file, *CALL, "--name", f"other {number}")
    assert check(file)[0] == 0
    code, told = check(file, "--head", paper)
    assert (code, [one["code"] for one in told["findings"]]) == (1, ["log-not-the-same"])
    file.write_text("".join(lines[:2]), "utf-8")
    codes = {one["code"] for one in check(file, "--head", paper)[1]["findings"]}
    assert codes == {"log-no-end", "log-shorter"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_change_is_told_in_words_and_the_entry_named(file, language):
    text = file.read_text("utf-8")
    file.write_text(text.replace("caller 1", "caller 9"), "utf-8")
    told = run("check", file, "--lang", language)
    assert told.exit_code == 1
    assert {"zh": "第2条", "en": "No. 2"}[language] in told.output
    assert "log-" not in told.output


def test_a_log_that_was_changed_is_read_and_not_added_to(file):
    text = file.read_text("utf-8").replace("caller 1", "caller 9")
    file.write_text(text, "utf-8")
    shown = run("show", file, "--lang", "en")
    assert shown.exit_code == 0
    assert "caller 9" in shown.output
    assert "not as it was written" in " ".join(shown.output.split())
    assert run("add", file, *CALL).exit_code == 1
    assert file.read_text("utf-8") == text


@pytest.mark.parametrize(("language", "rule", "whom"), [("zh", "行业", "法院"), ("en", "industry", "court")])
def test_shown_with_conduct_and_whom_it_is_for(file, language, rule, whom):
    told = run("show", file, "--lang", language)
    assert told.exit_code == 0
    assert all(word in told.output for word in (rule, whom, "22:30", "caller 2"))
    assert "conduct-" not in told.output


def test_shown_as_json_each_entry_stands_as_written(file):
    told = json.loads(run("show", file, "--json").output)
    assert told["format"] == "ashore-log-show/1"
    assert [json.loads(one["entry"])["name"] for one in told["log"]] == ["caller 0", "caller 1", "caller 2"]
    assert {one["code"] for one in told["conduct"]} == {"conduct-hours"}
    assert told["conduct"][0]["fact_ids"] == ["quiet-from", "quiet-to"]


KEPT = {
    "on": "2026-11-21",
    "noted": TODAY.isoformat(),
    "party": "lender",
    "direction": "out",
    "channel": "app",
    "debt": "d1",
    "name": "客服",
    "phone": "95188",
    "said": "x",
    "answered": False,
    "reached": "contact",
    "told": False,
    "in_writing": True,
    "promises": [
        {"by": "them", "what": "waived", "until": "2026-12-01"},
        {"by": "us", "what": "¥300", "until": "2026-12-05"},
    ],
    "evidence": "screenshot",
    "sent": "income statement",
    "corrects": 1,
}


def test_everything_that_can_be_typed_is_kept(tmp_path):
    path = tmp_path / "log.jsonl"
    run("add", path, *CALL)
    typed = (
        *(
            "--on",
            "2026-11-21",
            "--with",
            "lender",
            "--way",
            "out",
            "--by",
            "app",
            "--debt",
            "d1",
            "--name",
            "客服",
        ),
        *(
            "--phone",
            "95188",
            "--said",
            "x",
            "--unanswered",
            "--reached",
            "contact",
            "--not-told",
            "--in-writing",
        ),
        *(
            "--they-promised",
            "waived",
            "--they-until",
            "2026-12-01",
            "--i-promised",
            "¥300",
            "--i-until",
            "2026-12-05",
        ),
        *("--kept", "screenshot", "--sent", "income statement", "--corrects", "1"),
    )
    assert run("add", path, *typed).exit_code == 0
    told = json.loads(json.loads(run("show", path, "--json").output)["log"][1]["entry"])
    assert told == KEPT


@pytest.mark.parametrize(
    "typed",
    [
        ("--said", ""),
        ("--on", (TODAY + timedelta(days=2)).isoformat()),
        ("--sent", "income statement"),
        ("--corrects", "5"),
        ("--corrects", "0"),
        ("--at", "25:00"),
        ("--with", "nobody"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_written(tmp_path, typed):
    path = tmp_path / "log.jsonl"
    told = run("add", path, *CALL, *typed)
    assert told.exit_code == 2
    assert told.output.strip()
    assert not path.exists()


@pytest.mark.parametrize(
    ("arguments", "code"), [(("check", "none.jsonl"), 2), (("show", "none.jsonl"), 2), (("x",), 2)]
)
def test_what_is_not_there_is_bad_usage(arguments, code):
    assert run(*arguments).exit_code == code


def test_a_seal_that_is_none_is_bad_usage(file):
    assert run("check", file, "--head", "12").exit_code == 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_help_is_in_the_language_asked_for(language):
    told = run("--help", "--lang", language)
    assert {"zh": "添一条", "en": "Add one entry"}[language] in told.output
    assert {"zh": "校验码", "en": "seal"}[language] in run("check", "--help", "--lang", language).output


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("zh", ("只是通知", "找的是：姐姐", "不要再联系", "这个时间你没有同意过")),
        ("en", ("only gave notice", "Who it was: 姐姐", "not to be contacted", "had not agreed")),
    ],
)
def test_what_the_rules_turn_on_can_be_written_down(tmp_path, language, says):
    path = tmp_path / "log.jsonl"
    more = ("--purpose", "notice", "--not-agreed", "--reached", "contact", "--whom", "姐姐", "--refused")
    assert run("add", path, *CALL, *more).exit_code == 0
    told = run("show", path, "--lang", language)
    assert told.exit_code == 0
    assert [one for one in says if one not in " ".join(told.output.split())] == []
    assert run("check", path).exit_code == 0


def test_a_word_that_is_no_purpose_is_bad_usage(tmp_path):
    assert run("add", tmp_path / "log.jsonl", *CALL, "--purpose", "sales").exit_code == 2


@pytest.mark.parametrize(
    ("language", "says"), [("zh", "已经说过不愿意的人"), ("en", "somebody was contacted who had said")]
)
def test_somebody_called_again_after_refusing_is_told(tmp_path, language, says):
    path = tmp_path / "log.jsonl"
    assert run("add", path, *CALL, "--reached", "contact", "--whom", "姐姐", "--refused").exit_code == 0
    again = [one if one != "2026-11-20" else "2026-11-22" for one in CALL]
    assert run("add", path, *again, "--reached", "contact", "--whom", "姐姐").exit_code == 0
    assert says in " ".join(
        run("show", path, "--lang", language).output.replace("\n  ", "\n").split("\n")
    ).replace("  ", " ")
