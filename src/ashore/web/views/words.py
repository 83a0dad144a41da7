"""What words mean: open or locked, on the computer and on a phone."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from ashore.documents.words import explained
from ashore.web.shown import language_of, show
from ashore.web.whose import whose_words


@require_GET
def words(request: HttpRequest) -> HttpResponse:
    """Show every word with its explanation, theme by theme."""
    whose = whose_words()
    listed = explained(whose.jurisdiction, whose.today, language_of(request))
    themes = [
        {"code": f"words-theme-{theme}", "words": list(found)}
        for theme, found in groupby(listed, key=lambda word: word.theme)
    ]
    return show(request, "words", {"themes": themes})
