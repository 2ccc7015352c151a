"""Comments that a person wrote into a file of ours survive every rewrite, and nothing else is taken for one."""

from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter import drafting
from drafter.drafting import draft_file
from drafter.library import Library, comments, value_file, yaml_text
from drafter.library.store import notice_text
from drafter.model.draft import Draft
from drafter.model.notice import Notice
from drafter.workspace import Workspace
from tests.conftest import REFERENCES, ROOT

FILE = Path("甲.yaml")

_BESIDE = {
    "schema: 1\n": "# 文件开头的说明\n# 第二行说明\nschema: 1\n",
    "\ntitle: ": "\n# 标题上方\ntitle: ",
    "year: 2025\n": "year: 2025  # 年份后面\n",
    "items:\n": "# 清单上方\nitems:  # 清单后面\n",
    "- ordinal: 三\n": "# 第三项上方\n- ordinal: 三  # 第三项后面\n",
    "  - 稳步推进托育服务工作": "  # 措施上方，缩进的\n  - 稳步推进托育服务工作",
    "  - 区农业农村局\n": "  - 区农业农村局  # 单位后面\n",
    "  themes:\n  - 家庭教育\n": "  # 主题上方\n  themes:\n# 没有缩进的\n  - 家庭教育\n",
    "signature: ": "\n# 空行之后\nsignature: ",
}


def _commented(text: str) -> str:
    for place, new in _BESIDE.items():
        assert text.count(place) == 1, place
        text = text.replace(place, new)
    return text + "# 文件末尾\n"


def _comments(text: str) -> Counter[str]:
    """The comments written by these tests, each of which names its place after the mark."""
    return Counter(line[line.index("# ") :].rstrip() for line in text.split("\n") if "# " in line)


def _lines_beside(text: str, comment: str) -> tuple[str, str]:
    """The line that bears a comment, without it, and the first line below that is no comment."""
    lines = text.split("\n")
    at = next(number for number, line in enumerate(lines) if comment in line)
    below = next(line for line in lines[at + 1 :] if line.strip() and not line.strip().startswith("#"))
    return lines[at].split("#")[0].strip(), below.strip()


def _changed(notice: Notice) -> Notice:
    """The notice with a new title, its second item gone and a clause of its third changed."""
    items = list(notice.items)
    first, *others = items[2].clauses
    items[2] = items[2].model_copy(update={"clauses": (first.model_copy(update={"text": "改写了这一条。"}), *others)})
    del items[1]
    return notice.model_copy(update={"title": "新的标题", "items": tuple(items)})


def test_storing_a_notice_again_keeps_every_comment_where_it_stood(workspace: Workspace) -> None:
    path = workspace.library.path_of("博山区-2025")
    path.write_text(_commented(path.read_text(encoding="utf-8")), encoding="utf-8")
    before = _comments(path.read_text(encoding="utf-8"))
    notice = _changed(workspace.library.notice("博山区-2025"))
    workspace.library.store(notice, replace=True)
    text = path.read_text(encoding="utf-8")
    assert _comments(text) == before
    assert workspace.library.notice("博山区-2025") == notice
    assert text.startswith("# 文件开头的说明\n# 第二行说明\n")
    assert _lines_beside(text, "# 标题上方") == ("", "title: 新的标题")
    assert _lines_beside(text, "# 年份后面")[0] == "year: 2025"
    assert _lines_beside(text, "# 清单上方") == ("", "items:  # 清单后面")
    assert _lines_beside(text, "# 第三项上方")[1] == "- ordinal: 三  # 第三项后面"
    assert _lines_beside(text, "# 单位后面")[0] == "- 区农业农村局"
    assert _lines_beside(text, "# 主题上方")[1] == "themes:"
    assert _lines_beside(text, "# 没有缩进的")[1] == "- 家庭教育"
    assert _lines_beside(text, "# 空行之后")[1].startswith("signature: ")
    changed_clause = text.index("改写了这一条")
    assert text.index("# 第三项上方") < text.index("# 措施上方") < changed_clause


