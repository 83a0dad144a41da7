"""`ashore` in a process of its own on the day of the tests: `python tests/ashore_on_the_day.py first --json`."""

import day
from ashore.cli import main

if __name__ == "__main__":
    day.pin()
    main(prog_name="ashore")
