"""Breaking a title into lines by sense (spec M-02…M-07): no word, name or year split, a trapezoid or a diamond.

Every place between two characters has a price for ending a line there, every line and every shape of the whole too;
the cheapest lines win. So there are always lines, and the less a rule matters the sooner it yields.
"""

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise

from drafter.text import organs, word_lists

HARD_LIMIT = 20
SOFT_LIMIT = 18

_LEAST_LAST = 4
_SLIGHT = 6
_FULLEST = 8
_SHORT_WORD = 2
_USUAL_LINES = 4
_MOST_LINES = 5

_NEVER_FIRST = "的、，。：；》〉）”’〕 \u3000"
_NEVER_LAST = "《〈（“‘〔"
_JOINTS = ("和", "与", "及", "以及", "、")
_NOT_HALF_WIDE = "“”‘’—…·"

# Prices: of ending a line at a place, then of a line, then of the shape.
_FORBIDDEN = 300.0
_IN_WORD = 40.0
_IN_ISSUER = 30.0
_IN_QUOTES = 30.0
_IN_NAME = 15.0
_AMONG_UNKNOWN = 12.0
_BEFORE_SHORT_BRACKET = 8.0
_AFTER_JOINT = 5.0
_BEFORE_JOINT = 0.5
_BETWEEN_DOCUMENTS = -1.0
_AFTER_LEADING = 4.0
_AFTER_LONG_LEADING = 2.0
_BEFORE_TRAILING = 3.0
_AFTER_PLACE = 3.0
_BESIDE_UNKNOWN = 2.0
_BETWEEN_WORDS = 1.0

_TOO_WIDE = 4.0
_SHORT_LAST = 60.0
_SLIGHT_LAST = 1.5
_ISSUER_NOT_ALONE = 100.0
_ISSUER_WITH_VERB = 5.0

_EQUAL = 2.5
_HOURGLASS = 12.0
_LINE = 2.0
_ONE_MORE_LINE = 6.0

_HALF_WIDE = r"[^ \u2e80-\U0010ffff“”‘’—…·]"
_MEASURES = "年度|年版|年|月份|月|日|号|个|件|项|条|名|人|周岁|岁|周年|次|届|期|批|户|所|处|万|亿|元|天|级|类|种"
_NUMBER = re.compile(
    rf"{_HALF_WIDE}*[A-Za-z]{_HALF_WIDE}*"
    rf"|\d+(?:[.,]\d+)*(?:[—–~～至-]\d+)?[余多]?(?:{_MEASURES})?(?:以上|以下|以内)?"
    r"|第?[一二三四五六七八九十百]+(?:件|项|批|届|次|个|条|期|年|季度)"
    rf"|{_HALF_WIDE}+"
)
_VERB = re.compile(r"(?:关于)?(?:印发|转发|批转|公布)")
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,3}(?:自治[州县]|[省市县区州旗镇])")
_ISSUER_PART = re.compile(
    r"自治[区州县]|[省市县区州盟旗]|委员会|人民政府(?!办公)|[委部局厅室行会](?![员办])|[ \u3000]+"
)
_NAME = re.compile(r"《[^《》]*》|〈[^〈〉]*〉")
_QUOTED = re.compile(r"“[^“”]*”|‘[^‘’]*’|（[^（）]*）|〔[^〔〕]*〕")


_Piece = tuple[int, int, str]
_Ends = tuple[float, list[int]]
_NONE: _Ends = (math.inf, [])


def width(text: str) -> float:
    """Width in characters of the title's size: half for Latin letters and digits."""
    return sum(0.5 if ord(char) < 0x2E80 and char not in _NOT_HALF_WIDE else 1 for char in text)


def break_title(title: str) -> list[str]:
    """The lines of a title, joined again the title itself."""
    if width(title) <= SOFT_LIMIT:
        return [title]
    issuer = _issuer_of(title)
    search = _Search(title, len(issuer), _seams(title, issuer))
    ends = search.in_shape() or search.filled()
    return [title[start:end] for start, end in pairwise((0, *ends))]


def torn(lines: Sequence[str]) -> list[str]:
    """The words, figures and names that the lines of a title cut in two."""
    title = "".join(lines)
    ends = list(accumulate(map(len, lines)))
    pieces = _pieces(title, _parts(_issuer_of(title)))
    known = [(start, end) for start, end, kind in pieces if kind not in ("unknown", "mark")]
    return [title[start:end] for start, end in known if any(start < at < end for at in ends)]


def _issuer_of(title: str) -> str:
    """The issuing organs that the title begins with, also several in a row, "" where there are none."""
    head = re.match(rf"[\u4e00-\u9fff \u3000]{{2,60}}?(?={_VERB.pattern}|关于)", title)
    if head and "的" not in head[0] and all(organs.is_organ(part[-20:]) for part in head[0].split()):
        return head[0]
    issuer = organs.issuer_at_start(title) or ""
    return "" if issuer == title else issuer


