"""Around the words that are explained: the page of all words, the fold at the end of a page, the command."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

GLOSSARY: Final[Mapping[str, str]] = {
    "web-words": _n("Words explained"),
    "words-title": _n("What the words mean"),
    "words-lead": _n(
        "Each word in a sentence or two. To find one, use your browser's “Find in page” (Ctrl+F on a computer). You need not learn them; come back when one stops you."
    ),
    "words-themes": _n("The themes"),
    "words-theme-owed": _n("What is owed"),
    "words-theme-repaying": _n("How it is repaid"),
    "words-theme-rates": _n("Rates"),
    "words-theme-late": _n("When a payment is late"),
    "words-theme-talking": _n("Talking to creditors"),
    "words-theme-plan": _n("The plan"),
    "words-theme-court": _n("Courts and papers"),
    "words-theme-liable": _n("Who else owes"),
    "words-theme-record": _n("The credit record"),
    "words-theme-others": _n("Lenders, allowances, taxes"),
    "words-theme-here": _n("Words of this book"),
    "words-example": _n("For example: {example}"),
    "words-source": _n("Source: {names}. Read on {seen}."),
    "words-also": _n("also: {names}"),
    "words-here": _n("Words on this page ({words_count})"),
    "words-all": _n("All words"),
    "words-none": _n("Nothing explained here has “{term}” in it. `ashore words` shows every word."),
    "words-says-stale": _n("{says} (Needs checking.)"),
}
