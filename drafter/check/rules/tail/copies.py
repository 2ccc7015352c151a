"""抄送 and the 版记."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import COPIES, Part
from drafter.check.rule import ERROR, INFO, REQUIRED, USUAL, Need, part_rule, rule
from drafter.model.notice import Format

_STRAY = re.compile(r"[、；;,.。：:]+$|^抄送[：:]?")


@part_rule(
    "cc-form",
    COPIES,
    name="抄送的写法",
    severity=ERROR,
    flags="抄送机关之间不用逗号，机关名称前后带着标点或“抄送”二字",
    why="抄送机关之间用逗号隔开，最后一个后面用句号",
    bad="抄送：区委办公室、区政协办公室。",
    good="抄送：区委办公室，区政协办公室。",
    source="GB/T 9704-2012 7.4.2",
    strength=REQUIRED,
)
def cc_form(part: Part, _notice: Context) -> Iterator[Fault]:
    """Marks within and behind the names of 抄送; those between and at the end are printed by themselves."""
    for organ in part.all("organ"):
        said = part.said(organ)
        for found in _STRAY.finditer(said):
            start = organ.start + found.start()
            yield part.fault(start, organ.start + found.end(), "这里的标点或文字应去掉", new="", safe=True)
        inside = said.rstrip("、；")
        for at, char in enumerate(inside):
            if char in "、；" and not re.search(r"[（(][^）)]*$", inside[:at]):
                start = organ.start + at
                yield part.fault(start, start + 1, "抄送机关之间用逗号", new="，")


@rule(
    "cc-overlap",
    name="抄送与主送重复",
    severity=ERROR,
    flags="一个机关既主送又抄送，或者抄送给发文机关自己",
    why="一个机关只收一份，主送的不再抄送",
    bad="抄送：区政府各部门。",
    good="抄送：区委办公室，区人大常委会办公室。",
    source="《党政机关公文处理工作条例》第九条，GB/T 9704-2012 7.4.2",
    strength=REQUIRED,
)
def cc_overlap(notice: Context) -> Iterator[Fault]:
    """Organs of 抄送 that are among 主送, or are the issuer."""
    recipients = set(re.split(r"[，、：]", notice.notice.recipients or ""))
    for part in notice.named(COPIES):
        for organ in part.all("organ"):
            said = part.said(organ)
            if said == notice.notice.issuer:
                yield part.fault(organ.start, organ.end, "不抄送给发文机关自己")
            elif said in recipients:
                yield part.fault(organ.start, organ.end, f"“{said}”已经主送，不再抄送")


@part_rule(
    "cc-name",
    COPIES,
    name="抄送机关的名称",
    severity=INFO,
    flags="抄送里不规范的机关名称，如区人大办公室",
    why="机关名称使用全称或规范化简称",
    bad="抄送：区委办公室，区人大办公室。",
    good="抄送：区委办公室，区人大常委会办公室。",
    source="《党政机关公文处理工作条例》第九条；词表 words/organ_names.yaml",
    strength=USUAL,
    needs=(Need.LIBRARY,),
)
def cc_name(part: Part, notice: Context) -> Iterator[Fault]:
    """Names of organs that are written otherwise."""
    for found in notice.words("organ_names").find(part.text):
        wanted = found.word.instead
        yield part.fault(found.start, found.end, f"“{found.word.word}”一般写作“{wanted}”", new=wanted)


@rule(
    "imprint-by-format",
    name="版记与格式不符",
    severity=ERROR,
    flags="信函格式的版记里有印发机关和印发日期",
    why="文件格式的版记有印发机关和印发日期，信函格式没有",
    bad="博山区人民政府办公室\t2026年3月30日",
    good="抄送：区委办公室，区政协办公室。",
    source="GB/T 9704-2012 7.4.3、10.1",
    strength=REQUIRED,
)
def imprint(notice: Context) -> Iterator[Fault]:
    """An imprint line in a letter."""
    made = notice.notice
    for part in notice.named(COPIES):
        told = part.all("imprint_organ", "imprint_date")
        if made.format is Format.LETTER and told and not notice.draft:
            yield part.fault(told[0].start, told[-1].end, "信函格式的版记没有印发机关和印发日期")
