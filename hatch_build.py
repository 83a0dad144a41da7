"""Compiles the message catalogues whenever Ashore is built or installed."""

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileMessages(BuildHookInterface[Any]):
    """Runs tools/compile_messages.py before files are collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every catalogue below src/ashore/locale."""
        runpy.run_path(str(Path(self.root) / "tools" / "compile_messages.py"), run_name="__main__")
