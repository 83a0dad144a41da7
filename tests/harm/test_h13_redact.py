"""H13: what is shown to somebody else has no amount in it, and is otherwise what it was."""

import re

import pytest
from click.testing import CliRunner

from ashore.cli.main import main
from ashore.cli.terminal import width
from ashore.documents.covered import COVERED, cover, covered_lines, covered_page

FILE = """
format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 4321.09
[[income]]
name = "工资"
amount = 9876.00
day = 10
[[spending]]
name = "吃饭"
category = "food"
amount = 3456.78
day = 1
[[asset]]
name = "旧手机"
value = 1357.00
sell = true
[[debt]]
id = "a"
name = "消费贷"
creditor = "某银行"
lender_kind = "bank"
balance = 24680.13
rate = "12%/year"
method = "level-payment"
periods_left = 24
due_day = 15
"""
COMMANDS = (
    ("plan",),
    ("creditors",),
    ("debts",),
    ("levers",),
    ("asks",),
    ("calendar", "--months", "2", "--from", "2026-11-24"),
    ("closing", "--debt", "a", "--on", "2027-01-15"),
    ("futures", "--paths", "2"),
)
SUM = re.compile(r"¥\s?\d|\d,\d{3}\b|(?<![\d.])\d+\.\d\d(?![\d%])|\d\u4e07")
"""What a person would read as a sum of money: written apart from the pattern under test."""


@pytest.fixture
def file(tmp_path):
    """Return a small household file."""
    path = tmp_path / "a.toml"
    path.write_text(FILE, encoding="utf-8")
    return str(path)


def run(command, file, *more):
    """Return what a command prints about a file."""
    name, *options = command
    return CliRunner().invoke(main, [name, file, *options, *more])


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("command", COMMANDS, ids=[one[0] for one in COMMANDS])
def test_no_amount_is_printed_and_the_rest_stays(file, command, language):
    plain, covered = (run(command, file, "--lang", language, *more) for more in ((), ("--redact",)))
    assert (covered.exit_code, covered.stderr) == (plain.exit_code, plain.stderr)
    assert not SUM.search(covered.stdout)
    assert len(covered.stdout.splitlines()) == len(plain.stdout.splitlines())
    if SUM.search(plain.stdout):
        assert COVERED in covered.stdout
    assert "消费贷" in covered.stdout or "消费贷" not in plain.stdout
    assert max(map(width, covered.stdout.splitlines())) <= 80


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("command", [("plan",), ("futures", "--paths", "2")], ids=lambda one: one[0])
def test_a_page_has_no_amount_and_keeps_its_pictures(file, tmp_path, language, command):
    pages = []
    for more in ((), ("--redact",)):
        path = tmp_path / f"{len(more)}.html"
        assert run(command, file, "--report", str(path), "--lang", language, *more).exit_code == 0
        pages.append(path.read_text("utf-8"))
    plain, covered = pages
    assert SUM.search(words(plain))
    assert not SUM.search(words(covered))
    assert tags(covered) == tags(plain)
    assert covered.partition("</head>")[0] == plain.partition("</head>")[0]


def words(page):
    """Return the words of a page's body."""
    return re.sub(r"<[^>]+>", " ", page.partition("</head>")[2])


def tags(page):
    """Return the tags of a page with their attributes, but for what is read aloud, which holds amounts."""
    return [re.sub(r' (?:aria-label|title)="[^"]*"', "", one) for one in re.findall(r"<[^>]+>", page)]


@pytest.mark.parametrize(
    ("command", "more"),
    [
        (COMMANDS[0], ("--json",)),
        (COMMANDS[0], ("--certificate", "c.json")),
        (COMMANDS[1], ("--json",)),
        (COMMANDS[5], ("--with-details", "--out", "a.ics")),
        (COMMANDS[7], ("--json",)),
    ],
)
def test_what_programs_read_cannot_be_covered_and_is_refused(file, tmp_path, monkeypatch, command, more):
    monkeypatch.chdir(tmp_path)
    refused = run(command, file, "--redact", *more)
    assert refused.exit_code == 2
    assert refused.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["a.toml"]


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("欠 ¥8,200 元", "欠 •••• 元"),
        ("¥1,234.56", COVERED),
        ("2.5万", COVERED),
        ("12.50", COVERED),
        ("2026-12-15", "2026-12-15"),
        ("16.336%", "16.336%"),
        ("3 笔，90 天", "3 笔，90 天"),
        ("<td>12,345</td>", f"<td>{COVERED}</td>"),
        ('<text x="9">500</text>', f'<text x="9">{COVERED}</text>'),
        ("<text>50%</text><text>12月</text>", "<text>50%</text><text>12月</text>"),
        ("欠表哥3000元", f"欠表哥{COVERED}"),
        ("还差 3 千块", f"还差 {COVERED}"),
        ("3,000 yuan", COVERED),
        ("The least is ¥4,321, in March.", f"The least is {COVERED}, in March."),
        ("¥5", COVERED),
        ("人民币捌万陆仟零伍元整", f"人民币{COVERED}"),
        ("人民币伍角", f"人民币{COVERED}"),
        ("花呗2，打 12356", "花呗2，打 12356"),
    ],
)
def test_what_is_an_amount(text, covered):
    assert cover(text) == covered


def test_columns_keep_their_place():
    lines = ["网商贷     2,660.00  补逾期的", "花呗         242.23  本期"]
    for plain, covered in zip(lines, covered_lines(lines), strict=True):
        assert width(plain) == width(covered)
        assert plain.partition("  ")[0] == covered.partition("  ")[0]


def test_a_line_with_a_small_sum_is_no_wider_covered():
    line = "New: interest ¥1,261.30, penalty interest ¥4, fees ¥0; together ¥1,265.30"
    (covered,) = covered_lines([line])
    assert width(covered) <= width(line)
    assert (
        covered.replace(" ", "")
        == f"New:interest{COVERED},penaltyinterest{COVERED},fees{COVERED};together{COVERED}"
    )
    assert covered_lines(["花呗       ¥4  本期"]) == [f"花呗     {COVERED}  本期"]


def test_a_pages_head_stays():
    page = "<html><head><style>a{opacity:0.50}</style></head><body>¥5</body></html>"
    assert (
        covered_page(page)
        == f"<html><head><style>a{{opacity:0.50}}</style></head><body>{COVERED}</body></html>"
    )
