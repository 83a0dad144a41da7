"""Ashore(靠岸): from debts that cannot be paid today to the day the last one is closed."""

__version__ = "0.1.0"
