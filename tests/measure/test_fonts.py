"""Stand-in faces: told, and never the cause of a verdict that they hide."""

from drafter.measure import fonts
from drafter.model.results import Element
from tests.measure.making import Plan, make

FACES = Element(rule="M-16", name="“一、”句首的字体", expected="与正文不同（黑体）", got="第2页“一、促进”", ok=False)
SIZE = Element(rule="P-41", name="字号：正文", expected="3号 16 磅", got="15 磅", ok=False)


def test_one_stand_in_for_body_and_leads_leaves_their_difference_unjudged() -> None:
    alike = (("仿宋_GB2312", "DroidSansFallback"), ("黑体", "DroidSansFallback"))
    face, size = fonts.without_blind_verdicts([FACES, SIZE], alike)
    assert (face.ok, "看不出" in face.got) == (None, True)
    assert size == SIZE


def test_stand_ins_that_differ_leave_every_verdict() -> None:
    apart = (("仿宋_GB2312", "NotoSansCJK-Regular"), ("宋体", "NotoSansCJK-Regular"), ("黑体", "NotoSansCJK-Bold"))
    assert fonts.without_blind_verdicts([FACES, SIZE], apart) == [FACES, SIZE]


def test_stand_ins_are_named_with_whether_their_widths_are_right() -> None:
    pages = make(Plan())
    (row,) = fonts.judge((("仿宋_GB2312", "甲"),), pages)
    assert (row.rule, row.ok) == ("P-43", None)
    assert "仿宋_GB2312→甲" in row.got
    assert "可信" in row.got
    assert fonts.judge((), pages) == []
