"""Names of files: safe on every system, visibly what they stand for, never two for one file."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import FileTrouble
from drafter.handover import progress_tables
from drafter.handover.batches import file_names
from drafter.library import Library
from drafter.render import Templates
from tests.handover.making import draft, texts

parts = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from('\\/:*?"<>|. \u3000aA区')), max_size=80
)


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("区妇联", "区妇联"),
        ("各镇（街道）", "各镇（街道）"),
        ("甲/乙", "甲／乙"),
        ("../../etc", "／..／etc"),
        ('a\\b:c*d?e"f<g>h|i', "a＼b：c＊d？e＂f＜g＞h｜i"),
        ("甲\n乙\x00", "甲_乙_"),
        ("", "_"),
        ("..", "_"),
        ("CON", "_CON"),
        ("区" * 60, "区" * 31 + "…"),
    ],
)
def test_unsafe_characters_are_replaced_visibly(part: str, name: str) -> None:
    assert file_names([(part,)]) == [f"{name}.docx"]


def test_two_that_one_system_holds_for_the_same_get_numbers() -> None:
    assert file_names([("甲/乙",), ("甲／乙",), ("Ab",), ("aB",), ("甲/乙",)]) == [
        "甲／乙.docx",
        "甲／乙（2）.docx",
        "Ab.docx",
        "aB（2）.docx",
        "甲／乙（3）.docx",
    ]


@given(st.lists(st.tuples(parts, parts), max_size=12))
def test_every_name_is_safe_and_none_is_another(rows: list[tuple[str, str]]) -> None:
    names = file_names(rows)
    assert len({unicodedata.normalize("NFKC", name).casefold() for name in names}) == len(rows)
    for name in names:
        assert len(name.encode("utf-8")) <= 230
        assert not set(name) & set('\\/:*?"<>|')
        assert not any(unicodedata.category(char) == "Cc" for char in name)
        assert not name.startswith((".", " "))


def test_units_with_like_names_get_a_file_each_with_their_own_items(
    library: Library, templates: Templates, tmp_path: Path
) -> None:
    made = progress_tables.make(draft({"units": ["甲/乙"]}, {"units": ["甲／乙"]}), library, templates)
    written, _ = made.save(tmp_path)
    assert len({path.name for path in written}) == len(list(tmp_path.iterdir())) == 3
    found = {name: texts(document) for name, document in made.documents.items()}
    title = "2027年为全区妇女儿童办实事工作进展情况表"
    assert "填报单位（盖章）：甲/乙" in found[f"{title}-甲／乙.docx"]
    assert "填报单位（盖章）：甲／乙" in found[f"{title}-甲／乙（2）.docx"]


def test_a_folder_that_is_a_file_is_refused(library: Library, templates: Templates, tmp_path: Path) -> None:
    taken = tmp_path / "文件"
    taken.write_bytes(b"")
    with pytest.raises(FileTrouble, match="写不了"):
        progress_tables.make(draft({"units": ["区妇联"]}), library, templates).save(taken)
