"""Writes the figures of docs/methods/plain-language.md: how long and how heavy sentences are, and the longest of them.

Without arguments the page is written; `--list` prints each sentence that is above a limit.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ashore.texts.language import Language
from plain.limits import class_of, classes, heavy, measured
from plain.measures import Chinese, English, chinese, english, kincaid_grade, reading_grade, sentences
from plain.units import LANGUAGES, ROOT, Unit, units

PAGE: Final = ROOT / "docs" / "methods" / "plain-language.md"
BEGIN, END = "<!-- figures begin -->", "<!-- figures end -->"
SHARES: Final = (50, 75, 90, 95, 99)
WORST: Final = 4
CALIBRATION: Final = (
    ("a nursery line", "The cat sat on the mat."),
    ("this product", "What is still owed today; each loan counts as one."),
    (
        "a bank's contract (invented)",
        (
            "Notwithstanding any provision herein to the contrary, the outstanding principal indebtedness shall, "
            "at the sole discretion of the lending institution, become immediately due and payable."
        ),
    ),
)
LEAST_WORDS: Final = 3
"""Shorter texts are labels, not sentences."""


def group_of(place: str) -> str:
    """Return what a place belongs to in the table."""
    if place.startswith("texts: "):
        return "the app, the command line, the papers"
    if place.startswith("packs/"):
        return "packs"
    return "pages of docs and README"


def measured_in(language: Language) -> dict[str, list[tuple[Unit, str]]]:
    """Return each sentence with its unit, by group; places that are as given are left out."""
    groups: dict[str, list[tuple[Unit, str]]] = {}
    for unit in units():
        if unit.language == language and class_of(unit.place).most:
            groups.setdefault(group_of(unit.place), []).extend(
                (unit, one) for one in sentences(unit.text, language)
            )
    return groups


def at_shares(values: Iterable[int]) -> str:
    """Return the values below which the shares of SHARES lie, and the largest, as cells."""
    ordered = sorted(values)
    cells = [ordered[min(len(ordered) * share // 100, len(ordered) - 1)] for share in SHARES]
    return " | ".join(str(cell) for cell in (*cells, ordered[-1]))


def table(language: Language) -> Iterator[str]:
    """Yield the table of a language."""
    unit = "words" if language == "en" else "characters"
    shares = " | ".join(f"{share} %" for share in SHARES)
    yield f"| where | sentences | measure | {shares} | longest |"
    yield "|---|---|---|" + "---|" * (len(SHARES) + 1)
    for group, found in measured_in(language).items():
        if language == "en":
            counted = [english(one) for _, one in found]
            rows = {f"{unit} between stops": [one.stretch for one in counted]}
        else:
            written = [chinese(one) for _, one in found]
            rows = {
                f"{unit} between stops": [one.stretch for one in written],
                f"{unit} in a clause": [one.clause for one in written],
                "的 in a clause": [one.chain for one in written],
            }
        for name, values in rows.items():
            yield f"| {group} | {len(found):,} | {name} | {at_shares(values)} |"


def grades() -> Iterator[str]:
    """Yield the grades of the English texts by group, and what the formulas say of known sentences."""
    yield "| text | Automated Readability Index | Flesch-Kincaid |"
    yield "|---|---|---|"
    for name, text in CALIBRATION:
        yield _graded(name, [english(one) for one in sentences(text, "en")])
    for group, found in measured_in("en").items():
        yield _graded(group, [counted for _, one in found if (counted := english(one)).words >= LEAST_WORDS])


def _graded(name: str, counted: Sequence[English]) -> str:
    return f"| {name} | {reading_grade(list(counted)):.1f} | {kincaid_grade(list(counted)):.1f} |"


def burdens() -> Iterator[str]:
    """Yield what else weighs on Chinese sentences."""
    written: list[Chinese] = [chinese(one) for found in measured_in("zh").values() for _, one in found]
    rare = Counter(character for one in written for character in one.rare)
    yield (
        f"- Characters outside the 3,755 common ones: {sum(rare.values())} in {len(written):,} sentences"
        f" ({'、'.join(f'{one} {count}' for one, count in rare.most_common(8))}), most in names."
    )
    yield f"- Sentences with 被 before a verb: {sum(one.passive > 0 for one in written)}."
    yield f"- Sentences with a word that only offices use: {sum(bool(one.office) for one in written)}."


def worst() -> Iterator[str]:
    """Yield the longest sentences of the plain class in each language, all of them within the limits."""
    for language in LANGUAGES:
        found = [
            (measured(one, language)["sentence"], unit.place, one)
            for group in measured_in(language).values()
            for unit, one in group
            if class_of(unit.place).name == "plain"
        ]
        for length, place, sentence in sorted(found, reverse=True)[:WORST]:
            yield f"- `{place}` ({language}, {length}): {sentence}"


def figures() -> str:
    """Return the generated part of the page."""
    limits = [
        f"- **{one.name}** ({one.why}): "
        + (
            "; ".join(
                f"{key} {', '.join(f'{what} {most}' for what, most in row.items())}"
                for key, row in one.most.items()
            )
            or "not measured"
        )
        for one in classes()
    ]
    parts = (
        ["### Limits", "", *limits],
        ["### Chinese", "", *table("zh"), "", *burdens()],
        ["### English", "", *table("en"), "", *grades()],
        ["### The longest sentences of the plain class", "", *worst()],
    )
    return "\n\n".join("\n".join(part) for part in parts)


def page_with(text: str) -> str:
    """Return the page with its generated part anew."""
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}\n\n{figures()}\n\n{END}{tail}"


def main(arguments: list[str]) -> int:
    """Return 0."""
    if "--list" in arguments:
        for one in heavy(units()):
            print(f"{one.place} ({one.language}, {one.what} {one.measured}/{one.most}): {one.sentence}")
        return 0
    PAGE.write_text(page_with(PAGE.read_text("utf-8")), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
