"""Several exports as one ledger: each payment once, whatever came first, and nothing guessed."""

from dataclasses import replace
from datetime import time, timedelta
from itertools import permutations
from time import process_time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ashore.errors import Finding, Place
from ashore.importers.bills.gathering import gather
from ashore.importers.bills.identity import is_real, key_of
from ashore.texts import say_finding
from importers.bills.ledgers import (
    CARD,
    FIRST,
    HAN,
    LEDGERS,
    ROWS,
    alipay,
    bare,
    codes,
    one,
    quick,
    reading,
    refund,
)

# One account, several files


def test_the_same_file_twice_adds_nothing():
    file = reading(alipay(5, 0, 1), alipay(7, 1, 2), alipay(7, 1))
    once, twice = gather([file]), gather([file, replace(file, file="b.csv")])
    assert twice.transactions == once.transactions
    assert (once.counts.new, once.counts.known) == (3, 0)
    assert (twice.counts.new, twice.counts.known) == (3, 3)
    again = gather([file], once.transactions)
    assert again.transactions == once.transactions
    assert (again.counts.new, again.counts.known) == (0, 3)


def test_a_longer_export_adds_exactly_the_new_rows():
    rows = [alipay(5, 0, 1), alipay(7, 1, 2), alipay(9, 2, 3), alipay(1, 3)]
    short = gather([reading(*rows[:2])])
    long = gather([reading(*rows, name="b.csv")], short.transactions)
    assert (long.counts.new, long.counts.known) == (2, 2)
    assert bare(long) == rows


def test_two_true_payments_alike_stay_two():
    twice = [alipay(3, 0, at=time(8, 5), counterparty="地铁")] * 2
    assert len(gather([reading(*twice)]).transactions) == 2
    assert len(gather([reading(*twice), reading(*twice, name="b.csv")]).transactions) == 2
    assert len(gather([reading(twice[0]), reading(*twice, name="b.csv")]).transactions) == 2


@pytest.mark.parametrize("number", ["", "2023xxxxx88", "2023****9188", "3985734", "00000000000000000000"])
def test_a_masked_number_is_none(number):
    assert not is_real(number)
    first, second = alipay(3, 0, order=number), alipay(3, 1, order=number)
    assert key_of(first) != key_of(second)


def test_a_refund_s_number_with_a_star_is_one():
    assert is_real("2023010922001433881409188*2023010900")


def test_a_real_number_holds_though_the_rest_was_written_anew():
    first = alipay(3, 0, 1, at=time(23, 59, 50), counterparty="店")
    later = alipay(3, 1, 1, at=time(0, 0, 10), counterparty="店**", category="food")
    ledger = gather([reading(later, name="b.csv")], [replace(first, file="a.csv", row=1)])
    assert bare(ledger) == [first]


def test_a_shop_s_order_stands_for_several_payments():
    order = "300045000600"
    rows = [
        one(7, 3, "refund", "refund", source="jd", order=order, refund_of=order, at=time(22, 34)),
        one(7, 3, "refund", "refund", source="jd", order=order, refund_of=order, at=time(22, 43)),
        one(20, 2, source="jd", order=order),
    ]
    assert len(gather([reading(*rows[:1], *rows[2:]), reading(*rows[1:], name="b.csv")]).transactions) == 3


def test_a_stopped_file_adds_nothing():
    stop = Finding("bill-date-wrong", "stop", Place("", 2), {"column": "x"})
    ledger = gather([reading(alipay(5, 0, 1)), reading(alipay(6, 0, 2), name="b.csv", findings=[stop])])
    assert [row.amount_fen for row in ledger.transactions] == [500]
    assert (ledger.counts.new, ledger.counts.known) == (1, 0)


# Properties of the whole


def unique_numbers(rows):
    """Return whether no two rows of different contents share a number, as no app gives one twice."""
    numbered = [(row.source, row.order) for row in rows if row.order]
    return len(set(numbered)) == len(numbered)


@pytest.mark.property
@given(LEDGERS)
def test_gathering_twice_is_gathering_once(rows):
    once = gather([reading(*rows)])
    twice = gather([reading(*rows)], once.transactions)
    assert twice.transactions == once.transactions
    assert twice.counts.new == 0


