"""Dated values with a source: what a rule says, from when, and where it is written (types only)."""
