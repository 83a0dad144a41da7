"""The words on a page, explained at its end: a fold, closed, without a script; and whether it says that all is free."""

from collections import OrderedDict
from hashlib import blake2b
from typing import Final

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString

from ashore.documents.words import Whose, words_on
from ashore.texts.language import Language
from ashore.texts.sentences import word
from ashore.web.at_close import forget_at_close
from ashore.web.whose import whose_words

register = template.Library()
NOT_EXPLAINED: Final = frozenset(
    {
        "help", "support", "wellbeing", "crisis", "resting", "mood", "mood_form", "mood_given", "mood_answer",
        "mood_off", "start", "unlock", "recovery", "refused", "missing", "damaged", "broken", "unsaved", "other",
        "words",
    }
)  # fmt: skip
"""Pages without such a fold: those for a bad hour, those with one thing to do, and the page of all words."""
KEPT_MAX: Final = 64
_folds: Final[OrderedDict[bytes, str]] = OrderedDict()
"""The folds of pages shown of late, by a digest of what the page says: of the page itself nothing is kept."""
forget_at_close(_folds.clear)


class ExplainNode(template.Node):
    """What stands between the tags, and below it the words that it uses."""

    def __init__(self, nodelist: NodeList) -> None:
        """Keep what stands between the tags; Django looks for blocks in `nodelist`."""
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        """Return the content with the fold; without one where no word is explained."""
        page = self.nodelist.render(context)
        # What the page says itself is not said again at its foot.
        context["says_free"] = escape(word("first-about-free", context["language"])) in page
        if context["place"] in NOT_EXPLAINED:
            return page
        return SafeString(page + _fold_of(page, context["language"]))


def _fold_of(page: str, language: Language) -> str:
    """Return the fold of a page, looked for once while the page says the same; empty where no word is explained."""
    whose = whose_words()
    key = blake2b(f"{whose} {language} {page}".encode()).digest()
    found = _folds.get(key)
    if found is None:
        found = _folds[key] = _fold(page, whose, language)
        if len(_folds) > KEPT_MAX:
            _folds.popitem(last=False)
    return found


def _fold(page: str, whose: Whose, language: Language) -> str:
    words = words_on(page, whose.jurisdiction, language)
    facts = {
        "language": language,
        "words": [
            {"id": word.id, "name": word.names[language], "says": whose.says(word, language)}
            for word in words
        ],
    }
    return render_to_string("web/words_here.html", facts) if words else ""


@register.tag
def explain(parser: Parser, token: Token) -> ExplainNode:
    """Return the node of `{% explain %}…{% endexplain %}`."""
    nodelist = parser.parse(("endexplain",))
    parser.delete_first_token()
    return ExplainNode(nodelist)
