"""What a person entered, kept encrypted: rows, their mapping to core values, keys, backups."""
