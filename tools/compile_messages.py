"""Compiles every message catalogue (.po) of Ashore to the .mo that gettext reads."""

from pathlib import Path

import polib

LOCALE = Path(__file__).resolve().parent.parent / "src" / "ashore" / "locale"


def compile_catalogues(folder: Path = LOCALE) -> list[Path]:
    """Return the .mo files written, one beside each .po; fuzzy and empty entries are left out."""
    written: list[Path] = []
    for source in sorted(folder.rglob("*.po")):
        target = source.with_suffix(".mo")
        # Written aside and renamed: a test running at the same time never reads half a file.
        fresh = target.with_suffix(".mo.new")
        polib.pofile(str(source)).save_as_mofile(str(fresh))
        fresh.replace(target)
        written.append(target)
    return written


if __name__ == "__main__":
    compile_catalogues()
