"""Households worked to the fen, each with its story; see work.py."""
