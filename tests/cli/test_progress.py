"""`ashore progress`: the way walked between two copies of a file, and pages that give nothing away."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ashore.cli.main import main
from ashore.cli.terminal import width

BEFORE = """format = "ashore/1"
[household]
as_of = 2026-06-30
cash = 2000.00
[[income]]
name = "wage"
amount = 3000.00
day = 1
[[spending]]
name = "living"
amount = 1000.00
[[debt]]
id = "a"
name = "卡纳瑞贷款"
creditor = "卡纳瑞银行"
balance = 1200.00
periods_left = 12
due_day = 15
rate = "0%/year"
method = "equal-principal"
penalty = "0.05%/day"
prepayment = {allowed = false}
"""
EVENT = '  [[debt.event]]\n  on = {on}\n  kind = "payment"\n  amount = {amount}\n'
NOW = (
    BEFORE.replace("2026-06-30", "2026-08-31")
    .replace("balance = 1200.00", "balance = 1000.00")
    .replace("periods_left = 12", "periods_left = 10")
    + EVENT.format(on="2026-07-15", amount="100.00")
    + EVENT.format(on="2026-08-20", amount="100.25")
)
"""Two dues paid, August's five days late: ¥0.25 of penalty."""


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """Return the paths of the file and of its earlier copy."""
    paths = tmp_path / "now.toml", tmp_path / "before.toml"
    for path, text in zip(paths, (NOW, BEFORE), strict=True):
        path.write_text(text, encoding="utf-8")
    return str(paths[0]), str(paths[1])


def ashore(*arguments: str) -> Result:
    """Return what the command answers."""
    return CliRunner().invoke(main, ["progress", *arguments])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_two_payments_did(files: tuple[str, str], language: str) -> None:
    now, before = files
    result = ashore(now, "--before", before, "--lang", language)
    assert result.exit_code == 0, result.output
    assert max(map(width, result.output.splitlines())) <= 80
    assert "progress-" not in result.output
    text = " ".join(result.output.split())
    assert "¥200.25" in text
    assert "1,200.00 1,000.00 200.00" in text


def test_as_json_with_what_the_days_would_have_cost(files: tuple[str, str]) -> None:
    """Nothing paid: ¥100 of July late by 47 days and ¥100 of August by 16, at 5 fen a day."""
    now, before = files
    answer = json.loads(ashore(now, "--before", before, "--json").stdout)
    assert answer["format"] == "ashore-progress/1"
    assert answer["behind"]["paid"] == {
        "fen": 200_25,
        "principal_fen": 200_00,
        "interest_fen": 0,
        "penalty_fen": 25,
        "fee_fen": 0,
    }
    assert answer["behind"]["avoided_fen"] == 5 * (47 + 16) - 25
    assert (answer["behind"]["against"], answer["ahead"]["against"]) == ("nothing-paid", "dues-only")


def test_since_a_day(files: tuple[str, str]) -> None:
    now, before = files
    answer = json.loads(ashore(now, "--before", before, "--since", "2026-08-01", "--json").stdout)
    assert (answer["behind"]["payments"], answer["behind"]["paid"]["fen"]) == (1, 100_25)


def test_without_an_earlier_copy_payments_are_added_up(files: tuple[str, str]) -> None:
    answer = json.loads(ashore(files[0], "--json").stdout)
    assert (answer["behind"], answer["payments"], answer["paid_fen"]) == (None, 2, 200_25)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("now", "--before", "now"), "earlier day"),
        (("before", "--before", "now"), "earlier day"),
        (("now", "--since", "2026-09-01"), "lies after"),
        (("now", "--family", "page.pdf"), "html"),
        (("now", "--redact", "--json"), "not together"),
    ],
)
def test_what_cannot_be_done_is_said(files: tuple[str, str], arguments: tuple[str, ...], words: str) -> None:
    paths: dict[str, str] = dict(zip(("now", "before"), files, strict=True))
    result = ashore(*(paths.get(one, one) for one in arguments), "--lang", "en")
    assert result.exit_code == 2
    assert words in " ".join(result.output.split())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_both_pages_give_nothing_away_unless_they_are_told_to(
    files: tuple[str, str], tmp_path: Path, language: str
) -> None:
    family, share = tmp_path / "family.html", tmp_path / "share.html"
    pages = ("--family", str(family), "--share", str(share), "--lang", language)
    assert ashore(files[0], *pages).exit_code == 0
    for page in (family, share):
        text = page.read_text("utf-8").partition("</head>")[2]
        assert "卡纳瑞" not in text
        assert "¥" not in text
    assert ashore(files[0], *pages, "--with-details").exit_code == 0
    assert "¥1,000" in family.read_text("utf-8")
    assert "卡纳瑞银行" in share.read_text("utf-8")
    assert ashore(files[0], *pages, "--with-details", "--redact").exit_code == 0
    assert "¥" not in family.read_text("utf-8").partition("</head>")[2]


def test_redacted_no_amount_is_printed(files: tuple[str, str]) -> None:
    now, before = files
    told = ashore(now, "--before", before, "--redact", "--lang", "en").output
    assert "••••" in told
    assert "¥" not in told
