"""Payments that fit two debts alike: never given to one of them, told, and the sum of both as it would be."""

from dataclasses import replace
from datetime import date

from ashore.diagnosis.lines import Alike, alike_of, lines_of
from ashore.diagnosis.roles import sort_rows
from ashore.diagnosis.why import why
from ashore.texts.sentences import say
from diagnosis.half_year import MONTHS, NEEDS, asked, debt, drawn, owed, rent, repaid, stated, wage


def each(*makers):
    """Return what some makers make of every month."""
    return [make(month) for month in MONTHS for make in makers]


def two(first=9_000, second=3_000, name="Loan"):
    """Return two debts of one name."""
    return [replace(debt(first, name), id="one"), replace(debt(second, name), id="two")]


def question(*makers, debts, known=()):
    """Return a question about half a year, and its payments as sorted."""
    made = asked(each(rent, wage, *makers), debts, *known)
    return made, sort_rows(made.ledger, NEEDS)


def test_a_payment_that_fits_two_debts_is_shared_by_what_is_owed():
    """¥1,000 a month on ¥9,000 and ¥3,000: three quarters and a quarter, ¥6,000 in all."""
    made, rows = question(lambda month: repaid(month, 1_000), debts=two())
    first, second = lines_of(made, rows)
    assert (first.sums_fen[-1], second.sums_fen[-1]) == (-4_500_00, -1_500_00)
    assert alike_of(rows, made) == (Alike(("one", "two"), 6, 6_000_00),)


def test_not_a_fen_is_lost_in_sharing():
    """¥0.01 a month has no quarter of a fen: the parts add up all the same."""
    made, rows = question(lambda month: repaid(month, 0.01), debts=two())
    assert sum(line.sums_fen[-1] for line in lines_of(made, rows) if line.sums_fen) == -6


def test_where_nothing_is_owed_any_more_each_has_the_same_part():
    made, rows = question(lambda month: drawn(month, 100), debts=two(0, 0))
    assert [line.sums_fen[-1] for line in lines_of(made, rows)] == [300_00, 300_00]


def test_a_name_of_its_own_leaves_nothing_unclear():
    debts = [replace(debt(9_000, "Loan at A"), id="one"), replace(debt(3_000, "Loan at B"), id="two")]
    made, rows = question(lambda month: repaid(month, 1_000, "Loan at B"), debts=debts)
    first, second = lines_of(made, rows)
    assert (first.sums_fen, second.sums_fen[-1]) == ((), -6_000_00)
    assert alike_of(rows, made) == ()
    assert not [one for one in why(made).lacks if one.code.startswith("why-alike")]


def test_the_sum_of_both_is_that_of_one_debt():
    """Two free debts of one name answer as one debt of both: the change, what it came from, each month to the fen."""
    pay = [lambda month: drawn(month, 2_500), lambda month: repaid(month, 1_000)]
    both, _ = question(*pay, debts=two(), known=[owed(2_000, "one"), owed(1_000, "two")])
    single, _ = question(*pay, debts=[debt(12_000)], known=[owed(3_000)])
    assert stated(why(both)) == stated(why(single))
    pairs = zip(why(both).owed_fen, why(single).owed_fen, strict=True)
    assert all(
        abs(one - other) <= len(both.household.debts) for one, other in pairs
    )  # each is rounded for itself


def test_it_is_told_in_both_languages_and_once_for_all_payments():
    made, _ = question(lambda month: repaid(month, 1_000), debts=two())
    (told,) = [one for one in why(made).lacks if one.code.startswith("why-alike")]
    assert told.code == "why-alike-named"
    assert "6" in say(told, "zh")
    for language in ("zh", "en"):
        said = say(told, language)
        assert "¥6,000" in said
        assert "Loan" in said


def test_debts_of_one_lender_are_named_one_by_one():
    debts = [replace(debt(9_000, name), id=name, creditor="The Bank") for name in ("car", "kitchen")]
    made, _ = question(lambda month: repaid(month, 1_000, "The Bank"), debts=debts)
    (told,) = [one for one in why(made).lacks if one.code.startswith("why-alike")]
    assert (told.code, told.facts["debts"]) == ("why-alike", ("car", "kitchen"))


def test_the_order_of_payments_changes_nothing():
    made, rows = question(lambda month: repaid(month, 1_000), debts=two())
    turned = replace(made, ledger=tuple(reversed(made.ledger)))
    assert lines_of(turned, sort_rows(turned.ledger, NEEDS)) == lines_of(made, rows)
    assert date(2025, 6, 28) in lines_of(made, rows)[0].days
