"""Loans in exact fractions, nothing rounded: the four amortising contracts of ACTUS, PAM, ANN, LAM and NAM.

The product's own figures are whole fen and come from `ashore.loans`; on this layer its arithmetic is held against a
public suite.  Method: docs/methods/unrounded.md.
"""
