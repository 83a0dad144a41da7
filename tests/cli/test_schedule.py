"""`ashore schedule`: a loan from terms, a debt from a file, and what is said when neither is there."""

import json
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from click.testing import CliRunner

from ashore.cli import main

TERMS = ["schedule", "--amount", "12000", "--rate", "14.4%/year", "--periods", "12", "--start", "2026-11-23"]


def run(*arguments: str) -> dict[str, list[dict[str, int]]]:
    """Return the JSON answer of a command that must succeed."""
    result = CliRunner().invoke(main, [*arguments, "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def test_a_level_payment_loan_from_terms() -> None:
    """1.2 % a month over 12 months: the instalment is the annuity's, the principal adds up."""
    rows = run(*TERMS)["rows"]
    rate = Decimal("0.012")
    annuity = Decimal(12000) * rate / (1 - (1 + rate) ** -12)
    assert rows[0]["total_fen"] == int((annuity * 100).quantize(Decimal(1), ROUND_HALF_UP))
    assert rows[0]["interest_fen"] == 144_00
    assert sum(row["principal_fen"] for row in rows) == 12_000_00
    assert rows[-1]["balance_fen"] == 0


def test_flat_fee_terms_show_their_true_rate() -> None:
    """12 × 0.60 % of the first amount is 13.034 % nominal and 13.842 % effective, not 7.2 %."""
    flat = [
        "schedule",
        "--amount",
        "12000",
        "--fee-per-period",
        "0.6%",
        "--method",
        "flat-fee",
        "--periods",
        "12",
    ]
    answer = run(*flat, "--start", "2026-11-23")
    assert round(Decimal(str(answer["nominal_rate"])), 5) == Decimal("0.13034")
    assert round(Decimal(str(answer["effective_rate"])), 5) == Decimal("0.13842")


def test_both_languages_print_a_table() -> None:
    """The table has a row for each due and a sum."""
    for language, word in (("zh", "合计"), ("en", "sum")):
        result = CliRunner().invoke(main, [*TERMS, "--lang", language])
        assert result.exit_code == 0, result.output
        assert word in result.output
        assert result.output.count("2027-") == 11


def test_nothing_given_says_what_is_needed(tmp_path: Path) -> None:
    """Neither a file nor terms, or an id that is not there: a sentence, and 2."""
    assert CliRunner().invoke(main, ["schedule"]).exit_code == 2
    file = tmp_path / "empty.toml"
    file.write_text('format = "ashore/1"\n[household]\nas_of = 2026-11-23\n', encoding="utf-8")
    result = CliRunner().invoke(main, ["schedule", str(file), "card", "--lang", "zh"])
    assert result.exit_code == 2
    assert "没有债务" in result.output
