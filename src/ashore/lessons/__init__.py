"""Lessons: what a person who owes may want to know, in three minutes each; which comes first, and whose numbers."""
