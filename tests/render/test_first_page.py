"""How the first page is filled: what gives way when notice and signature do not fit, and what never does."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter import render
from drafter.model.notice import Format, Notice
from drafter.render import Templates, layout
from drafter.render.page_one import LINE
from drafter.render.settings import Settings
from tests.conftest import ROOT
from tests.render.conftest import in_boxes, notice, opened, paragraphs

_TEMPLATES = ROOT / "templates"
LONG_ISSUER = "甘肃临夏回族自治州积石山保安族东乡族撒拉族自治县人民政府妇女儿童工作委员会办公室"
MANY = "，".join(f"第{number}片区各镇人民政府、街道办事处" for number in "一二三四五六七八九十")


def planned(in_format: Format, **fields: Any) -> layout.Layout:
    return layout.of(notice(**fields), in_format, Settings())


def test_a_short_notice_has_full_room_for_the_seal() -> None:
    plan = planned(Format.LETTER).first_page
    assert (plan.room, plan.line, plan.stays, plan.recipients_below) == (3, LINE, None, False)


def test_lines_are_tightened_but_not_below_26_points() -> None:
    tight = planned(
        Format.FILE,
        disclosure="此件公开发布",
        recipients="各镇人民政府、街道办事处，各开发区管委会，县政府各部门，各有关企事业单位",
    ).first_page
    assert tight.stays is None
    assert 520 <= tight.line < LINE
    assert tight.room == 2


def test_a_paragraph_is_parted_only_behind_a_mark(templates: Templates) -> None:
    fields: dict[str, Any] = {"issuer": LONG_ISSUER, "signature": LONG_ISSUER, "disclosure": "此件公开发布"}
    title = f"{LONG_ISSUER}关于印发2027年为全县妇女儿童办实事项目清单的通知"
    value = notice(**fields, title=title)
    stays = layout.of(value, Format.FILE, Settings()).first_page.stays
    assert stays is not None
    assert stays[-1] in "，、》”"
    made = render.docx(value, templates, in_format=Format.FILE)
    texts = [one.text for one in opened(made.data).paragraphs]
    at = texts.index(stays)
    assert stays + texts[at + 1] == value.opening[0]
    assert any("分开" in note for note in made.notes)


def test_a_paragraph_without_a_mark_stays_whole() -> None:
    fields: dict[str, Any] = {
        "issuer": LONG_ISSUER,
        "signature": LONG_ISSUER,
        "opening": ["现将清单印发给你们请认真组织实施并按季度报送进展情况"],
    }
    assert planned(Format.FILE, **fields).first_page.stays is None


@pytest.mark.parametrize("in_format", list(Format))
@pytest.mark.parametrize("form", ["issue", "direct"])
def test_addressees_that_leave_no_room_for_text_go_into_the_imprint(
    form: str, in_format: Format, templates: Templates
) -> None:
    value = notice(form=form, recipients=MANY * 3, copies_to=["县委各部门"])
    made = render.docx(value, templates, in_format=in_format)
    document = opened(made.data)
    assert f"主送：{MANY * 3}。" in in_boxes(document)
    assert in_boxes(document).index(f"主送：{MANY * 3}。") < in_boxes(document).index("抄送：县委各部门。")
    assert f"{MANY * 3}：" not in [one.text for one in document.paragraphs]
    assert any("版记" in note for note in made.notes)


@given(st.text(alphabet="甲乙丙，。、》”2027", min_size=1, max_size=400), st.sampled_from(list(Format)))
@settings(max_examples=60, deadline=None)
def test_no_character_of_an_opening_is_lost_however_the_page_is_filled(text: str, in_format: Format) -> None:
    value: Notice = notice(opening=[text], issuer=LONG_ISSUER, signature=LONG_ISSUER)
    shipped = Templates((_TEMPLATES,))
    document = opened(render.docx(value, shipped, in_format=in_format).data)
    body = "".join(one.text for one in paragraphs(document) if one.style and one.style.name == "公文正文")
    assert body == text
