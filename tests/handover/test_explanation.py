"""起草说明: what it counts and lists, and the reasons it gives."""

import re

from drafter import drafting
from drafter.handover import explanation
from drafter.library import Library
from drafter.render import Templates
from tests.compare import viewing
from tests.handover.compared import Case
from tests.handover.making import texts


def test_the_explanation_counts_what_the_comparison_holds_and_gives_the_reasons(
    made: dict[str, Case], templates: Templates
) -> None:
    source, draft, comparison, told = made["草稿"]
    text = "\n".join(texts(explanation.document(told, templates)))
    assert f"上年{len(source.items)}项，今年{len(draft.items)}项" in text
    assert "未延续的实事共1项" in text
    assert "已转为日常工作" in text
    assert "市里要求" in text
    assert "没有新增的实事。" in text
    kinds = [target.change.value for item in comparison.items for target in item.targets if target.certain]
    for kind, name in (("lowered", "下调"), ("dropped", "取消指标"), ("added", "新增指标"), ("raised", "上调")):
        assert (f"）{name}{kinds.count(kind)}个。" in text) == bool(kinds.count(kind))


def test_the_explanation_lists_as_many_adjusted_items_as_it_counts(library: Library, templates: Templates) -> None:
    source = library.notice("临淄区-2026")
    draft = drafting.move(drafting.new(2027, "临淄区", library), 9, at=1)
    draft = drafting.edit_item(draft, 3, library=library, heading="实施妇女健康守护行动")
    draft = drafting.edit_clause(draft, 5, 1, "开展家庭教育指导30次。")
    _, told = viewing.told(source, draft, old_name="临淄区-2026", new_name="草稿")
    text = "\n".join(texts(explanation.document(told, templates)))
    assert "其中有调整的1项" in text
    _, _, behind = text.partition("、调整的实事\n")
    adjusted, _, moved = behind.partition("\n五、")
    assert re.findall(r"^\d+\. (\S+?)（", adjusted, re.MULTILINE) == ["深化家庭家教家风建设"]
    assert re.findall(r"^\d+\. (\S+?)（", moved.partition("\n六、")[0], re.MULTILINE) == [
        "强化妇女儿童权益保障",
        "实施妇女健康守护行动",
    ]


def test_a_reason_that_is_not_there_is_asked_for_and_never_made_up(made: dict[str, Case], templates: Templates) -> None:
    document = explanation.document(made["移动"][3], templates)
    text = "\n".join(texts(document))
    assert "1. 文化惠民（今年第3项）；理由待补。" in text
    assert "1. 关爱儿童（上年第2项）；理由待补。" in text or "关爱儿童" in text
    assert any("理由待补的有" in note for note in document.notes)


def test_the_reasons_of_all_steps_are_told(made: dict[str, Case], templates: Templates) -> None:
    text = "\n".join(texts(explanation.document(made["草稿"][3], templates)))
    assert "理由：先办；再改" in text
    assert "”，理由：去年已经办完" in text
