"""A household file with one loan of ¥12,000 in twelve parts, its rate and method left for a test to add."""

from typing import Final

LOAN: Final = """
format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 0
[[debt]]
id = "loan"
name = "消费贷"
creditor = "某消费金融公司"
lender_kind = "consumer-finance"
balance = 12000.00
periods_left = 12
due_day = 20
"""
