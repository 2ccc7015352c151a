"""Things announced without a target while the others have one."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.rule import CUSTOM, INFO, rule

_ANNOUNCED = re.compile(
    r"(?:强化|加强|做好|开展|抓好|突出|聚焦|对|围绕)(?P<things>[\u4e00-\u9fff]+(?:、[\u4e00-\u9fff]+)+(?:及|和|以及)[\u4e00-\u9fff]+?)"
    r"(?:的)?(?:监督|监管|检查|抽检|检测|检验|管理|整治|排查|培训|宣传|保障|帮扶|救助)"
)
_THING = re.compile(r"(?:^|、|以及|及|和)([\u4e00-\u9fff]+?)(?=、|以及|及|和|$)")
_FEWEST = 2  # things that must have a target before one without is told


@rule(
    "object-count",
    name="有的对象没有指标",
    severity=INFO,
    flags="一句话先列几个对象，后面只给了其中一部分的指标",
    why="列了对象却没有指标，容易漏做，也难考核",
    bad="强化化妆品、儿童用药、校园食堂及校园周边食品监督，安排化妆品抽检6批次，安排校园食堂检测30批次，安排校园周边食品检测30批次。",
    good="强化化妆品、校园食堂及校园周边食品监督，安排化妆品抽检6批次，安排校园食堂检测30批次，安排校园周边食品检测30批次。",
    source="为妇女儿童办实事通知的写法",
    strength=CUSTOM,
)
def object_count(notice: Context) -> Iterator[Fault]:
    """The things of a list at the head of a clause that no later part with a target names."""
    for part, clause, text in notice.clauses:
        found = _ANNOUNCED.search(text)
        if not found:
            continue
        targets = notice.targets(part, clause)
        things = [(one.start(1), one[1]) for one in _THING.finditer(found["things"])]
        promised = "".join(
            text[text.rfind("，", 0, one.start) + 1 : one.end] for one in targets if one.start > found.end()
        )
        bare = [(at, name) for at, name in things if name not in promised]
        if bare and len(things) - len(bare) >= _FEWEST:
            for at, name in bare:
                start = clause.start + found.start("things") + at
                yield part.fault(start, start + len(name), f"“{name}”后面没有给出指标")
