"""发文稿纸: what the draft knows stands in its field, everything else is visibly blank, and it stays one page."""

from typing import Any

import pytest

from drafter import drafting
from drafter.errors import UnfitValue
from drafter.handover import cover
from drafter.library import Library
from drafter.model.draft import Draft
from drafter.render import Templates
from tests.handover.making import TABLE, draft, rows, texts

CHOICES = "□主动公开\u3000□依申请公开\u3000□不予公开\u3000理由："
BLANK_FOR_PEOPLE = (
    "份数", "签发", "会签", "拟稿单位", "拟稿人", "联系电话", "拟稿部门负责人核稿", "相关部门意见", "办公室核稿",
    "办公室负责人审核", "编号", "打印", "校对",
)  # fmt: skip
FULL: dict[str, Any] = {
    "secrecy": "机密★1年",
    "urgency": "特急",
    "doc_number": "临政办字〔2027〕8号",
    "recipients": "各镇人民政府，区政府各部门",
    "copies_to": ["区委各部门", "区人大办"],
    "disclosure": "此件公开发布",
    "imprint_date": "2027-03-08",
    "attachments": [TABLE, {"title": "办法"}],
}


def fields(made: Draft, templates: Templates) -> dict[str, str]:
    """What stands beside each label."""
    found = {}
    for row in rows(cover.make(made, templates)):
        for label, value in zip(row[::2], row[1::2], strict=True):
            found[label.replace("\n", "")] = value
    return found


def test_known_fields_are_filled(templates: Templates) -> None:
    made = draft({"units": ["区妇联"]}, **FULL)
    found = fields(made, templates)
    assert {name: found[name] for name in found if name not in BLANK_FOR_PEOPLE} == {
        "文号": "临政办字〔2027〕8号",
        "密级和保密期限": "机密★1年",
        "紧急程度": "特急",
        "标题": made.title,
        "主送": "各镇人民政府，区政府各部门",
        "抄送": "区委各部门，区人大办",
        "附件名称及份数": f"1. {TABLE['title']}\n2. 办法",
        "公开属性": "主动公开",
        "拟稿日期": "\u3000\u3000年\u3000\u3000月\u3000\u3000日",
        "印发日期": "2027年3月8日",
    }
    assert cover.blanks(made) == []
    assert texts(cover.make(made, templates))[0].replace("\n", "") == "临淄区人民政府办公室发文稿纸"


@pytest.mark.parametrize("made", [draft(**FULL), draft(doc_number=None)], ids=["full", "bare"])
def test_what_people_fill_in_is_blank(made: Draft, templates: Templates) -> None:
    found = fields(made, templates)
    assert {name: found[name].strip("\n") for name in BLANK_FOR_PEOPLE} == dict.fromkeys(BLANK_FOR_PEOPLE, "")


def test_what_the_draft_does_not_know_is_blank_and_told(templates: Templates) -> None:
    made = draft(disclosure=None, attachments=[], doc_number=None)
    found = fields(made, templates)
    for name in ("文号", "密级和保密期限", "紧急程度", "主送", "抄送", "附件名称及份数"):
        assert found[name] == "", name
    assert found["公开属性"] == CHOICES
    assert found["印发日期"] == "2027年\u3000月\u3000日"
    assert cover.blanks(made) == [
        "文号", "密级和保密期限", "紧急程度", "主送", "抄送", "附件", "公开属性", "印发日期",
    ]  # fmt: skip
    assert cover.blanks(draft())[0] == "文号序号"
    assert fields(draft(), templates)["文号"] == "临政办字〔2027〕\u3000号"


@pytest.mark.parametrize("disclosure", ["此件依申请公开", "此件不公开", "联系人：甲"])
def test_only_the_public_note_makes_a_document_public(disclosure: str, templates: Templates) -> None:
    assert fields(draft(disclosure=disclosure), templates)["公开属性"] == CHOICES


def test_text_in_is_text_out(templates: Templates) -> None:
    hard = "&<>\"'{}{{ 7*7 }}{% x %}😀𠮷“甲”"
    found = fields(
        draft(title=hard, recipients=hard, copies_to=[hard], secrecy=hard, urgency=hard, attachments=[{"title": hard}]),
        templates,
    )
    names = ("标题", "主送", "抄送", "密级和保密期限", "紧急程度", "附件名称及份数")
    assert [found[name] for name in names] == [hard] * len(names)


def test_an_unfit_character_is_refused_with_its_place(templates: Templates) -> None:
    with pytest.raises(UnfitValue, match=r"主送机关里有不能打印的字符 U\+0007"):
        cover.make(draft(recipients="甲\x07"), templates)


def test_room_for_opinions_gives_way_to_text(templates: Templates) -> None:
    def room(made: Draft) -> int:
        return fields(made, templates)["签发"].count("\n") + 1

    assert room(draft(recipients="各镇人民政府，" * 40)) < room(draft(recipients="各镇人民政府"))
    assert room(draft(recipients="各镇人民政府，" * 400)) >= 2


def test_the_same_draft_gives_the_same_bytes(library: Library, templates: Templates) -> None:
    begun = drafting.new(2027, "临淄区", library)
    assert cover.make(begun, templates).data == cover.make(begun, templates).data
