"""Files of others, read: a lender's statement, a list of payments, exports of payment apps and banks.

`cells`: a table's bytes as rows of cells; `compound`: old workbooks, looked through first.  `statement`: a lender's
statement.  `payments`: dated flows.  `bills`: what payment apps and banks export.
"""
