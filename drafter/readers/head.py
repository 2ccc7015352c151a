"""The head of a notice: 份号, 密级, 紧急程度, 文号, title, 主送机关, and the lines before the items."""

import re
from collections.abc import Sequence

from drafter.model.base import Value
from drafter.model.notice import DocNumber, Format
from drafter.readers import head_lines
from drafter.readers.head_lines import DOC_NUMBER, TITLE_END
from drafter.readers.repair import Mended
from drafter.readers.tail import is_furniture
from drafter.readers.telling import Telling
from drafter.text import dates, numerals, organs
from drafter.text import title_lines as breaks

_RECIPIENTS = re.compile(r"(?:各|有关|市|区|县|省|高新|.{2,12}(?:人民政府|街道|管委会|办事处|委员会))")
_GROUPS = ("部门", "单位", "政府", "街道", "管委会", "机构", "办事处", "企业", "院校", "办公室", "局", "委")
_YEAR = re.compile(r"(20\d{2})\s*年")
_SAID = re.compile(
    r"(?P<issuer>[\u4e00-\u9fff]{2,12}(?:省|市|县|区|旗|州)(?:人民政府办公室|人民政府办公厅|人民政府|妇女儿童工作委员会(?:办公室)?|妇联|妇女联合会))"
    r"(?:[\u4e00-\u9fff]{0,6})(?:印发|发布|出台|制定|公布)"
)
_TITLE_LINES = 5
_HEAD_LINES = 12
_STOPPED_TITLE = re.compile(r"(?!.*(?:现将|特此|如下|以下))[^，；：。]{0,50}的(?:通知|意见|方案)。")
_GIVEN = re.compile(r"(?:发布机构|发文机关|发文单位|制发机关|发布单位)[：:]\s*(?P<issuer>[\u4e00-\u9fff]{4,24})")
_PLACE = re.compile(r"(?:20\d{2}年)?(?:度)?(?P<place>[\u4e00-\u9fff]{2,8}?(?:自治[区州县]|[省市区县州盟旗]))")


class HeadReading(Value):
    """What the head holds; `taken` counts the lines up to and with the recipients."""

    issuer: str | None
    doc_number: DocNumber | None
    title: str
    year: int | None
    recipients: str | None
    taken: int
    marks: head_lines.Marks = head_lines.Marks()
    format: Format | None = None


def read_head(lines: list[Mended], telling: Telling) -> HeadReading | None:
    """Understand the lines before the text; None where nothing reads as a title."""
    lines = _without_stop(lines, telling)
    start, end, recipients = _find_recipients(lines, telling)
    head, marks = head_lines.take_marks(lines[:start], telling)
    numbers = [line for line in head if DOC_NUMBER.fullmatch(line.text)]
    rest = [line for line in head if line not in numbers]
    span = _title_span(rest, head)
    if span is None:
        return None
    title_lines = rest[span[0] : span[1]]
    title = "".join(line.text for line in title_lines)
    for line in title_lines:
        telling.tell_repairs(line, {"blank-in-text": "title-blank"})
    broken = breaks.fault([line.text for line in title_lines])
    if broken:
        telling.tell("title-break", title_lines[0].where, " / ".join(line.printed for line in title_lines), broken)
    if not re.search(r"关于.+的(?:通知|意见|方案|公告|通告|函)$", title):
        telling.tell("title-elements", title_lines[-1].where, title)
        if not re.search(r"通知|方案|意见|公告|通告|函$", title) or "解读" in title:
            telling.tell("not-a-notice", title_lines[-1].where, title)
    issuer = _issuer(title, rest, lines[end:]) or _place_only(title, title_lines[-1], telling)
    _tell_others(rest, span, title, issuer, telling)
    red = any(line.text.endswith("文件") and organs.issuers_in(line.text.removesuffix("文件")) for line in rest)
    return HeadReading(
        issuer=issuer,
        doc_number=_doc_number(numbers, lines, telling),
        title=title,
        year=_year(title, lines, title_lines[-1], telling),
        recipients=recipients,
        taken=end,
        marks=marks,
        format=Format.FILE if red else None,
    )


def _without_stop(lines: list[Mended], telling: Telling) -> list[Mended]:
    """The lines, a 。 taken from the end of the title, which has none; a sentence keeps its own."""
    at = next((at for at, line in enumerate(lines[:_HEAD_LINES]) if _STOPPED_TITLE.fullmatch(line.text)), None)
    if at is None:
        return lines
    telling.tell("title-punct", lines[at].where, lines[at].printed)
    return [*lines[:at], lines[at].replaced(text=lines[at].text.rstrip("。")), *lines[at + 1 :]]


def _issuer(title: str, rest: list[Mended], behind: list[Mended]) -> str | None:
    """The organ named by the title, by the 发文机关标志, by the signature, or said to have issued it."""
    named = organs.issuer_at_start(title)
    marks = (organs.issuers_in(line.text.removesuffix("文件")) for line in rest)
    first = named or next((organ for found in marks for organ in found[:1]), None) or _signer(behind)
    if first:
        return first
    given = next(filter(None, (_GIVEN.match(line.text) for line in (*rest, *behind))), None)
    if given:
        return given["issuer"]
    said = next(filter(None, (_SAID.search(line.text) for line in behind)), None)
    return re.sub(r"^(?:近日|日前|今日|近期|由|经|据)", "", said["issuer"]) if said else None


