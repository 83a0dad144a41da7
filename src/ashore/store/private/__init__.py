"""Notes for the person alone, in stores of their own: in no export, no letter, no paper for others."""
