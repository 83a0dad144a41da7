"""Several draws in one statement that no column tells apart: one way, several, none; beside ways found by force."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.importers.statement.columns import Column
from ashore.importers.statement.draws import of_draw
from ashore.importers.statement.reading import read_statement
from ashore.importers.statement.rows import Row
from importers.statements import AS_OF, DEBT, faults, read

MINE = replace(DEBT, start=date(2026, 8, 15), terms=replace(DEBT.terms, original_fen=6_000_00))
"""The draw of 15 August over 6,000.00."""
DUES = (
    "日期,类型,金额,应还日期,本金,利息\n2026-08-15,放款,6000,,,\n2026-09-20,放款,3000,,,\n"
    ",应还,1010,2026-09-15,1000,10\n,应还,1008,2026-10-15,1000,8\n,应还,503,2026-10-15,500,3\n"
    ",应还,1008,2026-11-15,1000,8\n,应还,503,2026-11-15,500,3\n"
)
BALANCES = (
    "日期,类型,金额,剩余本金\n2026-08-15,放款,6000,6000\n2026-09-20,放款,3000,3000\n"
    "2026-09-25,还款,1010,5000\n2026-10-01,还款,1010,2000\n2026-10-05,还款,1010,4000\n"
)


def told(text, debt=MINE):
    """Return the lines that are the debt's and those of others, as the finding says them."""
    found = {one.code: one for one in read_statement(text.encode(), AS_OF, debt=debt).findings}
    one = found["statement-draws-told"]
    assert one.level == "note"
    lines, others = one.facts["lines"], one.facts["others"]
    assert isinstance(lines, tuple)
    assert isinstance(others, tuple)
    return lines, others


def test_instalments_of_one_size_each():
    """September's is before the second draw; the others' principal is that of September, or half of it."""
    assert told(DUES) == (("4", "5", "7"), ("6", "8"))
    statement = read(DUES, debt=MINE)
    assert (statement.lent_fen, statement.lent_on, statement.instalments) == (6_000_00, MINE.start, 3)
    assert [one.line for one in statement.claims] == [4, 4, 5, 5, 7, 7]


def test_interest_that_is_wrong_finds_its_draw_all_the_same():
    assert told(DUES.replace("1008,2026-10-15,1000,8", "1080,2026-10-15,1000,80")) == (
        ("4", "5", "7"),
        ("6", "8"),
    )


def test_balances_that_run_on():
    assert told(BALANCES) == (("4", "6"), ("5",))


def test_payments_that_pay_an_instalment_to_the_fen():
    paid = "2026-09-15,还款,1010,,,\n2026-10-15,还款,503,,,\n2026-10-15,还款,1008,,,\n"
    assert told(DUES + paid) == (("4", "5", "7", "9", "11"), ("6", "8", "10"))


def test_level_payments_by_their_whole():
    """1,020.00 a month and 515.00 a month; what of it is principal grows."""
    rows = (
        "应还日期,应还本金,应还利息,日期,类型,金额\n,,,2026-08-15,放款,6000\n,,,2026-09-20,放款,3000\n"
        "2026-09-15,960,60,,应还,1020\n2026-10-15,969.60,50.40,,应还,1020\n2026-10-15,485,30,,应还,515\n"
        "2026-11-15,979.30,40.70,,应还,1020\n2026-11-15,489.85,25.15,,应还,515\n"
    )
    assert told(rows) == (("4", "5", "7"), ("6", "8"))


def test_numbers_tell_lines_apart():
    """Both draws ask the same from October on: the second one's first has number 1."""
    rows = (
        "期数,应还日期,应还本金,应还利息,日期,类型,金额\n,,,,2026-08-15,放款,6000\n,,,,2026-09-20,放款,6000\n"
        "1,2026-09-15,1000,10,,应还,1010\n2,2026-10-15,1000,8,,应还,1008\n1,2026-10-15,1000,9,,应还,1009\n"
    )
    assert told(rows) == (("4", "5"), ("6",))
    running = rows.replace("\n2,", "\n3,").replace("\n1,2026-10", "\n7,2026-10")
    assert faults(running, MINE) == [("stop", "statement-drawn-twice", 3)]


def test_a_line_that_says_the_same_in_both_is_exchanged_freely():
    """Two draws of 6,000.00 whose October lines are the same to the fen: it does not matter which is whose."""
    rows = DUES.replace("放款,3000", "放款,6000").replace("503", "1008").replace(",500,3", ",1000,8")
    lines, others = told(rows)
    assert (len(lines), len(others)) == (3, 2)


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("日期,类型,金额\n2026-08-15,放款,6000\n2026-09-20,放款,3000\n2026-09-25,还款,1010\n", "statement-drawn-twice"),
        (BALANCES + "2026-10-15,利息,5,\n", "statement-drawn-twice"),
        (BALANCES + "2026-10-15,还款,5,6500\n", "statement-draws-no-way"),
        (DUES.replace(",1000,8\n,应还,503,2026-11", ",900,8\n,应还,503,2026-11"), "statement-draws-no-way"),
    ],
    ids=["a payment", "interest of either", "a balance of both", "an instalment unlike the others"],
)  # fmt: skip
def test_what_may_be_of_either_draw_or_of_none_stops(rows, code):
    assert faults(rows, MINE) == [("stop", code, 3)]


