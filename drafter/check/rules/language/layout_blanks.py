"""Blanks by which text is laid out, and figures and letters of full width."""

import re
import unicodedata
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.form_lines import is_form_line
from drafter.check.parts import ATTACHMENT, CLOSING, ITEM, NOTE, OPENING, RECIPIENTS, SIGNATURE, TEXT, TITLE, Part
from drafter.check.rule import REQUIRED, USUAL, WARNING, part_rule
from drafter.check.rules.language.blanks import MARKS, parts_contacts

_RUN = re.compile(r"(?<=\S)(?:[ \u00a0\t]{2,}|\u3000{3,})(?=\S)|^[ \u00a0\t]+(?=\S)")
_AT_END = re.compile(r"(?<=\S)[ \u00a0\t\u3000]{2,}$", re.MULTILINE)
_ONE = re.compile(r"(?<=\S)[ \u00a0](?=\S)")
_LATIN = re.compile(r"[0-9A-Za-z%％]")
_WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚ．]+")


@part_rule(
    "layout-by-blanks",
    OPENING,
    ITEM,
    CLOSING,
    RECIPIENTS,
    TITLE,
    NOTE,
    ATTACHMENT,
    SIGNATURE,
    name="用空格排版",
    severity=WARNING,
    flags="用一串空格对齐、缩进或分隔文字，署名、日期末尾用空格排位置",
    why="位置由段落格式决定，空格在别的机器上会错位",
    bad="联系人：王某某      联系电话：5181763",
    good="联系人：王某某　联系电话：5181763",
    source="GB/T 9704-2012 7.3.3（缩进由格式设定）",
    strength=USUAL,
)
def runs(part: Part, _notice: Context) -> Iterator[Fault]:
    """Runs of blanks inside a text, at its beginning, and behind a signature; cells of a table are parted by one tab.

    Blanks beside a figure or Latin word are left to blank-in-text, but not those between a name and its phone.
    """
    text = part.text
    for found in _RUN.finditer(text):
        start, end = found.span()
        if part.name == ATTACHMENT and ("\t" in found[0] or is_form_line(part, start)):
            continue
        if start == 0:
            yield part.fault(start, end, "段首不用空格，去掉空格", new="", safe=True)
        elif parts_contacts(text, start, end) or not _is_in_text(text, start, end):
            yield part.fault(start, end, "不用一串空格隔开，改为一个全角空格", new="\u3000")
    for found in _AT_END.finditer(text if part.name == SIGNATURE else ""):
        yield part.fault(*found.span(), "署名、日期的位置由右缩进决定，末尾不用空格", new="", safe=True)
    for found in _ONE.finditer(text):
        if parts_contacts(text, *found.span()):
            yield part.fault(*found.span(), "姓名同电话、邮箱之间隔一个全角空格", new="\u3000")


def _is_in_text(text: str, start: int, end: int) -> bool:
    """Whether blanks stand beside a figure, a Latin word or before a mark, where blank-in-text takes them out."""
    before, behind = text[start - 1], text[end]
    return (behind in MARKS and before not in MARKS) or bool(_LATIN.match(before)) != bool(_LATIN.match(behind))


@part_rule(
    "number-width",
    *TEXT,
    name="数字或字母是全角的",
    severity=WARNING,
    flags="阿拉伯数字、拉丁字母用了全角字符",
    why="数字和字母用半角，全角的会占一个字宽，查找也查不到",
    bad="新增普惠托位１００个",
    good="新增普惠托位100个",
    source="GB/T 15835-2011 5.1",
    strength=REQUIRED,
)
def wide(part: Part, _notice: Context) -> Iterator[Fault]:
    """Full-width figures and letters."""
    for found in _WIDE.finditer(part.text):
        new = unicodedata.normalize("NFKC", found[0])
        if new != "." * len(new):
            yield part.fault(found.start(), found.end(), f"应写作半角“{new}”", new=new, safe=True)
