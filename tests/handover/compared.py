"""Comparisons that every view is tried on: real ones, made-up ones, and one of a draft with its steps."""

from typing import Any

from drafter import drafting
from drafter.compare.told import Told
from drafter.library import Library
from drafter.model.comparison import Comparison
from drafter.model.draft import Draft
from drafter.model.notice import Notice
from tests.compare import viewing
from tests.compare.viewing import PAIRS, notice

Case = tuple[Notice, Notice | Draft, Comparison, Told]


def made_item(heading: str, units: str, *clauses: str) -> dict[str, Any]:
    """An item as `notice` takes it."""
    return {"heading": heading, "units": units.split("、"), "clauses": clauses}


_OLD = (
    made_item("促进就业", "县妇联、县人社局", "举办招聘会不少于10场。", "培训家政人员500人次以上。"),
    made_item("关爱儿童", "县民政局", "新建儿童之家3处。", "为全县适龄女孩免费接种疫苗。"),
    made_item("健康检查", "县卫健局", "为妇女开展两癌检查，检查率达到85%。"),
)
_NEW = (
    made_item(
        "健康检查行动", "县卫健局、县妇联", "为妇女开展两癌检查，检查率达到90%。", "为全县适龄女孩免费接种疫苗。"
    ),
    made_item("促进就业", "县人社局、县妇联", "举办招聘会不少于8场。", "培训家政人员500人次以上。"),
    made_item("文化惠民", "县文旅局", "建成城市书房2处。"),
)

_STAYS = ("举办女性就业招聘会不少于10场，送岗位进社区进乡镇。", "培训家政服务人员500人次以上，颁发证书。")
GOES = "为全县适龄女孩免费接种疫苗，建立健康档案。"
REWORDED = "为全县适龄女孩分批免费接种疫苗，建立电子健康档案。"
_STAYS_TOO = ("新建儿童之家3处，配齐图书和玩具。", "对困境儿童每季度走访一次，送去生活物资。")
_CHECKS = ("为妇女开展两癌检查，检查率达到85%。", "组织专家到乡镇义诊，讲解妇幼保健知识。")
_MORE = (made_item("关爱儿童", "县民政局", *_STAYS_TOO, GOES), made_item("健康检查", "县卫健局", *_CHECKS))
_MORE_CHANGED = (
    made_item("促进就业", "县妇联", *_STAYS),
    made_item("关爱儿童", "县民政局", *_STAYS_TOO),
    made_item("健康检查", "县卫健局", *_CHECKS, REWORDED),
)


def cases(library: Library) -> dict[str, Case]:
    """All comparisons by what they are of."""
    found: dict[str, Case] = {}
    for old, new in PAIRS:
        found[f"{old}→{new}"] = (library.notice(old), library.notice(new), *viewing.of_library(library, old, new))
    before, after = notice(*_OLD, year=2026), notice(*_NEW)
    found["移动"] = (before, after, *viewing.told(before, after))
    before, after = notice(made_item("促进就业", "县妇联", *_STAYS), *_MORE, year=2026), notice(*_MORE_CHANGED)
    found["移动并修改"] = (before, after, *viewing.told(before, after))
    source = library.notice("临淄区-2026")
    draft = drafting.new(2027, "临淄区", library, source)
    draft = drafting.edit_clause(
        draft, 4, 1, draft.items[3].clauses[0].text.replace("。", "，常年不断。"), reason="先办"
    )
    draft = drafting.edit_clause(draft, 4, 1, draft.items[3].clauses[0].text.replace("常年", "全年"), reason="再改")
    draft = drafting.drop(draft, 5, 1, reason="去年已经办完")
    draft = drafting.drop(draft, 3, reason="已转为日常工作")
    draft = drafting.edit_clause(draft, 2, 1, "新换的一条措施，检查2万人。", reason="市里要求")
    draft = drafting.take(draft, "淄博市-2024#3.2", library=library, into=1, reason="市里有")
    comparison, told = viewing.told(source, draft, old_name="临淄区-2026", new_name="草稿")
    found["草稿"] = (source, draft, comparison, told)
    return found
