"""A file's bytes as text and plain values, whatever keyboard, spreadsheet or encoding they come from."""
