"""The titles beside one another and beside the signature: year, issuer, name of the list."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import ATTACHMENT, OPENING, SIGNATURE, TITLE
from drafter.check.rule import ERROR, REQUIRED, rule
from drafter.model.notice import Form
from drafter.text import organs

_YEAR = re.compile(r"(?<!\d)(20\d\d)年(?!来|以来|度?以前)")
_NAMED_LIST = re.compile(r"《([^《》]*(?:清单|实事[^《》]*))》")


@rule(
    "title-year",
    name="标题里的年份不一致",
    severity=ERROR,
    flags="标题、清单标题、开头的《…》、附件名称里的年份不是清单的那一年",
    why="从上年的稿子改，最容易漏改一处年份",
    bad="2025年为全区妇女儿童办实事项目清单",
    good="2026年为全区妇女儿童办实事项目清单",
    source="《党政机关公文处理工作条例》第二十条（时间、引文等是否准确）",
    strength=REQUIRED,
)
def year(notice: Context) -> Iterator[Fault]:
    """Years in titles and in the name of the list that are not the year of the notice."""
    wanted = str(notice.notice.year)
    for part in notice.named(TITLE, ATTACHMENT, OPENING):
        stretches = [(one.start, one.end) for one in part.all("title", "name")]
        if part.name == OPENING:
            named = [found for found in _NAMED_LIST.finditer(part.text) if _is_list(notice, found[1])]
            stretches = [found.span(1) for found in named]
        for start, end in stretches:
            for found in _YEAR.finditer(part.text, start, end):
                if found[1] != wanted:
                    message = f"这里是{found[1]}年，清单是{wanted}年的，请核对"
                    yield part.fault(found.start(), found.end(), message, new=f"{wanted}年")


def _is_list(notice: Context, name: str) -> bool:
    """Whether a name is that of the notice's own list, whatever the year."""
    return _YEAR.sub("", name) == _YEAR.sub("", notice.notice.list_title or "")


@rule(
    "title-issuer-vs-signature",
    name="标题的发文机关与署名不一致",
    severity=ERROR,
    flags="标题里的发文机关名称与署名不同，或与版头的发文机关不同",
    why="发文机关标志、标题、署名写的是同一个机关，要用同一个名称",
    bad="博山区政府办公室",
    good="博山区人民政府办公室",
    source="GB/T 9704-2012 7.2.4、7.3.1、7.3.5",
    strength=REQUIRED,
)
def issuer(notice: Context) -> Iterator[Fault]:
    """A signature that is not the organ of the title; of several that sign, one must be."""
    title, signature = notice.named(TITLE)[0], notice.named(SIGNATURE)[0]
    named, signed = organs.issuer_at_start(title.text), signature.first("signature")
    if not signed:
        return
    said = signature.said(signed)
    signers = organs.issuers_in(said) or [said]
    wanted = named or notice.notice.issuer
    if wanted not in signers:
        message = f"标题里的发文机关是“{wanted}”，署名是“{said}”，应写同一个名称"
        yield signature.fault(signed.start, signed.end, message, new=wanted if len(signers) == 1 else None)


@rule(
    "list-title-vs-body",
    name="开头说的清单名称与清单标题不同",
    severity=ERROR,
    flags="开头《…》里的名称与清单的标题不是一字不差",
    why="印发的是哪份清单要说得准，名称前后必须一致",
    bad="《2026年全区妇女儿童办实事项目清单》已经区政府同意",
    good="《2026年为全区妇女儿童办实事项目清单》已经区政府同意",
    source="《党政机关公文处理工作条例》第二十条（时间、引文等是否准确）",
    strength=REQUIRED,
)
def list_name(notice: Context) -> Iterator[Fault]:
    """Names of a list in the opening, none of which is the title of this one (a wrong year is told elsewhere)."""
    wanted = notice.notice.list_title
    if notice.notice.form is not Form.ISSUE or not wanted:
        return
    names = [(part, found) for part in notice.named(OPENING) for found in _NAMED_LIST.finditer(part.text)]
    if not any(_is_list(notice, found[1]) for _, found in names):
        for part, found in names:
            if "实事" in found[1]:
                message = f"开头写的是《{found[1]}》，清单标题是“{wanted}”，应一致"
                yield part.fault(found.start(1), found.end(1), message, new=wanted)
