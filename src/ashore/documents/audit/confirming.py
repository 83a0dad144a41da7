"""Which terms a person can say stand in the contract, so that a difference is the lender's to explain (rule 125)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from ashore.documents.answer.assumed import value_of
from ashore.documents.audit.view import AuditView
from ashore.errors import Message
from ashore.household.file.plain import is_table
from ashore.household.keys.debt_keys import CONTRACT
from ashore.texts.language import Language
from ashore.texts.sentences import word

TERMS: Final = frozenset(key.name for key in CONTRACT)
"""The keys of a debt that a contract decides."""
SOURCE: Final = "source"


def to_confirm(view: AuditView, typed: Mapping[str, object]) -> tuple[tuple[str, Message], ...]:
    """Return the keys that differences hang on and that were typed without a source, each with what it says.

    `typed`: the debt's plain values in the file.
    """
    return tuple((key, value_of(view.audit.debt, key)) for key in _open(view) if key in typed)


def to_type(view: AuditView, typed: Mapping[str, object], language: Language) -> tuple[str, ...]:
    """Return the names of what differences hang on and nobody typed; a product's usual terms are not the contract's."""
    return tuple(word(f"key-{key}", language) for key in _open(view) if key not in typed)


def _open(view: AuditView) -> Iterator[str]:
    """Yield each term of the contract that a difference hangs on, where no source of the person's own decides it."""
    debt = view.audit.debt
    keys = dict.fromkeys(key for one in view.audit.verdicts if one.cause != "lender" for key in one.keys)
    for key in keys:
        if key in TERMS and not (key in debt.sources and key not in debt.assumed):
            yield key


def sources_with(
    typed: Mapping[str, object], confirmed: Iterable[str], language: Language
) -> dict[str, object]:
    """Return a debt's sources with the contract as that of the terms confirmed; only what was typed can be."""
    named = typed.get(SOURCE)
    kept = dict(named) if is_table(named) else {}
    seen = word("audit-source-contract", language)
    return kept | {key: seen for key in confirmed if key in TERMS and key in typed and key not in kept}