@pytest.mark.parametrize("later", [0, 1])
def test_two_refunds_of_one_order_in_one_moment_stay_two_when_gathered_again(later):
    """Their purchases share a number, a moment and all words: named by it they would look as if those stated them."""
    bought, back = alipay(1, 0, 1, counterparty="甲"), refund(1, 0, counterparty="甲", refund_of="")
    rows = (bought, bought, back, replace(back, day=FIRST + timedelta(days=later)))
    once = gather([reading(*rows)])
    twice = gather([reading(*rows)], once.transactions)
    assert sum(one.kind == "refund" for one in once.transactions) == 2
    assert twice.transactions == once.transactions


@pytest.mark.property
@given(LEDGERS, st.integers(0, 6))
def test_a_split_file_is_the_whole(rows, day):
    assume(unique_numbers(rows))
    cut = FIRST + timedelta(days=day)
    early = [row for row in rows if row.day < cut]
    late = [row for row in rows if row.day >= cut]
    whole = gather([reading(*early, *late)])
    parts = gather([reading(*early, name="a.csv"), reading(*late, name="b.csv")])
    assert bare(parts) == bare(whole)
    overlapping = gather([reading(*early, *late), reading(*late, name="b.csv")])
    assert bare(overlapping) == bare(whole)


@pytest.mark.property
@given(st.lists(st.lists(ROWS, max_size=6), max_size=3))
def test_the_order_of_the_files_does_not_matter(files):
    readings = [reading(*rows, name=f"{place}.csv") for place, rows in enumerate(files)]
    found = {gather(some).transactions for some in permutations(readings)}
    assert len(found) == 1


@pytest.mark.property
@given(LEDGERS)
def test_nothing_is_lost_or_made(rows):
    """Every row is in the ledger or set aside as the double of one that is; amounts stay."""
    ledger = gather([reading(*rows)])
    told = sorted((row.day, row.amount_fen, row.source) for row in (*ledger.transactions, *ledger.set_aside))
    assert told == sorted((row.day, row.amount_fen, row.source) for row in rows)
    kept = {id(row) for row in ledger.transactions}
    for pair in ledger.pairs:
        assert id(pair.one) in kept
        assert (id(pair.other) in kept) == (pair.kind != "double")
        assert abs(pair.one.day - pair.other.day) <= timedelta(days=1) or pair.kind == "refund"


@pytest.mark.property
@given(LEDGERS)
def test_every_finding_can_be_said(rows):
    for finding in gather([reading(*rows)]).findings:
        assert HAN.search(say_finding(finding, "zh"))
        assert "None" not in say_finding(finding, "en")


def test_every_finding_of_gathering_is_provoked_here():
    bought = alipay(50, 0, 1)
    rows = [
        bought,
        refund(60, 1, refund_of=bought.order),
        refund(3, 1),
        alipay(25, 9, method=CARD),
        alipay(4, 20, method=CARD),
    ]
    others = [quick(25, 9), quick(25, 9), quick(4, 20, account="", file="c.csv")]
    ledger = gather([reading(*rows), reading(*others, name="b.csv")])
    assert {code for code, _ in codes(ledger)} == {
        "gather-unclear",
        "gather-account-unknown",
        "gather-refund-above",
        "gather-refund-alone",
    }
    for finding in ledger.findings:
        assert finding.level == "note"
        assert set(finding.facts) <= {"file", "day", "amount_fen", "rows_count"}  # never what it was for


def big(count):
    """Return files of an app and of a bank that see the same payments, with refunds, over ten years."""
    rows, theirs = [], []
    for number in range(count):
        day, yuan = number * 3650 // count, 1 + number * 7919 % 4000 / 10
        rows.append(alipay(yuan, day, number, method=CARD, counterparty=f"店{number % 40}"))
        theirs.append(quick(yuan, day, counterparty=f"支付宝-店{number % 40}"))
        if number % 20 == 0:
            rows.append(refund(yuan, day + 2, counterparty=f"店{number % 40}"))
    return reading(*rows), reading(*theirs, name="b.csv")


def test_many_rows_are_gathered_in_good_time():
    app, theirs = big(5_000)
    begin = process_time()
    ledger = gather([app, theirs])
    assert process_time() - begin < 5
    assert ledger.counts.doubles == 5_000
    assert ledger.counts.refunds == 250


@pytest.mark.long
def test_a_hundred_thousand_rows():
    app, theirs = big(50_000)
    ledger = gather([app, theirs])
    assert ledger.counts.doubles == 50_000
    same = [alipay(2, day // 20, day, method=CARD) for day in range(20_000)]
    ledger = gather([reading(*same), reading(*(quick(2, day // 20) for day in range(20_000)), name="b.csv")])
    assert ledger.counts.doubles == 20_000
