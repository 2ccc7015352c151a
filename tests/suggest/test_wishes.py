"""Wishes in bulk: each with the nearest past commitment, what to do with it, and why."""

from pathlib import Path

import pytest

from drafter import drafting, readers, suggest
from drafter.errors import UnknownReference
from drafter.library import Library
from drafter.model.suggestion import Advice, Advised, Wish
from drafter.workspace import Workspace
from tests.suggest.making import store

FILE = Path(__file__).parent / "wishes.txt"


def advise(library: Library, *texts: str, place: str | None = "临淄区", unit: str | None = None) -> list[Advised]:
    wishes = [Wish(text=text, unit=unit, where=f"第{number}行") for number, text in enumerate(texts, start=1)]
    return suggest.advise(wishes, library, place=place)


def test_each_of_forty_wishes_has_its_advice_and_its_reason(library: Library) -> None:
    wishes = readers.read_wishes(FILE).wishes
    advised = suggest.advise(wishes, library, draft=drafting.new(2027, "临淄区", library))
    assert [one.wish for one in advised] == list(wishes)
    assert len(advised) == 40
    assert all(one.advice and one.reason for one in advised)
    assert all((one.card is None) == (one.kind is Advice.NEW) for one in advised)
    kinds = {one.wish.text: one.kind for one in advised}
    assert kinds["科普大篷车进基层10场。"] is Advice.LAST_YEAR
    assert kinds["为200名残疾儿童提供康复救助。"] is Advice.LAST_YEAR
    assert kinds["免费给初中女生打HPV疫苗。"] is Advice.ELSEWHERE
    assert kinds["给农村学校配备校车。"] is Advice.NEW


def test_what_last_years_list_has_is_named_by_its_item(library: Library) -> None:
    draft = drafting.new(2027, "临淄区", library)
    wish = Wish(text="开展科普大篷车进基层活动12场，提升儿童科技素养。", where="第1行")
    found = suggest.advise([wish], library, draft=draft)[0]
    assert found.kind is Advice.LAST_YEAR
    assert found.advice == "与去年（2026年）第6项相同，草稿第6项已有"
    assert "“12场”高于2026年的“8场”" in found.reason


def test_a_wish_lower_than_last_year_is_told(library: Library) -> None:
    found = advise(library, "科普大篷车进基层5场。")[0]
    assert "“5场”低于2026年的“8场”" in found.reason


def test_without_the_year_drafted_nothing_is_called_last_year(library: Library) -> None:
    found = advise(library, "科普大篷车进基层12场。")[0]
    assert found.advice.startswith("与2026年第6项相近")
    assert "去年" not in found.advice


def test_what_was_done_in_an_earlier_year_is_told_with_its_target(library: Library) -> None:
    found = advise(library, "组织检察官到中小学做预防校园欺凌报告。", place="博山区")[0]
    assert found.kind is Advice.EARLIER
    assert found.advice == "2023年已办（第3项），目标20场"


def test_what_only_others_did_is_new_with_their_item_to_look_at(library: Library) -> None:
    found = advise(library, "戏曲进校园演出20场。")[0]
    assert found.kind is Advice.ELSEWHERE
    assert found.advice.startswith("新增；可参考")
    assert found.card is not None
    assert "戏曲进校园" in found.card.clause


def test_what_nobody_did_is_new_and_the_nearest_is_told(library: Library) -> None:
    found = advise(library, "修建跨海大桥。")[0]
    assert (found.kind, found.advice, found.card) == (Advice.NEW, "新增", None)
    assert "没有" in found.reason


def test_where_nobody_asks_nothing_is_called_own_or_new(library: Library) -> None:
    found = advise(library, "科普大篷车进基层12场。", place=None)[0]
    assert found.kind is Advice.FOUND
    assert "新增" not in found.advice
    assert found.advice.startswith("可参考临淄区2026年第6项")


def test_an_own_commitment_is_named_before_a_neighbours_that_is_a_little_nearer(library: Library) -> None:
    found = advise(library, "开办寒暑假职工子女托管班10个班次。")[0]
    assert found.card is not None
    assert found.card.ref == "临淄区-2026#9.3"


def test_two_wishes_for_one_thing_are_told(library: Library) -> None:
    found = advise(library, "给公园装儿童滑梯。", "扩大普惠托育。", "在公园装上儿童滑梯。")
    assert [("本表第1条" in one.reason) for one in found] == [False, False, True]


def test_the_unit_that_sent_a_wish_speaks_for_its_own_item(workspace: Workspace) -> None:
    store(workspace.library, "张店区", 2024, "开办亲子手语兴趣班3期。", units=["区残联"])
    found = advise(workspace.library, "办亲子手语班。", place="张店区", unit="残联")[0]
    assert "同一责任单位（区残联）" in found.reason


def test_an_office_that_is_not_registered_is_named(library: Library) -> None:
    with pytest.raises(UnknownReference, match="某某区"):
        advise(library, "托育", place="某某区")


def test_no_wishes_give_no_advice(library: Library) -> None:
    assert advise(library) == []
