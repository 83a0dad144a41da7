"""The same engine over many households.  Empty until the population batch is built."""
