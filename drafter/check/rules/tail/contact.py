"""Phones, mailboxes and persons to ask."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import ATTACHMENT, CLOSING, PROSE, Part
from drafter.check.rule import INFO, USUAL, WARNING, part_rule, rule
from drafter.text import contacts

_DIGITS = re.compile(r"(?:电话|手机|传真)[^：:]{0,6}[：:]\s*([^，。；（()）\s]*)")
_PHONE = re.compile(r"(?:0\d{2,3}[-—]?)?[2-9]\d{6,7}(?:[-—转]\d{1,5})?|1\d{10}|400\d{7}|11\d|1\d{4}|9\d{4,5}|●+")
_MOBILE = re.compile(r"(?<!\d)1[3-9]\d(?:\d{8}|([ -])\d{4}\1\d{4})(?!\d)")
_STRUCK = "●○×Xx\u3000"
_ASKED = re.compile(r"联系人")
_PERSON = re.compile(
    r"联系人(?!姓名|电话|手机|邮箱|方式|名单|信息)(?P<name>[\u4e00-\u9fff]{2,4}?)[，、（(\s]*(?=(?:联系|办公)?电话|手机|\d{7})"
)


@rule(
    "contact-duplicate",
    name="同一电话写了两遍",
    severity=INFO,
    flags="结尾里同一个电话号码出现两次",
    why="写一遍就够，改号码时也不会漏改一处",
    bad="（联系电话：5181763）联系人电话：5181763",
    good="（联系电话：5181763）",
    source="公文简明的要求",
    strength=USUAL,
)
def duplicate(notice: Context) -> Iterator[Fault]:
    """A phone number where it stands for the second time."""
    seen: set[str] = set()
    for part in notice.named(CLOSING):
        for found in _DIGITS.finditer(part.text):
            for phone in re.split(r"[、/]", found[1]):
                if phone and phone in seen:
                    at = part.text.index(phone, found.start(1))
                    yield part.fault(at, at + len(phone), f"电话“{phone}”前面已经写过")
                seen.add(phone)


@part_rule(
    "contact-person-public",
    *PROSE,
    ATTACHMENT,
    name="公开的文件里有个人信息",
    severity=WARNING,
    flags="联系人的姓名、手机号码",
    why="主动公开的文件会登在网上，个人姓名和手机号码不宜公开",
    bad="联系人：张某某，联系电话：5181763",
    good="联系电话：5181763",
    source="《政府信息公开条例》第十五条",
    strength=USUAL,
)
def person(part: Part, notice: Context) -> Iterator[Fault]:
    """Names of persons to ask, and mobile phones, in a document that is not secret."""
    if notice.notice.secrecy:
        return
    is_finished = notice.final or (notice.date is not None and notice.notice.doc_number is not None)
    asked = _ASKED.search(part.text)
    persons = [*contacts.find([part.text]).persons, *(found["name"] for found in _PERSON.finditer(part.text))]
    for name in dict.fromkeys(persons if asked else ()):
        if is_finished and not set(name) - set(_STRUCK):
            continue  # placeholder-left tells of it, as an error
        at = part.text.find(name, asked.end() if asked else 0)
        yield part.fault(at, at + len(name), "主动公开的文件不宜写联系人姓名，可只留办公电话")
    for found in _MOBILE.finditer(part.text):
        yield part.fault(found.start(), found.end(), "主动公开的文件不宜写手机号码，可改留办公电话")


@part_rule(
    "contact-form",
    CLOSING,
    name="联系方式的写法",
    severity=WARNING,
    flags="电话号码位数不对，单独成行的联系方式末尾没有句号",
    why="号码少一位就打不通；单独成行的联系方式也是一句话",
    bad="联系电话：722036，电子邮箱：fulian@example.cn。",
    good="联系电话：7220365，电子邮箱：fulian@example.cn。",
    source="公文标点和数字用法通例",
    strength=USUAL,
)
def form(part: Part, _notice: Context) -> Iterator[Fault]:
    """Phone numbers of a wrong length, and a contact line without its 。."""
    for found in _DIGITS.finditer(part.text):
        at = found.start(1)
        for phone in re.split(r"(?<=\d)[、/](?=\d)", found[1]):
            if re.search(r"\d", phone) and not _PHONE.fullmatch(phone.strip()):
                yield part.fault(at, at + len(phone), f"“{phone}”不像完整的电话号码，请核对")
            at += len(phone) + 1
    line = part.first("contacts")
    if line and not part.text.rstrip().endswith(("。", "）")):
        end = len(part.text.rstrip())
        yield part.fault(end, end, "联系方式单独成行时末尾用句号", new="。", safe=True)