def _seams(title: str, issuer: str) -> list[float]:
    """The price of ending a line before each character of the title, and at its end."""
    prices = [_FORBIDDEN] * len(title) + [0.0]
    pieces = _pieces(title, _parts(issuer))
    for start, end, kind in pieces:
        prices[start + 1 : end] = [_FORBIDDEN if kind == "number" else _IN_WORD] * (end - start - 1)
    for before, after in pairwise(pieces):
        prices[after[0]] = _price_between(title, before, after)
    _price_issuer(prices, issuer)
    for at in range(1, len(title)):
        if title[at] in _NEVER_FIRST or title[at - 1] in _NEVER_LAST:
            prices[at] = _FORBIDDEN
    for found in _QUOTED.finditer(title):
        if title[found.start()] == "（" and prices[found.start()] < _FORBIDDEN:
            prices[found.start()] = _BEFORE_SHORT_BRACKET if len(found[0]) <= 4 else _BESIDE_UNKNOWN
        _raise_inside(prices, found.span(), _IN_QUOTES if width(found[0]) <= HARD_LIMIT else 0)
    for found in _NAME.finditer(title):
        free = next((at for at in range(found.end(), len(title)) if prices[at] < _FORBIDDEN), len(title))
        _raise_inside(prices, found.span(), _IN_NAME if width(title[found.start() : free]) <= HARD_LIMIT else 0)
    return prices


def _raise_inside(prices: list[float], span: tuple[int, int], by: float) -> None:
    for at in range(span[0] + 1, span[1]):
        prices[at] += by


def _parts(issuer: str) -> list[str]:
    """The places and bodies that an issuer's name is made of; the title often names them again."""
    ends = [found.end() for found in _ISSUER_PART.finditer(issuer)]
    return [issuer[start:end] for start, end in pairwise((0, *ends)) if end - start > 2]


def _price_issuer(prices: list[float], issuer: str) -> None:
    """A long issuer's name is cut after the place or the body, and nowhere else."""
    good = {found.end() for found in _ISSUER_PART.finditer(issuer)}
    for at in range(1, len(issuer)):
        if at not in good or prices[at] >= _IN_WORD:
            prices[at] = max(prices[at], _IN_ISSUER)
        else:
            prices[at] = _BEFORE_TRAILING if issuer.startswith(("办公室", "办公厅"), at) else _BETWEEN_WORDS


def _pieces(title: str, names: list[str]) -> list[_Piece]:
    """The title in words, figures and places; the fewest pieces, and as few unknown characters as can be."""
    words = _words() | dict.fromkeys(names, "places")
    longest = max(map(len, words))
    best: list[tuple[float, _Piece | None]] = [(0, None)] + [(math.inf, None)] * len(title)
    for start in range(len(title)):
        for end, kind, price in _candidates(title, start, words, longest):
            if best[start][0] + price < best[end][0]:
                best[end] = (best[start][0] + price, (start, end, kind))
    pieces: list[_Piece] = []
    piece = best[-1][1]
    while piece:
        pieces.append(piece)
        piece = best[piece[0]][1]
    return pieces[::-1]


@cache
def _words() -> dict[str, str]:
    """Every known word with its section of the word list."""
    listed = {word: section for section, words in word_lists.load("title_words").items() for word in words}
    return listed | dict.fromkeys(_JOINTS, "joints")


def _candidates(title: str, start: int, words: dict[str, str], longest: int) -> Iterator[tuple[int, str, float]]:
    """The pieces that may begin at a place: end, kind and price."""
    yield start + 1, "unknown" if "\u4e00" <= title[start] <= "\u9fff" else "mark", 1.5
    for end in range(start + 1, min(start + longest, len(title)) + 1):
        if title[start:end] in words:
            yield end, words[title[start:end]], 1
    if place := _PLACE.match(title, start):
        yield place.end(), "places", 2.2
    if number := _NUMBER.match(title, start):
        yield number.end(), "number", 0.5


def _price_between(title: str, before: _Piece, after: _Piece) -> float:
    """The price of ending a line between two pieces."""
    kinds = before[2], after[2]
    word, following = title[before[0] : before[1]], title[after[0] : after[1]]
    price = (_BETWEEN_WORDS, _BESIDE_UNKNOWN, _AMONG_UNKNOWN)[kinds.count("unknown")]
    if "joints" in kinds and "unknown" not in kinds:
        apart = _BETWEEN_DOCUMENTS if before[2] == "documents" else _BEFORE_JOINT
        return _AFTER_JOINT if before[2] == "joints" else apart
    if leaning := _leaning(word, before[2], following, after[2]):
        return max(price, leaning)
    if following in "《〈" or (after[2] == "documents" and len(following) > _SHORT_WORD):
        return 0
    if after[2] == "documents":
        return _BESIDE_UNKNOWN
    return price / 2 if after[2] == "leading" else price


