"""A saved mapping of a bank's columns: it wins over any guess, is read as it was saved, refused where it is wrong."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.importers.bills.bank import format_of, guess
from ashore.importers.bills.bank_mapping import Mapping, mapping_from_toml, mapping_to_toml
from ashore.importers.bills.reading import read_bill
from ashore.texts import say_finding
from importers.bills.ledgers import HAN
from importers.bills.test_bank import CCB, read, said

ODD = "Wann,Wieviel,Wohin\n01/03/2026,-5.00,Laden\n02/03/2026,7.00,Lohn\n"
SAVED = Mapping(
    {"day": "Wann", "amount": "Wieviel", "summary": "Wohin"},
    account="工商银行(9876)",
    plus="in",
    day_order="dmy",
)


def test_a_mapping_reads_what_nobody_could_guess():
    assert read_bill("a.csv", ODD.encode()).format == ""
    reading = read(ODD, formats=[format_of(SAVED)])
    assert [(one.day, one.way, one.amount_fen, one.account) for one in reading.transactions] == [
        (date(2026, 3, 1), "out", 500, "工商银行(9876)"),
        (date(2026, 3, 2), "in", 700, "工商银行(9876)"),
    ]
    assert reading.findings == ()
    american = Mapping(SAVED.columns, plus="in", day_order="mdy")
    assert read(ODD, formats=[format_of(american)]).transactions[0].day == date(2026, 1, 3)


def test_a_mapping_wins_over_the_guess():
    text = "交易日期,入账日期,金额,备注\n2026-03-01,2026-03-09,-5.00,消费\n"
    mapping = Mapping({"day": "入账日期", "amount": "金额"}, plus="out", credit_card=True)
    (one,) = read(text, formats=[format_of(mapping)]).transactions
    assert (one.day, one.way) == (date(2026, 3, 9), "in")
    (guessed,) = read(text).transactions
    assert (guessed.day, guessed.way) == (date(2026, 3, 1), "out")


def test_a_guess_is_a_mapping_that_can_be_saved():
    headings = CCB.splitlines()[0].split(",")
    mapping = guess(headings)
    assert mapping.columns["in"] == "收入"
    again, findings = mapping_from_toml(mapping_to_toml(mapping))
    assert (again, findings) == (mapping, ())
    guessed = read(CCB)
    assert said(read(CCB, formats=[format_of(mapping)])) == said(guessed)


@pytest.mark.property
@given(
    st.builds(
        Mapping,
        st.fixed_dictionaries(
            {"day": st.text(min_size=1).filter(str.strip), "amount": st.text(min_size=1).filter(str.strip)},
            optional={"balance": st.text(min_size=1).filter(str.strip)},
        ),
        account=st.text(),
        plus=st.sampled_from(["", "in", "out"]),
        credit_card=st.booleans(),
        day_order=st.sampled_from(["ymd", "dmy", "mdy"]),
    )
)
def test_a_saved_mapping_is_read_as_it_was(mapping):
    assert mapping_from_toml(mapping_to_toml(mapping)) == (mapping, ())


COLUMNS_TOML = '[columns]\nday = "a"\namount = "b"\n'
BROKEN_MAPPINGS = {
    "mapping-not-toml": ("\nx = \n" + COLUMNS_TOML, ""),
    "mapping-key-unknown": ("bank = 1\n" + COLUMNS_TOML, "bank"),
    "mapping-value-wrong": ('plus = "up"\n' + COLUMNS_TOML, "plus"),
    "mapping-columns-missing": ('[columns]\nday = "a"\nin = "b"\n', "columns"),
}


@pytest.mark.parametrize("code", BROKEN_MAPPINGS)
def test_a_faulty_mapping_is_refused(code):
    text, path = BROKEN_MAPPINGS[code]
    mapping, (finding,) = mapping_from_toml(text)
    assert mapping is None
    assert (finding.code, finding.level, finding.place.path) == (code, "stop", path)
    assert HAN.search(say_finding(finding, "zh"))
    assert say_finding(finding, "en") != say_finding(finding, "zh")


@pytest.mark.parametrize(
    "text",
    [
        'credit_card = "yes"\n' + COLUMNS_TOML,
        "credit_card = 1\n" + COLUMNS_TOML,
        "account = 5\n" + COLUMNS_TOML,
        'columns = "day"\n',
        '[columns]\nday = 5\namount = "b"\n',
        '[columns]\nday = "a"\namount = "b"\nmore = "c"\n',
        "",
    ],
)
def test_other_faulty_mappings(text):
    assert mapping_from_toml(text)[0] is None


def test_a_mapping_that_is_no_toml_names_its_line():
    assert mapping_from_toml(BROKEN_MAPPINGS["mapping-not-toml"][0])[1][0].place.line == 2
