"""How the tables of photos came to be."""
