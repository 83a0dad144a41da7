"""Very many loans at once, in columns: yearly rates on real dates, and schedules to the fen."""
