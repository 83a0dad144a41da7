"""`ashore facts`: all that the product relies on is told with its source, in both languages and as JSON."""

import json
import shutil
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click import unstyle
from click.testing import CliRunner, Result

from ashore.cli import facts, main
from ashore.cli.terminal import width
from ashore.packs.check import check_pack
from ashore.packs.files import SHIPPED
from ashore.packs.pack import load_pack
from ashore.texts.rule_values import rule_value_text

CN = load_pack("cn")
DAY = ("--on", "2026-11-26")
LANGUAGES = ("zh", "en")


def ashore(*arguments: str) -> Result:
    """Return what `ashore facts` answers."""
    return CliRunner().invoke(main, ["facts", *arguments])


def as_json(*arguments: str) -> dict[str, Any]:  # JSON of the command, looked into by key
    """Return the JSON answer."""
    return json.loads(ashore(*arguments, "--json").stdout)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("jurisdiction", ["cn", "toyland"])
def test_everything_in_a_pack_is_told(language: str, jurisdiction: str) -> None:
    """Every name, id and number of the pack's facts, products and help lines stands in the listing."""
    result = ashore(*DAY, "--lang", language, "--jurisdiction", jurisdiction)
    assert (result.exit_code, result.stderr) == (0, "")
    told = "".join(result.stdout.split())
    pack = load_pack(jurisdiction)
    for entry in (*pack.facts.values(), *pack.products.values(), *pack.helplines.values()):
        assert "".join(entry.names[language].split()) in told
    for fact in pack.facts.values():
        assert fact.id in told
        assert "".join(fact.source.address.split()) in told
    assert all(line.number in told for line in pack.helplines.values())
    assert all(key in told for key in pack.products)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_wider_than_the_terminal(language: str) -> None:
    """80 columns, whatever the language."""
    lines = ashore(*DAY, "--lang", language).stdout.splitlines()
    assert max(width(line) for line in lines) <= 80


def test_chinese_sentences_hold_no_english_ones() -> None:
    """The words that stand between are translated."""
    told = ashore(*DAY, "--lang", "zh").stdout
    assert "要重新核对：原定 2026年5月20日前再看一次" in told
    for english in ("in force", "look again", "needs checking", "press, law", "Sources disagree", "added up"):
        assert english not in told


def test_a_number_is_told_exactly_with_its_unit_dates_and_confidence() -> None:
    """The interest after a judgment has four digits; none is rounded away."""
    told = unstyle(ashore(*DAY, "judgment-interest", "--lang", "en").stdout)
    assert "0.0175% a day" in told
    assert "seen 23 Nov 2026 · copy of the official text · look again by 23 Nov 2027" in told
    capped = unstyle(ashore(*DAY, "private-lending-cap-2015", "--lang", "en").stdout)
    assert "24% a year · in force from 6 Aug 2015 until 19 Aug 2020" in capped


@pytest.mark.parametrize(
    ("value", "unit", "english", "chinese"),
    [
        (Decimal("0.24"), "per-year", "24% a year", "每年 24%"),
        (Decimal("0.000175"), "per-day", "0.0175% a day", "每天 0.0175%"),
        (Decimal("0.50"), "share", "50%", "50%"),
        (4, "multiple", "4 times", "4 倍"),
        (1, "years", "1 year", "1 年"),
        (5, "years", "5 years", "5 年"),
        (60, "months", "60 months", "60 个月"),
        (15, "days", "15 days", "15 天"),
        (48, "hours", "hours: 48", "48 小时"),
        (3, "count", "3", "3"),
        (6250, "yuan", "¥6,250", "¥6,250"),
        ("22:00", "time", "22:00", "22:00"),
        (date(2026, 3, 31), "date", "31 Mar 2026", "2026年3月31日"),
        ("670", "article", "", ""),
    ],
)
def test_a_value_is_told_by_its_unit(
    value: Decimal | int | str | date, unit: str, english: str, chinese: str
) -> None:
    """An article's number is no value; its rule is told by its name."""
    assert rule_value_text(value, unit, "en") == english
    assert rule_value_text(value, unit, "zh") == chinese


