"""How the tables of imported bills came to be."""
