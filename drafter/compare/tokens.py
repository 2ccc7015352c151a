"""A text as tokens that are never cut: figures with measure word, dates, 文号, quoted names, units, words.

What no list knows stands character by character. Beside a statistical segmenter (rjieba 0.2, its own dictionary, the
same figures and names) on 66 hand-linked and 218 made-up pairs of clauses, these tokens give as many marked stretches
(160 and 309 to 160 and 310) over as much text; they cut 7 words that the segmenter keeps (招聘会, 职业指导), single
characters cut 161. That is not worth a dictionary of five megabytes whose next version changes what is shown.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from drafter.text import numerals, word_lists

_LONGEST_QUOTED = 14
_DATE = (
    r"(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})年(?:度|\d{1,2}月(?:\d{1,2}日|份|底前?)?)?"
    r"|\d{1,2}月(?:\d{1,2}日|份|底前?)?"
)
_DOC_NUMBER = r"[\u4e00-\u9fff]{0,8}〔\d{4}〕\s*\d*\s*号"
_QUOTED = rf"“[^“”]{{1,{_LONGEST_QUOTED}}}”|《[^《》]{{1,{_LONGEST_QUOTED}}}》"


@cache
def _fixed() -> re.Pattern[str]:
    """What is known by its form."""
    measures = word_lists.load("measures")
    words = sorted((*measures["numerals"], *measures["digits"], "周岁", "岁", "年", "级", "号", "周年"), key=len)
    measure = "|".join(reversed(words))
    number = r"\d+(?:[.,]\d+)*(?:万|亿|千万|百万|千|百)?"
    span = rf"{number}(?:\s*[—～~\-–至到:：/]\s*{number})?"
    figure = rf"{span}[余多]?\s*(?:个百分点|%|％|‰|(?:{measure}))?(?:/[\u4e00-\u9fff])?"
    counted = rf"{numerals.DIGIT}{{1,12}}(?:万|亿)?[余多]?(?:{measure}|元)"
    return re.compile(
        rf"{_QUOTED}|{_DATE}|{_DOC_NUMBER}|{figure}|{counted}|[A-Za-z]+\d*(?:[.,]\d+)*[A-Za-z0-9]*(?:[.,]\d+)*|\n"
    )


class Words:
    """Words that are never cut, found by their first character; the longest wins."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(word for word in words if len(word) > 1)
        lengths: dict[str, set[int]] = defaultdict(set)
        for word in self.words:
            lengths[word[0]].add(len(word))
        self._lengths = {first: sorted(sizes, reverse=True) for first, sizes in lengths.items()}

    def end_of(self, text: str, at: int) -> int | None:
        """Where the longest word that begins at a place of a text ends; None where none does."""
        for size in self._lengths.get(text[at], ()):
            if text[at : at + size] in self.words:
                return at + size
        return None


@cache
def _of_genre() -> Words:
    """The words of the genre, from the lists that other parts of the program use.

    What is made up of several of them (组织开展, 托育服务) is no word of its own: a reader sees the part that is new.
    """
    lists = ("title_words", "verbs")
    listed = {word for name in lists for section in word_lists.load(name).values() for word in section if len(word) > 1}
    return Words(word for word in listed if not _is_made_of(word, listed, most=len(word) - 2))


def _is_made_of(text: str, words: set[str], *, most: int) -> bool:
    """Whether a text is made up of words, the first of at most so many characters."""
    sizes = [size for size in range(2, most + 1) if text[:size] in words]
    return not text or any(_is_made_of(text[size:], words, most=len(text) - size) for size in sizes)


NONE = Words(())


def tokens(text: str, names: Words = NONE) -> list[str]:
    """The tokens of a text in order, joined again the text itself; `names` (of units) are never cut."""
    fixed, words = _fixed(), _of_genre()
    found: list[str] = []
    at = 0
    while at < len(text):
        end = names.end_of(text, at)
        if end is None:
            formed = fixed.match(text, at)
            end = formed.end() if formed else words.end_of(text, at) or at + 1
        found.append(text[at:end])
        at = end
    return found
