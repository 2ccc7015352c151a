"""Names of laws."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import PROSE, Part
from drafter.check.rule import INFO, USUAL, WARNING, Need, part_rule
from drafter.model.registers import Word

_STATE = "中华人民共和国"
_TITLE = re.compile(rf"《(?:{_STATE})?(?P<name>[\u4e00-\u9fff]{{5,20}}法)》")
_BARE = re.compile(r"[\u4e00-\u9fff]法(?![律规定治院庭官])")
_LIKE = 0.83  # of one substituted character in six, and no less
_SHORTEST = 6  # of shorter names many differ from one another by one character
_LONGER = re.compile("[律规定治院庭官]")  # 教育法治, 食品安全法规: another word begins in the name


@part_rule(
    "law-title",
    *PROSE,
    name="法律名称的写法",
    severity=WARNING,
    flags="法律名称没有加书名号，书名号里不是全称，写错了一两个字，或者法律已经废止",
    why="引用法律应写全称并加书名号",
    bad="宣传未成年人保护法等法律",
    good="宣传《中华人民共和国未成年人保护法》等法律",
    source="《党政机关公文处理工作条例》第二十条（引文准确），GB/T 15834-2011 4.15；词表 words/laws.yaml",
    strength=USUAL,
    needs=(Need.LIBRARY,),
)
def law_title(part: Part, notice: Context) -> Iterator[Fault]:
    """Names of the list outside of 《》; within them as they are where the name is whole or another document's."""
    text = part.text
    yield from _misnamed(part, notice)
    for found in notice.words("laws").find(text):
        start, end, name = found.start, found.end, found.word.word
        if text[max(0, start - len(_STATE)) : start] == _STATE:
            start -= len(_STATE)
        if found.word.instead:
            yield from _repealed(part, start, end, found.word)
            continue
        full = f"《{_STATE}{name}》"
        if text[start - 1 : start] == "《" and text[end : end + 1] == "》":
            if text[start:end] == name:
                message = f"法律名称宜写全称“{full}”"
                yield part.fault(start - 1, end + 1, message, new=full, severity=INFO)
        elif text.count("《", 0, start) == text.count("》", 0, start) and not _LONGER.match(text, end):
            yield part.fault(start, end, f"法律名称应加书名号、写全称，如“{full}”", new=full)


def _repealed(part: Part, start: int, end: int, law: Word) -> Iterator[Fault]:
    """A law that is in force no more, or never had this name, in 《》 or bare; not within the title of another text."""
    text, full = part.text, f"《{law.instead}》"
    quoted = text[start - 1 : start] == "《" and text[end : end + 1] == "》"
    if quoted or (text.count("《", 0, start) == text.count("》", 0, start) and not _LONGER.match(text, end)):
        message = law.why or f"《{law.word}》已经废止，请改引{full}"
        yield part.fault(start - quoted, end + quoted, message, new=full)


def _misnamed(part: Part, notice: Context) -> Iterator[Fault]:
    """Names that differ from one of the list by a character or two: 残疾人保证法."""
    names = [one.word for one in notice.words("laws").entries if not one.instead]
    text = part.text
    for found in _TITLE.finditer(text):
        near = [] if found["name"] in names else get_close_matches(found["name"], names, n=1, cutoff=_LIKE)
        if near:
            full = f"《{_STATE}{near[0]}》"
            yield part.fault(*found.span(), f"没有《{found['name']}》，像是{full}，请核对", new=full)
    for found in _BARE.finditer(text):
        if text.count("《", 0, found.start()) != text.count("》", 0, found.start()):
            continue
        for name in names:
            said = text[max(0, found.end() - len(name)) : found.end()]
            differing = sum(one != other for one, other in zip(said, name, strict=False))
            if len(said) == len(name) >= _SHORTEST and differing == 1 and said[0] == name[0]:
                start = found.end() - len(name)
                full = f"《{_STATE}{name}》"
                yield part.fault(start, found.end(), f"“{said}”像是{full}，请核对", new=full)
