"""Check-ins: what was answered, scored and led on.  Nobody is ranked, no illness is named, nothing is guessed."""
