"""`ashore plan --certificate` and `ashore verify`: a true certificate holds, and any figure that is changed is seen."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ashore.cli.main import main
from needs import ROOT

EXAMPLES = ROOT / "src" / "ashore" / "examples"
FILE = EXAMPLES / "bullet.toml"
OFFERED = """format = "ashore/1"
[household]
as_of = 2027-01-31
cash = 6000.00
[[income]]
name = "wage"
amount = 60000.00
day = 1
from = 2027-08-01
[[debt]]
id = "a"
name = "loan"
balance = 120000.00
rate = "1%/month"
method = "equal-principal"
periods_left = 12
due_day = 15
lender_kind = "bank"
prepayment = {allowed = false}
  [[debt.concession]]
  kind = "defer"
  months = 6
  status = "offered"
  until = 2027-03-05
"""


def ashore(*arguments: str) -> Result:
    """Return what a command answers."""
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a certificate as the command writes it."""
    path = tmp_path_factory.mktemp("certificate") / "proof.json"
    assert ashore("plan", str(FILE), "--certificate", str(path), "--json").exit_code == 0
    return path


@pytest.mark.parametrize(("language", "words"), [("zh", "验算属实"), ("en", "The bound holds")])
def test_a_true_certificate_holds(certificate: Path, language: str, words: str) -> None:
    result = ashore("verify", str(certificate), str(FILE), "--lang", language)
    assert result.exit_code == 0, result.output
    assert words in result.output


def changed(certificate: Path, tmp_path: Path, change) -> Result:
    """Return what is said of a certificate with something changed."""
    typed = json.loads(certificate.read_text("utf-8"))
    change(typed)
    path = tmp_path / "changed.json"
    path.write_text(json.dumps(typed), "utf-8")
    return ashore("verify", str(path), str(FILE), "--json")


def raise_bound(typed):
    typed["plan"]["bound_fen"] += 1


def claim_less(typed):
    typed["plan"]["cost_fen"] -= 100


def move_parts(typed):
    typed["plan"]["payments"][0]["interest_fen"] += 1


@pytest.mark.parametrize("change", [raise_bound, claim_less, move_parts])
def test_a_changed_figure_is_seen(certificate: Path, tmp_path: Path, change) -> None:
    result = changed(certificate, tmp_path, change)
    assert result.exit_code == 1, result.output
    assert json.loads(result.output)["holds"] is False


def rise(typed):
    typed["prices"][-1] += typed["prices"][0] + 1


def drop_a_month(typed):
    typed["prices"].pop()


def other_format(typed):
    typed["format"] = "ashore-plan/1"


@pytest.mark.parametrize("change", [rise, drop_a_month, other_format])
def test_what_is_no_certificate_of_the_household_ends_with_2(
    certificate: Path, tmp_path: Path, change
) -> None:
    assert changed(certificate, tmp_path, change).exit_code == 2


def test_another_household_is_not_proved_by_it(certificate: Path) -> None:
    assert ashore("verify", str(certificate), str(EXAMPLES / "rider.toml")).exit_code == 2


@pytest.mark.parametrize("data", ["", "[]", "{", "\x00"])
def test_a_file_that_is_no_certificate_ends_with_2(tmp_path: Path, data: str) -> None:
    path = tmp_path / "proof.json"
    path.write_text(data)
    result = ashore("verify", str(path), str(FILE))
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_without_a_bound_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "proof.json"
    result = ashore("plan", str(EXAMPLES / "nothing-works.toml"), "--certificate", str(path), "--lang", "en")
    assert "No certificate was written" in " ".join(result.output.split())
    assert not path.exists()


@pytest.fixture(scope="module")
def proved(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Result]:
    """Return a certificate with cases told apart, its household, and what was told meanwhile."""
    folder = tmp_path_factory.mktemp("proved")
    path, file = folder / "proof.json", folder / "household.toml"
    file.write_text(OFFERED, "utf-8")
    typed = ("--months", "24", "--prove", "20", "--certificate", str(path), "--json", "--lang", "en")
    return path, file, ashore("plan", str(file), *typed)


def test_the_gap_is_told_as_it_falls(proved: tuple[Path, Path, Result]) -> None:
    path, _, result = proved
    told = [line for line in result.stderr.splitlines() if line.startswith("So far")]
    assert len(told) == 2
    assert "Nothing is left to tell apart" in result.stderr
    assert len(json.loads(path.read_text("utf-8"))["cases"]) == 2


def test_a_proof_by_cases_is_verified(proved: tuple[Path, Path, Result]) -> None:
    assert ashore("verify", str(proved[0]), str(proved[1])).exit_code == 0


@pytest.mark.parametrize("wrong", ["left out", "prices fall less", "no branch", "no list", "no pair"])
def test_a_proof_that_was_changed_is_refused(
    proved: tuple[Path, Path, Result], tmp_path: Path, wrong: str
) -> None:
    typed = json.loads(proved[0].read_text("utf-8"))
    if wrong == "left out":
        typed["cases"][0]["choices"] = [[0, 0]]
        typed["cases"] = typed["cases"][:1]
    elif wrong == "prices fall less":
        prices = typed["cases"][0]["prices"]
        typed["cases"][0]["prices"] = [0] * len(prices)
    elif wrong == "no branch":
        typed["cases"][0]["choices"] = [[0, 99]]
    elif wrong == "no list":
        typed["cases"] = 3
    else:
        typed["cases"][0]["choices"] = [7]
    path = tmp_path / "changed.json"
    path.write_text(json.dumps(typed), "utf-8")
    assert ashore("verify", str(path), str(proved[1])).exit_code == (
        1 if wrong in {"left out", "prices fall less"} else 2
    )


def test_where_no_plan_works_there_is_nothing_to_prove() -> None:
    result = ashore("plan", str(EXAMPLES / "just-fails.toml"), "--prove", "5", "--json", "--lang", "en")
    assert "nothing to go on proving" in " ".join(result.stderr.split())
