"""A card's bills that are right, and the household whose card it is."""

CARD = """
format = "ashore/1"
[household]
as_of = 2026-08-10
cash = 100.00
[[debt]]
id = "card"
name = "某行信用卡"
creditor = "某银行"
lender_kind = "bank"
balance = 1035.91
rate = "0.05%/day"
method = "revolving"
due_day = 25
minimum = {percent = "10%", of = "statement"}
late_fee = {percent = "5%", of = "unpaid-minimum"}
source = {rate = "contract", minimum = "contract", late_fee = "contract", grace = "contract"}
"""
BILLS = """\
日期,类型,金额,最低还款额
2026-05-10,消费,600,
2026-05-20,消费,400,
2026-06-05,账单,1000,100
2026-06-25,还款,100,
2026-06-30,消费,200,
2026-07-05,利息,25.50,
2026-07-05,账单,1125.50,112.55
2026-07-28,还款,112.55,
2026-08-05,违约金,5.63,
2026-08-05,利息,17.50,
2026-08-05,账单,1036.08,103.61
"""
"""Interest by hand: tests/loans/audit/test_card.py."""
