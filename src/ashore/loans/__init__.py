"""Loans as contracts and as debts: schedule, accrual, arrears, allocation, payoff."""
