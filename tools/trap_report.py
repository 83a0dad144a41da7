"""Writes the measured part of docs/methods/traps.md: how well the signs of traps are told from other messages.

The messages are those in tests/traps/messages: the known ones were used to mend the rules, the held-out ones are
written by somebody who has not seen them.  Without arguments the page is written; `--check` exits with 1 where it
would change; `--figures` prints how many traps of the held-out set were missed, for the sentence that says so; and
`--frozen` prints the digests of the rules.
"""

import hashlib
import json
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, cast

from ashore.packs.pack import load_pack
from ashore.traps.likeness import resembling
from ashore.traps.reading import read_message

ROOT: Final = Path(__file__).resolve().parent.parent
MESSAGES: Final = ROOT / "tests" / "traps" / "messages"
PAGE: Final = ROOT / "docs" / "methods" / "traps.md"
BEGIN: Final = "<!-- measured: begin (tools/trap_report.py) -->"
END: Final = "<!-- measured: end -->"
KNOWN: Final = ("first", "second", "third")
HELD_OUT: Final = "held_out"
GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "Known to the rules": KNOWN,
    "Held out": (HELD_OUT,),
}
"""The groups that are measured, and what their files' names begin with."""
TRAP: Final = "trap"
MATCHER: Final = tuple(
    f"src/ashore/{path}.py"
    for path in (
        "traps/spelling",
        "traps/pattern",
        "traps/scan",
        "traps/signs",
        "traps/reading",
        "packs/traps",
    )
)
PACK: Final = ROOT / "src" / "ashore" / "packs" / "data" / "cn" / "traps"
RULES_OF_A_SIGN: Final = ("zh", "en", "unless", "refuted", "loud", "firm")
"""What of a sign or a want is no text for people."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A message with its label, the signs that were found in it, and without one what was named that it asks for.

    `worded`: whether it is worded like a trap.
    """

    id: str
    language: str
    kind: str
    is_trap: bool
    signs: frozenset[str]
    found: frozenset[str]
    wants: frozenset[str] = frozenset()
    worded: bool = False

    @property
    def wrong(self) -> bool:
        """Return whether a trap was missed by the signs, or something else was taken for one."""
        return self.is_trap != bool(self.found)

    @property
    def silent(self) -> bool:
        """Return whether nothing is said against it: no sign, and not worded like a trap."""
        return not (self.found or self.worded)


def message_rows(name: str) -> Iterator[dict[str, object]]:
    """Yield the messages of the files whose names begin so, as they are written there."""
    for path in sorted(MESSAGES.glob(f"{name}_*.toml")):
        yield from cast(list[dict[str, object]], tomllib.loads(path.read_text("utf-8"))["message"])


@cache
def read_set(name: str) -> tuple[Labelled, ...]:
    """Return the messages of the files whose names begin so, each read by the rules of the pack; none without files."""
    pack = load_pack("cn")
    rules, learnt = pack.traps(), pack.likeness()
    found: list[Labelled] = []
    for row in message_rows(name):
        heard = read_message(str(row["text"]), rules)
        found.append(
            Labelled(
                str(row["id"]),
                str(row["language"]),
                str(row["kind"]),
                row["label"] == TRAP,
                frozenset(cast(list[str], row["signs"])),
                frozenset(one.sign.id for one in heard.found),
                frozenset(one.want.id for one in heard.wants),
                bool(resembling(str(row["text"]), rules.letters, learnt)),
            )
        )
    return tuple(found)


def frozen() -> dict[str, str]:
    """Return the digests of the rules' data (their texts for people left out) and of the modules that read them."""
    tables = {
        name: tomllib.loads((PACK / f"{name}.toml").read_text("utf-8")) for name in ("spelling", "words")
    }
    for file in ("signs", "wants"):
        read = tomllib.loads((PACK / f"{file}.toml").read_text("utf-8"))
        tables[file] = {
            key: {name: one[name] for name in RULES_OF_A_SIGN if name in one} for key, one in read.items()
        }
    data = json.dumps(tables, ensure_ascii=False, sort_keys=True).encode()
    code = b"".join((ROOT / path).read_bytes() for path in MATCHER)
    return {"rules": hashlib.sha256(data).hexdigest(), "matcher": hashlib.sha256(code).hexdigest()}


def page(text: str) -> str:
    """Return the page with its measured part made anew."""
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return head + BEGIN + "\n\n" + "\n".join(_measured()) + "\n\n" + END + tail


