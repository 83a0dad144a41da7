"""An audited statement as parts of an answer: for the terminal, and as a page to attach to a complaint."""
