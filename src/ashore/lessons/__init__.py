"""Which lesson, with whose numbers.  Empty until lessons are built."""
