"""`ashore iou`: the paper in both languages, as a file, as JSON, and what is in its way."""

import json

import pytest
from click.testing import CliRunner

from ashore.cli.main import main

LINE = ["--amount", "20000", "--on", "2026-12-01", "--until", "2027-12-01"]


def ask(*arguments):
    """Run the command."""
    return CliRunner().invoke(main, ["iou", *LINE, *arguments])


@pytest.mark.parametrize(("language", "words"), [("zh", "本借款不计利息"), ("en", "No interest is charged")])
def test_the_paper_is_printed(language, words):
    told = ask("--lang", language)
    assert told.exit_code == 0
    assert words in told.output
    assert "人民币贰万元整" in told.output
    assert "iou-" not in told.output


def test_what_to_know_comes_before_the_paper():
    output = ask("--lang", "zh").output
    assert output.index("签字之前") < output.index("出借人（姓名、身份证号码）")


@pytest.mark.parametrize(
    "wrong",
    [["--rate", "3%"], ["--rate", "13%", "--lpr", "3%"], ["--lpr", "x"], ["--amount", "x"], ["--on", "soon"],
     ["--until", "2026-11-01"], ["--method", "none"], ["--out", "a.doc"], ["--late-rate", "13%", "--lpr", "3%"]],
    ids=" ".join,
)  # fmt: skip
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_in_the_way_ends_with_2(wrong, language):
    told = ask(*wrong, "--lang", language)
    assert told.exit_code == 2
    assert told.output
    assert "iou-" not in told.output


def test_as_json():
    told = json.loads(
        ask(
            "--rate", "3%", "--lpr", "3.0%", "--late-rate", "6%", "--method", "level-payment", "--json"
        ).output
    )
    assert told["format"] == "ashore-iou/1"
    assert (told["amount_fen"], told["rate"], told["late_rate"]) == (2_000_000, "0.03", "0.06")
    assert (told["cap"], told["lpr"], told["lpr_typed"]) == ("0.12", "0.03", True)
    assert len(told["instalments"]) == 12
    assert sum(row["principal_fen"] for row in told["instalments"]) == 2_000_000
    assert json.loads(ask("--json").output)["cap"] is None


@pytest.mark.parametrize(("ending", "start"), [("pdf", b"%PDF"), ("docx", b"PK"), ("txt", "借条".encode())])
def test_written_to_a_file_it_is_not_printed(tmp_path, ending, start):
    path = tmp_path / f"paper.{ending}"
    told = ask("--out", str(path), "--lang", "zh")
    assert told.exit_code == 0
    assert path.read_bytes().startswith(start)
    assert "出借人（姓名、身份证号码）" not in told.output
    assert "签字之前" in told.output


def test_the_case_of_an_ending_does_not_matter(tmp_path):
    path = tmp_path / "PAPER.PDF"
    assert ask("--out", str(path), "--lang", "zh").exit_code == 0
    assert path.read_bytes().startswith(b"%PDF")


def test_a_file_that_cannot_be_written_is_said(tmp_path):
    told = ask("--out", str(tmp_path / "none" / "paper.txt"), "--lang", "en")
    assert told.exit_code == 2
    assert "paper.txt" in told.output.replace("\n", "")


def test_a_court_is_named_first():
    assert "到了法院" in ask("--sued", "--lang", "zh").output
    assert "到了法院" not in ask("--lang", "zh").output
