"""Brackets and book-title marks without a partner."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import PROSE, TEXT, Part
from drafter.check.rule import ERROR, INFO, REQUIRED, USUAL, part_rule

_PARTNERS = {"（": "）", "(": ")", "《": "》", "〔": "〕", "【": "】", "［": "］", "[": "]"}
_OPENINGS = {closing: opening for opening, closing in _PARTNERS.items()}
_WIDE = str.maketrans("()[]", "（）［］")
_NESTED = re.compile(r"（(?P<inside>[^（）〔〕\n]*(?:（[^（）〔〕\n]*）[^（）〔〕\n]*)+)）")
_COUNTER = re.compile(r"(?<![0-9A-Za-z])(?:\d{1,2}|(?<![\u4e00-\u9fff])[一二三四五六七八九十]{1,3})$")


@part_rule(
    "brackets-unpaired",
    *TEXT,
    name="括号或书名号不成对",
    severity=ERROR,
    flags="缺一半的括号、书名号，前后不是一种的括号",
    why="括号和书名号成对使用，前后是一种",
    bad="开展“两癌”（宫颈癌、乳腺癌免费检查",
    good="开展“两癌”（宫颈癌、乳腺癌）免费检查",
    source="GB/T 15834-2011 4.9、4.15",
    strength=REQUIRED,
)
def unpaired(part: Part, _notice: Context) -> Iterator[Fault]:
    """Brackets without a partner or with one of another kind; 1） and the like count and need none."""
    text, stack = part.text, list[int]()
    for at, char in enumerate(text):
        if char in _PARTNERS:
            stack.append(at)
        elif char in _OPENINGS and stack:
            partner = stack.pop()
            if text[partner] == _OPENINGS[char]:
                continue
            if text[partner].translate(_WIDE) != _OPENINGS[char].translate(_WIDE):
                yield part.fault(at, at + 1, f"“{char}”与前面的“{text[partner]}”不配对")
        elif char in _OPENINGS and not (char in ")）" and _COUNTER.search(text[:at])):
            yield part.fault(at, at + 1, f"“{char}”没有前一半")
    for at in stack:
        yield part.fault(at, at + 1, f"“{text[at]}”没有后一半")


@part_rule(
    "brackets-nested",
    *PROSE,
    name="圆括号里套了圆括号",
    severity=INFO,
    flags="正文里圆括号套圆括号；责任单位的括号另有规则",
    why="同一形式的括号尽量不套用，必须套用时外面用六角括号，里面用圆括号",
    bad="建设儿童之家（含社区（村）服务点）10处。",
    good="建设儿童之家〔含社区（村）服务点〕10处。",
    source="GB/T 15834-2011 4.9",
    strength=USUAL,
)
def nested(part: Part, _notice: Context) -> Iterator[Fault]:
    """Round brackets within round brackets, outside of the unit clauses; the outer ones are proposed as 〔〕."""
    units = part.all("units")
    for found in _NESTED.finditer(part.text):
        start, end = found.span()
        if not any(one.start < end and start < one.end for one in units):
            yield part.fault(start, end, "括号里又用了圆括号，外面的宜改用〔〕", new=f"〔{found['inside']}〕")
