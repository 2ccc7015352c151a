"""Lines of the head that stand in a form of their own: 份号, 密级, 紧急程度, 文号."""

import re

from drafter.model.base import Value
from drafter.model.notice import DocNumber
from drafter.readers.repair import Mended
from drafter.readers.telling import Telling

DOC_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{2,10}\s*[〔\[［【（(﹝〈]\s*(?:19|20)\d{2}\s*[〕\]］】）)﹞〉]\s*第?\s*\d{0,4}[\s\u3000]*号"
)
TITLE_END = re.compile(r"(?:通知|意见|方案|公告|通告|函|(?:政策|文件|图文)?解读)$")
_COPY_NUMBER = re.compile(r"(?:份号[：:]?\s*|[№N]o?\.?\s*)?(?P<number>\d{6})")
_SECRECY = re.compile(r"(?P<secrecy>(?:绝密|机密|秘密)(?:[★☆]?\s*(?:\d{1,2}[年月]|长期)?)?)")
_URGENCY = re.compile(r"(?P<urgency>特急|加急|急件|特提|平急)")


class Marks(Value):
    """份号, 密级和保密期限 and 紧急程度."""

    copy_number: str | None = None
    secrecy: str | None = None
    urgency: str | None = None


def take_marks(lines: list[Mended], telling: Telling) -> tuple[list[Mended], Marks]:
    """The lines without those that hold such marks, alone or beside the 文号; a mark told twice stays a line."""
    kept: list[Mended] = []
    found: dict[str, str] = {}
    for line in lines:
        rest = []
        parts = line.text.split() if DOC_NUMBER.search(line.text) or len(line.text) <= 20 else [line.text]
        for part in parts:
            mark = _mark(part)
            if mark and mark[0] not in found:
                found[mark[0]] = mark[1]
            else:
                rest.append(part)
        if len(rest) == len(parts):
            kept.append(line)
            continue
        telling.tell_repairs(line, {"blank-in-text": "layout-by-blanks"})
        if rest:
            kept.append(line.replaced(text=" ".join(rest), codes=()))
    return kept, Marks(**found)


def _mark(text: str) -> tuple[str, str] | None:
    for field, pattern in (("copy_number", _COPY_NUMBER), ("secrecy", _SECRECY), ("urgency", _URGENCY)):
        found = pattern.fullmatch(text)
        if found:
            return field, next(group for group in found.groups() if group)
    return None


def doc_number(line: Mended, telling: Telling) -> DocNumber | None:
    """The 文号 of a line; what was not in the official form is told."""
    plain = re.sub(r" ", "", line.text)
    bracketed = re.sub(r"[\[［【（(﹝〈](\d{4})[\]］】）)﹞〉]", r"〔\1〕", plain)
    bare = re.sub(r"〕第?0*(?=\d*号)", "〕", bracketed)
    try:
        number = DocNumber.parse(bare)
        if bracketed != plain:
            telling.tell("docno-brackets", line.where, line.printed)
        if bare != bracketed:
            telling.tell("docno-zero-or-di", line.where, line.printed)
        return number
    except ValueError:
        telling.tell("docno-form", line.where, line.printed)
        return None
