"""The headings of the items, each and beside one another."""

import re
from collections import Counter
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import ITEM, Part, Segment
from drafter.check.rule import CUSTOM, ERROR, INFO, USUAL, WARNING, part_rule, rule

_SUFFIX = re.compile(r"(?:行动|工程|计划|项目|活动)$")
_MARKS = "。；：，、！？.;:,!?"
_MOST = 2 / 3


@part_rule(
    "item-heading-stop",
    ITEM,
    name="条目标题的标点不对",
    severity=ERROR,
    flags="条目标题后面不是句号，或标题里另带了标点",
    why="这类清单的标题是一段的第一句，以句号结束，后面接正文",
    bad="一、实施妇女健康促进行动：为35—64岁适龄妇女免费进行“两癌”（宫颈癌、乳腺癌）检查，检查人数不少于1.5万人。",
    good="一、实施妇女健康促进行动。为35—64岁适龄妇女免费进行“两癌”（宫颈癌、乳腺癌）检查，检查人数不少于1.5万人。",
    source="本类通知的写法；GB/T 15834-2011 4.1",
    strength=USUAL,
)
def stop(part: Part, _notice: Context) -> Iterator[Fault]:
    """Marks at the end of a heading, which its own stop follows."""
    for heading in part.all("heading"):
        text = part.said(heading)
        bare = text.rstrip(_MARKS)
        if bare != text:
            message = f"标题末尾的“{text[len(bare) :]}”应去掉"
            yield part.fault(heading.start + len(bare), heading.end, message, new="", safe=bool(bare))


@rule(
    "item-heading-doubt",
    name="这一项没有标题",
    severity=WARNING,
    flags="别的项都有标题，这一项没有",
    why="各项写法应一致，没有标题就列不进进展表",
    bad="二、新建公办托育服务机构2处，新增普惠托位100个。",
    good="二、实施普惠托育服务行动。新建公办托育服务机构2处，新增普惠托位100个。",
    source="本类通知的写法",
    strength=USUAL,
)
def without(notice: Context) -> Iterator[Fault]:
    """Items without a heading, where most have one."""
    headed = sum(bool(item.heading) for item, _ in notice.items)
    for item, part in notice.items:
        if not item.heading and headed * 2 > len(notice.items):
            yield part.fault(0, 0, "这一项没有标题", severity=ERROR if notice.final else None)


def _endings(notice: Context) -> list[tuple[Part, Segment, str]]:
    """Each heading with the word (行动, 工程 …) that it ends in, nothing where it ends in none."""
    found = []
    for _, part in notice.items:
        heading = part.first("heading")
        if heading and "entries" not in heading.path:
            ending = _SUFFIX.search(part.said(heading))
            found.append((part, heading, ending[0] if ending else ""))
    return found


@rule(
    "heading-parallel",
    name="条目标题的写法不一律",
    severity=WARNING,
    flags="多数标题以“行动”“工程”“项目”等结尾，少数没有",
    why="同一份清单的标题句式一律，才像一个整体",
    bad="实施巾帼就业创业创新",
    good="实施巾帼就业创业创新行动",
    source="公文标题、层次标题的写作惯例",
    strength=CUSTOM,
)
def parallel(notice: Context) -> Iterator[Fault]:
    """Headings without an ending where at least two thirds of three and more have one."""
    endings = _endings(notice)
    counted = Counter(ending for _, _, ending in endings if ending)
    total = sum(counted.values())
    if total < 3 or total < _MOST * len(endings):
        return
    usual = counted.most_common(1)[0][0]
    for part, heading, ending in endings:
        if not ending:
            message = f"多数标题以“{usual}”等结尾，这一项没有"
            yield part.fault(heading.start, heading.end, message, new=f"{part.said(heading)}{usual}")


@rule(
    "heading-suffix-mix",
    name="条目标题的结尾用词不一",
    severity=INFO,
    flags="有的标题用“行动”，有的用“工程”“计划”“项目”",
    why="不算错，但一份清单里最好用一个词",
    bad="实施妇女健康促进工程",
    good="实施妇女健康促进行动",
    source="公文写作惯例",
    strength=CUSTOM,
)
def mixed(notice: Context) -> Iterator[Fault]:
    """Headings that end in another word than most; none is usual where no word is."""
    endings = _endings(notice)
    counted = Counter(ending for _, _, ending in endings if ending)
    if len(counted) < 2:
        return
    usual = counted.most_common(1)[0][0]
    for part, heading, ending in endings:
        if ending and ending != usual:
            yield part.fault(heading.end - len(ending), heading.end, f"多数标题用“{usual}”，这里用“{ending}”")
