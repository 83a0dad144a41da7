"""The runner of ACTUS cases: the shared cases pass, and a planted fault in a case, or in its terms, is told."""

import json
from copy import deepcopy
from pathlib import Path

import pytest

from ashore.loans.unrounded.moments import Cycle
from ashore.loans.unrounded.running import events
from ashore.loans.unrounded.terms import UnfitTerms
from conforming.actus import cases_of, differences, outcomes
from conforming.actus_terms import cycle, moment, terms
from loans.unrounded.case import loan, on
from needs import DATA, needs_data

FILES = sorted((DATA / "actus").glob("*.json"))
CASES = {name: case for path in FILES for name, case in cases_of(path).items()}
TERMS: dict[str, object] = {
    "contractType": "LAM",
    "contractRole": " RPA ",
    "statusDate": "2020-12-31T00:00:00",
    "initialExchangeDate": "2021-01-01T00:00",
    "notionalPrincipal": "  800",
    "nominalInterestRate": 0.12,
    "dayCountConvention": "30E360",
    "cycleAnchorDateOfInterestPayment": "2021-02-01T00:00:00",
    "cycleOfInterestPayment": "P1ML1",
    "cycleAnchorDateOfPrincipalRedemption": "2021-02-01T00:00:00",
    "cycleOfPrincipalRedemption": "P1ML1",
    "nextPrincipalRedemptionPayment": 400,
}
RESULTS: list[dict[str, object]] = [
    {"eventDate": "2021-01-01T00:00", "eventType": "IED", "payoff": "-800", "notionalPrincipal": 800},
    {"eventDate": "2021-02-01T00:00:00", "eventType": "PR", "payoff": 400, "accruedInterest": "8.0"},
    {"eventDate": "2021-02-01T00:00:00", "eventType": "IP", "payoff": 8.0, "nominalInterestRate": 0.12},
    {"eventDate": "2021-03-01T00:00:00", "eventType": "IP", "payoff": 4, "notionalPrincipal": "400"},
    {"eventDate": "2021-03-01T00:00:00", "eventType": "MD", "payoff": 400, "notionalPrincipal": 0},
]
SMALL: dict[str, object] = {
    "identifier": "small",
    "to": "",
    "dataObserved": {},
    "eventsObserved": [],
    "terms": TERMS,
    "results": RESULTS,
}


@needs_data("actus")
@pytest.mark.parametrize("name", CASES)
def test_a_shared_case_passes(name: str):
    assert differences(CASES[name]) == ()


@needs_data("actus")
def test_every_shared_case_is_told():
    told = list(outcomes(DATA / "actus"))
    assert [outcome.name for outcome in told] == list(CASES)
    assert len(told) == sum(len(json.loads(path.read_text("utf-8"))) for path in FILES) >= 67


def test_a_case_with_blanks_numbers_and_texts_passes():
    assert differences(SMALL) == ()


