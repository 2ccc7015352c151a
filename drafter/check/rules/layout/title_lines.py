"""Where the lines of a title break, in a Word document or in the lines of a text (these reading tells of)."""

from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import LAYOUT, TITLE, Part
from drafter.check.rule import REQUIRED, WARNING, Need, rule
from drafter.text import title_lines


@rule(
    "title-break",
    name="标题回行不当",
    severity=WARNING,
    flags="标题换行把一个词断开，末行只剩“通知”，或一行以“的”开头",
    why="多行标题回行要词意完整、排列对称",
    bad="关于2026年为全区妇女儿童办好三件实事的 / 通知",
    good="关于2026年为全区妇女儿童 / 办好三件实事的通知",
    source="GB/T 9704-2012 7.3.1",
    strength=REQUIRED,
    needs=(Need.DOCUMENT,),
    told_at=TITLE,
)
def lines(notice: Context) -> Iterator[Fault]:
    """Title lines that tear a word, leave too little for the last one, or begin with 的."""
    page = Part(LAYOUT, None, "")
    for title in notice.title_lines:
        reason = title_lines.fault(title)
        if reason:
            yield page.fault(0, 0, f"{reason}：{' / '.join(title)}")
