"""Short forms that are explained nowhere."""

import re
from collections.abc import Iterator
from itertools import permutations

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import ITEM, Part
from drafter.check.rule import INFO, USUAL, WARNING, Need, rule
from drafter.library.words import Occurrence

_JOINED = r"(?:（[^（）]*）)?[、和及与]"
_MOST_WORDS = 4  # of more the order is taken as written: there are too many


@rule(
    "abbreviation-first",
    name="缩略语没有解释",
    severity=WARNING,
    flags="缩略语在全文里没有写出全称；标题里用了缩略语，正文写出了全称但没有用括注解释的，只作提示",
    why="不熟悉的人看不懂缩略语，第一次出现应写全称或加括注",
    bad="为适龄妇女进行免费“两癌”检查",
    good="为适龄妇女进行免费“两癌”（宫颈癌、乳腺癌）检查",
    source="公文用语通例，使用非规范化简称先用全称并注明；词表 words/abbreviations.yaml",
    strength=USUAL,
    needs=(Need.LIBRARY,),
)
def unexplained(notice: Context) -> Iterator[Fault]:
    """The first place in the text of each short form that is not explained, else its place in a heading.

    In a heading it wants an explanation; elsewhere the full words anywhere in the items will do.
    """
    said = "".join(part.text for part in notice.named(ITEM))
    first: dict[str, tuple[Part, Occurrence]] = {}
    in_heading: set[str] = set()
    for part in notice.named(ITEM):
        heading = part.first("heading")
        for found in notice.words("abbreviations").find(part.text):
            word = found.word.word
            if heading and heading.start <= found.start < heading.end:
                in_heading.add(word)
                first.setdefault(word, (part, found))
            elif word not in first or _is_in_heading(*first[word]):
                first[word] = (part, found)
    for word, (part, found) in first.items():
        if _is_explained(said, found):
            continue
        spelt_out = re.search(_in_any_order(found.word.instead or ""), said) is not None
        if spelt_out and word not in in_heading:
            continue
        quoted = part.text[found.start - 1 : found.end + 1] == f"“{word}”"
        start, end = found.start - quoted, found.end + quoted
        new = None if _is_in_heading(part, found) else f"{part.text[start:end]}（{found.word.instead}）"
        message = f"“{word}”应在正文中注明：{found.word.instead}"
        yield part.fault(start, end, message, new=new, severity=INFO if spelt_out else None)


def _is_in_heading(part: Part, found: Occurrence) -> bool:
    heading = part.first("heading")
    return heading is not None and heading.start <= found.start < heading.end


def _is_explained(said: str, found: Occurrence) -> bool:
    """Whether the full words stand in brackets behind the short form, or it is introduced behind them."""
    word, full = re.escape(found.word.word), _in_any_order(found.word.instead or "")
    form = rf"{word}[”’]?[（〔(][^）〕)]{{0,10}}{full}|{full}[^。]{{0,10}}（(?:以下)?(?:简称|统称)[“”]*{word}"
    return re.search(form, said) is not None


def _in_any_order(full: str) -> str:
    """A pattern of the full words, which may change places, be joined by 和 as well as by 、, and have notes."""
    orders = permutations(full.split("、")) if full.count("、") < _MOST_WORDS else [full.split("、")]
    return f"(?:{'|'.join(_JOINED.join(map(re.escape, order)) for order in orders)})"
