"""Blanks where Chinese text has none."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import ATTACHMENT, COPIES, NOTE, PROSE, RECIPIENTS, Part
from drafter.check.rule import USUAL, WARNING, part_rule

_BLANK = r"[ \u00a0\u2002-\u200a\u3000]"
MARKS = "，。；：、！？“”‘’（）《》〔〕"
_HAN = rf"[\u4e00-\u9fff{MARKS}]"
_LATIN = r"[0-9A-Za-z][0-9A-Za-z.,%％—～-]*"
_FORMS = re.compile(
    rf"(?<={_HAN}){_BLANK}+(?P<both>{_LATIN}){_BLANK}+(?={_HAN})"
    rf"|(?<={_HAN}){_BLANK}+(?=(?P<behind>{_LATIN}))"
    rf"|(?<=[0-9A-Za-z%％]){_BLANK}+(?={_HAN})"
    rf"|(?<=[\u4e00-\u9fff]){_BLANK}+(?=[{MARKS}])|(?<=[{MARKS}]){_BLANK}(?={_HAN})"
)
_WORD_BEFORE = re.compile(rf"{_LATIN}$")
_DOCNO = re.compile(rf"[〔\[（(［]\d{{4}}[〕\])）］]{_BLANK}*第?{_BLANK}*\d+{_BLANK}*号")
_NAMED_BEFORE = re.compile(r"[\u4e00-\u9fff某●]$")
_REACHED_BY = re.compile(r"\d[\d-]{6,}|[A-Za-z0-9._%+-]+@")  # a phone or an e-mail: what stands before is no part of it
_NAMED = re.compile(r"[\u4e00-\u9fff]")
_LONGEST = 40  # characters of a Latin word that are shown
_PHONE_BEFORE = re.compile(r"\d{7}$")


@part_rule(
    "blank-in-text",
    RECIPIENTS,
    *PROSE,
    NOTE,
    ATTACHMENT,
    COPIES,
    name="文字里有多余的空格",
    severity=WARNING,
    flags="数字、字母同汉字之间的空格，标点前后的空格",
    why="中文不用空格隔开字词，多半是从网页或别的软件粘贴来的，会使每行字数不足",
    bad="年内打造 50 个规范化社区（村）家长学校。",
    good="年内打造50个规范化社区（村）家长学校。",
    source="公文排版通例；GB/T 9704-2012 5.2.3 每行28字",
    strength=USUAL,
)
def blanks(part: Part, _notice: Context) -> Iterator[Fault]:
    """Blanks beside figures, letters and marks; one between two words within quotes parts a slogan and is right.

    Blanks in a 文号 and between a name and its phone are told of by other rules.
    """
    text = part.text
    numbers = [found.span() for found in _DOCNO.finditer(text)]
    for found in _FORMS.finditer(text):
        start, end = found.span()
        if any(first < end and start < last for first, last in numbers) or parts_contacts(text, start, end):
            continue
        before = _WORD_BEFORE.search(text, max(0, start - _LONGEST), start)
        if found["both"]:
            message = f"“{found['both']}”前后不用空格，去掉空格"
        elif found["behind"]:
            message = f"“{found['behind']}”前面不用空格，去掉空格"
        else:
            message = f"“{before[0]}”后面不用空格，去掉空格" if before else "标点旁边不用空格，去掉空格"
        yield part.fault(start, end, message, new=found["both"] or "", safe=True)


def parts_contacts(text: str, start: int, end: int) -> bool:
    """Whether the blanks at `start` stand between a name and its phone or e-mail, which must not be run together."""
    behind = end - len(text[start:end].lstrip())
    named = _NAMED_BEFORE.search(text, 0, start) and _REACHED_BY.match(text, behind)
    return bool(named or (_PHONE_BEFORE.search(text, 0, start) and _NAMED.match(text, behind)))
