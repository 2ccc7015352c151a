"""What holds for any text and any two offices: figures stay, spans are right, our own text changes only its year."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter import adapt, drafting
from drafter.adapt import Edit
from drafter.library import Library
from drafter.text import targets
from tests.adapt.conftest import FOREIGN, with_foreign_places
from tests.adapt.test_phrases import rewriting
from tests.adapt.test_takes import empty
from tests.conftest import REFERENCES

_PIECES = st.sampled_from(
    (
        "全区", "全市", "全县", "我市", "我区", "本省", "市级", "区级", "省级", "镇级", "区委、区政府", "市直",
        "各区县", "各镇（街道）", "有关区县人民政府", "各设区的市", "示范区县", "区妇联", "市妇联", "县教体局",
        "团市委", "区公安分局", "市卫生健康委", "区某某中心", "博山区", "博山", "淄博市", "淄博市博山区", "临淄",
        "云岭市", "石浦", "山东省", "杨寨镇", "高新区", "双泉小学", "中小学", "“孝乡益家”品牌", "“博山行”活动",
        "“两癌”", "《山东省条例》", "《", "城市书房", "小区", "社区", "市场", "市民", "区域", "县域", "安全", "健全",
        "建成", "开展", "为", "的", "，", "。", "；", "“", "”", "（", "）", "5处", "1.9万名", "35—64岁", "一万元",
        "三级", "90%", "2026年", "2025年", "３", "妇女", "儿童", " ", "\u3000", "𠮷", "*", "\\1", "区", "市", "县",
        "省", "镇",
    )
)  # fmt: skip
_TEXTS = st.lists(_PIECES, max_size=14).map("".join)
_OFFICES = st.sampled_from(
    [
        "山东省",
        "淄博市",
        "博山区",
        "临淄区",
        "桓台县",
        "济南市",
        *(one["place"] for one in FOREIGN["issuers"]),
        "历下区",
    ]
)
_OURS = _OFFICES.filter(lambda place: place != "历下区")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The library of all places, made once for all examples."""
    return with_foreign_places(tmp_path_factory.mktemp("properties") / "library")


def _figures(text: str) -> list[str]:
    return re.findall(r"[0-9０-９.%]+|[一二三四五六七八九十百千万亿]+", text)


def _rebuilt(text: str, changes: list[Edit]) -> str:
    for edit in reversed(changes):
        text = text[: edit.start] + (edit.new or "") + text[edit.end :]
    return text


@settings(deadline=None, max_examples=300)
@given(_TEXTS, _OFFICES, _OURS)
def test_figures_are_the_same_before_and_after(library: Library, text: str, of: str, by: str) -> None:
    ours = rewriting(library, of, by, year=2027)
    made = ours.text(text, "")
    assert _figures(made) == _figures(text)
    assert [target.value for target in targets.find(made)] == [target.value for target in targets.find(text)]


@settings(deadline=None, max_examples=300)
@given(_TEXTS, _OFFICES, _OURS)
def test_every_span_is_right_and_the_changes_make_the_text(library: Library, text: str, of: str, by: str) -> None:
    ours = rewriting(library, of, by)
    made = ours.text(text, "第1条")
    for edit in (*ours.changes, *ours.marks):
        assert text[edit.start : edit.end] == edit.text
        assert made[edit.at :].startswith(edit.text if edit.new is None else edit.new)
        assert edit.reason
        assert edit.where == "第1条"
    assert _rebuilt(text, ours.changes) == made
    assert all(edit.new not in (None, edit.text) for edit in ours.changes)


@settings(deadline=None, max_examples=200)
@given(_TEXTS, _OURS)
def test_in_our_own_text_only_the_year_changes(library: Library, text: str, place: str) -> None:
    ours = rewriting(library, place, place)
    assert ours.text(text, "") == adapt.move_year(text, 2026, 2027).text
    assert {edit.kind for edit in (*ours.changes, *ours.marks)} <= {adapt.Kind.YEAR}


@settings(deadline=None, max_examples=300)
@given(_TEXTS, _OFFICES, _OURS)
def test_what_was_made_ours_is_not_changed_again(library: Library, text: str, of: str, by: str) -> None:
    made = rewriting(library, of, by, year=2027).text(text, "")
    again = rewriting(library, of, by, year=2027)
    assert again.text(made, "") == made
    as_own = rewriting(library, by, by, year=2027)
    assert as_own.text(made, "") == made


@pytest.mark.parametrize("reference", REFERENCES)
def test_an_own_item_is_taken_as_it_is_but_for_the_year(library: Library, reference: str) -> None:
    place, year = reference.split("-")
    for number, source in enumerate(library.notice(reference).items, start=1):
        taking = drafting.take_with_edits(empty(library, place, 2031), f"{reference}#{number}", library=library)
        item = taking.draft.items[0]
        texts = [item.heading, *(one.text for one in item.all_clauses), item.deadline, item.units_as_printed]
        wanted = [source.heading, *(one.text for one in source.all_clauses), source.deadline, source.units_as_printed]
        assert [text and text.replace("2031年", f"{year}年") for text in texts] == wanted
        for field in ("units", "lead_units", "leader", "themes"):
            assert getattr(item, field) == getattr(source, field)
        assert item.notes == ()
        assert all(edit.kind == adapt.Kind.YEAR for edit in (*taking.changes, *taking.marks))
