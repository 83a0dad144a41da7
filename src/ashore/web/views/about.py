"""Help now, and about this information: on every page, open or locked."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from ashore.documents.helping import ALWAYS, source_title
from ashore.packs.pack import Pack, load_pack
from ashore.rules.fact import RuleFact
from ashore.texts.cells import SEMICOLONS
from ashore.texts.language import Language
from ashore.texts.rule_values import rule_value_text
from ashore.texts.sentences import word
from ashore.web.clock import today
from ashore.web.config import JURISDICTION
from ashore.web.shown import language_of, show


@require_GET
def help_now(request: HttpRequest) -> HttpResponse:
    """Show the help lines, with their hours and the day each was last checked: those for the worst hours first."""
    language, on = language_of(request), today()
    lines = [
        {
            "first": line.kind in ALWAYS,
            "number": line.number,
            "name": line.names[language],
            "hours": line.hours[language],
            "purpose": line.purpose[language],
            "limits": line.limits[language],
            "checked": line.checked_on,
            "source": source_title(line.source, language),
            "address": line.source.address,
            "sure": word(f"help-sure-{line.confidence}", language),
            "stale": line.stale(on),
        }
        for line in load_pack(JURISDICTION).helplines.values()
    ]
    first, others = ([one for one in lines if one["first"] is wanted] for wanted in (True, False))
    return show(request, "help", {"lines": first, "others": others})


@require_GET
def about(request: HttpRequest) -> HttpResponse:
    """Show what this is, what it is not, where to complain, what is often said and not so, where figures come from."""
    language, on, pack = language_of(request), today(), load_pack(JURISDICTION)
    facts = [
        {
            "name": fact.names[language],
            "source": fact.source.title,
            "seen": fact.seen_on,
            "stale": fact.stale(on),
        }
        for fact in pack.facts.values()
    ]
    return show(
        request,
        "about",
        {"facts": facts, "ways": _ways(pack, language, on), "claims": _claims(pack, language, on)},
    )


def _ways(pack: Pack, language: Language, on: date) -> list[dict[str, object]]:
    """Return the channels in the order in which to go, each with its number and the days within which it answers."""
    return [
        {
            "number": pack.helplines[way.helpline].number if way.helpline else "",
            "name": way.names[language],
            "purpose": way.purpose[language],
            # The usual time first, then which complaint may take longer, and how long.
            "within": tuple(
                rule_value_text(fact.value, fact.unit, language) for fact in _of(pack, way.answer[:1])
            ),
            "longer": SEMICOLONS[language].join(one.names[language] for one in _of(pack, way.answer[1:])),
            "stale": way.stale(on) or any(fact.stale(on) for fact in _of(pack, way.fact_ids)),
        }
        for way in pack.channels.values()
    ]


def _claims(pack: Pack, language: Language, on: date) -> list[dict[str, object]]:
    """Return what is often said and is not so, each with what is true and where that was read."""
    return [
        {
            "said": claim.claim[language],
            "truth": claim.truth[language],
            "source": (claim.evidence.source.title_en if language == "en" else None)
            or claim.evidence.source.title,
            "seen": claim.evidence.seen_on,
            "stale": claim.stale(on) or any(fact.stale(on) for fact in _of(pack, claim.facts)),
        }
        for claim in pack.negatives.values()
    ]


def _of(pack: Pack, ids: tuple[str, ...]) -> list[RuleFact]:
    return [pack.facts[one] for one in ids]
