"""The syntax of a template's tags, each judged alone, so that one fault does not hide the next."""

import re

from jinja2 import TemplateSyntaxError

from drafter.model.base import Value
from drafter.render import sandbox
from drafter.render.findings import Finding, Severity, found
from drafter.render.template_parts import Tag

_ENDS = {"endif": "if", "endfor": "for"}
_TARGETS = re.compile(r"\{%-?\s*for\s+(.*?)\s+in\b")
_FULL_WIDTH = re.compile(r"[，。；：（）［］｛｝％＝]")


class Sound(Value):
    """The tags that can be read together as a template, what is wrong with the others, the names these would give."""

    tags: tuple[Tag, ...]
    findings: tuple[Finding, ...]
    lost_names: frozenset[str]


def sound(tags: tuple[Tag, ...]) -> Sound:
    """The tags of a part sorted into sound and faulty ones."""
    blocks, unbalanced = _blocks(tags)
    faults = {number: ("unbalanced", message) for number, message in unbalanced.items()}
    for number, tag in enumerate(tags):
        fault = _fault(tag)
        if fault:
            faults[number] = ("template-syntax", fault)
    dropped = set(faults).union(*(block for block in blocks if block[0] in faults))
    codes = " ".join(tags[number].code for number in dropped)
    return Sound(
        tags=tuple(tag for number, tag in enumerate(tags) if number not in dropped),
        findings=tuple(
            found(rule, Severity.ERROR, tags[number].place, message, tags[number].written)
            for number, (rule, message) in sorted(faults.items())
        ),
        lost_names=frozenset(name for names in _TARGETS.findall(codes) for name in re.findall(r"\w+", names)),
    )


def _word(tag: Tag) -> str:
    """The first word of a statement, empty for a placeholder or a comment."""
    read = re.match(r"\{%-?\s*([^\s%]*)", tag.code)
    return read[1] if read else ""


def _fault(tag: Tag) -> str | None:
    """What is wrong with a tag by itself, in Chinese."""
    word = _word(tag)
    if tag.code.startswith("{%") and word not in sandbox.STATEMENTS:
        return f"{tag.written}：不能用“{word}”，能用的有 {'、'.join(sandbox.STATEMENTS)}。{_level_hint(word)}"
    if word in ("else", *_ENDS):
        return None
    code = tag.code
    if word:
        code = re.sub(r"elif", "if", code, count=1) + "{% end" + ("for" if word == "for" else "if") + " %}"
    try:
        tree = sandbox.environment().parse(code)
    except TemplateSyntaxError:
        wide = _FULL_WIDTH.search(tag.code)
        reason = f"里面的“{wide[0]}”是全角的，要用半角" if wide else "写法不对，请核对括号、引号、点和空格"
        return f"{tag.written}：{reason}。"
    return next((f"{tag.written}：{reason}。" for _, reason in sandbox.violations(tree)), None)


def _level_hint(word: str) -> str:
    return f"“{word}”要紧接在 {{% 后面，写作 {{%{word} …。" if word in ("p", "tr", "tc", "r") else ""


def _blocks(tags: tuple[Tag, ...]) -> tuple[list[list[int]], dict[int, str]]:
    """The tags that belong together, beginning first, and those that lack their beginning or end or go too deep."""
    blocks: list[list[int]] = []
    open_: list[list[int]] = []
    faults: dict[int, str] = {}
    for number, tag in enumerate(tags):
        word, last = _word(tag), _word(tags[open_[-1][0]]) if open_ else ""
        if word in _ENDS.values():
            open_.append([number])
            if [_word(tags[block[0]]) for block in open_].count("for") > sandbox.DEEPEST_LOOP and word == "for":
                faults[number] = f"{tag.written}：循环套得太深（最多{sandbox.DEEPEST_LOOP}层）。"
        elif word in _ENDS and last == _ENDS[word]:
            blocks.append([*open_.pop(), number])
        elif last and (word == "else" or (word == "elif" and last == "if")):
            open_[-1].append(number)
        elif word in (*_ENDS, "else", "elif"):
            faults[number] = f"{tag.written} 前面没有对应的 {_ENDS.get(word, 'if')}。"
    for block in open_:
        faults[block[0]] = f"{tags[block[0]].written} 后面没有对应的 end{_word(tags[block[0]])}。"
    return blocks + open_, faults
