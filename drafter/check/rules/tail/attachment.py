"""附件说明, the attachments and the progress table beside the list."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import ATTACHMENT, Part, Segment
from drafter.check.rule import ERROR, REQUIRED, USUAL, WARNING, part_rule, rule, told
from drafter.model.notice import Attachment, Item
from drafter.text import organs

_BLANKS = re.compile(r"\s+")
_NUMBER = re.compile(r"^\d{1,2}[.．、]")
_USUAL_COLUMNS = ("序号", "实事名称", "责任单位", "本季度具体措施及任务进度情况", "完成时限")
_FILLED_IN = re.compile(r"措施|进展|进度")
_BAD_END = re.compile(r"[。；，、.;,]+$")

attach_label = told(
    "attach-label",
    ATTACHMENT,
    name="“附件”二字的写法",
    severity=ERROR,
    flags="附件页左上角的“附件”前后有空格或标点",
    why="“附件”二字顶格，后面不加冒号",
    bad="附件：",
    good="附件",
    source="GB/T 9704-2012 7.3.7",
    strength=REQUIRED,
)

attach_missing = told(
    "attach-missing",
    ATTACHMENT,
    name="说了有附件，文中没有",
    severity=ERROR,
    flags="附件说明里有一个附件，文件里没有它的内容",
    why="附件与正文一起印发，缺了就不完整",
    bad="附件：2026年为全区妇女儿童办实事工作进展情况报表",
    good="附件：2026年为全区妇女儿童办实事工作进展情况表",
    source="GB/T 9704-2012 7.3.4、7.3.7",
    strength=REQUIRED,
)

attach_unannounced = told(
    "attach-unannounced",
    ATTACHMENT,
    name="有附件，没有附件说明",
    severity=ERROR,
    flags="文件后面有附件，正文下方没有附件说明",
    why="有附件就要在正文下方标明附件的名称",
    bad="2026年为全区妇女儿童办实事工作进展情况报表",
    good="附件：2026年为全区妇女儿童办实事工作进展情况报表",
    source="GB/T 9704-2012 7.3.4",
    strength=REQUIRED,
)


@part_rule(
    "attach-note-vs-title",
    ATTACHMENT,
    name="附件说明与附件标题不同",
    severity=ERROR,
    flags="附件说明里的名称与附件上的标题不一样",
    why="两处是同一个附件的名称，应当一字不差",
    bad="2026年为全区妇女儿童办实事工作进展情况表",
    good="2026年为全区妇女儿童办实事工作进展情况报表",
    source="GB/T 9704-2012 7.3.4、7.3.7",
    strength=REQUIRED,
)
def note_vs_title(part: Part, _notice: Context) -> Iterator[Fault]:
    """A title on the attachment that is not its name in the 附件说明; line ends and blanks do not count."""
    name, title = part.first("name"), part.first("title")
    if name and title and _BLANKS.sub("", part.said(name)) != _BLANKS.sub("", part.said(title)):
        wanted = part.said(name)
        message = f"附件说明里写作“{wanted}”，附件上的标题不同"
        yield part.fault(title.start, title.end, message, new=wanted)


@rule(
    "attach-note-form",
    name="附件说明的写法",
    severity=ERROR,
    flags="附件名称加了书名号，末尾有标点，只有一个附件却编了号",
    why="附件名称后面不加标点，也不加书名号；只有一个附件不编号",
    bad="《2026年为全区妇女儿童办实事工作进展情况报表》",
    good="2026年为全区妇女儿童办实事工作进展情况报表",
    source="GB/T 9704-2012 7.3.4",
    strength=REQUIRED,
)
def note_form(notice: Context) -> Iterator[Fault]:
    """Marks and numbers that the name of an attachment does not bear."""
    parts = notice.named(ATTACHMENT)
    for part in parts:
        name = part.first("name")
        if not name:
            continue
        said = part.said(name)
        if said.startswith("《") and said.endswith("》") and said.count("《") == 1:
            yield part.fault(name.start, name.end, "附件名称不加书名号", new=said[1:-1], safe=True)
        end = _BAD_END.search(said)
        if end:
            start = name.start + end.start()
            yield part.fault(start, name.start + end.end(), "附件名称后面不加标点", new="", safe=True)
        number = _NUMBER.match(said)
        if number and len(parts) == 1:
            yield part.fault(name.start, name.start + number.end(), "只有一个附件，不编号", new="")


def _tables(notice: Context) -> Iterator[tuple[Attachment, Part]]:
    """The progress tables with rows, and their parts."""
    for attachment, part in zip(notice.notice.attachments, notice.named(ATTACHMENT), strict=True):
        if attachment.is_progress_table and attachment.rows:
            yield attachment, part


def cells(notice: Context, heads: tuple[str, ...]) -> Iterator[tuple[Item, Part, Segment, str]]:
    """Of the tables with a row for each item, the cells below the column whose head has one of these words."""
    for attachment, part in _tables(notice):
        column = next((at for at, name in enumerate(attachment.columns) if any(one in name for one in heads)), None)
        if column is None or len(attachment.rows) != len(notice.notice.items):
            continue
        cells = {one.path: one for one in part.all("cell")}
        for at, (item, row) in enumerate(zip(notice.notice.items, attachment.rows, strict=True)):
            said = row[column] if column < len(row) else ""
            segment = next((one for path, one in cells.items() if path[-2:] == (at, column)), None)
            yield item, part, segment or Segment("cell", len(part.text), len(part.text), ()), said


@rule(
    "table-rows",
    name="表格的行数与实事项数不同",
    severity=ERROR,
    flags="进展情况表的行数与清单的项数不一样",
    why="一项实事一行，少一行就少报一项",
    bad="实施儿童之家建设行动",
    good="实施妇女健康促进行动",
    source="为妇女儿童办实事通知的写法",
    strength=USUAL,
)
def table_rows(notice: Context) -> Iterator[Fault]:
    """Tables with more or fewer rows than there are items."""
    for attachment, part in _tables(notice):
        rows, items = len(attachment.rows), len(notice.notice.items)
        if rows != items:
            end = len(part.text)
            yield part.fault(end, end, f"表格有{rows}行，清单有{items}项，请核对")


@rule(
    "table-names",
    name="表格里的实事名称与清单不同",
    severity=ERROR,
    flags="进展情况表里一行的实事名称与清单里那一项的标题不一样",
    why="表格按清单填报，名称应当一字不差",
    bad="实施妇女健康行动",
    good="实施妇女健康促进行动",
    source="为妇女儿童办实事通知的写法",
    strength=USUAL,
)
def table_names(notice: Context) -> Iterator[Fault]:
    """Cells with another name than the item of their row."""
    for item, part, cell, said in cells(notice, ("实事", "事项", "项目")):
        wanted = item.heading or ""
        if _BLANKS.sub("", said).rstrip("。") != _BLANKS.sub("", wanted) and wanted:
            yield part.fault(cell.start, cell.end, f"清单里的标题是“{wanted}”", new=wanted)


@rule(
    "table-units",
    name="表格里的责任单位与清单不同",
    severity=ERROR,
    flags="进展情况表里一行的责任单位与清单里那一项的不一样，或者次序不同",
    why="表格按清单填报，单位和次序应当一致",
    bad="区妇联、区卫生健康局",
    good="区卫生健康局、区妇联",
    source="为妇女儿童办实事通知的写法",
    strength=USUAL,
)
def table_units(notice: Context) -> Iterator[Fault]:
    """Cells with other units than the item of their row, or in another order."""
    for item, part, cell, said in cells(notice, ("责任单位", "责任部门", "牵头单位")):
        units = "、".join(item.all_units)
        if units and tuple(organs.split_units(organs.without_open_end(said))) != item.all_units:
            yield part.fault(cell.start, cell.end, f"清单里的责任单位是“{units}”", new=units)


@rule(
    "table-columns",
    name="表格的栏目与通常的不同",
    severity=WARNING,
    flags="进展情况表缺少序号、实事名称、责任单位、本季度具体措施及任务进度情况、完成时限中的一栏，或名称不同",
    why="表格每季度填报一次，栏目名称写明“本季度”，各单位才知道填哪一段",
    bad="具体措施及任务进度情况",
    good="本季度具体措施及任务进度情况",
    source="为妇女儿童办实事通知的写法",
    strength=USUAL,
)
def table_columns(notice: Context) -> Iterator[Fault]:
    """Columns that the table lacks, and the column to fill in without 本季度."""
    for attachment, part in zip(notice.notice.attachments, notice.named(ATTACHMENT), strict=True):
        if not attachment.is_progress_table:
            continue
        names = {_BLANKS.sub("", part.said(one)): one for one in part.all("column")}
        for wanted in _USUAL_COLUMNS:
            if wanted in names:
                continue
            near = next((one for name, one in names.items() if _is_near(name, wanted)), None)
            if near:
                message = f"这一栏通常写作“{wanted}”"
                yield part.fault(near.start, near.end, message, new=wanted)
            else:
                end = len(part.text)
                yield part.fault(end, end, f"表格里没有“{wanted}”一栏")


def _is_near(name: str, wanted: str) -> bool:
    return bool(_FILLED_IN.search(name) and _FILLED_IN.search(wanted)) or name in wanted or wanted in name
