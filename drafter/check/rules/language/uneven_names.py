"""Names that stand in quotes here and without them there."""

import re
from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.parts import ITEM
from drafter.check.rule import INFO, USUAL, rule

_QUOTED = re.compile(r"[“‘]([\u4e00-\u9fff]{4,10})[”’]")
_CLOSED = re.compile(r"[“《][^“”《》]*[”》]")


@rule(
    "quotes-uneven",
    name="同一名称有时加引号有时不加",
    severity=INFO,
    flags="四个字以上的名称，有的地方加引号，有的地方没有；通常加引号的活动、品牌名称没有加",
    why="同一份公文里同一名称的写法应当一致，活动、品牌的名称加引号才看得出起止",
    bad="深化爱心妈妈结对服务",
    good="深化“爱心妈妈”结对服务",
    source="GB/T 15834-2011 4.8，公文用语统一的要求；词表 words/quoted.yaml",
    strength=USUAL,
)
def uneven(notice: Context) -> Iterator[Fault]:
    """The first place of each quoted name where it stands bare, and of each name of the list that is never quoted."""
    parts = notice.named(ITEM)
    names = {found[1] for part in parts for found in _QUOTED.finditer(part.text)}
    bare = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True)))) if names else None
    seen: set[str] = set()
    for part in parts:
        closed = [found.span() for found in _CLOSED.finditer(part.text)]
        here = [(found.start(), found[0]) for found in (bare.finditer(part.text) if bare else ())]
        if notice.given_library:
            here += [(found.start, found.word.word) for found in notice.words("quoted").find(part.text)]
        for start, name in here:
            straight = _is_straightly_quoted(part.text, start, name)
            if name not in seen and not straight and not any(first < start < last for first, last in closed):
                seen.add(name)
                told = "别处加了引号" if name in names else "通常加引号"
                yield part.fault(start, start + len(name), f"「{name}」{told}，这里没有加", new=f"“{name}”")


def _is_straightly_quoted(text: str, start: int, name: str) -> bool:
    """Whether straight quotes stand beside a name: they are told of by themselves."""
    return any(
        char in "\"'" for char in (text[start - 1 : start], text[start + len(name) : start + len(name) + 1]) if char
    )
