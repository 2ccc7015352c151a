"""Contacts in a closing paragraph or a contact line. The names and numbers stand for nobody."""

import pytest
from hypothesis import given, settings

from drafter.model.notice import Contacts
from drafter.text import contacts
from tests.text.alphabet import any_text

PHONE, OTHER = "2345678", "2345679"


@pytest.mark.parametrize(
    ("text", "persons", "phones"),
    [
        (f"联系人：王小明，联系电话：{PHONE}", ["王小明"], [PHONE]),
        (f"联系人：王小明；联系电话：{PHONE}。", ["王小明"], [PHONE]),
        (f"联系人：王小明　李晓红　联系电话：{PHONE}", ["王小明", "李晓红"], [PHONE]),
        (f"联系人：王小明、李晓红；电话：{PHONE}、{OTHER}", ["王小明", "李晓红"], [PHONE, OTHER]),
        (f"联系人：王小明  {PHONE}", ["王小明"], [PHONE]),
        (f"联系人：王小明（{PHONE}）", ["王小明"], [PHONE]),
        ("联系人：欧阳小红", ["欧阳小红"], []),
        (f"联系电话：0533—{PHONE}", [], [f"0533—{PHONE}"]),
        (f"咨询电话：0533-{PHONE}转801", [], [f"0533-{PHONE}转801"]),
        (f"联系电话：{PHONE} {PHONE}", [], [PHONE]),
        ("手机：13800000000", [], ["13800000000"]),
        ("联系人：●●●  ●●●      联系电话：2345678", ["●●●", "●●●"], [PHONE]),
        ("联系人：●●●、李晓红，联系电话：2345678", ["●●●", "李晓红"], [PHONE]),
        ("热线12338全年开通，2026年服务1234567人次。", [], []),
        ("", [], []),
    ],
)
def test_persons_and_phones_are_found_as_they_are_written(text: str, persons: list[str], phones: list[str]) -> None:
    found = contacts.find([text])
    assert (list(found.persons), list(found.phones)) == (persons, phones)


@pytest.mark.parametrize(
    ("text", "mailboxes", "emails"),
    [
        ("（联系电话：2345678，协同办公系统邮箱：市妇儿办）", ["市妇儿办"], []),
        ("协同办公邮箱：淄川区妇联。", ["淄川区妇联"], []),
        ("电子邮箱：fulian-1@example.cn", [], ["fulian-1@example.cn"]),
        ("联系电话：2345678，电子邮箱：a.b@mail.example.cn，邮编：255000", [], ["a.b@mail.example.cn"]),
        ("协同办公邮箱：fulian@example.cn", [], ["fulian@example.cn"]),
        ("请发至邮箱。", [], []),
    ],
)
def test_mailboxes_of_the_office_system_and_e_mails_are_told_apart(
    text: str, mailboxes: list[str], emails: list[str]
) -> None:
    found = contacts.find([text])
    assert (list(found.mailboxes), list(found.emails)) == (mailboxes, emails)


def test_a_contact_named_twice_is_one_contact() -> None:
    closing = f"每季度末报送（联系电话：{PHONE}，协同办公邮箱：区妇联）。"
    line = f"联系人：王小明、王小明　联系电话：{PHONE}"
    assert contacts.find([closing, line]) == Contacts(persons=("王小明",), phones=(PHONE,), mailboxes=("区妇联",))


@pytest.mark.parametrize(
    ("text", "is_line"),
    [
        (f"联系电话：{PHONE}，电子邮箱：a@example.cn", "yes"),
        (f"联系人：王小明　联系电话：{PHONE}", "yes"),
        ("联系人和联系方式见附件。", "no"),
        ("各责任单位要落实责任（联系电话：2345678）。", "no"),
        ("", "no"),
    ],
)
def test_a_line_of_contacts_is_told_from_running_text(text: str, is_line: str) -> None:
    assert contacts.is_contact_line(text) == (is_line == "yes")


def test_the_brackets_that_hold_the_contacts_are_found_among_others() -> None:
    paragraph = f"各区县（含高新区）每季度末报市妇联（联系电话：{PHONE}，协同办公邮箱：市妇联）。"
    span = contacts.span_in_brackets(paragraph)
    assert span is not None
    assert paragraph[span[0] : span[1]] == f"联系电话：{PHONE}，协同办公邮箱：市妇联"
    assert contacts.span_in_brackets("各区县（含高新区）要高度重视。") is None


@settings(deadline=None, max_examples=200)
@given(any_text())
def test_contacts_of_any_text_are_pieces_of_it(text: str) -> None:
    found = contacts.find([text])
    pieces = (*found.persons, *found.phones, *found.emails, *found.mailboxes)
    assert all(piece and piece in text for piece in pieces)
    assert not set(found.phones) & set(found.persons)
    span = contacts.span_in_brackets(text)
    assert span is None or text[span[0] - 1] + text[span[1]] == "（）"


def test_blanking_leaves_no_name_and_no_number_behind() -> None:
    blank = contacts.blanked("联系人：王小明　李晓红，联系电话：2345678、8765432，电子邮箱：fulian@example.cn")
    assert not [one for one in ("王小明", "李晓红", "2345678", "8765432", "fulian") if one in blank]
    assert blank.startswith("联系人：")
