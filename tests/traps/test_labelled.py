"""The labelled messages: their form, the known ones as the rules were meant, the rules as they were frozen."""

import tomllib
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

import trap_likeness
import trap_report
from ashore.packs.pack import load_pack
from needs import ROOT

FROZEN = ROOT / "tests" / "traps" / "frozen.toml"
FILES = sorted((ROOT / "tests" / "traps" / "messages").glob("*.toml"))
FOR_BOTH = {"job", "service", "buyer", "police", "court"}
KINDS = {
    "trap": {"agent", "broker", "loan", "record", "policy", "refund", "told", *FOR_BOTH},
    "not": {"mediator", "lender", "collector", "lawyer", "article", "friend", "public", *FOR_BOTH},
}
SIGNS = {sign.id for sign in load_pack("cn").traps().signs}
ROWS = [(path, row) for path in FILES for row in tomllib.loads(path.read_text("utf-8"))["message"]]
SETS = ("first", "second", "third", "held_out")
KNOWN = ("first", "second", "third")
IDS = [(name, row["id"]) for name in KNOWN for path, row in ROWS if path.stem.startswith(f"{name}_")]
QUICK = ("second",)
"""The sets that the quick tests read; all of them take about ten seconds."""


def sets_to_read() -> list[ParameterSet]:
    """Return the known sets, those that take long marked."""
    return [pytest.param(name, marks=[] if name in QUICK else pytest.mark.long) for name in KNOWN]


def test_the_files_are_the_known_sets_and_perhaps_one_held_out():
    assert {path.stem.rpartition("_")[0] for path in FILES if not path.stem.startswith("first_")} <= set(SETS)
    assert len(IDS) >= 450
    assert len({row["id"] for _, row in ROWS}) == len(ROWS)
    assert len({row["text"] for _, row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_has_its_form(path: Path):
    for row in tomllib.loads(path.read_text("utf-8"))["message"]:
        assert set(row) == {"id", "language", "label", "kind", "signs", "text"}, row["id"]
        assert row["language"] in {"zh", "en", "mixed"}, row["id"]
        assert row["kind"] in KINDS[row["label"]], row["id"]
        assert set(row["signs"]) <= SIGNS, row["id"]
        assert bool(row["signs"]) == (row["label"] == "trap"), row["id"]


@pytest.mark.parametrize("name", KNOWN)
def test_a_known_set_has_both_languages_and_both_labels(name: str):
    rows = [row for path, row in ROWS if path.stem.startswith(f"{name}_")]
    counted = Counter((row["language"], row["label"]) for row in rows)
    assert all(counted[language, label] >= 20 for language in ("zh", "en") for label in ("trap", "not"))
    assert {sign for row in rows for sign in row["signs"]} >= SIGNS - {
        "phone-lease"
    }  # a sign since the third round


def test_every_sign_is_in_a_message():
    assert {sign for _, row in ROWS for sign in row["signs"]} == SIGNS


@pytest.mark.parametrize("name", sets_to_read())
def test_known_messages_are_read_as_they_were_meant(name: str):
    messages = trap_report.read_set(name)
    assert messages
    assert [one.id for one in messages if one.wrong] == []
    assert [one.id for one in messages if name == "first" and not one.signs <= one.found] == []


@pytest.mark.parametrize("held", [True, False])
def test_the_page_is_made_with_and_without_a_held_out_set(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, held: bool
):
    monkeypatch.setattr(trap_report, "MESSAGES", tmp_path)
    trap_report.read_set.cache_clear()
    form = (
        'id = "{0}"\nlanguage = "en"\nlabel = "trap"\nkind = "agent"\nsigns = ["codes"]\ntext = "Hi {0}."\n'
    )
    row = "[[message]]\n" + form
    (tmp_path / "second_en.toml").write_text(row.format("a"), "utf-8")
    if held:
        (tmp_path / "held_out_en.toml").write_text(row.format("b"), "utf-8")
    made = trap_report.page(f"{trap_report.BEGIN}{trap_report.END}")
    trap_report.read_set.cache_clear()
    assert "- `a` (agent): codes was there, nothing was found" in made
    assert ("- `b` (agent)" in made) is held
    assert ("### Held out\n\nNot written yet." in made) is not held


def test_the_rules_are_those_that_were_frozen():
    frozen = tomllib.loads(FROZEN.read_text("utf-8"))
    assert trap_report.frozen() == {key: frozen[key] for key in ("rules", "matcher")}


@pytest.mark.long
def test_the_page_shows_what_is_measured():
    text = trap_report.PAGE.read_text("utf-8")
    assert trap_report.page(text) == text


def test_a_measure_can_be_wrong():
    missed = trap_report.Labelled("a", "zh", "agent", True, frozenset({"codes"}), frozenset())
    taken = trap_report.Labelled("b", "zh", "court", False, frozenset(), frozenset({"codes"}))
    right = trap_report.Labelled("c", "zh", "agent", True, frozenset({"codes"}), frozenset({"codes"}))
    rows = "\n".join(trap_report.table([missed, taken, right]))
    assert "| all: 3 | 1 | 1 | 0 | 1 | 50 % | 50 % |" in rows
    assert "- `a` (agent): codes was there, nothing was found" in rows
    assert "- `b` (court): nothing was there, codes was found" in rows


def test_what_a_message_asks_for_is_measured_apart():
    named = trap_report.Labelled(
        "a", "zh", "agent", True, frozenset({"codes"}), frozenset(), frozenset({"pay"})
    )
    bare = trap_report.Labelled("b", "zh", "agent", True, frozenset({"codes"}), frozenset())
    court = trap_report.Labelled("c", "en", "court", False, frozenset(), frozenset(), frozenset({"pay"}))
    rows = "\n".join(trap_report.table([named, bare, court]))
    assert "| all: 3 | 0 | 2 | 1 | 0 | – | 0 % |" in rows
    assert "| all: 3 | 0 of 2 (0 %) | 0 of 1 (0 %) | 1 of 2 (50 %) | 1 of 1 (100 %) |" in rows
    assert "| zh: 2 | 0 of 2 (0 %) | 0 of 0 (–) | 1 of 2 (50 %) | 0 of 0 (–) |" in rows
    assert list(trap_report.figures([named, bare, court])) == [
        "all: 2 of 2 traps missed, 1 of them with nothing named",
        "en: 0 of 0 traps missed, 0 of them with nothing named",
        "zh: 2 of 2 traps missed, 1 of them with nothing named",
    ]


@pytest.mark.long
def test_the_answer_says_how_often_it_was_wrong_at_worst():
    """Missed at worst: of a set of which only the wording is weighed.  Taken: of the held-out one, with the signs."""
    tried = load_pack("cn").tried()
    assert tried is not None
    counts = [(one.traps.count(False), len(one.traps)) for one in trap_likeness.alone()]
    assert (tried.missed.wrong, tried.missed.of) == max(counts, key=lambda one: Fraction(*one))
    others = [one for one in trap_report.read_set("held_out") if not one.is_trap]
    assert (tried.taken.wrong, tried.taken.of) == (sum(not one.silent for one in others), len(others))
