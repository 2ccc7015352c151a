"""A draft begun from another office's notice: head, opening and closing in our words, contacts left blank."""

import pytest

from drafter import drafting
from drafter.library import Library

_RECIPIENTS = "各区县人民政府，高新区、经济开发区、文昌湖区管委会，市政府各部门，各有关单位，各大企业，各高等院校"


def test_a_county_begins_from_its_city(wide: Library) -> None:
    draft = drafting.new(2027, "桓台县", wide, wide.notice("淄博市-2024"))
    assert wide.notice("淄博市-2024").recipients == _RECIPIENTS
    assert draft.title == "桓台县人民政府办公室关于印发2027年为全县妇女儿童办实事项目清单的通知"
    assert draft.list_title == "2027年为全县妇女儿童办实事项目清单"
    assert draft.recipients == (
        "各镇人民政府、各街道办事处，高新区、经济开发区、文昌湖区管委会，县政府各部门，各有关单位，各大企业，各高等院校"
    )
    assert draft.opening == ("《2027年为全县妇女儿童办实事项目清单》已经县政府同意，现印发给你们，请认真组织实施。",)
    assert draft.closing[0].startswith("各镇（街道）、县有关部门要高度重视")
    assert "报县妇儿工委办公室（联系电话：　　，协同办公系统邮箱：　　）。县妇儿工委办公室要" in draft.closing[0]
    assert draft.attachments[0].title == "2027年为全县妇女儿童办实事工作进展情况表"
    for word in ("高新区", "经济开发区", "文昌湖区"):
        assert any(note.startswith("主送") and word in note and "没有改" in note for note in draft.notes), word


def test_a_city_begins_from_its_district(wide: Library) -> None:
    draft = drafting.new(2027, "淄博市", wide, wide.notice("博山区-2025"))
    assert draft.title == "淄博市人民政府办公室关于印发2027年为全市妇女儿童办实事项目清单的通知"
    assert draft.recipients == "各区县人民政府，开发区管委会，市政府有关部门，有关单位"
    assert draft.opening == ("《2027年为全市妇女儿童办实事项目清单》已经市政府同意，现印发给你们，请认真组织实施。",)
    assert draft.closing[0].startswith("各区县、有关部门单位要高度重视妇女儿童工作")
    assert draft.closing[0].endswith("报市妇联（联系电话：　　，协同办公系统邮箱：　　）。")


def test_a_district_begins_from_its_neighbour(wide: Library) -> None:
    draft = drafting.new(2027, "周村区", wide, wide.notice("博山区-2023"))
    assert draft.title == "周村区人民政府办公室关于2027年为全区妇女儿童办实事的通知"
    assert draft.closing == ("本通知由周村区妇女儿童工作委员会办公室负责解释。",)
    assert draft.recipients == wide.notice("博山区-2023").recipients


def test_a_county_level_city_begins_from_a_district(wide: Library) -> None:
    draft = drafting.new(2027, "石浦市", wide, wide.notice("淄川区-2023"))
    assert draft.title == "石浦市人民政府办公室关于2027年为全市妇女儿童办好八件实事通知"
    assert draft.closing[0].startswith("市政府督查室、市妇儿工委办公室要定期督促调度，确保八件实事在2027年年底前完成。")
    assert draft.contact_line == "联系人：　　　　　联系电话：　　" or "5181763" not in (draft.contact_line or "")
    assert draft.copies_to == ()


@pytest.mark.parametrize("place", ["桓台县", "石浦市", "云岭市", "张店区", "山东省"])
def test_one_document_writes_its_units_in_one_style(wide: Library, place: str) -> None:
    for reference, style in (("博山区-2025", "full"), ("临淄区-2026", "short")):
        draft = drafting.new(2027, place, wide, wide.notice(reference))
        units = {unit for item in draft.items for unit in item.all_units}
        short = {unit for unit in units if unit[1:] in ("卫健局", "教体局", "人社局", "文旅局", "卫健委")}
        assert bool(short) == (style == "short"), (place, reference, units)


def test_what_is_left_to_be_judged_stays_with_each_item(wide: Library) -> None:
    draft = drafting.new(2027, "桓台县", wide, wide.notice("淄博市-2024"))
    kept = [note for item in draft.items for note in item.notes]
    for word in ("家庭共成长", "淄博好爸妈", "淄博家庭教育基地", "区县", "阳光成长"):
        assert any(word in note for note in kept), word
    own = drafting.new(2027, "淄博市", wide)
    assert [note for item in own.items for note in item.notes] == []
