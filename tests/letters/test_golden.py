"""Every kind of letter stands word for word as it was read, in both languages."""

import pytest

from ashore.letters.kinds import NAMES
from letters.golden import FOLDER, LETTERS, paths, told


@pytest.mark.parametrize(
    ("name", "language", "path"), [(*one,) for one in paths()], ids=lambda one: str(one)[-24:]
)
def test_a_letter_stands_as_it_was_read(name, language, path):
    assert told(name, language) == path.read_text("utf-8")


def test_every_kind_and_no_other_has_its_letter():
    assert {kind for kind, _, _ in LETTERS.values()} == set(NAMES)
    assert {path for _, _, path in paths()} == set(FOLDER.glob("*/*.txt"))
