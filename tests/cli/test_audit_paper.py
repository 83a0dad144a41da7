"""`ashore audit --out`: the paper to attach to a complaint, by its ending; none where there is nothing to put on it."""

from pathlib import Path

import pytest

from cli.test_audit import DOUBLE, RIGHT, audited, flat, place

__all__ = ["place"]  # a fixture, found by its name here


@pytest.mark.parametrize(
    ("ending", "begins"),
    [("pdf", b"%PDF"), ("docx", b"PK"), ("txt", "账单核对明细".encode()), ("html", b"<!doctype html>")],
)
def test_the_paper_for_a_complaint_is_written(place: Path, ending: str, begins: bytes) -> None:
    out = place / f"paper.{ending}"
    result = audited(place, DOUBLE, "--lang", "zh", "--out", str(out))
    assert result.exit_code == 1, result.output
    assert out.read_bytes().startswith(begins)
    assert "608.56" in result.stdout  # the answer stands on the screen all the same


def test_without_anything_for_the_lender_no_paper_is_written(place: Path) -> None:
    out = place / "paper.pdf"
    result = audited(place, RIGHT, "--lang", "zh", "--out", str(out))
    assert result.exit_code == 0, result.output
    assert "现在没有可以写进明细的" in flat(result.stderr)
    assert not out.exists()


def test_a_paper_of_another_kind_is_refused_before_anything_is_read(place: Path) -> None:
    result = audited(place, DOUBLE, "--out", str(place / "paper.xls"))
    assert result.exit_code == 2
    assert ".html" in result.stderr
    assert not (place / "paper.xls").exists()
