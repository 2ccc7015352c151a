"""主送机关: there, closed with a colon, parted by kind."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import RECIPIENTS, TITLE, Part
from drafter.check.rule import CUSTOM, ERROR, INFO, REQUIRED, WARNING, part_rule, rule, told

_TOWNS = re.compile(r"(?<=人民政府)，(?=各?街道办?)|(?<=[镇乡]政府)，(?=各?街道办?)|(?<=各[镇乡])，(?=各?街道)")
_OTHER = re.compile(r"[,;；]|、$|，$")


@rule(
    "recipients-missing",
    name="没有主送机关",
    severity=ERROR,
    flags="标题下面没有主送机关",
    why="下行的通知要写明发给谁，谁来办",
    bad="博山区人民政府办公室关于印发2026年为全区妇女儿童办实事项目清单的通知\n《2026年为全区妇女儿童办实事项目清单》已经区政府同意，现印发给你们，请认真组织实施。",
    good="博山区人民政府办公室关于印发2026年为全区妇女儿童办实事项目清单的通知\n各镇人民政府、街道办事处，博山经济开发区管委会，区政府各部门，各有关单位：",
    source="GB/T 9704-2012 7.3.2",
    strength=REQUIRED,
)
def missing(notice: Context) -> Iterator[Fault]:
    """No recipients; only to be known while a draft is being written."""
    if not notice.notice.recipients:
        title = notice.named(TITLE)[0]
        end = len(title.text)
        severity = INFO if notice.draft and not notice.final else ERROR
        yield title.fault(end, end, "没有主送机关", severity=severity)


ADDRESSEE_COLON = told(
    "addressee-colon",
    RECIPIENTS,
    name="主送机关后面没有全角冒号",
    severity=ERROR,
    flags="主送机关的末尾不是全角冒号",
    why="最后一个主送机关名称后标全角冒号",
    bad="各镇人民政府，各有关单位:",
    good="各镇人民政府、街道办事处，博山经济开发区管委会，区政府各部门，各有关单位：",
    source="GB/T 9704-2012 7.3.2",
    strength=REQUIRED,
)


@part_rule(
    "addressee-separators",
    RECIPIENTS,
    name="主送机关之间的标点不合习惯",
    severity=WARNING,
    flags="镇政府和街道办事处之间用了逗号，或用了分号",
    why="同类机关之间用顿号，不同类的机关之间用逗号，一看就知道发给几类单位",
    bad="各镇人民政府，各街道办事处，",
    good="各镇人民政府、街道办事处，",
    source="公文写作惯例（同类之间用顿号）",
    strength=CUSTOM,
)
def separators(part: Part, _notice: Context) -> Iterator[Fault]:
    """A comma between organs of one kind, or marks that are neither 、 nor ，."""
    for found in _TOWNS.finditer(part.text):
        yield part.fault(found.start(), found.end(), "镇和街道是同一类，之间用顿号", new="、")
    recipients = part.first("recipients")
    for found in _OTHER.finditer(part.text, 0, recipients.end) if recipients else ():
        yield part.fault(found.start(), found.end(), f"主送机关之间不用“{found[0]}”", new="，")
