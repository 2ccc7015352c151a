"""What the closing paragraphs must say, and to whom."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import CLOSING, OPENING, Part
from drafter.check.rule import CUSTOM, ERROR, USUAL, WARNING, rule
from drafter.text import contacts

_BLOCKS = {
    "工作机制": re.compile(r"机制|高度重视|加强领导|思想认识"),
    "责任落实": re.compile(
        r"(?:压实|落实|强化|明确|细化|扛牢|靠实|履行)[^，。；]{0,6}(?:责任|职责)|责任(?:落实|到人|分工|意识|体系)"
        r"|(?:责任|牵头|承办)单位要|认真组织实施|抓好落实"
    ),
    "工作台账": re.compile(r"台账"),
    "按期报送": re.compile(r"(?:季度|每月|月底|半年|年底|定期|及时).{0,40}报|报送"),
    "督促调度": re.compile(r"督促|督查|督导|调度|检查|通报"),
}
_REPORT = re.compile(r"上报|报送|报(?!表)告?(?:至|给|到)?[^，。；]{0,20}(?:妇联|办公室|妇儿工委|工委办|妇儿办|局|委)")
_REPORTED_TO = re.compile(
    r"报(?:送)?(?:至|给|到)?(?P<unit>[省市区县旗]?[\u4e00-\u9fff]{1,12}?(?:妇联|办公室|妇儿工委办?|工委办|妇儿办|局|委))"
)
_SECRETARIAT = re.compile(r"妇联|妇儿工委|妇儿办|妇女儿童工作委员会")
_SUBJECT = re.compile(r"^(?P<subject>[^，。；]{2,40}?)(?:务必|要|应|须|须要)")
_BELOW = re.compile(r"镇|乡|街道|区县|县")
_ALL = re.compile(rf"{_BELOW.pattern}|各级|各地|各单位")


def _closing(notice: Context) -> tuple[Part, str]:
    """The last paragraph of the closing, and the text of all; without any, the last of the opening."""
    parts = notice.named(CLOSING)
    return (parts or notice.named(OPENING) or notice.parts)[-1], "".join(part.text for part in parts)


def _has_table(notice: Context) -> bool:
    return any(one.is_progress_table or "进展" in one.title for one in notice.notice.attachments)


def _lacks_report(notice: Context, text: str) -> bool:
    return _has_table(notice) and not _REPORT.search(text)


@rule(
    "closing-blocks",
    name="结尾缺少应有的内容",
    severity=WARNING,
    flags="结尾没有说工作机制、责任落实、工作台账、按期报送、督促调度中的一样或几样",
    why="这几样是抓落实的手段，往年同类通知都写",
    bad="各责任单位要落实主体责任，每季度末将进展情况报区妇联。",
    good="各责任单位要健全工作机制，落实主体责任，建立工作台账，每季度末将进展情况报区妇联，区妇联做好督促调度。",
    source="为妇女儿童办实事通知的写法",
    strength=USUAL,
)
def blocks(notice: Context) -> Iterator[Fault]:
    """The blocks that no closing paragraph has, told at the end of the closing."""
    part, text = _closing(notice)
    missing = [name for name, form in _BLOCKS.items() if not form.search(text)]
    if _lacks_report(notice, text):
        missing = [name for name in missing if name != "按期报送"]  # closing-report tells of it
    if missing:
        end = len(part.text)
        said = "、".join(missing)
        message = f"结尾没有说{said}" if text else f"没有结尾段落，缺少{said}"
        yield part.fault(end, end, message)


@rule(
    "closing-report",
    name="附了进展情况表却没说怎么报",
    severity=ERROR,
    flags="附有进展情况表，结尾没有说谁在什么时候报给谁",
    why="没有报送要求，责任单位不知道这张表交给谁",
    bad="区妇联按季度开展工作统筹调度。",
    good="每季度末将进展情况报表加盖公章后报区妇联。",
    source="为妇女儿童办实事通知的写法",
    strength=USUAL,
)
def report(notice: Context) -> Iterator[Fault]:
    """A progress table without a duty to report in the closing."""
    part, text = _closing(notice)
    if _lacks_report(notice, text):
        end = len(part.text)
        yield part.fault(end, end, "附了进展情况表，结尾没有说什么时候报给谁")


@rule(
    "closing-contact-vs-unit",
    name="联系方式不是受理单位的",
    severity=WARNING,
    flags="报送给一个单位，留的却是另一个单位的邮箱",
    why="单位对不上，材料会送错地方",
    bad="报区妇联（联系电话：4110000，协同办公系统邮箱：区教育和体育局）",
    good="报区妇联（联系电话：4110000，协同办公系统邮箱：博山区妇联）",
    source="公文内容前后一致的要求",
    strength=USUAL,
)
def contact_of_unit(notice: Context) -> Iterator[Fault]:
    """A mailbox named for another unit than the one reported to; 妇联 keeps the office of 妇儿工委."""
    for part in notice.named(CLOSING):
        found = _REPORTED_TO.search(part.text)
        for mailbox in contacts.find([part.text]).mailboxes if found else ():
            if found and not _is_same(found["unit"], mailbox):
                at = part.text.find(mailbox)
                message = f"材料报{found['unit']}，邮箱却是“{mailbox}”，请核对"
                yield part.fault(at, at + len(mailbox), message)


def _is_same(unit: str, mailbox: str) -> bool:
    core = unit.lstrip("省市区县旗")
    both = _SECRETARIAT.search(unit) and _SECRETARIAT.search(mailbox)
    return bool(both) or core in mailbox or mailbox.lstrip("省市区县旗") in unit


@rule(
    "closing-addressees",
    name="结尾没有对基层提要求",
    severity=WARNING,
    flags="主送机关里有镇、街道或区县，结尾只对部门提要求",
    why="通知主送给谁，就应当对谁提出要求",
    bad="各有关部门务必提高思想认识",
    good="各镇、街道，各有关部门要提高思想认识",
    source="为妇女儿童办实事通知的写法",
    strength=CUSTOM,
)
def addressees(notice: Context) -> Iterator[Fault]:
    """A closing that begins with duties of departments alone."""
    parts = notice.named(CLOSING)
    found = _SUBJECT.match(parts[0].text) if parts else None
    if not found or "部门" not in found["subject"] or _ALL.search(found["subject"]):
        return
    if _BELOW.search(notice.notice.recipients or ""):
        message = f"主送机关里有基层政府，这里只对“{found['subject']}”提要求"
        yield parts[0].fault(0, len(found["subject"]), message)
