"""The files beside this one: each provokes one finding, and its first line says which, where and how grave."""

import re
from pathlib import Path

from ashore.errors import Finding
from ashore.household import Reading, read_parsed, read_source
from ashore.packs.files import jurisdictions
from ashore.packs.products import all_products

FOLDER = Path(__file__).resolve().parent
EXPECT = re.compile(
    rb"# expect: (?P<level>\w+) (?P<code>[\w-]+)(?: line (?P<line>\d+))?(?: (?P<path>\S+))?\r?\n"
)
Expected = tuple[str, str, int | None, str]
# Files that are no text cannot say what they are.
NO_TEXT: dict[str, Expected] = {
    name: ("stop", name, None, "") for name in ("file-is-office", "file-not-text")
}


def samples() -> dict[str, Path]:
    """Return every sample file by its code, sorted; those that are no UTF-8 end with `.toml.bin`."""
    return {path.name.partition(".")[0]: path for path in sorted(FOLDER.glob("*.toml*"))}


def expected(code: str, sample: Path) -> Expected:
    """Return level, code, line and path of the one finding that a file says it has."""
    if code in NO_TEXT:
        return NO_TEXT[code]
    said = EXPECT.search(sample.read_bytes().replace(b"\0", b""))
    assert said, sample
    level, name, line, path = (part.decode() if part else "" for part in said.groups())
    return level, name, int(line) if line else None, path


def reading_of(sample: Path) -> Reading:
    """Return what is read from a file with the shipped packs, as the commands read it."""
    return read_parsed(read_source(sample.read_bytes()), all_products(), jurisdictions())


def found(finding: Finding) -> Expected:
    """Return a finding as level, code, line and path."""
    return finding.level, finding.code, finding.place.line, finding.place.path
