"""Imported bills, in a private store of their own: what money was spent on is in no export, no letter, no paper."""
