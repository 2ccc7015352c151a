"""Promises that the list makes twice."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import Part
from drafter.check.rule import CUSTOM, INFO, WARNING, Need, rule
from drafter.model.notice import Clause, Item

_GRAM = 5
_SHORTEST, _ALIKE = 10, 0.6
_SURE = 4  # words of a theme in all its clauses, so that one chance word does not make it
_PIECE = re.compile(r"[^，。；！？]+")
_NOUN = re.compile(r"(?:(?![为对在向的每和与及])[\u4e00-\u9fff])+")
# what is done to a thing once; 开展, 推进, 加强 and the like go with everything
_DEEDS = (
    "新建",
    "改建",
    "扩建",
    "建成",
    "建设",
    "融入",
    "纳入",
    "发放",
    "培训",
    "招募",
    "编制",
    "开通",
    "开发",
    "组建",
)
_FIGURES = re.compile(r"\d[\d.]*")


def _grams(text: str) -> set[str]:
    plain = _FIGURES.sub("#", re.sub(r"[“”《》（）]", "", text))
    return {plain[at : at + _GRAM] for at in range(len(plain) - _GRAM + 1)}


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a clause between commas, long enough to promise something; `clause` counts the clauses."""

    part: Part
    clause: int
    start: int
    text: str


def _pieces(notice: Context) -> list[_Piece]:
    return [
        _Piece(part, number, clause.start + found.start(), found[0])
        for number, (part, clause, text) in enumerate(notice.clauses)
        for found in _PIECE.finditer(text)
        if len(found[0]) >= _SHORTEST
    ]


@rule(
    "dup-commitment",
    name="同一件事承诺了两次",
    severity=WARNING,
    flags="两处措施的说法大半相同，或做的是同一件事",
    why="同一件事写两遍，考核时算一件还是两件说不清",
    bad="推动儿童友好元素融入社区建设，打造儿童友好社区10个。在老旧小区改造中融入儿童友好元素，新建镇级儿童乐园3个。",
    good="推动儿童友好元素融入社区和老旧小区建设，打造儿童友好社区10个，新建镇级儿童乐园3个。",
    source="公文写作惯例（不重复）",
    strength=CUSTOM,
)
def repeated(notice: Context) -> Iterator[Fault]:
    """Pieces of text that share most of their wording with an earlier one, or its verb and its object."""
    pieces = _pieces(notice)
    grams = [_grams(piece.text) for piece in pieces]
    seen: defaultdict[str, list[int]] = defaultdict(list)
    for at, piece in enumerate(pieces):
        shared = Counter(before for gram in grams[at] for before in seen[gram] if pieces[before].clause != piece.clause)
        for gram in grams[at]:
            seen[gram].append(at)
        for before, count in shared.items():
            other = pieces[before]
            if count >= _ALIKE * max(len(grams[at]), len(grams[before])) or _same_deed(piece.text, other.text):
                where = "本项前面" if other.part is piece.part else other.part.place
                message = f"与{where}的“{other.text}”说的像是同一件事"
                yield piece.part.fault(piece.start, piece.start + len(piece.text), message)
                break


def _same_deed(one: str, other: str) -> bool:
    """Whether two pieces do the same to the same: a shared object of six characters, beside it a shared verb."""
    for at in range(len(one) - _GRAM):
        thing = one[at : at + _GRAM + 1]
        if thing in other and _NOUN.fullmatch(thing):
            left, of_other = one.replace(thing, "|"), other.replace(thing, "|")
            return any(verb in left and verb in of_other for verb in _DEEDS)
    return False


@rule(
    "theme-scattered",
    name="一个主题散在几项里",
    severity=INFO,
    flags="同一个主题的措施分在两项以上，哪一项的标题都没有提到它",
    why="可能重复承诺，也不好看出谁牵头，请核对要不要并到一处",
    bad="新增普惠托位100个。",
    good="实施普惠托育服务行动",
    source="本类通知的写法；主题登记表 themes.yaml",
    strength=CUSTOM,
    needs=(Need.LIBRARY,),
)
def scattered(notice: Context) -> Iterator[Fault]:
    """Themes of clauses in two items and more that no heading names, told at each clause behind the first item's."""
    themes = notice.library.themes
    headed = {
        one.theme for item, _ in notice.items if item.heading for one in themes.proposals(Item(heading=item.heading))
    }
    places: defaultdict[str, list[tuple[Part, int, int]]] = defaultdict(list)
    words: Counter[str] = Counter()
    for part, clause, text in notice.clauses:
        said = themes.proposals(Item(clauses=(Clause(text=text),)))
        if said and said[0].theme not in headed:
            places[said[0].theme].append((part, clause.start, clause.end))
            words[said[0].theme] += len(said[0].words)
    for theme, found in places.items():
        first = found[0][0]
        for part, start, end in found[1:]:
            if part is not first and words[theme] >= _SURE:
                yield part.fault(start, end, f"{theme}在{first.place}也有，两项的标题都没有提到它，请核对是否重复")