def _place_only(title: str, line: Mended, telling: Telling) -> str | None:
    """The place that the title names, where no organ is found."""
    found = _PLACE.match(title)
    if not found or re.match(r"[全我各本]", found["place"]):
        return None
    telling.tell("issuer-missing", line.where, title, found["place"])
    return found["place"]


def _year(title: str, lines: Sequence[Mended], line: Mended, telling: Telling) -> int | None:
    """The year of the title; else the first in the text, which is told."""
    found = _YEAR.search(title)
    if not found:
        found = next(filter(None, (_YEAR.search(one.text) for one in lines)), None)
        if found:
            telling.tell("year-missing", line.where, title, found[1])
    return int(found[1]) if found else None


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
    return _below_title(lines, telling)


def _below_title(lines: list[Mended], telling: Telling) -> tuple[int, int, str | None]:
    """The line below the title, where it is addressees of a kind not known; else that there are none."""
    end = next((at + 1 for at, line in enumerate(lines[:60]) if TITLE_END.search(line.text)), 0)
    end = end or _end_of_list_title(lines)
    while 0 < end < len(lines) and DOC_NUMBER.fullmatch(lines[end].text):
        end += 1
    if 0 < end < len(lines) and _is_addressed(lines[end].text):
        telling.tell_repairs(lines[end])
        return end, end + 1, lines[end].text[:-1]
    if end:
        telling.tell("recipients-missing", lines[end - 1].where)
    return end, end, None


def _is_addressed(text: str) -> bool:
    """Whether a line right below the title is addressees of a kind not known: it ends in ： and says nothing."""
    said = re.search(r"[。；]|如下|以下|通知|要求|经.{0,12}(?:同意|研究)", text)
    return text.endswith("：") and not said and not numerals.split_ordinal(text)[0]


def _end_of_list_title(lines: Sequence[Mended]) -> int:
    """The line behind a title that is no notice's: one that names the deeds and is no sentence."""
    for at, line in enumerate(lines[:12]):
        text = line.text
        named = re.search(r"实事|妇女儿童|好事", text) and re.search(r"20\d{2}|解读|清单|项目|实事", text)
        if named and len(text) <= 60 and not re.search(r"[。，；]|：$", text) and not numerals.split_ordinal(text)[0]:
            return at + 1
    return 0


def _is_of_head(text: str) -> bool:
    """Whether a line belongs to the head above the 主送机关: mark, 文号 or title."""
    named = organs.is_issuer(text.removesuffix("文件"))
    return named or "关于" in text or bool(TITLE_END.search(text) or DOC_NUMBER.fullmatch(text))


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
    begins = [at for at, line in enumerate(lines) if "关于" in line.text and "。" not in line.text]
    if not begins:
        end = _end_of_list_title(lines)
        return (end - 1, end) if end else None
    first = begins[-1]
    near = range(first, min(first + _TITLE_LINES, len(lines)))
    cut = next((at - 1 for at in near[1:] if not _may_be_of_title(lines[at].text)), near[-1])
    end = next((at for at in near if TITLE_END.search(lines[at].text)), cut)
    if lines[first].text.startswith("关于") and first and organs.is_issuer(lines[first - 1].text):
        first -= head.index(lines[first]) - head.index(lines[first - 1]) == 1
    return first, end + 1


def _may_be_of_title(text: str) -> bool:
    """Whether a line may go on a title that does not end as those of notices do: words alone, no date, no source."""
    apart = re.search(r"[。：；，、\s]|20\d{2}[-年./]\d", text) or numerals.split_ordinal(text)[0]
    return not apart and not is_furniture(text) and not organs.is_issuer(text)


def _doc_number(numbers: list[Mended], lines: Sequence[Mended], telling: Telling) -> DocNumber | None:
    if not numbers:
        told = next((line for line in lines if DOC_NUMBER.search(line.text)), None)
        if told:
            telling.tell("docno-foreign", told.where, told.printed)
        telling.tell("docno-missing", "文首")
        return None
    for line in numbers:
        telling.tell_repairs(line, {"blank-in-text": "docno-spaces"})
    for again in numbers[1:]:
        telling.tell("head-repeated", again.where, again.printed, text=again.text)
    return head_lines.doc_number(numbers[0], telling)


def _tell_others(lines: list[Mended], span: tuple[int, int], title: str, issuer: str | None, telling: Telling) -> None:
    """Lines of the head outside the title: the 发文机关标志 is known, a repeated title told, the rest unplaced."""
    marked = False
    for at, line in enumerate(lines):
        if span[0] <= at < span[1]:
            continue
        mark = re.sub(r"文件$", "", line.text)
        if mark == issuer and not marked:
            marked = True
            telling.tell_repairs(line)
        elif line.text in title or (issuer and issuer in organs.issuers_in(mark)):
            telling.tell("head-repeated", line.where, line.printed, text=line.text)
        else:
            telling.tell("text-unplaced", line.where, line.printed, line.text)
