"""The layout of one document: the official format with the measures that follow from the notice and the settings."""

from collections.abc import Iterable
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from drafter.model.base import Value
from drafter.model.notice import Format, Notice
from drafter.render import (
    bookmarks,
    digits,
    first_page,
    geometry,
    imprint_page,
    levels,
    mark,
    named_styles,
    page_one,
    printed,
    tables,
)
from drafter.render.mark import Mark
from drafter.render.page_one import Plan
from drafter.render.settings import Digits, ImprintPage, Settings

Context = dict[str, Any]


class Layout(Value):
    """What is decided before a template is filled."""

    format: Format
    settings: Settings
    mark: Mark
    first_page: Plan


def of(notice: Notice, in_format: Format, settings: Settings) -> Layout:
    """The layout of a notice in a format."""
    size = mark.size(mark.words(notice.issuer, in_format), settings.mark_size)
    plan = page_one.plan(notice, settings, in_format, size)
    return Layout(format=in_format, settings=settings, mark=size, first_page=plan)


def carry_out(document: Document, layout: Layout, values: Context, ids: Iterable[str]) -> None:
    """Give a document filled with `values` its measures; `ids` are those of the items, in order."""
    styles = named_styles.of(document)
    geometry.fit_mark(styles, layout.mark)
    if layout.format is Format.LETTER:
        geometry.fit_letterhead(document, styles, layout.mark)
    geometry.fit_signature(styles, values["signature"], values["date"], layout.settings)
    imprint = (values["imprint_recipients"], values["copies_to"])
    height = geometry.fit_imprint(document, styles, imprint, layout.format)
    lines = printed.lines(document)
    levels.mark(lines)
    fit_tables(document)
    beginnings = (f"{item['ordinal']}{item['heading']}{item['text']}" for item in values["items"])
    bookmarks.mark(lines, zip(ids, beginnings, strict=True))
    first_page.carry_out(lines, layout.first_page)
    if layout.settings.imprint_page is ImprintPage.EVEN:
        imprint_page.onto_even_page(document, lines)
        geometry.lift_imprint(document, height)
    if layout.settings.digits is Digits.TIMES:
        digits.in_times(document)


def notes(layout: Layout) -> tuple[str, ...]:
    """What a drafter is to know of how the first page was filled."""
    plan = layout.first_page
    told = {
        "主送机关太多，首页排不下正文，已移到版记（抄送之上）": plan.recipients_below,
        f"首页排不下署名，行距收紧为{plan.line / 20:.1f}磅": plan.line != page_one.LINE,
        "首页排不下署名，正文末段在标点处分开，后一部分和署名在第2页": bool(plan.stays),
    }
    return tuple(text for text, holds in told.items() if holds)


def fit_tables(document: Document) -> None:
    """Give the tables of a document the widths that their texts ask for, and centred numbers."""
    number = named_styles.of(document).get("表格序号")
    for table in document.tables:
        tables.fit(table)
        if number is not None:
            tables.centre_numbers(table, number.get(qn("w:styleId"), ""))
