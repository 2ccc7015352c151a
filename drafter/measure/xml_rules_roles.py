"""Which part of an official document a paragraph is: told by its text and looks, never by the name of its style."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from drafter.measure.xml_rules_text import Document, Paragraph, Place

LARGE = 18.0  # points; no text of the standard between 3号 (16) and 2号 (22) is anything but a title
RED = "FF0000"  # P-10


class Role(StrEnum):
    """A part of the document, by its Chinese name."""

    BLANK = "空段"
    COPY_NUMBER = "份号"
    SECRECY = "密级和紧急程度"
    MARK = "发文机关标志"
    DOC_NUMBER = "发文字号"
    TITLE = "标题"
    HEADLINE = "清单和附件标题"
    RECIPIENTS = "主送机关"
    BODY = "正文"
    ITEM = "一级条目"
    PART = "二级条目"
    POINT = "三级条目"
    SUBPOINT = "四级条目"
    CONTACT = "联系方式"
    ATTACHMENT_NOTE = "附件说明"
    SIGNATURE = "署名"
    DATE = "成文日期"
    DISCLOSURE = "附注"
    ATTACHMENT_LABEL = "附件标识"
    COPIES = "抄送"
    IMPRINT = "印发机关和日期"
    TABLE_HEAD = "表头"
    TABLE_CELL = "表格文字"
    OTHER = "其他"


LEVELS = (Role.ITEM, Role.PART, Role.POINT, Role.SUBPOINT)
RUNNING = (Role.BODY, *LEVELS)  # text that fills lines: 28 characters each, set flush on both sides
IN_LINES = (  # text set in 3号 on the grid of 22 lines
    *(*RUNNING, Role.CONTACT, Role.RECIPIENTS, Role.DOC_NUMBER, Role.ATTACHMENT_NOTE),
    *(Role.SIGNATURE, Role.DATE, Role.DISCLOSURE, Role.ATTACHMENT_LABEL),
)

# H-11, with the wrong brackets of H-12, blanks and a serial still open (S-05); L-06: 密级 may stand at its left
_DOC_NUMBER = re.compile(
    r"(?:[^\t]{1,20}\t+)?[\u4e00-\u9fff]{2,10}\s*[〔\[［【（(﹝〈]\s*\d{4}\s*[〕\]］】）)﹞〉]\s*第?[\d\s]*号"
)
_DATE = r"\d{4}\s*年[\d\s]*月[\d\s]*日"
_BY_TEXT = (
    (Role.DOC_NUMBER, _DOC_NUMBER),
    (Role.COPIES, re.compile(r"[主抄]\s*[送报]\s*[：:].*", re.DOTALL)),
    (Role.IMPRINT, re.compile(rf".*{_DATE}\s*印\s*发", re.DOTALL)),
    (Role.ATTACHMENT_LABEL, re.compile(r"附\s*件\s*\d*\s*[：:]?")),
    (Role.ATTACHMENT_NOTE, re.compile(r"附\s*件\s*[：:].*", re.DOTALL)),
    (Role.DATE, re.compile(_DATE)),
    (Role.SIGNATURE, re.compile(rf"[\u4e00-\u9fff]{{4,40}}\s{{2,}}{_DATE}")),
    (Role.ITEM, re.compile(r"[一二三四五六七八九十百]+、.*", re.DOTALL)),
    (Role.PART, re.compile(r"[（(][一二三四五六七八九十百]+[）)].*", re.DOTALL)),
    (Role.POINT, re.compile(r"\d{1,2}[.．、](?!\d).*", re.DOTALL)),
    (Role.SUBPOINT, re.compile(r"[（(]\d{1,2}[）)].*", re.DOTALL)),
    (Role.CONTACT, re.compile(r"(?:联系|咨询|监督)?(?:人|电话|方式|邮箱|电子邮箱|电子邮件|地址)[：:].*", re.DOTALL)),
)
_BEFORE_TITLE = (
    (Role.COPY_NUMBER, re.compile(r"\d{6}")),
    (Role.SECRECY, re.compile(r"(?:绝密|机密|秘密)(?:★.*)?|特急|加急")),
)
_TITLE_WORDS = re.compile(r"关于|通知$|清单$|方案$|情况[报]?表$|的意见$")
_NOTE = re.compile(r"[（(][^（）()]{2,40}[）)]")
_FORM_FIELD = re.compile(r"填报|盖章|填表|[：:]\s*$|[：:]\s{2,}")
_SIGNATURE_LENGTH = 40


@dataclass(frozen=True)
class Part:
    """A paragraph with its role."""

    role: Role
    paragraph: Paragraph


@dataclass(frozen=True)
class Roles:
    """All paragraphs of a document in order, with their roles."""

    parts: tuple[Part, ...]

    def of(self, *roles: Role) -> list[Paragraph]:
        """The paragraphs that have one of these roles."""
        return [part.paragraph for part in self.parts if part.role in roles]

    def title_groups(self) -> Iterator[list[Paragraph]]:
        """Titles as they stand: paragraphs of one that follow each other directly."""
        group: list[Paragraph] = []
        for part in self.parts:
            if part.role in (Role.TITLE, Role.HEADLINE):
                group.append(part.paragraph)
            elif group:
                yield group
                group = []
        if group:
            yield group


def is_red(paragraph: Paragraph) -> bool:
    """Whether all its text is red."""
    colours = {run.format.get("color", "").upper() for run in paragraph.runs if run.text.strip()}
    return colours == {RED}


def roles(document: Document) -> Roles:
    """The roles of all paragraphs of a document's body."""
    first_page = (one for header in document.headers if header.kind == "first" for one in header.paragraphs)
    flow = [*first_page, *(paragraph for paragraph in document.flow if paragraph.place is not Place.TABLE)]
    told = [_told_by_looks(flow, position) for position in range(len(flow))]
    _name_title(flow, told)
    _name_head(flow, told)
    _name_tail(flow, told)
    parts = [Part(role or Role.BODY, paragraph) for paragraph, role in zip(flow, told, strict=True)]
    return Roles((*parts, *_of_tables(document)))


