"""An import as lines of text for the terminal and as JSON: what would be stored, what was, and what to look at."""

from typing import TYPE_CHECKING, Any

from drafter.handover.importing import FAILED, STORABLE, Arrival, Importing

if TYPE_CHECKING:
    from drafter.library import Library
    from drafter.library.proposals import UnitFindings, UnitProposal
    from drafter.model.notice import Item

_IN_FULL = 3  # up to so many notices are shown item by item
_MOST_LINES, _FEW_LINES = 6, 2
_COUNTED = {"stored": "存入", "replaced": "替换", "declined": "没有存入", "same": "文库里已经有"}


def preview(importing: Importing) -> list[str]:
    """What would be stored: reference, title, items with themes and the words that say so, units, doubts."""
    storable = importing.having(*STORABLE)
    lines = []
    for one in storable:
        lines += _notice_lines(one, importing.library, in_full=len(storable) <= _IN_FULL)
    return lines


def _notice_lines(arrival: Arrival, library: "Library", *, in_full: bool) -> list[str]:
    if not arrival.judged:
        return []
    notice = arrival.judged.notice
    what = "替换" if arrival.status == "replace" else "新存"
    units = {unit for item in notice.items for unit in item.all_units}
    found = arrival.doubts
    lines = [
        f"【{arrival.name}】{what}为 {arrival.ref}",
        f"  {notice.title}（{notice.doc_number or '无文号'}，{notice.date or '无日期'}）",
        f"  实事{len(notice.items)}项，责任单位{len(units)}个，值得看的地方{len(found)}处",
    ]
    if arrival.told:
        lines.append(f"  {arrival.told}")
    if in_full:
        lines += [f"  {number}. {_item_line(item, library)}" for number, item in enumerate(notice.items, start=1)]
    shown = found[: _MOST_LINES if in_full else _FEW_LINES]
    lines += [f"  请看：{one.where}：{one.message}［{one.code}］" for one in shown]
    if len(found) > len(shown):
        lines.append(f"  另有{len(found) - len(shown)}处，用 drafter read 查看")
    if arrival.issued:
        lines += [f"  {note}" for note in arrival.issued.notes]
    return lines


def _item_line(item: "Item", library: "Library") -> str:
    words = {one.theme: "、".join(one.words[:4]) for one in library.themes.proposals(item)}
    themes = "；".join(f"{theme}（{words[theme]}）" if theme in words else theme for theme in item.themes)
    return f"{item.heading or item.body[:20]}　主题：{themes or '没有看出来，请用文库文件补上'}"


def held_lines(importing: Importing) -> list[str]:
    """What is in the library already, a line each."""
    return [f"{one.name}：{one.told}" for one in importing.having("same")]


def unit_lines(found: "UnitFindings") -> list[str]:
    """The unknown units, with registered ones like them, and the names that are no organ's."""
    lines = []
    if found.proposed:
        lines.append(f"登记表里没有的单位{len(found.proposed)}个：")
        lines += [f"  {_unit_line(one)}" for one in found.proposed]
    if found.no_organs:
        lines.append("不像单位、不会登记的名字（请核对原文）：")
        lines += [f"  {_unit_line(one)}" for one in found.no_organs]
    return lines


def _unit_line(one: "UnitProposal") -> str:
    where = "、".join(one.refs[:3]) + ("等" if len(one.refs) > 3 else "")
    like = f"；登记表里相近的有：{'、'.join(one.nearest)}" if one.nearest else ""
    return f"{one.name}（{where}{like}）"


def summary(importing: Importing) -> str:
    """In one line how many were read, stored, there already and refused, and how many places want a look."""
    counts = {name: len(importing.having(status)) for status, name in _COUNTED.items()}
    failed = len(importing.having(*FAILED))
    parts = [f"{name}{count}份" for name, count in counts.items() if count]
    parts += [f"没有成功{failed}份（原因见上）"] if failed else []
    look = sum(len(one.doubts) for one in importing.having(*STORABLE, "stored", "replaced"))
    parts += [f"值得看的地方{look}处（用 drafter read 查看）"] if look else []
    return f"共{len(importing.arrivals)}份：{'，'.join(parts) or '没有可存的'}。"


def skipped_line(skipped: list[str]) -> str:
    """The files of folders that were passed over, the first few by name."""
    more = f"等{len(skipped)}个" if len(skipped) > _MOST_LINES else ""
    return f"跳过（不是能读的格式）：{'、'.join(skipped[:_MOST_LINES])}{more}"


def shape(arrival: Arrival) -> dict[str, Any]:
    """One thing that came in, as JSON: what it is, what became of it, and why."""
    notice = arrival.judged.notice if arrival.judged else None
    issued = arrival.issued
    return {
        "file": arrival.name,
        "sha256": arrival.digest or None,
        "format": arrival.format or None,
        "ref": arrival.ref,
        "status": arrival.status,
        "told": arrival.told or None,
        "title": notice.title if notice else None,
        "items": len(notice.items) if notice else 0,
        "themes": [list(item.themes) for item in notice.items] if notice else [],
        "unknown_units": list(arrival.unknown_units),
        "problems": [one.model_dump() for one in arrival.reading.problems] if arrival.reading else [],
        "unmatched": list(issued.unmatched) if issued else [],
        "changed": list(issued.notes) if issued else [],
    }