def test_every_step_of_a_moving_rate_is_told_with_the_last_day_that_is_known() -> None:
    """Thirteen steps, the newest first, and that nothing is known after April 2026."""
    told = unstyle(ashore(*DAY, "lpr-1y", "--lang", "en").stdout)
    steps = [line.strip() for line in told.splitlines() if " since " in line]
    assert len(steps) == 13
    assert (steps[0], steps[-1]) == ("3% a year since 20 May 2025", "4.25% a year since 20 Aug 2019")
    assert "no later value known than that of 20 Apr 2026" in told
    assert "needs checking: was to be looked at again by 20 May 2026" in told


def test_a_word_finds_what_has_it_in_any_language_and_case() -> None:
    """All words must stand in the same entry."""
    assert [one["id"] for one in as_json("LPR-5y")["facts"]] == ["lpr-5y"]
    assert {one["id"] for one in as_json("消费金融公司", "24%")["facts"]} == {"consumer-finance-cap"}
    assert [one["id"] for one in as_json("心理援助热线", "18")["helplines"]] == ["12356"]
    assert "cn/mortgage" in {one["id"] for one in as_json("mortgage")["products"]}


def test_nothing_found_is_said_and_is_no_error() -> None:
    """The line tells how to see all of it."""
    result = ashore("no-such-word", "--lang", "en")
    assert result.exit_code == 0
    assert "ashore facts --jurisdiction cn" in " ".join(result.stdout.split())


def test_a_product_tells_its_terms_their_sources_and_what_pages_disagree_on() -> None:
    """In words where there are words for a value."""
    told = unstyle(ashore("mybank-wangshangdai", "--lang", "en").stdout)
    for words in (
        "equal principal",
        "1.5 times",
        "0.05% a day",
        "weak pages",
        "Sources disagree about early",
    ):
        assert words in told, words
    assert "[5]" in told


def test_stale_lists_only_what_needs_a_look_and_ends_with_1() -> None:
    """On the day of the pack, the two loan prime rates."""
    result = ashore(*DAY, "--stale", "--json")
    answer = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [one["id"] for one in answer["facts"]] == ["lpr-1y", "lpr-5y"]
    assert (answer["stale"], answer["products"], answer["ceilings"], answer["helplines"]) == (2, [], [], [])


def test_stale_finds_help_lines_unchecked_for_90_days() -> None:
    """On the ninetieth day after the first was checked none, a day later it, and all once the last is as old."""
    checked = {key: line.checked_on for key, line in CN.helplines.items()}
    first, last = min(checked.values()), max(checked.values())
    on_90 = as_json("--stale", "--on", str(first + timedelta(days=90)))
    on_91 = as_json("--stale", "--on", str(first + timedelta(days=91)))
    later = as_json("--stale", "--on", str(last + timedelta(days=91)))
    assert on_90["helplines"] == []
    assert [one["id"] for one in on_91["helplines"]] == [key for key, day in checked.items() if day == first]
    assert [one["id"] for one in later["helplines"]] == list(checked)


@pytest.mark.parametrize(
    ("language", "words"), [("zh", "没有需要重新核对的内容"), ("en", "Nothing needs to be")]
)
def test_nothing_stale_ends_with_0(language: str, words: str) -> None:
    """Toyland was looked at, and its base rate need not be before December."""
    result = ashore("--stale", *DAY, "--jurisdiction", "toyland", "--lang", language)
    assert (result.exit_code, words in result.stdout) == (0, True)
    late = ashore("--stale", "--on", "2026-12-02", "--jurisdiction", "toyland")
    assert late.exit_code == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_packs_have_no_fault(language: str) -> None:
    """Both packs are gone through where none is named."""
    result = ashore("--check", "--lang", language)
    assert result.exit_code == 0
    assert "cn" in result.stdout
    assert "toyland" in result.stdout
    assert as_json("--check", "--jurisdiction", "cn")["checked"] == ["cn"]


