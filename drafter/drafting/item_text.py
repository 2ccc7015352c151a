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
_HELP = """# 第{number}项。上面是字段，“标签：内容”，内容留空即清空；横线下面是措施，每条一行。
# 保存并关闭后生效；不想改就把所有内容删空。
"""
_RULE = "————————————————"


def to_text(draft: Draft, number: int) -> str:
    """The item at a position as text to edit. Sub-entries are edited clause by clause and are only counted."""
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
    help_text = _HELP.format(number=number)
    if item.entries:
        help_text += f"# 本项另有{len(item.entries)}个分项，不在这里改，请用 #{number}.条数。\n"
    lines = [f"{label}：{value}" for label, value in fields.items()]
    return help_text + "\n".join([*lines, _RULE, *(clause.text for clause in item.clauses)]) + "\n"


def is_emptied(text: str) -> bool:
    """Whether nothing but help lines is left of the text."""
    return not [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def apply(draft: Draft, number: int, text: str, library: Library) -> Draft:
    """The draft with the item changed as the edited text says; only fields that differ are touched.

    Raises UnfitValue where nothing is left of the text.
    """
    item = item_at(draft, number)
    fields, body = _parse(text)
    if _RULE not in text:
        raise UnfitValue("分隔措施的横线不见了，没有改动草稿。请留着横线，措施写在它下面。")
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
    """The fields above the rule and the clauses below it; a line without label goes on with the field before."""
    above, rule, below = text.partition(f"\n{_RULE}")
    fields: dict[str, str] = {}
    name = ""
    for line in above.splitlines():
        label, mark, value = line.partition("：")
        if line.startswith("#") and not name:
            continue
        if mark and label.strip() in _LABELS:
            name = _LABELS[label.strip()]
            fields[name] = value.strip()
        elif name and line.strip():
            fields[name] += "\n" + line.strip()
    body = [line.strip() for line in below.splitlines() if line.strip()] if rule else []
    return fields, body
