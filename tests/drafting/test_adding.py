"""Newly written items and clauses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter import drafting
from drafter.errors import OutOfRange, UnfitValue
from drafter.library import Library
from drafter.text import clauses
from drafter.workspace import Workspace
from tests.conftest import Run


def test_a_new_item_stands_where_it_was_asked_for_with_its_clauses_and_units(library: Library) -> None:
    draft = drafting.new(2027, "临淄区", library)
    text = "建设母婴室12个。开展培训3次。"
    after = drafting.add_item(
        draft, "建设母婴室。", library=library, text=text, units="区妇联、区卫生健康局", at=2, reason="群众反映多"
    )
    item = after.items[1]
    assert (item.heading, [one.text for one in item.clauses]) == ("建设母婴室", ["建设母婴室12个。", "开展培训3次。"])
    assert (item.units, item.reason, item.origin) == (("区妇联", "区卫生健康局"), "群众反映多", None)
    assert [one.id for one in after.items[:1] + after.items[2:]] == [one.id for one in draft.items]
    assert item.id not in {one.id for one in draft.items}
    assert after.items[:1] + after.items[2:] == draft.items


def test_the_count_in_the_title_follows_a_new_item(library: Library) -> None:
    draft = drafting.new(2027, "淄博市", library)
    told = drafting.add_item(draft, "建设母婴室", library=library)
    assert len(told.items) == len(draft.items) + 1
    assert told.items[-1].heading == "建设母婴室"


@given(text=st.text(st.sampled_from("走访慰问3次。；！ 开展"), max_size=30), at=st.integers(1, 4))
def test_no_word_of_a_new_clause_is_lost(library: Library, text: str, at: int) -> None:
    draft = drafting.new(2027, "临淄区", library)
    before = draft.items[0].clauses
    try:
        after = drafting.add_clause(draft, 1, text, at=at)
    except UnfitValue:
        assert not clauses.split(text.strip())
        return
    except OutOfRange:
        assert at > len(before) + 1
        return
    now = after.items[0].clauses
    added = now[at - 1 : at - 1 + len(now) - len(before)]
    assert "".join(one.text for one in added) == text.strip()
    assert now[: at - 1] + now[at - 1 + len(added) :] == before


def test_an_item_needs_a_heading_and_a_clause_needs_words(library: Library) -> None:
    draft = drafting.new(2027, "临淄区", library)
    with pytest.raises(UnfitValue, match="标题"):
        drafting.add_item(draft, " ", library=library)
    with pytest.raises(UnfitValue, match="不能为空"):
        drafting.add_clause(draft, 1, "  ")


def test_the_command_adds_items_and_clauses(workspace: Workspace, run: Run) -> None:
    assert run("--workspace", workspace.root, "new", "2027", "--issuer", "临淄区").code == 0
    assert run("--workspace", workspace.root, "add", "临淄区-2027", "--heading", "建设母婴室", "--at", "1").code == 0
    assert run("--workspace", workspace.root, "add", "临淄区-2027#1", "--text", "建设母婴室12个。").code == 0
    shown = run("--workspace", workspace.root, "--json", "show", "临淄区-2027").json
    assert (shown["items"][0]["heading"], shown["items"][0]["body"]) == ("建设母婴室", "建设母婴室12个。")
    wrong = run("--workspace", workspace.root, "add", "临淄区-2027")
    assert (wrong.code, "--heading" in wrong.err) == (2, True)
