"""Every finding has a file that provokes it: that finding, at that line, and no other; said in both languages."""

import re
import string

import pytest

from ashore.texts import say_finding
from ashore.texts.findings import FINDINGS
from findings.samples import expected, found, reading_of, samples

SAMPLES = samples()
HAN = re.compile("[\u4e00-\u9fff]")


def test_every_code_has_a_file_and_every_file_a_code():
    assert set(SAMPLES) == set(FINDINGS)


@pytest.mark.parametrize("code", SAMPLES)
def test_a_file_yields_its_finding_where_it_says_and_no_other(code):
    level, name, line, path = expected(code, SAMPLES[code])
    assert name == code
    reading = reading_of(SAMPLES[code])
    assert [found(finding) for finding in reading.findings] == [(level, code, line, path)]
    assert (reading.household is None) == (level == "stop")


@pytest.mark.parametrize("code", SAMPLES)
def test_a_finding_is_said_in_both_languages(code):
    (finding,) = reading_of(SAMPLES[code]).findings
    english, chinese = say_finding(finding, "en"), say_finding(finding, "zh")
    assert not HAN.search(FINDINGS[code])
    assert HAN.search(chinese)
    assert english != chinese
    assert "None" not in english + chinese


@pytest.mark.parametrize("code", FINDINGS)
def test_a_sentence_names_no_fact_that_it_does_not_get(code):
    (finding,) = reading_of(SAMPLES[code]).findings
    named = {name for _, name, _, _ in string.Formatter().parse(FINDINGS[code]) if name}
    assert named <= set(finding.facts)
