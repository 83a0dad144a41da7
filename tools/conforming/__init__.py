"""The suites that loan arithmetic is held against: each module reads one kind of case file and compares."""
