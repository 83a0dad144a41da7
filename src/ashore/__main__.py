"""`python -m ashore` is the same as the `ashore` command."""

from ashore.cli import main

if __name__ == "__main__":
    main()
