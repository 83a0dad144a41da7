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
    assert "要重新核对：原定2026年5月20日前再看一次" in told
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
    for words in ("equal principal", "1.5 times", "0.05%/day", "weak pages", "Sources disagree about early"):
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
    """On the ninetieth day none, a day later all."""
    checked = date(2026, 11, 23)
    on_90 = as_json("--stale", "--on", str(checked + timedelta(days=90)))
    on_91 = as_json("--stale", "--on", str(checked + timedelta(days=91)))
    assert on_90["helplines"] == []
    assert [one["id"] for one in on_91["helplines"]] == list(CN.helplines)


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
