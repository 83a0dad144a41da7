"""A lender's statement read from a table: CSV, XLSX, or lines typed by hand.

Cells come from `ashore.importers.cells`.  `columns`: which column is which, by its heading.  `rows`: what each row
states.  `reading`: the whole, with every finding.
"""
