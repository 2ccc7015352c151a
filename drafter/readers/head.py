"""The head of a notice: 文号, title, 主送机关, and the lines before the items."""

import re

from drafter.model.base import Value
from drafter.model.notice import DocNumber
from drafter.readers.repair import Mended
from drafter.readers.telling import Telling
from drafter.text import dates, organs

_DOC_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{2,10}\s*[〔\[［【（(﹝〈]\s*(?:19|20)\d{2}\s*[〕\]］】）)﹞〉]\s*第?\s*\d{0,4}[\s\u3000]*号"
)
_RECIPIENTS = re.compile(r"(?:各|有关|市|区|县|省|高新|.{2,12}(?:人民政府|街道|管委会|办事处|委员会))")
_GROUPS = ("部门", "单位", "政府", "街道", "管委会", "机构", "办事处", "企业", "院校", "办公室", "局", "委")
_TITLE_END = re.compile(r"(?:通知|意见|方案|公告|通告|函)$")
_YEAR = re.compile(r"(20\d{2})年")


class HeadReading(Value):
    """What the head holds; `taken` counts the lines up to and with the recipients."""

    issuer: str | None
    doc_number: DocNumber | None
    title: str
    year: int | None
    recipients: str | None
    taken: int


def read_head(lines: list[Mended], telling: Telling) -> HeadReading | None:
    """Understand the lines before the text; None where nothing reads as a title."""
    start, end, recipients = _find_recipients(lines, telling)
    head = lines[:start]
    numbers = [line for line in head if _DOC_NUMBER.fullmatch(line.text)]
    rest = [line for line in head if line not in numbers]
    span = _title_span(rest, head)
    if span is None:
        return None
    title_lines = rest[span[0] : span[1]]
    title = "".join(line.text for line in title_lines)
    for line in title_lines:
        telling.tell_repairs(line, {"blank-in-text": "title-blank"})
    if not re.search(r"关于.+的(?:通知|意见|方案|公告|通告|函)$", title):
        telling.tell("title-elements", title_lines[-1].where, title)
    marks = (line.text.removesuffix("文件") for line in rest)
    issuer = organs.issuer_at_start(title) or next(filter(organs.is_issuer, marks), None) or _signer(lines[end:])
    _tell_others(rest, span, title, issuer, telling)
    year = _YEAR.search(title)
    return HeadReading(
        issuer=issuer,
        doc_number=_doc_number(numbers, telling),
        title=title,
        year=int(year[1]) if year else None,
        recipients=recipients,
        taken=end,
    )


def _find_recipients(lines: list[Mended], telling: Telling) -> tuple[int, int, str | None]:
    """Where the 主送机关 stand (first line, line behind) and their text without the colon."""
    for first, line in enumerate(lines[:60]):
        if not _RECIPIENTS.match(line.text) or _is_of_head(line.text):
            continue
        text = ""
        for last in range(first, min(first + 5, len(lines))):
            text += lines[last].text
            if "。" in text or _is_of_head(lines[last].text):
                break
            if text.endswith("：") and text[:-1].endswith(_GROUPS):
                for taken in lines[first : last + 1]:
                    telling.tell_repairs(taken)
                for cut in lines[first:last]:
                    telling.tell("broken-paragraph", cut.where, cut.printed)
                return first, last + 1, text[:-1]
    end = next((at + 1 for at, line in enumerate(lines[:60]) if _TITLE_END.search(line.text)), 0)
    if end:
        telling.tell("recipients-missing", lines[end - 1].where)
    return end, end, None


def _is_of_head(text: str) -> bool:
    """Whether a line belongs to the head above the 主送机关: mark, 文号 or title."""
    named = organs.is_issuer(text.removesuffix("文件"))
    return named or "关于" in text or bool(_TITLE_END.search(text) or _DOC_NUMBER.fullmatch(text))


def _signer(lines: list[Mended]) -> str | None:
    """The organ that signs, where neither mark nor title names the issuer."""
    for line in lines:
        day = dates.find_at_end(line.text)
        organ = line.text[: -len(day)].strip() if day else line.text
        if organs.is_issuer(organ):
            return organ
    return None


def _title_span(lines: list[Mended], head: list[Mended]) -> tuple[int, int] | None:
    """The lines that make up the title: from the issuer or 关于 to the line that ends in 通知.

    An issuer that the 文号 parts from 关于 in the head is the 发文机关标志 and no part of the title.
    """
    begins = [at for at, line in enumerate(lines) if "关于" in line.text]
    if not begins:
        return None
    first = begins[-1]
    end = next((at for at in range(first, len(lines)) if _TITLE_END.search(lines[at].text)), len(lines) - 1)
    if lines[first].text.startswith("关于") and first and organs.is_issuer(lines[first - 1].text):
        first -= head.index(lines[first]) - head.index(lines[first - 1]) == 1
    return first, end + 1


def _doc_number(numbers: list[Mended], telling: Telling) -> DocNumber | None:
    if not numbers:
        telling.tell("docno-missing", "文首")
        return None
    for line in numbers:
        telling.tell_repairs(line, {"blank-in-text": "docno-spaces"})
    for again in numbers[1:]:
        telling.tell("head-repeated", again.where, again.printed)
    line = numbers[0]
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


def _tell_others(lines: list[Mended], span: tuple[int, int], title: str, issuer: str | None, telling: Telling) -> None:
    """Lines of the head outside the title: the 发文机关标志 is known, a repeated title told, the rest unplaced."""
    for at, line in enumerate(lines):
        if span[0] <= at < span[1]:
            continue
        mark = re.sub(r"文件$", "", line.text)
        if mark == issuer:
            telling.tell_repairs(line)
        elif line.text in title:
            telling.tell("head-repeated", line.where, line.printed)
        else:
            telling.tell("text-unplaced", line.where, line.printed, line.text)