@pytest.mark.parametrize("field", ["payoff", "notionalPrincipal", "nominalInterestRate", "accruedInterest"])
def test_a_wrong_figure_is_told(field: str):
    """Just above the tolerance: 1e-8, or that share of a figure above 1."""
    rows = deepcopy(RESULTS)
    row = next(row for row in rows if field in row)
    right = float(str(row[field]))
    row[field] = right + 1.1e-8 * max(1, abs(right))
    assert [line for line in differences({**SMALL, "results": rows}) if field in line]
    row[field] = right + 0.9e-8 * max(1, abs(right))
    assert differences({**SMALL, "results": rows}) == ()


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (
            lambda case: case["results"].pop(),
            "computed 2021-03-01 00:00:00 MD, and nothing on the other side",
        ),
        (lambda case: case["results"].append(case["results"][-1]), "expected ('2021-03-01T00:00:00', 'MD')"),
        (
            lambda case: case["results"].insert(1, case["results"].pop(2)),
            "expected 2021-02-01T00:00:00 IP, computed",
        ),
        (lambda case: case["results"][0].update(eventType="PRD"), "expected 2021-01-01T00:00 PRD, computed"),
        (lambda case: case["results"][0].update(exerciseAmount=1), "exerciseAmount is not known"),
        (lambda case: case["terms"].update(contractType="SWPPV"), "unknown-value: contractType SWPPV"),
        (lambda case: case["terms"].update(cycleOfInterestPayment="P1X"), "unknown-cycle: P1X"),
        (lambda case: case["terms"].update(cycleOfInterestPayment="P0ML1"), "unknown-cycle: P0ML1"),
        (lambda case: case["terms"].update(dayCountConvention="B252"), "unknown-day-count"),
        (
            lambda case: case["terms"].update(notionalPrincipal="many"),
            "unknown-value: notionalPrincipal many",
        ),
        (lambda case: case["terms"].update(initialExchangeDate=" "), "missing-term: initialExchangeDate"),
        (lambda case: case["terms"].pop("nextPrincipalRedemptionPayment"), "missing-term: instalment"),
        (lambda case: case["terms"].update(prepaymentEffect="A"), "unknown-term: prepaymentEffect"),
        (lambda case: case["terms"].update(settlementCurrency="EUR"), "unknown-term: settlementCurrency"),
        (lambda case: case["terms"].update(businessDayConvention="XYZ"), "unknown-value: businessDay"),
        (lambda case: case.update(eventsObserved=[{"type": "CE"}]), "unknown-term: eventsObserved"),
        (lambda case: case.pop("results"), "KeyError: 'results'"),
    ],
)
def test_a_planted_fault_is_told(change, line: str):
    case = deepcopy(SMALL)
    change(case)
    assert [found for found in differences(case) if line in found]


def test_events_after_the_last_day_asked_for_are_left_out():
    case = {**SMALL, "to": "2021-02-01T00:00:00", "results": RESULTS[:3]}
    assert differences(case) == ()


@pytest.mark.parametrize("text", ["[]", "{}", "no json"])
def test_a_file_without_cases_fails(tmp_path: Path, text: str):
    (tmp_path / "a.json").write_text(text, "utf-8")
    assert [bool(outcome.differences) for outcome in outcomes(tmp_path)] == [True]


def test_the_order_of_terms_changes_nothing():
    assert terms(dict(reversed(TERMS.items()))) == terms(TERMS)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("P1ML0", Cycle(months=1)),
        ("P3ML1", Cycle(months=3, long_stub=False)),
        ("P2QL0", Cycle(months=6)),
        ("P1HL1", Cycle(months=6, long_stub=False)),
        ("P2YL0", Cycle(months=24)),
        ("P27DL1", Cycle(days=27, long_stub=False)),
        ("P2WL0", Cycle(days=14)),
        ("1M-", Cycle(months=1, long_stub=False)),
    ],
)
def test_a_cycle_is_read(text: str, read: Cycle):
    assert cycle(text) == read


def test_midnight_has_two_names():
    assert moment("2021-01-31T24:00:00") == moment("2021-02-01") == on("2021-02-01")


@pytest.mark.parametrize("instalment", ["11", "12", "12.0000001"])
def test_instalments_that_never_repay_are_refused(instalment: str):
    with pytest.raises(UnfitTerms, match="never-repaid") as refused:
        events(
            terms(
                {
                    **TERMS,
                    "contractType": "NAM",
                    "notionalPrincipal": 1200,
                    "nextPrincipalRedemptionPayment": instalment,
                }
            ),
            {},
        )
    assert refused.value.code == "never-repaid"


def test_a_rate_that_nobody_observed_is_refused():
    given = {**TERMS, "cycleAnchorDateOfRateReset": "2021-02-01", "marketObjectCodeOfRateReset": "I"}
    with pytest.raises(UnfitTerms, match="not-observed: I 2021-02-01"):
        events(terms(given), {"I": [(on("2021-02-02"), loan().principal)]})


def test_a_cycle_that_does_not_move_is_a_bug():
    with pytest.raises(AssertionError):
        Cycle()
