"""A draft on disk: what is saved is loaded, nothing foreign is overwritten, and no broken file is rewritten."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from drafter import drafting
from drafter.drafting import draft_file
from drafter.errors import BrokenFile, FileTrouble, StaleFile
from drafter.library import Library, value_file
from drafter.model.draft import Allowed, ConfirmedPair, Draft
from tests.conftest import ROOT
from tests.drafting import making


@pytest.fixture
def draft(library: Library) -> Draft:
    """临淄区's draft for 2027."""
    return drafting.new(2027, "临淄区", library)


@pytest.fixture
def path(tmp_path: Path, draft: Draft) -> Path:
    """That draft in a file."""
    path = tmp_path / "drafts" / "临淄区-2027.yaml"
    draft_file.create(path, draft)
    return path


def _stored(draft: Draft) -> Draft:
    return draft.model_copy(update={"notes": ()})


def _edited_by_hand(path: Path, old: str, new: str) -> str:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text.replace(old, new)


def test_a_draft_comes_back_as_it_was_saved(path: Path, draft: Draft) -> None:
    loaded, _ = draft_file.load(path)
    assert loaded == _stored(draft)
    assert path.read_text(encoding="utf-8") == draft_file.to_text(draft)
    assert path.read_text(encoding="utf-8").startswith("schema: 1\nplace: 临淄区\nsource: 临淄区-2026\n")


def test_everything_a_draft_may_hold_comes_back(tmp_path: Path, library: Library) -> None:
    draft = drafting.new(2031, "周村区", library, making.ENTRIES)
    draft = drafting.confirm(drafting.drop(draft, 2, reason="完成"), 1)
    draft = drafting.take(draft, "博山区-2025#3", library=library, reason="邻区有")
    draft = draft.model_copy(
        update={
            "pairs": (
                ConfirmedPair(old="周村区-2030#1", new="i1", linked=True),
                ConfirmedPair(old="周村区-2030#2", new="i3", linked=False),
            ),
            "allowed": (Allowed(rule="title-break", place="title", reason="照旧例"),),
        }
    )
    path = tmp_path / "周村区-2031.yaml"
    draft_file.create(path, draft)
    assert draft_file.load(path)[0] == _stored(draft)


@settings(deadline=None, max_examples=40)
@given(making.steps)
def test_a_draft_after_any_steps_comes_back(steps: list[making.Step]) -> None:
    library = Library(ROOT / "library")
    draft = drafting.new(2031, "临淄区", library, making.ENTRIES)
    for step in steps:
        draft = making.after_step(draft, step, library)
    text = draft_file.to_text(draft)
    again = value_file.parse(Draft, text, "草稿.yaml")
    assert again == _stored(draft)
    assert draft_file.to_text(again) == text


def test_a_new_draft_never_takes_the_place_of_a_file(path: Path, draft: Draft) -> None:
    before = path.read_bytes(), draft_file.history_path(path).read_bytes()
    with pytest.raises(FileTrouble, match=r"已经存在.*-o"):
        draft_file.create(path, drafting.drop(draft, 1))
    assert (path.read_bytes(), draft_file.history_path(path).read_bytes()) == before


def test_a_draft_below_a_file_cannot_be_made_and_nothing_is_left(tmp_path: Path, draft: Draft) -> None:
    (tmp_path / "文件").write_text("原样", encoding="utf-8")
    with pytest.raises(FileTrouble, match="写不了"):
        draft_file.create(tmp_path / "文件" / "甲.yaml", draft)
    assert [one.name for one in tmp_path.iterdir()] == ["文件"]


def test_a_draft_changed_meanwhile_is_not_overwritten(path: Path) -> None:
    draft, digest = draft_file.load(path)
    text = _edited_by_hand(path, "place: 临淄区", "place: 临淄区  # 我的批注")
    history = draft_file.history_path(path).read_bytes()
    with pytest.raises(StaleFile):
        draft_file.save(path, draft, expected=digest, what="改")
    assert path.read_text(encoding="utf-8") == text
    assert draft_file.history_path(path).read_bytes() == history


def test_one_reading_allows_one_save_and_the_new_digest_the_next(path: Path) -> None:
    draft, digest = draft_file.load(path)
    second = draft_file.save(path, draft.model_copy(update={"title": "甲"}), expected=digest, what="甲")
    with pytest.raises(StaleFile):
        draft_file.save(path, draft, expected=digest, what="乙")
    assert second == draft_file.load(path)[1]
    draft_file.save(path, draft.model_copy(update={"title": "丙"}), expected=second, what="丙")
    assert draft_file.load(path)[0].title == "丙"


@pytest.mark.parametrize("spoiled", ["schema: 1\ntitle: [\n", "", "schema: 9\n", "二进制\x00\n"])
def test_no_step_is_taken_on_a_draft_that_cannot_be_read(path: Path, spoiled: str) -> None:
    path.write_text(spoiled, encoding="utf-8")
    history = draft_file.history_path(path).read_bytes()
    with pytest.raises(BrokenFile, match="临淄区-2027"):
        draft_file.change(path, "改", lambda before: before)
    assert path.read_text(encoding="utf-8") == spoiled
    assert draft_file.history_path(path).read_bytes() == history


def test_a_missing_draft_is_told(tmp_path: Path) -> None:
    for attempt in (draft_file.load, draft_file.undo):
        with pytest.raises(FileTrouble, match=r"找不到.*甲\.yaml"):
            attempt(tmp_path / "甲.yaml")


def test_a_step_that_fails_leaves_file_and_history_as_they_were(path: Path) -> None:
    before = path.read_bytes(), draft_file.history_path(path).read_bytes()
    with pytest.raises(FileTrouble):
        draft_file.change(path, "改", lambda _: (_ for _ in ()).throw(FileTrouble("不行")))
    assert (path.read_bytes(), draft_file.history_path(path).read_bytes()) == before
