"""One module for each page or two; a view reads, asks the floors below, and shows."""
