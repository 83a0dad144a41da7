"""Which purchase a refund gives back: by its order, else by the other side; against every way there is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.importers.bills.gathering import gather
from ashore.importers.bills.refunds import pair_refunds, settle_stated
from importers.bills.ledgers import NUMBER, alipay, codes, one, reading, refund, wechat


def test_refunds_find_their_purchase_across_files():
    bought = alipay(50, 0, 1, counterparty="店")
    parts = [refund(20, 3, refund_of=bought.order), refund(30, 5, refund_of=bought.order)]
    ledger = gather([reading(bought), reading(*parts, name="b.csv")])
    assert [(pair.one.amount_fen, pair.other.amount_fen) for pair in ledger.pairs] == [
        (5000, 2000),
        (5000, 3000),
    ]
    assert ledger.counts.refunds == 2
    assert ledger.findings == ()


def test_a_refund_above_its_purchase_is_kept_and_listed():
    bought = alipay(50, 0, 1)
    ledger = gather(
        [reading(bought, refund(30, 1, refund_of=bought.order), refund(30, 2, refund_of=bought.order))]
    )
    assert len(ledger.transactions) == 3
    assert codes(ledger) == [("gather-refund-above", 3)]


def test_a_refund_whose_order_is_not_here_takes_no_other_purchase():
    ledger = gather(
        [
            reading(
                alipay(50, 0, 1, counterparty="店"),
                refund(50, 1, counterparty="店", refund_of=NUMBER.format(9)),
            )
        ]
    )
    assert ledger.counts.refunds == 0
    assert codes(ledger) == [("gather-refund-alone", 2)]


def test_a_refund_without_a_number_goes_to_the_same_side():
    rows = [
        wechat(50, 0, counterparty="店", text="甲", order="4200000000000001"),
        wechat(50, 1, counterparty="店", text="乙", order="4200000000000002"),
        wechat(80, 2, counterparty="店", text="丙", order="4200000000000003"),
        wechat(50, 3, kind="refund", nature="refund", counterparty="店", text="退款-甲"),
        wechat(50, 4, kind="refund", nature="refund", counterparty="店"),
        wechat(10, 5, kind="refund", nature="refund", counterparty="店"),
        wechat(10, 6, kind="refund", nature="refund", counterparty="别家"),
    ]
    ledger = gather([reading(*rows)])
    found = {row.day.day: row.refund_of for row in ledger.transactions if row.kind == "refund"}
    assert found == {4: rows[0].order, 5: rows[1].order, 6: rows[2].order, 7: ""}
    assert codes(ledger) == [("gather-refund-alone", 7)]


def test_a_title_is_enough_where_nobody_is_named():
    bought = one(20, 0, source="meituan", text="烧饼5只", order="26030217080900000000000000001001")
    back = one(20, 5, "refund", "refund", source="meituan", text="烧饼5只", order="2603070170809000001")
    ledger = gather([reading(bought, back)])
    assert ledger.transactions[1].refund_of == bought.order


def test_a_refund_is_never_put_to_a_later_purchase():
    ledger = gather([reading(alipay(5, 3, 1, counterparty="店"), refund(5, 1, counterparty="店"))])
    assert ledger.counts.refunds == 0


def test_what_an_amount_states_and_a_row_of_its_own_count_once():
    bought = one(131.77, 0, source="jd", order="300045000601", row=4)
    stated = replace(bought, kind="refund", nature="refund", amount_fen=8984, refund_of=bought.order)
    own = one(89.84, 2, "refund", "refund", source="jd", order=bought.order, refund_of=bought.order, row=3)
    part = replace(own, amount_fen=2000)
    assert settle_stated([bought, stated]) == [bought, stated]
    assert settle_stated([bought, stated, own]) == [bought, own]
    assert settle_stated([bought, stated, part]) == [bought, replace(stated, amount_fen=6984), part]
    december, january = reading(bought, replace(stated, row=4), name="12.csv"), reading(own, name="01.csv")
    assert (
        sum(row.amount_fen for row in gather([december, january]).transactions if row.kind == "refund")
        == 8984
    )
    later = reading(bought, replace(stated, amount_fen=10000), name="b.csv")
    both = gather([december, later, january])
    assert sum(row.amount_fen for row in both.transactions if row.kind == "refund") == 10000
    for first, second in ((december, later), (later, december)):
        total = gather([second], gather([first]).transactions)
        assert sum(row.amount_fen for row in total.transactions if row.kind == "refund") == 10000


@pytest.mark.property
@given(
    st.lists(st.tuples(st.integers(0, 3), st.sampled_from([5, 7])), max_size=4),
    st.lists(st.tuples(st.integers(0, 3), st.sampled_from([5, 7])), max_size=4),
)
def test_whole_refunds_as_many_as_any_matching(bought, back):
    rows = [alipay(yuan, day, place, counterparty="店") for place, (day, yuan) in enumerate(bought)]
    rows += [refund(yuan, day, counterparty="店", row=place) for place, (day, yuan) in enumerate(back)]
    found = pair_refunds(rows)
    whole = [(one_, other) for one_, other in found.pairs if rows[one_].amount_fen == rows[other].amount_fen]

    def most(refunds, free):
        if not refunds:
            return 0
        (day, yuan), *rest = refunds
        tries = [most(rest, free)]
        tries += [
            1 + most(rest, free - {place})
            for place in free
            if bought[place][1] == yuan and bought[place][0] <= day
        ]
        return max(tries)

    assert len(whole) == most(back, frozenset(range(len(bought))))
    assert len(found.pairs) + len(found.alone) + len(found.above) == len(back)
    for purchase in range(len(bought)):
        taken = sum(rows[one_].amount_fen for one_, other in found.pairs if other == purchase)
        assert taken <= rows[purchase].amount_fen
    assert all(rows[other].day <= rows[one_].day for one_, other in found.pairs)


@pytest.mark.property
@given(
    st.lists(st.tuples(st.integers(0, 2), st.integers(1, 3)), max_size=3),
    st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), max_size=4),
)
def test_refunds_of_one_order_never_exceed_it(bought, back):
    """What is above is so by a sum kept day by day, of which no purchase is taken apart."""
    order = NUMBER.format(1)
    rows = [one(yuan, day, source="jd", order=order) for day, yuan in bought]
    rows += [
        one(yuan, day, "refund", "refund", source="jd", order=order, refund_of=order) for day, yuan in back
    ]
    found = pair_refunds(rows)
    left, above, alone = 0, [], []
    arrivals = sorted(
        [(day, 0, place) for place, (day, _) in enumerate(bought)]
        + [(day, 1, len(bought) + place) for place, (day, _) in enumerate(back)]
    )
    seen = False
    for _, is_refund, place in arrivals:
        fen = rows[place].amount_fen
        if not is_refund:
            left, seen = left + fen, True
        elif not seen:
            alone.append(place)
        elif fen > left:
            above.append(place)
        else:
            left -= fen
    assert (sorted(found.above), sorted(found.alone)) == (sorted(above), sorted(alone))
