"""Letters word for word as they were read and found good; `PYTHONPATH=tests python -m letters.golden` writes anew."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Final

from ashore.documents.letters import told_before
from ashore.documents.sheets.text import sheet_text
from ashore.letters.case import Typed
from ashore.letters.letter import letter
from ashore.texts import say
from ashore.texts.language import Language
from letters.cases import OWN, case, named

FOLDER: Final = Path(__file__).parent / "golden"
WORK: Final = Typed("job-loss", ("job-ended", "income"), OWN)
LETTERS: Final[dict[str, tuple[str, str, Typed]]] = {
    "proposal-before": ("proposal", "flat", Typed("illness", ("diagnosis", "sick-leave", "income"))),
    "proposal-after": ("proposal", "shop", Typed("business", ("takings", "income"))),
    "proposal-card": ("proposal", "card", WORK),
    "call": ("call", "shop", Typed()),
    "statement": ("statement", "old", Typed()),
    "waiver": ("waiver", "shop", WORK),
    "rate": ("rate", "flat", Typed()),
    "term": ("term", "flat", Typed(months=60)),
    "card-instalments": ("card-instalments", "card", Typed("family", ("family-paper",), months=48)),
    "renewal": ("renewal", "stock", Typed()),
    "due-day": ("due-day", "flat", Typed(mine=("暗号公司的工资",))),
    "settlement": ("settlement", "shop", Typed(amount_fen=45_000_00, by=date(2026, 12, 31))),
    "settled": ("settled", "card", Typed(paid_on=date(2026, 11, 20))),
    "budget": ("budget", "flat", Typed(mine=("暗号公司的工资",), share=Fraction(3, 5))),
    "record": ("record", "flat", Typed(own="报告上写着 2026 年 9 月逾期，那个月我在 9 月 18 日就还了。")),
    "complaint": ("complaint", "shop", Typed(own="第 4 期的罚息我算不出这个数，请告诉我是怎么算的。")),
    "complaint-asked": (
        "complaint",
        "shop",
        Typed(
            evidence=("contract-copy", "statement-copy"),
            own="客服说是系统算的，没有告诉我依据。",
            got_on=date(2026, 11, 3),
            asked_on=date(2026, 11, 5),
        ),
    ),
    "conduct": ("conduct", "shop", Typed(asked_on=date(2026, 11, 23))),
}
"""By name: the kind, the debt, what was typed."""
LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")


def told(name: str, language: Language) -> str:
    """Return a letter and, below it, what to know before it is sent."""
    kind, debt, typed = LETTERS[name]
    at = case(debt, typed)
    sheet = letter(named(kind), at)
    before = "".join(f"- {say(one, language)}\n" for one in told_before(sheet, at, language))
    return f"{sheet_text(sheet, language)}\n----\n{before}"


def paths() -> Iterator[tuple[str, Language, Path]]:
    """Yield every letter with its language and its file."""
    for name in LETTERS:
        for language in LANGUAGES:
            yield name, language, FOLDER / language / f"{name}.txt"


if __name__ == "__main__":
    for name, language, path in paths():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(told(name, language), encoding="utf-8")
