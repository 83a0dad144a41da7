"""`ashore creditors FILE`: the order in both languages, the same as JSON, and what is bad is said."""

import json
import tomllib

import pytest
from click.testing import CliRunner

from ashore.cli.main import main
from ashore.documents.creditors import FACTS
from ashore.packs.pack import load_pack
from bundled import some_now
from needs import ROOT


def ask(*arguments):
    """Run the command."""
    return CliRunner().invoke(main, ["creditors", *map(str, arguments)])


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
@pytest.mark.parametrize("path", some_now({"demo", "just-fails"}))
def test_every_debt_is_told_in_the_order_of_the_json(path, language):
    told = ask(path, "--lang", language)
    assert told.exit_code == 0
    assert not any(code in told.output for code in ("approach-", "creditor-", "creditors-", "None"))
    found = json.loads(ask(path, "--json").output)
    assert found["format"] == "ashore-creditors/1"
    text = path.read_text(encoding="utf-8")
    names = [name_of(text, one["debt"]) for one in found["approaches"]]
    places = ["".join(told.output.split()).index(f"-{''.join(name.split())}") for name in names]
    assert places == sorted(places)


def name_of(text, ident):
    """Return what a file calls a debt."""
    return next(one.get("name", ident) for one in tomllib.loads(text)["debt"] if one["id"] == ident)


def test_the_household_for_whom_nothing_works_answers_the_court_first():
    first = json.loads(ask(ROOT / "examples" / "nothing-works.toml", "--json").output)["approaches"][0]
    assert (first["why"], first["by"], first["approach"]) == ("paper-day", "2026-12-08", True)


def test_a_file_that_is_none_is_bad_input(tmp_path):
    assert ask(tmp_path / "none.toml").exit_code == 2


def test_what_it_rests_on_is_in_the_pack():
    facts = load_pack("cn").facts
    assert [one for ids in FACTS.values() for one in ids if one not in facts] == []


@pytest.mark.parametrize(("language", "said"), [("zh", "可能没有了"), ("en", "it may no longer be there")])
def test_a_way_into_an_app_is_never_surer_than_who_saw_it(language, said):
    """The example's loan is overdue, and the way was seen before a due day only."""
    told = " ".join(ask(ROOT / "examples" / "demo.toml", "--lang", language).output.split())
    assert said in (told if language == "en" else told.replace(" ", ""))
    assert "2026" in told


@pytest.mark.parametrize(("language", "said"), [("zh", "没有债务"), ("en", "There is no debt")])
def test_without_a_debt_nothing_is_said_of_a_plan(tmp_path, language, said):
    path = tmp_path / "household.toml"
    path.write_text('format = "ashore/1"\n[household]\nas_of = 2026-11-23\n', encoding="utf-8")
    told = ask(path, "--lang", language)
    assert told.exit_code == 0
    assert said in told.output
    assert "照方案" not in told.output
    assert "as the plan says" not in told.output
