"""The parts of `tools/bench.py`: how time is taken, and what is compared with what."""
