"""The ordinals of the items."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import ITEM
from drafter.check.rule import ERROR, REQUIRED, WARNING, rule, told
from drafter.text import numerals


@rule(
    "item-numbering",
    name="实事的序号不对",
    severity=ERROR,
    flags="序号有跳号、重号、缺号，或前后不是一种写法；用阿拉伯数字作第一层序号时作为警告",
    why="序号错了，按序号报送、督办都会对不上；正文层次第一层用“一、”",
    bad="三、实施普惠托育服务行动",
    good="二、实施普惠托育服务行动",
    source="GB/T 9704-2012 7.3.3",
    strength=REQUIRED,
)
def numbering(notice: Context) -> Iterator[Fault]:
    """Ordinals that do not count on from the one before; below section titles counting begins anew.

    Where the next one is right, only this one is wrong; else counting goes on from here, as after a gap.
    """
    expected, shape = 1, ""
    values = [numerals.ordinal_value(item.ordinal) if item.ordinal else None for item, _ in notice.items]
    for (item, part), value, following in zip(notice.items, values, [*values[1:], None], strict=False):
        alone = following == expected + 1
        if item.ordinal is None or value is None:
            yield part.fault(0, 0, "这一项没有序号")
        elif value != expected and (alone or not (value == 1 and expected > 2)):
            yield part.fault(0, 0, f"序号是“{item.ordinal}”，应为“{_counting(item.ordinal, expected)}”")
        elif shape and numerals.shape_of(item.ordinal) != shape:
            yield part.fault(0, 0, f"序号“{item.ordinal}”的写法与前面的不同")
        if item.ordinal and not shape:
            shape = numerals.shape_of(item.ordinal)
            if shape == "arabic":
                yield part.fault(0, 0, "第一层序号应为“一、”，不用阿拉伯数字", severity=WARNING)
        expected = (expected if value is None or alone else value) + 1


def _counting(ordinal: str, number: int) -> str:
    """An ordinal of the same shape that counts a number."""
    if numerals.shape_of(ordinal) == "circled":
        return chr(ord("①") + number - 1)
    to_number = str(number) if any(char.isdecimal() for char in ordinal) else numerals.to_chinese(number)
    return re.sub(rf"\d+|{numerals.CHINESE}", to_number, ordinal, count=1)


ORDINAL_MARK = told(
    "ordinal-mark",
    ITEM,
    name="序号后面的标点不对",
    severity=WARNING,
    flags="“一”后面不是顿号，“1”后面不是圆点，或括号序号后面加了标点",
    why="汉字序号后用顿号，阿拉伯数字后用圆点，带括号的序号后不加标点",
    bad="一.实施妇女健康促进行动",
    good="一、实施妇女健康促进行动",
    source="GB/T 15834-2011；GB/T 9704-2012 7.3.3",
    strength=REQUIRED,
)
