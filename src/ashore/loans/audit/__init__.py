"""A lender's statement recomputed day by day: what differs, by how many fen, and what would explain it.

`stated`: what a statement says.  `journal`: a loan that writes down every posting.  `early`: what was repaid before
its time.  `happening`: what happened, a settlement too.  `recomputed`: our figure for each claim.  `settled`: how a
settlement went.  `bills`, `card`, `card_figures`: the same for a card, from bill to bill.  `reading`, `readings`,
`card_readings`: other readings of the contract.  `comparing`: differences with what explains them.  `yearly`: what was
charged a year, against a ceiling.
"""
