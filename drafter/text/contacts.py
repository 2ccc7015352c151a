"""Finding phones, mailboxes and persons in a closing paragraph or a contact line."""

import re
from collections.abc import Iterable

from drafter.model.notice import Contacts
from drafter.text import brackets

BLANK = "\u3000\u3000"

_PHONE = re.compile(r"(?<![\d-])(?:0\d{2,3}[-—]?)?(?:1\d{10}|[2-9]\d{6,7})(?:[-—转]\d{1,5})?(?!\d)")
_PHONE_LABEL = re.compile(r"(?:电话|手机|传真|联系人)[^：]{0,6}：([^，。；）]*)")
_EMAIL = re.compile(r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_MAILBOX = re.compile(r"协同办公(?:系统)?邮箱：([^，。；、）\s\u3000@]+)(?![^，。；）]*@)")
_PERSONS = re.compile(r"联系人：\s*([^，。；）：（(\d]+?)(?=\s*[（(\d]|\s*(?:联系|电话|办公|手机|，|。|；|）|$))")
_LINE = re.compile(r"(?:联系人|联系电话|联系方式|咨询电话|电话|电子邮箱|邮箱)[^：。]{0,6}：")


def is_contact_line(text: str) -> bool:
    """Whether a paragraph of its own gives nothing but contacts."""
    return bool(_LINE.match(text)) and len(text) <= 120


def find(paragraphs: Iterable[str]) -> Contacts:
    """All contacts named in the paragraphs, each once, in order."""
    text = "\n".join(paragraphs)
    phones = [phone for part in _PHONE_LABEL.findall(text) for phone in _PHONE.findall(part)]
    persons = [name for part in _PERSONS.findall(text) for name in re.split(r"[\s\u3000、,，]+", part) if name]
    line_persons = persons if len(set(persons)) == len(persons) else _keep_struck(persons)
    return Contacts(
        persons=tuple(line_persons),
        phones=tuple(dict.fromkeys(phones)),
        emails=tuple(dict.fromkeys(_EMAIL.findall(text))),
        mailboxes=tuple(dict.fromkeys(_MAILBOX.findall(text))),
    )


def _keep_struck(persons: list[str]) -> list[str]:
    """Each name once; struck names (●●●) are alike without being one person, so all stay."""
    return [name for at, name in enumerate(persons) if set(name) == {"●"} or name not in persons[:at]]


def span_in_brackets(paragraph: str) -> tuple[int, int] | None:
    """The inside of the brackets in which a closing paragraph gives its contacts; None where there are none."""
    for opening, char in enumerate(paragraph):
        closing = brackets.closing_at(paragraph, opening) if char == "（" else None
        if closing and paragraph[closing] == "）" and is_contact_line(paragraph[opening + 1 : closing]):
            return opening + 1, closing
    return None


def blanked(paragraph: str) -> str:
    """The paragraph with every phone, mailbox, e-mail and person left blank, to be filled in anew."""
    found = find([paragraph])
    text = paragraph
    for name in (*found.persons, *found.phones, *found.emails):
        text = text.replace(name, BLANK)
    for name in found.mailboxes:
        text = text.replace(f"：{name}", f"：{BLANK}")
    return text
