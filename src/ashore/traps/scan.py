"""Where patterns stand in a plain text; the time grows with the text's length and no faster, whatever stands in it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from ashore.traps.pattern import Group, Pattern, Run, Word
from ashore.traps.spelling import COMMA, END

REACH: Final = 160
"""How far apart, in characters, two runs may begin that stand near each other."""
LONGEST: Final = 16
"""How many digits, or letters of an ending, are taken along."""
Span = tuple[int, int]


class Scan:
    """One text in which patterns are looked for; each group of words is looked for once."""

    def __init__(self, text: str) -> None:
        """Note where the sentences end; no word is looked for yet."""
        self.text = text
        self._ends: list[int] = [place for place, letter in enumerate(text) if letter == END]
        self._groups: dict[Group, list[Span]] = {}

    def find(self, pattern: Pattern) -> list[tuple[Span, ...]]:
        """Return each place of a pattern: a stretch for each of its runs, in the order of the first."""
        first, *others = pattern.runs
        found: list[tuple[Span, ...]] = [(one,) for one in self._run(first, pattern.gap)]
        for run in others:
            # A run is looked for only while those before it stand in the text: most do not.
            spans = self._run(run, pattern.gap) if found else []
            found = [(*ones, near) for ones in found if (near := self._near(ones[0], spans))]
        return found

    def has(self, group: Group) -> bool:
        """Return whether any word of a group stands in the text."""
        return any(self._places(word) for word in group.words)

    def count(self, group: Group) -> int:
        """Return how many different words of a group stand in the text."""
        return len({word.text for word in group.words if self._places(word)})

    def sentence(self, span: Span) -> Span:
        """Return where the sentence of a stretch begins and ends."""
        before, after = bisect_left(self._ends, span[0]), bisect_left(self._ends, span[1])
        start = self._ends[before - 1] + 1 if before else 0
        return start, self._ends[after] if after < len(self._ends) else len(self.text)

    def clause(self, place: int, most: int) -> int:
        """Return where the part of a sentence begins in which a place stands, at most so many characters before it."""
        low = max(0, place - most)
        return max(low, self.text.rfind(COMMA, low, place) + 1, self.text.rfind(END, low, place) + 1)

    def within(self, group: Group, span: Span) -> bool:
        """Return whether any word of a group stands wholly inside a stretch."""
        places = self._group(group)
        place = bisect_left(places, (span[0], 0))
        while place < len(places) and places[place][0] < span[1]:
            if places[place][1] <= span[1]:
                return True
            place += 1
        return False

    def _near(self, one: Span, spans: Sequence[Span]) -> Span | None:
        """Return a stretch that begins near another and does not lie in it, the first there is."""
        place = bisect_left(spans, (one[0] - REACH, 0))
        while place < len(spans) and spans[place][0] <= one[0] + REACH:
            if spans[place][1] <= one[0] or spans[place][0] >= one[1]:
                return spans[place]
            place += 1
        return None

    def _run(self, run: Run, gap: int) -> list[Span]:
        """Return the stretches from a word of the first group to one of the last, each in reach of the one before."""
        *earlier, last = run
        spans = self._group(last)
        for group in reversed(earlier):
            if not spans:
                return []
            starts = [start for start, _ in spans]
            joined = ((start, self._next(stop, gap, spans, starts)) for start, stop in self._group(group))
            spans = [(start, stop) for start, stop in joined if stop]
        return spans

    def _next(self, stop: int, gap: int, spans: Sequence[Span], starts: Sequence[int]) -> int:
        """Return where the first stretch ends that begins within a gap and in the same sentence, 0 where none does."""
        place = bisect_left(starts, stop)
        if place == len(starts) or starts[place] > stop + gap:
            return 0
        end = bisect_left(self._ends, stop)
        parted = end < len(self._ends) and self._ends[end] < starts[place]
        return 0 if parted else spans[place][1]

    def _group(self, group: Group) -> list[Span]:
        if group not in self._groups:
            self._groups[group] = sorted({span for word in group.words for span in self._places(word)})
        return self._groups[group]

    def _places(self, word: Word) -> list[Span]:
        return list(self._look(word)) if word.text in self.text else []

    def _look(self, word: Word) -> Iterator[Span]:
        """Yield where a word stands; a Latin one only as a whole word."""
        text, place = self.text, self.text.find(word.text)
        while place >= 0:
            start, stop = place, place + len(word.text)
            if word.before:
                start = self._back(start)
            if word.after or word.stem:
                stop = self._ahead(stop, digits=word.after)
            fits = (not word.before or start < place) and (not word.after or stop > place + len(word.text))
            if fits and self._whole(start, stop):
                yield start, stop
            place = text.find(word.text, place + 1)

    def _back(self, start: int) -> int:
        low = max(0, start - LONGEST)
        while start > low and _is_number(self.text[start - 1]):
            start -= 1
        return start

    def _ahead(self, stop: int, *, digits: bool) -> int:
        high = min(len(self.text), stop + LONGEST)
        while stop < high and (_is_number(self.text[stop]) if digits else _is_latin(self.text[stop])):
            stop += 1
        return stop

    def _whole(self, start: int, stop: int) -> bool:
        """Return whether no Latin word is cut at either end."""
        text = self.text
        cut_before = start > 0 and _is_latin(text[start - 1]) and _is_latin(text[start])
        return not cut_before and not (
            stop < len(text) and _is_latin(text[stop]) and _is_latin(text[stop - 1])
        )


def _is_number(letter: str) -> bool:
    """Return whether a number is written with it: a digit, a point, a Chinese ten, hundred or ten thousand."""
    return letter == "." or letter.isnumeric()


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()


def merged(spans: Sequence[Span]) -> list[Span]:
    """Return stretches in their order, those that touch or overlap as one."""
    kept: list[Span] = []
    for start, stop in sorted(spans):
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(stop, kept[-1][1]))
        else:
            kept.append((start, stop))
    return kept