def _leaning(word: str, kind: str, following: str, following_kind: str) -> float:
    """How much two pieces belong together, 0 where neither leans on the other."""
    if kind == "leading" and len(word) > _SHORT_WORD + 1 and not word.startswith("关于"):
        return _AFTER_LONG_LEADING
    if kind in ("leading", "number") or word == "等":
        return _AFTER_LEADING
    if following_kind == "trailing" or word.endswith("的") or word == "”":
        return _BEFORE_TRAILING
    if kind == "places":
        return _AFTER_PLACE
    return _BESIDE_UNKNOWN if following == "“" else 0


class _Search:
    """The cheapest ways to break a title into lines."""

    def __init__(self, title: str, issuer_end: int, seams: list[float]) -> None:
        self._title, self._issuer_end, self._seams = title, issuer_end, seams
        self._to = list(accumulate(map(width, title), initial=0.0))
        self._stops = [self._stops_from(start) for start in range(len(title))]
        self._known: dict[tuple[int, int, int, float, bool], _Ends] = {}

    def in_shape(self) -> list[int]:
        """The ends of lines few enough to make a shape, none where the title does not fit."""
        least = max(2, math.ceil(self._to[-1] / HARD_LIMIT))
        found = [self._in_lines(count) for count in range(least, _MOST_LINES + 1)]
        return min(found, default=_NONE)[1]

    def filled(self) -> list[int]:
        """The ends of lines as full as sense allows, for a title with more lines than make a shape."""
        best: list[_Ends] = [(0.0, [])] + [_NONE] * len(self._title)
        for start, stops in enumerate(self._stops):
            for end in stops:
                last = end == len(self._title)
                loose = 0 if last else HARD_LIMIT - (self._to[end] - self._to[start])
                price = best[start][0] + self._line_price(start, end) + _LINE + loose**2 / 10
                best[end] = min(best[end], (price, [*best[start][1], end]))
        return best[-1][1]

    def _stops_from(self, start: int) -> list[int]:
        """The places where a line from here may end; inside words only if there is no other, and then late."""
        within = [
            end
            for end in range(start + 1, min(start + 2 * HARD_LIMIT, len(self._title)) + 1)
            if self._to[end] - self._to[start] <= HARD_LIMIT
        ]
        return [end for end in within if self._seams[end] < _IN_QUOTES] or within[-_FULLEST:]

    def _in_lines(self, count: int) -> _Ends:
        price, ends = self._rest(count, 0, count, 0, falling=False)
        return price + _LINE * count + _ONE_MORE_LINE * max(0, count - _USUAL_LINES), ends

    def _rest(self, count: int, start: int, left: int, before: float, *, falling: bool) -> _Ends:
        """The cheapest of so many lines from a place on, after a line so wide."""
        key = (count, start, left, before, falling)
        if key not in self._known:
            self._known[key] = min(self._choices(count, start, left, before, falling=falling), default=_NONE)
        return self._known[key]

    def _choices(self, count: int, start: int, left: int, before: float, *, falling: bool) -> Iterator[_Ends]:
        for end in self._stops[start]:
            last = end == len(self._title)
            if last != (left == 1) or self._to[-1] - self._to[end] > HARD_LIMIT * (left - 1):
                continue
            wide = self._to[end] - self._to[start]
            price = self._line_price(start, end) + (wide - self._to[-1] / count) ** 2 / count / 10
            if start:
                price += _EQUAL * (wide == before) + _HOURGLASS * (falling and wide > before)
            if last:
                yield price, [end]
                continue
            # The lines of an issuer too long for one are a shape of their own.
            falls = start > 0 and end != self._issuer_end and (falling or wide < before)
            more, ends = self._rest(count, end, left - 1, wide, falling=falls)
            if ends:
                yield price + more, [end, *ends]

    def _line_price(self, start: int, end: int) -> float:
        """What a line costs by itself, and for ending where it ends."""
        wide = self._to[end] - self._to[start]
        price = _TOO_WIDE * (wide > SOFT_LIMIT)
        if end == len(self._title):
            return price + (_SHORT_LAST if wide < _LEAST_LAST else _SLIGHT_LAST * (wide < _SLIGHT))
        if start < self._issuer_end < end:
            with_verb = _VERB.fullmatch(self._title, self._issuer_end, end) and self._title[end] == "《"
            price += _ISSUER_WITH_VERB if with_verb else _ISSUER_NOT_ALONE
        return price + self._seams[end]
