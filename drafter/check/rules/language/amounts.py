"""Amounts in the wrong numerals or with slashes."""

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import ITEM, Part
from drafter.check.rule import REQUIRED, USUAL, WARNING, part_rule
from drafter.text import numerals

_MEASURE = r"(?:元|人次|人|名|户|场次|场|件|处|所|期|班次|个|份|批次|次)"
_NUMERAL = re.compile(
    r"(?<![第几数上成近好初三十大百])(?P<number>[一二三四五六七八九两](?:[十百千][零一二三四五六七八九十百]*)?|十[一二三四五六七八九]?)"
    rf"(?P<times>万|亿)?(?P<measure>{_MEASURE})(?!实事|好事|民生|一|大|性|为)"
)
_CAPITAL = re.compile(rf"[壹贰叁肆伍陆柒捌玖拾][零壹贰叁肆伍陆柒捌玖拾佰仟]*(?P<times>万|亿)?(?P<measure>{_MEASURE})")
_OF_MONEY = re.compile("[，。；、）的钱每]|$")
_OF_THINGS = "元人名户场件处个份次册本套台支条所家对张篇棵株亩吨例剂间"
_GROUP = r"\d+(?:\.\d+)?[十百千万亿]{1,2}"
_MIXED = re.compile(
    rf"(?<![\d.,])(?P<whole>(?:{_GROUP}零?)+(?P<rest>\d+)?)(?=[余多]?(?:[{_OF_THINGS}]|小时|课时|平方米))"
)
_PLACES = re.compile(r"(\d+(?:\.\d+)?)([十百千万亿]*)(零?)")
_SMALL = re.compile("[十百千]")
_TEN_THOUSAND = 10_000
_PERSONS = ("人次", "人", "户", "名", "孩", "生", "家庭")
_PER = rf"{'|'.join(_PERSONS)}|季度|学期|学年|月|年|季|天|日|次|周"
_SLASHES = re.compile(rf"(?<!\d)(?P<amount>\d[\d,]*(?:\.\d+)?万?元)(?P<per>[/／](?:{_PER})(?:[/／·](?:{_PER}))+)")
_PER_NAME = re.compile(_PER)


@part_rule(
    "numeral-mixed",
    ITEM,
    name="数量用了汉字数字",
    severity=WARNING,
    flags="带量词的数量、金额写成汉字数字或票据上的大写",
    why="统计和计量用阿拉伯数字，同类的数字写法应当一致；固定说法、概数仍用汉字",
    bad="发放每年一万元助学金",
    good="发放每年1万元助学金",
    source="GB/T 15835-2011 4.1",
    strength=REQUIRED,
)
def chinese_amount(part: Part, _notice: Context) -> Iterator[Fault]:
    """Chinese numerals of two characters or with 万 or 元 before a measure; 一人一档 and 三元社区 are no amounts."""
    for clause in part.all("clause"):
        for found in _NUMERAL.finditer(part.said(clause)):
            if len(found["number"]) < 2 and not found["times"] and found["measure"] != "元":
                continue
            if len(found["number"]) < 2 and not found["times"] and not _OF_MONEY.match(found.string, found.end()):
                continue
            number = numerals.to_int(found["number"])
            new = f"{number}{found['times'] or ''}{found['measure']}"
            start = clause.start + found.start()
            yield part.fault(start, clause.start + found.end(), f"“{found[0]}”应写作“{new}”", new=new)
        for found in _CAPITAL.finditer(part.said(clause)):
            start, end = clause.start + found.start(), clause.start + found.end()
            yield part.fault(start, end, f"“{found[0]}”是票据上的大写，应写作阿拉伯数字")


@part_rule(
    "number-qian-bai",
    ITEM,
    name="阿拉伯数字同十百千连用",
    severity=WARNING,
    flags="3千人、2百户这样阿拉伯数字带十、百、千的写法",
    why="阿拉伯数字只同万、亿连用，不同十、百、千连用",
    bad="全年培训妇女3千人",
    good="全年培训妇女3000人",
    source="公文数字用法通例，参照 GB/T 15835-2011",
    strength=USUAL,
)
def with_tens(part: Part, _notice: Context) -> Iterator[Fault]:
    """A number with 十, 百 or 千 before a measure, always whole; only one of a single group is safe to fix."""
    for clause in part.all("clause"):
        for found in _MIXED.finditer(part.said(clause)):
            groups = _PLACES.findall(found["whole"])
            if not _SMALL.search(found["whole"]) and len(groups) == 1:
                continue
            new = _in_figures(groups)
            start, end = clause.start + found.start(), clause.start + found.end()
            advice = f"应写作“{new}”" if new else "有两种读法，请写明是多少"
            yield part.fault(start, end, f"“{found['whole']}”{advice}", new=new, safe=len(groups) == 1)


def _in_figures(groups: list[tuple[str, str, str]]) -> str | None:
    """The number that groups of digit, places and 零 say: 1万5千 is 1.5万; None where it is doubtful."""
    if len(groups) == 1:
        number, places, _ = groups[0]
        large = places.lstrip("十百千")
        return _plain(numerals.to_decimal(number) * _worth(places.removesuffix(large))) + large
    last, before = groups[-1], groups[-2]
    worths = [_worth(places) for _, places, _ in groups]
    if worths != sorted(set(worths), reverse=True) or (not last[1] and not before[2]):
        return None  # 3万5 may be 35000 or, printed badly, 30005
    total = sum(numerals.to_decimal(number) * worth for (number, _, _), worth in zip(groups, worths, strict=True))
    if total >= _TEN_THOUSAND and total % 100 == 0:
        return f"{_plain(Decimal(total) / _TEN_THOUSAND)}万"
    return _plain(Decimal(total))


def _worth(places: str) -> int:
    worth = 1
    for char in places:
        worth *= {"十": 10, "百": 100, "千": 1000, "万": _TEN_THOUSAND, "亿": 10**8}[char]
    return worth


def _plain(number: Decimal) -> str:
    return format(number.normalize(), "f")


@part_rule(
    "unit-slashes",
    ITEM,
    name="标准写成了几层斜线",
    severity=WARNING,
    flags="1848元/月/人这样两道以上斜线的标准",
    why="行文里用文字说清每人、每月，几道斜线不合计量单位的写法，读起来也有歧义",
    bad="基本生活费1848元/月/人",
    good="基本生活费每人每月1848元",
    source="公文行文通例，参照 GB 3100-1993",
    strength=USUAL,
)
def slashes(part: Part, _notice: Context) -> Iterator[Fault]:
    """An amount with two or more slashes; the person is named before the time."""
    for clause in part.all("clause"):
        for found in _SLASHES.finditer(part.said(clause)):
            each = _PER_NAME.findall(found["per"])
            each.sort(key=lambda name: name not in _PERSONS)
            new = "".join(f"每{name}" for name in each) + found["amount"]
            start = clause.start + found.start()
            yield part.fault(start, clause.start + found.end(), f"“{found[0]}”应写作“{new}”", new=new)
