"""Signs that an offer of help is a trap: a message made plain, patterns found in it, the answer drawn from them.

Whatever is found or not found, nothing here ever says that an offer is safe.
"""
