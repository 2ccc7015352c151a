"""附注, secrecy, and a signer named on a notice."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import HEAD, NOTE, SIGNATURE
from drafter.check.rule import ERROR, REQUIRED, USUAL, WARNING, rule, told

NOTE_BRACKETS = told(
    "note-brackets",
    NOTE,
    name="附注没有用全角圆括号",
    severity=ERROR,
    flags="附注的括号是半角的，或没有括号",
    why="附注加圆括号编排，中文里的括号用全角",
    bad="(此件公开发布)",
    good="（此件公开发布）",
    source="GB/T 9704-2012 7.3.6",
    strength=REQUIRED,
)


@rule(
    "note-missing",
    name="没有附注",
    severity=WARNING,
    flags="没有定密，也没有“此件公开发布”一类的附注",
    why="公开属性要在文末注明；主动公开的写“此件公开发布”",
    bad="淄川区人民政府办公室\n2026年4月8日",
    good="（此件公开发布）",
    source="GB/T 9704-2012 7.3.6；《政府信息公开条例》确定公开属性的要求",
    strength=USUAL,
)
def missing(notice: Context) -> Iterator[Fault]:
    """Neither a note nor a class of secrecy."""
    if not notice.notice.disclosure and not notice.notice.secrecy:
        part = notice.named(SIGNATURE)[0]
        yield part.fault(len(part.text), len(part.text), "文末没有附注，主动公开的应写“（此件公开发布）”")


@rule(
    "note-vs-class",
    name="既定密又公开",
    severity=ERROR,
    flags="标了密级，附注又写公开",
    why="涉密的公文不能公开，两处必有一处不对",
    bad="秘密",
    good="（此件公开发布）",
    source="《中华人民共和国保守国家秘密法》；《政府信息公开条例》第十四条",
    strength=REQUIRED,
)
def secret_and_public(notice: Context) -> Iterator[Fault]:
    """A class of secrecy with a note that makes the document public."""
    part = notice.part(NOTE)
    if part and notice.notice.secrecy and "公开" in part.text and "不公开" not in part.text:
        message = f"密级是“{notice.notice.secrecy}”，附注却写“{part.text.strip('（）')}”，请核对"
        yield part.fault(0, len(part.text), message)


@rule(
    "countersigner-on-notice",
    name="通知上标了签发人",
    severity=ERROR,
    flags="下行的通知版头里标了签发人",
    why="只有上行文才标注签发人，通知不标",
    bad="签发人：王某某",
    good="（删去签发人一栏）",
    source="GB/T 9704-2012 7.2.6；《党政机关公文处理工作条例》第九条",
    strength=REQUIRED,
)
def countersigner(notice: Context) -> Iterator[Fault]:
    """A signer in the head of the file, which no part of a notice holds."""
    head = notice.named(HEAD)[0]
    for problem in notice.problems:
        if re.search(r"签\s*发\s*人\s*[：:]?", problem.printed or ""):
            yield head.fault(len(head.text), len(head.text), f"通知不标签发人（{problem.where}），应去掉")
