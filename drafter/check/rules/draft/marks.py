"""What came over from another office's notice and still bears its names."""

from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.rule import CUSTOM, ERROR, WARNING, Need, rule
from drafter.text import kept_notes


@rule(
    "foreign-left",
    name="采用别处的内容还没有改完",
    severity=ERROR,
    flags="从别处采用的实事里，别处的单位、地名还留在文字里；品牌、名称等要看一眼的是警告",
    why="别处的镇街和单位不归本级布置，照抄出去就成了错派",
    bad="（责任单位：八陡镇人民政府、区妇联）",
    good="（责任单位：辛店街道办事处、区妇联）",
    source="采用时的核对记录（待核对）",
    strength=CUSTOM,
    needs=(Need.DRAFT,),
)
def left(notice: Context) -> Iterator[Fault]:
    """Words that a note of their item is about, where they still stand, each time once for each note."""
    for item, (_, part) in zip(notice.draft.items if notice.draft else (), notice.items, strict=True):
        for kept in dict.fromkeys(filter(None, map(kept_notes.read, item.notes))):
            start = part.text.find(kept.words)
            if start >= 0:
                severity = ERROR if kept.must_change else WARNING
                message = f"“{kept.words}”{kept.reason}"
                yield part.fault(start, start + len(kept.words), message, severity=severity)
