"""The form of a 文号, in the head (as printed in a file) and where the text quotes one."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import CLOSING, HEAD, ITEM, OPENING, Part
from drafter.check.rule import ERROR, REQUIRED, WARNING, part_rule, told

_WHERE = (HEAD, OPENING, ITEM, CLOSING)
_OTHER_BRACKETS = re.compile(
    r"(?<=[\u4e00-\u9fff])[\[［（(【{](?P<year>(?:19|20)\d\d)[\]］）)】}](?=\s*第?\s*\d+\s*号)"
)
_BLANKS = re.compile(
    r"[\u4e00-\u9fff](?P<before>[ \u00a0\u3000]*)[〔\[［（(](?:19|20)\d\d[〕\]］）)]"
    r"(?P<behind>[ \u00a0\u3000]*)第?\d+(?P<end>[ \u00a0\u3000]*)号"
)
_ZERO_OR_DI = re.compile(r"(?<=[〔\[［（(]\d{4}[〕\]］）)])\s*(?P<faulty>第\s*0*|0+)(?P<serial>[1-9]\d*)\s*号")


@part_rule(
    "docno-brackets",
    *_WHERE,
    name="文号年份的括号不对",
    severity=ERROR,
    flags="文号的年份没有用六角括号〔〕",
    why="发文字号的年份用六角括号括入，方括号、圆括号都不合规定",
    bad="博政办字[2026]9号",
    good="博政办字〔2026〕9号",
    source="GB/T 9704-2012 7.2.5",
    strength=REQUIRED,
)
def brackets(part: Part, _notice: Context) -> Iterator[Fault]:
    """Years of a 文号 in brackets of another kind."""
    for found in _OTHER_BRACKETS.finditer(part.text):
        new = f"〔{found['year']}〕"
        yield part.fault(found.start(), found.end(), f"文号的年份应写作“{new}”", new=new, safe=True)


@part_rule(
    "docno-spaces",
    *_WHERE,
    name="文号里有空格",
    severity=WARNING,
    flags="文号的代字、年份、序号之间有空格",
    why="发文字号连写，中间不空格",
    bad="淄政办字〔2026〕13 号",
    good="淄政办字〔2026〕13号",
    source="GB/T 9704-2012 7.2.5",
    strength=REQUIRED,
)
def blanks(part: Part, _notice: Context) -> Iterator[Fault]:
    """Blanks between the parts of a 文号; one whose serial is blank is not finished and left alone."""
    for found in _BLANKS.finditer(part.text):
        for start, end in map(found.span, ("before", "behind", "end")):
            if end > start:
                yield part.fault(start, end, "文号里有空格，应去掉", new="", safe=True)


@part_rule(
    "docno-zero-or-di",
    *_WHERE,
    name="文号序号有“第”字或前导零",
    severity=ERROR,
    flags="文号的序号前加了“第”字，或编了虚位（09号）",
    why="发文顺序号不加“第”字，不编虚位，1不编为01",
    bad="博政办字〔2026〕第09号",
    good="博政办字〔2026〕9号",
    source="GB/T 9704-2012 7.2.5",
    strength=REQUIRED,
)
def zero_or_di(part: Part, _notice: Context) -> Iterator[Fault]:
    """第 or zeros before a serial."""
    for found in _ZERO_OR_DI.finditer(part.text):
        new = found["serial"]
        yield part.fault(found.start("faulty"), found.end("serial"), f"序号应写作“{new}号”", new=new, safe=True)


DOCNO_FORM = told(
    "docno-form",
    HEAD,
    name="文号写法认不出",
    severity=ERROR,
    flags="像是文号，但不是“代字〔年份〕序号号”的写法",
    why="发文字号由发文机关代字、年份、发文顺序号组成，缺一不可",
    bad="博政办字2026年9号",
    good="博政办字〔2026〕9号",
    source="GB/T 9704-2012 7.2.5",
    strength=REQUIRED,
)
