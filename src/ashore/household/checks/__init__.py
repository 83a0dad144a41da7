"""What is looked at once the keys are read: sums, ids and dates that belong together."""
