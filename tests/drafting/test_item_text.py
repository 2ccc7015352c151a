"""An item in the editor: saved unchanged it changes nothing, and an edited line changes only its field."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter import drafting
from drafter.drafting import draft_file, item_text
from drafter.errors import DrafterError, UnfitValue
from drafter.library import Library, value_file
from drafter.model.draft import Draft, DraftClause, DraftItem
from drafter.workspace import Workspace
from tests.conftest import REFERENCES, ROOT
from tests.drafting import making
from tests.library.making import texts

_CLAUSES = st.one_of(
    texts.map(str.strip).filter(bool),
    st.sampled_from(("标题：开展评选。", "理由：见附件。", "责任单位：各镇。", "#1楼改造。", "# 号", "主题：", "：")),
)
_ITEMS = st.builds(
    DraftItem,
    id=st.just("i1"),
    heading=st.one_of(st.none(), texts.map(lambda text: "".join(text.split())).filter(bool)),
    clauses=st.lists(_CLAUSES.map(lambda text: DraftClause(text=text, origin="博山区-2025#1.1")), max_size=4).map(
        tuple
    ),
    units=st.lists(st.sampled_from(("区妇联", "各镇（街道、开发区）", "团区委")), max_size=3, unique=True).map(tuple),
    leader=st.one_of(st.none(), st.just("某某")),
    deadline=st.one_of(st.none(), st.just("2027年11月")),
    themes=st.lists(st.sampled_from(("妇女健康", "儿童友好")), max_size=2, unique=True).map(tuple),
    reason=st.one_of(st.none(), st.sampled_from(("领导批示", "第一行\n第二行", "标题：也写进理由", "#1 号件"))),
)


@pytest.fixture
def draft(library: Library) -> Draft:
    """临淄区's draft for 2027."""
    return drafting.new(2027, "临淄区", library)


@settings(deadline=None, max_examples=100)
@given(_ITEMS)
def test_an_item_saved_unchanged_is_unchanged(item: DraftItem) -> None:
    library = Library(ROOT / "library")
    draft = drafting.new(2027, "周村区", library).model_copy(update={"items": (item,)})
    after = item_text.apply(draft, 1, item_text.to_text(draft, 1), library)
    assert after.items == draft.items


@pytest.mark.parametrize("reference", REFERENCES)
def test_every_item_of_the_library_saved_unchanged_is_unchanged(library: Library, reference: str) -> None:
    place = reference.split("-", maxsplit=1)[0]
    draft = drafting.new(2030, place, library, library.notice(reference))
    for number in range(1, len(draft.items) + 1):
        text = item_text.to_text(draft, number)
        assert item_text.apply(draft, number, text, library).items == draft.items
        assert item_text.apply(draft, number, text.replace("\n", "\r\n"), library).items == draft.items


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ("标题：保护和增进妇女健康", "标题：保护妇女健康", {"heading": "保护妇女健康"}),
        ("责任单位：区卫健局、区妇联", "责任单位：区妇联、区卫健局", {"units": ("区妇联", "区卫健局")}),
        ("责任领导：", "责任领导：某某", {"leader": "某某"}),
        ("完成时限：", "完成时限：2027年底", {"deadline": "2027年底"}),
        ("主题：妇女健康", "主题：妇女健康、困难妇女", {"themes": ("妇女健康", "困难妇女")}),
        ("理由：", "理由：调整表述", {"reason": "调整表述"}),
        ("主题：妇女健康\n", "", {}),
    ],
)
def test_an_edited_line_changes_its_field_and_no_other(
    draft: Draft, library: Library, old: str, new: str, kept: dict[str, object]
) -> None:
    text = item_text.to_text(draft, 2)
    assert text.count(f"\n{old}") == 1
    after = item_text.apply(draft, 2, text.replace(f"\n{old}", f"\n{new}"), library)
    assert dict(after.items[1]) == dict(draft.items[1]) | kept
    assert [*after.items[:1], *after.items[2:]] == [*draft.items[:1], *draft.items[2:]]


def test_an_edited_clause_keeps_origin_and_the_confirmations_that_still_fit(draft: Draft, library: Library) -> None:
    draft = drafting.confirm(draft, 2)
    text = item_text.to_text(draft, 2).replace("一次性救助1万元", "一次性救助2万元")
    before, after = draft.items[1], item_text.apply(draft, 2, text, library).items[1]
    assert after.clauses[:2] == before.clauses[:2]
    assert after.clauses[2].text == "开展低收入“两癌”患病妇女救助，每名救助对象一次性救助2万元。"
    assert (after.clauses[2].origin, after.clauses[2].confirmed) == ("临淄区-2026#2.3", ())


def test_lines_may_be_moved_added_and_taken_out(draft: Draft, library: Library) -> None:
    one, two, three = (clause.text for clause in draft.items[1].clauses)
    text = item_text.to_text(draft, 2).replace(f"{one}\n{two}\n{three}", f"{three}\n新增一条。\n{one}")
    after = item_text.apply(draft, 2, text, library).items[1]
    assert [(clause.text, clause.origin) for clause in after.clauses] == [
        (three, "临淄区-2026#2.3"),
        ("新增一条。", None),
        (one, "临淄区-2026#2.1"),
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "# 只剩说明\n"])
def test_an_emptied_text_changes_nothing_and_says_so(draft: Draft, library: Library, text: str) -> None:
    with pytest.raises(UnfitValue, match="没有改动"):
        item_text.apply(draft, 2, text, library)


def test_sub_entries_stay_when_the_item_is_edited(workspace: Workspace) -> None:
    workspace.library.store(making.ENTRIES)
    draft = drafting.new(2031, "周村区", workspace.library)
    text = item_text.to_text(draft, 1).replace("走访困境儿童2次。", "走访困境儿童3次。")
    after = item_text.apply(draft, 1, text, workspace.library).items[0]
    assert after.clauses[0].text == "走访困境儿童3次。"
    assert after.entries == draft.items[0].entries


_TYPED = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_HEAD = ("serial", "agency_code", "date", "title", "recipients", "contact_line", "disclosure", "copies_to")
_ITEM = ("heading", "text", "units", "lead", "leader", "deadline", "reason")
_NUMBERS = st.sampled_from(("12345", "99999", "０９", "0009", "²", "A1", "博政办字〔2027〕", "博", "2027-3-5"))


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(_HEAD + _ITEM), st.one_of(_TYPED, _NUMBERS))
def test_what_an_edit_accepts_can_be_read_back_from_the_file(field: str, typed: str) -> None:
    library = Library(ROOT / "library")
    draft = drafting.new(2027, "临淄区", library)
    given_text: dict[str, str] = {field: typed}
    try:
        if field in _HEAD:
            after = drafting.edit_head(draft, **given_text)
        else:
            after = drafting.edit_item(draft, 2, library=library, **given_text)
    except DrafterError:
        return
    again = value_file.parse(Draft, draft_file.to_text(after), "草稿.yaml")
    assert again == after.model_copy(update={"notes": ()})
