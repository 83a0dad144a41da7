"""`ashore words`: what a word means, or all of them, each with an example where it helps and where it was read."""

from collections.abc import Iterator
from itertools import groupby

import click

from ashore.cli.common import FINE, NOT_FEASIBLE, answer_options, echo_json, leave, own_day
from ashore.cli.help import TranslatedCommand, language_of
from ashore.cli.terminal import wrap
from ashore.documents.words import Explained, explained
from ashore.errors import Message
from ashore.packs.files import jurisdictions
from ashore.texts import say
from ashore.texts.language import Language
from ashore.texts.language import translate_later as _n
from ashore.texts.sentences import word

SET_IN = "  "


@click.command(cls=TranslatedCommand, name="words")
@click.argument("term", nargs=-1)
@click.option(
    "--jurisdiction",
    type=click.Choice(jurisdictions()),
    default="cn",
    help=_n("Whose words; cn if not given."),
)
@answer_options
@click.pass_context
def command(
    context: click.Context, term: tuple[str, ...], *, jurisdiction: str, as_json: bool, lang: Language | None
) -> None:
    """What a word means; without a word, all of them."""
    language = lang or language_of(context)
    typed = " ".join(term)
    found = explained(jurisdiction, own_day(), language, typed)
    if as_json:
        echo_json(_as_json(found, jurisdiction, language))
    elif found:
        click.echo("\n".join(_lines(found, language)))
    else:
        leave(Message("words-none", {"term": typed}), language, NOT_FEASIBLE)
    raise SystemExit(FINE if found else NOT_FEASIBLE)


def _lines(found: tuple[Explained, ...], language: Language) -> Iterator[str]:
    """Yield the words under the headings of their themes."""
    for theme, words in groupby(found, key=lambda one: one.theme):
        yield click.style(word(f"words-theme-{theme}", language), bold=True)
        yield ""
        for one in words:
            yield from _block(one, language)
            yield ""


def _block(one: Explained, language: Language) -> Iterator[str]:
    yield f"{one.name} ({one.other})" if language == "en" else f"{one.name} {one.other}"
    messages: list[str] = [one.says]
    if one.example:
        messages.append(say(Message("words-example", {"example": one.example}), language))
    if one.also:
        messages.append(say(Message("words-also", {"names": one.also}), language))
    if one.sources and one.seen:
        source = say(Message("words-source", {"names": one.rests_on, "seen": one.seen}), language)
        messages.append(f"{source} {word('about-stale', language)}" if one.stale else source)
    for text in messages:
        yield from wrap(text, indent=SET_IN)


def _as_json(found: tuple[Explained, ...], jurisdiction: str, language: Language) -> dict[str, object]:
    """Return the words as `ashore-words/1`."""
    rows = [
        {
            "id": one.id,
            "theme": one.theme,
            "name": one.name,
            "other": one.other,
            "also": list(one.also),
            "says": one.says,
            "example": one.example or None,
            "sources": list(one.sources),
            "seen": one.seen,
            "stale": one.stale,
        }
        for one in found
    ]
    return {"format": "ashore-words/1", "jurisdiction": jurisdiction, "language": language, "words": rows}
