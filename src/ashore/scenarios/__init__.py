"""One plan under many futures.  Empty until the futures are built."""
