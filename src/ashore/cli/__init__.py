"""The command line: one module per command; computes nothing.  Commands are loaded only when called."""

from ashore.cli.main import main

__all__ = ["main"]
