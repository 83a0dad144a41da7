"""`make release-check`: everything that stands in the way of a release is named, on any day, with any gates."""

import subprocess
import sys
import tomllib
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from ashore.packs.pack import load_pack
from needs import ROOT
from release_check import FORMAT, GATES, NEVER_DIALLED, open_gates, problems

PACK = load_pack("cn")
TODAY = date(2026, 11, 26)
VERSION = "9.9.9"
SHIPPED = tomllib.loads(GATES.read_text("utf-8"))
DAY_90 = date(2027, 2, 21)
"""The ninetieth day after 2026-11-23, the oldest check there is."""


def call(line, **changes):
    """Return an entry of the dial-test log."""
    how = "asked" if line.kind in NEVER_DIALLED else "dialled"
    return {"line": line.id, "on": TODAY, "how": how, "answered": True, "by": "AB", **changes}


def closed(**changes):
    """Return gates that people have closed."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "dial_test": {"log": [call(line) for line in PACK.helplines.values()]},
        "clinician": {"signed": [{"by": "CD", "role": "clinical psychologist", "on": TODAY}]},
        "lived_experience": {"signed": [{"by": by, "on": TODAY} for by in ("E", "F", "G", "H", "I")]},
        **changes,
    }


def found(gates, today=TODAY, pack=PACK):
    """Return what stands in the way."""
    return problems(today, gates, VERSION, {"cn": pack})


def test_with_everything_fresh_and_every_gate_closed_nothing_stands_in_the_way():
    assert found(closed()) == []


def test_as_shipped_every_gate_is_open_and_named():
    said = "\n".join(open_gates(SHIPPED, VERSION, PACK, TODAY))
    assert (
        SHIPPED["dial_test"]["log"]
        == SHIPPED["clinician"]["signed"]
        == SHIPPED["lived_experience"]["signed"]
        == []
    )
    for line in PACK.helplines.values():
        assert f"dial_test: {line.id} " in said
    assert "clinician: 0 of 1" in said
    assert "lived_experience: 0 of 5" in said
    assert "version ''" in said


@pytest.mark.parametrize(
    ("day", "old"),
    [(DAY_90, 0), (DAY_90 + timedelta(days=1), len(PACK.helplines) - 1), (date(2027, 3, 1), None)],
)
def test_ninety_days_after_its_check_a_line_or_place_is_named(day, old):
    """All help lines but one were checked on 23 November, the union's line and the places three days later."""
    lines = [one for one in found(closed(), day) if "was last checked on" in one]
    assert len(lines) == (len(PACK.helplines) + len(PACK.supports) if old is None else old)


def test_a_fact_of_a_help_page_past_its_day_is_named():
    fact = PACK.facts["support-privacy"]
    late = replace(PACK, facts={**PACK.facts, fact.id: replace(fact, review_by=TODAY - timedelta(days=1))})
    assert [one for one in found(closed(), pack=late) if "support-privacy" in one]
    assert "lpr-1y" not in "\n".join(found(closed())), "a rate that is past its day is on no help page"


@pytest.mark.parametrize("kind", ["mental-health", "emergency"])
@pytest.mark.parametrize(
    "changes",
    [
        {"on": TODAY - timedelta(days=91)},
        {"on": TODAY + timedelta(days=1)},
        {"on": datetime(2026, 11, 26, 9)},  # noqa: DTZ001 - what a file may hold
        {"on": "2026-11-26"},
        {"by": " "},
        {"by": None},
        {"how": "read on a page"},
    ],
    ids=str,
)
def test_a_call_that_is_none_leaves_its_line_open(kind, changes):
    first = next(line for line in PACK.helplines.values() if line.kind == kind)
    log = [call(line, **(changes if line is first else {})) for line in PACK.helplines.values()]
    (said,) = found(closed(dial_test={"log": log}))
    assert f"dial_test: {first.id} " in said


def test_a_line_that_was_not_answered_is_named_as_that():
    log = [call(line, answered=line.id != "hope24") for line in PACK.helplines.values()]
    (said,) = found(closed(dial_test={"log": log}))
    assert "hope24" in said
    assert "not answered" in said


def test_an_emergency_number_is_never_asked_to_be_dialled():
    said = "\n".join(open_gates(SHIPPED, VERSION, PACK, TODAY))
    assert "120 (120) was not asked about at a station" in said
    assert "120 (120) was not dialled" not in said


def test_one_person_who_signs_five_times_is_one_person():
    gates = closed(lived_experience={"signed": [{"by": "E", "on": TODAY}] * 5})
    assert [one for one in found(gates) if "1 of 5" in one]


@pytest.mark.parametrize(
    "changes",
    [
        {"dial_test": 7},
        {"clinician": {"signed": "yes"}},
        {"lived_experience": {}},
        {"format": "x"},
        {"version": "0.0.1"},
    ],
    ids=str,
)
def test_gates_that_cannot_be_read_are_open(changes):
    assert found(closed(**changes))


@pytest.mark.long
def test_the_command_ends_with_one_today_and_says_why():
    run = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "release_check.py")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "gate open: clinician" in run.stdout
    assert "stand in the way of a release" in run.stdout