def _measured() -> Iterator[str]:
    for title, names in GROUPS.items():
        messages = [one for name in names for one in read_set(name)]
        yield from (f"### {title}", "")
        yield from table(messages) if messages else ("Not written yet.", "")


def table(messages: Sequence[Labelled]) -> Iterator[str]:
    """Yield what was told right and wrong of some messages: in all, by language, by sign, and each one told wrong."""
    yield "| messages | traps found | traps missed | others let pass | others taken for traps | precision | recall |"
    yield "|---|---|---|---|---|---|---|"
    languages = sorted({one.language for one in messages})
    for name in ("all", *languages):
        chosen = [one for one in messages if name in {"all", one.language}]
        yield _counts(f"{name}: {len(chosen)}", chosen)
    yield from (
        "",
        "| | traps with a sign or worded like one | others so | traps with that or an ask named | others so |",
        "|---|---|---|---|---|",
    )
    for name in ("all", *languages):
        chosen = [one for one in messages if name in {"all", one.language}]
        said = [_said(chosen, lambda one: not one.silent, is_trap=is_trap) for is_trap in (True, False)]
        named = [
            _said(chosen, lambda one: not one.silent or bool(one.wants), is_trap=is_trap)
            for is_trap in (True, False)
        ]
        yield f"| {name}: {len(chosen)} | {' | '.join([*said, *named])} |"
    yield from ("", "| sign | in messages | found | missed | found where it is not | precision | recall |")
    yield "|---|---|---|---|---|---|---|"
    for sign in load_pack("cn").traps().signs:
        yield _sign(sign.id, messages)
    yield from ("", "Every message told wrong:", "")
    wrong = [one for one in messages if one.wrong]
    yield from (_error(one) for one in wrong)
    yield from () if wrong else ("None.",)
    yield ""


def _counts(name: str, messages: Sequence[Labelled]) -> str:
    hit = sum(one.is_trap and not one.wrong for one in messages)
    missed = sum(one.is_trap and one.wrong for one in messages)
    passed = sum(not one.is_trap and not one.wrong for one in messages)
    taken = sum(not one.is_trap and one.wrong for one in messages)
    return (
        f"| {name} | {hit} | {missed} | {passed} | {taken} | {_share(hit, taken)} | {_share(hit, missed)} |"
    )


def _said(messages: Iterable[Labelled], holds: Callable[[Labelled], bool], *, is_trap: bool) -> str:
    some = [one for one in messages if one.is_trap is is_trap]
    held = sum(holds(one) for one in some)
    return f"{held} of {len(some)} ({_share(held, len(some) - held)})"


def figures(messages: Sequence[Labelled]) -> Iterator[str]:
    """Yield how many traps nothing was said against, in all and by language, and how many with no ask named either."""
    for name in ("all", *sorted({one.language for one in messages})):
        traps = [one for one in messages if one.is_trap and name in {"all", one.language}]
        missed = [one for one in traps if one.silent]
        bare = sum(not one.wants for one in missed)
        yield f"{name}: {len(missed)} of {len(traps)} traps missed, {bare} of them with nothing named"


def _sign(sign: str, messages: Iterable[Labelled]) -> str:
    listed = list(messages)
    hit = sum(sign in one.signs and sign in one.found for one in listed)
    missed = sum(sign in one.signs and sign not in one.found for one in listed)
    extra = sum(sign not in one.signs and sign in one.found for one in listed)
    return f"| `{sign}` | {hit + missed} | {hit} | {missed} | {extra} | {_share(hit, extra)} | {_share(hit, missed)} |"


def _share(hit: int, other: int) -> str:
    return f"{100 * hit / (hit + other):.0f} %" if hit + other else "–"


def _error(one: Labelled) -> str:
    expected = ", ".join(sorted(one.signs)) or "nothing"
    found = ", ".join(sorted(one.found)) or "nothing"
    return f"- `{one.id}` ({one.kind}): {expected} was there, {found} was found"


def main() -> None:
    """Write the page; or with `--check` say whether it would change; or print the figures, or the digests."""
    if "--figures" in sys.argv:
        sys.stdout.write("\n".join(figures(read_set(HELD_OUT))) + "\n")
        return
    if "--frozen" in sys.argv:
        sys.stdout.write("".join(f'{key} = "{digest}"\n' for key, digest in frozen().items()))
        return
    text = PAGE.read_text("utf-8")
    made = page(text)
    if "--check" in sys.argv:
        sys.exit(made != text)
    PAGE.write_text(made, "utf-8")


if __name__ == "__main__":
    main()
