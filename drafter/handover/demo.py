"""The main job on the shipped library, start to end: 临淄区's 2027 notice from its 2026 one, marked 示例.

The steps are examples of what a drafter decides; figures and reasons in them stand for nothing real.
"""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

from drafter import compare, drafting, render, suggest
from drafter.compare import page, telling, terminal
from drafter.compare.summary import summary
from drafter.compare.told import Told
from drafter.drafting import draft_file
from drafter.drafting.progress import Status, status
from drafter.errors import FileTrouble
from drafter.handover import comparison_table
from drafter.library import Library, files
from drafter.model.base import Value
from drafter.model.comparison import Comparison
from drafter.model.draft import Draft
from drafter.model.results import Match
from drafter.render import Templates

PLACE, YEAR = "临淄区", 2027
SOURCE = "临淄区-2026"
WISH = "为残疾儿童提供康复救助"
BANNER = "示例，非正式公文"
_EXAMPLE = "示例："


# The decisions of the example: what is done, by which step, with what.
_STEPS: tuple[tuple[str, Callable[..., Draft], dict[str, Any]], ...] = (
    ("删去第3项", drafting.drop, {"item": 3, "reason": f"{_EXAMPLE}已转为日常工作，由主管部门常态推进"}),
    (
        "采用淄博市-2024#8",
        drafting.take,
        {"reference": "淄博市-2024#8", "at": 5, "reason": f"{_EXAMPLE}市级清单有单列，区里跟进"},
    ),
    (
        "第5项改成本区的说法",
        drafting.edit_item,
        {
            "number": 5,
            "heading": "守护青少年身心健康",
            "text": "优化提升心理健康管理云平台，完善心理健康服务，开展心理健康科普知识宣传。"
            "持续深入开展“护校安园”专项行动，确保中小学幼儿园安全防范建设“4个100%”稳定达标。"
            "建立家事案件调解联盟，加强对未成年人的综合司法保护。",
            "units": "区教体局、区卫健局、临淄公安分局、区法院、区检察院",
        },
    ),
    (
        "采用博山区-2025#6",
        drafting.take,
        {"reference": "博山区-2025#6", "at": 8, "reason": f"{_EXAMPLE}邻区做法可借鉴，指标待责任单位确认"},
    ),
    (
        "第8项改成本区的说法",
        drafting.edit_item,
        {
            "number": 8,
            "heading": "建设儿童友好生活圈",
            "units": "各镇（街道）、区住建局、区交通运输局、区市场监管局",
        },
    ),
    (
        "上调指标",
        drafting.edit_clause,
        {
            "number": 6,
            "clause": 2,
            "text": "开展科普大篷车进基层活动10场，提升儿童科技素养。",
            "reason": f"{_EXAMPLE}科协提出可增加2场",
        },
    ),
    (
        "下调指标",
        drafting.edit_clause,
        {
            "number": 3,
            "clause": 2,
            "text": "家庭教育指导服务进校园，依托家长学校、家庭教育指导师团队，全年开展家庭教育大讲堂、订单式入校服务、"
            "新生家长培训等活动不少于100场；",
            "reason": f"{_EXAMPLE}活动由数量转向质量，每场人数增加",
        },
    ),
)
_WITH_LIBRARY = (drafting.take, drafting.edit_item)


class Demo(Value):
    """What the demonstration made: files, suggestions for the wish, the comparison and the account of it."""

    written: tuple[Path, ...]
    matches: tuple[Match, ...]
    comparison: Comparison
    account: str


def run(folder: Path, library: Library, templates: Templates) -> Demo:
    """Do the main job; leave the draft, the Word document, the comparison with last year and a short account.

    Raises FileTrouble where the folder holds an earlier demonstration or cannot be written.
    """
    name = f"示例-{PLACE}-{YEAR}"
    draft_path, word_path, table_path, page_path, account_path = paths = tuple(
        folder / f"{name}{ending}" for ending in (".yaml", ".docx", "-对照表.docx", "-比对.html", "-说明.txt")
    )
    for path in paths:
        if path.exists():
            raise FileTrouble(f"{path} 已经存在，没有覆盖。请用 -o 换一个文件夹，或先删去它。")
    source = library.notice(SOURCE)
    draft = drafting.new(YEAR, PLACE, library, source)
    draft_file.create(draft_path, draft)
    for what, step, fields in _STEPS:
        given = {**fields, "library": library} if step in _WITH_LIBRARY else fields
        draft = draft_file.change(draft_path, what, functools.partial(step, **given))
    render.docx(draft, templates, banner=BANNER).save(word_path)
    comparison = compare.notices(source, draft, old_name=SOURCE, new_name=f"{PLACE}-{YEAR}")
    told = telling.of(comparison, source, draft)
    comparison_table.document(told, templates, banner=BANNER).save(table_path)
    files.write_bytes(page_path, page.page(told, banner=BANNER).encode("utf-8"))
    matches = tuple(suggest.similar(WISH, library, limit=3))
    account = "\n".join(_account(draft, status(draft), comparison, told, matches)) + "\n"
    files.write_bytes(account_path, account.encode("utf-8"))
    return Demo(written=paths, matches=matches, comparison=comparison, account=account)


def _account(draft: Draft, state: Status, comparison: Comparison, told: Told, matches: tuple[Match, ...]) -> list[str]:
    """A short account of what was done; every number in it is counted."""
    counts = summary(comparison)
    taken = [item for item in draft.items if item.origin and not item.origin.startswith(SOURCE)]
    changed = [
        target
        for change in comparison.items
        if change.relation not in ("new", "dropped")
        for target in change.targets
        if target.change in ("raised", "lowered")
    ]
    return [
        f"【{BANNER}】由公开的往年通知自动拟成",
        f"{draft.title}",
        "",
        f"以 {SOURCE} 为底稿，清单年份改为{draft.year}年；现有实事{state.items}项：",
        f"  沿用底稿{state.from_source}项，采自别处{state.from_elsewhere}项，底稿中未延续{counts['items_dropped']}项。",
        f"  指标{state.figures}个，已确认{state.figures_confirmed}个，其余须由责任单位确认。",
        "",
        "采自别处：",
        *(f"  {item.heading}（来源 {item.origin}；理由：{item.reason}）" for item in taken),
        "未延续：",
        *(f"  {one.text.split('。')[0]}（理由：{one.reason}）" for one in draft.dropped),
        "指标调整：",
        *(f"  {target.object or ''}：{target.old} → {target.new}" for target in changed),
        "",
        f"对“{WISH}”这条征集意见，文库中相近的措施：",
        *(f"  {one.score:.0%}　{one.ref}　{one.clause}" for one in matches),
        "",
        "与去年比对：",
        *(f"  {line}" if line else "" for line in terminal.lines(told, terminal.COLUMNS - 2)),
        "",
        "正式印发前还缺：",
        *(f"  {one}" for one in state.missing),
    ]
