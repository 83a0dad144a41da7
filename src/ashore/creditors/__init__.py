"""Order of approach, contact log, conduct check.  Empty until the creditor pages are built."""
