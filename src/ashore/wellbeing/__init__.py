"""Scoring of check-ins and the resources behind them.  Empty until the check-in is built."""
