"""Beside the superior's notice: themes it has and this one lacks, figures above its own."""

from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import TITLE
from drafter.check.rule import CUSTOM, INFO, WARNING, Need, rule
from drafter.check.rules.years.places import clause_at
from drafter.model.comparison import TargetKind

_SOURCE = "与上级为妇女儿童办实事清单的对照"
_SHARES = ("%", "‰")


@rule(
    "superior-gap",
    name="上级清单有的主题本级没有",
    severity=INFO,
    flags="上级清单里的一个主题，本级清单没有一项涉及",
    why="上级的任务一般要分解落实到本级",
    bad="上级：实施新型婚育文化培育行动｜本级：实施巾帼就业创业行动",
    good="上级：实施新型婚育文化培育行动｜本级：实施新型婚育文化培育行动",
    source=_SOURCE,
    strength=CUSTOM,
    needs=(Need.SUPERIOR, Need.LIBRARY),
)
def gap(notice: Context) -> Iterator[Fault]:
    """The main themes of the superior's items that no item or clause of ours has, each once."""
    ours = {theme for item in notice.notice.items for theme in notice.library.themes.touched_by(item)}
    title = notice.named(TITLE)[-1]
    told: set[str] = set()
    for number, item in enumerate(notice.superior.items, start=1):
        for theme in (item.themes or notice.library.themes.of_item(item))[:1]:
            if theme not in ours and theme not in told:
                told.add(theme)
                yield title.fault(0, 0, f"上级清单第{number}项有“{theme}”，本级没有涉及")


@rule(
    "number-vs-superior",
    name="本级指标高过上级的总数",
    severity=WARNING,
    flags="同一件事本级的数比上级全市的数还大",
    why="上级的数包括各区县，本级的数一般不会比它大，多半是抄错了",
    bad="上级：开展科普大篷车巡展30场｜本级：开展科普大篷车巡展50场",
    good="上级：开展科普大篷车巡展30场｜本级：开展科普大篷车巡展5场",
    source=_SOURCE,
    strength=CUSTOM,
    needs=(Need.SUPERIOR,),
)
def above_superior(notice: Context) -> Iterator[Fault]:
    """Counts, not shares, above those of the superior's clause that is like ours."""
    for change in notice.beside_superior.items:
        for target in change.targets:
            place = clause_at(notice, target.new_item, target.new_position)
            if target.change is not TargetKind.RAISED or not target.certain or target.measure in _SHARES or not place:
                continue
            part, clause = place
            at = part.said(clause).find(target.new or "")
            start = clause.start + max(at, 0)
            message = f"上级全部是“{target.old}”，本级却有“{target.new}”，请核对"
            yield part.fault(start, start + len(target.new or ""), message)
