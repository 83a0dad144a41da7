"""Papers and pages as files: HTML first."""