def test_a_rewrite_that_changes_nothing_leaves_a_commented_file_as_it_is(library: Library) -> None:
    written = notice_text(library.notice("博山区-2025"))
    old = _commented(written).replace("\n# 空行之后", "# 空行之后")
    old = old.replace("# 没有缩进的\n", "  # 没有缩进的\n").removesuffix("# 文件末尾\n")
    assert comments.carry(old, written, FILE) == old


def test_a_comment_at_the_end_stays_at_the_end(library: Library) -> None:
    written = notice_text(library.notice("博山区-2025"))
    assert comments.carry(written + "# 文件末尾\n", written, FILE).rstrip().endswith("# 文件末尾")


def test_a_comment_on_a_last_line_without_line_end_is_kept(library: Library) -> None:
    written = notice_text(library.notice("博山区-2025"))
    assert "# 末行" in comments.carry(written + "# 末行", written, FILE)
    assert "# 值后" in comments.carry(written.rstrip("\n") + "  # 值后", written, FILE)


@pytest.mark.parametrize("register", ["units", "issuers", "themes"])
def test_the_comments_of_the_registers_would_survive_a_rewrite(register: str) -> None:
    old = (ROOT / "library" / f"{register}.yaml").read_text(encoding="utf-8")
    data = yaml_text.load(old, FILE).data
    data[register] = data[register][1:]
    kept = comments.carry(old, yaml_text.dump(data), FILE)
    assert yaml_text.load(kept, FILE).data == data
    written = Counter(line.strip() for line in old.split("\n") if line.startswith("#"))
    assert Counter(line.strip() for line in kept.split("\n") if line.strip().startswith("#")) == written
    head = old.split("schema:")[0]
    assert kept.startswith(head)


@pytest.mark.parametrize(
    "old",
    [
        "title: '甲 # 乙'\n",
        'title: "甲 # 乙"\n',
        "title: 甲#乙\n",
        'title: "甲 # 乙\n  丙 # 丁"\n',
        "title: '甲 # 乙\n\n  丙 # 丁\n  戊'\n",
        "title: |\n  甲\n  # 乙\n",
        "title: >-\n  甲 # 乙\n\n  # 丙\n",
        "opening: ['甲 # 乙', \"# 丙\"]\n",
        "'甲 # 乙': 丙\n",
        "title: 甲\n  乙#丙\n",
    ],
)
def test_a_number_sign_inside_a_text_is_no_comment(old: str) -> None:
    new = "opening:\n- 新\ntitle: 新\n"
    assert comments.carry(old, new, FILE) == new


def test_a_comment_behind_a_text_that_holds_a_number_sign_is_cut_at_the_right_place() -> None:
    old = "title: '甲 # 乙' # 注解 # 还是注解\nopening:\n- 'it''s # 丙'  # 丁\n"
    assert comments.carry(old, 'title: 新\nopening:\n- "it\'s # 丙"\n', FILE) == (
        'title: 新  # 注解 # 还是注解\nopening:\n- "it\'s # 丙"  # 丁\n'
    )


def test_comments_keep_their_places_below_texts_with_odd_line_ends() -> None:
    data = {"opening": ["甲\u2028乙", "丙\u2029丁", "戊"], "title": "己", "signature": "庚"}
    new = yaml_text.dump(data)
    old = new.replace("title: 己", "# 标题上方\ntitle: 己  # 标题后面")
    assert comments.carry(old, new, FILE) == old


