"""A file that a spreadsheet saved, and the same one exported anew: each payment once, none lost."""

from dataclasses import replace
from datetime import time

from ashore.importers.bills.gathering import gather
from importers.bills.ledgers import alipay, bare, reading


def lost(row):
    """Return a row as a spreadsheet leaves it: without its number and its seconds."""
    return replace(row, order="", at=row.at and row.at.replace(second=0))


ROWS = [
    alipay(yuan, day, yuan, at=time(8, 5, 30), counterparty="店") for yuan, day in ((5, 0), (7, 1), (9, 2))
]


def test_each_payment_counts_once_whichever_file_comes_first():
    fresh, resaved = reading(*ROWS), reading(*map(lost, ROWS[:2]), name="b.csv")
    for files in ([fresh, resaved], [resaved, fresh], [resaved, fresh, replace(resaved, file="c.csv")]):
        ledger = gather(files)
        assert bare(ledger) == ROWS
        assert ledger.counts.new == len(ROWS)


def test_no_more_are_taken_for_the_same_than_the_other_file_holds():
    resaved = [lost(ROWS[0])] * 3
    assert len(gather([reading(ROWS[0]), reading(*resaved, name="b.csv")]).transactions) == 3
    both = reading(ROWS[0], *resaved, name="b.csv")
    assert len(gather([reading(ROWS[0]), both]).transactions) == 4


def test_another_payment_stays():
    for other in (
        replace(ROWS[0], amount_fen=501),
        replace(ROWS[0], at=time(8, 6)),
        replace(ROWS[0], counterparty="别家"),
        replace(ROWS[0], at=None),
    ):
        assert len(gather([reading(ROWS[0]), reading(lost(other), name="b.csv")]).transactions) == 2
