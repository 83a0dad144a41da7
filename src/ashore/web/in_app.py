"""An answer in the app's own words: its sentences speak of pages and entries where the command line names commands."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from ashore.documents.blocks import Block, Cell, Listing, Part, Say, Table
from ashore.errors import Finding, Message
from ashore.packs.products import all_products
from ashore.texts.in_app import IN_APP
from ashore.texts.language import Language

ENDING: Final = "-app"
PRODUCT: Final = "product"
"""The fact that is a product's id."""


def in_app(parts: Iterable[Part], language: Language) -> tuple[Part, ...]:
    """Return the parts of an answer as the app says them."""
    return tuple(
        replace(part, code=_code(part.code), blocks=tuple(_block(block, language) for block in part.blocks))
        for part in parts
    )


def message_in_app(message: Message, language: Language) -> Message:
    """Return a sentence as the app says it: in its own words where it has some, products by their names."""
    product = all_products().get(str(message.facts.get(PRODUCT)))
    named = {PRODUCT: product.names[language]} if product else {}
    return Message(_code(message.code), {**message.facts, **named})


def findings_in_app(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings as the app says them."""
    return tuple(replace(one, code=_code(one.code)) for one in findings)


def _block(block: Block, language: Language) -> Block:
    match block:
        case Say():
            return replace(block, message=message_in_app(block.message, language))
        case Listing():
            return replace(block, items=tuple(message_in_app(one, language) for one in block.items))
        case Table():
            rows = tuple(tuple(_cell(cell, language) for cell in row) for row in block.rows)
            return replace(block, caption=message_in_app(block.caption, language), rows=rows)
        case _:
            return block


def _cell(cell: Cell, language: Language) -> Cell:
    return message_in_app(cell, language) if isinstance(cell, Message) else cell


def _code(code: str) -> str:
    return code + ENDING if code + ENDING in IN_APP else code