def test_which_draw_the_debt_is_must_be_told():
    assert faults(BALANCES, replace(MINE, start=date(2026, 8, 16))) == [
        ("stop", "statement-draws-which", None)
    ]
    assert faults(BALANCES, replace(MINE, start=None)) == [("note", "statement-draws-told", None)]
    alike = (
        "日期,类型,金额,剩余本金\n2026-08-15,放款,6000,\n2026-09-10,还款,1010,5000\n2026-09-20,放款,6000,\n"
        "2026-10-01,还款,600,5500\n"
    )
    assert faults(alike, replace(MINE, start=None)) == [("stop", "statement-draws-which", None)]


SIZES = st.tuples(st.integers(1, 4), st.integers(1, 4))
PARTS = st.tuples(st.sampled_from([100_00, 250_00, 333_00]), st.sampled_from([100_00, 150_00]))


@pytest.mark.property
@given(SIZES, PARTS, st.integers(1, 60), st.booleans())
def test_what_is_told_is_so_and_nothing_else_was_possible(counts, parts, later, balances):
    """Two draws in equal parts, mixed: a way that is taken is the true one, and the only one there is by force."""
    starts = (date(2026, 1, 10), date(2026, 1, 10) + timedelta(days=later))
    rows, true = [], []
    for draw, (start, count, part) in enumerate(zip(starts, counts, parts, strict=True)):
        rows.append(Row(draw + 1, {"day": start}, {"amount": count * part}, "lent"))
        first = start.year * 12 + start.month  # the month after, as months since year 0
        for index in range(count):
            due = date((first + index) // 12, (first + index) % 12 + 1, 15)
            figures: dict[Column, int] = {"principal": part, "interest": 7 + draw}
            if balances:
                figures |= {"left": (count - index - 1) * part, "paid": part + 7 + draw}
            days: dict[Column, date] = {"due": due, "paid-day": due} if balances else {"due": due}
            row = Row(0, days, figures)
            true.append((draw, row))
    true.sort(key=lambda one: (one[1].days["due"], one[1].figures["principal"]))
    true = [(draw, replace(row, line=line)) for line, (draw, row) in enumerate(true, 10)]
    terms = replace(DEBT.terms, original_fen=counts[0] * parts[0])
    kept, found = of_draw([*rows, *(row for _, row in true)], replace(DEBT, start=starts[0], terms=terms))
    ways = by_force(true, starts, counts, parts)
    if found[0].level == "stop":
        assert len(ways) != 1
        return
    mine = [row.line for row in kept if row.kind is None]
    assert {figures_of(true, mine)} == ways
    assert figures_of(true, mine) == figures_of(true, [row.line for draw, row in true if draw == 0])


def figures_of(true, lines):
    """Return what lines say, whichever of those that say the same they are."""
    mine = (row for _, row in true if row.line in lines)
    return repr(sorted((row.days["due"], sorted(row.figures.items())) for row in mine))


def by_force(true, starts, counts, parts):
    """Return every way to share the lines out, by what the first draw gets: one a month, alike, adding up."""
    found = set()
    for choice in product((0, 1), repeat=len(true)):
        fits = True
        for draw in (0, 1):
            mine = [row for one, (_, row) in zip(choice, true, strict=True) if one == draw]
            months = [row.days["due"].year * 12 + row.days["due"].month for row in mine]
            size = {row.figures["principal"] for row in mine}
            left = counts[draw] * parts[draw]
            fits = fits and all(row.days["due"] > starts[draw] for row in mine)
            fits = fits and months == list(range(months[0], months[0] + len(months))) if months else False
            fits = fits and (len(size) == 1 or all_but_last_alike(mine))
            fits = fits and sum(row.figures["principal"] for row in mine) == left
            for row in mine:
                left -= row.figures["principal"]
                fits = fits and row.figures.get("left", left) == left
        if fits:
            lines = [row.line for one, (_, row) in zip(choice, true, strict=True) if one == 0]
            found.add(figures_of(true, lines))
    return found


def all_but_last_alike(rows):
    """Return whether only the last instalment is unlike the others, in principal and in the whole."""
    sizes = [(row.figures["principal"], row.figures["principal"] + row.figures["interest"]) for row in rows]
    return all(one[0] == two[0] or one[1] == two[1] for one, two in pairwise(sizes[:-1]))
