"""What a drafter takes out and gives a reason for is not asked about again."""

import pytest

from drafter import check, drafting
from drafter.library import Library


@pytest.mark.parametrize(
    ("item", "clause", "rule"),
    [(8, None, "上年的实事今年没有了"), (6, 2, "上年的指标今年没有了")],
    ids=["a whole item", "a clause with a figure"],
)
def test_what_was_dropped_with_a_reason_is_no_finding(
    item: int, clause: int | None, rule: str, library: Library
) -> None:
    last = library.notice("临淄区-2026")
    begun = drafting.new(2027, "临淄区", library)

    def found(reason: str | None) -> set[str]:
        draft = drafting.drop(begun, item, clause, reason=reason)
        return {one.name for one in check.run(draft, library=library, against=last)}

    assert rule in found(None)
    assert rule not in found("已经办成，转为日常工作")
