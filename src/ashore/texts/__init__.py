"""Codes with facts turned into sentences, in Chinese and in English."""

from ashore.texts.language import Language, gettext_for, guess_language
from ashore.texts.sentences import say, say_finding

__all__ = ["Language", "gettext_for", "guess_language", "say", "say_finding"]
