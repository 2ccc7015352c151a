"""Marks and words that were typed twice."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import ATTACHMENT, NOTE, PROSE, TITLE, Part
from drafter.check.rule import USUAL, WARNING, Need, part_rule

_STOPS = "，。；：、！？"
_MARKS = re.compile(rf"(?<![{_STOPS}])[{_STOPS}]{{2,}}|(?<![%％])[%％]{{2,}}")
_STRONGER = "、，：；。！？"  # of two different marks the stronger one is proposed
_TWICE = re.compile(r"([\u4e00-\u9fff]{2,6})\1")
_BY_ONE = re.compile("[一二两三四五六七八九十逐多几每]|(.)\\1")  # 一户一户, 逐个逐个
_HAN = re.compile(r"[\u4e00-\u9fff]")
_SHORT = 2
_LIVELY = frozenset(("讨论", "研究", "商量", "交流", "学习", "活动"))  # 讨论讨论 is spoken, 开展开展 is not


@part_rule(
    "doubled-marks",
    *PROSE,
    NOTE,
    name="标点重复",
    severity=WARNING,
    flags="连着的两个句内点号或句末点号，如“。。”“、，”；连着的两个百分号",
    why="一处只用一个点号，多出来的多半是增删文字时留下的",
    bad="开设讲座20场，，服务群众3000人次。",
    good="开设讲座20场，服务群众3000人次。",
    source="标点用法通例，参照 GB/T 15834-2011 4.1—4.7",
    strength=USUAL,
)
def doubled_marks(part: Part, _notice: Context) -> Iterator[Fault]:
    """Two or more stops in a row, and doubled percent signs; what ！ and ？ make together is right."""
    for found in _MARKS.finditer(part.text):
        marks = found[0]
        if set(marks) <= set("！？"):
            continue
        same = len(set(marks)) == 1
        new = marks[0] if same else max(marks, key=_STRONGER.find) if marks[0] in _STOPS else "%"
        pair = 2
        doubtful = len(marks) > pair and marks[0] == "。"  # 。。。 may stand for ……
        message = f"标点「{marks}」重复，只留一个"
        whole = any(one.start <= found.start() and found.end() <= one.end for one in part.segments)
        yield part.fault(
            found.start(),
            found.end(),
            message,
            new=None if doubtful else new,
            safe=whole and same and len(marks) == pair,
        )


@part_rule(
    "doubled-words",
    TITLE,
    *PROSE,
    ATTACHMENT,
    name="字词重复",
    severity=WARNING,
    flags="多打了一个字，如“的的”“新建建”；一个词连着写了两遍，如“开展开展”",
    why="多半是修改时没有删净的字",
    bad="开展开展家庭教育讲座20场。",
    good="开展家庭教育讲座20场。",
    source="现代汉语用法；词表 words/doubled.yaml",
    strength=USUAL,
    needs=(Need.LIBRARY,),
)
def doubled_words(part: Part, notice: Context) -> Iterator[Fault]:
    """Words of the list, and words of two to six characters that stand twice in a row; 一户一户 is right."""
    for found in notice.words("doubled").find(part.text):
        said, new = found.word.word, found.word.instead
        yield part.fault(found.start, found.end, f"“{said}”像是多打了字，应为“{new}”，请核对", new=new)
    for twice in _TWICE.finditer(part.text):
        word = twice[1]
        if len(word) == _SHORT and not _at_boundary(part.text, *twice.span()):
            continue  # 就业创业创新: the repeated characters belong to three words
        if not _BY_ONE.search(word) and word not in _LIVELY:
            yield part.fault(twice.start(), twice.end(), f"“{word}”写了两遍，请核对", new=word)


def _at_boundary(text: str, start: int, end: int) -> bool:
    """Whether no Chinese character stands right before or no such right behind."""
    return not _HAN.fullmatch(text[start - 1 : start]) or not _HAN.fullmatch(text[end : end + 1])
