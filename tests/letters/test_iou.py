"""An IOU: dues by a second computation in fractions, the cap of every month of the LPR, sums spelt out, the lines."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ashore.dates import add_months
from ashore.documents.iou import iou_of
from ashore.letters.iou import METHODS, Cap, IouTerms, check_terms, dues, iou_sheet
from ashore.letters.sheet import Blank, Own, Paragraph
from ashore.money import capitals
from ashore.packs.pack import load_pack
from ashore.rules.dated import Dated

CN = load_pack("cn")
TODAY = date(2026, 11, 26)
ON, UNTIL = date(2026, 12, 1), date(2027, 12, 1)
CAP = Cap(Fraction(12, 100), Fraction(3, 100))
FREE = IouTerms(20_000_00, ON, UNTIL)


# The dues, computed again: fractions all the way, rounded half up where a due is formed.


def half_up(value: Fraction) -> int:
    """Return a whole number, half up."""
    return int(value + Fraction(1, 2))


def level(amount: int, rate: Fraction, count: int) -> list[tuple[int, int]]:
    """Return (principal, interest) of level payments; the last takes what is left."""
    monthly = rate / 12
    factor = Fraction(1)
    for _ in range(count):
        factor *= 1 + monthly
    payment = (
        half_up(amount * monthly * factor / (factor - 1)) if monthly else half_up(Fraction(amount, count))
    )
    return _run(amount, monthly, count, lambda left, interest: payment - interest)


def equal(amount: int, rate: Fraction, count: int) -> list[tuple[int, int]]:
    """Return (principal, interest) of equal parts; the last takes what is left."""
    part = half_up(Fraction(amount, count))
    return _run(amount, rate / 12, count, lambda left, interest: part)


def _run(amount, monthly, count, principal_of):
    left, rows = amount, []
    for number in range(count):
        interest = half_up(left * monthly)
        principal = left if number == count - 1 else max(0, min(left, principal_of(left, interest)))
        rows.append((principal, interest))
        left -= principal
    return [row for row in rows if row != (0, 0)]


SECOND = {"level-payment": level, "equal-principal": equal}


@given(
    st.integers(10_00, 10**8),
    st.integers(0, 1200),
    st.integers(1, 120),
    st.dates(date(2021, 1, 1), date(2027, 12, 31)),
    st.sampled_from(sorted(SECOND)),
)
def test_instalments_to_the_fen(amount, basis_points, count, on, method):
    rate = Fraction(basis_points, 10_000)
    terms = IouTerms(amount, on, add_months(on, count), rate, method=method)
    small = amount < 10_00 * count
    assert [one.code for one in check_terms(terms, CAP)] == (["iou-too-small"] if small else [])
    assume(not small)
    rows = dues(terms)
    assert [(row.principal_fen, row.interest_fen) for row in rows] == SECOND[method](amount, rate, count)
    assert len(rows) == count
    assert [row.due for row in rows] == [add_months(on, number + 1) for number in range(len(rows))]
    assert sum(row.principal_fen for row in rows) == amount


@given(
    st.integers(1_00, 10**10),
    st.integers(0, 1200),
    st.dates(date(2021, 1, 1), date(2027, 12, 31)),
    st.integers(1, 3000),
)
def test_all_at_the_end_bears_the_actual_days_of_365(amount, basis_points, on, days):
    until = date.fromordinal(on.toordinal() + days)
    (row,) = dues(IouTerms(amount, on, until, Fraction(basis_points, 10_000)))
    assert (row.due, row.principal_fen) == (until, amount)
    assert row.interest_fen == half_up(Fraction(amount * basis_points * days, 10_000 * 365))


def test_worked_on_paper():
    """¥20,000 for a year at 3 %: ¥600; in twelve equal parts 50.00 first and ¥325 in all (20,000 × 3 % / 12 × 6.5)."""
    rate = Fraction(3, 100)
    (whole,) = dues(IouTerms(20_000_00, ON, UNTIL, rate))
    parts = dues(IouTerms(20_000_00, ON, UNTIL, rate, method="equal-principal"))
    assert whole.interest_fen == 600_00
    assert parts[0].interest_fen == 50_00
    assert sum(row.interest_fen for row in parts) == 325_00


# The cap.

LPR = CN.facts["lpr-1y"].value
assert isinstance(LPR, Dated)
STEPS = [(step.since, step.value) for step in LPR.steps if step.since >= date(2020, 9, 1)]
CAPS = {  # four times the one-year LPR as the research page prints it, in percent
    date(2021, 12, 20): "15.20", date(2022, 1, 20): "14.80", date(2022, 8, 22): "14.60", date(2023, 6, 20): "14.20",
    date(2023, 8, 21): "13.80", date(2024, 7, 22): "13.40", date(2024, 10, 21): "12.40", date(2025, 5, 20): "12.00",
}  # fmt: skip


def typed(rate: str, on: date = ON, **more: str):
    """Return the IOU of a rate."""
    return iou_of(
        {
            "amount": "20000",
            "on": on.isoformat(),
            "until": add_months(on, 12).isoformat(),
            "rate": rate,
            **more,
        },
        CN,
        TODAY,
    )


def codes(iou) -> list[str]:
    """Return what is in the way."""
    return [one.code for one in iou.findings]


def test_every_step_of_the_history_is_looked_at():
    assert [day for day, _ in STEPS] == list(CAPS)


@pytest.mark.parametrize("on", CAPS)
def test_the_cap_is_that_of_the_day_the_money_comes(on):
    cap = Decimal(CAPS[on])
    assert codes(typed(f"{cap}%", on)) == []
    assert codes(typed(f"{cap + Decimal('0.01')}%", on)) == ["iou-rate-over"]
    assert codes(typed("1%", on, late_rate=f"{cap + Decimal('0.01')}%")) == ["iou-late-rate-over"]
    before = date.fromordinal(on.toordinal() - 1)
    earlier = typed(f"{cap + Decimal('0.01')}%", before)
    assert codes(earlier) == [], "the day before, the higher cap still held"


@pytest.mark.parametrize(
    ("on", "lpr", "found"),
    [
        (date(2026, 4, 20), "", []),
        (date(2026, 4, 21), "", ["iou-lpr-needed"]),
        (date(2026, 12, 1), "", ["iou-lpr-needed"]),
        (date(2026, 12, 1), "3.0%", []),
        (date(2026, 12, 1), "3", []),
        (date(2026, 12, 1), "12%", ["iou-lpr-odd"]),
        (date(2026, 12, 1), "0%", ["iou-lpr-odd"]),
        (date(2026, 1, 1), "3.1%", ["iou-lpr-differs"]),
        (date(2020, 8, 19), "3%", ["iou-too-old"]),
    ],
)
def test_past_the_last_look_the_person_confirms_the_lpr(on, lpr, found):
    assert codes(typed("3%", on, lpr=lpr)) == found


def test_without_a_rate_no_lpr_is_asked_for():
    iou = typed("")
    assert (codes(iou), iou.cap) == ([], None)
    assert codes(typed("0%", late_rate="6%")) == ["iou-lpr-needed"]


@given(st.fractions(0, Fraction(1, 2)), st.fractions(0, Fraction(1, 2)))
def test_no_rate_above_the_cap_ever_becomes_a_paper(rate, late):
    terms = IouTerms(1_000_00, ON, UNTIL, rate, late)
    over = rate > CAP.yearly or late > CAP.yearly
    assert bool(check_terms(terms, CAP)) is over
    if over:
        with pytest.raises(AssertionError):
            iou_sheet(terms, CAP, TODAY)


def test_a_rate_without_a_known_cap_is_a_fault_of_ours():
    with pytest.raises(AssertionError):
        check_terms(IouTerms(1_000_00, ON, UNTIL, Fraction(1, 100)), None)


# Sums and days.


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        (IouTerms(0, ON, UNTIL), "iou-amount"),
        (IouTerms(10**13, ON, UNTIL), "iou-amount"),
        (IouTerms(100, ON, ON), "iou-days"),
        (IouTerms(100, UNTIL, ON), "iou-days"),
        (IouTerms(100, ON, date(2036, 12, 2)), "iou-too-long"),
        (IouTerms(100, ON, date(2027, 12, 2), method="level-payment"), "iou-not-months"),
        (IouTerms(119_99, ON, UNTIL, method="level-payment"), "iou-too-small"),
    ],
)
def test_what_cannot_be_lent_is_said(terms, code):
    assert [one.code for one in check_terms(terms, None)] == [code]


@given(st.dates(date(2021, 1, 1), date(2030, 12, 31)), st.integers(1, 3700), st.sampled_from(METHODS))
def test_whatever_the_days_a_paper_or_a_finding_comes_of_them(on, days, method):
    terms = IouTerms(20_000_00, on, date.fromordinal(on.toordinal() + days), method=method)
    if not check_terms(terms, None):
        assert iou_sheet(terms, None, TODAY).blocks


# A sum spelt out: the examples of the rules for bills (as jinmi8.com and others reprint them), and read back.

SPELT = {
    140950: "人民币壹仟肆佰零玖元伍角",
    600714: "人民币陆仟零柒元壹角肆分",
    168032: "人民币壹仟陆佰捌拾元叁角贰分",
    10700053: "人民币壹拾万柒仟元伍角叁分",
    1640902: "人民币壹万陆仟肆佰零玖元零贰分",
    32504: "人民币叁佰贰拾伍元零肆分",
    2000000: "人民币贰万元整",
}


@pytest.mark.parametrize("fen", SPELT)
def test_sums_as_the_rules_spell_them(fen):
    """Where the rules allow two spellings, the one without a 零 before the jiao is taken."""
    assert capitals(fen) == SPELT[fen]


DIGIT = {char: number for number, char in enumerate("零壹贰叁肆伍陆柒捌玖")}
UNIT = {"拾": 10, "佰": 100, "仟": 1000}


def read_back(text: str) -> int:
    """Return the fen that a spelt sum means, read by its units from the left."""
    text = text.removeprefix("人民币").removesuffix("整")
    whole, _, rest = text.partition("元") if "元" in text else ("", "", text)
    total = 0
    for part, size in re.findall(r"([^亿万]+)(万亿|亿|万)?", whole):
        group = last = 0
        for char in part:
            if char in UNIT:
                group, last = group + last * UNIT[char], 0
            else:
                last = DIGIT[char]
        total += (group + last) * {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[size]
    jiao = re.search(r"(\w)角", rest)
    fen = re.search(r"(\w)分", rest)
    return total * 100 + (DIGIT[jiao[1]] * 10 if jiao else 0) + (DIGIT[fen[1]] if fen else 0)


@given(st.one_of(st.integers(0, 10**18 - 1), st.integers(0, 10**7)))
def test_a_spelt_sum_reads_back(fen):
    spelt = capitals(fen)
    assert read_back(spelt) == fen
    assert "零零" not in spelt
    assert spelt.endswith("整") is (fen % 100 == 0)


@pytest.mark.parametrize("fen", [-1, 10**18])
def test_a_sum_that_cannot_be_spelt_is_refused(fen):
    with pytest.raises(ValueError, match="cannot be spelt"):
        capitals(fen)


# The paper.


def said(terms: IouTerms, cap: Cap | None = None) -> list[str]:
    """Return the codes of what the paper says, in order."""
    found = []
    for block in iou_sheet(terms, cap, TODAY).blocks:
        match block:
            case Paragraph(message):
                found.append(message.code)
            case Blank(label):
                found.append(label.code)
            case _:
                found.append(type(block).__name__)
    return found


def test_names_accounts_and_purpose_are_lines_to_fill_in():
    sheet = iou_sheet(FREE, None, TODAY)
    blanks = {block.label.code for block in sheet.blocks if isinstance(block, Blank)}
    assert {
        "iou-lender", "iou-borrower", "iou-account", "iou-arrived", "iou-purpose-blank", "iou-repay-account",
        "iou-place",
    } == blanks  # fmt: skip
    assert [one.label.code for one in sheet.signed] == ["iou-signs-lender", "iou-signs-borrower"]


def test_a_purpose_is_the_persons_own_words_alone():
    terms = IouTerms(20_000_00, ON, UNTIL, purpose="own words")
    assert [block.text for block in iou_sheet(terms, None, TODAY).blocks if isinstance(block, Own)] == [
        "own words"
    ]
    assert "iou-purpose-blank" not in said(terms)


@pytest.mark.parametrize(
    ("rate", "late", "codes_said"),
    [
        (0, None, {"iou-no-interest"}),
        (0, 0, {"iou-no-interest", "iou-late-none"}),
        (0, 6, {"iou-no-interest", "iou-late"}),
        (3, None, {"iou-interest-days", "iou-late-same"}),
        (3, 6, {"iou-interest-days", "iou-late"}),
    ],
)
def test_what_is_said_of_interest(rate, late, codes_said):
    terms = IouTerms(1_000_00, ON, UNTIL, Fraction(rate, 100), None if late is None else Fraction(late, 100))
    about = {code for code in said(terms, CAP) if "interest" in code or "late" in code}
    assert about == codes_said


@given(st.booleans(), st.sampled_from([Fraction(0), Fraction(3, 100)]), st.booleans())
def test_the_warnings_stand_beside_the_paper_the_gravest_first(sued, rate, asked):
    terms = IouTerms(1_000_00, ON, UNTIL, rate)
    cap = Cap(CAP.yearly, CAP.lpr, typed=asked) if rate else None
    assume(rate or not asked)
    before = [one.code for one in iou_sheet(terms, cap, TODAY, sued=sued).before]
    assert before[0] == ("iou-before-sued" if sued else "iou-before-own-money")
    assert {"iou-before-loss", "iou-before-transfer", "iou-before-guarantor", "iou-before-hand"} <= set(
        before
    )
    assert ("iou-before-tax" in before) is bool(rate)
    assert ("iou-before-lpr" in before) is asked


@pytest.mark.parametrize(
    ("on", "past"), [(TODAY, False), (date(2026, 11, 25), True), (date(2026, 12, 1), False)]
)
def test_a_paper_for_money_that_came_before_it_is_made_says_when_that_is_false(on, past):
    for sued in (True, False):
        before = [one.code for one in iou_sheet(IouTerms(1_000_00, on, UNTIL), None, TODAY, sued=sued).before]
        assert ("iou-before-past" in before) is past
        assert before[0] == (
            "iou-before-sued" if sued else "iou-before-past" if past else "iou-before-own-money"
        )
