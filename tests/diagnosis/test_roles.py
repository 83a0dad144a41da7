"""What each payment is in the account of a debt."""

from ashore.diagnosis.roles import cash_fen, sort_rows
from diagnosis.half_year import MONTHS, NEEDS, row


def test_the_fee_of_moving_one_s_own_money_is_spent_and_the_rest_stayed():
    moved = row(MONTHS[0], 8, 1_000, "transfer", "own-account", fee_fen=100)
    own, fee = sort_rows([moved], NEEDS)
    assert (own.role, own.fen, cash_fen(own)) == ("own", 0, 0)
    assert (fee.category, fee.fen, cash_fen(fee)) == ("fees", 100, -100)
