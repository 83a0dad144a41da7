"""What each debt of the book is called where one is chosen from a list, also where the book must be mended first."""

import uuid
from collections.abc import Mapping
from decimal import Decimal

from ashore.documents.called import called
from ashore.household.apart import Marks, Named, ids_of, marks_of
from ashore.money import fen_from_yuan
from ashore.packs.products import all_products
from ashore.store import book
from ashore.store.book import Book
from ashore.texts.language import Language
from ashore.web import plans


def entry_names(now: Book, language: Language) -> Mapping[uuid.UUID, str]:
    """Return what each debt is called in a list, by its entry; no two of them are called alike."""
    return plans.once(now, ("called", language), lambda: _entry_names(now, language))


def _entry_names(now: Book, language: Language) -> Mapping[uuid.UUID, str]:
    found = {entry.pk: _named(str(entry.pk), book.entry_values(entry), language) for entry in now.of("debt")}
    marks = marks_of(found.values())
    return {pk: called(one.name, marks[one.id], language) for pk, one in found.items()}


def names_by_id(now: Book, language: Language) -> Mapping[str, str]:
    """Return what each debt is called in a list, by the id that it has in the household."""
    return plans.once(now, ("called-by-id", language), lambda: _names_by_id(now, language))


def _names_by_id(now: Book, language: Language) -> Mapping[str, str]:
    names = entry_names(now, language)
    return {str(book.entry_values(entry).get("id")): names[entry.pk] for entry in now.of("debt")}


def marks_by_id(now: Book, language: Language) -> Mapping[str, Marks]:
    """Return what is said beside each debt's name, by its id in the household: for the person's own eyes."""
    return marks_of(_debts(now, language))


def handed_marks(now: Book, language: Language) -> Mapping[str, Marks]:
    """Return the same for what may be handed to others: nothing that says more than an id."""
    return ids_of(_debts(now, language))


def _debts(now: Book, language: Language) -> list[Named]:
    found = [book.entry_values(entry) for entry in now.of("debt")]
    return [_named(str(values.get("id", "")), values, language) for values in found]


def _named(ident: str, values: Mapping[str, object], language: Language) -> Named:
    """Return a debt as a list names it: one without a name by its product; what cannot be read is left out."""
    product = all_products().get(str(values.get("product", "")))
    known = product.names[language] if product else ""
    name, due_day = str(values.get("name") or known or values.get("id") or ""), values.get("due_day")
    return Named(
        ident,
        name,
        str(values.get("creditor") or known),
        due_day if isinstance(due_day, int) else None,
        _fen(values.get("original")),
        _fen(values.get("balance")),
    )


def _fen(value: object) -> int | None:
    """Return an amount of the file in fen; None for none, and for one that cannot be read as one."""
    try:
        return fen_from_yuan(Decimal(value)) if isinstance(value, Decimal | int) else None
    except ValueError:
        return None
