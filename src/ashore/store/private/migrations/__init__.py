"""How the tables came to be; a migration never deletes what a person wrote."""
