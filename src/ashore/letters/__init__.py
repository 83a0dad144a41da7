"""Plan and facts as blocks of a letter, an IOU, a statement.  Empty until papers are built."""
