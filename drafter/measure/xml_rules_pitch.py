"""Rows on the pitch of lines: body and titles (spec P-24, M-06), with the tightened first page of M-26."""

from collections.abc import Iterator

from drafter.measure.formatting import twips
from drafter.measure.xml_rules_roles import IN_LINES, LEVELS, Role, Roles
from drafter.measure.xml_rules_rows import in_points, row, unjudged
from drafter.measure.xml_rules_text import Paragraph
from drafter.model.results import Element

PITCH, PITCH_TOLERANCE = 579, 6  # P-24, twips
LEAST_PITCH = 520  # M-26: 26 points, where notice and signature would not fit on page 1
TITLE_PITCH = range(579, 721)  # M-06
_EXACT = "exact"
_AFTER_NOTICE = (Role.HEADLINE, Role.ATTACHMENT_LABEL, Role.COPIES, Role.IMPRINT)


def rows(roles: Roles) -> Iterator[Element]:
    """The rows on pitch."""
    name, expected = "正文行距", "固定值28.95磅，段前段后为0；印发通知的首页可以收紧，不小于26磅"
    lines = roles.of(*IN_LINES)
    if not lines:
        yield unjudged("P-24", name, expected, "没有找到正文")
    else:
        tightened = _tightened(roles)
        fine = f"首页收紧为{in_points(_line(tightened[0]) or 0)}，其余符合" if tightened else f"{len(lines)}段，都符合"
        apart = {id(paragraph) for paragraph in tightened}
        yield row("P-24", name, expected, _pitch_faults(lines, apart), fine)
    title, pitch = "标题行距", "固定值，28.95磅至36磅"
    titles = roles.of(Role.TITLE, Role.HEADLINE)
    if titles:
        yield row("M-06", title, pitch, _title_faults(titles))
    else:
        yield unjudged("M-06", title, pitch, "没有找到标题（18磅以上的段落）")


def _line(paragraph: Paragraph) -> int | None:
    """The exact pitch of a paragraph, None where it is not exact."""
    exact = paragraph.format.get("spacing@lineRule") == _EXACT
    return twips(paragraph.format.get("spacing@line")) if exact else None


def _tightened(roles: Roles) -> list[Paragraph]:
    """The lines of a notice that fits on page 1 only with closer lines: all of one pitch, without items."""
    begun, found = False, []
    for part in roles.parts:
        if part.role in _AFTER_NOTICE:
            break
        begun = begun or part.role is Role.TITLE
        if part.role in LEVELS:
            return []
        if begun and part.role in IN_LINES:
            found.append(part.paragraph)
    pitches = {_line(paragraph) for paragraph in found}
    pitch = pitches.pop() if len(pitches) == 1 else None
    return found if pitch is not None and LEAST_PITCH <= pitch < PITCH - PITCH_TOLERANCE else []


def _pitch_faults(paragraphs: list[Paragraph], tightened: set[int]) -> Iterator[str]:
    for paragraph in paragraphs:
        line = _line(paragraph)
        if line is None:
            yield f"{paragraph}：行距不是固定值"
        elif abs(line - PITCH) > PITCH_TOLERANCE and id(paragraph) not in tightened:
            yield f"{paragraph}：行距{in_points(line)}，应为{in_points(PITCH)}"
        for name, side in (("before", "段前"), ("after", "段后")):
            if _has_gap(paragraph, name):
                yield f"{paragraph}：{side}有间距"


def _has_gap(paragraph: Paragraph, name: str) -> bool:
    told = [paragraph.format.get(f"spacing@{name}{unit}", "0") for unit in ("", "Lines")]
    automatic = paragraph.format.get(f"spacing@{name}Autospacing", "0") not in ("0", "false", "off")
    return automatic or any(twips(value) for value in told)


def _title_faults(titles: list[Paragraph]) -> Iterator[str]:
    for paragraph in titles:
        line = _line(paragraph)
        if line is None:
            yield f"{paragraph}：行距不是固定值"
        elif line not in TITLE_PITCH:
            yield f"{paragraph}：行距{in_points(line)}"
