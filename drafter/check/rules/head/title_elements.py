"""The elements of a title: issuer, 关于, matter, 的, kind of document."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import TITLE, Part
from drafter.check.rule import ERROR, REQUIRED, WARNING, part_rule, rule
from drafter.text import organs

_KIND = re.compile(r"(?P<of>的?)(?P<kind>通知|意见|通报|决定|公告|通告|函|请示|报告)$")


@rule(
    "title-elements",
    name="标题缺少要素",
    severity=ERROR,
    flags="标题缺少发文机关、“关于”、“的”或文种",
    why="公文标题由发文机关名称、事由和文种组成，事由前用“关于”，文种前用“的”",
    bad="博山区人民政府办公室关于2026年为全区妇女儿童办好三件实事通知",
    good="博山区人民政府办公室关于2026年为全区妇女儿童办好三件实事的通知",
    source="GB/T 9704-2012 7.3.1；《党政机关公文处理工作条例》第九条",
    strength=REQUIRED,
)
def elements(notice: Context) -> Iterator[Fault]:
    """Elements that the title has not; where only 的 is wanting, it is proposed."""
    title = notice.named(TITLE)[0]
    text = title.text.rstrip("。！；： \u3000")
    issuer = organs.issuer_at_start(text)
    if not issuer:
        yield title.fault(0, 0, "标题里没有发文机关名称")
    if "关于" not in text:
        yield title.fault(len(issuer or ""), len(issuer or ""), "标题里没有“关于”")
    kind = _KIND.search(text)
    if not kind:
        yield title.fault(len(text), len(text), "标题里没有文种（通知）")
    elif not kind["of"]:
        at = kind.start("kind")
        yield title.fault(at, kind.end(), f"“{kind['kind']}”前面少“的”字", new=f"的{kind['kind']}")


@part_rule(
    "title-blank",
    TITLE,
    name="标题里有空格",
    severity=WARNING,
    flags="标题中间有空格",
    why="标题连写，数字和汉字之间不空格，回行靠换行不靠空格",
    bad="2026 年为全区妇女儿童办实事项目清单",
    good="2026年为全区妇女儿童办实事项目清单",
    source="GB/T 9704-2012 7.3.1；GB/T 15835-2011",
    strength=REQUIRED,
)
def blanks(part: Part, _notice: Context) -> Iterator[Fault]:
    """Blanks between other characters of a title."""
    for found in re.finditer(r"(?<=\S)[ \u00a0\u3000\t]+(?=\S)", part.text):
        yield part.fault(found.start(), found.end(), "标题里有空格，应去掉", new="", safe=True)
