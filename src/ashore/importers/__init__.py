"""Payment exports as transactions, one module each.  Empty until the importers are built."""
