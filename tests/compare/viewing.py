"""What the tests of the views share: pairs of notices told, and each view read back into what it says changed."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from lxml import html

from drafter import compare
from drafter.compare import telling
from drafter.compare.told import Told
from drafter.library import Library
from drafter.model.comparison import AttachmentChange, ClauseKind, Comparison, PieceKind
from drafter.model.draft import Draft
from drafter.model.notice import Notice
from drafter.render import Rendered
from tests.handover.making import opened

PAIRS = (
    ("博山区-2023", "博山区-2025"),
    ("淄博市-2024", "临淄区-2026"),
    ("临淄区-2026", "临淄区-2026"),
    ("淄川区-2023", "博山区-2023"),
)
HOSTILE = (
    "</style><script>alert(1)</script><img src=x onerror=alert(1)>&lt;&amp;\"' "
    "{{ 7*7 }}{% x %} [-甲-]{+乙+} 😀𠮷 ⟦｜·— \u202eabc"
)
_LABELS = "移动并修改|异处且不同|修改|增加|删去|移动|疑似|不同|另有|没有|异处"
_TARGETS = "上调|下调|持平|取消指标|新增指标|口径变化|低于|高于|相同|没有|另有|口径不同"
_SAME = "未变", "相同"
_NAMES = (
    r"(?:(?:清单)?标题|主送机关|开头|结尾|联系方式|署名|附注|抄送|责任领导|完成时限"
    r"|责任单位|附件\d*(?:正文|表头|表格第\d+行)?)："
)
_REMARK = r"（(?:(?:取自|移自|对应|项内|[原对]方?措施|合并后|理由：|按文字推断)[^（）]*)）$"

Change = tuple[str, str, str]


def notice(*items: dict[str, Any], year: int = 2027, **head: Any) -> Notice:
    """A notice of an invented county with these items."""
    made = [
        {"ordinal": None, "heading": f"实事{n}", "clauses": [], "units": []} | item for n, item in enumerate(items, 1)
    ]
    return Notice.model_validate(
        {
            "issuer": "青岚县人民政府办公室",
            "year": year,
            "form": "issue",
            "title": f"青岚县人民政府办公室关于印发{year}年为全县妇女儿童办实事项目清单的通知",
            "list_title": f"{year}年为全县妇女儿童办实事项目清单",
            **head,
            "items": made,
        }
    )


def told(old: Notice, new: Notice | Draft, *, old_name: str = "", new_name: str = "") -> tuple[Comparison, Told]:
    """The comparison of two notices, as values and in Chinese."""
    found = compare.notices(old, new, old_name=old_name, new_name=new_name)
    return found, telling.of(found, old, new)


def of_library(library: Library, old: str, new: str) -> tuple[Comparison, Told]:
    """The comparison of two notices of a library."""
    return told(library.notice(old), library.notice(new), old_name=old, new_name=new)


def of_values(comparison: Comparison) -> list[tuple[str, str]]:
    """Old and new text of every change, in the order of the values: head, items with heading and clauses, targets."""
    changes = [(one.old or "", one.new or "") for one in comparison.head]
    changes += [pair for one in comparison.attachments for pair in _of_attachment(one)]
    for item in comparison.items:
        if item.retitled:
            changes.append((item.old_heading or "", item.new_heading or ""))
        changes += [(one.old or "", one.new or "") for one in item.clauses if one.kind is not ClauseKind.SAME]
        changes += [(one.old or "", one.new or "") for one in item.fields]
        if not (item.old and item.new) and (item.units.old or item.units.new):
            changes.append(("、".join(item.units.old), "、".join(item.units.new)))
    return [(_flat(old), _flat(new)) for old, new in changes]


def _of_attachment(one: AttachmentChange) -> Iterator[tuple[str, str]]:
    if one.paragraphs:
        yield tuple(  # type: ignore[misc] # two sides
            "".join(piece.text for piece in one.paragraphs if piece.kind is not left_out)
            for left_out in (PieceKind.INSERTED, PieceKind.DELETED)
        )
    if one.old_columns != one.new_columns and (not one.progress or (one.old_columns and one.new_columns)):
        yield "｜".join(one.old_columns), "｜".join(one.new_columns)
    for row in () if one.progress else one.rows:
        if row.kind is not ClauseKind.SAME:
            yield "｜".join(row.old), "｜".join(row.new)


def columns(text: str) -> int:
    """Columns of a terminal in which marks of uncertain width are wide."""
    return sum(
        2 if unicodedata.east_asian_width(one) in "WFA" else 0 if unicodedata.category(one) in ("Mn", "Me") else 1
        for one in text
    )


def in_terminal(lines: list[str]) -> tuple[list[Change], list[str]]:
    """The changes that the lines tell, and the targets, each as its label and text."""
    texts: list[tuple[str, str, str]] = []
    section = ""
    for line in lines:
        found = re.match(rf"  ({_LABELS}|{_TARGETS}|未变|说明|退出|其他) +(.*)", line)
        if found:
            texts.append((section, found[1], found[2]))
        elif line.startswith("        ") and texts:
            texts[-1] = (*texts[-1][:2], texts[-1][2] + line.strip(" "))
        elif line.strip():
            section = line if line.startswith("━━") else section
            texts.append((section, "", ""))
    changes = [
        (label, *_sides(text))
        for section, label, text in texts
        if re.fullmatch(_LABELS, label) and not section.startswith(("━━ 指标", "━━ 责任单位"))
    ]
    targets = [
        f"{label} {text}"
        for section, label, text in texts
        if re.fullmatch(_TARGETS, label) and section.startswith("━━ 指标")
    ]
    return [one for one in changes if one[1] != one[2] or one[0] in ("移动", "异处")], targets


def _sides(text: str) -> tuple[str, str]:
    """Old and new of a text with marks; its name before it and the remark behind it are left out."""
    text = re.sub(_REMARK, "", re.sub(rf"^{_NAMES}", "", text))
    old = re.sub(r"\{\+.*?\+\}", "", text).replace("[-", "").replace("-]", "")
    new = re.sub(r"\[-.*?-\]", "", text).replace("{+", "").replace("+}", "")
    return _flat(old), _flat(new)


def in_page(text: str) -> tuple[list[Change], list[str]]:
    """The changes that a page tells, and the targets."""
    tree = html.document_fromstring(text)
    changes = []
    for line in tree.xpath("//div[contains(concat(' ', @class, ' '), ' line ')]"):
        label = line.xpath("string(span[@class='label'])")
        shown = line.xpath("div[@class='text']")[0]
        for other in shown.xpath("span"):
            other.drop_tree()
        old = "".join(shown.xpath(".//text()[not(parent::ins)]"))
        new = "".join(shown.xpath(".//text()[not(parent::del)]"))
        if label not in _SAME:
            changes.append(("疑似" if label.startswith("疑似") else label, _flat(old), _flat(new)))
    rows = tree.xpath("//section[@id='targets']//tbody/tr")
    return changes, [" ".join(cell.text_content() for cell in row.xpath("td")) for row in rows]


def in_table(document: Rendered) -> tuple[list[Change], list[str]]:
    """The changes that a 对照表 tells, and the targets."""
    lists, *others = opened(document).tables
    changes = []
    for row in lists.rows[2:]:
        _, old, new, kind, _ = (cell.text for cell in row.cells)
        whole = old.startswith("（") or new.startswith("（")
        is_heading = row.cells[1].paragraphs[0].style.name == "对照表实事标题"
        if (is_heading and (old == new or whole)) or kind.endswith(_SAME):
            continue
        labels = ("不同", "修改") if is_heading else _LABELS.split("|")
        label = next((one for one in labels if one in kind), "修改")
        before, after = ("" if one == "—" else _flat(one) for one in (old, new))
        changes.append((label, before, after))
    targets = [table for table in others if table.rows[0].cells[0].text.startswith("二、")]
    return changes, [" ".join(cell.text for cell in row.cells) for table in targets for row in table.rows[2:]]


def _flat(text: str) -> str:
    return re.sub(r"\s", "", text)
