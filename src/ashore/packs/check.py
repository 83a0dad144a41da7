"""Faults of a pack, all at once: for whoever writes or changes one, and for the tests."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tomllib import TOMLDecodeError
from typing import TypeVar

from ashore.errors import Finding, Place
from ashore.packs.averages import AVERAGES, read_average
from ashore.packs.categories import read_rules
from ashore.packs.ceiling_rules import read_ceiling
from ashore.packs.channels import read_channel
from ashore.packs.check_help import Names, check_channel, check_entries, check_negative, check_support
from ashore.packs.check_lessons import check_lesson
from ashore.packs.check_screeners import check_screener
from ashore.packs.check_traps import check_traps
from ashore.packs.check_values import (
    check_average,
    check_ceiling,
    check_fact,
    check_helpline,
    check_product,
    fault,
)
from ashore.packs.check_words import check_words
from ashore.packs.entry import Entry, read_entry
from ashore.packs.errors import BrokenPack, UnknownPack
from ashore.packs.facts import read_fact
from ashore.packs.files import SHIPPED, SUFFIX, jurisdictions, toml_names
from ashore.packs.helplines import read_helpline
from ashore.packs.lessons import LESSONS, read_lesson
from ashore.packs.likeness import FILE as LIKENESS
from ashore.packs.likeness import read_likeness
from ashore.packs.negative import read_negative
from ashore.packs.notes import read_notes
from ashore.packs.pack import Pack
from ashore.packs.products import PRODUCTS, read_product
from ashore.packs.screeners import SCREENERS, read_screener, screener_names
from ashore.packs.support import read_support
from ashore.packs.traps import TRAPS, read_traps
from ashore.packs.tried import FILE as TRIED
from ashore.packs.tried import read_tried
from ashore.packs.words import WORDS, read_word
from ashore.rules.fact import RuleFact

T = TypeVar("T")


def check_pack(jurisdiction: str, root: Path = SHIPPED) -> tuple[Finding, ...]:
    """Return every fault of a pack's files, all `stop`; a place is `products/huabei.toml: defaults.rate`.

    Raises UnknownPack where there is no such pack.
    """
    if jurisdiction not in jurisdictions(root):
        raise UnknownPack("pack-unknown", jurisdiction=jurisdiction, known=jurisdictions(root))
    check = _Check(jurisdiction, root / jurisdiction)
    check.title()
    check.products()
    check.helplines()
    check.facts()
    check.ceilings()
    check.negatives()
    check.channels()
    check.supports()
    check.categories()
    check.averages()
    check.lessons()
    check.screeners()
    check.words()
    check.traps()
    return tuple(check.found)


def check_age(pack: Pack, today: date) -> tuple[Finding, ...]:
    """Return a note for all that is past its review day: facts, claims, channels, lessons; and old help lines."""
    days = {fact.id: fact.review_by for fact in pack.facts.values()}
    for lesson in pack.lessons.values():
        days |= {f"{LESSONS}/{lesson.id}": one.review_by for one in lesson.sources if one.stale(today)}
    for form in pack.screeners.values():
        seen = (*form.evidence, *((form.noise.evidence,) if form.noise else ()))
        days |= {f"{SCREENERS}/{form.id}": one.review_by for one in seen if one.stale(today)}
    for one in (*pack.negatives.values(), *pack.channels.values(), *pack.words.values()):
        if one.evidence:
            days[one.id] = one.evidence.review_by
    facts = (
        Finding("pack-review-due", "note", Place(key), {"fact": key, "review_by": review_by})
        for key, review_by in days.items()
        if today > review_by
    )
    lines = (
        Finding(
            "pack-helpline-old",
            "note",
            Place(line.id),
            {"number": line.number, "checked_on": line.checked_on},
        )
        for line in pack.helplines.values()
        if line.stale(today)
    )
    places = (
        Finding("pack-support-old", "note", Place(one.id), {"support": one.id, "checked_on": one.checked_on})
        for one in pack.supports.values()
        if one.stale(today)
    )
    return (*facts, *lines, *places)


@dataclass(slots=True)
class _Check:
    """One run over a pack's files.

    Nothing in them can have been seen after `latest`, the pack's version.  `known`: facts by id, None where broken;
    `names`: what a channel may name, by its key: the help lines, and the channels before it.
    """

    jurisdiction: str
    folder: Path
    latest: date = date.max
    found: list[Finding] = field(default_factory=list[Finding])
    known: dict[str, RuleFact | None] = field(default_factory=dict[str, RuleFact | None])
    names: Names = field(default_factory=lambda: {"helpline": [], "after": []})

    def attempt(self, file: str, read: Callable[[], T]) -> T | None:
        """Return what could be read; a broken file or field becomes a finding."""
        try:
            return read()
        except BrokenPack as error:
            self.found.append(Finding(error.code, "stop", Place(f"{error.file}: {error.field}"), error.facts))
        except (TOMLDecodeError, UnicodeDecodeError) as error:
            self.found.append(fault("pack-file-unreadable", file, detail=str(error)))
        return None

    def file(self, *path: str) -> Entry | None:
        """Return a file's table if it can be read."""
        return self.attempt("/".join(path) + SUFFIX, lambda: read_entry(self.folder, *path))

    def title(self) -> None:
        """Check the title file and learn the version."""
        if title := self.file("pack"):
            self.latest = self.attempt("pack.toml", lambda: self._version(title)) or date.max

    def _version(self, title: Entry) -> date:
        title.same("id", self.jurisdiction)
        title.bilingual("names")
        return title.day("version")

    def products(self) -> None:
        """Check every product's file."""
        for name in toml_names(self.folder / PRODUCTS):
            if sheet := self.file(PRODUCTS, name):
                self._product(sheet, f"{self.jurisdiction}/{name}")

    def _product(self, sheet: Entry, product_id: str) -> None:
        if notes := self.attempt(sheet.file, lambda: read_notes(sheet)):
            self.found += check_entries(notes, sheet.file, self.latest)
        product = self.attempt(sheet.file, lambda: read_product(sheet, product_id))
        if product:
            self.found += check_product(product, sheet.file, self.latest)

    def helplines(self) -> None:
        """Check the help lines."""
        for key, entry in self._entries("helplines"):
            self.names["helpline"].append(key)
            line = self.attempt(entry.file, lambda key=key, entry=entry: read_helpline(entry, key))
            if line:
                self.found += check_helpline(line, entry.file, self.latest)

    def facts(self) -> None:
        """Check the facts of every rule file, whose ids must differ across the files."""
        homes: dict[str, str] = {}
        for name in toml_names(self.folder / "rules"):
            for key, entry in self._entries("rules", name):
                fact = self.attempt(entry.file, lambda key=key, entry=entry: read_fact(entry, key))
                self.known[key] = fact
                if fact:
                    self.found += check_fact(fact, entry.file, self.latest)
                if key in homes:
                    self.found.append(fault("pack-fact-twice", entry.file, key, other=homes[key]))
                homes.setdefault(key, entry.file)

    def ceilings(self) -> None:
        """Check the ceilings, which name facts: call it after `facts`."""
        for key, entry in self._entries("ceilings"):
            rule = self.attempt(entry.file, lambda key=key, entry=entry: read_ceiling(entry, key))
            if rule:
                self.found += check_ceiling(rule, entry.file, self.known)

    def negatives(self) -> None:
        """Check the wrong common claims, which name facts: call it after `facts`."""
        for key, entry in self._entries("negative"):
            claim = self.attempt(entry.file, lambda key=key, entry=entry: read_negative(entry, key))
            if claim:
                self.found += check_negative(claim, entry.file, self.latest, self.known)

    def channels(self) -> None:
        """Check the channels, which name facts, help lines and each other: call it after those."""
        for key, entry in self._entries("channels"):
            channel = self.attempt(entry.file, lambda key=key, entry=entry: read_channel(entry, key))
            if channel:
                self.found += check_channel(channel, entry.file, self.latest, self.known, self.names)
            self.names["after"].append(key)

    def supports(self) -> None:
        """Check where somebody helps, which names facts and help lines: call it after those."""
        for key, entry in self._entries("support"):
            one = self.attempt(entry.file, lambda key=key, entry=entry: read_support(entry, key))
            if one:
                self.found += check_support(one, entry.file, self.latest, self.known, self.names)

    def categories(self) -> None:
        """Check the table that says what payments were for."""
        if table := self.file("categories"):
            self.attempt(table.file, lambda: read_rules(table))

    def averages(self) -> None:
        """Check what the averages are about, which are facts: call it after `facts`."""
        for key, entry in self._entries(AVERAGES):
            average = self.attempt(entry.file, lambda key=key, entry=entry: read_average(entry, key))
            if average:
                self.found += check_average(average, entry.file, self.known)

    def lessons(self) -> None:
        """Check every lesson, which names facts: call it after `facts`."""
        for name in toml_names(self.folder / LESSONS):
            if file := self.file(LESSONS, name):
                lesson = self.attempt(file.file, lambda file=file, name=name: read_lesson(file, name))
                if lesson:
                    self.found += check_lesson(lesson, file.file, self.latest, self.known)

    def screeners(self) -> None:
        """Check the questionnaires."""
        for name in screener_names(self.folder):
            file = f"{SCREENERS}/{name}{SUFFIX}"
            one = self.attempt(file, lambda name=name: read_screener(self.folder, name))
            if one:
                self.found += check_screener(one, file, self.latest)

    def words(self) -> None:
        """Check the words that are explained, which rest on facts: call it after `facts`."""
        read = (
            self.attempt(entry.file, lambda key=key, entry=entry: read_word(entry, key))
            for key, entry in self._entries(WORDS)
        )
        words = [word for word in read if word]
        self.found += check_words(words, WORDS + SUFFIX, self.latest, self.known)

    def traps(self) -> None:
        """Check the signs of traps, which rest on facts: call it after `facts`."""
        if toml_names(self.folder / TRAPS):
            rules = self.attempt(TRAPS, lambda: read_traps(self.folder))
            self.attempt(LIKENESS, lambda: read_likeness(self.folder))
            self.attempt(TRIED, lambda: read_tried(self.folder))
            if rules:
                self.found += check_traps(rules, self.known)

    def _entries(self, *path: str) -> Iterable[tuple[str, Entry]]:
        file = self.file(*path)
        for key in file.table if file else ():
            entry = self.attempt("/".join(path), lambda key=key: file.sub(key)) if file else None
            if entry:
                yield key, entry
