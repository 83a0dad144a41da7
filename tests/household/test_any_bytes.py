"""Whatever bytes come: an answer, each finding with its sentence in both languages, never a crash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.household import read_household
from ashore.texts import say_finding
from household.drawing import files
from household.files import BUSINESS_LOAN, CLEAN, EVERY_KEY

PRODUCTS = {BUSINESS_LOAN.id: BUSINESS_LOAN}
EVERYTHING = EVERY_KEY.read_text("utf-8")
SIGNS = "\"“”'＝=[]{}，,#\n\r\0\ufeff。%０-\\\u3000万$\ufffd"
PIECES = ('"""', "[[debt]]\n", "= =", "[debt.concession]\n", "true", "nan", "1e999999", "2026-02-30")
NASTY = st.sampled_from((*SIGNS, *PIECES))


def answered(data: bytes) -> None:
    """Read bytes and say everything that is found."""
    reading = read_household(data, PRODUCTS)
    stopped = any(finding.level == "stop" for finding in reading.findings)
    assert stopped == (reading.household is None)
    for finding in reading.findings:
        assert say_finding(finding, "en")
        assert say_finding(finding, "zh")
        assert finding.place.line is None or finding.place.line >= 1


@pytest.mark.property
@given(st.binary(max_size=200))
def test_any_bytes(data):
    answered(data)


@pytest.mark.property
@given(st.text(max_size=200))
def test_any_text(text):
    answered(text.encode())


@pytest.mark.property
@given(st.lists(st.tuples(st.integers(0, len(CLEAN)), st.integers(0, 12), NASTY), min_size=1, max_size=4))
def test_a_file_with_holes_and_nasty_signs(edits):
    text = CLEAN
    for at, gone, put in edits:
        text = text[:at] + put + text[at + gone :]
    answered(text.encode())


@pytest.mark.property
@given(
    st.lists(st.tuples(st.integers(0, len(EVERYTHING)), st.integers(0, 40), NASTY), min_size=1, max_size=3)
)
def test_a_large_file_with_holes(edits):
    text = EVERYTHING
    for at, gone, put in edits:
        text = text[:at] + put + text[at + gone :]
    answered(text.encode())


@pytest.mark.property
@given(files(), st.sampled_from(["gbk", "gb18030", "utf-16", "big5", "latin-1", "utf-8-sig"]))
def test_files_in_other_encodings(text, encoding):
    answered(text.encode(encoding, "replace"))


SCALARS = ("1", "-1", "0.001", "true", '""', '"x"', "2026-11-23", "07:30:00", "nan", "-inf", "1e30")
VALUES = st.recursive(
    st.sampled_from((*SCALARS, "2026-11-23T08:00:00Z")),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2).map(lambda found: "[" + ", ".join(found) + "]"),
        inner.map(lambda value: "{since = " + value + ", x = 1}"),
    ),
    max_leaves=3,
)
LINES = [number for number, line in enumerate(EVERYTHING.splitlines()) if " = " in line]


@pytest.mark.property
@given(st.sampled_from(LINES), VALUES)
def test_any_value_behind_any_key(number, value):
    lines = EVERYTHING.splitlines()
    lines[number] = lines[number].split(" = ")[0] + " = " + value
    answered("\n".join(lines).encode())
