"""Lists of words that checks look for: words/*.yaml, which an office extends."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from drafter.library import value_file
from drafter.model.base import Value
from drafter.model.registers import Word

_GAP = r"[^，。；：！？]{0,20}?"


class _WordFile(Value):
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A word of a list where it stands in a text."""

    word: Word
    start: int
    end: int


class Words:
    """A list of words, and where they stand in a text; … in a word stands for up to twenty characters of a phrase."""

    def __init__(self, entries: Iterable[Word]) -> None:
        self.entries = tuple(entries)

    @classmethod
    def load(cls, path: Path) -> "Words":
        """Read a file of words."""
        return cls(value_file.load(_WordFile, path)[0].words)

    def __contains__(self, text: str) -> bool:
        return any(one.word == text for one in self.entries)

    @cached_property
    def _alternatives(self) -> list[tuple[str, Word | None]]:
        """What is looked for, the longest first: words, and phrases in which they are right, which stand for none."""
        texts: list[tuple[str, Word | None]] = [(phrase, None) for one in self.entries for phrase in one.unless]
        texts += [(one.word, one) for one in self.entries]
        return sorted(texts, key=lambda pair: -len(pair[0]))

    @cached_property
    def _heads(self) -> tuple[str, ...]:
        """What a text must hold before it is worth searching: how the words begin."""
        return tuple({one.word.split("…")[0] for one in self.entries})

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        expressions = [f"({_GAP.join(map(re.escape, text.split('…')))})" for text, _ in self._alternatives]
        return re.compile("|".join(expressions)) if expressions else None

    @cached_property
    def _starts(self) -> re.Pattern[str]:
        """How the words and the phrases begin: only there the whole pattern is tried, which is dear."""
        return re.compile("|".join({re.escape(text.split("…")[0]) for text, _ in self._alternatives}))

    def find(self, text: str) -> Iterator[Occurrence]:
        """Where words of the list stand, the longest first at each place; a phrase of `unless` hides what is in it."""
        if self._pattern is None or not any(head in text for head in self._heads):
            return
        start = self._starts.search(text)
        while start:
            found = self._pattern.match(text, start.start())
            word = self._alternatives[(found.lastindex or 0) - 1][1] if found else None
            if word and found:
                yield Occurrence(word, found.start(), found.end())
            start = self._starts.search(text, found.end() if found else start.start() + 1)
