"""What reading mends is told once, at its place, with the words that stand in the file."""

import pytest

from drafter import check, readers
from drafter.library import Library
from drafter.model.finding import Finding

TITLE = "博山区人民政府办公室\n关于2026年为全区妇女儿童办好两件实事的通知"
SIGNED = "博山区人民政府办公室\n2026年3月30日"
TEXT = f"""{TITLE}
博政办字〔2026〕8号
各镇人民政府、街道办事处，区政府各部门：
经区政府研究决定，2026年为全区妇女儿童办好两件实事，现将有关事项通知如下：
一、实施普惠托育服务行动。新增普惠托位100个。（责任单位：区卫生健康局、区教育和体育局）
二、实施困境儿童关爱行动。走访困境儿童家庭200户。（责任单位：区民政局、区妇联）
各责任单位要健全工作机制，落实主体责任，建立工作台账，每季度末将进展情况报区妇联，区妇联做好统筹调度。
附件：2026年为全区妇女儿童办实事工作进展情况报表
{SIGNED}
（此件公开发布）
附件
2026年为全区妇女儿童办实事工作进展情况报表
填报单位（盖章）：　　填报人：
\t序号
\t实事名称
\t责任单位
\t本季度具体措施及任务进度情况
\t完成时限
\t1
\t实施普惠托育服务行动
\t区卫生健康局、区教育和体育局
\t
\t
\t2
\t实施困境儿童关爱行动
\t区民政局、区妇联
\t
\t
"""


def _found(text: str, library: Library) -> list[Finding]:
    reading = readers.read_bytes(text.encode(), "通知.txt")
    return list(check.run(reading.notice, library=library, problems=reading.problems))


def test_the_text_without_a_fault_has_no_finding(library: Library) -> None:
    assert _found(TEXT, library) == []


@pytest.mark.parametrize(
    ("right", "wrong", "rule", "place"),
    [
        (TITLE, f"{TITLE}。", "title-punct", "title"),
        (TITLE, TITLE.replace("的通知", "\n的通知"), "title-break", "title"),
        (TITLE, TITLE.replace("儿童办好", "儿\n童办好"), "title-break", "title"),
        (SIGNED, SIGNED.replace("室\n", "室　　　　\n") + "        ", "layout-by-blanks", "signature"),
        ("附件\n2026年为全区", "附件\n2026年全区", "attach-note-vs-title", "attachment"),
        ("（责任单位：区民政局", "（责任单位：各镇（街道）、区民政局", "units-nested", "item"),
    ],
)
def test_a_fault_that_reading_mends_or_sees_is_told_once(
    right: str, wrong: str, rule: str, place: str, library: Library
) -> None:
    found = [one for one in _found(TEXT.replace(right, wrong, 1), library) if one.rule == rule]
    assert [(one.rule, one.where.part) for one in found] == [(rule, place)]


def test_the_excerpt_shows_the_brackets_that_the_file_has(library: Library) -> None:
    text = TEXT.replace("（责任单位：区民政局", "（责任单位：各镇（街道）、区民政局", 1)
    excerpts = [one.excerpt for one in _found(text, library) if one.where.part == "item"]
    assert excerpts
    assert not [one for one in excerpts if "〔" in one]
