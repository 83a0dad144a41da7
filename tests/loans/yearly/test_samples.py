"""The XIRR samples of pyxirr, in place: our own proof, its answers, and each disagreement explained."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
import pyxirr

from ashore.loans.yearly.answers import Found, NoRate
from ashore.loans.yearly.roots import rates_of
from conforming import xirr
from needs import DATA, needs_data

SAMPLES = DATA / "xirr"
QUICK = ("1938", "30-0", "30-10", "minus_0_99999", "minus_0_993", "unordered", "xnfv", "zeros")


def peer(sample: xirr.Sample) -> float | None:
    days = [date.fromordinal(day) for day in sample.days]
    return pyxirr.xirr(days, [float(amount) for amount in sample.amounts], silent=True)


def explained(sample: xirr.Sample) -> str:
    """Return why pyxirr's answer is not ours, or "" where it is; "?" is no explanation."""
    answer, theirs = rates_of(sample.amounts, sample.days, 365), peer(sample)
    if isinstance(answer, NoRate):
        return "" if theirs is None else "?"
    if theirs is None:
        return f"pyxirr finds none of {len(answer.roots)} proven rates"
    if abs(float(answer.rate) - theirs) <= 1e-6 * max(1.0, abs(theirs)):
        return ""
    others = [float(root.rate) for root in answer.roots]
    near = any(abs(theirs - rate) <= 1e-6 * max(1.0, abs(rate)) for rate in others)
    return "pyxirr takes another of several rates" if near and answer.several else "?"


@needs_data("xirr")
@pytest.mark.parametrize("name", QUICK)
def test_a_few_samples_conform(name: str):
    assert [outcome.differences for outcome in xirr.outcomes(SAMPLES / f"{name}.csv")] == [()]


@needs_data("xirr")
@pytest.mark.long
def test_all_samples_conform():
    told = list(xirr.outcomes(SAMPLES))
    assert len(told) == 66
    assert [outcome for outcome in told if outcome.differences] == []


@needs_data("xirr")
def test_each_disagreement_with_pyxirr_has_its_reason(capsys: pytest.CaptureFixture[str]):
    reasons = {
        file.stem: explained(xirr.sample_of(file.read_text("utf-8")))
        for file in sorted(SAMPLES.glob("*.csv"))
    }
    with capsys.disabled():
        print("".join(f"\n  {name}: {reason}" for name, reason in reasons.items() if reason))  # noqa: T201 - asked for
    assert "?" not in reasons.values()
    assert sum(reason == "" for reason in reasons.values()) >= 50


def test_headings_quotes_blanks_order_and_a_third_column():
    text = 'date,amount,rate\n"2021-01-01", -100.5,\n\n2022-01-01,110.55,0.1\n'
    sample = xirr.sample_of(text)
    assert sample.amounts == [Fraction(-201, 2), Fraction(2211, 20)]
    assert sample.days[1] - sample.days[0] == 365
    assert sample.rates == ["", "0.1"]


def test_a_wrong_expectation_fails(tmp_path: Path):
    (tmp_path / "a.csv").write_text("2021-01-01,-100,0.11\n2022-01-01,110,\n")
    (tmp_path / "b.csv").write_text("2021-01-01,-100\n2022-01-01,110\n")
    (tmp_path / "c.csv").write_text("2021-01-01,-100\n2022-01-01,-110\n")
    (tmp_path / "d.csv").write_text("2021-01-01,-100\n2022-01-01,110\n")
    (tmp_path / "expected.json").write_text('{"b.csv": null, "c.csv": null, "d.csv": 0.1}')
    told = {outcome.name: len(outcome.differences) for outcome in xirr.outcomes(tmp_path)}
    assert told == {"a.csv": 1, "b.csv": 1, "c.csv": 0, "d.csv": 0}


def test_a_line_that_is_no_amount_is_refused():
    with pytest.raises(ValueError, match="Invalid isoformat"):
        xirr.sample_of("2021-01-01,5\nsoon,5\n")


def test_a_file_that_cannot_be_read_fails_and_the_others_are_still_run(tmp_path: Path):
    (tmp_path / "a.csv").write_text("2021-01-01,soon\n")
    (tmp_path / "b.csv").write_text("2021-01-01,-100\n2022-01-01,110\n")
    assert [bool(outcome.differences) for outcome in xirr.outcomes(tmp_path)] == [True, False]


def test_a_wrong_answer_of_ours_would_be_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """The second computation does not follow the product where it errs."""
    file = tmp_path / "a.csv"
    file.write_text("2021-01-01,-100\n2022-01-01,230\n2023-01-01,-132\n")
    assert [outcome.differences for outcome in xirr.outcomes(file)] == [()]

    def one_root_lost(amounts: list[Fraction], steps: list[int], a_year: int) -> Found | NoRate:
        answer = rates_of(amounts, steps, a_year)
        assert isinstance(answer, Found)
        return Found(answer.roots[1], answer.roots[1:], answer.sign_changes)

    monkeypatch.setattr(xirr, "rates_of", one_root_lost)
    assert [len(outcome.differences) for outcome in xirr.outcomes(file)] == [1]