def test_a_fault_is_told_and_ends_with_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its file and field, in both languages, and as a finding in the JSON."""
    shutil.copytree(SHIPPED / "toyland", tmp_path / "toyland")
    file = tmp_path / "toyland" / "ceilings.toml"
    file.write_text(file.read_text("utf-8").replace('"court-total-cap"', '"none-such"'), "utf-8")
    monkeypatch.setattr(facts, "check_pack", lambda pack: check_pack(pack, tmp_path))
    for language in LANGUAGES:
        result = ashore("--check", "--jurisdiction", "toyland", "--lang", language)
        assert result.exit_code == 2
        assert "ceilings.toml" in result.stdout
        assert "none-such" in result.stdout
    result = ashore("--check", "--jurisdiction", "toyland", "--json", "--lang", "en")
    (finding,) = json.loads(result.stdout)["findings"]
    assert result.exit_code == 2
    assert (finding["code"], finding["path"]) == ("pack-fact-unknown", "ceilings.toml: licensed-lender")
    assert finding["sentence"].endswith("which stands in no rule file.")


def test_the_json_has_one_shape_with_both_languages() -> None:
    """Numbers are exact decimals as text; a moving value has its steps instead of a value."""
    answer = as_json(*DAY, "--lang", "zh")
    assert answer == as_json(*DAY, "--lang", "en")
    assert list(answer) == [
        "format",
        "jurisdiction",
        "names",
        "version",
        "on",
        "stale",
        "facts",
        "ceilings",
        "products",
        "helplines",
        "channels",
        "negatives",
        "own",
    ]
    assert (answer["format"], answer["on"], answer["jurisdiction"]) == ("ashore-facts/1", "2026-11-26", "cn")
    facts_by_id = {str(one["id"]): one for one in answer["facts"]}
    assert list(facts_by_id) == list(CN.facts)
    lpr, cap = facts_by_id["lpr-1y"], facts_by_id["micro-lender-cap"]
    assert (lpr["value"], lpr["last_seen"], lpr["stale"]) == (None, "2026-04-20", True)
    assert lpr["steps"][0] == {"since": "2019-08-20", "value": "0.0425"}
    assert (cap["value"], cap["unit"], cap["steps"], cap["valid_from"]) == (
        "0.24",
        "per-year",
        None,
        "2025-12-24",
    )
    assert set(cap["names"]) == {"zh", "en"}


def test_the_help_fits_a_screen() -> None:
    """24 lines of 80 columns."""
    for language in LANGUAGES:
        lines = ashore("--help", "--lang", language).output.splitlines()
        assert len(lines) <= 24
        assert max(map(width, lines)) <= 80


OWN_VALUES = """
format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 0.00
[[own]]
about = "lpr-1y"
rate = "2.9%/year"
from = 2026-09-21
seen_on = 2026-11-20
note = "central bank page"
[[own]]
about = "floor-living-costs"
amount = 1100.00
seen_on = 2026-11-21
[[own]]
about = "cn/mybank-wangshangdai"
text = "Me, Loans, Talk"
seen_on = 2026-11-22
[[own]]
about = "no-such-fact"
text = "whatever"
seen_on = 2026-11-22
[[own]]
about = "lpr-5y"
amount = 3.00
seen_on = 2026-11-22
"""


@pytest.fixture
def file(tmp_path: Path) -> str:
    """Return a household file with values that the person looked up."""
    path = tmp_path / "home.toml"
    path.write_text(OWN_VALUES, "utf-8")
    return str(path)


def test_an_own_value_stands_beside_the_packs_and_leaves_it_as_it_is(file: str) -> None:
    """The pack's own steps and its "needs checking" stay; the person's value is told as theirs, with its day."""
    without = unstyle(ashore(*DAY, "--lang", "en").stdout)
    told = unstyle(ashore(*DAY, "--file", file, "--lang", "en").stdout)
    words = " ".join(told.split())
    assert "your own value: 2.9% a year since 21 Sep 2026, seen 20 Nov 2026" in words
    assert "central bank page" in words
    assert "your own value: ¥1,100, seen 21 Nov 2026" in words
    assert "your own value: Me, Loans, Talk, seen 22 Nov 2026" in words
    assert set(without.split()) <= set(told.split())
    assert "needs checking: was to be looked at again by 20 May 2026" in words


def test_an_own_value_that_fits_nothing_is_kept_and_said_so(file: str) -> None:
    """What is called otherwise than anything in the pack stands at the head; an amount is no rate."""
    words = " ".join(unstyle(ashore(*DAY, "--file", file, "--lang", "en").stdout).split())
    assert "No fact and no product is called “no-such-fact”" in words
    assert "This value is not of the kind that lpr-5y is; it is kept and not used." in words
    chinese = "".join(unstyle(ashore(*DAY, "--file", file, "--lang", "zh").stdout).split())
    assert "没有叫“no-such-fact”的依据或产品" in chinese
    assert "你自己查到的：¥1,100，2026年11月21日看到" in chinese


def test_check_has_a_note_on_an_own_value_that_fits_nothing(file: str) -> None:
    """The file can be used all the same."""
    result = CliRunner().invoke(main, ["check", file, "--json", "--lang", "en"])
    found = [one for one in json.loads(result.stdout)["findings"] if one["path"].startswith("own")]
    assert result.exit_code == 0
    assert [(one["code"], one["level"], one["path"]) for one in found] == [
        ("own-unknown", "note", "own[3].about"),
        ("own-unfit", "note", "own[4].about"),
    ]
    assert "no-such-fact" in found[0]["sentence"]


def test_the_json_has_the_own_values_apart(file: str) -> None:
    """The pack's facts are the same as without; amounts are fen, rates exact."""
    answer, without = as_json(*DAY, "--file", file), as_json(*DAY)
    assert answer["facts"] == without["facts"]
    assert (answer["stale"], without["own"]) == (without["stale"], [])
    assert [(one["about"], one["rate"], one["amount_fen"], one["doubt"]) for one in answer["own"]] == [
        ("lpr-1y", "0.029", None, None),
        ("floor-living-costs", None, 110000, None),
        ("cn/mybank-wangshangdai", None, None, None),
        ("no-such-fact", None, None, "own-unknown"),
        ("lpr-5y", None, 300, "own-unfit"),
    ]


