"""Units side by side as sets of whole names."""

import pytest

from drafter.compare import units
from drafter.library import Library
from drafter.model.comparison import RenamedUnit
from drafter.model.notice import Item


def _item(*names: str, lead: str | None = None) -> Item:
    return Item(units=names, lead_units=(lead,) if lead else None)


def test_units_that_came_and_went_are_whole_names(library: Library) -> None:
    found = units.change(
        [_item("区妇联", "区住房和城乡建设局")], [_item("区妇联", "区教育和体育局", "区科协")], library.units
    )
    assert (found.added, found.removed) == (("区教育和体育局", "区科协"), ("区住房和城乡建设局",))
    assert (found.lead_changed, found.renamed, found.reordered) == (False, (), False)
    assert found.new == ("区妇联", "区教育和体育局", "区科协")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("区卫健局", "区卫生健康局"),
        ("市卫生健康委", "区卫生健康局"),
        ("区人社局", "区人力资源和社会保障局"),
        ("临淄公安分局", "区公安分局"),
        ("共青团临淄区委", "团区委"),
    ],
)
def test_two_names_of_one_organ_are_one_unit_renamed(library: Library, old: str, new: str) -> None:
    found = units.change([_item(old, "区妇联")], [_item(new, "区妇联")], library.units)
    assert found.renamed == (RenamedUnit(old=old, new=new),)
    assert (found.added, found.removed, found.lead_changed) == ((), (), False)


def test_without_a_register_a_name_is_only_itself() -> None:
    found = units.change([_item("区卫健局")], [_item("区卫生健康局")], None)
    assert (found.added, found.removed, found.renamed) == (("区卫生健康局",), ("区卫健局",), ())


def test_towns_and_groups_are_never_taken_for_each_other(library: Library) -> None:
    found = units.change([_item("八陡镇人民政府", "各镇（街道）")], [_item("白塔镇人民政府")], library.units)
    assert (found.added, found.removed) == (("白塔镇人民政府",), ("八陡镇人民政府", "各镇（街道）"))
    assert found.renamed == ()


def test_a_mere_change_of_order_is_told_as_such_and_the_first_named_leads() -> None:
    found = units.change([_item("区妇联", "区科协", "区残联")], [_item("区妇联", "区残联", "区科协")], None)
    assert (found.reordered, found.lead_changed, found.added, found.removed) == (True, False, (), ())
    found = units.change([_item("区妇联", "区科协")], [_item("区科协", "区妇联")], None)
    assert (found.lead_changed, found.old_lead, found.new_lead) == (True, ("区妇联",), ("区科协",))


def test_a_lead_told_apart_counts_before_the_first_named() -> None:
    old, new = _item("区妇联", "区科协", lead="区科协"), _item("区科协", "区妇联")
    assert not units.change([old], [new], None).lead_changed


def test_of_two_items_made_one_either_lead_may_go_on_leading() -> None:
    olds = [_item("区妇联"), _item("区科协")]
    assert not units.change(olds, [_item("区科协", "区妇联")], None).lead_changed
    assert units.change(olds, [_item("区残联", "区妇联", "区科协")], None).lead_changed
    assert not units.change([_item("区妇联", "区科协")], [_item("区妇联"), _item("区科协")], None).lead_changed


def test_a_new_item_has_no_changed_lead() -> None:
    found = units.change([], [_item("区妇联")], None)
    assert (found.added, found.lead_changed, found.old_lead) == (("区妇联",), False, ())
