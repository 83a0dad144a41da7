"""A second computation of what loans cost and what is owed, sharing no code with the product.

It walks night by night, holds fractions, and rounds only where the specification says so.  Slow on purpose.
"""
