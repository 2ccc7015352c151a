"""Names that the register of units does not know: proposed, kept as unconfirmed, never merged in silence."""

from pathlib import Path

import pytest

from drafter.errors import BrokenFile
from drafter.library import Library, proposals
from drafter.workspace import Workspace
from tests.conftest import ROOT

NEW = "区数字生活中心"


def _again(library: Library) -> Library:
    return Library(library.folder)


def test_an_unknown_organ_is_proposed_with_the_registered_names_like_it(library: Library) -> None:
    found = proposals.of_notices([("甲区-2025", [NEW, "区大数据管理局"]), ("乙区-2025", [NEW])], library)
    assert [(one.name, one.refs) for one in found.proposed] == [
        (NEW, ("甲区-2025", "乙区-2025")),
        ("区大数据管理局", ("甲区-2025",)),
    ]
    assert "区大数据局" in found.proposed[1].nearest
    assert found.no_organs == ()


@pytest.mark.parametrize("name", ["王晓明", "等", "区妇联等", "做好有关工作", "区*局", "局\x1b[2J局", "局"])
def test_what_is_no_organ_is_told_and_never_proposed(library: Library, name: str) -> None:
    found = proposals.of_notices([("甲区-2025", [name])], library)
    assert found.proposed == ()
    assert [one.name for one in found.no_organs] == [name]


def test_the_units_of_the_shipped_notices_are_all_registered(library: Library) -> None:
    assert {ref: proposals.unknown_units(notice, library) for ref, notice in library.notices()} == {
        ref: [] for ref in library.references()
    }


def test_a_registered_proposal_stands_behind_all_others_and_the_rest_stays_byte_for_byte(workspace: Workspace) -> None:
    library = workspace.library
    path = library.folder / "units.yaml"
    before = path.read_bytes()
    assert proposals.register([NEW, NEW], library) == path
    after = path.read_bytes()
    assert after.startswith(before)
    assert after.count(NEW.encode()) == 1
    assert path.with_name("units.yaml.bak").read_bytes() == before
    unit = _again(library).units.find(NEW)
    assert unit is not None
    assert not unit.confirmed
    assert proposals.register([NEW], library) is None
    assert path.read_bytes() == after
    assert proposals.register(["区儿童活动中心"], library) == path
    assert path.read_text(encoding="utf-8").count("待确认：") == 1


def test_an_unconfirmed_unit_answers_to_no_name_but_its_own(workspace: Workspace) -> None:
    proposals.register([NEW, "区民政局办公室"], workspace.library)
    units = _again(workspace.library).units
    assert units.find(NEW) is not None
    for name in ("市数字生活中心", "县数字生活中心", "数字生活中心", f"博山{NEW}"):
        assert units.find(name) is None
    civil = units.find("区民政局")
    assert civil is not None
    assert civil.confirmed


def test_confirming_it_by_hand_makes_it_a_unit_like_others(workspace: Workspace) -> None:
    proposals.register([NEW], workspace.library)
    path = workspace.library.folder / "units.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("  confirmed: false\n", ""), encoding="utf-8")
    unit = _again(workspace.library).units.find("市数字生活中心")
    assert unit is not None
    assert unit.name == NEW


@pytest.mark.parametrize(
    "text",
    [
        "schema: 1\nunits:\n  # 缩进的\n  - name: 妇联  # 值后\n    county: 区妇联\n",
        "# 开头\nschema: 1\nunits: [{name: 妇联, county: 区妇联}]  # 行内\n",
        "# 开头\nschema: 1\nunits:\n# 中间\n- name: 妇联\n  county: 区妇联\n# 末尾",
    ],
)
def test_a_register_written_in_another_manner_keeps_its_comments(workspace: Workspace, text: str) -> None:
    path = workspace.library.folder / "units.yaml"
    path.write_text(text, encoding="utf-8")
    proposals.register([NEW], workspace.library)
    after = path.read_text(encoding="utf-8")
    for comment in ("# 缩进的", "# 值后", "# 开头", "# 行内", "# 中间", "# 末尾"):
        assert after.count(comment) == text.count(comment)
    units = Library(path.parent).units
    assert [unit.name for unit in units.entries] == ["妇联", NEW]
    assert units.find("区妇联") == units.entries[0]


def test_a_broken_register_is_named_and_left_alone(workspace: Workspace) -> None:
    path = workspace.library.folder / "units.yaml"
    path.write_text("schema: 1\nunits:\n- nam: 妇联\n", encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(BrokenFile, match="第3行"):
        proposals.register([NEW], workspace.library)
    assert path.read_bytes() == before


def test_the_shipped_register_has_no_unconfirmed_unit(library: Library) -> None:
    assert [unit.name for unit in library.units.entries if not unit.confirmed] == []
    assert "confirmed" not in Path(ROOT / "library" / "units.yaml").read_text(encoding="utf-8")
