"""A lender's statement recomputed day by day: what differs, by how many fen, and what would explain it.

`stated`: what a statement says.  `journal`: a loan that writes down every posting.  `recomputed`: our figure for each
claim.  `readings`: other readings of the contract.  `findings`: differences with what explains them.  `yearly`: what
was charged a year, against a ceiling.
"""
