"""Photos of things to sell, in a private store of their own."""