def test_a_file_that_must_be_mended_is_said_and_ends_with_2(tmp_path: Path) -> None:
    """As everywhere else."""
    path = tmp_path / "home.toml"
    path.write_text(OWN_VALUES.replace("rate = ", "amount = 3.00\nrate = "), "utf-8")
    result = ashore("--file", str(path), "--lang", "en")
    assert result.exit_code == 2
    assert "exactly one" in " ".join(result.stderr.split())


def test_a_channel_tells_its_days_and_what_comes_before_it() -> None:
    """The lender first, its days from the pack's facts; then the regulator's number."""
    told = " ".join(unstyle(ashore(*DAY, "complaint-lender-days-longest", "--lang", "en").stdout).split())
    assert (
        "has to answer within: 15 days; a difficult complaint may take 30 days; a very difficult one" in told
    )
    told = " ".join(unstyle(ashore(*DAY, "12378", "--lang", "en").stdout).split())
    assert "comes after: The lender's own complaints desk" in told


def test_a_wrong_claim_is_told_with_what_is_true_below_it() -> None:
    """Never alone."""
    told = " ".join(unstyle(ashore(*DAY, "cap-4-lpr-for-banks", "--lang", "en").stdout).split())
    said, true = told.index("Often said: A bank"), told.index("What is true: Four times")
    assert said < true
    chinese = ashore(*DAY, "stop-interest-by-right", "--lang", "zh").stdout
    assert chinese.index("常听说：") < chinese.index("实际上：法律里没有这个词")


def test_a_way_into_an_app_tells_when_it_is_there_and_ages() -> None:
    """Half a year after it was seen it needs checking."""
    arguments = ("mybank-wangshangdai", "--lang", "en")
    told = " ".join(unstyle(ashore(*DAY, *arguments).stdout).split())
    assert "In the app, paying later: Alipay" in told
    assert "there before the due day" in told
    assert "this path was seen long ago" not in told
    assert "this path was seen long ago" in " ".join(
        unstyle(ashore("--on", "2027-06-01", *arguments).stdout).split()
    )
