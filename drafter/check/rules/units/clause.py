"""The unit clause as such: there, in its brackets, at the end, its names parted by 、."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import ITEM, Part
from drafter.check.rule import ERROR, INFO, REQUIRED, USUAL, WARNING, part_rule, rule, told

_SEPARATOR = re.compile(
    r"(?<=[\u4e00-\u9fff）])(?:[，,;/]|[ \u3000\u00a0]+|；(?![\u4e00-\u9fff]{2,6}[：:]))(?=[\u4e00-\u9fff])"
)
_LABEL_AHEAD = re.compile(r"[\u4e00-\u9fff]{2,6}[：:]")
_DUTY_BEHIND = re.compile(r"(?:牵头|负责|主办|承办|配合|参与|协同|协办|落实)$")
_JOINT = re.compile(r"(?<=[府门局委联会院室道])(?:以及|及|和)(?=[区县市各相有镇街团])")
_STOP = re.compile(r"[。；，、](?=[）〕]?$)")


@rule(
    "units-missing",
    name="没有责任单位",
    severity=ERROR,
    flags="一项实事没有写责任单位，分项也没有写",
    why="没有责任单位，实事就没有人承办",
    bad="新建公办托育服务机构2处。",
    good="新建公办托育服务机构2处。（责任单位：区卫生健康局）",
    source="本类通知的写法（责任到单位）",
    strength=USUAL,
)
def missing(notice: Context) -> Iterator[Fault]:
    """Items without units; in a draft that is not final only to be known."""
    for item, part in notice.items:
        if not item.all_units:
            end = len(part.text)
            severity = INFO if notice.draft and not notice.final else None
            yield part.fault(end, end, "这一项没有写责任单位", severity=severity)


@part_rule(
    "units-separator",
    ITEM,
    name="责任单位之间的标点不对",
    severity=ERROR,
    flags="责任单位之间用了逗号、分号、空格，或末尾加了标点",
    why="并列的单位之间用顿号，括号里末尾不加标点，机器和人都好分",
    bad="（责任单位：区卫生健康局，区妇联）",
    good="（责任单位：区卫生健康局、区妇联）",
    source="GB/T 15834-2011 4.5",
    strength=REQUIRED,
)
def separators(part: Part, _notice: Context) -> Iterator[Fault]:
    """Marks between names that are no 、; before a label (；责任单位：) or behind a duty (…牵头，) they may stand."""
    for units in part.all("units"):
        text = part.said(units)
        for found in _SEPARATOR.finditer(text):
            if not _LABEL_AHEAD.match(text, found.end()) and not _DUTY_BEHIND.search(text, 0, found.start()):
                start, end = units.start + found.start(), units.start + found.end()
                yield part.fault(start, end, "责任单位之间应用顿号", new="、", safe=True)
        for found in _STOP.finditer(text):
            start, end = units.start + found.start(), units.start + found.end()
            yield part.fault(start, end, f"责任单位末尾的“{found[0]}”应去掉", new="", safe=True)
        for found in _JOINT.finditer(text):
            start, end = units.start + found.start(), units.start + found.end()
            yield part.fault(start, end, f"“{found[0]}”宜改为顿号", new="、", severity=INFO)


UNITS_BRACKET_PAIR = told(
    "units-bracket-pair",
    ITEM,
    name="责任单位的括号不成对",
    severity=ERROR,
    flags="责任单位的括号一半全角一半半角，或只有一半",
    why="括号成对使用，中文里用全角",
    bad="(责任单位：区卫生健康局、区妇联）",
    good="（责任单位：区卫生健康局、区妇联）",
    source="GB/T 15834-2011 4.9",
    strength=REQUIRED,
)
UNITS_NO_BRACKETS = told(
    "units-no-brackets",
    ITEM,
    name="责任单位没有加括号",
    severity=WARNING,
    flags="责任单位直接写在正文后面，没有加括号",
    why="责任单位加括号放在段末，与正文分开",
    bad="每人发放救助金1万元。责任单位：区卫生健康局、区妇联",
    good="（责任单位：区卫生健康局、区妇联）",
    source="本类通知的写法",
    strength=USUAL,
)
UNITS_NESTED = told(
    "units-nested",
    ITEM,
    name="圆括号里又有圆括号",
    severity=WARNING,
    flags="责任单位的圆括号里又有圆括号",
    why="括号套用时外层用六角括号〔〕，里层用圆括号",
    bad="（责任单位：各镇（街道）、区教育和体育局）",
    good="〔责任单位：各镇（街道）、区教育和体育局〕",
    source="GB/T 15834-2011 4.9 的套用惯例",
    strength=USUAL,
)
UNITS_OWN_LINE = told(
    "units-own-line",
    ITEM,
    name="责任单位另起一行",
    severity=WARNING,
    flags="责任单位没有接在段末，另起了一行",
    why="同一份清单里责任单位都接在段末，只有一项另起一行就不一律",
    bad="（责任单位：区卫生健康局、区妇联）",
    good="每人发放救助金1万元。（责任单位：区卫生健康局、区妇联）",
    source="本类通知的写法",
    strength=USUAL,
)
UNITS_PLACE = told(
    "units-place",
    ITEM,
    name="责任单位不在段末",
    severity=WARNING,
    flags="责任单位写在正文前面或中间",
    why="责任单位放在这一项的末尾，各项一律",
    bad="（责任单位：区民政局、区妇联）为符合条件的孤儿每人每学年发放助学金1万元。",
    good="为符合条件的孤儿每人每学年发放助学金1万元。（责任单位：区民政局、区妇联）",
    source="本类通知的写法",
    strength=USUAL,
)
UNITS_DOUBTFUL = told(
    "units-doubtful",
    ITEM,
    name="责任单位不像单位名称",
    severity=WARNING,
    flags="责任单位里有的不像机关单位的名称",
    why="可能是人名、时限写错了地方，或单位名称不完整",
    bad="（责任单位：区妇联、王某某）",
    good="（责任单位：区卫生健康局、区妇联）",
    source="本类通知的写法",
    strength=USUAL,
)
