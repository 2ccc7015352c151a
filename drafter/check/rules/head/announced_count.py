"""The number of items that title and text announce."""

from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import CLOSING, OPENING, TITLE
from drafter.check.rule import ERROR, REQUIRED, rule
from drafter.text import counts


@rule(
    "title-count-vs-items",
    name="说的件数与实际项数不符",
    severity=ERROR,
    flags="标题、清单标题、开头或结尾说“八件实事”，清单里却不是八项",
    why="件数是对外的承诺，必须与清单一致；增删实事以后最容易忘改",
    bad="关于2026年为全区妇女儿童办好八件实事的通知",
    good="关于2026年为全区妇女儿童办好两件实事的通知",
    source="《党政机关公文处理工作条例》第二十条（时间、数字等是否准确）",
    strength=REQUIRED,
)
def announced_count(notice: Context) -> Iterator[Fault]:
    """Announced counts that differ from the number of items; one (每一件) announces nothing."""
    items = len(notice.items)
    for part in notice.named(TITLE, OPENING, CLOSING):
        for count in counts.find(part.text):
            if count.number not in (1, items):
                end = count.start + len(count.text)
                yield part.fault(count.start, end, f"{part.place}说“{count.text}”，清单实有{items}项，请核对")