@pytest.mark.parametrize(
    "old",
    [
        "# 注解\n",
        "# 注解",
        "schema: 1 # 注解",
        "title: | # 注解\n  甲\n",
        "title: |\n  甲\n# 注解\nyear: 1\n",
        "opening:\n- # 注解\n  甲\n",
        "opening: [甲, # 注解\n  乙]\n",
        "opening: [甲,\n  # 注解\n  乙]\n",
        "--- # 注解\ntitle: 甲\n",
        "title: # 注解\n  甲\n",
        "title: 甲\t# 注解\n",
        "title: '甲\n  乙' # 注解\n",
        "title: 甲 #注解\n",
        "title: 甲\n#注解\n",
        "title: 甲\n...\n# 注解\n",
    ],
)
def test_a_comment_in_any_place_that_yaml_allows_is_kept(old: str) -> None:
    new = "schema: '1'\ntitle: 新\nopening:\n- 乙\n"
    kept = comments.carry(old, new, FILE)
    assert kept.count("注解") == 1
    assert yaml.load(kept, Loader=yaml.BaseLoader) == yaml.load(new, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes only text


_SPOTS = st.lists(
    st.tuples(st.integers(0, 10_000), st.sampled_from(("above", "indented", "behind"))), min_size=1, max_size=12
)


def _sprinkled(text: str, spots: list[tuple[int, str]]) -> tuple[str, Counter[str]]:
    """The text with numbered comments above or behind chosen lines, and these comments."""
    lines = text.rstrip("\n").split("\n")
    written: Counter[str] = Counter()
    for number, (spot, way) in enumerate(spots):
        comment = f"# 批注{number}：{number * 7}"
        at = spot % len(lines)
        if way == "behind" and "# " not in lines[at]:
            lines[at] += f"  {comment}"
        else:
            lines.insert(at, " " * (len(lines[at]) - len(lines[at].lstrip())) * (way == "indented") + comment)
        written[comment] += 1
    return "\n".join(lines) + "\n", written


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(REFERENCES), _SPOTS, st.sets(st.integers(0, 9)), st.integers(0, 9))
def test_comments_anywhere_in_a_notice_survive_any_loss_of_items(
    reference: str, spots: list[tuple[int, str]], gone: set[int], first: int
) -> None:
    notice = Library(ROOT / "library").notice(reference)
    old, written = _sprinkled(notice_text(notice), spots)
    assert value_file.parse(Notice, old, FILE) == notice
    kept = [item for number, item in enumerate(notice.items) if number not in gone]
    changed = notice.model_copy(
        update={"items": tuple(kept[first:] + kept[:first]), "copies_to": (), "title": "换了标题"}
    )
    new = comments.carry(old, notice_text(changed), FILE)
    assert value_file.parse(Notice, new, FILE) == changed
    assert _comments(new) == written
    assert _comments(comments.carry(new, notice_text(notice), FILE)) == written


_STEPS = st.lists(st.tuples(st.sampled_from(("take", "drop", "move", "edit")), st.integers(1, 10)), max_size=5)


def _step(draft: Draft, kind: str, number: int, library: Library) -> Draft:
    number = min(number, len(draft.items))
    if kind == "take":
        return drafting.take(draft, f"淄博市-2024#{number}", library=library, at=number)
    if kind == "drop" and len(draft.items) > 2:
        return drafting.drop(draft, number, reason="不再列入")
    if kind == "move":
        return drafting.move(draft, number, at=1)
    return drafting.edit_clause(draft, number, 1, "改写为开展活动10场。")


@settings(deadline=None, max_examples=15)
@given(_SPOTS, _STEPS)
def test_comments_anywhere_in_a_draft_survive_the_steps_of_drafting(
    tmp_path_factory: pytest.TempPathFactory, spots: list[tuple[int, str]], steps: list[tuple[str, int]]
) -> None:
    library = Library(ROOT / "library")
    path = tmp_path_factory.mktemp("草稿") / "临淄区-2027.yaml"
    draft_file.create(path, drafting.new(2027, "临淄区", library))
    text, written = _sprinkled(path.read_text(encoding="utf-8"), spots)
    path.write_text(text, encoding="utf-8")
    for kind, number in steps:
        before, digest = draft_file.load(path)
        after = _step(before, kind, number, library)
        draft_file.save(path, after, expected=digest, what=kind)
        assert draft_file.load(path)[0] == after.model_copy(update={"notes": ()})
        assert _comments(path.read_text(encoding="utf-8")) == written
