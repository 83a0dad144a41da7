"""The first card as one self-contained page for a phone: no network, nothing kept, and whole without its script."""

import base64
import hashlib
import json
from datetime import date
from pathlib import Path
from string import Template
from typing import Final

from ashore.documents.files import write_whole
from ashore.documents.first_data import page_data
from ashore.documents.first_still import Section, still_section
from ashore.errors import AshoreError, Message
from ashore.packs.first import known_for_first
from ashore.packs.pack import Pack
from ashore.planning.triage import Answers, first_card
from ashore.texts import Language
from ashore.texts.os_errors import why_not
from ashore.texts.sentences import word

ASSETS: Final = Path(__file__).parent / "assets"


class NotWritten(AshoreError):
    """The page could not be written."""


def first_page(pack: Pack, today: date) -> str:
    """Return the page: Chinese first, English beside it, the card for no answer until a question is answered."""
    card = first_card(Answers(), known_for_first(pack), today)
    style, script = _asset("first.css"), _asset("first.js")
    return Template(_asset("first.html")).substitute(
        title=word("first-page-title", "zh"),
        help=word("first-page-help", "zh"),
        other=word("first-page-language", "en"),
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
        zh=still_section(Section(card, pack, today, "zh")),
        en=still_section(Section(card, pack, today, "en")),
        data=_json(page_data(pack)),
    )


def write_first_page(out: Path, pack: Pack, today: date, language: Language) -> Message:
    """Return where the page was written; a folder gets a file with a neutral name.  Raises NotWritten."""
    target = out / word("first-file-name", language) if out.is_dir() else out
    try:
        write_whole(target, first_page(pack, today))
    except OSError as error:
        raise NotWritten("first-not-written", file=str(target), reason=why_not(error, language)) from error
    return Message("first-written", {"file": str(target)})


def _asset(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """Return the content-security-policy source that allows exactly this inline text."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def _json(data: dict[str, object]) -> str:
    """Return JSON that cannot end the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return text.replace("<", "\\u003c")


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value)}")
