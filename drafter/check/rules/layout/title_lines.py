"""Where the lines of a title break in a Word document."""

from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import LAYOUT, Part
from drafter.check.rule import REQUIRED, WARNING, Need, rule
from drafter.text.title import torn

_SHORTEST = 4


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
)
def lines(notice: Context) -> Iterator[Fault]:
    """Title lines that tear a word, leave too little for the last one, or begin with 的."""
    page = Part(LAYOUT, None, "")
    for title in notice.title_lines:
        reason = _reason(title)
        if reason:
            yield page.fault(0, 0, f"{reason}：{' / '.join(title)}")


def _reason(title: tuple[str, ...]) -> str:
    """What is wrong with the lines of a title, nothing where they are right."""
    if len(title[-1]) < _SHORTEST:
        return f"标题末行只有“{title[-1]}”"
    if any(line.startswith("的") for line in title):
        return "标题一行以“的”开头"
    words = torn(title)
    return f"标题把“{words[0]}”断成两行" if words else ""
