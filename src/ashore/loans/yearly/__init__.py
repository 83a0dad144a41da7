"""Yearly rates from dated flows: the roots with their proof, and each convention as its own function."""
