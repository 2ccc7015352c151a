"""What still has to be filled in before a document may be signed."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.form_lines import is_form_line
from drafter.check.parts import COPIES, SIGNATURE, TITLE
from drafter.check.rule import CUSTOM, ERROR, INFO, REQUIRED, USUAL, Need, rule
from drafter.model.finding import Severity
from drafter.model.notice import Format
from drafter.text import contacts
from drafter.text.confirmed import open_figures

_MARKS = re.compile(r"[●○×Ｘ]{2,}|(?<![A-Za-z])(?:X{2,}|x{2,})(?![A-Za-z])|[_＿]{2,}")
_BLANK = re.compile(rf"(?<![年月]){contacts.BLANK}")


def _severity(notice: Context) -> Severity:
    """A blank is an error in what is to be signed, else only to be known."""
    return ERROR if notice.final else INFO


@rule(
    "placeholder-left",
    name="还有待填的空",
    severity=INFO,
    flags="文字里留着××、●●或没有填的空白；送签稿和有文号、日期的通知里是错误",
    why="送签稿和印发的通知不能有空；草稿里先空着，提醒补上",
    bad="（联系电话：　　）",
    good="（联系电话：4110000）",
    source="公文审核的通常要求",
    strength=USUAL,
)
def placeholders(notice: Context) -> Iterator[Fault]:
    """Marks in any text; blanks too, but for the blank day, which is told at the signature."""
    finished = notice.date is not None and notice.notice.doc_number is not None
    severity = ERROR if finished else _severity(notice)
    for part in notice.parts:
        forms = (_MARKS,) if part.name in (SIGNATURE, COPIES) else (_MARKS, _BLANK)
        for found in sorted((one for form in forms for one in form.finditer(part.text)), key=re.Match.start):
            if is_form_line(part, found.start()):
                continue
            marks = f"“{found[0]}”" if found[0].strip() else "空白"
            message = f"{part.place}里“{part.text[max(0, found.start() - 6) : found.start()]}”后面的{marks}还没有填"
            yield part.fault(found.start(), found.end(), message, severity=severity)


@rule(
    "figure-unconfirmed",
    name="指标没有经责任单位确认",
    severity=ERROR,
    flags="草稿里的数字沿用或改过以后还没有人确认（出送签稿时查）",
    why="指标是对外的承诺，要由责任单位确认办得到",
    bad="免费检查不少于1.5万人（草稿里待确认）",
    good="免费检查不少于1.5万人（责任单位已确认）",
    source="起草程序的惯例（征求责任单位意见）",
    strength=CUSTOM,
    needs=(Need.DRAFT,),
)
def unconfirmed(notice: Context) -> Iterator[Fault]:
    """The first figure of each clause that has some which nobody confirmed; told of what is to be signed alone."""
    if not notice.final or notice.draft is None:
        return
    for item, (_, part) in zip(notice.draft.items, notice.items, strict=True):
        for clause, segment in zip(item.all_clauses, part.all("clause"), strict=True):
            figures = open_figures(clause)
            if figures:
                start = segment.start + figures[0].start
                message = f"待确认的指标：{'、'.join(figure.text for figure in figures)}"
                yield part.fault(start, start + len(figures[0].text), message)


@rule(
    "opening-missing",
    name="没有开头",
    severity=ERROR,
    flags="没有说明缘由、依据的开头",
    why="通知先说根据什么、印发什么，再列事项",
    bad="各有关单位：\n2026年为全区妇女儿童办实事项目清单",
    good="已经区政府同意，现印发给你们，请认真组织实施。",
    source="通知的写法",
    strength=USUAL,
)
def no_opening(notice: Context) -> Iterator[Fault]:
    """No opening at all."""
    if not notice.notice.opening:
        title = notice.named(TITLE)[0]
        severity = INFO if notice.draft and not notice.final else ERROR
        yield title.fault(len(title.text), len(title.text), "没有开头", severity=severity)


@rule(
    "items-missing",
    name="没有实事",
    severity=ERROR,
    flags="清单里一项实事也没有",
    why="没有实事就不成其为清单",
    bad="2026年为全区妇女儿童办实事项目清单\n各镇、街道",
    good="一、实施妇女健康促进行动",
    source="本类通知的写法",
    strength=USUAL,
)
def no_items(notice: Context) -> Iterator[Fault]:
    """A list without items."""
    if not notice.notice.items:
        title = notice.named(TITLE)[-1]
        severity = INFO if notice.draft and not notice.final else ERROR
        yield title.fault(len(title.text), len(title.text), "清单里没有实事", severity=severity)


@rule(
    "imprint-date-missing",
    name="文件格式没有印发日期",
    severity=INFO,
    flags="用文件格式，版记里没有印发日期",
    why="文件格式的版记要有印发机关和印发日期",
    bad="博山区人民政府办公室（文件格式，后面没有印发日期）",
    good="博山区人民政府办公室\t2026年3月31日印发",
    source="GB/T 9704-2012 7.4.3",
    strength=REQUIRED,
)
def no_imprint_date(notice: Context) -> Iterator[Fault]:
    """文件格式 without a day of printing."""
    if notice.format is Format.FILE and notice.notice.imprint_date is None:
        signature = notice.named(SIGNATURE)[0]
        end = len(signature.text)
        yield signature.fault(end, end, "文件格式的版记没有印发日期", severity=_severity(notice))