def _told_by_looks(flow: Sequence[Paragraph], position: int) -> Role | None:
    paragraph = flow[position]
    if not paragraph.line:
        return Role.BLANK if paragraph.is_blank else Role.OTHER
    if is_red(paragraph) and _is_above_title(flow, position):
        return Role.MARK
    if (paragraph.size or 0) >= LARGE:
        return Role.MARK if _is_mark(flow, position) else Role.HEADLINE
    for role, pattern in _BY_TEXT:
        if pattern.fullmatch(paragraph.line):
            return role
    return None if paragraph.place is Place.BODY else Role.OTHER


def _is_above_title(flow: Sequence[Paragraph], position: int) -> bool:
    """A long name makes a small mark, so red tells it, but only above the first large black line."""
    black = (at for at, one in enumerate(flow) if one.line and (one.size or 0) >= LARGE and not is_red(one))
    return position < next(black, 0)


def _is_mark(flow: Sequence[Paragraph], position: int) -> bool:
    """Red, or (where the colour is wrong) in a box, a header or above the number, and no title by its words."""
    paragraph = flow[position]
    if is_red(paragraph):
        return True
    if _TITLE_WORDS.search(paragraph.line):
        return False
    numbers = [at for at, one in enumerate(flow) if _DOC_NUMBER.fullmatch(one.line)]
    return paragraph.place is not Place.BODY or (bool(numbers) and position < numbers[0])


def _name_title(flow: Sequence[Paragraph], told: list[Role | None]) -> None:
    """The first group of large paragraphs is the title, later ones are those of the list and the attachments."""
    first = next((at for at, role in enumerate(told) if role is Role.HEADLINE and flow[at].place is Place.BODY), None)
    while first is not None and first < len(told) and told[first] is Role.HEADLINE:
        told[first] = Role.TITLE
        first += 1


def _name_head(flow: Sequence[Paragraph], told: list[Role | None]) -> None:
    """What stands above the title, and the addressees: the first line below it if that ends with a colon."""
    titles = [at for at, role in enumerate(told) if role is Role.TITLE]
    if not titles:
        return
    for at in range(titles[0]):
        if told[at] in (None, *LEVELS):
            found = (role for role, pattern in _BEFORE_TITLE if pattern.fullmatch(flow[at].line))
            told[at] = next(found, Role.OTHER)
    for at in range(titles[-1] + 1, len(told)):
        line = flow[at].line
        if told[at] is None and _NOTE.fullmatch(line):
            told[at] = Role.OTHER
        elif told[at] is None and line.endswith(("：", ":")) and "如下" not in line:
            told[at] = Role.RECIPIENTS
        if told[at] not in (Role.BLANK, Role.OTHER, Role.DOC_NUMBER, Role.DATE):
            return


def _name_tail(flow: Sequence[Paragraph], told: list[Role | None]) -> None:
    """The signature above the date, the note below it, further attachments, forms beside tables."""
    marks = {
        paragraph.line.removesuffix("文件") for paragraph, role in zip(flow, told, strict=True) if role is Role.MARK
    }
    printed = [at for at, role in enumerate(told) if role is not Role.BLANK]
    labelled = False
    for before, at in zip([None, *printed], printed, strict=False):
        line, above = flow[at].line, told[before] if before is not None else None
        labelled = labelled or told[at] is Role.ATTACHMENT_LABEL
        if told[at] is Role.DATE and before is not None and above is None and _can_sign(flow[before].line):
            told[before] = Role.SIGNATURE
        elif told[at] is None and line in marks:
            told[at] = Role.SIGNATURE
        elif told[at] is None and above in (Role.DATE, Role.SIGNATURE) and _NOTE.fullmatch(line):
            told[at] = Role.DISCLOSURE
        elif told[at] is Role.POINT and above is Role.ATTACHMENT_NOTE:
            told[at] = Role.ATTACHMENT_NOTE
        elif told[at] is None and labelled and _FORM_FIELD.search(line):
            told[at] = Role.OTHER


def _can_sign(line: str) -> bool:
    return len(line) <= _SIGNATURE_LENGTH and not line.endswith(("。", "：", "；", "）", "〕"))


def _of_tables(document: Document) -> Iterator[Part]:
    for table in document.tables:
        for number, row in enumerate(table.rows):
            for paragraph in (paragraph for cell in row for paragraph in cell if paragraph.place is Place.TABLE):
                told = _of_version_block(paragraph.line)
                heads = number == 0 and len(table.rows) > 1
                yield Part(told or (Role.TABLE_HEAD if heads else Role.TABLE_CELL), paragraph)


def _of_version_block(line: str) -> Role | None:
    """The roles of a 版记 that is a table in the text, which is how most other tools make it."""
    found = (role for role, pattern in _BY_TEXT if role in (Role.COPIES, Role.IMPRINT) and pattern.fullmatch(line))
    return next(found, None)
