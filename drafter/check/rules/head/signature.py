"""署名 and 成文日期: there, each on its line, in the official form."""

from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import SIGNATURE
from drafter.check.rule import CUSTOM, ERROR, INFO, REQUIRED, rule, told


@rule(
    "signature-missing",
    name="没有署名或成文日期",
    severity=ERROR,
    flags="文末没有发文机关署名，或没有成文日期",
    why="没有署名和日期的通知不能生效；草稿里日期签发后再填",
    bad="博山区人民政府办公室\n2026年　月　日",
    good="博山区人民政府办公室\n2026年3月30日",
    source="GB/T 9704-2012 7.3.5",
    strength=REQUIRED,
)
def missing(notice: Context) -> Iterator[Fault]:
    """No signature or no date; in a draft that is not final a blank date is only to be known."""
    part = notice.named(SIGNATURE)[0]
    severity = INFO if notice.draft and not notice.final else ERROR
    if not notice.notice.signature:
        yield part.fault(0, 0, "没有发文机关署名", severity=severity)
    if notice.date is None:
        blank = part.first("date")
        start, end = (blank.start, blank.end) if blank else (len(part.text), len(part.text))
        yield part.fault(start, end, "没有成文日期", severity=severity)


SIGNATURE_ONE_LINE = told(
    "signature-one-line",
    SIGNATURE,
    name="署名和日期写在一行",
    severity=ERROR,
    flags="署名和成文日期在同一行，中间用空格隔开",
    why="署名和成文日期各占一行，位置由版式决定，不靠空格",
    bad="临淄区人民政府办公室        2026年6月22日",
    good="临淄区人民政府办公室\n2026年6月22日",
    source="GB/T 9704-2012 7.3.5",
    strength=REQUIRED,
)
SIGNATURE_SEVERAL = told(
    "signature-several",
    SIGNATURE,
    name="几个机关联合署名",
    severity=INFO,
    flags="文末有几个机关的署名",
    why="联合行文的署名有自己的排法，请核对机关的次序和是否都要署名",
    bad="博山区人民政府办公室\n博山区妇女联合会",
    good="博山区人民政府办公室\n2026年3月30日",
    source="GB/T 9704-2012 7.3.5.1；联合行文的惯例",
    strength=CUSTOM,
)
