"""The deadlines that the text gives beside those in the progress table."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import CLOSING, OPENING
from drafter.check.rule import CUSTOM, INFO, rule
from drafter.check.rules.tail.attachment import cells

_DEADLINE = re.compile(r"(?:20\d\d年)?(?P<day>年?底|\d{1,2}月(?:\d{1,2}日|底|末)?|[上下]半年)(?:之?前|以前)")
_DONE = re.compile(r"[^，。；]{0,12}(?:完成|办结|办成|建成|落实|见效)")
_HEADS = ("完成时限", "时限")
_BARE = re.compile(r"\s+|20\d\d年|之?前|以前|完成")


@rule(
    "table-deadline",
    name="表格里没有填正文写明的时限",
    severity=INFO,
    flags="一项写明了完成的月份或日子，进展情况表里那一行的完成时限空着或不同；结尾写明了总的时限，表里这一栏都空着",
    why="定了时限的，表里写上，各单位才会照着报",
    bad="县妇幼保健院新院区6月底前投入使用。",
    good="全年接诊不少于800人次。",
    source="为妇女儿童办实事通知的写法",
    strength=CUSTOM,
)
def table_deadline(notice: Context) -> Iterator[Fault]:
    """Items with a deadline of their own beside another cell or none; else once a deadline of all beside no cell."""
    told = list(_of_items(notice))
    yield from told or _of_all(notice)


def _of_items(notice: Context) -> Iterator[Fault]:
    """Items that name one deadline, told as such or in their one clause, beside a cell that says another or nothing."""
    for item, part, cell, said in cells(notice, _HEADS):
        text = f"{item.deadline}前" if item.deadline else "".join(one.text for one in item.all_clauses)
        days = {found["day"]: found[0] for found in _DEADLINE.finditer(text)}
        if len(days) != 1 or (len(item.all_clauses) > 1 and not item.deadline):
            continue
        ((day, told),) = days.items()
        if _BARE.sub("", said) != _BARE.sub("", day):
            message = f"正文写明“{told}”，表里的完成时限{'是' if said.strip() else '空着'}{said.strip()}，请核对"
            yield part.fault(cell.start, cell.end, message)


def _of_all(notice: Context) -> Iterator[Fault]:
    """The deadline that the closing or the opening gives for all items, at the head of a column with nothing in it."""
    rows = list(cells(notice, _HEADS))
    if not rows or any(said.strip() for *_, said in rows):
        return
    for text in notice.named(CLOSING, OPENING):
        for found in _DEADLINE.finditer(text.text):
            if _DONE.match(text.text, found.end()):
                part = rows[0][1]
                head = next((one for one in part.all("column") if any(word in part.said(one) for word in _HEADS)), None)
                start, end = (head.start, head.end) if head else (0, 0)
                yield part.fault(
                    start, end, f"{text.place}写明“{found[0]}”完成，表里的完成时限都空着，可以统一填上再发"
                )
                return
