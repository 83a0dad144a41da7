"""What the command line says of a household, in one line of text."""

from functools import cache
from pathlib import Path

from click.testing import CliRunner

from ashore.cli.main import main
from needs import ROOT

EXAMPLES = sorted((ROOT / "examples").glob("*.toml"))
NOTHING_WORKS = ROOT / "examples" / "nothing-works.toml"


@cache
def told(*arguments: object) -> str:
    """Return what a command prints, without the breaks of its lines: of English words, of Chinese none."""
    result = CliRunner().invoke(main, [str(one) for one in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    assert result.exit_code in (0, 1), result.output
    lines = [line.strip() for line in result.output.splitlines()]
    return "".join(lines) if "zh" in arguments else " ".join(lines)


def written(folder: Path, text: str) -> Path:
    """Return a household file with a text."""
    path = folder / "household.toml"
    path.write_text(text, encoding="utf-8")
    return path
