"""Signs that an offer of help is a trap.  Empty until the trap checker is built."""
