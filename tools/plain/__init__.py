"""How plainly the product speaks: its texts with their places, and what is measured on a sentence in each language."""
