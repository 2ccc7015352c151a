"""An item as text for an editor, and back: heading, one clause a line, then labelled fields."""

from drafter.drafting.edit import edit_item, rewritten
from drafter.drafting.places import item_at, with_item
from drafter.errors import UnfitValue
from drafter.library import Library
from drafter.model.draft import Draft, DraftItem

_LABELS = {
    "标题": "heading",
    "责任单位": "units",
    "牵头单位": "lead",
    "责任领导": "leader",
    "完成时限": "deadline",
    "主题": "themes",
    "理由": "reason",
}
_HELP = """# 第{number}项。每条措施一行；“标签：内容”是字段，内容留空即清空；以 # 开头的行不算。
# 保存并关闭后生效；不想改就把所有内容删空。
"""


def to_text(draft: Draft, number: int) -> str:
    """The item at a position as text to edit. Sub-entries are edited clause by clause and are not shown."""
    item = item_at(draft, number)
    fields = {
        "标题": item.heading or "",
        "责任单位": "、".join(item.units),
        "牵头单位": "、".join(item.lead_units or ()),
        "责任领导": item.leader or "",
        "完成时限": item.deadline or "",
        "主题": "、".join(item.themes),
        "理由": item.reason or "",
    }
    lines = [f"标题：{fields.pop('标题')}", "", *(clause.text for clause in item.clauses), ""]
    lines += [f"{label}：{value}" for label, value in fields.items()]
    return _HELP.format(number=number) + "\n".join(lines) + "\n"


def apply(draft: Draft, number: int, text: str, library: Library) -> Draft:
    """The draft with the item changed as the edited text says; only fields that differ are touched.

    Raises UnfitValue where nothing is left of the text.
    """
    item = item_at(draft, number)
    fields, body = _parse(text)
    if not fields and not body:
        raise UnfitValue("内容全部删空，没有改动草稿。")
    before, _ = _parse(to_text(draft, number))
    changed = {name: value for name, value in fields.items() if value != before.get(name)}
    themes = changed.pop("themes", None)
    result = edit_item(
        draft,
        number,
        library=library,
        themes=None if themes is None else [name for name in themes.split("、") if name],
        **changed,
    )
    if body != [clause.text for clause in item.clauses]:
        result = with_item(result, number, _with_body(item_at(result, number), body))
    return result


def _with_body(item: DraftItem, body: list[str]) -> DraftItem:
    return item.replaced(clauses=tuple(rewritten(item.clauses, "\n".join(body))))


def _parse(text: str) -> tuple[dict[str, str], list[str]]:
    fields: dict[str, str] = {}
    body: list[str] = []
    for line in text.splitlines():
        plain = line.strip()
        if not plain or line.startswith("#"):
            continue
        label, mark, value = plain.partition("：")
        if mark and label in _LABELS:
            fields[_LABELS[label]] = value.strip()
        else:
            body.append(plain)
    return fields, body
