"""All commands by the steps of the journey: the card that fits a small screen, and the longer list."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from ashore.cli.main import COMMANDS, main
from ashore.cli.steps import STEPS, commands
from ashore.cli.terminal import width

HEADS = {
    "zh": ["先稳住", "看清", "找原因", "计划", "开源", "协商", "复盘", "安心", "结清", "其他"],
    "en": [
        "First things first", "Understand", "Find the reasons", "Plan ahead", "Earn and sell",
        "Talk to creditors", "Look back", "Keep going", "Close a debt", "Besides",
    ],
}  # fmt: skip
BEGIN = {"zh": "不知道从哪里开始：ashore first", "en": "Not sure where to begin: ashore first"}


def test_every_command_stands_in_one_step():
    assert sorted(commands()) == sorted(COMMANDS)
    folder = Path(__file__).parents[2] / "src" / "ashore" / "cli"
    modules = {path.stem for path in folder.glob("*.py")}
    assert {"importing" if name == "import" else name for name in commands()} <= modules


@pytest.mark.parametrize("language", ["zh", "en"])
def test_without_a_command_a_card_fits_24_lines_of_80_columns(language):
    shown = CliRunner().invoke(main, ["--lang", language])
    lines = shown.stderr.splitlines()
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert len(lines) <= 24
    assert max(map(width, lines)) <= 80
    named = [re.fullmatch(r"  (.+?)[:：] +([a-z, ]+)", line) for line in lines]
    rows = {one[1]: tuple(one[2].split(", ")) for one in named if one}
    assert list(rows) == HEADS[language]
    assert list(rows.values()) == list(STEPS.values())
    assert BEGIN[language] in lines


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_list_says_what_each_does_under_its_step_and_ends_with_where_to_begin(language):
    told = CliRunner().invoke(main, ["--lang", language, "--help"], terminal_width=80)
    lines = told.stdout.splitlines()
    places = [lines.index(head + {"zh": "：", "en": ":"}[language]) for head in HEADS[language]]
    assert places == sorted(places)
    for names, begin, end in zip(STEPS.values(), places, [*places[1:], len(lines)], strict=True):
        under = [line.split()[0] for line in lines[begin + 1 : end] if re.match(r"  [a-z]+ +\S", line)]
        assert tuple(under) == names
    assert lines[-1] == BEGIN[language]
    assert max(map(width, lines)) <= 80
