"""No tracked file names a machine, a registry or a person, and no lint ignore stands without its reason."""

import re
from collections.abc import Mapping

import pytest

from house.tracked import texts

# Each is written in two parts, so that this file does not find itself.
PLACES = (
    "/wor" + "k/",
    "/far" + "m/",
    "/roo" + "t/",
    "/hom" + "e/",
    "/Use" + "rs/",
    "bash_" + "jobs",
    "file:" + "///",
)
REGISTRIES = ("files.python" + "hosted", "pypi" + ".org", "registry." + "npmjs", "deb." + "debian")
ELSEWHERE = re.compile("|".join(re.escape(part) for part in PLACES + REGISTRIES))
PERSON = re.compile(
    r"(?<!\d)1[3-9]\d{9}(?!\d)"  # a mobile number
    r"|(?<!\d)[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)"  # identity
    r"|\b[\w.]+@[\w-]+\.[a-z]{2,}\b"  # a mail address
)
IGNORE = re.compile(r"#\s*(?:noqa|type:\s*ignore|pyright:\s*ignore|pragma:\s*no cover).*")
RULE = r"noqa: [A-Z]+\d+(?:, ?[A-Z]+\d+)*|(?:type|pyright): ignore\[[\w, -]+\]|pragma: no cover"
REASONED = re.compile(rf"#\s*(?:{RULE})\s+[-#]*\s*\w")
HASHED = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def named(files: Mapping[str, str], pattern: re.Pattern[str]) -> list[str]:
    """Return each match with its place; the hashes of requirements are no match."""
    return [
        f"{path}:{number}: {found.group()}"
        for path, text in files.items()
        for number, line in enumerate(text.splitlines(), 1)
        for found in pattern.finditer(HASHED.sub("", line))
    ]


def bare_ignores(files: Mapping[str, str]) -> list[str]:
    """Return the lint ignores in Python files that name no rule or no reason."""
    return [
        f"{path}:{number}: {found.group()}"
        for path, text in files.items()
        if path.endswith(".py")
        for number, line in enumerate(text.splitlines(), 1)
        if (found := IGNORE.search(line)) and not REASONED.search(line)
    ]


def test_no_machine_path_and_no_registry():
    assert named(texts(), ELSEWHERE) == []


def test_no_personal_data():
    assert named(texts(), PERSON) == []


def test_every_lint_ignore_names_its_rule_and_its_reason():
    assert (
        bare_ignores({path: text for path, text in texts().items() if not path.endswith("test_tracked.py")})
        == []
    )


@pytest.mark.parametrize(
    "line",
    ["cd " + PLACES[0] + "main", "see https://" + REGISTRIES[1] + "/simple", "/hom" + "e/li/x.toml"],
)
def test_a_planted_place_is_found(line: str):
    assert len(named({"a.md": line}, ELSEWHERE)) == 1


@pytest.mark.parametrize("line", ["138" + "00138000", "11010519491231" + "002X", "who@" + "example.org"])
def test_a_planted_person_is_found(line: str):
    assert len(named({"a.md": f"call {line}!"}, PERSON)) == 1


@pytest.mark.parametrize(
    "line", ["order 2026112313800138000123", "balance_fen = 13_800_138_000", "@dataclass"]
)
def test_other_numbers_are_nobody(line: str):
    assert named({"a.md": line}, PERSON) == []


def test_planted_bare_ignores_are_found():
    bare = [
        "x  # noqa",
        "x  # noqa: S101",
        "x  # type: ignore",
        "x  # type: ignore[misc]",
        "x  # pyright: ignore[a]",
    ]
    reasoned = [
        "x  # noqa: S101 - a reason",
        "x  # noqa: S101, D100  # a reason",
        "x  # pyright: ignore[a] stubs lie",
    ]
    assert len(bare_ignores({"a.py": "\n".join(bare)})) == len(bare)
    assert bare_ignores({"a.py": "\n".join(reasoned)}) == []
